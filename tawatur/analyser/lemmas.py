"""Lemmas: a word seen in the trees has the lemma it had there; any other the best-scored edit that fits its letters."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser.heads import Floats
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.lemma import apply, tree_from_json
from tawatur.analyser.letters import letters

_TRIED = 8
"""Edits tried for a word before it is taken to be its own lemma."""
_SIGNS = ("PUNCT", "SYM", "NUM", "X")


class Lemmas:
    """The lexicon and the edits of the lemma head."""

    def __init__(self, inventory: Inventory) -> None:
        self._edits = [tree_from_json(list(edit)) for edit in inventory.lemma_edits]
        self._lexicon = inventory.lexicon

    def best(self, words: Sequence[str], upos: Sequence[str], scores: Floats) -> list[str]:
        """A lemma for each word; `scores` has a row for each, a column for each edit."""
        order = scores.argpartition(-_TRIED, axis=1)[:, -_TRIED:]
        return [
            self._one(letters(word).text, tag, [int(i) for i in sorted(near, key=lambda i: -row[i])])
            for word, tag, near, row in zip(words, upos, order, scores, strict=True)
        ]

    def _one(self, word: str, upos: str, edits: Sequence[int]) -> str:
        if upos in _SIGNS:
            return word
        known = self._lexicon.get(f"{upos} {word}")
        if known is not None:
            return known
        for edit in edits:
            lemma = apply(self._edits[edit], word)
            if lemma:
                return lemma
        return word
