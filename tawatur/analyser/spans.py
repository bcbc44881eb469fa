"""Spans of runs of raw tokens, with the clitics at their edges left out."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser.clitics import STEM, Segment
from tawatur.records import Span
from tawatur.text.tokens import Token


def run_span(
    found: Sequence[Token],
    segments: Sequence[tuple[Segment, ...]],
    run: tuple[int, int],
    *,
    keep: frozenset[int] = frozenset(),
) -> Span:
    """From the first token of `run` without its proclitics, but for the forms in `keep`, to the end of its last token.

    A token of clitics alone («له») keeps its last word.
    """
    first, last = run[0], run[1] - 1
    parts = segments[first]
    begin = next((s for s in parts if s.form == STEM or s.form in keep), parts[-1])
    return found[first].span[0] + begin.start, found[last].span[1]


def stem_span(found: Sequence[Token], segments: Sequence[tuple[Segment, ...]], run: tuple[int, int]) -> Span:
    """As `run_span`, and without a pronoun at the end: «بقوله» is «قول»."""
    start, _ = run_span(found, segments, run)
    last = run[1] - 1
    stem = next((s for s in segments[last] if s.form == STEM), segments[last][-1])
    return start, max(found[last].span[0] + stem.end, start + 1)
