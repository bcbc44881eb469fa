"""How common a stem is in the news as a word by itself, which tells a clitic from a letter: «وقالوا» holds «قالوا», «وزارة» no «زارة»."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tawatur.analyser.letters import same_alef

WEIGHT = 1.2
UNSEEN = 0.1
JOINED_BONUS = 6.0
JOINED_RATIO = 10
"""Where the rest of a word is ten times as common as the whole, a conjunction before it is all but sure; the trees show few names
after one. All set on the 200 trees kept back and on names of ANERcorp («وبعقوبة» and the like; cut 95 in 100, «واشنطن» never)."""

ARTICLE_LETTERS = 5
"""Shorter words with what looks like the article may be other words: «والد» is a father."""


class Spelling(NamedTuple):
    """A stem that is written otherwise when it stands alone: it begins or ends with `joined` beside `clitic`, else with `alone`.

    An empty `clitic` means any pronoun.
    """

    clitic: str
    joined: str
    alone: str


class Stems:
    """Counts of words, every alef bare."""

    def __init__(
        self,
        counts: Mapping[str, int],
        *,
        article: str,
        before: tuple[Spelling, ...] = (),
        after: tuple[Spelling, ...] = (),
    ) -> None:
        self._article = article
        self._counts = counts
        self._before, self._after = before, after

    def worth(self, stem: str, *, particle: str, pronoun: str) -> float:
        """What the stem adds to the score of a cut that leaves it."""
        bare = same_alef(stem)
        count = self._counts.get(bare, 0)
        for rule in self._before:
            if particle == rule.clitic and bare.startswith(rule.joined):
                count = max(count, self._counts.get(rule.alone + bare[len(rule.joined) :], 0))
        for rule in self._after if pronoun else ():
            if bare.endswith(rule.joined):
                count = max(count, self._counts.get(bare[: -len(rule.joined)] + rule.alone, 0))
        return WEIGHT * math.log(count + UNSEEN)

    def joined(self, word: str, rest: str) -> float:
        """What it adds to the score of a cut that `rest` is so much commoner than `word`, or has the article where `word` is unknown."""
        whole = self._counts.get(same_alef(word), 0)
        if not whole and rest.startswith(self._article) and len(rest) >= ARTICLE_LETTERS:
            return JOINED_BONUS
        commoner = self._counts.get(same_alef(rest), 0) >= JOINED_RATIO * max(whole, 3 * UNSEEN)
        return JOINED_BONUS if commoner else 0.0


def read_counts(path: Path) -> dict[str, int]:
    """Counts by word, from lines `word<TAB>count`."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count in rows}
