"""Sentences of a report, over stray line breaks, datelines, abbreviations and quotations.

    >>> text = "قال الناطق إن القوات تقدمت في\\nالقائم. ولم يوضح متى."
    >>> [text[start:end] for start, end in sentences(text)]
    ['قال الناطق إن القوات تقدمت في\\nالقائم.', 'ولم يوضح متى.']

A line break ends a sentence when the line before is finished or stands alone like a headline; a break in the middle of
a sentence does not. Text without any full stop is cut at commas and conjunctions so that nothing grows without bound.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from tawatur.records import Span
from tawatur.text.fold import fold_word
from tawatur.text.tokens import Token, tokens

_TERMINAL = frozenset(".!?؟…۔")
_CLOSING = frozenset("\"'»”’)]")
_COMMA = frozenset("،,؛;")
_BREAK = re.compile(r"\s*\n\s*")
LONGEST = 110
"""Raw tokens in one sentence at most: three times the mean of news, and within one window of the analyser."""
HEADLINE = 9
"""A line of at most so many tokens without a full stop, in a text whose lines have them, stands alone."""


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    source = files("tawatur").joinpath("data/ar/text.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    return (
        frozenset(fold_word(word) for word in table["goes_on"]),
        frozenset(fold_word(word) for word in table["abbreviations"]),
    )


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text as spans, in order, without the blanks around them."""
    found: list[Span] = []
    for start, end in _paragraphs(text):
        found.extend(_cut(text, tokens(text, start=start, end=end)))
    return tuple(found)


def _paragraphs(text: str) -> list[Span]:
    """Stretches of text that end at a true line break."""
    lines: list[list[int]] = []
    position = 0
    for gap in _BREAK.finditer(text):
        if text[position : gap.start()].strip():
            lines.append([position, gap.start(), gap.group().count("\n")])
        position = gap.end()
    if text[position:].strip():
        lines.append([position, len(text), 2])
    finished = sum(_is_finished(text, start, end) for start, end, _ in lines)
    mostly_finished = 2 * finished >= len(lines)
    joined: list[Span] = []
    start = None
    for line_start, line_end, breaks in lines:
        start = line_start if start is None else start
        if not _goes_on(text, (line_start, line_end), breaks=breaks, mostly_finished=mostly_finished):
            joined.append((start, line_end))
            start = None
    if start is not None:
        joined.append((start, lines[-1][1]))
    return joined


def _is_finished(text: str, start: int, end: int) -> bool:
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING):
        end -= 1
    return end > start and text[end - 1] in _TERMINAL


def _goes_on(text: str, line: Span, *, breaks: int, mostly_finished: bool) -> bool:
    """Whether a line's sentence continues after the line break."""
    if _is_finished(text, *line):
        return False
    last = tokens(text, start=max(line[0], line[1] - 60), end=line[1])
    if not last:
        return True
    goes_on, _ = _words()
    if fold_word(last[-1].text) in goes_on or last[-1].text in _COMMA:
        return True
    if breaks > 1 or not mostly_finished or last[-1].text == ":":
        return False
    return len(tokens(text, start=line[0], end=line[1])) > HEADLINE


def _cut(text: str, line: tuple[Token, ...]) -> list[Span]:
    """Sentences of one paragraph."""
    found: list[Span] = []
    first = 0
    index = 0
    while index < len(line):
        if _ends_sentence(text, line, index):
            while index + 1 < len(line) and line[index + 1].text in _CLOSING and _touches(line, index):
                index += 1
            found.extend(_limit(line[first : index + 1]))
            first = index + 1
        index += 1
    if first < len(line):
        found.extend(_limit(line[first:]))
    return found


def _touches(line: tuple[Token, ...], index: int) -> bool:
    return line[index].span[1] == line[index + 1].span[0]


def _ends_sentence(text: str, line: tuple[Token, ...], index: int) -> bool:
    token = line[index]
    if token.text[0] not in _TERMINAL:
        return False
    after = line[index + 1] if index + 1 < len(line) else None
    if after is None:
        return True
    if len(token.text) > 1 or token.text == "…":
        return False
    if token.text != ".":
        return after.text not in _COMMA
    before = line[index - 1] if index else None
    if before is None or after.text in _COMMA or after.text == ".":
        return False
    word = fold_word(before.text)
    if (len(word) <= 1 and not word.isdigit()) or word in _words()[1]:
        return False
    return not (_touches(line, index) and before.text.isdigit() and after.text.isdigit())


def _limit(sentence: tuple[Token, ...]) -> list[Span]:
    """One sentence, or several when it is longer than LONGEST: cut after the last comma, else before «و…», else anywhere."""
    parts: list[Span] = []
    first = 0
    while len(sentence) - first > LONGEST:
        window = range(first + LONGEST - 1, first + LONGEST // 2, -1)
        at = next((i + 1 for i in window if sentence[i].text in _COMMA), None)
        at = at or next((i for i in window if sentence[i].text[0] == "\u0648"), None) or first + LONGEST
        parts.append((sentence[first].span[0], sentence[at - 1].span[1]))
        first = at
    parts.append((sentence[first].span[0], sentence[-1].span[1]))
    return parts
