"""Keys by which a new claim finds the claims that it may share a happening with, and no others.

Two claims are weighed when they share a key. Every key holds a stretch of three days, so the claims behind it are bounded by what is told
about three days, however old the ledger is. A key that still gathers more than `CROWD` claims is no longer used by anyone: that is a property of
the claims there are, not of the order in which they came, and rarer words and finer places find the same claims again.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.merge.days import days_of, ordinal
from tawatur.merge.kinds import kinds
from tawatur.merge.parties import doers_of, sufferers_of
from tawatur.merge.records import Telling
from tawatur.merge.spots import base_of, located
from tawatur.merge.words import rarity

CROWD = 500
"""Claims behind one key from which on it finds too much to be of use; a claim is compared with a few hundred others at most."""
STRETCH = 3
"""Days in one stretch: reports of one happening date it a day apart at most, for what they tell of the night before."""
LONGEST = 15
"""Days of an interval beyond which it is known by month only and its keys name the month."""
MONTH = 30
RAREST = 6
"""Words of title, sentence and the sentences beside it that make keys, the rarest first."""
LEAST_RARITY = 4.0
"""A word of a key stands in less than two articles of a hundred."""
LEAST_LETTERS = 3
MOST_PARTIES = 3
"""Actors named beside the trigger that make keys, in pairs."""
MOST_SPOTS = 2


def keys(telling: Telling) -> tuple[str, ...]:
    """The keys of a claim, sorted; claims of one happening nearly always share one."""
    stretches = _stretches(telling)
    found = (
        f"{group}{subject}|{stretch}"
        for group in kinds().groups[telling.kind]
        for subject in _subjects(telling)
        for stretch in stretches
    )
    return tuple(sorted(set(found)))


def _subjects(telling: Telling) -> Iterator[str]:
    for spot in located(telling).spots[:MOST_SPOTS]:
        if spot.kind != "country":
            yield f"@{base_of(spot)}"
    parties = _parties(telling)
    for index, one in enumerate(parties):
        for other in parties[index + 1 :]:
            yield f"#{one}+{other}"
    for word in _rarest(telling):
        yield f"~{word}"


def _parties(telling: Telling) -> tuple[str, ...]:
    own = [party.id for party in (*doers_of(telling), *sufferers_of(telling)) if party.id]
    return tuple(sorted(dict.fromkeys([*own, *telling.setting.actors][:MOST_PARTIES])))


def _rarest(telling: Telling) -> tuple[str, ...]:
    rare = [word for word in telling.setting.words if len(word) >= LEAST_LETTERS and rarity(word) >= LEAST_RARITY]
    return tuple(sorted((word for word in rare if not word.isdigit()), key=lambda word: (-rarity(word), word))[:RAREST])


def _stretches(telling: Telling) -> tuple[str, ...]:
    """The stretches of three days that its days and its publication touch, each with the day before; of long intervals the months."""
    found: set[str] = set()
    days, published = days_of(telling), ordinal(telling.published)
    if days is not None and days.last - days.first > LONGEST:
        found |= {f"m{day // MONTH}" for day in (days.first, days.last)}
    elif days is not None:
        found |= _touched(days.first, days.last)
    if published is not None:
        found |= _touched(published, published)
    return tuple(sorted(found)) or ("never",)


def _touched(first: int, last: int) -> set[str]:
    return {str(index) for index in range((first - 1) // STRETCH, last // STRETCH + 1)}
