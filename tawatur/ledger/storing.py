"""Reports with their readings into the tables, all of a batch in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select, text, update

from tawatur.errors import LedgerError
from tawatur.ledger import tables
from tawatur.ledger.clock import next_change, next_number, now
from tawatur.ledger.filling import fill
from tawatur.ledger.keys import content_key, report_key, text_hash
from tawatur.ledger.records import Added, Arrival
from tawatur.ledger.rows import Row, claim_row, party_rows, report_row, rest_of, spot_rows
from tawatur.ledger.searching import index_reports, index_spots
from tawatur.records import Reading

_SURROGATE = re.compile("[\ud800-\udfff]")


class Run(NamedTuple):
    """A run of this ledger; of two, the current one is the greater."""

    begun: str
    number: int


def store(connection: Connection, *, pairs: Sequence[tuple[Arrival, Reading]]) -> Added:
    """Keep reports and their readings; what is there already is left as it is."""
    change, added = next_change(connection), now()
    runs = runs_of(connection, versions={reading.run for _, reading in pairs}, begun=added)
    for arrival, reading in pairs:
        check(arrival, reading)
    keys = [report_key(arrival.report) for arrival, _ in pairs]
    known = numbers_of(connection, keys=keys)
    fresh: dict[str, Arrival] = {}
    for key, (arrival, _) in zip(keys, pairs, strict=True):
        if key not in known:
            fresh.setdefault(key, arrival)
    versions = _store_reports(connection, arrivals=fresh, added=added, change=change)
    numbers = numbers_of(connection, keys=keys)
    there = _runs_there(connection, reports=numbers.values())
    wanted: dict[tuple[int, int], tuple[str, Reading]] = {}
    for key, (_, reading) in zip(keys, pairs, strict=True):
        place = numbers[key], runs[reading.run].number
        if runs[reading.run] not in there.get(place[0], ()):
            wanted.setdefault(place, (key, reading))
    _store_readings(connection, wanted=wanted, runs=runs, there=there, added=added, change=change)
    reread = len({report for report, _ in wanted} - {numbers[key] for key in fresh})
    return Added(added=len(fresh), known=len(pairs) - len(fresh) - reread, versions=versions, reread=reread)


def check(arrival: Arrival, reading: Reading) -> None:
    """Raises LedgerError where a reading is of another text, or a text is none that a database can hold."""
    reason = unfit(arrival)
    if reason:
        raise LedgerError(f"{arrival.report.id}: {reason}")
    if reading.report.text_hash != text_hash(arrival.report.text):
        raise LedgerError(f"{arrival.report.id}: this reading is of another text; read the report again.")


def unfit(arrival: Arrival) -> str | None:
    """Why a report cannot be kept; None where it can."""
    fields = (*msgspec.structs.astuple(arrival), *msgspec.structs.astuple(arrival.report))
    for words in fields:
        if isinstance(words, str) and "\x00" in words:
            return "it holds a NUL character, which no database keeps; take it out."
        if isinstance(words, str) and _SURROGATE.search(words):
            return "it holds half of a surrogate pair, which is no character; take it out."
    return None


def numbers_of(connection: Connection, *, keys: Iterable[str]) -> dict[str, int]:
    """Numbers of the reports that are there, by their keys."""
    reports = tables.reports
    found = connection.execute(select(reports.c.key, reports.c.number).where(reports.c.key.in_(list(keys))))
    return dict(found.all())


def runs_of(connection: Connection, *, versions: Iterable[str], begun: str) -> dict[str, Run]:
    """The runs of some versions; what was never here begins now."""
    runs = tables.runs
    rows = connection.execute(select(runs.c.version, runs.c.begun, runs.c.number))
    known = {version: Run(begun=at, number=number) for version, at, number in rows}
    for number, version in enumerate(sorted(set(versions) - set(known)), start=len(known) + 1):
        known[version] = Run(begun=begun, number=number)
        row = {"number": number, "id": content_key(version), "version": version, "begun": begun}
        connection.execute(insert(runs), row)
    return known


def _store_reports(connection: Connection, *, arrivals: Mapping[str, Arrival], added: str, change: int) -> int:
    """Insert new reports; how many of them are further versions of an address."""
    urls = {arrival.report.url for arrival in arrivals.values() if arrival.report.url}
    latest = _latest_of(connection, urls=urls)
    rows: list[Row] = []
    first = next_number(connection, table=tables.reports)
    for number, (key, arrival) in enumerate(arrivals.items(), start=first):
        url = arrival.report.url
        previous = latest.get(url) if url else None
        rows.append(report_row(arrival, number=number, key=key, previous=previous, added=added, change=change))
        if url:
            latest[url] = key
    fill(connection, tables.reports, rows=rows)
    index_reports(connection, rows=rows)
    return sum(row["previous"] is not None for row in rows)


def _latest_of(connection: Connection, *, urls: Iterable[str]) -> dict[str, str]:
    """Key of the report that came in last, by address."""
    reports = tables.reports
    query = select(reports.c.url, reports.c.key).where(reports.c.url.in_(list(urls))).order_by(reports.c.number)
    return dict(connection.execute(query).all())


def _runs_there(connection: Connection, *, reports: Iterable[int]) -> dict[int, list[Run]]:
    readings, runs = tables.readings, tables.runs
    query = (
        select(readings.c.report, runs.c.begun, runs.c.number)
        .join(runs, runs.c.number == readings.c.run)
        .where(readings.c.report.in_(list(reports)))
    )
    there: dict[int, list[Run]] = {}
    for report, begun, number in connection.execute(query):
        there.setdefault(report, []).append(Run(begun=begun, number=number))
    return there


def _store_readings(
    connection: Connection,
    *,
    wanted: Mapping[tuple[int, int], tuple[str, Reading]],
    runs: Mapping[str, Run],
    there: Mapping[int, list[Run]],
    added: str,
    change: int,
) -> None:
    """Insert readings and claims; a reading by a newer run than those there takes their place in searches."""
    newest = {report: max(of) for report, of in there.items()}
    for (report, _), (_, reading) in wanted.items():
        newest[report] = max(newest.get(report, runs[reading.run]), runs[reading.run])
    replaced = [report for report in there if newest[report] > max(there[report])]
    _set_aside(connection, reports=replaced)
    readings: list[Row] = []
    claims: list[Row] = []
    parties: list[Row] = []
    spots: list[Row] = []
    next_claim = next_number(connection, table=tables.claims)
    next_spot = next_number(connection, table=tables.spots)
    first = next_number(connection, table=tables.readings)
    for number, ((report, run), (key, reading)) in enumerate(wanted.items(), start=first):
        current = newest[report] == runs[reading.run]
        readings.append(
            {
                "number": number,
                "report": report,
                "run": run,
                "added": added,
                "rest": rest_of(reading),
                "current": current,
                "change": change,
            }
        )
        for ordinal, claim in enumerate(reading.claims):
            at = next_claim + len(claims)
            claims.append(
                claim_row(
                    claim,
                    number=at,
                    report_key=key,
                    reading=number,
                    report=report,
                    ordinal=ordinal,
                    current=current,
                )
            )
            if current:
                parties.extend(party_rows(claim, number=at))
                spots.extend(spot_rows(claim, number=at, first=next_spot + len(spots)))
    for table, rows in (
        (tables.readings, readings),
        (tables.claims, claims),
        (tables.parties, parties),
        (tables.spots, spots),
    ):
        fill(connection, table, rows=rows)
    index_spots(connection, rows=spots)


def _set_aside(connection: Connection, *, reports: Sequence[int]) -> None:
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
