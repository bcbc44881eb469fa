"""What a ledger holds, read back as values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, select

from tawatur.ledger import tables
from tawatur.ledger.clock import last_change
from tawatur.ledger.records import Changes, Kept, KeptClaim
from tawatur.ledger.rows import reading_of
from tawatur.records import Claim, Reading, Report

AT_ONCE = 500
"""Keys in one question: every build of SQLite takes at least 999."""
_CLAIM = msgspec.json.Decoder(Claim)


def reports_by(connection: Connection, *, keys: Iterable[str] | None) -> Iterator[Kept]:
    """The reports of some keys, or all, in the order in which they came in."""
    reports = tables.reports
    for condition in _of(reports.c.key, keys):
        query = select(reports).where(*condition).order_by(reports.c.number)
        for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
            yield kept(row)


def claims_by(
    connection: Connection, *, keys: Collection[str] | None, reports: Collection[str] | None
) -> Iterator[KeptClaim]:
    """Current claims of some keys, or of some reports, or all, in the order of reports and of their texts."""
    claims = tables.claims
    given = keys if keys is not None else reports
    for condition in _of(claims.c.key if keys is not None else tables.reports.c.key, given):
        query = (
            select(claims.c.key, tables.reports.c.key, tables.runs.c.version, claims.c.claim)
            .join(tables.reports, tables.reports.c.number == claims.c.report)
            .join(tables.readings, tables.readings.c.number == claims.c.reading)
            .join(tables.runs, tables.runs.c.number == tables.readings.c.run)
            .where(claims.c.current, *condition)
            .order_by(claims.c.number)
        )
        for key, report, run, claim in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
            yield KeptClaim(key=key, report=report, run=run, claim=_CLAIM.decode(claim))


def reading_by(connection: Connection, *, report: str) -> Reading | None:
    """The current reading of a report."""
    readings, reports = tables.readings, tables.reports
    query = (
        select(readings.c.number, readings.c.rest)
        .join(reports, reports.c.number == readings.c.report)
        .where(reports.c.key == report, readings.c.current)
    )
    found = connection.execute(query).first()
    if found is None:
        return None
    number, rest = found
    return reading_of(rest, claims=claims_of_reading(connection, reading=number))


def is_read(connection: Connection, *, report: str) -> bool:
    """Whether the report of this key is there and was read."""
    readings, reports = tables.readings, tables.reports
    query = (
        select(readings.c.number).join(reports, reports.c.number == readings.c.report).where(reports.c.key == report)
    )
    return connection.execute(query.limit(1)).first() is not None


def claims_of_reading(connection: Connection, *, reading: int) -> tuple[Claim, ...]:
    """The claims of one reading, in order."""
    claims = tables.claims
    query = select(claims.c.claim).where(claims.c.reading == reading).order_by(claims.c.ordinal)
    return tuple(_CLAIM.decode(claim) for claim in connection.execute(query).scalars())


def changes_since(connection: Connection, *, change: int) -> Changes:
    """What came in after a change number."""
    reports, readings, judgements = tables.reports, tables.readings, tables.judgements
    last = last_change(connection)
    by_reading = (
        select(reports.c.key)
        .join(readings, readings.c.report == reports.c.number)
        .where(readings.c.change > change, readings.c.change <= last, readings.c.current)
        .order_by(readings.c.number)
    )
    return Changes(
        last=last,
        reports=_texts(connection, reports.c.key, reports.c.change, change, last),
        readings=tuple(connection.execute(by_reading).scalars()),
        judgements=_texts(connection, judgements.c.id, judgements.c.change, change, last),
    )


def _texts(
    connection: Connection, column: ColumnElement[str], change: ColumnElement[int], after: int, last: int
) -> tuple[str, ...]:
    query = select(column).where(change > after, change <= last).order_by(change, column)
    return tuple(connection.execute(query).scalars())


def _of(column: ColumnElement[str], values: Iterable[str] | None) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Conditions that together mean "one of these", each short enough for one question."""
    if values is None:
        yield ()
        return
    some = list(dict.fromkeys(values))
    for start in range(0, len(some), AT_ONCE):
        yield (column.in_(some[start : start + AT_ONCE]),)


def kept(row: Row[tuple[object, ...]]) -> Kept:
    """The report of a row of `reports`."""
    return Kept(
        key=row.key,
        report=Report(
            id=row.given, text=row.text, title=row.title, outlet=row.outlet, url=row.url, published=row.published
        ),
        source=row.source,
        published_from=row.published_from,
        outlet_from=row.outlet_from,
        previous=row.previous,
        added=row.added,
    )
