"""Arabic beside Latin on a terminal: every stretch is isolated on every line, so that it cannot turn its neighbours around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.measure import Measurement
from rich.text import Text

_FIRST_STRONG, _LEFT_TO_RIGHT, _RIGHT_TO_LEFT_LINE, _POP, _LEFT_MARK = "\u2068", "\u2066", "\u2067", "\u2069", "\u200e"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BETWEEN = " · "
_DIGIT = re.compile(r"\d")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def plain(text: str) -> str:
    """The text on one line, without direction marks and terminal controls of its own."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def isolated(text: str) -> str:
    """Text that keeps its direction to itself; dates and figures always run from left to right.

    >>> isolated("Raqqa"), isolated("2017-10-27") == "\\u200e\\u2066" + "2017-10-27" + "\\u2069"
    ('Raqqa', True)
    """
    flat = plain(text)
    if _RIGHT_TO_LEFT.search(flat):
        return f"{_LEFT_MARK}{_FIRST_STRONG}{flat}{_POP}"
    return f"{_LEFT_MARK}{_LEFT_TO_RIGHT}{flat}{_POP}" if _DIGIT.search(flat) else flat


def joined(parts: Sequence[str], *, lang: str) -> str:
    """Parts of a line, Arabic and Latin mixed, in the order in which the language of the labels is read."""
    line = _BETWEEN.join(f"{_FIRST_STRONG if _letters(part) else _LEFT_TO_RIGHT}{part}{_POP}" for part in parts)
    return f"{_LEFT_MARK}{_RIGHT_TO_LEFT_LINE if lang == 'ar' else _LEFT_TO_RIGHT}{line}{_POP}"


def _letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def folded_parts(parts: Sequence[str], *, width: int) -> Iterator[list[str]]:
    """Parts in lines of a width, folded between words; what is left of a part goes on in the next line.

    >>> list(folded_parts(["one two", "three"], width=9))
    [['one two'], ['three']]
    """
    line: list[str] = []
    used = 0
    for part in parts:
        begun = False
        for word in plain(part).split(" "):
            gap = 1 if begun else len(_BETWEEN) if line else 0
            if line and used + gap + len(word) > width:
                yield line
                line, used, gap, begun = [], 0, 0, False
            if begun:
                line[-1] += f" {word}"
            else:
                line.append(word)
            used, begun = used + gap + len(word), True
    if line:
        yield line


class Parts:
    """Lines of parts with a dot between them, each part isolated by itself, so that names in Arabic leave the order of English ones alone."""

    def __init__(self, *lines: Sequence[str | None], lang: str) -> None:
        self.lines = tuple([part for part in line if part] for line in lines)
        self.lang = lang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, folded to the width of the column."""
        for line in self.lines:
            for folded in folded_parts(line, width=options.max_width):
                yield Text(joined(folded, lang=self.lang), justify=options.justify)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as its words."""
        return Measurement.get(
            console, options, Text("\n".join(_BETWEEN.join(map(plain, line)) for line in self.lines))
        )


def clipped(text: str, most: int) -> str:
    """At most so many characters, cut between words, with a sign that there is more."""
    short = plain(text)
    return short if len(short) <= most else short[:most].rsplit(" ", 1)[0] + " …"


class Cell:
    """Some lines of words in a table; each line, also where it is folded, is isolated by itself."""

    def __init__(self, *lines: str, style: str = "", justify: JustifyMethod | None = None) -> None:
        self.lines = tuple(plain(line) for line in lines if line) or ("–",)
        self.style, self.justify = style, justify

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, folded to the width of the column."""
        for line in self.lines:
            for part in Text(line).wrap(console, options.max_width):
                yield Text(isolated(part.plain), style=self.style, justify=self.justify or options.justify)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as its words without any isolates, which take no room."""
        return Measurement.get(console, options, Text("\n".join(self.lines)))
