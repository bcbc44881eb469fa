"""Names in a window, from the scores of its raw tokens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from tawatur.analyser.clitics import Segment
from tawatur.analyser.heads import Floats, bio, log_softmax, runs
from tawatur.analyser.records import Name
from tawatur.analyser.spans import run_span
from tawatur.analyser.windows import Window

_UNJOINED = ("person", "place")
"""Types of names that hold no «and»: «أحمد حسام ومحمد علي» are two persons, «وزارة الداخلية والأمن» is one ministry."""


def names(
    window: Window,
    segments: Sequence[tuple[Segment, ...]],
    scores: Floats,
    *,
    labels: Sequence[str],
    conjunctions: frozenset[int],
) -> list[Name]:
    """The names of `window`; `scores` has a row for each token, a column for each of `labels`.

    `conjunctions` are the forms of clitics that join.
    """
    path = bio(scores, labels)
    chosen = np.exp(log_softmax(scores))[np.arange(len(path)), path]
    found = []
    for start, end, kind in runs(path, labels):
        borders = [start, end]
        if kind in _UNJOINED:
            borders[1:1] = [i for i in range(start + 1, end) if segments[i][0].form in conjunctions]
        for a, b in pairwise(borders):
            span = run_span(window.tokens, segments, (a, b))
            found.append(Name(span=span, type=kind, score=round(float(chosen[a:b].min()), 4)))  # type: ignore[arg-type]
    return found
