"""`tawatur merge`: what is new in a ledger, merged into happenings, origins and holdings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from tawatur.cli.ledger import DEFAULT, Where
from tawatur.cli.sources import STDERR, say

if TYPE_CHECKING:
    from tawatur.ledger.merging.records import Heard, Merged, Step


def merge(
    ledger: Where = DEFAULT,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make all views anew from the reports; the result is the same.")
    ] = False,
) -> None:
    """Merge what is new: find copies, gather claims into happenings, count origins, and say who is said to hold what."""
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened, _progress() as heard:
        merged = opened.merge(rebuild=rebuild, heard=heard)
        say(f"{opened.name}: {_summary(merged)}.")


def _summary(merged: Merged) -> str:
    """What a merge took in, and what there is after it."""
    taken = f"{merged.taken} reports merged{' (all made anew)' if merged.rebuilt else ''}"
    return (
        f"{taken}. In all {merged.reports} reports, {merged.copies} copies, {merged.happenings} happenings, "
        f"{merged.origins} origins, {merged.contradictions} contradictions, {merged.links} links, "
        f"{merged.holdings} holdings"
    )


@contextmanager
def _progress() -> Iterator[Heard]:
    """How many reports are merged, on stderr where somebody looks at a terminal."""
    columns = (TextColumn("merging"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=STDERR, transient=True, disable=not STDERR.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def heard(step: Step) -> None:
            progress.update(task, completed=step.done, total=step.of)

        yield heard
