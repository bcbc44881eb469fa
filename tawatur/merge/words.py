"""Words of a text that carry meaning, folded and without joined particles, for comparing what two reports say.

>>> sorted(meaningful("وقصفت المدفعية في الصباح البلدة"))
['بلده', 'صباح', 'قصفت', 'مدفعيه']
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

_LEAST = 3
"""Letters that must remain when a joined particle is cut off."""


class _Words(NamedTuple):
    bare: frozenset[str]
    joined: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = tomllib.loads((files("tawatur") / "data" / "ar" / "merge.toml").read_text(encoding="utf-8"))
    return _Words(frozenset(map(fold_word, data["bare"])), tuple(data["joined"]))


def meaningful(text: str) -> tuple[str, ...]:
    """The meaningful words in text order."""
    found = (bare(fold_word(token.text)) for token in tokens(text) if token.text[0].isalnum())
    return tuple(word for word in found if word is not None)


@lru_cache(maxsize=100_000)
def bare(word: str) -> str | None:
    """A folded word without joined particles; None for words that carry no meaning of their own."""
    known = _words()
    if word in known.bare or (len(word) < 2 and not word.isdigit()):
        return None
    for particle in known.joined:
        if word.startswith(particle) and len(word) - len(particle) >= _LEAST:
            rest = word[len(particle) :]
            return None if rest in known.bare else rest
    return word
