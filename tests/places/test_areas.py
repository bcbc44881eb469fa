"""Derived areas: what lies in them, how large they are, and that they can be read again."""

from __future__ import annotations

import pytest
from shapely import from_wkt

from tawatur.places import Gazetteer, as_place, derive_area, find_places, load_gazetteer, resolve_places
from tawatur.places.geometry import MOST_POINTS, metres, point
from tawatur.records import Place

# expression, (latitude, longitude) that lies in the area, one that does not
INSIDE = (
    ("ريف دير الزور الجنوبي", (34.6, 40.3), (35.9, 40.4)),
    ("ريف حلب", (36.5, 37.0), (36.2, 37.16)),
    ("ريف حلب الشمالي", (36.5, 37.1), (35.9, 37.2)),
    ("شرق سوريا", (35.3, 40.2), (34.7, 36.7)),
    ("شمال غرب سوريا", (36.0, 36.6), (35.3, 40.2)),
    ("جنوب اليمن", (13.0, 45.0), (16.9, 43.8)),
    ("الحدود السورية العراقية", (34.4, 41.0), (33.5, 36.3)),
    ("منطقة على الحدود بين سوريا والعراق", (34.4, 41.0), (33.3, 44.4)),
    ("أحياء غرب الموصل", (36.335, 43.05), (36.335, 43.2)),
    ("محيط مدينة الباب", (36.37, 37.56), (36.2, 37.16)),
    ("شمال حلب", (36.4, 37.15), (36.0, 37.15)),
    ("الطريق بين حمص وتدمر", (34.63, 37.5), (33.5, 36.3)),
    ("قبالة سواحل ليبيا", (32.85, 14.0), (30.0, 15.0)),
    ("على بعد 30 كيلومترا شمال شرق تدمر", (34.75, 38.5), (34.3, 38.0)),
    ("قاعدة على بعد 70 كيلومترا من البوكمال", (34.373, 40.155), (34.45, 40.92)),
)


def place_of(text: str) -> Place:
    gazetteer = load_gazetteer()
    readings = resolve_places(find_places(text, analyses=(), gazetteer=gazetteer), text=text, gazetteer=gazetteer)
    place = next(reading.place for reading in readings if reading.mention.outer is None)
    assert place is not None
    return place


@pytest.mark.parametrize(("text", "inside", "outside"), INSIDE, ids=[row[0] for row in INSIDE])
def test_what_lies_in_an_area(text: str, inside: tuple[float, float], outside: tuple[float, float]) -> None:
    place = place_of(text)
    assert place.kind == "derived"
    assert place.ar == text
    assert place.geometry is not None
    shape = from_wkt(place.geometry)
    assert shape.is_valid
    assert shape.distance(point(inside)) < 0.02
    assert not shape.contains(point(outside))
    count = sum(len(part.exterior.coords) for part in getattr(shape, "geoms", [shape]))
    assert count <= MOST_POINTS + 4
    assert 0 < place.radius_m < 1_000_000
    assert metres((place.lat, place.lon), inside) <= 1.6 * place.radius_m + 5_000


def test_the_whole_country_stays_the_country() -> None:
    assert place_of("العمق السوري").id == "SY"
    assert place_of("الأراضي العراقية").id == "IQ"


def test_a_province_is_an_area_and_its_town_is_not() -> None:
    assert place_of("محافظة حلب").kind == "adm1"
    assert place_of("محافظة حلب").radius_m > 50_000
    assert place_of("حلب").kind == "settlement"
    assert place_of("حلب").radius_m < 20_000
    assert place_of("الأنبار").kind == "adm1"


def gazetteer_place(gazetteer: Gazetteer, identity: str) -> Place:
    entry = gazetteer.entry(identity)
    assert entry is not None
    return as_place(entry)


def test_an_area_of_places_that_the_caller_has_found() -> None:
    gazetteer = load_gazetteer()
    town = gazetteer_place(gazetteer, "gn:174448")
    area = derive_area(
        "distance", [town], azimuth=None, km=70.0, text="قاعدة على بعد 70 كيلومترا منها", gazetteer=gazetteer
    )
    assert area is not None
    assert area.radius_m == pytest.approx(77_000)
    assert derive_area("distance", [], azimuth=None, km=70.0, text="", gazetteer=gazetteer) is None


def test_references_of_the_caller_reach_the_areas() -> None:
    gazetteer = load_gazetteer()
    text = "خرجوا من قاعدة تبعد عنها، على بعد 70 كيلومترا منها"
    found = find_places(text, analyses=(), gazetteer=gazetteer)
    pronoun = next(index for index, mention in enumerate(found) if mention.kind == "pronoun")
    town = gazetteer_place(gazetteer, "gn:174448")
    readings = resolve_places(found, text=text, gazetteer=gazetteer, references={pronoun: town})
    outer = next(reading for reading in readings if reading.mention.relation)
    assert outer.place is not None
    assert outer.place.lat == pytest.approx(town.lat, abs=0.001)


def test_the_country_spoken_of() -> None:
    gazetteer = load_gazetteer()
    text = "وصل الرئيس اليمني إلى عدن، وقال إن شمال البلاد آمن"
    readings = resolve_places(find_places(text, analyses=(), gazetteer=gazetteer), text=text, gazetteer=gazetteer)
    north = next(r for r in readings if text[slice(*r.mention.span)] == "شمال البلاد")
    assert north.place is not None
    assert north.place.country == "YE"


def test_the_second_station_is_known_only_near_other_places_of_its_country() -> None:
    gazetteer = load_gazetteer()
    near = "وصلت دورية إلى المحطة الثانية في بادية مدينة البوكمال"
    readings = resolve_places(find_places(near, analyses=(), gazetteer=gazetteer), text=near, gazetteer=gazetteer)
    assert readings[0].place is not None
    assert readings[0].place.id == "sy-t2"
    far = "توقف القطار في المحطة الثانية قرب باريس"
    readings = resolve_places(find_places(far, analyses=(), gazetteer=gazetteer), text=far, gazetteer=gazetteer)
    station = next(r for r in readings if r.mention.nominal)
    assert station.place is None
