"""The joint run: batches of all corpora in random order, one optimiser."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import nn

from tawatur.analyser.vocabulary import Vocabulary
from training.batches import batch, batches_by_size
from training.examples import Example
from training.losses import loss
from training.network import Network

_HEAD_RATE = 2e-3
_WARM_UP = 0.1
_LOG_EVERY = 50

log = logging.getLogger("training")


class Course(NamedTuple):
    """A corpus to learn from, and how many times over."""

    examples: Sequence[Example]
    epochs: float
    pieces: int = 640
    """Size of a batch; a small corpus takes more and smaller steps."""


def plan(
    courses: Mapping[str, Course], vocabulary: Vocabulary, chance: random.Random
) -> list[tuple[str, list[Example]]]:
    """Every batch of the run, in order: the corpora are mixed evenly from start to end."""
    placed: list[tuple[float, str, list[Example]]] = []
    for name, course in courses.items():
        if not course.examples:
            continue
        made = list(batches_by_size(course.examples, vocabulary, pieces=course.pieces, chance=chance))
        wanted = max(1, round(len(made) * course.epochs))
        while len(made) < wanted:
            made += batches_by_size(course.examples, vocabulary, pieces=course.pieces, chance=chance)
        made = made[:wanted]
        placed += [((i + chance.random()) / wanted, name, examples) for i, examples in enumerate(made)]
    return [(name, examples) for _, name, examples in sorted(placed, key=lambda p: p[0])]


def learn(
    network: Network,
    courses: Mapping[str, Course],
    *,
    vocabulary: Vocabulary,
    slots: tuple[int, ...],
    seed: int,
    encoder_rate: float,
    rounding_from: float,
) -> None:
    """Train `network` in place; after the share `rounding_from` of the steps the encoder learns as it will be shipped."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    steps = plan(courses, vocabulary, chance)
    encoder = list(network.encoder.parameters())
    own = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in own]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": _HEAD_RATE}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    total = len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / (_WARM_UP * total), (total - i) / (total * (1 - _WARM_UP)))
    )
    network.train()
    started = time.monotonic()
    sums: dict[str, list[float]] = {}
    for done, (name, examples) in enumerate(steps, 1):
        if done == max(1, round(rounding_from * total)):
            network.encoder.round(True)
        value = loss(network, batch(examples, vocabulary, noise=chance), slots)
        value.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        sums.setdefault(name, []).append(value.detach().item())
        if done % _LOG_EVERY == 0 or done == total:
            means = {key: round(sum(v) / len(v), 3) for key, v in sorted(sums.items())}
            log.info("step %d of %d, %.0f s, loss %s", done, total, time.monotonic() - started, means)
            sums.clear()
    network.encoder.round(False)
    network.eval()
