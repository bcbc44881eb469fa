"""Places: the gazetteer, finding places in a text, telling which is meant, and drawing derived areas.

>>> gazetteer = load_gazetteer()
>>> text = "قصف الطيران مواقع في ريف دير الزور الجنوبي"
>>> found = find_places(text, analyses=(), gazetteer=gazetteer)
>>> area = resolve_places(found, text=text, gazetteer=gazetteer)[0].place
>>> area.kind, area.country, area.radius_m > 20_000
('derived', 'SY', True)
"""

from tawatur.places.areas import derive_area, derive_mention
from tawatur.places.gazetteer import Gazetteer, load, load_gazetteer
from tawatur.places.recognise import find_places
from tawatur.places.records import Candidate, GazetteerEntry, PlaceMention, PlaceReading, Relation, as_place
from tawatur.places.resolve import resolve_places

__all__ = [
    "Candidate",
    "Gazetteer",
    "GazetteerEntry",
    "PlaceMention",
    "PlaceReading",
    "Relation",
    "as_place",
    "derive_area",
    "derive_mention",
    "find_places",
    "load",
    "load_gazetteer",
    "resolve_places",
]
