"""Patterns of the words before a place that make an area of it, compiled from the word lists.

Each is matched against the folded words left of the place, one blank between two, and must reach its very end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tawatur.places.records import RelationType
from tawatur.places.words import ARTICLE, place_words

_PROCLITICS = "(?:^|(?<= ))(?:[\u0648\u0641]?(?:\u0628|\u0643|\u0644(?!\u0644))?)"
_NUMBER = r"\d+(?:[.,]\d+)?"
_TO = "\u0627\u0644\u064a"
_IN = "\u0641\u064a"
_OF = "\u0645\u0646"
_ABOUT = "\u0639\u0646"
_WITH = "\u0645\u0639"
_BETWEEN = "\u0628\u064a\u0646"
_AND = "\u0648"


class Pattern(NamedTuple):
    """One way to lie to a place."""

    type: RelationType
    words: re.Pattern[str]


class Patterns(NamedTuple):
    """All patterns, best first, and the words one of which must stand right before the place."""

    listed: tuple[Pattern, ...]
    closing: frozenset[str]
    measure: re.Pattern[str]
    """The distance after the place: «تبعد عن البوكمال 70 كيلومترا»."""
    lying: re.Pattern[str]
    """«تقع», «الواقعة» between a noun and its relation."""


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns of the shipped word lists."""
    known = place_words()
    lists = {name: _any(words) for name, words in known.lists.items()}
    plain = [word for word in known.directions if not word.startswith(ARTICLE)]
    definite = [word for word in known.directions if word.startswith(ARTICLE)]
    toward = f"(?P<toward>{_any(plain)})"
    onward = f"(?P<onward>{_any(definite)})"
    either = f"(?P<either>{_any(known.directions)})"
    also = f"(?:(?P<also>{_any(plain)}) {_AND})?"
    unit = f"(?:(?P<km>{lists['kilometre']})|(?P<mile>{lists['mile']})|(?P<metre>{lists['metre']}))"
    number = f"(?P<number>{_NUMBER}|{_any(known.numbers)})"
    about = f"(?:{lists['about']} )?"
    demonym = f"(?: (?P<demonym>{_any(word for word in known.demonyms if word.startswith(ARTICLE))}))?"
    away = f"(?P<away> {lists['away']})"
    texts: tuple[tuple[RelationType, str], ...] = (
        ("distance", f"(?P<lead>{lists['lead']} )?{about}{number} {unit}(?: (?:{_TO} )?{either})?{away}?"),
        ("border", f"{lists['border']}{demonym} (?:(?P<between>{_BETWEEN})|{_WITH})"),
        ("border", f"{lists['border']}"),
        ("between", f"{lists['road']}(?: {lists['lying']})? {_BETWEEN}"),
        ("offshore", f"(?:{lists['offshore']}(?: {lists['coast']})?|{lists['coast']})"),
        ("part", f"{lists['quarters']} (?:{_IN} )?{toward}"),
        ("part", f"{lists['quarters']} {onward}(?: (?:{_OF}|{_IN}))?"),
        ("direction", f"(?:{_TO} )?{onward} {_OF}"),
        ("direction", f"(?:{lists['extreme']} )?{also}{toward}"),
        ("countryside", f"(?:{ARTICLE})?{lists['countryside']}(?: {onward})?"),
        ("near", lists["near"]),
        ("inside", lists["inside"]),
    )
    listed = tuple(Pattern(kind, re.compile(f"{_PROCLITICS}(?P<all>{text})$")) for kind, text in texts)
    closing = {_OF, _ABOUT, _TO, _IN, _WITH, _BETWEEN, *known.directions}
    for name in ("countryside", "near", "inside", "offshore", "coast", "border", "kilometre", "mile", "metre"):
        closing.update(known.lists[name])
    return Patterns(
        listed,
        frozenset(word.split()[-1] for word in closing),
        re.compile(f"{about}{number} {unit}(?: (?:{_TO} )?{either})?(?= |$)"),
        re.compile(f"(?:^|(?<= ))(?:{_AND})?{lists['lying']}$"),
    )
