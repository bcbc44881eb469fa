"""Lemmas: a word of the trees has the lemma it had there; a verb one that its form may have; any other the best edit.

Words are looked up with all kinds of alef as one, so that a newsroom that drops hamza finds the same lemma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tawatur.analyser.heads import Floats
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.lemma import apply, tree_from_json
from tawatur.analyser.letters import letters, same_alef

_TRIED = 12
"""Edits tried for a word before it is taken to be its own lemma."""
_SIGNS = ("PUNCT", "SYM", "NUM", "X")
_VERBS = ("VERB", "AUX")
_NOMINALS = ("NOUN", "ADJ")


def read_verbs(path: Path) -> dict[str, tuple[str, ...]]:
    """Lemmas by form, from lines `form<TAB>lemma lemma …`."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {form: tuple(lemmas.split(" ")) for form, lemmas in rows}


class Lemmas:
    """The lexicon of the trees, the verb forms, and the edits of the lemma head."""

    def __init__(self, inventory: Inventory, verbs: Mapping[str, Sequence[str]]) -> None:
        self._edits = [tree_from_json(list(edit)) for edit in inventory.lemma_edits]
        self._lexicon: dict[str, str] = {}
        for key, lemma in inventory.lexicon.items():
            self._lexicon.setdefault(same_alef(key), lemma)
        self._nominals = {lemma for key, lemma in inventory.lexicon.items() if key.split(" ")[0] in _NOMINALS}
        self._verbs = verbs

    def best(self, words: Sequence[str], upos: Sequence[str], scores: Floats) -> list[str]:
        """A lemma for each word; `scores` has a row for each, a column for each edit."""
        order = scores.argpartition(-_TRIED, axis=1)[:, -_TRIED:].tolist()
        return [
            self._one(letters(word).text, tag, near, row)
            for word, tag, near, row in zip(words, upos, order, scores, strict=True)
        ]

    def _one(self, word: str, upos: str, edits: list[int], scores: Floats) -> str:
        if upos in _SIGNS:
            return word
        known = self._lexicon.get(f"{upos} {same_alef(word)}")
        if known is not None:
            return known
        made = (apply(self._edits[edit], word) for edit in sorted(edits, key=lambda edit: -scores[edit]))
        fitting = [lemma for lemma in made if lemma]
        if upos in _VERBS and (allowed := self._verbs.get(same_alef(word))):
            by_alef = {same_alef(lemma): lemma for lemma in reversed(allowed)}
            return next((by_alef[same_alef(f)] for f in fitting if same_alef(f) in by_alef), allowed[0])
        if upos in _NOMINALS:
            return next((f for f in fitting if f in self._nominals), (fitting or [word])[0])
        return (fitting or [word])[0]
