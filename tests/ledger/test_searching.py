"""Reports are found by their words however these are written, and claims by where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.ledger import Ledger
from tawatur.ledger.rows import box_around
from tawatur.ledger.searching import MOST_INDEXED, spots_near
from tests.ledger.build import pairs, reading, report
from tests.ledger.filler import QuickReader


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("سراقب", True),
        ("سراقب الجيش", True),  # all of them, in any order
        ("الجيــش", True),  # tatweel
        ("القريه رقم ١", True),  # ta marbuta as ha, Arabic-Indic digits
        ('"بلدة سراقب"', True),  # side by side
        ('"سراقب بلدة"', False),  # in this order they are not
        ("سراقب ترهونة", False),
        ("سراق", False),  # words, not their beginnings
        ("«سراقب»،", True),  # what is around a word is not of it
        ("OR AND *", False),  # nothing of a query language gets through
        ('"', False),
        ("", False),
    ],
)
def test_words_are_found_as_they_are_folded(ledger: Ledger, words: str, found: bool) -> None:
    ledger.add_readings(pairs(1))
    assert bool(ledger.search(words)) is found


def test_the_longest_report_can_be_indexed(ledger: Ledger) -> None:
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    words = " ".join(a + b + c + d for a in letters for b in letters for c in letters[:12] for d in letters)
    assert len(words) > MOST_INDEXED
    ledger.add([report(text=words)], reader=QuickReader())
    assert len(ledger.search("اااا ااات")) == 1
    assert list(ledger.examine()) == []


def test_places_are_found_by_where_they_are(ledger: Ledger) -> None:
    other = report(text="أعلن الجيش دخول مدينة ترهونة")
    ledger.add_readings([*pairs(2), (other, reading(other))])
    with ledger.asking() as connection:
        assert len(spots_near(connection, lat=35.9, lon=36.8, radius_m=5_000)) == 2
        assert spots_near(connection, lat=32.4, lon=13.6, radius_m=5_000) == []
        assert spots_near(connection, lat=40.0, lon=36.8, radius_m=5_000) == []


@given(
    lat=st.floats(-89, 89),
    lon=st.floats(-179, 179),
    radius_m=st.floats(1, 50_000),
    bearing=st.floats(0, 360),
    share=st.floats(0, 1),
)
def test_a_box_holds_its_circle(lat: float, lon: float, radius_m: float, bearing: float, share: float) -> None:
    from pyproj import Geod

    east, north, _ = Geod(a=6_371_000, f=0).fwd(lon, lat, bearing, radius_m * share)
    box = box_around(lat, lon, radius_m=radius_m)
    assert box["south"] - 1e-9 <= north <= box["north"] + 1e-9
    assert box["west"] - 1e-9 <= east <= box["east"] + 1e-9 or abs(east - lon) > 180
