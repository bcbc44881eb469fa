"""A happening out of its claims: what is common, what differs, and which origins say which."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from tawatur.merge.kinds import kinds
from tawatur.merge.parties import doers_of, sufferers_of
from tawatur.merge.records import Count, Happening, Origin, Party, Said, Spot, Telling
from tawatur.merge.spots import finest
from tawatur.records import Reality, Span

Value = TypeVar("Value")
_FIRMEST: tuple[Reality, ...] = (
    "happened",
    "ongoing",
    "state",
    "announced",
    "expected",
    "conditional",
    "possible",
    "desired",
    "opinion",
    "denied",
    "negated",
)
"""Realities of which the first that somebody tells is that of the happening; the others are among what differs."""


def happening_of(
    members: Iterable[Telling],
    *,
    origins: Sequence[Origin],
    grade: str,
    grade_rule: str,
    judgements: Sequence[str] = (),
) -> Happening:
    """The claims of one happening as one; `origins` are those of its claims."""
    tellings = sorted(members, key=_told)
    said = _Said(origins)
    kind = said.most("kind", [(telling.kind, telling.kind, telling) for telling in tellings]) or tellings[0].kind
    actor = said.most("actor", [_named(party, telling) for telling in tellings for party in doers_of(telling)])
    target = said.most("target", [_named(party, telling) for telling in tellings for party in sufferers_of(telling)])
    spot = said.most("where", [(one.ar or one.words, one, telling) for telling in tellings for one in _spots(telling)])
    days = said.most("when", [(f"{d[0]}..{d[1]}", d, telling) for telling in tellings for d in _days(telling)])
    said.most("reality", [(telling.reality, telling.reality, telling) for telling in tellings])
    for of in sorted({count.of for telling in tellings for count in telling.counts}):
        counts = [(count, telling) for telling in tellings for count in telling.counts if count.of == of]
        said.most(of, [(range_of(count), count, telling) for count, telling in counts])
    return Happening(
        id=happening_id(tellings),
        kind=_act(kind, tellings),
        reality=min((telling.reality for telling in tellings), key=_FIRMEST.index),
        actor=actor,
        target=target,
        spot=spot,
        earliest=days[0] if days else None,
        latest=days[1] if days else None,
        claims=tuple(sorted(telling.claim for telling in tellings)),
        reports=tuple(sorted({telling.report for telling in tellings})),
        articles=len({telling.report for telling in tellings}),
        origins=tuple(origins),
        differs=said.differing(),
        grade=grade,
        grade_rule=grade_rule,
        judgements=tuple(judgements),
    )


def happening_id(tellings: Iterable[Telling]) -> str:
    """Hash of the claim that was published first: a happening keeps its id while it grows by later reports.

    An older report that comes in late, or a judgement that parts the claims, gives another id; every claim still leads to its happening.
    """
    first = min(tellings, key=_order)
    return hashlib.sha256(f"happening {first.claim}".encode()).hexdigest()[:16]


def range_of(count: Count) -> str:
    """A figure as words: "4", "7 to 9", "at least 10".

    >>> range_of(Count(of="killed", low=7, high=9)), range_of(Count(of="killed", low=10, high=None))
    ('7 to 9', 'at least 10')
    """
    if count.low is not None and count.high is not None:
        return f"{count.low:g}" if count.low == count.high else f"{count.low:g} to {count.high:g}"
    if count.low is not None:
        return f"at least {count.low:g}"
    return "some" if count.high is None else f"at most {count.high:g}"


class _Said:
    """Values of fields, with the origins that say each."""

    def __init__(self, origins: Sequence[Origin]) -> None:
        self._origins: Mapping[str, str] = {claim: origin.id for origin in origins for claim in origin.claims}
        self._values: dict[str, dict[str, set[str]]] = {}

    def most(self, field: str, found: Sequence[tuple[str, Value, Telling]]) -> Value | None:
        """Note who says which value of a field; the value that most origins say, of equals the first told."""
        values: dict[str, set[str]] = {}
        for name, _, telling in found:
            values.setdefault(name, set()).add(self._origins.get(telling.claim, telling.claim))
        self._values[field] = values
        return next((value for name, value, _ in found if len(values[name]) == max(map(len, values.values()))), None)

    def differing(self) -> tuple[Said, ...]:
        """The fields with more than one value."""
        return tuple(
            Said(field=field, value=value, origins=tuple(sorted(origins)))
            for field, values in self._values.items()
            if len(values) > 1
            for value, origins in sorted(values.items(), key=lambda item: (-len(item[1]), item[0]))
        )


def _act(kind: str, tellings: Sequence[Telling]) -> str:
    """The kind that names it: of a strike and its dead the strike, for the dead are its toll."""
    if "harm" not in kinds().families[kind]:
        return kind
    acts = Counter(telling.kind for telling in tellings if "force" in kinds().families[telling.kind])
    return acts.most_common(1)[0][0] if acts else kind


def _order(telling: Telling) -> tuple[str, str]:
    return telling.published or "9999", telling.claim


def _told(telling: Telling) -> tuple[str, str, tuple[Span, ...], str]:
    """By publication, and within a report as its text goes: newswire tells its main happening first."""
    return telling.published or "9999", telling.report, telling.trigger, telling.claim


def _named(party: Party, telling: Telling) -> tuple[str, Party, Telling]:
    return party.id or party.words, party, telling


def _spots(telling: Telling) -> tuple[Spot, ...]:
    """The finest places that are known, or else what it calls its place."""
    return finest(tuple(spot for spot in telling.spots if spot.id)) or telling.spots


def _days(telling: Telling) -> tuple[tuple[str, str], ...]:
    return ((telling.earliest, telling.latest),) if telling.earliest and telling.latest else ()
