"""Quotations of a text: «…», “…”, "…", also nested, spaced, interrupted and never closed.

    >>> text = 'قال: "لم نر قتالا... «كهذا»" ثم انصرف'
    >>> [(text[q.inner[0] : q.inner[1]], q.depth) for q in quotes(text)]
    [('لم نر قتالا... «كهذا»', 0), ('كهذا', 1)]

A straight mark opens where a blank stands before it and a letter after it, and closes where it is the other way round;
where both or neither is so, it closes what is open. A quotation that nothing closes ends with its paragraph.
"""

from __future__ import annotations

import re

from tawatur.records import Record, Span

_MARK = re.compile('[«»“”„"]|\n\\s*')
DEEPEST = 6
"""Quotations within quotations that are kept apart; a deeper opening mark is taken for a stray one."""
_PAIRS = {"«": "»", "“": "”", "„": "”"}


class Quote(Record, kw_only=True):
    """A quotation with its marks (`span`) and without them (`inner`)."""

    span: Span
    inner: Span
    depth: int
    closed: bool


def quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of a text in the order in which they open."""
    found: list[Quote] = []
    stack: list[tuple[int, str]] = []

    def close(down_to: int, end: int, *, closed: bool) -> None:
        while len(stack) > down_to:
            start, _ = stack.pop()
            last = closed and len(stack) == down_to
            inner = _trim(text, start + 1, end - 1 if last else end)
            found.append(Quote(span=(start, end), inner=inner, depth=len(stack), closed=last))

    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if sign[0] == "\n":
            if _paragraph_ends(text, at):
                close(0, at, closed=False)
        elif sign in _PAIRS:
            if len(stack) < DEEPEST:
                stack.append((at, _PAIRS[sign]))
        else:
            match = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth][1] == sign), None)
            if sign == '"' and (match is None or _opens(text, at)):
                if (match is None or len(stack) < 3) and (match is not None or not _closes(text, at)):
                    stack.append((at, '"'))
            elif match is not None:
                close(match, at + 1, closed=True)
    close(0, len(text), closed=False)
    return tuple(sorted(found, key=lambda quote: (quote.span[0], quote.depth)))


def _paragraph_ends(text: str, at: int) -> bool:
    """Whether the line break at a position follows a finished sentence; a stray one does not close quotations."""
    before = text[max(0, at - 3) : at].rstrip()
    return (bool(before) and before[-1] in '.!?؟»”"') or text.startswith("\n\n", at)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([:") and not after.isspace() and after not in ".,،؛:!؟)"


def _closes(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and (after.isspace() or after in ".,،؛:!؟)")


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
