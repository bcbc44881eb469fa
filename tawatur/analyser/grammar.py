"""Words of the tree: raw tokens cut into clitics and stems, then part of speech, features, lemma, head and relation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np

from tawatur.analyser.clitics import STEM, Clitics, Segment
from tawatur.analyser.heads import Floats, Heads, Ints, leaky, range_means, with_one
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.lemmas import Lemmas
from tawatur.analyser.records import Word
from tawatur.analyser.spanning import best_heads
from tawatur.analyser.stems import Stems
from tawatur.analyser.vocabulary import Pieces
from tawatur.analyser.windows import Window


class Vectors(NamedTuple):
    """What the encoder says of the windows of a batch."""

    pieces: Floats
    first: Ints
    """First piece of every token of the batch."""
    tokens: Floats
    """Mean of the token's pieces."""
    sizes: tuple[int, ...]
    """Tokens of every window."""


def vectors(pieces: Floats, batch: Sequence[Window]) -> Vectors:
    """Piece vectors with what follows from them."""
    counts = np.array([len(p.ids) for window in batch for p in window.pieces], np.int64)
    ends = counts.cumsum()
    first = ends - counts
    means = range_means(pieces, first, ends)
    return Vectors(pieces, first, means, tuple(len(window.tokens) for window in batch))


class _Piece(NamedTuple):
    """A word before it is analysed: its raw token in the window, and where it stands in it."""

    token: int
    segment: Segment
    start: int
    end: int
    """Pieces of the batch that it overlaps."""


class Grammar:
    """The heads of the tree."""

    def __init__(
        self, heads: Heads, inventory: Inventory, *, verbs: Mapping[str, Sequence[str]], counts: Mapping[str, int]
    ) -> None:
        self.clitics = Clitics(
            conjunctions=inventory.conjunctions,
            particles=inventory.particles,
            pronouns=inventory.pronouns,
            stems=Stems(
                counts, article=inventory.article, before=inventory.after_particle, after=inventory.before_pronoun
            ),
        )
        self._heads = heads
        self._upos = inventory.upos
        self._deprel = inventory.deprel
        self._root = inventory.deprel.index("root")
        self._features = inventory.features
        self._lemmas = Lemmas(inventory, verbs)
        relation = heads.weights["trees.relation"]
        self._relation = relation.transpose(1, 0, 2).reshape(relation.shape[1], -1)

    def segments(self, batch: Sequence[Window], at: Vectors) -> list[tuple[Segment, ...]]:
        """The words of every token of the batch, as offsets in the token."""
        ends = np.append(at.first[1:], len(at.pieces)) - 1
        view = np.concatenate([at.tokens, at.pieces[at.first], at.pieces[ends]], axis=1)
        scores = self._heads.linear("cut", view).tolist()
        a, b, c = accumulate(self.clitics.sizes)
        found = []
        for token, row in zip((t for window in batch for t in window.tokens), scores, strict=True):
            cut = self.clitics.best(token.text, (row[:a], row[a:b], row[b:c]))
            found.append(self.clitics.segments(token.text, cut))
        return found

    def words(self, batch: Sequence[Window], at: Vectors, segments: Sequence[tuple[Segment, ...]]) -> list[list[Word]]:
        """The words of every window; heads are counted within the window."""
        cuts: list[list[_Piece]] = []
        token = 0
        for window in batch:
            cuts.append([])
            for i, pieces in enumerate(window.pieces):
                length = len(window.tokens[i].text)
                for segment in segments[token]:
                    a, b = _overlap(pieces, length, segment)
                    first = int(at.first[token])
                    cuts[-1].append(_Piece(i, segment, first + a, first + b))
                token += 1
        return self._analyse(batch, at, cuts)

    def _analyse(self, batch: Sequence[Window], at: Vectors, cuts: Sequence[Sequence[_Piece]]) -> list[list[Word]]:
        flat = [cut for window in cuts for cut in window]
        before = [0, *accumulate(at.sizes)]
        token = np.array([before[i] + cut.token for i, window in enumerate(cuts) for cut in window], np.int64)
        own = range_means(at.pieces, np.array([c.start for c in flat]), np.array([c.end for c in flat]))
        forms = self._heads.weights["trees.form.weight"][[c.segment.form for c in flat]]
        x = own + self._heads.linear("trees.token", at.tokens)[token] + forms
        texts = [
            window.tokens[cut.token].text[cut.segment.start : cut.segment.end]
            for window, own_cuts in zip(batch, cuts, strict=True)
            for cut in own_cuts
        ]
        upos = self._heads.linear("trees.upos", x).argmax(axis=1).tolist()
        names = [self._upos[i] for i in upos]
        lemmas = self._lemmas.best(texts, names, self._heads.linear("trees.lemma", x))
        features = self._feature_values(x)
        heads, relations = self._tree(x, [len(window) for window in cuts])
        made: list[list[Word]] = []
        i = 0
        for window, own_cuts in zip(batch, cuts, strict=True):
            made.append([])
            for cut in own_cuts:
                start = window.tokens[cut.token].span[0]
                made[-1].append(
                    Word(
                        span=(start + cut.segment.start, start + cut.segment.end),
                        text=texts[i],
                        token=cut.token,
                        lemma=lemmas[i],
                        upos=names[i],
                        head=int(heads[i]) - 1,
                        deprel=self._deprel[relations[i]],
                        **features[i],
                    )
                )
                i += 1
        return made

    def _feature_values(self, x: Floats) -> list[dict[str, Any]]:
        scores = self._heads.linear("trees.features", x)
        columns = []
        at = 0
        for name, values in self._features.items():
            chosen = scores[:, at : at + len(values)].argmax(axis=1).tolist()
            meant = [_meaning(name, value) for value in values]
            columns.append([meant[i] for i in chosen])
            at += len(values)
        return [dict(zip(self._features, row, strict=True)) for row in zip(*columns, strict=True)]

    def _tree(self, x: Floats, sizes: Sequence[int]) -> tuple[Ints, list[int]]:
        """Head of every word, 0 for the root, and its relation."""
        heads = self._heads
        root = heads.weights["trees.root"][None]
        scored = with_one(leaky(heads.linear("trees.arc_word", x))) @ heads.weights["trees.arc"]
        arc_heads = leaky(heads.linear("trees.arc_head", np.concatenate([root, x])))
        found = []
        rows = []
        start = 0
        for size in sizes:
            end = start + size
            own = np.concatenate([arc_heads[:1], arc_heads[start + 1 : end + 1]])
            chosen = best_heads(scored[start:end] @ own.T)
            found.append(chosen)
            rows.append(np.where(chosen == 0, 0, chosen + start))
            start = end
        every = np.concatenate(found)
        words = with_one(leaky(heads.linear("trees.relation_word", x)))
        sides = with_one(leaky(heads.linear("trees.relation_head", np.concatenate([root, x]))))[np.concatenate(rows)]
        table = (words @ self._relation).reshape(len(x), len(self._deprel), -1)
        scores = (table @ sides[:, :, None])[:, :, 0]
        scores[:, self._root] = -np.inf
        relations = np.where(every == 0, self._root, scores.argmax(axis=1))
        return every, relations.tolist()


def _meaning(feature: str, value: str) -> Any:
    if not value:
        return None
    if feature == "person":
        return int(value)
    return value == "def" if feature == "definite" else value


def _overlap(pieces: Pieces, length: int, segment: Segment) -> tuple[int, int]:
    """First and one past the last of the token's pieces that `segment` overlaps."""
    count = len(pieces.ids)
    if segment.form == STEM and segment.start == 0 and segment.end == length:
        return 0, count
    ends = (*pieces.starts[1:], length)
    inside = [
        i
        for i, (a, b) in enumerate(zip(pieces.starts, ends, strict=True))
        if a < segment.end and segment.start < max(b, a + 1)
    ]
    return (inside[0], inside[-1] + 1) if inside else (count - 1, count)
