"""All facts of a ledger as JSON Lines, and back in: a header, then reports, runs, readings, judgements, quarantine.

Every line holds one thing with its key; what a ledger has already is passed over, so that the same file can be taken in
twice, or the files of two ledgers into one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Literal

import msgspec
from sqlalchemy import Connection, func, insert, select

from tawatur.errors import NoLedgerFile
from tawatur.ledger import tables
from tawatur.ledger.asking import AT_ONCE, claims_of_reading, kept
from tawatur.ledger.clock import next_change, next_number
from tawatur.ledger.judging import judgement_key, judgements_in, store_judgements
from tawatur.ledger.keeping import Entry, keep_readings, keep_reports, keep_runs, numbers_of
from tawatur.ledger.keys import report_key
from tawatur.ledger.quarantine import ALL, quarantined, refusal_key, refusal_row
from tawatur.ledger.records import Judgement, Kept, Quarantined, Run
from tawatur.ledger.rows import reading_of
from tawatur.ledger.storing import latest_of
from tawatur.records import Reading, Record

FORMAT = 1
"""Grows when a line changes its meaning; a newer one is refused, not guessed at."""
BATCH = 100
"""Lines in one transaction."""


class Header(Record, kw_only=True):
    """The first line."""

    tawatur: Literal["ledger"] = "ledger"
    format: int = FORMAT


class ReadingLine(Record, kw_only=True):
    """A reading with the key of its report."""

    report: str
    added: str
    reading: Reading


class Line(Record, kw_only=True, omit_defaults=True):
    """Any other line: it has one of these."""

    report: Kept | None = None
    run: Run | None = None
    reading: ReadingLine | None = None
    judgement: Judgement | None = None
    quarantined: Quarantined | None = None


def exported(connection: Connection) -> Iterator[bytes]:
    """The lines of a ledger, in the order in which things came in."""
    yield msgspec.json.encode(Header()) + b"\n"
    for line in _lines(connection):
        yield msgspec.json.encode(line) + b"\n"


def _lines(connection: Connection) -> Iterator[Line]:
    reports, runs, readings = tables.reports, tables.runs, tables.readings
    streamed = {"yield_per": AT_ONCE}
    for row in connection.execute(select(reports).order_by(reports.c.number), execution_options=streamed):
        yield Line(report=kept(row))
    for row in connection.execute(select(runs).order_by(runs.c.number)):
        yield Line(run=Run(version=row.version, begun=row.begun))
    query = (
        select(reports.c.key, readings.c.number, readings.c.added, readings.c.rest)
        .join(reports, reports.c.number == readings.c.report)
        .order_by(readings.c.number)
    )
    for key, number, added, rest in connection.execute(query, execution_options=streamed):
        reading = reading_of(rest, claims=claims_of_reading(connection, reading=number))
        yield Line(reading=ReadingLine(report=key, added=added, reading=reading))
    for judgement in judgements_in(connection):
        yield Line(judgement=judgement)
    for one in quarantined(connection, states=ALL):
        yield Line(quarantined=one)


def numbered_lines(stream: BinaryIO, *, name: str) -> Iterator[tuple[int, Line]]:
    """The lines of an exported ledger after its header, checked."""
    try:
        header = msgspec.json.decode(stream.readline(), type=Header)
    except msgspec.DecodeError as error:
        raise NoLedgerFile(f"{name}, line 1: no header of an exported ledger; `tawatur export` writes one.") from error
    if header.format > FORMAT:
        raise NoLedgerFile(
            f"{name}, line 1: format {header.format}, and this Tawatur knows {FORMAT}; update Tawatur to take it in."
        )
    for number, data in enumerate(stream, start=2):
        try:
            line = msgspec.json.decode(data, type=Line)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise NoLedgerFile(
                f"{name}, line {number}: no line of an exported ledger ({error}); export it again."
            ) from error
        if not _sound(line):
            raise NoLedgerFile(f"{name}, line {number}: its key is not the hash of its content; export it again.")
        yield number, line


def _sound(line: Line) -> bool:
    """Whether keys are the hashes of what they stand for."""
    if line.report is not None:
        return line.report.key == report_key(line.report.report)
    if line.judgement is not None:
        return line.judgement.id == judgement_key(line.judgement)
    if line.quarantined is not None:
        return line.quarantined.id == refusal_key(line.quarantined.refusal)
    return line.run is not None or line.reading is not None


class Taken:
    """Puts lines into a ledger, a batch at a time; versions of an address that was there before are linked to it."""

    def __init__(self, connection: Connection, *, name: str) -> None:
        self._last_own = connection.execute(select(func.max(tables.reports.c.number))).scalar() or 0
        self._name = name

    def take(self, connection: Connection, *, lines: Sequence[tuple[int, Line]]) -> None:
        """Keep what these lines hold and the ledger has not; in the writer's transaction."""
        change = next_change(connection)
        reports = [line.report for _, line in lines if line.report]
        keep_reports(connection, reports=self._linked(connection, reports), change=change)
        keep_runs(connection, runs=[line.run for _, line in lines if line.run])
        keep_readings(connection, entries=self._entries(connection, lines), change=change)
        _keep_judgements(connection, judgements=[line.judgement for _, line in lines if line.judgement], change=change)
        _keep_quarantined(connection, some=[line.quarantined for _, line in lines if line.quarantined])

    def _linked(self, connection: Connection, reports: Sequence[Kept]) -> list[Kept]:
        urls = {one.report.url for one in reports if one.report.url and one.previous is None}
        own = latest_of(connection, urls=urls, up_to=self._last_own)
        return [msgspec.structs.replace(one, previous=one.previous or own.get(one.report.url or "")) for one in reports]

    def _entries(self, connection: Connection, lines: Sequence[tuple[int, Line]]) -> list[Entry]:
        readings = [(number, line.reading) for number, line in lines if line.reading]
        there = numbers_of(connection, keys={reading.report for _, reading in readings})
        for number, reading in readings:
            if reading.report not in there:
                raise NoLedgerFile(
                    f"{self._name}, line {number}: a reading of a report that is not there; export it again."
                )
        return [Entry(report=one.report, reading=one.reading, added=one.added) for _, one in readings]


def _keep_judgements(connection: Connection, *, judgements: Sequence[Judgement], change: int) -> None:
    there = {one.id for one in judgements_in(connection, ids=[one.id for one in judgements])}
    store_judgements(connection, judgements=[one for one in judgements if one.id not in there], change=change)


def _keep_quarantined(connection: Connection, *, some: Sequence[Quarantined]) -> None:
    quarantine = tables.quarantine
    query = select(quarantine.c.id).where(quarantine.c.id.in_([one.id for one in some]))
    there = set(connection.execute(query).scalars())
    first = next_number(connection, table=quarantine)
    new = [one for one in some if one.id not in there]
    rows = [refusal_row(one, number=place) for place, one in enumerate(new, start=first)]
    if rows:
        connection.execute(insert(quarantine), rows)
