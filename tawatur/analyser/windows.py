"""Sentences as the encoder takes them: raw tokens with their pieces, in windows of bounded length, batched by size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.analyser.vocabulary import Pieces, Vocabulary
from tawatur.records import Span
from tawatur.text.tokens import Token, tokens

MAX_TOKENS = 160
MAX_PIECES = 400
"""The encoder knows 512 positions; vectors far out are poor, and trees of so many words are no sentences."""
BATCH_PIECES = 400


class Window(NamedTuple):
    """A sentence, or a part of one that is too long to be read at once."""

    sentence: int
    tokens: tuple[Token, ...]
    pieces: tuple[Pieces, ...]

    @property
    def size(self) -> int:
        """Number of pieces."""
        return sum(len(p.ids) for p in self.pieces)


def windows(text: str, sentences: Sequence[Span], vocabulary: Vocabulary) -> list[Window]:
    """The windows of `sentences`, in order; a sentence without a visible sign has none."""
    made: list[Window] = []
    for index, (start, end) in enumerate(sentences):
        found = tokens(text, start=start, end=end)
        pieces = [vocabulary.pieces(token.text) for token in found]
        for a, b in _cuts(found, pieces):
            made.append(Window(index, found[a:b], tuple(pieces[a:b])))
    return made


def _cuts(found: Sequence[Token], pieces: Sequence[Pieces]) -> Iterator[tuple[int, int]]:
    """Ranges of tokens within the limits; a cut falls after the last sign of the second half, if there is one."""
    start = 0
    while start < len(found):
        end, total = start, 0
        while end < len(found) and end - start < MAX_TOKENS and total + len(pieces[end].ids) <= MAX_PIECES:
            total += len(pieces[end].ids)
            end += 1
        if end < len(found):
            signs = [i for i in range((start + end) // 2, end) if not found[i].text[0].isalnum()]
            end = signs[-1] + 1 if signs else end
        yield start, end
        start = end


def batches(made: Sequence[Window]) -> Iterator[list[int]]:
    """Indices of windows of like size, so many that they make about `BATCH_PIECES` pieces together."""
    order = sorted(range(len(made)), key=lambda i: made[i].size)
    batch: list[int] = []
    for i in order:
        if batch and (made[i].size + 2) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
