"""Keys by which a new claim finds the claims that it may share a happening with, and no others.

Two claims are weighed when they share a key. Every key holds a stretch of three days, so the claims behind it are bounded by what is told
about three days, however old the ledger is. A key that still gathers more than `CROWD` claims is no longer used by anyone: that is a property of
the claims there are, not of the order in which they came, and rarer words and finer places find the same claims again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tawatur.merge.days import Days, days_of
from tawatur.merge.kinds import kinds
from tawatur.merge.parties import doers_of, sufferers_of
from tawatur.merge.records import Spot, Telling
from tawatur.merge.spots import located
from tawatur.merge.words import rarity, stem
from tawatur.places import load_gazetteer

CROWD = 500
"""Claims behind one key from which on it finds too much to be of use; a claim is compared with a few hundred others at most."""
STRETCH = 3
"""Days in one stretch: reports of one happening date it a day apart at most, for what they tell of the night before."""
LONGEST = 15
"""Days of an interval beyond which it is known by month only and its keys name the month."""
CELL_DEGREES = 0.5
"""About 50 km: wider than the circles of towns, narrower than provinces."""
RAREST = 4
"""Words of the sentence that make keys, the rarest first."""
LEAST_RARITY = 4.0
"""A word of a key stands in less than two articles of a hundred."""
MOST_PARTIES = 3
"""Named actors that make keys in pairs."""


def keys(telling: Telling) -> tuple[str, ...]:
    """The keys of a claim, sorted; claims of one happening nearly always share one."""
    days = days_of(telling)
    stretches = _stretches(days) if days else ("never",)
    found = (f"{subject}|{stretch}" for subject in _subjects(telling) for stretch in stretches)
    return tuple(sorted(set(found)))


def _subjects(telling: Telling) -> Iterator[str]:
    group = kinds().group[telling.kind]
    for spot in located(telling).spots[:2]:
        for area in _areas(spot):
            yield f"{group}@{area}"
    parties = _parties(telling)
    for index, one in enumerate(parties):
        for other in parties[index + 1 :]:
            yield f"{group}#{one}+{other}"
    for word in _rarest(telling):
        yield f"~{word}"


def _areas(spot: Spot) -> Iterator[str]:
    """The province and the cell of a place; a country alone is no key, for half the news of it would share it."""
    entry = load_gazetteer().entry(spot.id or "")
    if spot.kind == "country":
        return
    if spot.kind == "adm1" and spot.id:
        yield spot.id
        return
    if entry is not None and entry.adm1:
        yield entry.adm1
    if spot.lat is not None and spot.lon is not None:
        yield f"{math.floor(spot.lat / CELL_DEGREES)},{math.floor(spot.lon / CELL_DEGREES)}"


def _parties(telling: Telling) -> tuple[str, ...]:
    own = [party.id for party in (*doers_of(telling), *sufferers_of(telling)) if party.id]
    return tuple(sorted(dict.fromkeys([*own, *telling.setting.actors][:MOST_PARTIES])))


def _rarest(telling: Telling) -> tuple[str, ...]:
    stems = {stem(word) for word in telling.words if not word.isdigit()}
    ranked = sorted((word for word in stems if rarity(word) >= LEAST_RARITY), key=lambda word: (-rarity(word), word))
    return tuple(ranked[:RAREST])


def _stretches(days: Days) -> tuple[str, ...]:
    """The stretches of three days that an interval and the day before it touch, or its months."""
    if days.last - days.first > LONGEST:
        return tuple(sorted({f"m{day // 30}" for day in (days.first, days.last)}))
    return tuple(str(index) for index in range((days.first - 1) // STRETCH, days.last // STRETCH + 1))
