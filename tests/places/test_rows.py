"""Our own rows: each lies in its province and where it says from the settlement it names; the shipped file holds them."""

from __future__ import annotations

import pytest

from tawatur.places import as_place, load_gazetteer
from tawatur.places.areas import outline
from tawatur.places.build import rows_hash
from tawatur.places.build.curated import CuratedRow, aliases, rows
from tawatur.places.geometry import bearing, metres, point
from tawatur.places.words import fold_words

ROWS = tuple(rows())
AREAS = frozenset({"region", "sea", "river", "strait", "island", "mountain"})
TOLERANCE_KM = 16.0
"""Natural Earth's outlines are simplified, and older than some provinces (Baghdad's is too small)."""
POINTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def test_there_are_enough_rows_with_ids_of_their_own() -> None:
    assert len(ROWS) >= 400
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_lies_where_it_says(row: CuratedRow) -> None:
    gazetteer = load_gazetteer()
    if row.adm1:
        province = gazetteer.entry(row.adm1)
        assert province is not None, row.adm1
        tolerance = row.radius_m / 1_000 if row.kind in AREAS else TOLERANCE_KM
        off = outline(as_place(province), gazetteer=gazetteer).distance(point((row.lat, row.lon))) * 111.0
        assert off <= max(tolerance, TOLERANCE_KM)
    town = gazetteer.entry(row.near.place)
    assert town is not None, row.near
    assert town.ar == row.near.name
    km = metres((town.lat, town.lon), (row.lat, row.lon)) / 1_000
    assert km == pytest.approx(row.near.km, abs=1.0)
    if row.near.bearing != "-":
        turn = bearing((town.lat, town.lon), (row.lat, row.lon)) - 45.0 * POINTS.index(row.near.bearing)
        assert abs((turn + 180.0) % 360.0 - 180.0) <= 35.0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_names_are_clean(row: CuratedRow) -> None:
    folded = [fold_words(name) for name in row.names]
    assert len(set(folded)) == len(folded)
    for name in row.names:
        assert name == " ".join(name.split())
        assert not set(name) & set("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u06a9\u06cc\u200f\u200e")


def test_shipped_file_was_built_from_these_rows() -> None:
    assert load_gazetteer().header.rows_hash == rows_hash()


def test_aliases_name_entries_that_are_there() -> None:
    gazetteer = load_gazetteer()
    for identity, alias in aliases().items():
        entry = gazetteer.entry(identity)
        assert (entry is None) == bool(alias.get("drop")), identity
        assert entry is None or entry.ar == alias["ar"]
