"""Events that people were taught to code: does a sentence report one, and who does what to whom in it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tawatur.analyser.heads import Floats, Heads
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.records import Event
from tawatur.analyser.windows import Window
from tawatur.records import Span

ROLE_THRESHOLDS = {"actor": 0.25, "trigger": 0.3, "target": 0.25}
"""Share of annotators expected to mark a word from which it is taken; set between four values tried on the documents kept back."""


class EventReader:
    """The heads of events."""

    def __init__(self, heads: Heads, inventory: Inventory) -> None:
        self._heads = heads
        self._kinds = inventory.event_kinds
        self._roles = inventory.event_roles

    def events(self, window: Window, tokens: Floats) -> list[Event]:
        """One event of each kind, likeliest first; `tokens` are the vectors of the raw tokens of `window`."""
        pooled = np.concatenate([tokens.mean(axis=0), tokens.max(axis=0)])[None]
        scores = _sigmoid(self._heads.linear("events.reported", pooled)[0])
        marked = _sigmoid(self._heads.linear("events.role", tokens))
        made = []
        for k, kind in enumerate(self._kinds):
            columns = {role: marked[:, k * len(self._roles) + r] for r, role in enumerate(self._roles)}
            spans = {role: _spans(window, column >= ROLE_THRESHOLDS[role]) for role, column in columns.items()}
            made.append(Event(kind=kind, score=round(float(scores[k]), 4), **spans))  # type: ignore[arg-type]
        return sorted(made, key=lambda event: -event.score)


def _sigmoid(x: Floats) -> Floats:
    return (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)


def _spans(window: Window, taken: npt.NDArray[np.bool_]) -> tuple[Span, ...]:
    """Spans of runs of taken tokens; signs alone are none."""
    found: list[Span] = []
    before = False
    for token, is_taken in zip(window.tokens, taken, strict=True):
        here = bool(is_taken) and token.text[0].isalnum()
        if here:
            if before:
                found[-1] = (found[-1][0], token.span[1])
            else:
                found.append(token.span)
        before = here
    return tuple(found)
