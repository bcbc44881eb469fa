"""Words of a text that carry meaning, folded and without joined particles, for comparing what two reports say.

>>> sorted(meaningful("وقصفت المدفعية في الصباح البلدة"))
['بلده', 'صباح', 'قصفت', 'مدفعيه']
"""

from __future__ import annotations

import math
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
    endings: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = tomllib.loads((files("tawatur") / "data" / "ar" / "merge.toml").read_text(encoding="utf-8"))
    return _Words(frozenset(map(fold_word, data["bare"])), tuple(data["joined"]), tuple(data["endings"]))


@lru_cache(maxsize=2_000)
def meaningful(text: str) -> tuple[str, ...]:
    """The meaningful words in text order; remembered for some texts, since the claims of a report share sentences."""
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


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without joined particles and without an ending of number, gender or possession.

    >>> stem("القتلي"), stem("قتيلين"), stem("قصفت"), stem("قصف")
    ('قتلي', 'قتيل', 'قصف', 'قصف')
    """
    cut = bare(word) or word
    for ending in _words().endings:
        if cut.endswith(ending) and len(cut) - len(ending) >= _LEAST:
            return cut[: -len(ending)]
    return cut


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    """Of each frequent word, the share of news articles in which it stands; forms with one stem count together."""
    table = (files("tawatur") / "data" / "ar" / "frequent.tsv").read_text(encoding="utf-8")
    shares: dict[str, float] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            word, share = line.split("\t")
            shares[stem(word)] = min(1.0, shares.get(stem(word), 0.0) + int(share) / 1000)
    return shares


_UNLISTED = 0.005
"""Share of articles with a word that is not in the list of frequent words, which ends at 0.010."""


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """How much it says that two texts share this stem: the logarithm of one in how many articles has it.

    >>> rarity("رييس") < rarity("بوكمال")
    True
    """
    return -math.log(_shares().get(word, _UNLISTED))
