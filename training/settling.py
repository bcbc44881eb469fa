"""The head of triggers learned alone, over the encoder as it is: quick, and nothing else changes.

After the encoder has been averaged, the head that was learned with one of its parts no longer fits; here it learns anew.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor, nn

from tawatur.analyser.vocabulary import Vocabulary
from training.batches import Batch, batch
from training.examples import Example
from training.losses import deeds_loss
from training.network import Network

_RATE = 1.5e-3
_AT_ONCE = 12
"""Sentences of a step."""

T = TypeVar("T")

log = logging.getLogger("training")


class _Seen(NamedTuple):
    """An example with the vectors of its tokens."""

    example: Example
    tokens: Tensor


def settle(network: Network, examples: Sequence[Example], *, vocabulary: Vocabulary, epochs: int, seed: int) -> None:
    """Train `network.deeds` in place on the examples; the encoder sees each once, rounded as it is shipped."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    once = _seen(network, list({id(example): example for example in examples}.values()), vocabulary)
    seen = [once[id(example)] for example in examples]
    optimiser = torch.optim.AdamW(network.deeds.parameters(), lr=_RATE, weight_decay=0.02, betas=(0.9, 0.98))
    steps = epochs * -(-len(seen) // _AT_ONCE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.1)
    network.train()
    for epoch in range(epochs):
        order = chance.sample(seen, len(seen))
        total = 0.0
        for part in _parts(order):
            value = deeds_loss(network, [one.example for one in part], [one.tokens for one in part])
            optimiser.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.deeds.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += value.detach().item()
        log.info("settling, epoch %d of %d, loss %.3f", epoch + 1, epochs, total * _AT_ONCE / len(seen))
    network.eval()


@torch.no_grad()
def _seen(network: Network, examples: Sequence[Example], vocabulary: Vocabulary) -> dict[int, _Seen]:
    """Each example, by its identity, with its vectors."""
    network.eval()
    network.encoder.round(True)
    seen: dict[int, _Seen] = {}
    for part in _parts(sorted(examples, key=lambda example: len(example.tokens))):
        made: Batch = batch(part, vocabulary)
        tokens, _ = network.vectors(network.pieces(made).float(), made)
        seen |= {id(one): _Seen(one, own) for one, own in zip(part, tokens.split(made.sizes), strict=True)}
    network.encoder.round(False)
    return seen


def _parts(all_of: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(all_of), _AT_ONCE):
        yield all_of[start : start + _AT_ONCE]
