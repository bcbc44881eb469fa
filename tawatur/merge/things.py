"""What a place that no gazetteer knows is, by its words: a quarter with a name, some villages, the camp spoken of before.

>>> thing("حي الكهرباء")
Thing(kind='district', name='الكهرباء', spoken_of=False)
>>> thing("مناطق واسعه").name, thing("المعسكر").spoken_of, thing("اسلحه ثقيله")
(None, True, None)
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from tawatur.merge.stated import stated
from tawatur.places.words import ARTICLE, Noun, fold_words, place_words
from tawatur.records import Record

_SIZES = {"country": 0, "adm1": 1, "derived": 1, "adm2": 2, "region": 2, "front": 2, "settlement": 3}
"""From wide to small; all others are smaller than a town."""


class Thing(Record, kw_only=True):
    """A place by its words."""

    kind: str
    """As the noun says: "settlement", "district", "facility" …"""
    name: str | None
    """What stands beside the noun, or the noun with it where it makes the name («قصر المؤتمرات»); None without a name."""
    spoken_of: bool
    """One that was named before, or that the reader knows: «المعسكر»."""


class _Nouns(Record, kw_only=True):
    kind: str
    one: tuple[str, ...] = ()
    many: tuple[str, ...] = ()


class _Things(msgspec.Struct, frozen=True):
    thing: tuple[_Nouns, ...]
    nameless: tuple[str, ...]


@lru_cache(maxsize=10_000)
def thing(words: str) -> Thing | None:
    """The place that folded words are by their first noun; None where it is no noun of a place, as in «أسلحة ثقيلة»."""
    first, _, rest = words.partition(" ")
    plain = first.removeprefix(ARTICLE)
    own = _own_nouns().get(plain)
    noun = own or place_words().nouns.get(plain)
    if noun is None:
        return None
    if plain != first:
        return Thing(kind=noun.kind, name=None, spoken_of=noun.number != "p")
    name = None if noun.number == "p" else name_in(rest)
    return Thing(kind=noun.kind, name=f"{first} {name}" if own and name else name, spoken_of=False)


def size(kind: str) -> int:
    """How small places of a kind are, for telling which of two lies in the other."""
    return _SIZES.get(kind, 4)


def name_in(words: str) -> str | None:
    """What names a place among folded words; None where all are such as any place may go by («البلدة الشمالية»)."""
    known = place_words()
    plain = [word for word in words.split() if word not in known.tails and word not in known.ordinals]
    rest = [word for word in plain if word.removeprefix(ARTICLE) not in known.nouns and word not in known.nominals]
    name = " ".join(word for word in rest if word not in known.directions)
    return name if name and name not in _nameless() else None


@lru_cache(maxsize=1)
def _nameless() -> frozenset[str]:
    return frozenset(fold_words(word) for word in stated("control", _Things).nameless)


@lru_cache(maxsize=1)
def _own_nouns() -> dict[str, Noun]:
    """Nouns of what is fought for and stands in no gazetteer; data/control.toml."""
    rows = stated("control", _Things).thing
    one = {fold_words(word): Noun(row.kind, "s", True, True) for row in rows for word in row.one}
    return one | {fold_words(word): Noun(row.kind, "p", True, True) for row in rows for word in row.many}
