"""Areas on the earth: sectors, rings, strips and circles, in metres on the WGS84 ellipsoid; longitude before latitude."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from pyproj import Geod
from shapely import set_precision, to_wkt
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

_GEOD = Geod(ellps="WGS84")
_STEP = 15
"""Degrees between two points of a circle: 24 points deviate by under one per cent of the radius."""
MOST_POINTS = 60
_DEGREE_M = 111_320.0


class Area(NamedTuple):
    """A geometry with the point that stands for it and how far from it the thing meant may lie."""

    geometry: BaseGeometry
    lat: float
    lon: float
    radius_m: float


def metres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Metres between two (latitude, longitude)."""
    return float(_GEOD.inv(first[1], first[0], second[1], second[0])[2])


def bearing(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Degrees clockwise from north at which the second (latitude, longitude) lies from the first."""
    return float(_GEOD.inv(first[1], first[0], second[1], second[0])[0]) % 360.0


def ahead(point: tuple[float, float], azimuth: float, distance_m: float) -> tuple[float, float]:
    """The (latitude, longitude) that lies so many metres away in a direction."""
    lon, lat, _ = _GEOD.fwd(point[1], point[0], azimuth, distance_m)
    return float(lat), float(lon)


def _arc(point: tuple[float, float], radius_m: float, degrees: Iterable[float]) -> list[tuple[float, float]]:
    return [(lon, lat) for lat, lon in (ahead(point, azimuth, radius_m) for azimuth in degrees)]


def circle(point: tuple[float, float], radius_m: float) -> Polygon:
    """A circle around a (latitude, longitude)."""
    return Polygon(_arc(point, radius_m, range(0, 360, _STEP)))


def ring(point: tuple[float, float], inner_m: float, outer_m: float) -> Polygon:
    """All that lies between two distances."""
    degrees = range(0, 360, _STEP)
    return Polygon(_arc(point, outer_m, degrees), [_arc(point, inner_m, degrees)])


def sector(point: tuple[float, float], azimuth: float, *, inner_m: float, outer_m: float, half: float) -> Polygon:
    """The part of a ring that lies within `half` degrees of a direction."""
    degrees = [azimuth - half + step * half / 4 for step in range(9)]
    near = _arc(point, inner_m, reversed(degrees)) if inner_m > 0 else [(point[1], point[0])]
    return Polygon(_arc(point, outer_m, degrees) + near)


def corridor(first: tuple[float, float], second: tuple[float, float], *, half_m: float) -> Polygon:
    """A strip between two points, `half_m` to either side."""
    azimuth = bearing(first, second)
    sides = ((first, azimuth - 90), (second, azimuth - 90), (second, azimuth + 90), (first, azimuth + 90))
    return Polygon([(lon, lat) for lat, lon in (ahead(point, turn, half_m) for point, turn in sides)])


def side(area: BaseGeometry, azimuth: float) -> BaseGeometry:
    """The third of an area that lies furthest in a direction; of an oblique direction, the quarter."""
    west, south, east, north = area.bounds
    middle = area.centroid
    reach = 2 * max(east - west, north - south)
    stretch = math.cos(math.radians(middle.y))
    x, y = math.sin(math.radians(azimuth)) / max(stretch, 0.2), math.cos(math.radians(azimuth))
    length = math.hypot(x, y)
    x, y = x / length, y / length
    low, high = 0.0, reach
    for _ in range(14):
        cut = (low + high) / 2 - reach / 2
        start = (middle.x + x * cut, middle.y + y * cut)
        half = Polygon(
            [
                (start[0] - y * reach, start[1] + x * reach),
                (start[0] + y * reach, start[1] - x * reach),
                (start[0] + y * reach + x * reach, start[1] - x * reach + y * reach),
                (start[0] - y * reach + x * reach, start[1] + x * reach + y * reach),
            ]
        )
        part = area.intersection(half)
        if part.area > area.area * _SIDE:
            low = (low + high) / 2
        else:
            high = (low + high) / 2
    return part if not part.is_empty else area


_SIDE = 0.4
"""«شرق سوريا» is taken as the eastern two fifths."""


def widen(geometry: BaseGeometry, distance_m: float) -> BaseGeometry:
    """A geometry with a margin; degrees of longitude are taken at its middle latitude, good enough for areas."""
    stretch = max(0.2, math.cos(math.radians(geometry.centroid.y)))
    return geometry.buffer(distance_m / _DEGREE_M / math.sqrt(stretch), quad_segs=3)


def shared_border(first: BaseGeometry, second: BaseGeometry, *, half_m: float) -> BaseGeometry | None:
    """The strip along the line where two areas meet; None when they do not."""
    wide = half_m / _DEGREE_M
    strip = widen(first.boundary, half_m).intersection(widen(second.boundary, half_m))
    simple = strip.simplify(wide / 3)
    return None if simple.is_empty else simple


def offshore(land: BaseGeometry, *, all_land: Iterable[BaseGeometry], half_m: float) -> BaseGeometry | None:
    """The strip of sea before a coast; None for what has none."""
    strip = widen(land, half_m).difference(land.buffer(0.01))
    for other in all_land:
        strip = strip.difference(other.buffer(0.02))
    return None if strip.is_empty or strip.area < 1e-4 else strip


def area_m2(geometry: BaseGeometry) -> float:
    """Square metres on the ellipsoid."""
    return abs(float(_GEOD.geometry_area_perimeter(geometry)[0]))


def summed_up(geometry: BaseGeometry) -> Area:
    """A geometry of at most 60 points, with its middle, and the radius that covers four fifths of its extent."""
    simple = _simpler(geometry)
    middle = simple.centroid
    if not simple.intersects(middle):
        middle = simple.representative_point() if not _is_ring(simple) else middle
    corners = [corner for part in _parts(simple) for corner in part.exterior.coords]
    furthest = max((metres((middle.y, middle.x), (y, x)) for x, y, *_ in corners), default=0.0)
    even = math.sqrt(area_m2(simple) / math.pi)
    return Area(simple, round(middle.y, 4), round(middle.x, 4), float(round(max(even, 0.8 * furthest), -2)))


def _is_ring(geometry: BaseGeometry) -> bool:
    return any(len(part.interiors) > 0 for part in _parts(geometry))


def _parts(geometry: BaseGeometry) -> list[Polygon]:
    parts = list(getattr(geometry, "geoms", [geometry]))
    return [part for part in parts if isinstance(part, Polygon) and not part.is_empty]


def _points(geometry: BaseGeometry) -> int:
    return sum(
        len(part.exterior.coords) + sum(len(ring.coords) for ring in part.interiors) for part in _parts(geometry)
    )


def _simpler(geometry: BaseGeometry) -> BaseGeometry:
    """Small parts dropped, then simplified until few enough points are left."""
    parts = sorted(_parts(geometry), key=lambda part: -part.area)
    kept = [part for part in parts[:4] if part.area > 0.03 * parts[0].area]
    simple: BaseGeometry = kept[0] if len(kept) == 1 else MultiPolygon(kept)
    tolerance = 0.002
    while _points(simple) > MOST_POINTS and tolerance < 5:
        simple = simple.simplify(tolerance)
        tolerance *= 1.6
    return simple if _parts(simple) else kept[0].convex_hull


def wkt(geometry: BaseGeometry) -> str:
    """The geometry as text, to a thousandth of a degree."""
    exact = set_precision(geometry, 0.001)
    return str(to_wkt(exact if not exact.is_empty else geometry, rounding_precision=3))


def point(place: tuple[float, float]) -> Point:
    """A (latitude, longitude) as a point."""
    return Point(place[1], place[0])
