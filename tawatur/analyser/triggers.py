"""Triggers of claims in a window: words that carry an event, with its kind, its reality and the words of its parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tawatur.analyser.clitics import Segment
from tawatur.analyser.heads import Floats, Heads, bio, gelu, log_softmax, runs
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.records import Argument, Trigger
from tawatur.analyser.spans import run_span, stem_span
from tawatur.analyser.windows import Window

LEAST = 0.05
"""Likelihood from which a word is told at all; what is made of it is for the reader to decide."""
_MARKS = ("O", "B-", "I-")


class TriggerReader:
    """The heads of triggers and their parts."""

    def __init__(self, heads: Heads, inventory: Inventory) -> None:
        self._heads = heads
        self._roles = inventory.claim_roles
        self._kinds = inventory.claim_kinds
        self._realities = inventory.realities
        self._known = "deeds.trigger.weight" in heads.weights
        self._farthest = (len(heads.weights["deeds.distance.weight"]) - 1) // 2 if self._known else 0

    def triggers(self, window: Window, segments: Sequence[tuple[Segment, ...]], tokens: Floats) -> list[Trigger]:
        """Every word of `window` that may carry an event, in text order; `tokens` are the vectors of its raw tokens."""
        if not self._known:
            return []
        scores = np.exp(log_softmax(self._heads.linear("deeds.trigger", tokens)))
        likely = 1 - scores[:, 0]
        found = _runs(scores, likely)
        if not found:
            return []
        add, times = np.split(self._heads.linear("deeds.token", tokens), 2, axis=1)
        around = tokens.mean(axis=0, keepdims=True)
        made = []
        for start, end in found:
            own = tokens[start:end].mean(axis=0, keepdims=True)
            kinds = np.exp(log_softmax(self._heads.linear("deeds.kind", own)[0]))
            scope = gelu(self._heads.linear("deeds.scope", np.concatenate([own, around], axis=1)))
            realities = np.exp(log_softmax(self._heads.linear("deeds.reality", scope)[0]))
            made.append(
                Trigger(
                    span=stem_span(window.tokens, segments, (start, end)),
                    score=round(float(likely[start:end].max()), 4),
                    kind=self._kinds[int(kinds.argmax())],
                    kind_score=round(float(kinds.max()), 4),
                    reality=self._realities[int(realities.argmax())],
                    reality_score=round(float(realities.max()), 4),
                    arguments=self._arguments(window, segments, add, times, own, (start, end)),
                )
            )
        return made

    def _arguments(
        self,
        window: Window,
        segments: Sequence[tuple[Segment, ...]],
        add: Floats,
        times: Floats,
        own: Floats,
        at: tuple[int, int],
    ) -> tuple[Argument, ...]:
        own_add, own_times = np.split(self._heads.linear("deeds.of_trigger", own), 2, axis=1)
        away = np.clip(np.arange(len(add)) - at[0], -self._farthest, self._farthest) + self._farthest
        near = self._heads.weights["deeds.distance.weight"][away]
        hidden = gelu(add + own_add + times * own_times + near)
        scores = self._heads.linear("deeds.role", hidden).reshape(len(add), len(self._roles), len(_MARKS))
        found = []
        for number, role in enumerate(self._roles):
            labels = ("O", "B-" + role, "I-" + role)
            likely = 1 - np.exp(log_softmax(scores[:, number]))[:, 0]
            for start, end, _ in runs(bio(scores[:, number], labels), labels):
                found.append(
                    Argument(
                        role=role,  # type: ignore[arg-type]
                        span=run_span(window.tokens, segments, (start, end)),
                        score=round(float(likely[start:end].mean()), 4),
                    )
                )
        return tuple(found)


def _runs(scores: Floats, likely: Floats) -> list[tuple[int, int]]:
    """Ranges of likely tokens; a new one begins where beginning is likelier than going on."""
    found: list[tuple[int, int]] = []
    for i in range(len(scores)):
        if likely[i] < LEAST:
            continue
        if found and found[-1][1] == i and scores[i, 2] > scores[i, 1]:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found
