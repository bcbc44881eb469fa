"""Which of the places that a ledger speaks of lie in an area, or near a point: numbers of rows of `spots`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, select

from tawatur.ledger import tables
from tawatur.ledger.merging.rows import numbered
from tawatur.ledger.rows import box_around
from tawatur.ledger.searching import spots_in_box
from tawatur.places.areas import outline
from tawatur.places.gazetteer import load_gazetteer
from tawatur.places.geometry import metres, point
from tawatur.records import Place

LEAST_WIDTH_M = 10_000.0
"""What is told of a whole town is found near a point in it, however small the radius that is asked for."""


class _Spot(NamedTuple):
    """Where a claim says it was."""

    place: str
    lat: float
    lon: float
    radius_m: float


def spots_inside(connection: Connection, *, area: Place) -> list[int]:
    """The spots in an area: the place itself, its parts, and whatever lies in it. What is wider than the area is not in it."""
    shape = outline(area, gazetteer=load_gazetteer())
    west, south, east, north = shape.bounds
    box = {"south": south, "north": north, "west": west, "east": east}

    @cache
    def inside(spot: _Spot) -> bool:
        if (spot.place, spot.lat, spot.lon) == (area.id, area.lat, area.lon):
            return True
        known = load_gazetteer().entry(spot.place)
        if known is not None and area.kind in ("country", "adm1"):
            return area.id == (known.country if area.kind == "country" else known.adm1)
        return spot.radius_m <= area.radius_m and bool(shape.covers(point((spot.lat, spot.lon))))

    return _those(connection, spots_in_box(connection, box=box), fits=inside)


def spots_around(connection: Connection, *, lat: float, lon: float, radius_m: float) -> list[int]:
    """The spots whose middle lies within a radius; what is much wider than it, such as a whole country, is not near."""
    widest = max(radius_m, LEAST_WIDTH_M)

    @cache
    def near(spot: _Spot) -> bool:
        return spot.radius_m <= widest and metres((lat, lon), (spot.lat, spot.lon)) <= radius_m

    box = box_around(lat, lon, radius_m=radius_m)
    return _those(connection, spots_in_box(connection, box=box), fits=near)


def _those(connection: Connection, numbers: Sequence[int], *, fits: Callable[[_Spot], bool]) -> list[int]:
    spots = tables.spots.c
    query = select(spots.number, spots.place, spots.lat, spots.lon, spots.radius_m).where(
        spots.number.in_(numbered(connection, numbers))
    )
    return [number for number, *spot in connection.execute(query) if fits(_Spot(*spot))]
