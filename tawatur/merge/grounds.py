"""Which place a claim of control is about: the finest that it names, and the whole that this is only a part of.

>>> from tawatur.merge.records import Spot
>>> quarter = Spot(words="احياء غرب الموصل", relation="at", id="part(gn:99072)", lat=36.34, lon=43.1)
>>> ground_of(quarter).key, ground_of(quarter).part_of
('part(gn:99072)@36.34,43.10', 'gn:99072')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.merge.records import Spot, Telling
from tawatur.merge.spots import finest, metres
from tawatur.places import load_gazetteer
from tawatur.places.words import ARTICLE, place_words
from tawatur.records import Record

_PART = re.compile(r"^(?:part|inside)\((?P<whole>.+)\)$")
_WHOLES = frozenset({"settlement"})
"""Kinds of place that a smaller one inside them is a part of, if a claim names both: «مستشفى البلدة»."""


class Ground(Record, kw_only=True):
    """A place that somebody may hold."""

    key: str
    """Id; of derived areas with their middle, since «غرب المدينة» and «شرق المدينة» are two parts; of unlisted places the words."""
    id: str | None
    name: str
    part_of: str | None = None
    """Key of the whole."""


def grounds(telling: Telling, *, at: Sequence[str]) -> tuple[Ground, ...]:
    """The places of a claim, of those that stand to it in the first of these relations that it has."""
    relation = next((one for one in at if any(spot.relation == one for spot in telling.spots)), None)
    spots = tuple(spot for spot in telling.spots if spot.relation == relation)
    listed = tuple(spot for spot in spots if spot.id is not None)
    fine = tuple(spot for spot in finest(listed) if not any(_around(spot, other) for other in listed))
    found = [ground_of(spot, among=listed) for spot in fine] or [
        ground for spot in spots if (ground := _unlisted(spot)) is not None
    ]
    return tuple({ground.key: ground for ground in found}.values())


def ground_of(spot: Spot, *, among: Sequence[Spot] = ()) -> Ground:
    """A listed place as ground; `among` are the other places of the claim."""
    identity = spot.id or ""
    name = _name(identity) or spot.ar or spot.words
    part = _PART.match(identity)
    if part:
        return Ground(key=_key(spot), id=identity, name=name, part_of=part["whole"])
    whole = next((other.id for other in among if other.kind in _WHOLES and _around(other, spot)), None)
    return Ground(key=_key(spot), id=identity, name=name, part_of=whole if spot.kind not in _WHOLES else None)


def whole_of(ground: Ground) -> Ground | None:
    """The place that a ground is a part of."""
    if ground.part_of is None:
        return None
    return Ground(key=ground.part_of, id=ground.part_of, name=_name(ground.part_of) or ground.part_of)


def _name(identity: str) -> str | None:
    entry = load_gazetteer().entry(identity)
    return entry.ar if entry else None


def _key(spot: Spot) -> str:
    if "(" not in (spot.id or ""):
        return spot.id or ""
    if spot.lat is None or spot.lon is None:
        return f"{spot.id}@{spot.words}"
    return f"{spot.id}@{spot.lat:.2f},{spot.lon:.2f}"


def _around(wide: Spot, small: Spot) -> bool:
    """A larger circle around the middle of another place."""
    reach, size = wide.radius_m or 0.0, small.radius_m or 0.0
    return wide is not small and size < reach and metres(wide, small) <= reach


def _unlisted(spot: Spot) -> Ground | None:
    """A place that no gazetteer knows, by its name; None where the words name nothing («البلدة»)."""
    known = place_words()
    plain = [word for word in spot.words.split() if word not in known.tails and word not in known.ordinals]
    rest = [word for word in plain if word.removeprefix(ARTICLE) not in known.nouns and word not in known.nominals]
    rest = [word for word in rest if word not in known.directions]
    return Ground(key=f"name:{' '.join(rest)}", id=None, name=spot.words) if rest else None
