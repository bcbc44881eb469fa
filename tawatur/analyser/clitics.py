"""Cutting a raw token into clitics and stem: «ولقواتهم» is «و» + «ل» + «قوات» + «هم».

A token has up to one conjunction, one particle and one pronoun besides its stem. The model scores each of the three
slots; the cut is the best triple that the letters allow, given how common the stem is that it leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.analyser.letters import letters
from tawatur.analyser.stems import Stems

_CACHED_TOKENS = 65_536
_NUNATION = frozenset("\u064b\u064c\u064d")
"""Signs at the end of a word that no pronoun follows."""
STEM = 0
"""Form of a word that is no clitic."""


class Cut(NamedTuple):
    """Index into each slot's inventory; 0 is always the empty clitic."""

    conjunction: int
    particle: int
    pronoun: int


class Segment(NamedTuple):
    """A word inside a raw token: offsets in the token, and its form (0 for a stem)."""

    start: int
    end: int
    form: int


class Clitics:
    """The clitics there are, slot by slot.

    Forms are numbered on: stem 0, then conjunctions, particles, pronouns.
    """

    def __init__(
        self,
        *,
        conjunctions: Sequence[str],
        particles: Sequence[str],
        pronouns: Sequence[str],
        stems: Stems | None = None,
    ) -> None:
        self.slots = (tuple(conjunctions), tuple(particles), tuple(pronouns))
        self.sizes = tuple(len(slot) for slot in self.slots)
        self.forms = 1 + sum(self.sizes)
        self.conjunction_forms = frozenset(range(2, 1 + self.sizes[0]))
        self._stems = stems
        self.cuts = lru_cache(maxsize=_CACHED_TOKENS)(self._cuts)
        self._worths = lru_cache(maxsize=_CACHED_TOKENS)(self._worths_of)

    def _cuts(self, token: str) -> tuple[Cut, ...]:
        word = letters(token)
        text, size = word.text, len(word.text)
        pronouns = self._fitting(2, text.endswith)
        if _NUNATION.intersection(token[word.starts[-1] - 1 :]):
            pronouns = pronouns[:1]
        fitting = []
        for i, conjunction in self._fitting(0, text.startswith):
            for j, particle in self._fitting(1, text[len(conjunction) :].startswith):
                stem = len(conjunction) + len(particle)
                for k, pronoun in pronouns:
                    end = size - len(pronoun)
                    borders = {len(conjunction), stem, end} - {0, size}
                    if stem < end and all(word.starts[border] > word.starts[border - 1] for border in borders):
                        fitting.append(Cut(i, j, k))
        return tuple(fitting)

    def _fitting(self, slot: int, fits: Callable[[str], bool]) -> list[tuple[int, str]]:
        return [(i, clitic) for i, clitic in enumerate(self.slots[slot]) if fits(clitic)]

    def best(self, token: str, scores: Sequence[Sequence[float]]) -> Cut:
        """The likeliest cut of `token`; `scores` has one row of numbers for each slot."""
        cuts = self.cuts(token)
        if len(cuts) == 1:
            return cuts[0]
        total = [
            worth + sum(row[i] for row, i in zip(scores, cut, strict=True))
            for cut, worth in zip(cuts, self._worths(token), strict=True)
        ]
        return cuts[total.index(max(total))]

    def _worths_of(self, token: str) -> tuple[float, ...]:
        """What the stem adds to each of the cuts of `token`."""
        cuts = self.cuts(token)
        if self._stems is None:
            return (0.0,) * len(cuts)
        text = letters(token).text
        worths = []
        for cut in cuts:
            conjunction, particle, pronoun = (slot[i] for slot, i in zip(self.slots, cut, strict=True))
            stem = text[len(conjunction) + len(particle) : len(text) - len(pronoun)]
            worth = self._stems.worth(stem, particle=particle, pronoun=pronoun)
            if conjunction:
                worth += self._stems.joined(text, text[len(conjunction) :])
            worths.append(worth)
        return tuple(worths)

    def segments(self, token: str, cut: Cut) -> tuple[Segment, ...]:
        """The words of `token` under `cut`; they cover it without a gap."""
        if not any(cut):
            return (Segment(0, len(token), STEM),)
        word = letters(token)
        parts = [(self.slots[i][cut[i]], 1 + sum(self.sizes[:i]) + cut[i]) for i in (0, 1)]
        pronoun = self.slots[2][cut[2]]
        stem = len(word.text) - sum(len(text) for text, _ in parts) - len(pronoun)
        parts = [*parts, (" " * stem, STEM), (pronoun, 1 + sum(self.sizes[:2]) + cut[2])]
        found: list[Segment] = []
        done = 0
        for text, form in parts:
            if text:
                end = done + len(text)
                start = word.starts[done] if done else 0
                stop = word.starts[end] if end < len(word.starts) else len(token)
                found.append(Segment(start, stop, form))
                done = end
        return tuple(found)
