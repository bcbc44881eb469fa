"""Type nouns in a text, and which kinds of places each lets through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.places.records import Candidate
from tawatur.places.units import Unit
from tawatur.places.words import ARTICLE, Noun, place_words

SETTLED = frozenset({"settlement", "district", "camp", "adm2", "region"})
COMPATIBLE: dict[str, frozenset[str]] = {
    "settlement": frozenset({"settlement", "district", "camp", "adm2"}),
    "adm1": frozenset({"adm1", "region"}),
    "adm2": frozenset({"adm2", "settlement"}),
    "region": frozenset({"region", "adm1", "adm2", "settlement", "district", "desert", "front", "mountain", "camp"}),
    "country": frozenset({"country"}),
    "district": frozenset({"district", "settlement", "camp", "region"}),
    "camp": frozenset({"camp", "district"}),
    "oilfield": frozenset({"oilfield", "gasfield"}),
    "pumpstation": frozenset({"pumpstation", "facility", "powerplant"}),
    "airport": frozenset({"airport", "airbase"}),
    "airbase": frozenset({"airbase", "airport", "facility", "base"}),
    "facility": frozenset({"facility", "base", "gasfield", "airbase", "refinery", "powerplant"}),
    "mountain": frozenset({"mountain", "region", "adm1", "settlement"}),
    "island": frozenset({"island", "region"}),
    "sea": frozenset({"sea"}),
    "river": frozenset({"river"}),
    "front": frozenset({"front", "settlement", "region", "district"}),
}
"""Kinds of entries that a type noun's kind lets through; a kind that is not listed lets only itself through."""
LOOSE = frozenset({"airport", "airbase", "facility", "port", "crossing", "dam", "street", "front", "oilfield", "camp"})
"""After these nouns a town's name tells only where about the thing is: «سجن صيدنايا», «مستشفى دوما»."""
UNKNOWN = frozenset({"settlement", "district", "camp", "oilfield", "airport", "crossing", "adm2", "mountain"})
"""After these nouns a word that nobody knows is taken as a name."""


class NounMatch(NamedTuple):
    """A type noun in the text."""

    first: int
    stop: int
    offset: int
    noun: Noun
    definite: bool


def noun_at(units: Sequence[Unit], first: int) -> NounMatch | None:
    """The type noun that begins in this unit, two words before one, fewer proclitics first."""
    known = place_words().nouns
    following = units[first + 1].text if first + 1 < len(units) else ""
    for stem in units[first].stems:
        definite = stem.text.startswith(ARTICLE)
        word = stem.text.removeprefix(ARTICLE) if definite else stem.text
        pair = known.get(f"{word} {following}") if following else None
        if pair:
            return NounMatch(first, first + 2, stem.offset, pair, definite)
        noun = known.get(word)
        if noun:
            return NounMatch(first, first + 1, stem.offset, noun, definite)
    return None


def compatible(candidates: tuple[Candidate, ...], *, kind: str) -> tuple[Candidate, ...]:
    allowed = COMPATIBLE.get(kind, frozenset({kind}))
    return tuple(c for c in candidates if c.entry.kind in allowed)
