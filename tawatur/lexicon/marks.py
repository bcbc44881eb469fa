"""Example sentences with marks: "[trigger:انتزع] [actor:الجيش] البلدة." says which words are what."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.errors import LexiconError
from tawatur.records import Span

_MARK = re.compile(r"\[(?P<role>[a-z]+):(?P<words>[^\[\]]+)\]")
_STRAY = re.compile(r"[\[\]]")


class Marked(NamedTuple):
    """A sentence without its marks, and what was marked in it, in order."""

    text: str
    spans: tuple[tuple[str, Span], ...]

    def of(self, role: str) -> tuple[Span, ...]:
        """Spans marked with a role."""
        return tuple(span for name, span in self.spans if name == role)


def marked(example: str) -> Marked:
    """Takes the marks out of an example sentence.

    >>> marked("[trigger:fell] the [where:town].")
    Marked(text='fell the town.', spans=(('trigger', (0, 4)), ('where', (9, 13))))
    """
    pieces: list[str] = []
    spans: list[tuple[str, Span]] = []
    length = position = 0
    for mark in _MARK.finditer(example):
        before = example[position : mark.start()]
        start = length + len(before)
        length = start + len(mark["words"])
        pieces += [before, mark["words"]]
        spans.append((mark["role"], (start, length)))
        position = mark.end()
    pieces.append(example[position:])
    text = "".join(pieces)
    if _STRAY.search(text):
        raise LexiconError(f"a mark is not closed or stands inside another: {example}")
    return Marked(text=text, spans=tuple(spans))
