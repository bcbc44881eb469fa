"""A place that somebody may hold, and the whole that it is only a part of.

>>> from tawatur.merge.records import Spot
>>> quarter = Spot(words="احياء غرب الموصل", relation="at", id="part(gn:99072)", lat=36.34, lon=43.1)
>>> ground_of(quarter).key, ground_of(quarter).part_of
('part(gn:99072)@36.34,43.10', 'gn:99072')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from tawatur.merge.records import Spot
from tawatur.merge.spots import base_of, metres
from tawatur.merge.things import Thing, name_in
from tawatur.places import load_gazetteer
from tawatur.records import Record

_PART = re.compile(r"^(?:part|inside)\((?P<whole>.+)\)$")
_WHOLE = "settlement"
"""Kind of place that a smaller one inside it is a part of, if a claim names both: «مستشفى البلدة»."""
_IN_TOWNS = frozenset({"district", "street", "facility", "camp", "airport", "port", "pumpstation"})
"""Kinds of unlisted place that a claim puts into a town by naming both; a hill or a village lies beside it."""

_QUARTERS = frozenset({"district", "street"})
"""Those that lie in the town too where only a side of it is named: «حي الكهرباء في غرب الموصل»."""


class Ground(Record, kw_only=True):
    """A place that somebody may hold."""

    key: str
    """Id; of derived areas with their middle, since «غرب المدينة» and «شرق المدينة» are two parts; of unlisted places the words."""
    id: str | None
    name: str
    part_of: str | None = None
    """Key of the whole."""


def ground_of(spot: Spot, *, among: Sequence[Spot] = ()) -> Ground:
    """A listed place as ground; `among` are the other places of the claim."""
    identity = spot.id or ""
    name = _name(identity) or spot.ar or spot.words
    part = _PART.match(identity)
    if part:
        return Ground(key=_key(spot), id=identity, name=name, part_of=part["whole"])
    whole = next((other.id for other in among if other.kind == _WHOLE and around(other, spot)), None)
    return Ground(key=_key(spot), id=identity, name=name, part_of=whole if spot.kind != _WHOLE else None)


def ground_by_name(words: str) -> Ground | None:
    """A place that no gazetteer knows, by its name; None where the words name nothing («البلدة»)."""
    name = name_in(words)
    return Ground(key=f"name:{name}", id=None, name=words) if name else None


def ground_of_thing(words: str, thing: Thing, *, among: Sequence[Spot]) -> Ground:
    """An unlisted place with a name; a quarter goes by its name and its town, for many towns have one of that name."""
    town = _town(thing, among)
    if town is None:
        return Ground(key=f"name:{thing.name}", id=None, name=words)
    return Ground(key=f"name:{thing.name}@{town}", id=None, name=words, part_of=town)


def _town(thing: Thing, among: Sequence[Spot]) -> str | None:
    """The town that an unlisted place is in: one that the claim names, or of a quarter the one that it is a side of («غرب الموصل»)."""
    if thing.kind not in _IN_TOWNS:
        return None
    bases = (load_gazetteer().entry(base_of(spot) or "") for spot in among if spot.kind == "derived")
    sides = (base.id for base in bases if base is not None and base.kind == _WHOLE and thing.kind in _QUARTERS)
    return next(chain((spot.id for spot in among if spot.kind == _WHOLE), sides), None)


def is_part(spot: Spot) -> bool:
    """Whether a place is made as a part of another: «أحياء غرب الموصل»."""
    return _PART.match(spot.id or "") is not None


def whole_of(ground: Ground) -> Ground | None:
    """The place that a ground is a part of."""
    return whole(ground.part_of) if ground.part_of else None


def whole(identity: str) -> Ground:
    """A place of the gazetteer as ground."""
    return Ground(key=identity, id=identity, name=_name(identity) or identity)


def around(wide: Spot, small: Spot) -> bool:
    """A larger circle around the middle of another place."""
    reach, size = wide.radius_m or 0.0, small.radius_m or 0.0
    return wide is not small and size < reach and metres(wide, small) <= reach


def _name(identity: str) -> str | None:
    entry = load_gazetteer().entry(identity)
    return entry.ar if entry else None


def _key(spot: Spot) -> str:
    if "(" not in (spot.id or ""):
        return spot.id or ""
    if spot.lat is None or spot.lon is None:
        return f"{spot.id}@{spot.words}"
    return f"{spot.id}@{spot.lat:.2f},{spot.lon:.2f}"
