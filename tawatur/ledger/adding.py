"""Reports on their way into a ledger: read, and kept in small transactions, so that whatever happens nothing is lost that
was told, and nothing is there twice or half.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec
from sqlalchemy import Connection

from tawatur.errors import ReportError
from tawatur.ledger.asking import is_read
from tawatur.ledger.clock import next_change
from tawatur.ledger.filling import storable
from tawatur.ledger.keys import report_key
from tawatur.ledger.progress import FileMark, Reached, digest_of, file_mark, keep_progress, reached
from tawatur.ledger.quarantine import put_aside, refusal_of, refused
from tawatur.ledger.readers import Reader, read_all
from tawatur.ledger.records import Added, Arrival, Refusal
from tawatur.ledger.storing import store, unfit
from tawatur.records import Reading, Report
from tawatur.sources.records import Found, Position
from tawatur.sources.walk import files_in, sources_in

BATCH = 20
"""Readings kept in one transaction: some seconds of reading, which is all that a kill can cost."""
BATCH_S = 2.0
"""Seconds after which a transaction is made of what there is, so that progress is kept where reports are slow to come."""

Incoming = Report | Arrival | Found | ReportError


class Store(Protocol):
    """The transactions of a ledger."""

    def asking(self) -> AbstractContextManager[Connection]:
        """One that only looks."""

    def writing(self) -> AbstractContextManager[Connection]:
        """One that writes."""


class _Item(NamedTuple):
    """Something that came in: a report to be read, one that is there already, or a refusal."""

    arrival: Arrival | None
    refusal: Refusal | None
    known: bool
    position: Position | None


class _Batch:
    """What the next transaction will keep."""

    def __init__(self) -> None:
        self.pairs: list[tuple[Arrival, Reading]] = []
        self.refusals: list[Refusal] = []
        self.known = 0
        self.begun = time.monotonic()

    def take(self, item: _Item, reading: Reading | ReportError | None) -> None:
        """One thing more, with what the reader made of it."""
        if item.refusal:
            self.refusals.append(item.refusal)
        elif item.known or item.arrival is None:
            self.known += 1
        elif isinstance(reading, Reading):
            self.pairs.append((item.arrival, reading))
        elif reading is not None:
            self.refusals.append(_fault(reading, item=item))

    def full(self) -> bool:
        """Whether it is time for a transaction."""
        return len(self.pairs) + len(self.refusals) >= BATCH or time.monotonic() - self.begun >= BATCH_S


def add_reports(
    ledger: Store, *, incoming: Iterable[Incoming], reader: Reader, jobs: int, told: Callable[[Added], None]
) -> Added:
    """Read what is new and keep it; `told` hears what became of each batch."""
    return _add(ledger, incoming=incoming, reader=reader, jobs=jobs, told=told)


def add_path(
    ledger: Store,
    *,
    path: Path,
    published: str | None,
    outlet: str | None,
    reader: Reader,
    jobs: int,
    told: Callable[[Added], None],
) -> Added:
    """Add a file, or the files of a folder, each from where it was left."""
    files = files_in(path) if path.is_dir() else (path,) if path.is_file() else ()
    if not files:  # the source says what is wrong
        wrong = sources_in(path, published=published, outlet=outlet)
        return _add(ledger, incoming=wrong, reader=reader, jobs=jobs, told=told)
    total = Added()
    for file in files:
        total += _add_file(ledger, file=file, published=published, outlet=outlet, reader=reader, jobs=jobs, told=told)
    return total


def _add_file(
    ledger: Store,
    *,
    file: Path,
    published: str | None,
    outlet: str | None,
    reader: Reader,
    jobs: int,
    told: Callable[[Added], None],
) -> Added:
    before = Added()
    try:
        mark = file_mark(file, published=published, outlet=outlet)
        with ledger.asking() as connection:
            start = reached(connection, path=file, mark=mark)
        if start is not None:
            before = Added(known=start.kept)
            told(before)
            if start.done:
                return before
        digest = digest_of(file, mark=mark)
    except OSError:  # the source says what is wrong
        mark, digest, start = None, "", None
    incoming = sources_in(file, published=published, outlet=outlet, after=start.position if start else None)
    return before + _add(
        ledger, incoming=incoming, reader=reader, jobs=jobs, told=told, mark=mark, digest=digest, start=start
    )


def _add(
    ledger: Store,
    *,
    incoming: Iterable[Incoming],
    reader: Reader,
    jobs: int,
    told: Callable[[Added], None],
    mark: FileMark | None = None,
    digest: str = "",
    start: Reached | None = None,
) -> Added:
    at = start or Reached(position=Position(item=0), kept=0, done=False)
    total, batch = Added(), _Batch()

    def keep(*, done: bool) -> None:
        nonlocal total, batch, at
        at = msgspec.structs.replace(at, done=done)
        if not (batch.pairs or batch.refusals or mark):
            told(Added(known=batch.known))
            total, batch = total + Added(known=batch.known), _Batch()
            return
        with ledger.writing() as connection:
            added = Added(known=batch.known)
            if batch.pairs:
                added += store(connection, pairs=batch.pairs)
            if batch.refusals:
                next_change(connection)
                added += Added(quarantined=put_aside(connection, refusals=batch.refusals))
            if mark:
                keep_progress(connection, mark=mark, digest=digest, at=at)
        total += added
        batch = _Batch()
        told(added)

    items = _items(ledger, incoming=incoming)
    for item, reading in read_all(items, of=_unread, reader=reader, jobs=jobs):
        refusals = len(batch.refusals)
        batch.take(item, reading)
        kept = at.kept + (len(batch.refusals) == refusals)
        at = Reached(position=item.position or at.position, kept=kept, done=False)
        if batch.full():
            keep(done=False)
    keep(done=True)
    return total


def _items(ledger: Store, *, incoming: Iterable[Incoming]) -> Iterator[_Item]:
    """What came in, told apart; a report that came in before is not read again."""
    on_the_way: set[str] = set()
    for one in incoming:
        if isinstance(one, ReportError):
            yield _Item(None, refusal_of(one), known=False, position=one.position)
            continue
        arrival, position = arrival_of(one), one.position if isinstance(one, Found) else None
        reason = unfit(arrival)
        if reason:
            item = position.item if position else None
            refusal = refused(f"{arrival.source or 'report'}: {reason}", source=arrival.source, item=item)
            yield _Item(None, refusal, known=False, position=position)
            continue
        key = report_key(arrival.report)
        known = key in on_the_way
        if not known:
            with ledger.asking() as connection:
                known = is_read(connection, report=key)
            on_the_way.add(key)
        yield _Item(arrival, None, known=known, position=position)


def arrival_of(one: Report | Arrival | Found) -> Arrival:
    """A report with what is known of its coming."""
    if isinstance(one, Report):
        return Arrival(report=one)
    if isinstance(one, Arrival):
        return one
    return Arrival(
        report=one.report, source=storable(one.source), published_from=one.published_from, outlet_from=one.outlet_from
    )


def _unread(item: _Item) -> Report | None:
    return item.arrival.report if item.arrival and not item.known else None


def _fault(error: ReportError, *, item: _Item) -> Refusal:
    """A report that could not be read, kept as the line of JSON Lines that it would be."""
    assert item.arrival is not None
    return refused(
        str(error),
        source=item.arrival.source,
        item=item.position.item if item.position else None,
        content=msgspec.json.encode(item.arrival.report),
    )
