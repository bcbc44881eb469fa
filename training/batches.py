"""Examples as tensors: pieces of a batch of sentences, and which pieces make which token and word."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from tawatur.analyser.vocabulary import FIRST, LAST, PAD, Vocabulary
from training.examples import Example
from training.spelling import respell


class Batch(NamedTuple):
    """Sentences side by side.

    Pieces are counted over the whole batch, row by row, without the signs of start and end; tokens and words likewise.
    """

    examples: tuple[Example, ...]
    ids: Tensor
    mask: Tensor
    inner: Tensor
    """[sentences, pieces]: true for the pieces of tokens."""
    token_of: Tensor
    """Token of each piece."""
    first: Tensor
    last: Tensor
    """First and last piece of each token."""
    sizes: tuple[int, ...]
    """Tokens in each sentence."""
    word_pieces: tuple[Tensor, Tensor]
    """Pairs: a piece, and a word that it overlaps."""


def _overlaps(starts: Sequence[int], length: int, span: tuple[int, int]) -> list[int]:
    ends = [*starts[1:], length]
    return [
        i for i, (a, b) in enumerate(zip(starts, ends, strict=True)) if a < span[1] and span[0] < max(b, a + 1)
    ] or [len(starts) - 1]


def batch(examples: Sequence[Example], vocabulary: Vocabulary, *, noise: random.Random | None = None) -> Batch:
    """The batch of `examples`, respelt at random where `noise` is given."""
    rows: list[list[int]] = []
    token_of: list[int] = []
    first: list[int] = []
    last: list[int] = []
    pairs: list[tuple[int, int]] = []
    words = 0
    for example in examples:
        row = [FIRST]
        spelt = respell(example.tokens, noise) if noise else example.tokens
        cuts = [vocabulary.pieces(token) for token in spelt]
        offsets = []
        for cut in cuts:
            offsets.append(len(token_of))
            first.append(len(token_of))
            token_of += [len(first) - 1] * len(cut.ids)
            last.append(len(token_of) - 1)
            row += cut.ids
        rows.append([*row, LAST])
        for word in example.tree.words if example.tree else ():
            cut = cuts[word.token]
            inside = _overlaps(cut.starts, len(spelt[word.token]), (word.start, word.end))
            pairs += [(offsets[word.token] + i, words) for i in inside]
            words += 1
    longest = max(map(len, rows))
    ids = torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])
    lengths = torch.tensor([len(row) for row in rows])
    inner = torch.arange(longest)[None] < lengths[:, None] - 1
    inner[:, 0] = False
    pieces, overlapped = zip(*pairs, strict=True) if pairs else ((), ())
    return Batch(
        tuple(examples),
        ids,
        ids != PAD,
        inner,
        torch.tensor(token_of),
        torch.tensor(first),
        torch.tensor(last),
        tuple(len(example.tokens) for example in examples),
        (torch.tensor(pieces, dtype=torch.long), torch.tensor(overlapped, dtype=torch.long)),
    )


def batches_by_size(
    examples: Sequence[Example], vocabulary: Vocabulary, *, pieces: int, chance: random.Random
) -> Iterator[list[Example]]:
    """All examples once, in batches of about `pieces` pieces of like length, in random order."""
    size = {id(e): sum(len(vocabulary.pieces(t).ids) for t in e.tokens) + 2 for e in examples}
    order = sorted(examples, key=lambda e: size[id(e)] + chance.random() * 6)
    made: list[list[Example]] = []
    current: list[Example] = []
    for example in order:
        if current and size[id(example)] * (len(current) + 1) > pieces:
            made.append(current)
            current = []
        current.append(example)
    made.append(current)
    chance.shuffle(made)
    yield from made
