"""The commands of `tawatur`: arguments in, exit code out.

Exit codes: 0 all done, 1 something could not be read (the rest was), 2 nothing could be done.
"""

from __future__ import annotations

import io
import logging
import sys
from typing import Annotated

import typer

from tawatur import __version__
from tawatur.cli.fetch import fetch
from tawatur.cli.gazetteer import gazetteer_app
from tawatur.cli.holdings import holdings
from tawatur.cli.judge import judge, judgements
from tawatur.cli.language import Labels, Language
from tawatur.cli.ledger import ledger_commands
from tawatur.cli.lexicon import lexicon_app
from tawatur.cli.merge import merge
from tawatur.cli.output import Format, Writer
from tawatur.cli.query import query
from tawatur.cli.show import show
from tawatur.cli.sources import readings, say
from tawatur.errors import ReportError, TawaturError

app = typer.Typer(
    help="Reads Arabic news reports into claims: who says it, what, who to whom, where, when, and whether it happened.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(lexicon_app, name="lexicon")
app.add_typer(gazetteer_app, name="gazetteer")
app.command()(fetch)
ledger_commands(app)
app.command()(merge)
app.command()(query)
app.command()(show)
app.command()(holdings)
app.command()(judge)
app.command()(judgements)


Paths = Annotated[
    list[str],
    typer.Argument(help="Files (.txt, .html, .jsonl, .json, .rss, .warc, also .gz), folders, or - for standard input."),
]
Published = Annotated[
    str | None, typer.Option(help="Day of publication, such as 2017-10-27, of reports that do not say theirs.")
]
Outlet = Annotated[str | None, typer.Option(help="Who published the reports that do not say it.")]


def main() -> None:
    """Entry point of the `tawatur` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        app()
    except TawaturError as error:
        say(error)
        sys.exit(2)


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    """Tawatur reads Arabic news reports into sourced claims: what is said and by whom, never what is true."""
    if show:
        print(f"tawatur {__version__}")
        raise typer.Exit


@app.command()
def read(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    format: Annotated[
        Format, typer.Option(help="A table to read, one JSON document, or a JSON object a line.")
    ] = Format.table,
    lang: Labels = Language.en,
    threads: Annotated[int, typer.Option(min=1, help="Cores that the analyser may use.")] = 1,
) -> None:
    """Read reports and print their claims."""
    writer = Writer(format=format, lang=lang.value)
    done = failed = 0
    for item in readings(paths, published=published, outlet=outlet, threads=threads):
        if isinstance(item, ReportError):
            say(item)
            failed += 1
        else:
            writer.write(*item)
            done += 1
    writer.close()
    if failed:
        raise typer.Exit(1 if done else 2)


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="A file with a report or several, or - for standard input.")],
    claim: Annotated[str | None, typer.Argument(help="Id of a claim, or its beginning; all claims without it.")] = None,
    published: Published = None,
    lang: Labels = Language.en,
) -> None:
    """Say why a claim is there: its rule, the lexicon entry, and the words for each part."""
    from tawatur.cli.explain import explained

    shown = failed = 0
    for item in readings([path], published=published):
        if isinstance(item, ReportError):
            say(item)
            failed += 1
            continue
        report, reading = item
        for one in reading.claims:
            if claim is None or one.id.startswith(claim):
                print(explained(report, one, lang=lang.value), end="\n\n")
                shown += 1
    if claim is not None and not shown:
        raise ReportError(f"{path}: no claim with the id {claim!r}; `tawatur read --format jsonl` shows the ids.")
    if failed:
        raise typer.Exit(1 if shown else 2)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading, as `read --format jsonl` writes one a line."""
    from tawatur.schema import written

    print(written(), end="")
