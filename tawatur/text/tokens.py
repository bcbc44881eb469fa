"""Raw tokens of a text: runs of letters, marks and digits, numbers whole, every other visible sign alone.

    >>> [t.text for t in tokens("قال إن 1,200 مقاتل... «انسحبوا».")]
    ['قال', 'إن', '1,200', 'مقاتل', '...', '«', 'انسحبوا', '»', '.']

A token never holds a blank; clitics are still joined to their stem («لقواته» is one token). The analyser splits further.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.records import Span

_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_IGNORABLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad"
_MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_TOKEN = re.compile(
    rf"[{_DIGIT}]+(?:[.,:٫٬/][{_DIGIT}]+)*"  # 12, 1,200, 3.5, 10:30, 15/7/2018
    rf"|[^\W{_DIGIT}_](?:[\w{_MARK}](?<![{_DIGIT}_])|['’{_IGNORABLE}]+(?=[^\W{_DIGIT}_]))*"
    r"|\.{2,}"
    rf"|[^\s\w{_IGNORABLE}]"
    r"|_+"
)


class Token(NamedTuple):
    """A raw token and where it stands."""

    text: str
    span: Span


def tokens(text: str, *, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The raw tokens of `text[start:end]`, with spans in `text`."""
    return tuple(
        Token(found.group(), found.span()) for found in _TOKEN.finditer(text, start, len(text) if end is None else end)
    )
