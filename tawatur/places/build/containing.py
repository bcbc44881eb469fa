"""Towns whose province the outlines do not have, because it is younger than they are, are put into the one around them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from shapely import STRtree
from shapely.geometry import Point

from tawatur.places.build.scope import REGION
from tawatur.places.gazetteer import outline_of
from tawatur.places.records import GazetteerEntry


class Provinces:
    """The outlines of the provinces, asked which of them holds a point."""

    def __init__(self, shapes: Mapping[str, list[list[list[int]]]]) -> None:
        self._ids = tuple(shapes)
        self._tree = STRtree([outline_of(shape) for shape in shapes.values()])

    def with_known_province(self, town: GazetteerEntry) -> GazetteerEntry:
        """The town as it is, or in the province that holds it when its own has no outline."""
        if town.adm1 in self._ids or town.country not in REGION:
            return town
        holding = self._tree.query(Point(town.lon, town.lat), predicate="within")
        found = next((self._ids[i] for i in holding if self._ids[i].startswith(f"{town.country}.")), None)
        return msgspec.structs.replace(town, adm1=found, seat=None if town.seat == town.adm1 else town.seat)
