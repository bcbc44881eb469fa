"""Whether an unmarked «الأحد» is the last one or the next one: the verbs and signs around it decide.

The cue that governs is the nearest one before the time in its own clause, else the nearest one after it there, else the
nearest one before in the sentence; without any, news looks back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tawatur.records import Record, Span
from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens
from tawatur.times.vocabulary import VOCABULARY

Facing = Literal["past", "future"]

_SHORTEST_FUTURE = 4
"""Letters of the shortest «سـ» with an imperfect verb, such as «سيتم»; shorter words are nouns, such as «سيف»."""
_FUTURE_LETTERS = ("\u0633\u064a", "\u0633\u062a", "\u0633\u0646", "\u0633\u0623")
_CONJUNCTIONS = ("\u0648", "\u0641")
_BREAKING = frozenset('.;:!?«»"()') | VOCABULARY.lists["closing"] - VOCABULARY.lists["commas"]


class TenseCue(Record, frozen=True, kw_only=True):
    """A verb, or a word that stands for one, and the side of publication that it points to."""

    span: Span
    direction: Facing


class Clauses(NamedTuple):
    """Where clauses of a sentence begin, and what cues it has, both in order."""

    breaks: tuple[int, ...]
    cues: tuple[TenseCue, ...]
    starts: tuple[int, ...]
    """Where the cues begin."""


def surface_cues(text: str, *, start: int = 0, end: int | None = None) -> tuple[TenseCue, ...]:
    """Cues that the words alone give, without an analysis: «سـ» with a verb, «المقرر», «يلتقي», «أعلن».

    >>> [cue.direction for cue in surface_cues("سيجتمع المجلس الأحد")]
    ['future']
    """
    found = []
    for token in tokens(text, start=start, end=end):
        direction = _direction(token.text)
        if direction is not None:
            found.append(TenseCue(span=token.span, direction=direction))
    return tuple(found)


def _direction(raw: str) -> Facing | None:
    lists = VOCABULARY.lists
    for form in (raw, raw[1:]) if raw.startswith(_CONJUNCTIONS) else (raw,):
        word = fold_word(form)
        if word in lists["future"] or word in lists["scheduled"]:
            return "future"
        if word in lists["past"]:
            return "past"
        if form.startswith(_FUTURE_LETTERS) and len(word) >= _SHORTEST_FUTURE and word not in lists["not_future"]:
            return "future"
    return None


def clauses(text: str, *, start: int, end: int, cues: Sequence[TenseCue]) -> Clauses:
    """The clauses of a sentence by its conjunctions and stops, and its cues in order."""
    breaks = [start]
    for token in tokens(text, start=start, end=end):
        word = fold_word(token.text)
        plain = word[1:] if word.startswith(_CONJUNCTIONS) and word not in VOCABULARY.lists["break"] else word
        if word in _BREAKING or plain in VOCABULARY.lists["break"]:
            breaks.append(token.span[0])
    ordered = tuple(sorted(cues, key=lambda cue: cue.span))
    return Clauses(tuple(breaks), ordered, tuple(cue.span[0] for cue in ordered))


def facing(position: int, *, within: Clauses) -> Facing | None:
    """The side of publication that the cue governing a position points to; None when there is no cue."""
    clause = bisect_right(within.breaks, position)
    opened = within.breaks[clause - 1] if clause else 0
    here = bisect_left(within.starts, position)
    before = within.cues[here - 1] if here else None
    after = within.cues[here] if here < len(within.cues) else None
    if before is not None and before.span[0] >= opened:
        return before.direction
    if after is not None and (clause == len(within.breaks) or after.span[0] < within.breaks[clause]):
        return after.direction
    return before.direction if before is not None else None
