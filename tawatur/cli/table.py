"""Claims for people: a table where the terminal is wide, else a block for each claim."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from tawatur.cli.bidi import Cell
from tawatur.cli.grid import WIDE, Block, blocked, side, tabled
from tawatur.cli.labels import label
from tawatur.cli.wording import COLUMNS, worded
from tawatur.records import Claim, Reading, Report

_NUMBER_WIDTH = 3


def shown(report: Report, reading: Reading, *, lang: str, width: int) -> RenderableType:
    """The claims of a report in the order of its text, under what is known of the report."""
    head = " · ".join(part for part in (report.outlet, report.published, report.title or report.id) if part)
    title = Cell(head, style="bold", justify=side(lang))
    if not reading.claims:
        none = Cell(label("heads", "none", lang=lang), style="dim", justify=side(lang))
        return Group(title, none, Text())
    return Group(title, _claims(reading, lang=lang, width=width), Text())


def _claims(reading: Reading, *, lang: str, width: int) -> RenderableType:
    if width < WIDE:
        blocks = (_block(number, claim, lang=lang) for number, claim in enumerate(reading.claims, start=1))
        return blocked(blocks, lang=lang, mark_width=_NUMBER_WIDTH)
    heads = ["#", *(label("heads", column, lang=lang) for column in COLUMNS)]
    rows = (_row(number, claim, lang=lang) for number, claim in enumerate(reading.claims, start=1))
    return tabled(heads, rows, lang=lang)


def _row(number: int, claim: Claim, *, lang: str) -> list[RenderableType]:
    words = worded(claim, lang=lang)
    return [Cell(str(number)), *(Cell(*words[column]) for column in COLUMNS)]


def _block(number: int, claim: Claim, *, lang: str) -> Block:
    words = worded(claim, lang=lang)
    lines = [(label("heads", column, lang=lang), Cell(*words[column])) for column in COLUMNS[2:] if words[column]]
    return Block(str(number), " · ".join((*words["what"], *words["reality"])), lines)
