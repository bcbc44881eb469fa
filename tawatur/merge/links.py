"""What belongs together among happenings: announced and followed or not followed, cause and consequence."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.merge.days import AHEAD, DONE, ordinal
from tawatur.merge.kinds import kinds, likeness
from tawatur.merge.parties import alike
from tawatur.merge.records import Happening, Party, Tie
from tawatur.merge.spots import close


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

    def days_for(self, kind: str) -> int:
        """Days after its announcement in which a happening of this kind still is what was announced."""
        return max((self.days[family] for family in kinds().families[kind]), default=0)


@lru_cache(maxsize=1)
def following() -> Following:
    """The tables of data/merge.toml."""
    table = tomllib.loads((files("tawatur") / "data" / "merge.toml").read_text(encoding="utf-8"))
    rows = (Consequence(frozenset(r["of"]), frozenset(r["kinds"]), r["days"]) for r in table["consequence"])
    return Following(days=table["follows"], consequences=tuple(rows))


def links(happenings: Iterable[Happening], *, told: Mapping[str, str], until: str) -> tuple[Tie, ...]:
    """The ties among happenings; `told` is the day on which each was first told, `until` the last day the ledger knows of.

    What was announced and did not follow is said so only when the days for it are over; before that nothing is said.
    """
    known = sorted(happenings, key=lambda happening: happening.id)
    near = _Near(known, told)
    ties = [tie for happening in known for tie in _of(happening, near, last=ordinal(until) or 0)]
    return tuple(sorted(ties, key=lambda tie: (tie.a, tie.what, tie.b or "")))


def _of(happening: Happening, near: _Near, *, last: int) -> Iterator[Tie]:
    if happening.reality in AHEAD:
        yield from _followed(happening, near, last=last)
    elif happening.reality in DONE:
        yield from _consequences(happening, near)


def _followed(ahead: Happening, near: _Near, *, last: int) -> Iterator[Tie]:
    days, said = following().days_for(ahead.kind), near.day(ahead)
    if said is None or not days:
        return
    later = [
        other
        for other in near.around(ahead)
        if other.reality in DONE
        and likeness(ahead.kind, other.kind).code != "kind.apart"
        and 0 <= (near.day(other) or 0) - said <= days
        and alike(_some(ahead.actor), _some(other.actor)) != "other"
        and alike(_some(ahead.actor), _some(other.target)) != "same"
    ]
    if later:
        first = min(
            later, key=lambda other: (likeness(ahead.kind, other.kind).code != "kind.same", near.day(other), other.id)
        )
        gap = (near.day(first) or 0) - said
        yield Tie(what="followed", a=ahead.id, b=first.id, days=gap, reasons=_why(ahead, first))
    elif last - said > days:
        yield Tie(
            what="not_followed", a=ahead.id, b=None, days=days, reasons=(f"{ahead.kind}: nothing within {days} days",)
        )


def _consequences(cause: Happening, near: _Near) -> Iterator[Tie]:
    day = near.day(cause)
    if day is None:
        return
    for row in following().consequences:
        if kinds().families[cause.kind] & row.of and cause.kind not in row.kinds:
            for other in near.around(cause):
                if other.kind in row.kinds and other.reality in DONE and 0 <= (near.day(other) or 0) - day <= row.days:
                    gap = (near.day(other) or 0) - day
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


class _Near:
    """Happenings by place and party, so that each is held against few."""

    def __init__(self, happenings: Iterable[Happening], told: Mapping[str, str]) -> None:
        self._told = told
        self._by: dict[str, list[Happening]] = defaultdict(list)
        for happening in happenings:
            for subject in _subjects(happening):
                self._by[subject].append(happening)

    def day(self, happening: Happening) -> int | None:
        """When it was, or for what is ahead, when it was told."""
        told = self._told.get(happening.id)
        return ordinal(told if happening.reality in AHEAD else happening.earliest or told)

    def around(self, happening: Happening) -> tuple[Happening, ...]:
        """Those at its place; where it has none, those of its actor that have none either."""
        found = {other.id: other for subject in _subjects(happening) for other in self._by[subject]}
        found.pop(happening.id, None)
        return tuple(other for other in found.values() if _beside(happening, other))


def _subjects(happening: Happening) -> Iterator[str]:
    spot = happening.spot
    if spot is not None and spot.lat is not None and spot.lon is not None:
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                yield f"@{round(spot.lat) + row},{round(spot.lon) + column}"
    elif happening.actor is not None and happening.actor.id:
        yield f"#{happening.actor.id}"


def _beside(a: Happening, b: Happening) -> bool:
    return a.spot is None or b.spot is None or close(a.spot, b.spot)
