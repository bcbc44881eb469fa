"""`tawatur show ID`: one happening, claim, report or origin with all that belongs to it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from tawatur.cli.language import Labels, Language
from tawatur.cli.ledger import DEFAULT, Where
from tawatur.cli.query import say_what_is_not_merged, stdout


class SheetShape(StrEnum):
    """How one thing is written."""

    table = "table"
    json = "json"


def show(
    id: Annotated[
        str, typer.Argument(help="Id of a happening, claim, report or origin, or its first four digits or more.")
    ],
    format: Annotated[SheetShape, typer.Option(help="A sheet to read, or one JSON document.")] = SheetShape.table,
    lang: Labels = Language.en,
    ledger: Where = DEFAULT,
) -> None:
    """Show one thing: fields, what differs and who says which, origins with their chains, links, judgements, the words."""
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        say_what_is_not_merged(opened)
        sheet = opened.show(id)
    if format is SheetShape.json:
        print(msgspec.json.format(msgspec.json.encode(sheet), indent=2).decode("utf-8"))
    else:
        from tawatur.cli.sheets import sheet_shown

        stdout().print(sheet_shown(sheet, lang=lang.value))
