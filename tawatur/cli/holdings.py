"""`tawatur holdings`: who is said to hold which place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from tawatur.cli.language import Labels, Language
from tawatur.cli.ledger import DEFAULT, Where
from tawatur.cli.query import Bom, Place, Shape, Shapes, say_what_is_meant, say_what_is_not_merged, stdout

if TYPE_CHECKING:
    from tawatur.ledger.show_records import Held


def holdings(
    at: Annotated[str | None, typer.Option(help="Day up to which reports count; all reports without it.")] = None,
    place: Place = None,
    format: Shapes = Shape.table,
    bom: Bom = False,
    lang: Labels = Language.en,
    ledger: Where = DEFAULT,
) -> None:
    """Show who is said to hold which place, since when, according to whom, and who contests it."""
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        say_what_is_meant(place)
        say_what_is_not_merged(opened)
        held = opened.holdings(at=at, place=place)
    if format is Shape.table:
        from tawatur.cli.held import held_shown

        console = stdout()
        console.print(held_shown(held, lang=lang.value, width=console.width))
    elif format is Shape.json:
        print(msgspec.json.format(_json(held), indent=2).decode("utf-8"))
    else:
        from tawatur.cli.spreadsheet import BOM, write_holdings

        sys.stdout.write(BOM if bom else "")
        write_holdings(held, stream=sys.stdout)


def _json(held: tuple[Held, ...]) -> bytes:
    rows = [{**msgspec.structs.asdict(one.holding), "judgements": one.judgements} for one in held]
    return msgspec.json.encode({"holdings": rows})
