"""Speech in a window: cues of saying, and for each cue who says what."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tawatur.analyser.clitics import Segment
from tawatur.analyser.heads import Floats, Heads, bio, gelu, log_softmax, runs
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.records import Speech
from tawatur.analyser.spans import run_span, stem_span
from tawatur.analyser.windows import Window


class SpeechReader:
    """The heads of speech."""

    def __init__(self, heads: Heads, inventory: Inventory) -> None:
        self._heads = heads
        self._cues = inventory.cues
        self._roles = inventory.speech_roles
        particles = 1 + len(inventory.conjunctions)
        self._kept = frozenset(range(particles, particles + len(inventory.particles)))
        self._farthest = (len(heads.weights["sayings.distance.weight"]) - 1) // 2

    def speech(self, window: Window, segments: Sequence[tuple[Segment, ...]], tokens: Floats) -> list[Speech]:
        """Every cue of `window` with its speaker and content; `tokens` are the vectors of its raw tokens."""
        scores = self._heads.linear("sayings.cue", tokens)
        cues = runs(bio(scores, self._cues), self._cues)
        if not cues:
            return []
        likely = 1 - np.exp(log_softmax(scores)[:, 0])
        add, times = np.split(self._heads.linear("sayings.token", tokens), 2, axis=1)
        return [
            self._saying(
                window,
                segments,
                (start, end),
                float(likely[start:end].min()),
                self._path(tokens, add, times, (start, end)),
            )
            for start, end, _ in cues
        ]

    def _path(self, tokens: Floats, add: Floats, times: Floats, cue: tuple[int, int]) -> list[int]:
        own = self._heads.linear("sayings.of_cue", tokens[cue[0] : cue[1]].mean(axis=0, keepdims=True))
        own_add, own_times = np.split(own, 2, axis=1)
        away = np.clip(np.arange(len(tokens)) - cue[0], -self._farthest, self._farthest) + self._farthest
        near = self._heads.weights["sayings.distance.weight"][away]
        scores = self._heads.linear("sayings.role", gelu(add + own_add + times * own_times + near))
        scores[cue[0] : cue[1], 1:] = -1e4
        return bio(scores, self._roles)

    def _saying(
        self,
        window: Window,
        segments: Sequence[tuple[Segment, ...]],
        cue: tuple[int, int],
        score: float,
        path: Sequence[int],
    ) -> Speech:
        found = runs(path, self._roles)
        speakers = [(start, end) for start, end, kind in found if kind == "speaker"]
        speaker = min(speakers, key=lambda run: abs(run[0] - cue[0])) if speakers else None
        return Speech(
            cue=stem_span(window.tokens, segments, cue),
            speaker=run_span(window.tokens, segments, speaker) if speaker else None,
            content=tuple(
                run_span(window.tokens, segments, (start, end), keep=self._kept)
                for start, end, kind in found
                if kind == "content"
            ),
            score=round(score, 4),
        )
