"""Arabic names as sources give them, made clean: what to keep, what to repair, what to call noisy.

>>> clean("\\u0627\\u0627\\u0627\\u0644\\u062e\\u0631\\u0637\\u0648\\u0645")
CleanName(text='الخرطوم', noisy=False)
>>> clean("Khartoum") is None
True
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tawatur.places.words import place_words
from tawatur.text.fold import fold_word

_PERSIAN = str.maketrans({"\u06a9": "\u0643", "\u06cc": "\u064a", "\u06c1": "\u0647", "\u06be": "\u0647"})
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_LETTER = re.compile("[\u0621-\u06d5]")
_BRACKETS = re.compile(r"\s*[(\[].*?(?:[)\]]|$)")
_AFTER_COMMA = re.compile("\\s*[,\u060c/].*$")
_TRIPLE = re.compile(r"(.)\1\1")
_LONG_ALEF = re.compile("^\u0627{2,}(?=\u0644)")
_LOOSE_ARTICLE = re.compile("(^| )\u0627\u0644 ")
_ARTICLE = re.compile("(^| )\u0627\u0644(?=..)")


class CleanName(NamedTuple):
    """A name that can be matched, and whether it needed letters exchanged."""

    text: str
    noisy: bool


def clean(name: str) -> CleanName | None:
    """The Arabic name in a source's string, or None when there is none worth keeping."""
    if not _LETTER.search(name):
        return None
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", name))
    plain = _AFTER_COMMA.sub("", _BRACKETS.sub("", plain)).strip(" .-")
    plain = _LONG_ALEF.sub("\u0627", " ".join(plain.split()))
    exchanged = plain.translate(_PERSIAN)
    if not _ARABIC.fullmatch(exchanged) or _TRIPLE.search(exchanged) or _LOOSE_ARTICLE.search(exchanged):
        return None
    if len(exchanged) < 2 or len(exchanged.split()) > 5:
        return None
    return CleanName(exchanged, exchanged != plain)


def folded(name: str) -> str:
    """A whole name folded word by word, hyphens as blanks: the key of the index."""
    return " ".join(fold_word(word) for word in name.replace("-", " ").split())


def bare(name: str) -> str:
    """A name folded, without articles and blanks: equal for variants of one name."""
    return _ARTICLE.sub(r"\1", folded(name)).replace(" ", "")


def unlike(name: str) -> bool:
    """Whether a name has final letters that Arabic names seldom have."""
    return name.endswith("\u0647") and not name.endswith("\u0627\u0647")


class Names(NamedTuple):
    """The names of one place sorted: the preferred one, good variants, noisy ones."""

    preferred: str
    good: tuple[str, ...]
    noisy: tuple[str, ...]


def without_noun(name: str) -> str:
    """A name without the type word it begins with: «حمص» of «مدينة حمص»; folded."""
    words = folded(name).split()
    return " ".join(words[place_words().leading_noun(words) :])


def sort_names(raw: Iterable[str], *, prefer: str | None = None, typed: bool = False) -> Names | None:
    """Choose the preferred name among a source's variants: the form most variants agree on, with its article.

    `typed` prefers a name with its type word, «محافظة حمص», as provinces have it; else one without.
    """
    cleaned = [name for name in map(clean, raw) if name]
    if prefer:
        cleaned.insert(0, CleanName(prefer, False))
    if not cleaned:
        return None
    votes = Counter(bare(without_noun(name.text)) for name in cleaned)

    def rank(name: CleanName) -> tuple[bool, bool, int, bool, bool, bool, bool, int]:
        return (
            name.text != prefer,
            name.noisy,
            -votes[bare(without_noun(name.text))],
            (without_noun(name.text) == folded(name.text)) == typed,
            not _ARTICLE.match(name.text),
            unlike(name.text),
            folded(name.text) == name.text,
            len(name.text),
        )

    ordered = sorted(cleaned, key=rank)
    best = ordered[0].text
    good: dict[str, str] = {}
    noisy: dict[str, str] = {}
    for name in ordered[1:]:
        key = folded(name.text)
        if key == folded(best) or key in good or key in noisy:
            continue
        same = bare(without_noun(name.text)) == bare(without_noun(best))
        (good if same and not name.noisy else noisy)[key] = name.text
    return Names(best, tuple(good.values()), tuple(noisy.values())[:6])
