"""What the model reads of a raw token: its letters without vowel signs, tatweel and invisible marks, and where each stood."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_TATWEEL = "\u0640"
_ALEFS = str.maketrans(dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627"))
MAX_LETTERS = 48
"""A longer token is no word; what follows is not shown to the model."""


class Letters(NamedTuple):
    """The letters of a raw token.

    `starts[i]` is the offset in the token of `text[i]`.
    """

    text: str
    starts: tuple[int, ...]


def letters(token: str) -> Letters:
    """The letters of `token`; a token of marks alone is kept as it is, so the text is never empty."""
    if token.isascii():
        return Letters(token, tuple(range(len(token))))
    kept: list[str] = []
    starts: list[int] = []
    for offset, sign in enumerate(token):
        if sign == _TATWEEL or unicodedata.category(sign) in ("Mn", "Cf"):
            continue
        for plain in unicodedata.normalize("NFKC", sign):
            if unicodedata.category(plain) not in ("Mn", "Zs") and plain != _TATWEEL:
                kept.append(plain)
                starts.append(offset)
    if not kept:
        return Letters(token, tuple(range(len(token))))
    return Letters("".join(kept), tuple(starts))


def same_alef(word: str) -> str:
    """`word` with every alef bare."""
    return word.translate(_ALEFS)
