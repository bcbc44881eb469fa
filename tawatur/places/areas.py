"""Derived areas: what a relation makes of the places it is measured from.

«على بعد 70 كيلومترا من البوكمال»  a ring of 63 to 77 km
«ريف دير الزور الجنوبي»            the southern part of the province, without the town
«الحدود السورية العراقية»          a strip along the border
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from tawatur.places.gazetteer import Gazetteer
from tawatur.places.records import PlaceMention, RelationType
from tawatur.records import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from tawatur.places.geometry import Area

DISTANCE_SLACK = 0.1
"""Newspapers round distances: «70 كيلومترا» is 63 to 77."""
LEAST_SLACK_M = 2_000.0
NEAR_M = 8_000.0
"""Beyond a town's own radius, for «محيط» and «مشارف»."""
BORDER_HALF_M = 15_000.0
COAST_M = 30_000.0
COUNTRYSIDE_M = 25_000.0
"""The countryside of a town that is no seat of a province."""
BEYOND_M = 30_000.0
"""How far «شمال حلب» reaches beyond the town."""
_LARGE = frozenset({"country", "adm1", "region", "desert", "sea", "island", "adm2", "mountain", "derived"})


def derive_area(
    relation: RelationType,
    bases: Sequence[Place],
    *,
    azimuth: float | None,
    km: float | None,
    text: str,
    gazetteer: Gazetteer,
) -> Place | None:
    """The area that stands in a relation to resolved places; None when it cannot be drawn.

    `text` is the expression itself: it names the area.
    """
    if not bases:
        return None
    base = bases[0]
    if relation == "same":
        return base
    area = _area(relation, tuple(bases), azimuth, km, gazetteer)
    if area is None:
        return None
    if relation == "distance" and azimuth is None and km is not None:
        return _place(text, base, relation, area.geometry, (base.lat, base.lon), km * 1_000 * (1 + DISTANCE_SLACK))
    return _place(text, base, relation, area.geometry, (area.lat, area.lon), area.radius_m)


@lru_cache(maxsize=1024)
def _area(
    relation: RelationType, bases: tuple[Place, ...], azimuth: float | None, km: float | None, gazetteer: Gazetteer
) -> Area | None:
    """The geometry of a relation, kept because the same few borders and provinces come in every report."""
    from tawatur.places.geometry import summed_up

    shape = _shape(relation, bases, azimuth=azimuth, km=km, gazetteer=gazetteer)
    return None if shape is None or shape.is_empty else summed_up(shape)


def derive_mention(mention: PlaceMention, *, bases: Sequence[Place], text: str, gazetteer: Gazetteer) -> Place | None:
    """The area of a derived mention, once its bases are known; `text` is the report's."""
    if mention.relation is None:
        return None
    return derive_area(
        mention.relation.type,
        bases,
        azimuth=mention.relation.azimuth,
        km=mention.relation.km,
        text=" ".join(text[slice(*mention.span)].split()),
        gazetteer=gazetteer,
    )


def _place(
    text: str, base: Place, relation: str, shape: BaseGeometry, point: tuple[float, float], radius_m: float
) -> Place:
    from tawatur.places.geometry import wkt

    return Place(
        id=f"{relation}({base.id})",
        ar=text,
        lat=round(point[0], 4),
        lon=round(point[1], 4),
        radius_m=float(round(radius_m, -2)),
        country=base.country,
        kind="derived",
        geometry=wkt(shape),
    )


def outline(place: Place, *, gazetteer: Gazetteer) -> BaseGeometry:
    """What a place covers: its outline where it is known, else a circle."""
    from tawatur.places.geometry import circle

    if place.geometry:
        from shapely import from_wkt

        return from_wkt(place.geometry)
    known = gazetteer.outline(place.id)
    return known if known is not None else circle((place.lat, place.lon), place.radius_m)


def province_of(place: Place, *, gazetteer: Gazetteer) -> str | None:
    """The province that a town is the seat of, or the province itself; None for other places."""
    entry = gazetteer.entry(place.id)
    if entry is None:
        return None
    if entry.kind == "adm1":
        return entry.id
    if entry.seat and entry.seat != entry.country:
        return entry.seat
    return entry.adm1 if entry.seat else None


def _shape(
    relation: RelationType, bases: Sequence[Place], *, azimuth: float | None, km: float | None, gazetteer: Gazetteer
) -> BaseGeometry | None:
    from tawatur.places import geometry as g

    base = bases[0]
    centre = (base.lat, base.lon)
    covered = outline(base, gazetteer=gazetteer)
    if relation == "distance" and km is not None:
        slack = max(LEAST_SLACK_M, km * 1_000 * DISTANCE_SLACK)
        inner, outer = max(0.0, km * 1_000 - slack), km * 1_000 + slack
        if azimuth is None:
            return g.ring(centre, inner, outer)
        return g.sector(centre, azimuth, inner_m=inner, outer_m=outer, half=30.0)
    if relation in ("direction", "part") and azimuth is not None:
        if base.kind in _LARGE or relation == "part":
            return g.side(covered, azimuth)
        return g.sector(centre, azimuth, inner_m=0.0, outer_m=base.radius_m + BEYOND_M, half=45.0)
    if relation == "countryside":
        return _countryside(base, covered, azimuth=azimuth, gazetteer=gazetteer)
    if relation == "border":
        return _border(bases, covered, gazetteer=gazetteer)
    if relation == "between" and len(bases) > 1:
        other = (bases[1].lat, bases[1].lon)
        return g.corridor(centre, other, half_m=max(5_000.0, 0.15 * g.metres(centre, other)))
    if relation == "near":
        return g.widen(covered, NEAR_M if base.kind not in _LARGE else 2 * NEAR_M)
    if relation == "inside":
        return covered
    if relation == "offshore":
        return _coast(base, covered, gazetteer=gazetteer)
    return None


def _countryside(
    base: Place, covered: BaseGeometry, *, azimuth: float | None, gazetteer: Gazetteer
) -> BaseGeometry | None:
    from tawatur.places import geometry as g

    identity = province_of(base, gazetteer=gazetteer)
    province = gazetteer.outline(identity) if identity else None
    town = gazetteer.seat(identity) if identity else None
    centre = (town.lat, town.lon) if town else (base.lat, base.lon)
    if province is None:
        land = g.circle(centre, base.radius_m + COUNTRYSIDE_M)
        hole = covered if base.kind not in _LARGE else None
    else:
        land = province
        hole = g.circle(centre, min(town.radius_m, 8_000.0)) if town else None
    if azimuth is not None:
        land = land.intersection(g.sector(centre, azimuth, inner_m=0.0, outer_m=500_000.0, half=50.0))
    return land.difference(hole) if hole is not None else land


def _border(bases: Sequence[Place], covered: BaseGeometry, *, gazetteer: Gazetteer) -> BaseGeometry | None:
    from tawatur.places import geometry as g

    if len(bases) > 1:
        second = outline(bases[1], gazetteer=gazetteer)
        return g.shared_border(covered, second, half_m=BORDER_HALF_M)
    return g.widen(covered.boundary, BORDER_HALF_M)


def _coast(base: Place, covered: BaseGeometry, *, gazetteer: Gazetteer) -> BaseGeometry | None:
    from tawatur.places import geometry as g

    nearby = [
        shape
        for entry in gazetteer.entries
        if entry.kind == "country" and abs(entry.lat - base.lat) < 25 and abs(entry.lon - base.lon) < 35
        for shape in (gazetteer.outline(entry.id),)
        if shape is not None and shape.distance(covered) < 1.0
    ]
    return g.offshore(covered, all_land=nearby, half_m=COAST_M)
