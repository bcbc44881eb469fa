"""`tawatur query`: the happenings of a ledger by kind, party, place, day, words."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from tawatur.cli.language import Labels, Language
from tawatur.cli.ledger import DEFAULT, Where
from tawatur.cli.sources import say
from tawatur.errors import LedgerError

if TYPE_CHECKING:
    from tawatur.ledger import Ledger


class Shape(StrEnum):
    """How answers are written."""

    table = "table"
    json = "json"
    csv = "csv"


Shapes = Annotated[
    Shape, typer.Option("--format", help="A table to read, one JSON document, or CSV for a spreadsheet.")
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel knows UTF-8.")]
Place = Annotated[
    str | None, typer.Option(help="Area that it lies in: id, name, or words such as «ريف دير الزور الجنوبي».")
]


def query(
    kind: Annotated[
        list[str] | None,
        typer.Option(help="A kind with the narrower ones under it, or a group of kinds; may be repeated."),
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Who did it: id, or any name of the actor.")] = None,
    target: Annotated[str | None, typer.Option(help="To whom: id, or any name of the actor.")] = None,
    side: Annotated[str | None, typer.Option(help="Side that takes part, such as syr-gov.")] = None,
    place: Place = None,
    near: Annotated[
        str | None, typer.Option(metavar="LAT,LON", help="Point that it is near to; with --radius.")
    ] = None,
    radius: Annotated[float | None, typer.Option(help="How far from --near, in kilometres.")] = None,
    first: Annotated[
        str | None, typer.Option("--from", help="First day; what has no day goes by the day on which it was told.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day.")] = None,
    reality: Annotated[str | None, typer.Option(help="Whether it happened, is announced, denied, and so on.")] = None,
    min_origins: Annotated[int, typer.Option(min=0, help="Least number of origins that tell it.")] = 0,
    grade: Annotated[
        str | None, typer.Option(help="How well it is attested: confirmed, fair, weak, contested, discounted.")
    ] = None,
    words: Annotated[
        str | None,
        typer.Option("--text", help='Words of one sentence, however they are written; "…" are side by side.'),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 100,
    cursor: Annotated[str | None, typer.Option(help="Where to go on: what the answer before named.")] = None,
    format: Shapes = Shape.table,
    bom: Bom = False,
    lang: Labels = Language.en,
    ledger: Where = DEFAULT,
) -> None:
    """Find happenings, the earliest first; each thing that is asked for is said by some claim of them."""
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        say_what_is_meant(place)
        say_what_is_not_merged(opened)
        answer = opened.query(
            *(kind or ()),
            actor=actor,
            target=target,
            side=side,
            place=place,
            near=_point(near),
            radius_km=radius,
            first=first,
            last=last,
            reality=reality,
            grade=grade,
            min_origins=min_origins,
            words=words,
            limit=limit,
            cursor=cursor,
        )
    if format is Shape.table:
        from tawatur.cli.found import table_of

        console = stdout()
        console.print(table_of(answer, lang=lang.value, width=console.width))
    elif format is Shape.json:
        from tawatur.cli.found import json_of

        print(json_of(answer).decode("utf-8"))
    else:
        from tawatur.cli.spreadsheet import BOM, write_found

        sys.stdout.write(BOM if bom else "")
        write_found(answer, stream=sys.stdout, lang=lang.value)
    if answer.next is not None and format is not Shape.json:
        say(f"the first {len(answer.found)} are shown; for more: --cursor {answer.next}")


def stdout() -> Console:
    """Where tables are printed."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def say_what_is_meant(place: str | None) -> None:
    """Name the place that a name is taken for where others bear it too."""
    if place is None:
        return
    from tawatur.ledger.query_names import place_called

    asked = place_called(place)
    if asked.others:
        say(
            f"{place} is taken for {asked.place.id} ({asked.place.kind}); others of the name: {', '.join(asked.others)}."
        )


def say_what_is_not_merged(ledger: Ledger) -> None:
    """Say that there is more than the answer knows of."""
    if ledger.unmerged():
        say("what came in since the last merge is not in the answer; `tawatur merge` brings it in.")


def _point(near: str | None) -> tuple[float, float] | None:
    if near is None:
        return None
    try:
        lat, lon = map(float, near.split(","))
    except ValueError:
        raise LedgerError(f"--near {near!r}: no point; write latitude and longitude as 36.34,43.13.") from None
    return lat, lon
