"""Names: ANERcorp (CC BY-SA 4.0) and the Wojood sample (MIT), their words laid over raw tokens."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tawatur.analyser.inventory import BIO_NAMES
from tawatur.text.tokens import tokens
from training.examples import NO_LABEL, Example

TYPES = {"PERS": "person", "LOC": "place", "GPE": "place", "ORG": "organisation", "MISC": "other"}
_BLOCKS = 20
_KEPT_BACK_BLOCKS = (3, 11, 17)
"""Of twenty blocks of neighbouring sentences, so that a story is not on both sides."""
_WOJOOD_NAMES = ("PERS", "ORG", "GPE", "LOC")
_WOJOOD_OUTSIDE = ("O", "DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY", "CURR", "UNIT", "OCC")
"""Tags that are no name; any other tag (events, laws, products …) leaves the word without a label."""
_END = "$#$"


class NameSentence(NamedTuple):
    """Words as the corpus has them with one tag each, such as "B-PERS"."""

    words: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(self.words)


def read_anercorp(path: Path) -> tuple[NameSentence, ...]:
    """The sentences of ANERcorp in their order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(NameSentence(tuple(row["words"]), tuple(row["tags"])) for row in rows if row["words"])


def split(sentences: Sequence[NameSentence]) -> tuple[list[NameSentence], list[NameSentence]]:
    """A part to learn from and three of twenty blocks kept back."""
    learn: list[NameSentence] = []
    kept: list[NameSentence] = []
    for i, sentence in enumerate(sentences):
        (kept if i * _BLOCKS // len(sentences) in _KEPT_BACK_BLOCKS else learn).append(sentence)
    return learn, kept


def read_wojood(folder: Path) -> tuple[NameSentence, ...]:
    """The sentences of the Wojood sample, nested tags cut down to the outermost name; "?" where a word may be a name."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line.split() for line in block.split("\n") if line.split() and line.split()[0] != _END]
            if lines:
                found.append(NameSentence(tuple(line[0] for line in lines), _outermost([line[1:] for line in lines])))
    return tuple(found)


def _outermost(tags: Sequence[Sequence[str]]) -> tuple[str, ...]:
    flat = ["O" if all(tag.partition("-")[2] in _WOJOOD_OUTSIDE or tag == "O" for tag in row) else "?" for row in tags]
    spans = []
    for kind in _WOJOOD_NAMES:
        start = None
        for i, row in enumerate([*tags, ()]):
            if start is not None and f"I-{kind}" not in row:
                spans.append((start - i, start, i, kind))
                start = None
            if f"B-{kind}" in row:
                start = i
    taken: set[int] = set()
    for _, start, end, kind in sorted(spans):
        if not taken.intersection(range(start, end)):
            taken.update(range(start, end))
            flat[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tuple(flat)


def name_example(sentence: NameSentence) -> Example:
    """The example of `sentence`: a name goes on over its raw tokens; brackets and stops at the edge of a word stay outside."""
    raw: list[str] = []
    labels: list[int] = []
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        parts = [token.text for token in tokens(word)]
        mark, _, kind = tag.partition("-")
        signs = [not any(c.isalnum() for c in part) for part in parts]
        inner = [i for i, sign in enumerate(signs) if not sign] or list(range(len(parts)))
        for i, part in enumerate(parts):
            raw.append(part)
            if mark == "?":
                labels.append(NO_LABEL)
            elif mark == "O" or not inner[0] <= i <= inner[-1]:
                labels.append(0)
            else:
                labels.append(BIO_NAMES.index(("B-" if mark == "B" and i == inner[0] else "I-") + TYPES[kind]))
    return Example(tuple(raw), names=tuple(labels))
