"""The words of a text as places are looked for: raw tokens with their possible stems, and what the analyser says of them.

>>> [[stem.text for stem in unit.stems] for unit in units("وللقائم", analyses=())]
[['وللقايم', 'للقايم', 'القايم', 'لقايم']]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tawatur.analyser.records import Analysis, Name, Word
from tawatur.records import Span
from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

_JOINING = frozenset("\u0648\u0641")
_PREPOSITIONS = frozenset("\u0628\u0644\u0643")
_LAM = "\u0644"
_ARTICLE = "\u0627\u0644"
NameType = Literal["person", "place", "organisation", "other"]


class Stem(NamedTuple):
    """One reading of a token: the proclitics before it taken off."""

    offset: int
    """Letters of the token before it."""
    text: str
    """Folded."""


class Unit(NamedTuple):
    """A token with its readings, and the analyser's word on it."""

    text: str
    span: Span
    stems: tuple[Stem, ...]
    """The whole token first; empty for a sign."""
    name: NameType | None
    """Type of the analyser's name that covers it."""
    name_span: Span | None
    """Span of that name."""
    proper: bool
    """Whether the analyser tags its stem PROPN."""
    analysed: bool
    """Whether the analyser has seen its sentence."""


@lru_cache(maxsize=100_000)
def stems(token: str) -> tuple[Stem, ...]:
    """The readings of a token, the whole token first; () for a sign."""
    folded = fold_word(token)
    if not folded or not (folded[0].isalpha() or folded[0].isdigit()):
        return ()
    found = [Stem(0, folded)]
    starts = [0]
    if folded[0] in _JOINING and len(folded) > 3:
        starts.append(1)
        found.append(Stem(1, folded[1:]))
    for start in starts:
        rest = folded[start:]
        if len(rest) > 3 and rest[0] in _PREPOSITIONS:
            if rest[0] == _LAM and rest[1] == _LAM:
                found.append(Stem(start + 1, _ARTICLE + rest[2:]))
            found.append(Stem(start + 1, rest[1:]))
    return tuple(found) if len(folded) == len(token) else tuple(_unmarked(token, found))


def _unmarked(token: str, found: Sequence[Stem]) -> list[Stem]:
    """The same readings with offsets that count the marks which folding drops."""
    position: list[int] = [index for index, letter in enumerate(token) if fold_word(letter)]
    return [Stem(position[stem.offset] if stem.offset < len(position) else 0, stem.text) for stem in found]


def units(text: str, *, analyses: Sequence[Analysis]) -> tuple[Unit, ...]:
    """The tokens of a text with their readings and the analyser's evidence."""
    names = _Spans([name for analysis in analyses for name in analysis.names])
    proper = {word.span[0] for analysis in analyses for word in analysis.words if _is_proper(word)}
    seen = _Spans(list(analyses))
    found: list[Unit] = []
    for token in tokens(text):
        readings = stems(token.text)
        start, end = token.span
        name = names.covering(end - 1) if readings else None
        found.append(
            Unit(
                text=readings[0].text if readings else token.text,
                span=token.span,
                stems=readings,
                name=name.type if isinstance(name, Name) else None,
                name_span=name.span if isinstance(name, Name) else None,
                proper=any(start + stem.offset in proper for stem in readings),
                analysed=seen.covering(start) is not None,
            )
        )
    return tuple(found)


def _is_proper(word: Word) -> bool:
    return word.upos == "PROPN"


class _Spans:
    """Things with spans that do not overlap, found by a position they cover."""

    def __init__(self, things: Sequence[Name | Analysis]) -> None:
        self._things = sorted(things, key=lambda thing: thing.span)
        self._starts = [thing.span[0] for thing in self._things]

    def covering(self, position: int) -> Name | Analysis | None:
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._things[index].span[1]:
            return self._things[index]
        return None
