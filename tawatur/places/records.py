"""What the gazetteer holds and what is said about the places of a text: frozen records.

>>> town = GazetteerEntry(id="gn:174448", kind="settlement", ar="البوكمال", en="Al Bukamal", country="SY",
...                       adm1="SY.07", lat=34.45, lon=40.92, radius_m=4000.0)
>>> as_place(town).kind
'settlement'
"""

from __future__ import annotations

from typing import Literal

from tawatur.records import Place, Record, Span


class GazetteerEntry(Record, kw_only=True):
    """A place of the world: a town, a province, an oil field, a country."""

    id: str
    """"SY" for a country, "SY.07" for a province, "gn:174448" for a GeoNames settlement, "sy-omar-field" for a row of ours."""
    kind: str
    """Such as "settlement", "adm1", "country", "oilfield", "airbase"; the list is in data/places/nouns.toml."""
    ar: str
    """Preferred Arabic name."""
    en: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2; None for what belongs to no single country, such as a sea."""
    adm1: str | None = None
    """Id of the province it lies in."""
    lat: float
    lon: float
    radius_m: float
    population: int | None = None
    names: tuple[str, ...] = ()
    """Other common Arabic names."""
    noisy: tuple[str, ...] = ()
    """Arabic names from a source that is often wrong: taken only where the words around them say that it is a place."""
    source: str = "geonames"
    seat: str | None = None
    """Of a capital or seat: the id of the country or province it is the seat of."""


Grade = Literal["name", "noisy", "base"]
"""How a name belongs to an entry: a good name, a noisy one, or the base «العمر» of «حقل العمر», good only after its type word."""


class Candidate(Record, kw_only=True):
    """An entry that a mention may mean, and how well it fits; scores compare within one mention only."""

    entry: GazetteerEntry
    grade: Grade
    score: float = 0.0


RelationType = Literal[
    "distance",
    "direction",
    "countryside",
    "border",
    "between",
    "near",
    "inside",
    "part",
    "offshore",
    "same",
]


class Relation(Record, kw_only=True):
    """How a derived area lies to other places: «على بعد 70 كيلومترا من البوكمال» is 70 km in no direction from one base."""

    type: RelationType
    bases: tuple[int, ...]
    """Indices of the mentions it is measured from, in the order of the text."""
    azimuth: float | None = None
    """Degrees clockwise from north; None when no direction is given."""
    km: float | None = None


Evidence = Literal["type word", "direction", "name", "proper noun", "known", "demonym", "pattern"]


class PlaceMention(Record, kw_only=True):
    """Words that mean a place, named or not, with what they may mean."""

    span: Span
    """The whole expression: «مدينة البوكمال», «ريف دير الزور الجنوبي»."""
    name_span: Span | None
    """The bare name in it; None when nothing is named."""
    kind: str | None = None
    """What the type word says: "oilfield", "adm1"; None without a type word."""
    nominal: bool = False
    """No name in it: «المدينة», «محطة ضخ نفطي»; what it means is left to reference."""
    number: Literal["s", "d", "p"] = "s"
    """«البلدين» is "d", «القرى» is "p"."""
    definite: bool = True
    """«المحطة الثانية» is, «محطة ضخ» is not."""
    candidates: tuple[Candidate, ...] = ()
    """Entries of that name, best first as far as the name alone tells."""
    relation: Relation | None = None
    outer: int | None = None
    """Index of the larger expression this mention is a part of."""
    within: tuple[str, ...] = ()
    """Ids of countries or provinces that the words right beside it name: «القائم العراقية» is within "IQ"."""
    evidence: Evidence = "known"
    inside: Literal["organisation", "person", "other"] | None = None
    """Type of a name of another sort that covers it, such as «جامعة دمشق»."""


class PlaceReading(Record, kw_only=True):
    """What a mention means: the place, the runners-up, and how sure that is."""

    mention: PlaceMention
    place: Place | None
    others: tuple[Place, ...] = ()
    score: float = 0.0
    """From 0 to 1: share of the best candidate among all."""


def as_place(entry: GazetteerEntry) -> Place:
    """The record of the JSON contract for a gazetteer entry."""
    return Place(
        id=entry.id,
        ar=entry.ar,
        en=entry.en,
        lat=entry.lat,
        lon=entry.lon,
        radius_m=entry.radius_m,
        country=entry.country,
        kind=entry.kind,
    )
