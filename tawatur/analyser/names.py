"""Names in a window, from the scores of its raw tokens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tawatur.analyser.clitics import Segment
from tawatur.analyser.heads import Floats, bio, log_softmax, runs
from tawatur.analyser.records import Name
from tawatur.analyser.spans import run_span
from tawatur.analyser.windows import Window


def names(window: Window, segments: Sequence[tuple[Segment, ...]], scores: Floats, labels: Sequence[str]) -> list[Name]:
    """The names of `window`; `scores` has a row for each token, a column for each of `labels`."""
    path = bio(scores, labels)
    chosen = np.exp(log_softmax(scores))[np.arange(len(path)), path]
    return [
        Name(
            span=run_span(window.tokens, segments, (start, end)),
            type=kind,  # type: ignore[arg-type]
            score=round(float(chosen[start:end].min()), 4),
        )
        for start, end, kind in runs(path, labels)
    ]
