"""`tawatur add`, `reread`, `export`, `import`, `doctor`, `quarantine`: what goes into a ledger and comes out of it whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from msgspec.structs import replace
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tawatur.cli.output import Format
from tawatur.cli.sources import STDERR, check_day, say
from tawatur.errors import MissingReport, ReportError

if TYPE_CHECKING:
    from tawatur.ledger.records import Added

DEFAULT = "tawatur.ledger"
Where = Annotated[
    str,
    typer.Option("--ledger", help="The ledger: a file, or postgresql://USER@HOST/NAME."),
]
Jobs = Annotated[int, typer.Option(min=1, max=os.cpu_count() or 1, help="Processes that read, each on a core.")]
Published = Annotated[
    str | None, typer.Option(help="Day of publication, such as 2017-10-27, of reports that do not say theirs.")
]
Outlet = Annotated[str | None, typer.Option(help="Who published the reports that do not say it.")]
quarantine_app = typer.Typer(help="What could not be read, and why.", no_args_is_help=True)


def ledger_commands(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    for command in (add, reread, export, doctor):
        app.command()(command)
    app.command("import")(import_)
    app.add_typer(quarantine_app, name="quarantine")


def add(
    paths: Annotated[list[str], typer.Argument(help="Files and folders of reports, or - for standard input.")],
    ledger: Where = DEFAULT,
    published: Published = None,
    outlet: Outlet = None,
    jobs: Jobs = 1,
) -> None:
    """Read reports and keep them in a ledger; what is there already is passed over, what was begun goes on."""
    from tawatur.ledger import Added, Ledger
    from tawatur.sources import sources_from

    check_day(published)
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise MissingReport(f"{path}: no such file or folder.")
    total = Added()
    with Ledger(ledger) as opened, _progress() as told:
        for path in paths:
            if path == "-":
                incoming = sources_from(sys.stdin.buffer, name="-", published=published, outlet=outlet)
                total += opened.add(incoming, jobs=jobs, told=told)
            else:
                total += opened.add_path(path, published=published, outlet=outlet, jobs=jobs, told=told)
        say(f"{opened.name}: {_summary(total)}.")
    if total.quarantined:
        say("`tawatur quarantine list` says what could not be read, and why.")
        raise typer.Exit(1)


def reread(ledger: Where = DEFAULT, jobs: Jobs = 1) -> None:
    """Read again what an older version has read, keep what people judged, and print what is read differently."""
    from tawatur.ledger import Ledger

    read = failed = 0
    with Ledger(ledger, create=False) as opened:
        for one in opened.reread(jobs=jobs):
            if isinstance(one, ReportError):
                say(one)
                failed += 1
                continue
            read += 1
            for what, keys in (("gone", one.gone), ("new", one.new), ("changed", one.changed)):
                for key in keys:
                    print(f"{one.report}\t{what}\t{key}")
        for standing in opened.standing():
            if not standing.holds:
                say(f"judgement {standing.judgement.id}: the newest reading has no such claim in its words any more.")
    say(f"{read} reports read again.")
    if failed:
        raise typer.Exit(1)


class Only(StrEnum):
    """A view that can be printed alone."""

    copies = "copies"
    origins = "origins"
    happenings = "happenings"
    holdings = "holdings"


def export(
    ledger: Where = DEFAULT,
    only: Annotated[
        Only | None,
        typer.Option(help="Print what `tawatur merge` has made instead: this view, one JSON object a line."),
    ] = None,
) -> None:
    """Print all facts of a ledger as JSON Lines: reports, runs, readings, judgements, quarantine; or one view."""
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        for line in opened.view(only.value) if only else opened.export():
            sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def import_(
    path: Annotated[str, typer.Argument(help="What `tawatur export` printed, or - for standard input.")],
    ledger: Where = DEFAULT,
) -> None:
    """Take what another ledger exported into this one; what is here already is passed over."""
    from tawatur.ledger import Ledger

    if path != "-" and not Path(path).is_file():
        raise MissingReport(f"{path}: no such file.")
    with Ledger(ledger) as opened:
        if path == "-":
            opened.take(sys.stdin.buffer)
        else:
            with open(path, "rb") as stream:
                opened.take(stream, name=path)


def doctor(ledger: Where = DEFAULT) -> None:
    """Check a ledger: every quotation equals its text, every key its content, every index its rows. Exit code 1 if not."""
    from tawatur.ledger import Ledger

    faults = 0
    with Ledger(ledger, create=False) as opened:
        for finding in opened.examine():
            print(f"{finding.grade}\t{finding.where}\t{finding.what}")
            faults += finding.grade == "fault"
        say(f"{opened.name}: {faults} faults." if faults else f"{opened.name}: sound.")
    if faults:
        raise typer.Exit(1)


@quarantine_app.command("list")
def list_quarantine(
    ledger: Where = DEFAULT,
    all: Annotated[bool, typer.Option("--all", help="Show also what was read in the end.")] = False,
    format: Annotated[Format, typer.Option(help="A line each to read, one JSON document, or a JSON object a line.")] = (
        Format.table
    ),
) -> None:
    """Show what could not be read: id, state, reason."""
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        found = opened.quarantine() if all else opened.quarantine("waiting", "retried")
    some = [replace(one, refusal=replace(one.refusal, content=None)) for one in found]
    if format is Format.table:
        for one in some:
            print(f"{one.id}\t{one.state}\t{one.refusal.reason}")
    elif format is Format.json:
        print(msgspec.json.format(msgspec.json.encode(some), indent=2).decode("utf-8"))
    else:
        for one in some:
            print(msgspec.json.encode(one).decode("utf-8"))


@quarantine_app.command("retry")
def retry(ledger: Where = DEFAULT, published: Published = None, outlet: Outlet = None) -> None:
    """Try again what could not be read: from its source where that is still there, else from the bytes kept."""
    from tawatur.ledger import Ledger

    check_day(published)
    read = failed = 0
    with Ledger(ledger, create=False) as opened:
        for one, wrong in opened.retry(published=published, outlet=outlet):
            if wrong is None:
                read += 1
            else:
                failed += 1
                say(f"{one.id}: {wrong}")
    say(f"{read} read, {failed} not.")
    if failed:
        raise typer.Exit(1)


def _summary(added: Added) -> str:
    """What became of the reports, in words."""
    versions = f" ({added.versions} another version of one that was there)" if added.versions else ""
    refused = f", {added.quarantined} could not be read" if added.quarantined else ""
    return f"{added.added} reports added{versions}, {added.known + added.reread} already there{refused}"


class _Told:
    """Hears of each batch and shows the sum."""

    def __init__(self, progress: Progress) -> None:
        from tawatur.ledger import Added

        self._progress, self._task, self._sum = progress, progress.add_task("", total=None), Added()

    def __call__(self, added: Added) -> None:
        self._sum += added
        self._progress.update(self._task, description=_summary(self._sum))


@contextmanager
def _progress() -> Iterator[_Told]:
    """What was added so far, on stderr where somebody looks at a terminal."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=STDERR, transient=True, disable=not STDERR.is_terminal) as progress:
        yield _Told(progress)
