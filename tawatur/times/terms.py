"""A sentence as terms: its tokens, folded, without proclitics, several words of one expression joined.

>>> [term.word for term in terms("ومساء أمس الأول.")]
['مساء', 'امس الاول', '.']
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.records import Span
from tawatur.text.fold import fold_word
from tawatur.text.tokens import Token, tokens
from tawatur.times.vocabulary import VOCABULARY, Rest, Sense

_CONJUNCTIONS = ("\u0648", "\u0641")
_PREPOSITIONS = "\u0628\u0644\u0643"
_LAM = "\u0644"
_ARTICLE = "\u0627\u0644"
_LONGEST_NUMBER = 4
"""Digits of the longest number that can be a year or an amount of time."""


class Term(NamedTuple):
    """A word of the sentence, or several that are one expression of time."""

    word: str
    """Folded, without proclitics: «وللأسبوع» is "الاسبوع"."""
    span: Span
    joined: bool
    """Whether «و» or «ف» is written to it, or stands before it."""
    preposition: str
    """«ب», «ل» or «ك» written to it, or nothing."""
    senses: tuple[Sense, ...]
    number: int | None
    """Its value when it is written in digits."""
    raw: str
    """As written."""


END = Term(word="", span=(0, 0), joined=False, preposition="", senses=(), number=None, raw="")
"""What stands outside the sentence."""


def at(line: Sequence[Term], index: int) -> Term:
    """The term at an index, or END outside the line."""
    return line[index] if 0 <= index < len(line) else END


def sense(line: Sequence[Term], index: int, *kinds: str) -> Sense | None:
    """The first meaning of a term that is of one of these kinds."""
    return next((found for found in at(line, index).senses if found.kind in kinds), None)


class _Known(NamedTuple):
    word: str
    skipped: int
    joined: bool
    preposition: str
    entries: tuple[tuple[Rest, Sense], ...]


def _stripped(word: str) -> list[tuple[str, int, bool, str]]:
    """The ways to take proclitics off a folded word: what is left, letters skipped, «و»?, preposition."""
    ways = [(word, 0, False, "")]
    if len(word) > 2 and word[0] in _CONJUNCTIONS:
        ways.append((word[1:], 1, True, ""))
    for left, skipped, joined, _ in tuple(ways):
        if len(left) > 3 and left[0] in _PREPOSITIONS:
            ways.append((left[1:], skipped + 1, joined, left[0]))
            if left[0] == left[1] == _LAM:
                ways.append((_ARTICLE + left[2:], skipped + 1, joined, left[0]))
    return ways


@lru_cache(maxsize=65_536)
def _known(raw: str) -> _Known:
    word = fold_word(raw)
    for left, skipped, joined, preposition in _stripped(word):
        entries = VOCABULARY.starting_with.get(left)
        if entries:
            return _Known(left, skipped, joined, preposition, entries)
    return _Known(word, 0, False, "", ())


def _start_of(token: Token, skipped: int) -> int:
    """Where the token begins without its first folded letters; marks after a letter go with it."""
    at = 0
    while at < len(token.text) and (skipped > 0 or not fold_word(token.text[at])):
        skipped -= len(fold_word(token.text[at]))
        at += 1
    return token.span[0] + at


def _number(word: str) -> int | None:
    return int(word) if len(word) <= _LONGEST_NUMBER and word.isascii() and word.isdigit() else None


def _joined_with(found: tuple[Token, ...], *, at: int, known: _Known) -> tuple[int, tuple[Sense, ...]]:
    """How many more tokens the longest expression beginning at `at` takes, and what it means."""
    for rest, _ in known.entries:
        following = tuple(fold_word(token.text) for token in found[at + 1 : at + 1 + len(rest)])
        if following == rest:
            return len(rest), tuple(sense for other, sense in known.entries if other == rest)
    return 0, ()


def terms(text: str, *, start: int = 0, end: int | None = None) -> tuple[Term, ...]:
    """The terms of `text[start:end]`; () when nothing in it can begin a time."""
    found = tokens(text, start=start, end=end)
    known = [_known(token.text) for token in found]
    if not any(k.entries or k.word[:1].isdigit() for k in known):
        return ()
    made: list[Term] = []
    at = 0
    joined = False
    while at < len(found):
        here = known[at]
        if here.word in _CONJUNCTIONS:
            at, joined = at + 1, True
            continue
        more, senses = _joined_with(found, at=at, known=here)
        words = [here.word] if senses else [fold_word(found[at].text)]
        made.append(
            Term(
                word=" ".join([*words, *(fold_word(token.text) for token in found[at + 1 : at + 1 + more])]),
                span=(_start_of(found[at], here.skipped if senses else 0), found[at + more].span[1]),
                joined=joined or (here.joined and bool(senses)),
                preposition=here.preposition if senses else "",
                senses=senses,
                number=_number(words[0]),
                raw=found[at].text,
            )
        )
        at, joined = at + 1 + more, False
    return tuple(made)
