"""Words of the language of place: type nouns, adjectives after them, directions, demonyms, common words; read from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from tawatur.text.fold import fold_word

ARTICLE = "\u0627\u0644"
Number = Literal["s", "d", "p"]


class Noun(NamedTuple):
    """A type noun in one of its forms: «بلدتي» is kind settlement, number "d"."""

    kind: str
    number: Number
    bare: bool
    """Whether it can stand for a place without any name («المدينة»)."""
    prefix: bool
    """Whether a name may follow it («مدينة البوكمال»)."""


class PlaceWords(NamedTuple):
    """All closed lists, folded; sequences of words are tuples."""

    nouns: Mapping[str, Noun]
    tails: frozenset[str]
    directions: Mapping[str, float]
    """«شمال», «الشمالي» → degrees."""
    demonyms: Mapping[str, str]
    """«سوري», «السورية» → country id."""
    common: frozenset[str]
    """Names that are ordinary words or given names too."""
    nominals: Mapping[str, Noun]
    """«البلاد», «العاصمة»: definite words that mean a place only by reference."""
    ordinals: frozenset[str]
    demonstratives: frozenset[str]
    numbers: Mapping[str, int]
    """«سبعين» → 70."""
    phrases: frozenset[str]
    """Wholes with a place's name in them that are no place, such as «البيت الأبيض»."""
    lists: Mapping[str, frozenset[str]]
    """Other word lists by name, such as "countryside", "near", "inside"."""

    def leading_noun(self, words: Sequence[str]) -> int:
        """How many words at the start are a type noun that a name follows: 0, 1 or 2."""
        if len(words) > 2 and " ".join(words[:2]) in self.nouns:
            return 2
        noun = self.nouns.get(words[0]) if len(words) > 1 else None
        return 1 if noun and noun.prefix else 0


def fold_words(words: str) -> str:
    """«المحطة الثانية» word by word folded."""
    return " ".join(fold_word(word) for word in words.split())


def table(name: str) -> dict[str, Any]:
    """One TOML file of data/places."""
    return tomllib.loads(files("tawatur").joinpath(f"data/places/{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The closed lists of the language of place, read once."""
    nouns: dict[str, Noun] = {}
    raw = table("nouns")
    for row in raw["noun"]:
        for field, number in (("one", "s"), ("two", "d"), ("many", "p")):
            for word in row.get(field, ()):
                noun = Noun(row["kind"], number, row.get("bare", True), row.get("prefix", True))  # type: ignore[arg-type]
                nouns.setdefault(fold_words(word), noun)
    areas = table("areas")
    common = table("common")
    directions: dict[str, float] = {}
    for row in areas["direction"]:
        for word in row["words"]:
            for form in (word, ARTICLE + word):
                directions[fold_words(form)] = float(row["azimuth"])
    demonyms: dict[str, str] = {}
    for row in table("demonyms")["demonym"]:
        for word in row["words"]:
            for form in _inflected(fold_words(word)):
                demonyms.setdefault(form, row["id"])
    nominals = {
        fold_words(word): Noun(row["kind"], row["number"], True, False)
        for row in raw["nominal"]
        for word in row["words"]
    }
    return PlaceWords(
        nouns=nouns,
        nominals=nominals,
        ordinals=frozenset(fold_words(word) for word in raw["ordinals"]),
        demonstratives=frozenset(fold_words(word) for word in raw["demonstratives"]),
        tails=frozenset(form for word in raw["tails"] for form in _with_article(fold_words(word))),
        directions=directions,
        demonyms=demonyms,
        common=frozenset(fold_words(word) for name in ("words", "people") for word in common[name]),
        phrases=frozenset(fold_words(words) for words in common["phrases"]),
        numbers={fold_words(word): number for word, number in areas["numbers"].items()},
        lists={name: frozenset(fold_words(word) for word in words) for name, words in areas["lists"].items()},
    )


def _with_article(word: str) -> tuple[str, ...]:
    return (word,) if word.startswith("\u0644\u0644") else (word, ARTICLE + word)


def _inflected(word: str) -> tuple[str, ...]:
    """The forms of a folded adjective of origin: with feminine ending and article."""
    forms = (word, word + "\u0647")
    return (*forms, *(ARTICLE + form for form in forms))
