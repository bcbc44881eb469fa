"""Whether a report, its readings and their claims are what they say they are, and are found where they should be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Row, select

from tawatur.ledger import tables
from tawatur.ledger.asking import kept
from tawatur.ledger.keys import claim_key, report_key, text_hash
from tawatur.ledger.rows import claim_row, party_rows, spot_rows
from tawatur.ledger.searching import folded_words, out_of_step
from tawatur.records import Claim, Reading, Span

Fault = tuple[str, str]
"""Where, and what is wrong."""


class Held(NamedTuple):
    """Some reports with all that hangs on them; rows by the number of what they hang on."""

    reports: Sequence[Row[Any]]
    readings: dict[int, list[Row[Any]]]
    claims: dict[int, list[Row[Any]]]
    parties: dict[int, list[Row[Any]]]
    spots: dict[int, list[Row[Any]]]


def held(connection: Connection, *, after: int, count: int) -> Held:
    """The next reports after a number."""
    table = tables.reports
    query = select(table).where(table.c.number > after).order_by(table.c.number).limit(count)
    reports = connection.execute(query).all()
    numbers = [row.number for row in reports]
    readings, claims = tables.readings, tables.claims
    of_these = select(claims.c.number).where(claims.c.report.in_(numbers))
    return Held(
        reports=reports,
        readings=_by(connection, readings.c.report, readings.c.report.in_(numbers)),
        claims=_by(connection, claims.c.reading, claims.c.report.in_(numbers)),
        parties=_by(connection, tables.parties.c.claim, tables.parties.c.claim.in_(of_these)),
        spots=_by(connection, tables.spots.c.claim, tables.spots.c.claim.in_(of_these)),
    )


def _by(connection: Connection, column: Column[int], condition: ColumnElement[bool]) -> dict[int, list[Row[Any]]]:
    """Rows of a column's table, by what stands in it."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(select(column.table).where(condition).order_by(*column.table.primary_key)):
        found[getattr(row, column.name)].append(row)
    return found


def unsound(connection: Connection, *, some: Held, ages: dict[int, tuple[str, tuple[str, int]]]) -> Iterator[Fault]:
    """What is wrong with some reports; `ages` are version and age of each run by its number."""
    for row in some.reports:
        where = f"report {row.key}"
        if row.key != report_key(kept(row).report):
            yield where, "its key is not the hash of its content"
        if row.text_hash != text_hash(row.text):
            yield where, "its text is not the one that was hashed"
        readings = some.readings.get(row.number, [])
        newest = max((ages[reading.run][1] for reading in readings), default=None)
        for reading in readings:
            version, age = ages[reading.run]
            yield from _reading(reading, report=row, version=version, current=age == newest)
            claims = some.claims.get(reading.number, [])
            if [claim.ordinal for claim in claims] != list(range(reading.claims)):
                yield where, f"claims of its reading by {version!r} are missing"
            for claim in claims:
                for what in _claim(claim, report=row, reading=reading, some=some):
                    yield f"claim {claim.key} of report {row.key}", what
    words = {row.number: folded_words(f"{row.title or ''} {row.text}") for row in some.reports}
    keys = {row.number: row.key for row in some.reports}
    for number in out_of_step(connection, words=words):
        yield f"report {keys[number]}", "it is not found by its words"


def _reading(row: Row[Any], *, report: Row[Any], version: str, current: bool) -> Iterator[Fault]:
    where = f"reading of report {report.key} by {version!r}"
    try:
        reading = msgspec.json.decode(row.rest, type=Reading)
    except msgspec.DecodeError as error:
        yield where, f"no reading ({error})"
        return
    if reading.run != version:
        yield where, f"it says that {reading.run!r} made it"
    if reading.report.text_hash != report.text_hash:
        yield where, "it is of another text"
    if row.current != current:
        yield (
            where,
            "it is current, and a newer run read this report" if row.current else "it is not current, and should be",
        )
    for mention in reading.mentions:
        if report.text[slice(*mention.span)] != mention.text:
            yield where, f"{mention.text!r} does not stand at {mention.span}"


def _claim(row: Row[Any], *, report: Row[Any], reading: Row[Any], some: Held) -> Iterator[str]:
    try:
        claim = msgspec.json.decode(row.claim, type=Claim)
    except msgspec.DecodeError as error:
        yield f"no claim ({error})"
        return
    if row.key != claim_key(report.key, claim.id):
        yield "its key is not the hash of its report and id"
    for words, span in _quoted(claim):
        if report.text[slice(*span)] != words:
            yield f"{words!r} does not stand at {span}"
    should = claim_row(
        claim,
        number=row.number,
        report_key=report.key,
        reading=reading.number,
        report=report.number,
        ordinal=row.ordinal,
        current=reading.current,
    )
    if {**row._mapping, "key": "", "claim": ""} != {**should, "key": "", "claim": ""}:
        yield "its columns are not what it says"
    parties = list(party_rows(claim, number=row.number)) if row.current else []
    if [dict(party._mapping) for party in some.parties.get(row.number, [])] != parties:
        yield "it is not found by who takes part"
    spots = some.spots.get(row.number, [])
    first = spots[0].number if spots else 0
    wanted = list(spot_rows(claim, number=row.number, first=first)) if row.current else []
    if [dict(spot._mapping) for spot in spots] != wanted:
        yield "it is not found by where it is"


def _quoted(claim: Claim) -> Iterable[tuple[str, Span]]:
    yield from ((piece.quote, piece.span) for piece in claim.evidence)
    for some in (claim.roles, claim.where, claim.quantities, claim.chain, (claim.when,) if claim.when else ()):
        yield from ((one.text, one.span) for one in some)
