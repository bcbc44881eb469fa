"""A ledger, open: what goes in and what can be asked of it. Each method is a thin door to the file of its subject."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from tawatur.ledger.asking import changes_since, claims_by, reading_by, reports_by
from tawatur.ledger.faults import faults_of
from tawatur.ledger.opening import opened, shown, writing
from tawatur.ledger.records import Added, Arrival, Changes, Kept, KeptClaim
from tawatur.ledger.searching import reports_with
from tawatur.ledger.storing import store
from tawatur.records import Reading, Report

DEFAULT = "tawatur.ledger"
"""The file in the current folder that commands use where none is named."""
BATCH = 200
"""Readings that are stored in one transaction when they are ready made."""


class Ledger:
    """A store of reports, readings and judgements, in a file or in a PostgreSQL database.

    >>> with Ledger(":memory:") as ledger:
    ...     ledger.changes(since=0).last
    0
    """

    def __init__(self, where: str | Path = DEFAULT, *, create: bool = True) -> None:
        self.where = str(where)
        self.name = shown(self.where)
        self._engine = opened(self.where, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger and changes nothing."""
        with faults_of(self.name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it or, when it ends with an error, nothing."""
        with faults_of(self.name), writing(self._engine).begin() as connection:
            yield connection

    def add_readings(self, pairs: Iterable[tuple[Report | Arrival, Reading]]) -> Added:
        """Keep reports whose readings were made elsewhere."""
        rest, total = iter(pairs), Added()
        while batch := [(arrival(report), reading) for report, reading in islice(rest, BATCH)]:
            with self.writing() as connection:
                total += store(connection, pairs=batch)
        return total

    def reports(self, keys: Iterable[str] | None = None) -> Iterator[Kept]:
        """Reports of these keys, or all, in the order in which they came in."""
        with self.asking() as connection:
            yield from reports_by(connection, keys=keys)

    def claims(
        self, keys: Collection[str] | None = None, *, reports: Collection[str] | None = None
    ) -> Iterator[KeptClaim]:
        """Current claims of these keys, or of the reports of these keys, or all."""
        with self.asking() as connection:
            yield from claims_by(connection, keys=keys, reports=reports)

    def reading(self, report: str) -> Reading | None:
        """The current reading of the report of this key."""
        with self.asking() as connection:
            return reading_by(connection, report=report)

    def changes(self, *, since: int) -> Changes:
        """What came in after a change number; 0 for all."""
        with self.asking() as connection:
            return changes_since(connection, change=since)

    def search(self, words: str) -> list[str]:
        """Keys of the reports with all these words in title or text, however they are written; "…" is a phrase."""
        with self.asking() as connection:
            return reports_with(connection, words=words)


def arrival(report: Report | Arrival) -> Arrival:
    """A report with what is known of its coming."""
    return report if isinstance(report, Arrival) else Arrival(report=report)
