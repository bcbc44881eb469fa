"""The pieces a token is read as: a unigram vocabulary, the best cut found by dynamic programming."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tawatur.analyser.letters import MAX_LETTERS, letters

WORD_START = "\u2581"
FIRST, PAD, LAST, UNKNOWN = 0, 1, 2, 3
"""Ids of the four signs that are no pieces; the vocabulary file holds them in its first lines."""
MAX_PIECES = 12
_UNKNOWN_PENALTY = 10.0
_CACHED_TOKENS = 65_536


class Pieces(NamedTuple):
    """The pieces of one raw token: ids, and the offset in the token where each starts."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]


class Vocabulary:
    """Pieces with their log-probabilities."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._id = {piece: i for i, piece in enumerate(pieces) if i > UNKNOWN}
        self._score = tuple(scores)
        self._longest = max(len(piece) for piece in pieces)
        self._unknown = min(scores) - _UNKNOWN_PENALTY
        self.pieces = lru_cache(maxsize=_CACHED_TOKENS)(self._cut)

    def _cut(self, token: str) -> Pieces:
        word = letters(token)
        ids, ends = self._best(WORD_START + word.text[:MAX_LETTERS])
        starts = (0, *(word.starts[end - 1] for end in ends[:-1]))
        return Pieces(tuple(ids[:MAX_PIECES]), starts[:MAX_PIECES])

    def _best(self, text: str) -> tuple[list[int], list[int]]:
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                piece = self._id.get(text[start:end])
                if piece is None:
                    if end > start + 1:
                        continue
                    score, piece = self._unknown, UNKNOWN
                else:
                    score = self._score[piece]
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, piece)
        ids: list[int] = []
        ends: list[int] = []
        end = size
        while end:
            start, piece = back[end]
            ids.append(piece)
            ends.append(end)
            end = start
        return ids[::-1], ends[::-1]


def read_vocabulary(path: Path) -> Vocabulary:
    """Read a file of `piece<TAB>score` lines."""
    rows = [line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return Vocabulary([piece for piece, _ in rows], [float(score) for _, score in rows])
