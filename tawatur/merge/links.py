"""What belongs together among happenings: announced and followed or not followed, cause and consequence."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.merge.days import AHEAD, ANNOUNCED, DONE, ordinal
from tawatur.merge.kinds import kinds, likeness
from tawatur.merge.parties import alike
from tawatur.merge.records import Happening, Party, Tie
from tawatur.merge.spots import base_of, close

_LIKE = frozenset({"kind.same", "kind.general", "kind.alike", "kind.force-harm"})
_ONE_SIDE = frozenset({"same", "side"})


class Consequence(NamedTuple):
    """Kinds that follow from others within days."""

    of: frozenset[str]
    kinds: frozenset[str]
    days: int


class Following(NamedTuple):
    """How long what is announced may take, and what follows from what."""

    days: dict[str, int]
    """By family."""
    consequences: tuple[Consequence, ...]
    achieves: frozenset[str]
    """Kinds of who holds what that a fight is for."""

    def days_for(self, kind: str) -> int:
        """Days after its announcement in which a happening of this kind still is what was announced."""
        return max((self.days[family] for family in kinds().families[kind]), default=0)


@lru_cache(maxsize=1)
def following() -> Following:
    """The tables of data/merge.toml."""
    table = tomllib.loads((files("tawatur") / "data" / "merge.toml").read_text(encoding="utf-8"))
    rows = (Consequence(frozenset(r["of"]), frozenset(r["kinds"]), r["days"]) for r in table["consequence"])
    return Following(table["follows"], tuple(rows), frozenset(table["achieves"]["kinds"]))


def links(happenings: Iterable[Happening], *, told: Mapping[str, str], until: str) -> tuple[Tie, ...]:
    """The ties among happenings; `told` is the day on which each was first told, `until` the last day the ledger knows of.

    What was announced and did not follow is said so only when the days for it are over; before that nothing is said.
    """
    known = sorted(happenings, key=lambda happening: happening.id)
    by_subject: dict[str, dict[str, Happening]] = defaultdict(dict)
    for happening in known:
        by_subject[subject_of(happening) or ""][happening.id] = happening
    ties = [
        tie
        for happening in known
        for tie in ties_of(
            happening,
            [other for subject in around(subject_of(happening)) for other in by_subject[subject].values()],
            told=told,
            until=until,
        )
    ]
    return tuple(sorted(ties, key=lambda tie: (tie.a, tie.what, tie.b or "")))


def ties_of(
    happening: Happening, others: Iterable[Happening], *, told: Mapping[str, str], until: str
) -> tuple[Tie, ...]:
    """The ties that lead from one happening; `others` are those around its subject, or more."""
    near = [other for other in others if other.id != happening.id and _beside(happening, other)]
    if happening.reality in ANNOUNCED:
        return tuple(_followed(happening, near, told=told, last=ordinal(until) or 0))
    if happening.reality in DONE:
        return tuple(_consequences(happening, near, told=told))
    return ()


def subject_of(happening: Happening) -> str | None:
    """What it is near to others by: the degree of latitude and longitude it lies in; where it has no place, its actor."""
    spot = happening.spot
    if spot is not None and spot.lat is not None and spot.lon is not None:
        return f"@{round(spot.lat)},{round(spot.lon)}"
    return f"#{happening.actor.id}" if happening.actor is not None and happening.actor.id else None


def around(subject: str | None) -> tuple[str, ...]:
    """The subjects of happenings that may be tied to those of one: the degrees about its own.

    >>> around("#sdf"), around("@35,40")[:3]
    (('#sdf',), ('@34,39', '@34,40', '@34,41'))
    """
    if subject is None or not subject.startswith("@"):
        return (subject,) if subject else ()
    row, column = map(int, subject[1:].split(","))
    return tuple(f"@{row + down},{column + right}" for down in (-1, 0, 1) for right in (-1, 0, 1))


def reckoned(happening: Happening, *, told: str | None) -> str | None:
    """The ISO day by which it is tied: when it was, or for what is ahead, when it was told."""
    return told if happening.reality in AHEAD else happening.earliest or told


def _followed(ahead: Happening, near: Iterable[Happening], *, told: Mapping[str, str], last: int) -> Iterator[Tie]:
    def day(happening: Happening) -> int | None:
        return ordinal(reckoned(happening, told=told.get(happening.id)))

    days, said = following().days_for(ahead.kind), day(ahead)
    if said is None or not days:
        return
    later = [
        (_unlikeness(ahead, other), gap, other)
        for other in near
        if other.reality in DONE
        and can_follow(ahead.kind, other.kind)
        and (0 if other.earliest else 1) <= (gap := (day(other) or 0) - said) <= days
        and alike(_some(ahead.actor), _some(other.actor)) != "other"
        and alike(_some(ahead.actor), _some(other.target)) != "same"
        and _of_one_subject(ahead, other)
    ]
    if later:
        best = min(rank for *rank, _ in later)
        for *rank, other in later:
            if rank == best:
                yield Tie(what="followed", a=ahead.id, b=other.id, days=rank[-1], reasons=_why(ahead, other))
    elif last - said > days:
        yield Tie(
            what="not_followed", a=ahead.id, b=None, days=days, reasons=(f"{ahead.kind}: nothing within {days} days",)
        )


def can_follow(ahead: str, other: str) -> bool:
    """Whether a kind may be what was announced as another: the like under another name, the dead of it, or the change of hands that it was for.

    >>> can_follow("operation", "attack"), can_follow("operation", "seize"), can_follow("operation", "fortify"), can_follow("advance", "shell")
    (True, True, False, False)
    """
    code = likeness(ahead, other).code
    return code in _LIKE or (code == "kind.force-hold" and other in following().achieves)


def _unlikeness(ahead: Happening, other: Happening) -> int:
    """In how many respects what came is other than what was announced: place, doer, kind."""
    by_same = alike(_some(ahead.actor), _some(other.actor)) in _ONE_SIDE
    return (not _at_one_place(ahead, other)) + (not by_same) + (likeness(ahead.kind, other.kind).code != "kind.same")


def _of_one_subject(ahead: Happening, other: Happening) -> bool:
    """Whether something ties the two: the doer's side or the place; areas that touch and nobody named do not."""
    return alike(_some(ahead.actor), _some(other.actor)) in _ONE_SIDE or _at_one_place(ahead, other)


def _at_one_place(a: Happening, b: Happening) -> bool:
    return (
        a.spot is not None and b.spot is not None and base_of(a.spot) is not None and base_of(a.spot) == base_of(b.spot)
    )


def _consequences(cause: Happening, near: Sequence[Happening], *, told: Mapping[str, str]) -> Iterator[Tie]:
    day = ordinal(reckoned(cause, told=told.get(cause.id)))
    if day is None:
        return
    for row in following().consequences:
        if kinds().families[cause.kind] & row.of and cause.kind not in row.kinds:
            for other in near:
                gap = (ordinal(reckoned(other, told=told.get(other.id))) or 0) - day
                if other.kind in row.kinds and other.reality in DONE and 0 <= gap <= row.days:
                    yield Tie(what="consequence", a=cause.id, b=other.id, days=gap, reasons=_why(cause, other))


def _why(a: Happening, b: Happening) -> tuple[str, ...]:
    found = [f"kind: {a.kind} ~ {b.kind}"]
    if alike(_some(a.actor), _some(b.actor)) in ("same", "side"):
        found.append("actor: the same side")
    if a.spot and b.spot:
        found.append(f"place: {a.spot.ar or a.spot.words} ~ {b.spot.ar or b.spot.words}")
    return tuple(found)


def _some(party: Party | None) -> tuple[Party, ...]:
    return (party,) if party else ()


def _beside(a: Happening, b: Happening) -> bool:
    return a.spot is None or b.spot is None or close(a.spot, b.spot)
