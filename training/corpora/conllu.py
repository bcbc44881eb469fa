"""Trees in CoNLL-U, laid over the raw tokens of their text."""

from __future__ import annotations

import random
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.analyser.clitics import Clitics, Cut
from tawatur.analyser.inventory import FEATURES, Inventory
from tawatur.analyser.lemma import edit_tree
from tawatur.analyser.stems import Spelling
from tawatur.lexicon import load_lexicon
from tawatur.text.tokens import tokens
from training.examples import NO_LABEL, Example, Tree, TreeWord

CLITICS: dict[str, Any] = tomllib.loads((Path(__file__).parent.parent / "clitics.toml").read_text(encoding="utf-8"))
KEPT_BACK = 200
_SEED = 1
_MIN_EDIT_COUNT = 2
_FEATURE_VALUES = {
    "Aspect=Perf": ("aspect", "perf"),
    "Aspect=Imp": ("aspect", "imp"),
    "Mood=Ind": ("mood", "ind"),
    "Mood=Sub": ("mood", "sub"),
    "Mood=Jus": ("mood", "jus"),
    "Mood=Imp": ("mood", "imp"),
    "Voice=Act": ("voice", "act"),
    "Voice=Pass": ("voice", "pass"),
    "Person=1": ("person", "1"),
    "Person=2": ("person", "2"),
    "Person=3": ("person", "3"),
    "Gender=Masc": ("gender", "m"),
    "Gender=Fem": ("gender", "f"),
    "Number=Sing": ("number", "s"),
    "Number=Dual": ("number", "d"),
    "Number=Plur": ("number", "p"),
    "Definite=Ind": ("definite", "ind"),
    "Definite=Def": ("definite", "def"),
}


class Row(NamedTuple):
    """A word of the treebank."""

    span: tuple[int, int]
    form: str
    lemma: str
    upos: str
    features: dict[str, str]
    head: int
    deprel: str


class TreeSentence(NamedTuple):
    """A sentence of the treebank: raw text and the words in it."""

    text: str
    rows: tuple[Row, ...]


def plain(word: str) -> str:
    """`word` without vowel signs and tatweel, hamza on wasla dropped; long "a" written as a sign becomes nothing."""
    text = "".join(c for c in unicodedata.normalize("NFC", word) if unicodedata.category(c) != "Mn" and c != "\u0640")
    return text.replace("\u0671", "\u0627") or word


def read_trees(path: Path) -> tuple[TreeSentence, ...]:
    """All sentences of a CoNLL-U file."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return tuple(_sentence([line.split("\t") for line in block.split("\n") if line[0] != "#"]) for block in blocks)


def _sentence(lines: list[list[str]]) -> TreeSentence:
    text = ""
    rows = []
    for _, form, lemma, upos, _, features, head, deprel, _, misc in lines:
        if form == CLITICS["future"] and deprel == "compound:prt":
            deprel = "aux"
        known = dict(_FEATURE_VALUES[f] for f in features.split("|") if f in _FEATURE_VALUES)
        rows.append(Row((len(text), len(text) + len(form)), form, plain(lemma), upos, known, int(head), deprel))
        text += form + ("" if "SpaceAfter=No" in misc else " ")
    return TreeSentence(text.rstrip(), tuple(rows))


def split(sentences: Sequence[TreeSentence]) -> tuple[list[TreeSentence], list[TreeSentence]]:
    """A part to learn from and 200 kept back."""
    order = list(sentences)
    random.Random(_SEED).shuffle(order)
    return order[:-KEPT_BACK], order[-KEPT_BACK:]


def tree_inventory(sentences: Sequence[TreeSentence]) -> Inventory:
    """The labels found in `sentences`."""
    rows = [row for sentence in sentences for row in sentence.rows]
    edits = Counter(edit_tree(plain(row.form), row.lemma) for row in rows)
    lexicon: dict[str, Counter[str]] = {}
    for row in rows:
        lexicon.setdefault(f"{row.upos} {plain(row.form)}", Counter())[row.lemma] += 1
    return Inventory(
        conjunctions=tuple(CLITICS["conjunctions"]),
        particles=tuple(CLITICS["particles"]),
        pronouns=tuple(CLITICS["pronouns"]),
        article=CLITICS["article"],
        after_particle=tuple(Spelling(*rule) for rule in CLITICS["after_particle"]),
        before_pronoun=tuple(Spelling(*rule) for rule in CLITICS["before_pronoun"]),
        upos=tuple(sorted({row.upos for row in rows})),
        deprel=tuple(sorted({row.deprel for row in rows})),
        lemma_edits=tuple(edit for edit, count in edits.most_common() if count >= _MIN_EDIT_COUNT),
        claim_kinds=tuple(sorted(load_lexicon().kinds)),
        lexicon={key: found.most_common(1)[0][0] for key, found in sorted(lexicon.items())},
    )


class TreeLabels:
    """Turns tree sentences into examples under an inventory."""

    def __init__(self, inventory: Inventory) -> None:
        self.clitics = Clitics(
            conjunctions=inventory.conjunctions, particles=inventory.particles, pronouns=inventory.pronouns
        )
        self.upos = {x: i for i, x in enumerate(inventory.upos)}
        self.deprel = {x: i for i, x in enumerate(inventory.deprel)}
        self.edits = {x: i for i, x in enumerate(inventory.lemma_edits)}

    def example(self, sentence: TreeSentence) -> Example:
        """The example of `sentence`; words that cross raw tokens stand with the first of them."""
        raw = tokens(sentence.text)
        inside: list[list[Row]] = [[] for _ in raw]
        words = []
        for row in sentence.rows:
            at = next((i for i, token in enumerate(raw) if token.span[1] > row.span[0]), len(raw) - 1)
            inside[at].append(row)
            start, end = (min(max(x - raw[at].span[0], 0), len(raw[at].text)) for x in row.span)
            words.append((at, start, max(end, start + 1), row))
        cuts = [self._cut(token.text, rows, token.span[0]) for token, rows in zip(raw, inside, strict=True)]
        forms = [
            {(s.start, s.end): s.form for s in self.clitics.segments(token.text, Cut(*cut))}
            if NO_LABEL not in cut
            else {}
            for token, cut in zip(raw, cuts, strict=True)
        ]
        return Example(
            tuple(token.text for token in raw),
            tree=Tree(
                tuple(self._word(at, s, e, row, forms[at].get((s, e), 0)) for at, s, e, row in words), tuple(cuts)
            ),
        )

    def _word(self, at: int, start: int, end: int, row: Row, form: int) -> TreeWord:
        features = tuple(values.index(row.features.get(name, "")) for name, values in FEATURES.items())
        edit = self.edits.get(edit_tree(plain(row.form), row.lemma), NO_LABEL)
        deprel = self.deprel.get(row.deprel, NO_LABEL)
        return TreeWord(at, start, end, form, self.upos.get(row.upos, NO_LABEL), features, edit, row.head, deprel)

    def _cut(self, token: str, rows: list[Row], start: int) -> tuple[int, int, int]:
        wanted = [(row.span[0] - start, row.span[1] - start) for row in rows]
        for cut in self.clitics.cuts(token):
            if [(s.start, s.end) for s in self.clitics.segments(token, cut)] == wanted:
                return cut
        return (NO_LABEL, NO_LABEL, NO_LABEL)
