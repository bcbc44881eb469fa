"""Reports that are there, read again by a newer run: what it reads differently is told, what people said of it stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from tawatur.errors import ReportError
from tawatur.ledger import tables
from tawatur.ledger.adding import BATCH, Store
from tawatur.ledger.asking import claims_by, reports_by
from tawatur.ledger.readers import Reader, read_all
from tawatur.ledger.records import Arrival, Difference, Kept
from tawatur.ledger.storing import store
from tawatur.records import Claim, Reading, Report


def reread(ledger: Store, *, reader: Reader, jobs: int) -> Iterator[Difference | ReportError]:
    """Read what this run has not read yet; what it reads differently of each report, or why it could not."""
    with ledger.asking() as connection:
        keys = _unread_by(connection, run=reader.run)
    outcomes = read_all(_kept(ledger, keys=keys), of=_report, reader=reader, jobs=jobs)
    while batch := list(islice(outcomes, BATCH)):
        pairs = [(kept, reading) for kept, reading in batch if isinstance(reading, Reading)]
        yield from (reading for _, reading in batch if isinstance(reading, ReportError))
        reports = [kept.key for kept, _ in pairs]
        with ledger.writing() as connection:
            before = _claims(connection, reports=reports)
            store(connection, pairs=[(Arrival(report=kept.report), reading) for kept, reading in pairs])
            after = _claims(connection, reports=reports)
        for report in reports:
            yield difference(report, before=before.get(report, {}), after=after.get(report, {}))


def difference(report: str, *, before: dict[str, Claim], after: dict[str, Claim]) -> Difference:
    """What differs between the claims of two readings of a report."""
    return Difference(
        report=report,
        gone=tuple(key for key in before if key not in after),
        new=tuple(key for key in after if key not in before),
        changed=tuple(key for key, claim in after.items() if key in before and before[key] != claim),
    )


def _unread_by(connection: Connection, *, run: str) -> list[str]:
    reports, readings, runs = tables.reports, tables.readings, tables.runs
    read = select(readings.c.report).join(runs, runs.c.number == readings.c.run).where(runs.c.version == run)
    query = select(reports.c.key).where(reports.c.number.not_in(read)).order_by(reports.c.number)
    return list(connection.execute(query).scalars())


def _kept(ledger: Store, *, keys: Sequence[str]) -> Iterator[Kept]:
    """The reports, a batch at a time, so that no question stays open while they are read."""
    for start in range(0, len(keys), BATCH):
        with ledger.asking() as connection:
            batch = list(reports_by(connection, keys=keys[start : start + BATCH]))
        yield from batch


def _report(kept: Kept) -> Report:
    return kept.report


def _claims(connection: Connection, *, reports: Sequence[str]) -> dict[str, dict[str, Claim]]:
    found: dict[str, dict[str, Claim]] = {}
    for claim in claims_by(connection, keys=None, reports=reports):
        found.setdefault(claim.report, {})[claim.key] = claim.claim
    return found
