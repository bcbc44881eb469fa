"""Reports, runs and readings as they are into the tables; what is there already is left as it is.

Only for the writer that holds the clock: numbers are given out here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, text, update

from tawatur.ledger import tables
from tawatur.ledger.clock import next_number
from tawatur.ledger.filling import fill
from tawatur.ledger.keys import content_key
from tawatur.ledger.records import Kept, Run
from tawatur.ledger.rows import Row, claim_row, party_rows, reading_row, report_row, spot_rows
from tawatur.ledger.searching import index_reports, index_spots
from tawatur.records import Reading


class Entry(NamedTuple):
    """A reading on its way in."""

    report: str
    """Key of its report, which is there."""
    reading: Reading
    added: str


class Age(NamedTuple):
    """How new a run is: of two, the greater reads what is current."""

    begun: str
    number: int


def keep_reports(connection: Connection, *, reports: Iterable[Kept], change: int) -> set[str]:
    """Insert reports; keys of those that were new. Of two with one key the first is kept."""
    first: dict[str, Kept] = {}
    for kept in reports:
        first.setdefault(kept.key, kept)
    known = numbers_of(connection, keys=first)
    number = next_number(connection, table=tables.reports)
    new = [kept for key, kept in first.items() if key not in known]
    rows = [report_row(kept, number=place, change=change) for place, kept in enumerate(new, start=number)]
    fill(connection, tables.reports, rows=rows)
    index_reports(connection, rows=rows)
    return {kept.key for kept in new}


def numbers_of(connection: Connection, *, keys: Iterable[str]) -> dict[str, int]:
    """Numbers of the reports that are there, by their keys."""
    reports = tables.reports
    found = connection.execute(select(reports.c.key, reports.c.number).where(reports.c.key.in_(list(keys))))
    return dict(found.all())


def keep_runs(connection: Connection, *, runs: Iterable[Run]) -> None:
    """Insert runs that were never here."""
    known = _ages(connection)
    number = next_number(connection, table=tables.runs)
    new = {run.version: run for run in runs if run.version not in known}
    for place, run in enumerate(new.values(), start=number):
        row = {"number": place, "id": content_key(run.version), "version": run.version, "begun": run.begun}
        connection.execute(insert(tables.runs), row)


def keep_readings(connection: Connection, *, entries: Sequence[Entry], change: int) -> set[str]:
    """Insert readings of runs that have not read their report yet; keys of the reports that got one."""
    begun = sorted({(entry.reading.run, entry.added) for entry in entries}, reverse=True)
    keep_runs(connection, runs=[Run(version=version, begun=added) for version, added in dict(begun).items()])
    ages, numbers = _ages(connection), numbers_of(connection, keys={entry.report for entry in entries})
    there = _ages_there(connection, reports=numbers.values())
    wanted: dict[tuple[int, Age], Entry] = {}
    for entry in entries:
        report, age = numbers[entry.report], ages[entry.reading.run]
        if age not in there.get(report, ()):
            wanted.setdefault((report, age), entry)
    newest = {report: max(of) for report, of in there.items()}
    replaced = [report for report, age in wanted if report in newest and age > newest[report]]
    for report, age in wanted:
        newest[report] = max(newest.get(report, age), age)
    _set_aside(connection, reports=replaced)
    _insert(connection, wanted=wanted, newest=newest, change=change)
    return {entry.report for entry in wanted.values()}


def _ages(connection: Connection) -> dict[str, Age]:
    runs = tables.runs
    rows = connection.execute(select(runs.c.version, runs.c.begun, runs.c.number))
    return {version: Age(begun=begun, number=number) for version, begun, number in rows}


def _ages_there(connection: Connection, *, reports: Iterable[int]) -> dict[int, list[Age]]:
    readings, runs = tables.readings, tables.runs
    query = (
        select(readings.c.report, runs.c.begun, runs.c.number)
        .join(runs, runs.c.number == readings.c.run)
        .where(readings.c.report.in_(list(reports)))
    )
    there: dict[int, list[Age]] = {}
    for report, begun, number in connection.execute(query):
        there.setdefault(report, []).append(Age(begun=begun, number=number))
    return there


def _insert(
    connection: Connection, *, wanted: Mapping[tuple[int, Age], Entry], newest: Mapping[int, Age], change: int
) -> None:
    """Insert readings with their claims, and make findable what is current."""
    readings: list[Row] = []
    claims: list[Row] = []
    parties: list[Row] = []
    spots: list[Row] = []
    first_reading, first_claim, first_spot = (
        next_number(connection, table=table) for table in (tables.readings, tables.claims, tables.spots)
    )
    for number, ((report, age), entry) in enumerate(wanted.items(), start=first_reading):
        current = newest[report] == age
        readings.append(
            reading_row(
                entry.reading,
                number=number,
                report=report,
                run=age.number,
                added=entry.added,
                current=current,
                change=change,
            )
        )
        for ordinal, claim in enumerate(entry.reading.claims):
            at = first_claim + len(claims)
            claims.append(
                claim_row(
                    claim,
                    number=at,
                    report_key=entry.report,
                    reading=number,
                    report=report,
                    ordinal=ordinal,
                    current=current,
                )
            )
            if current:
                parties.extend(party_rows(claim, number=at))
                spots.extend(spot_rows(claim, number=at, first=first_spot + len(spots)))
    fill(connection, tables.readings, rows=readings)
    fill(connection, tables.claims, rows=claims)
    fill(connection, tables.parties, rows=parties)
    fill(connection, tables.spots, rows=spots)
    index_spots(connection, rows=spots)


def _set_aside(connection: Connection, *, reports: Collection[int]) -> None:
    """Claims of these reports are no longer current: they stay, and are no longer found by searching."""
    if not reports:
        return
    claims, readings, spots = tables.claims, tables.readings, tables.spots
    old = select(claims.c.number).where(claims.c.report.in_(reports), claims.c.current)
    numbers = list(connection.execute(select(spots.c.number).where(spots.c.claim.in_(old))).scalars())
    if connection.dialect.name == "sqlite" and numbers:
        connection.execute(text("DELETE FROM spot_boxes WHERE number = :number"), [{"number": n} for n in numbers])
    connection.execute(delete(spots).where(spots.c.claim.in_(old)))
    connection.execute(delete(tables.parties).where(tables.parties.c.claim.in_(old)))
    for table in (claims, readings):
        connection.execute(update(table).where(table.c.report.in_(reports), table.c.current).values(current=False))
