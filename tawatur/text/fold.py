"""A folded view of a text for matching, with an exact way back to the original.

    >>> folded = fold("إلى «مدينـةِ» ١٥")
    >>> folded.text
    'الي «مدينه» 15'
    >>> folded.original((5, 10))
    (5, 11)

Dropped: diacritics, tatweel, zero-width and bidi controls. Joined: أ إ آ ٱ → ا, ى ئ → ي, ؤ → و, ة → ه, presentation forms
and Persian letters → the Arabic ones, Arabic-Indic and Persian digits → 0-9. The stored text is never changed.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache

from tawatur.records import Record, Span

_LETTERS = {
    "\u0623": "\u0627",
    "\u0625": "\u0627",
    "\u0622": "\u0627",
    "\u0671": "\u0627",
    "\u0649": "\u064a",
    "\u0626": "\u064a",
    "\u06cc": "\u064a",
    "\u06d2": "\u064a",
    "\u0624": "\u0648",
    "\u0629": "\u0647",
    "\u06be": "\u0647",
    "\u06c1": "\u0647",
    "\u06d5": "\u0647",
    "\u06a9": "\u0643",
    "\u06aa": "\u0643",
}
_DROPPED_CATEGORIES = ("Mn", "Cf")
_TATWEEL = "\u0640"


def _fold_character(character: str) -> str:
    if character == _TATWEEL or unicodedata.category(character) in _DROPPED_CATEGORIES:
        return ""
    if character in _LETTERS:
        return _LETTERS[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    plain = unicodedata.normalize("NFKC", character)
    if plain != character:
        return "".join(_fold_character(part) for part in plain) if plain.strip() or character.isspace() else character
    return character.lower()


class _Table(dict[int, str]):
    """What each code point folds to, filled as code points are met."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _fold_character(chr(code_point))
        return folded


_TABLE = _Table()


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """One word folded: `fold_word("الإدارةُ")` is "الاداره"."""
    return word.translate(_TABLE)


class Folded(Record, kw_only=True):
    """A folded text and, for each of its characters, where it came from."""

    text: str
    starts: tuple[int, ...]
    """For each folded character the original position it came from, then one for the end of the text."""
    length: int
    """Length of the original text."""

    def original(self, span: Span) -> Span:
        """The span of the original text that a span of the folded text stands for, dropped marks inside it included."""
        start, end = span
        if end <= start:
            position = self.starts[start]
            return position, position
        return self.starts[start], self.starts[end - 1] + 1

    def folded(self, span: Span) -> Span:
        """The span of the folded text that came from within a span of the original text."""
        return bisect_left(self.starts, span[0], 0, len(self.text)), bisect_left(
            self.starts, span[1], 0, len(self.text)
        )


def fold(text: str) -> Folded:
    """The folded view of a text, in linear time."""
    pieces: list[str] = []
    starts: list[int] = []
    table = _TABLE
    for position, character in enumerate(text):
        piece = table[ord(character)]
        if piece:
            pieces.append(piece)
            if len(piece) == 1:
                starts.append(position)
            else:
                starts.extend([position] * len(piece))
    starts.append(len(text))
    return Folded(text="".join(pieces), starts=tuple(starts), length=len(text))
