"""Which reports have text of which: new reports against those that share a key with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import tables, views
from tawatur.ledger.filling import fill
from tawatur.ledger.merging.known import Known
from tawatur.ledger.merging.meeting import REPORTS, Met, crowded_of, hashed, meet
from tawatur.ledger.merging.rows import listed, numbered, take_out
from tawatur.merge.copies import compare, keys
from tawatur.merge.records import Copy

_COPY = msgspec.json.Decoder(Copy)
Two = tuple[str, str]
"""Keys of two reports or two claims, the smaller first."""


def two(a: str, b: str) -> Two:
    """Two keys in order."""
    return (a, b) if a < b else (b, a)


def find_copies(connection: Connection, known: Known, *, reports: Collection[str]) -> tuple[Two, ...]:
    """Find the copies that new reports make, and drop those that only a crowded key showed; the reports of both."""
    numbers = _numbers(connection, keys=reports)
    new = {numbers[report]: keys(body) for report, body in known.bodies(reports).items()}
    met = meet(connection, REPORTS, new=new, gone={})
    keyed = _keys(connection, met)
    known.bodies({keyed[number] for meeting in met.meetings for number in (*meeting.new, *meeting.there)})
    compared = {two(keyed[a], keyed[b]) for meeting in met.meetings for a, b in _couples(meeting.new, meeting.there)}
    found = [copy for copy in (_compared(known, couple) for couple in sorted(compared)) if copy is not None]
    there = copies_among(connection, reports={key for couple in compared for key in couple})
    fresh = [copy for copy in found if (copy.a, copy.b) not in there]
    fill(connection, views.copies, rows=[_row(copy) for copy in fresh])
    parted = _parted(connection, known, met=met, keyed=keyed)
    take_out(connection, views.copies, rows=[{"a": a, "b": b} for a, b in parted])
    return (*((copy.a, copy.b) for copy in fresh), *parted)


def copies_among(connection: Connection, *, reports: Collection[str]) -> dict[Two, Copy]:
    """The copies that there are between some reports."""
    table, wanted = views.copies, set(reports)
    query = select(table.c.a, table.c.b, table.c.copy).where(table.c.a.in_(listed(connection, wanted)))
    rows = connection.execute(query) if wanted else ()
    return {(a, b): _COPY.decode(copy) for a, b, copy in rows if b in wanted}


def _couples(new: Collection[int], there: Iterable[int]) -> Iterable[tuple[int, int]]:
    yield from combinations(new, 2)
    yield from ((a, b) for b in there for a in new)


def _compared(known: Known, couple: Two) -> Copy | None:
    bodies = known.bodies(couple)
    return compare(bodies[couple[0]], bodies[couple[1]])


def _numbers(connection: Connection, *, keys: Collection[str]) -> dict[str, int]:
    table = tables.reports
    query = select(table.c.key, table.c.number).where(table.c.key.in_(listed(connection, keys)))
    return dict(connection.execute(query).all())


def _keys(connection: Connection, met: Met) -> dict[int, str]:
    numbers = {n for meeting in met.meetings for n in (*meeting.new, *meeting.there)}.union(*met.parted)
    table = tables.reports
    query = select(table.c.number, table.c.key).where(table.c.number.in_(numbered(connection, numbers)))
    return dict(connection.execute(query).all()) if numbers else {}


def _parted(connection: Connection, known: Known, *, met: Met, keyed: Mapping[int, str]) -> list[Two]:
    """Copies between reports that met by a key that is crowded now, and by no other."""
    groups = [{keyed[number] for number in members} for members in met.parted]
    among = copies_among(connection, reports=set().union(*groups))
    doubtful = [couple for couple in among if any(couple[0] in group and couple[1] in group for group in groups)]
    reports = {key for couple in doubtful for key in couple}
    by_report = {key: frozenset(map(hashed, keys(body))) for key, body in known.bodies(reports).items()}
    crowded = crowded_of(connection, REPORTS, keys=frozenset[int]().union(*by_report.values()))
    return [couple for couple in doubtful if by_report[couple[0]] & by_report[couple[1]] <= crowded]


def _row(copy: Copy) -> dict[str, object]:
    return {
        "a": copy.a,
        "b": copy.b,
        "extent": copy.extent,
        "share": copy.share,
        "copy": msgspec.json.encode(copy).decode(),
    }
