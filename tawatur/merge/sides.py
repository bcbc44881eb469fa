"""On which side parties, tellers and outlets stand.

>>> outlet_side("وكالة سانا"), outlet_side("رويترز")
('syr-gov', None)
>>> together("us-coalition", "usa", day="2017-05-01"), together("sdf", "turkey", day="2017-05-01")
(True, False)
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from tawatur.actors import load_actors
from tawatur.actors.records import Actor
from tawatur.merge.records import Party, Telling
from tawatur.merge.stated import stated
from tawatur.records import Record
from tawatur.text.phrases import pieces

_MEDIA = frozenset({"agency", "outlet", "media_arm"})


class Beside(Record, kw_only=True):
    """Two sides that openly fought one war together."""

    sides: tuple[str, str]
    why: str
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None


class _Alliances(msgspec.Struct, frozen=True):
    beside: tuple[Beside, ...]


def together(a: str, b: str, *, day: str | None) -> bool:
    """Whether two sides are one or fought beside each other on a day; on an unknown day whether they ever did."""
    return a == b or any(_covers(row, day) for row in _beside().get(frozenset({a, b}), ()))


def _covers(row: Beside, day: str | None) -> bool:
    return day is None or ((row.from_ is None or row.from_ <= day) and (row.to is None or day <= row.to))


@lru_cache(maxsize=1)
def _beside() -> dict[frozenset[str], tuple[Beside, ...]]:
    known: dict[frozenset[str], tuple[Beside, ...]] = {}
    for row in stated("grades", _Alliances).beside:
        pair = frozenset(row.sides)
        known[pair] = (*known.get(pair, ()), row)
    return known


def sides_of(party: Party) -> frozenset[str]:
    """The side of a party, or itself where it stands on none; of «الجيش وحلفاؤه» the sides of its known members."""
    own = party.side or party.id
    if own is not None:
        return frozenset({own})
    actors = load_actors().actors if party.members else {}
    return frozenset(actors[member].side or member for member in party.members if member in actors)


def side_of_teller(telling: Telling) -> str | None:
    """The side of the last teller: its own, that of the body it speaks for, or the outlet's where it speaks for itself.

    A known teller on no side stands for itself: its id.
    """
    if not telling.chain:
        return outlet_side(telling.outlet)
    last = telling.chain[-1]
    body = named(last.capacity) if last.capacity else None
    return last.side or (body and body.side) or last.id or (body.id if body else None)


def teller_is_known(telling: Telling) -> bool:
    """Whether it can be known on which side the last teller stands, be it none."""
    if not telling.chain:
        return telling.outlet is not None and _outlet(telling.outlet) is not None
    return side_of_teller(telling) is not None


def outlet_side(outlet: str | None) -> str | None:
    """The side that an outlet belongs to, such as a state's agency; None where it belongs to none or is not listed."""
    known = _outlet(outlet) if outlet else None
    return known.side if known else None


def _outlet(name: str) -> Actor | None:
    actor = named(name)
    return actor if actor is not None and actor.type in _MEDIA else None


@lru_cache(maxsize=10_000)
def named(name: str) -> Actor | None:
    """The one actor that a whole name means."""
    line = pieces(name)
    lexicon = load_actors()
    found = lexicon.names.longest(line, 0, clitics=False) if line else None
    if found is None or found.last != len(line) - 1:
        return None
    actors = {hit.actor for hit in found.payloads if hit.strength == "strong"}
    return lexicon.actors[actors.pop()] if len(actors) == 1 else None
