"""Claims for people: a table where the terminal is wide, else a block for each claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tawatur.cli.bidi import Cell
from tawatur.cli.labels import label
from tawatur.cli.wording import COLUMNS, worded
from tawatur.records import Reading, Report

WIDE = 110
"""Columns of a terminal from which on seven columns of Arabic are easier to read than blocks."""
_NUMBER_WIDTH, _NAME_WIDTH = 3, 15


def shown(report: Report, reading: Reading, *, lang: str, width: int) -> RenderableType:
    """The claims of a report in the order of its text, under what is known of the report."""
    head = " · ".join(part for part in (report.outlet, report.published, report.title or report.id) if part)
    title = Cell(head, style="bold", justify=_side(lang))
    if not reading.claims:
        none = Cell(label("heads", "none", lang=lang), style="dim", justify=_side(lang))
        return Group(title, none, Text())
    return Group(title, _table(reading, lang=lang) if width >= WIDE else _blocks(reading, lang=lang), Text())


def _side(lang: str) -> Literal["left", "right"]:
    return "right" if lang == "ar" else "left"


def _row(cells: Sequence[RenderableType], *, lang: str) -> Sequence[RenderableType]:
    """Where the labels are Arabic, columns begin on the right."""
    return cells[::-1] if lang == "ar" else cells


def _table(reading: Reading, *, lang: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, expand=lang == "ar")
    heads = [Cell("#"), *(Cell(label("heads", column, lang=lang)) for column in COLUMNS)]
    for head in _row(heads, lang=lang):
        table.add_column(head, justify=_side(lang), header_style="bold")
    for number, claim in enumerate(reading.claims, start=1):
        words = worded(claim, lang=lang)
        table.add_row(*_row([Cell(str(number)), *(Cell(*words[column]) for column in COLUMNS)], lang=lang))
    return table


def _blocks(reading: Reading, *, lang: str) -> Table:
    grid = Table.grid(padding=(0, 1), expand=lang == "ar")
    for width in (_NUMBER_WIDTH, _NAME_WIDTH, None)[:: -1 if lang == "ar" else 1]:
        grid.add_column(justify=_side(lang), width=width, ratio=None if width or lang == "en" else 1)
    for number, claim in enumerate(reading.claims, start=1):
        words = worded(claim, lang=lang)
        what = " · ".join((*words["what"], *words["reality"]))
        grid.add_row(
            *_row([Cell(str(number)), Text("─" * _NAME_WIDTH, style="dim"), Cell(what, style="bold")], lang=lang)
        )
        for column in COLUMNS[2:]:
            if words[column]:
                name = Cell(label("heads", column, lang=lang), style="dim")
                grid.add_row(*_row([Text(), name, Cell(*words[column])], lang=lang))
    return grid
