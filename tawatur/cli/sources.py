"""From the arguments of a command to readings; what cannot be read is said on stderr and counted."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tawatur.errors import ReportError, TawaturError
from tawatur.intake import day, reports_from, reports_in
from tawatur.records import Reading, Report
from tawatur.sources.opened import suffix_kind

STDERR = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def say(words: object) -> None:
    """A line of words for the person at the terminal."""
    STDERR.print(f"tawatur: {words}")


def check_day(published: str | None) -> None:
    """Raises ReportError where --published is no day."""
    if published is not None and day(published) is None:
        raise ReportError(f"--published {published!r} is no day; write it as 2017-10-27.")


def readings(
    paths: list[str], *, published: str | None, outlet: str | None = None, threads: int = 1
) -> Iterator[tuple[Report, Reading] | ReportError]:
    """Every report of the paths with its reading, or why there is none; "-" is standard input."""
    check_day(published)
    for item in _with_progress(_reports(paths, published=published, outlet=outlet), many=_many(paths)):
        yield item if isinstance(item, ReportError) else _reading(item, threads=threads)


def _reading(report: Report, *, threads: int) -> tuple[Report, Reading] | ReportError:
    from tawatur.kit import load_kit
    from tawatur.reading import read

    kit = load_kit(threads=threads)
    try:
        return report, read(report, kit=kit)
    except TawaturError:
        raise
    except Exception as fault:  # one report that shows a fault of ours must not cost the others
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return ReportError(
            f"{report.id}: a fault in Tawatur itself, {type(fault).__name__} at {Path(where.filename).name}:{where.lineno}"
            f" ({fault}); please report it with this text."
        )


def _reports(paths: list[str], *, published: str | None, outlet: str | None) -> Iterator[Report | ReportError]:
    for path in paths:
        if path == "-":
            yield from reports_from(sys.stdin.buffer, name="-", published=published, outlet=outlet)
        else:
            yield from reports_in(Path(path), published=published, outlet=outlet)


def _many(paths: list[str]) -> bool:
    single = ("text", "page", None)
    files = [Path(path) for path in paths if path != "-"]
    return len(paths) > 1 or any(path.is_dir() or suffix_kind(path.name) not in single for path in files)


def _with_progress(items: Iterator[Report | ReportError], *, many: bool) -> Iterator[Report | ReportError]:
    """The items, with a count on stderr when there are many and somebody looks at a terminal that shows nothing else."""
    if not many or not STDERR.is_terminal or sys.stdout.isatty():
        yield from items
        return
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), "reports read:", MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=STDERR, transient=True) as progress:
        task = progress.add_task("", total=None)
        for item in items:
            yield item
            progress.advance(task)
