"""Tables and blocks for people: columns from the left, or from the right where the labels are Arabic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from tawatur.cli.bidi import Cell, folded_parts, joined

WIDE = 110
"""Columns of a terminal from which on seven columns of Arabic are easier to read than blocks."""
NAME_WIDTH = 15
_MIRRORED = str.maketrans("├└", "┤┘")


class Block(NamedTuple):
    """A thing in some lines: a mark such as its number, a title, and what stands for each name."""

    mark: str
    title: str
    lines: Sequence[tuple[str, RenderableType]]


def side(lang: str) -> Literal["left", "right"]:
    """Where a line begins."""
    return "right" if lang == "ar" else "left"


def across(cells: Sequence[RenderableType], *, lang: str) -> Sequence[RenderableType]:
    """Cells of a row in the order of the screen: where the labels are Arabic, the first is on the right."""
    return cells[::-1] if lang == "ar" else cells


def tabled(heads: Sequence[str], rows: Iterable[Sequence[RenderableType]], *, lang: str) -> Table:
    """A table with a line of heads."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=lang == "ar")
    for head in across([Cell(head) for head in heads], lang=lang):
        table.add_column(head, justify=side(lang), header_style="bold")
    for row in rows:
        table.add_row(*across(row, lang=lang))
    return table


def blocked(blocks: Iterable[Block], *, lang: str, mark_width: int) -> Table:
    """Blocks under one another: names on the one side, what they stand for on the other."""
    grid = Table.grid(padding=(0, 1), expand=lang == "ar")
    for width in (mark_width, NAME_WIDTH, None)[:: -1 if lang == "ar" else 1]:
        grid.add_column(justify=side(lang), width=width, ratio=None if width or lang == "en" else 1)
    for block in blocks:
        rule = Text("─" * NAME_WIDTH, style="dim")
        grid.add_row(*across([Cell(block.mark), rule, Cell(block.title, style="bold")], lang=lang))
        for name, value in block.lines:
            grid.add_row(*across([Text(), Cell(name, style="dim"), value], lang=lang))
    return grid


def named(lines: Iterable[tuple[str, RenderableType]], *, lang: str) -> Table:
    """Names and what stands for each; a name that is repeated is left out."""
    grid = Table.grid(padding=(0, 1), expand=lang == "ar")
    for width in (NAME_WIDTH, None)[:: -1 if lang == "ar" else 1]:
        grid.add_column(justify=side(lang), width=width, ratio=None if width or lang == "en" else 1)
    before = None
    for name, value in lines:
        shown: RenderableType = Text() if name == before else Cell(name, style="dim")
        grid.add_row(*across([shown, value], lang=lang))
        before = name
    return grid


class Branch(NamedTuple):
    """A point of a tree, in parts, with what hangs on it."""

    parts: Sequence[str]
    under: Sequence[Branch] = ()


class Tree:
    """Branches as lines; where the labels are Arabic the stem is on the right."""

    def __init__(self, root: Branch, *, lang: str) -> None:
        self.root, self.lang = root, lang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Each line behind its stem; a long line is folded, and the stem goes on."""
        for first, rest, parts in _branches(self.root, "", ""):
            width = max(options.max_width - max(len(first), len(rest)), NAME_WIDTH)
            for number, folded in enumerate(folded_parts(parts, width=width)):
                words, stem = joined(folded, lang=self.lang), rest if number else first
                if self.lang == "ar":
                    # pushed to the right here: a line that is justified to the right loses the blanks of its stem
                    line = Text(f"{words}{stem[::-1].translate(_MIRRORED)}", justify="left")
                    line.pad_left(max(options.max_width - line.cell_len, 0))
                    yield line
                else:
                    yield Text(f"{stem}{words}")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as there is room."""
        return Measurement(min(NAME_WIDTH, options.max_width), options.max_width)


def _branches(branch: Branch, first: str, rest: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Lines of a tree: the stem before the first part of the words, the stem before the others, the words."""
    yield first, rest + ("│  " if branch.under else ""), branch.parts
    for number, under in enumerate(branch.under, start=1):
        last = number == len(branch.under)
        stem = f"{rest}{' ' if last else '│'}  "
        yield from _branches(under, f"{rest}{'└' if last else '├'}─ ", stem)
