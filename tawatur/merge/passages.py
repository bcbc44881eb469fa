"""Stretches of words that two texts have in common.

    >>> a, b = worded("وصلت القافلة إلى المدينة فجر الأحد، وقال السكان إنها تأخرت."), worded("وصلت القافلة الى المدينة فجر الاحد")
    >>> [run for run in runs(a, b)]
    [Run(a=0, b=0, length=6)]

Words are compared folded, in order; signs and line breaks do not count. What an outlet puts under every text of its own
(«تابعوا …») is left out before.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.records import Span
from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

SHINGLE = 5
"""Words in a row that two texts must share before they count: four are still a name with its titles."""
NEAR = 8
"""Words between two runs, in both texts, over which they are one stretch: an editor's insertion or a changed figure."""
_MOST_PLACES = 6
"""Places of one shingle in a text that are looked at: a refrain is matched where it stands first."""
_ENDS = frozenset(".!?؟…")


class Words(NamedTuple):
    """The folded words of a text with where they stand, and the sentences as stretches of words."""

    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]


class Run(NamedTuple):
    """Words in a row that stand in both texts: from word `a` of one and word `b` of the other on."""

    a: int
    b: int
    length: int


@lru_cache(maxsize=1)
def _standing() -> tuple[tuple[str, ...], ...]:
    data = tomllib.loads((files("tawatur") / "data" / "ar" / "merge.toml").read_text(encoding="utf-8"))
    return tuple(tuple(map(fold_word, phrase.split())) for phrase in data["copies"]["standing"])


@lru_cache(maxsize=256)
def worded(text: str) -> Words:
    """The words of a text, sentence by sentence, without those that stand under every text of an outlet."""
    forms: list[str] = []
    spans: list[Span] = []
    sentences: list[tuple[int, int]] = []
    for sentence in _sentences(text):
        opening = tuple(form for form, _ in sentence[:4])
        if any(opening[: len(phrase)] == phrase for phrase in _standing()):
            continue
        sentences.append((len(forms), len(forms) + len(sentence)))
        forms.extend(form for form, _ in sentence)
        spans.extend(span for _, span in sentence)
    return Words(tuple(forms), tuple(spans), tuple(sentences))


def _sentences(text: str) -> Iterator[list[tuple[str, Span]]]:
    """Words between full stops or line breaks."""
    sentence: list[tuple[str, Span]] = []
    before = 0
    for token in tokens(text):
        start, end = token.span
        if sentence and "\n" in text[before:start]:
            yield sentence
            sentence = []
        before = end
        if token.text[0].isalnum():
            sentence.append((fold_word(token.text), token.span))
        elif token.text[0] in _ENDS and sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def runs(a: Words, b: Words) -> tuple[Run, ...]:
    """The runs of at least `SHINGLE` words that two texts share, each word at most once, the longest taken first; in the order of `a`."""
    taken_a, taken_b = bytearray(len(a.forms)), bytearray(len(b.forms))
    found: list[Run] = []
    for run in sorted(_all_runs(a.forms, b.forms), key=lambda run: (-run.length, run.a, run.b)):
        free = [not taken_a[run.a + i] and not taken_b[run.b + i] for i in range(run.length)]
        for start, end in _true_stretches(free):
            if end - start >= SHINGLE:
                found.append(Run(run.a + start, run.b + start, end - start))
                taken_a[run.a + start : run.a + end] = b"\1" * (end - start)
                taken_b[run.b + start : run.b + end] = b"\1" * (end - start)
    return tuple(sorted(found))


def _all_runs(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[Run]:
    """Every run as long as it can be, overlapping ones too."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(a) - SHINGLE + 1):
        here = places.setdefault(a[at : at + SHINGLE], [])
        if len(here) < _MOST_PLACES:
            here.append(at)
    reached: dict[int, int] = {}
    for at in range(len(b) - SHINGLE + 1):
        for start in places.get(b[at : at + SHINGLE], ()):
            diagonal = at - start
            if reached.get(diagonal, -1) >= at:
                continue
            length = SHINGLE
            while start + length < len(a) and at + length < len(b) and a[start + length] == b[at + length]:
                length += 1
            reached[diagonal] = at + length - SHINGLE
            yield Run(start, at, length)


def _true_stretches(flags: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for at, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            yield start, at
            start = None


def stretches(found: tuple[Run, ...]) -> tuple[tuple[Run, ...], ...]:
    """Runs that follow one another closely in both texts, together."""
    together: list[list[Run]] = []
    for run in found:
        last = together[-1][-1] if together else None
        if last is not None and 0 <= run.a - last.a - last.length <= NEAR and 0 <= run.b - last.b - last.length <= NEAR:
            together[-1].append(run)
        else:
            together.append([run])
    return tuple(map(tuple, together))


def aligned(a: Words, b: Words, *, run: Run) -> Iterator[tuple[Span, Span]]:
    """A run as spans of both texts, cut where a sentence of `a` ends."""
    start = run.a
    ends = [end for _, end in a.sentences if run.a < end < run.a + run.length]
    for end in [*ends, run.a + run.length]:
        first, last = start - run.a + run.b, end - 1 - run.a + run.b
        yield (a.spans[start][0], a.spans[end - 1][1]), (b.spans[first][0], b.spans[last][1])
        start = end
