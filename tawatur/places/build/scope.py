"""Which places of the world are taken, and how large a place is when nobody says."""

from __future__ import annotations

import math

DENSE = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "LY",
        "SD",
        "LB",
        "PS",
        "IL",
        "EG",
        "JO",
        "SA",
        "KW",
        "QA",
        "BH",
        "OM",
        "AE",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SO",
        "DJ",
        "KM",
        "EH",
        "SS",
        "ER",
    ]
)
"""Every settlement with an Arabic name is taken."""
NEAR = frozenset(["TR", "ET", "TD", "ML", "NE", "NG", "CF", "CM", "BF", "UA"])
"""Settlements with an Arabic name are taken from 5,000 inhabitants, or when they are a seat."""
PERSIAN = frozenset(["IR", "AF", "PK"])
"""Names in Arabic letters are mostly Persian, Pashto or Urdu there: from 20,000 inhabitants, or a province's seat."""
BIG_PROVINCES = frozenset(
    [
        "US",
        "RU",
        "UA",
        "DE",
        "FR",
        "ES",
        "IT",
        "CN",
        "IN",
        "NG",
        "KE",
        "CM",
        "CF",
        "CD",
        "CA",
        "AU",
        "BR",
        "GB",
        "AZ",
        "AM",
        "GE",
        "KZ",
        "UZ",
        "TM",
        "TJ",
        "KG",
        "GR",
        "BY",
    ]
)
"""Countries outside the region whose provinces are taken by name, without polygon."""
REGION = DENSE | NEAR | PERSIAN
"""Provinces are taken with their polygons."""
_SEATS = frozenset({"PPLC", "PPLA"})


def takes(*, country: str, population: int, feature: str) -> bool:
    """Whether a settlement that has an Arabic name belongs into the gazetteer."""
    if country in DENSE or feature == "PPLC":
        return True
    if country in NEAR:
        return population >= 5_000 or feature in _SEATS
    if country in PERSIAN:
        return population >= 20_000 or feature in _SEATS
    if country in ("RU", "AM", "AZ", "GE", "CY"):
        return population >= 30_000 or feature in _SEATS
    return population >= 100_000 or (feature in _SEATS and population >= 30_000)


def settlement_radius(population: int) -> float:
    """Metres: 1.5 km for a village, 3 km for 20,000 people, 10 km for a million, at most 25 km."""
    if population <= 0:
        return 3_000.0
    return float(round(min(25_000.0, max(1_500.0, 3_000.0 * (population / 20_000) ** 0.31)), -2))


def circle_radius(area_m2: float) -> float:
    """Metres: the radius of the circle that has this area."""
    return float(round(math.sqrt(area_m2 / math.pi), -2))
