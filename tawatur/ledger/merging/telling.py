"""Current claims as tellings: made once for each claim, taken out when its report is read anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import tables, views
from tawatur.ledger.asking import kept
from tawatur.ledger.filling import fill
from tawatur.ledger.merging.known import Known
from tawatur.ledger.merging.rows import listed, numbered, take_out
from tawatur.merge.control import ground_keys
from tawatur.merge.records import Telling
from tawatur.merge.tellings import tellings_of
from tawatur.records import Claim, Mention

_TELLING = msgspec.json.Decoder(Telling)
_CLAIM = msgspec.json.Decoder(Claim)


class _Mentions(msgspec.Struct):
    """Of a reading the mentions alone."""

    mentions: tuple[Mention, ...]


_MENTIONS = msgspec.json.Decoder(_Mentions)


class Retold(NamedTuple):
    """Tellings by the numbers of their claims."""

    new: dict[int, Telling]
    gone: dict[int, Telling]


def retell(connection: Connection, known: Known, *, reports: Collection[str]) -> Retold:
    """Make the tellings of the current claims of some reports, and take out those that they had."""
    before = _stored(connection, reports=reports)
    now = _made(connection, reports=reports)
    gone = {number: telling for number, telling in before.items() if now.get(number) != telling}
    new = {number: telling for number, telling in now.items() if before.get(number) != telling}
    for number, telling in gone.items():
        known.forget(number, telling)
    take_out(connection, views.tellings, rows=[{"number": number} for number in gone])
    take_out(connection, views.grounds, rows=[row for telling in gone.values() for row in _ground_rows(telling)])
    fill(connection, views.tellings, rows=[_row(number, telling) for number, telling in new.items()])
    fill(connection, views.grounds, rows=[row for telling in new.values() for row in _ground_rows(telling)])
    for number, telling in new.items():
        known.tell(number, telling)
    return Retold(new=new, gone=gone)


def _stored(connection: Connection, *, reports: Collection[str]) -> dict[int, Telling]:
    table = views.tellings
    query = select(table.c.number, table.c.telling).where(table.c.report.in_(listed(connection, reports)))
    return {number: _TELLING.decode(telling) for number, telling in connection.execute(query)}


def _made(connection: Connection, *, reports: Collection[str]) -> dict[int, Telling]:
    rows = tables.reports
    query = select(rows).where(rows.c.key.in_(listed(connection, reports)))
    by_number = {row.number: kept(row) for row in connection.execute(query)}
    mentions, claims = _mentions(connection, by_number), _claims(connection, by_number)
    made: dict[int, Telling] = {}
    for number, one in by_number.items():
        own = claims.get(number, [])
        found = tellings_of(
            [claim for _, _, claim in own],
            one.report,
            claim_keys=[key for _, key, _ in own],
            report_key=one.key,
            mentions=mentions.get(number, ()),
        )
        made.update((at, telling) for (at, _, _), telling in zip(own, found, strict=True))
    return made


def _mentions(connection: Connection, reports: Collection[int]) -> dict[int, tuple[Mention, ...]]:
    readings = tables.readings
    query = select(readings.c.report, readings.c.rest).where(
        readings.c.report.in_(numbered(connection, reports)), readings.c.current
    )
    return {report: _MENTIONS.decode(rest).mentions for report, rest in connection.execute(query)}


def _claims(connection: Connection, reports: Collection[int]) -> dict[int, list[tuple[int, str, Claim]]]:
    """Number, key and claim, in the order of the text."""
    claims = tables.claims
    query = (
        select(claims.c.report, claims.c.number, claims.c.key, claims.c.claim)
        .where(claims.c.report.in_(numbered(connection, reports)), claims.c.current)
        .order_by(claims.c.number)
    )
    found: dict[int, list[tuple[int, str, Claim]]] = defaultdict(list)
    for report, number, key, claim in connection.execute(query):
        found[report].append((number, key, _CLAIM.decode(claim)))
    return found


def _row(number: int, telling: Telling) -> dict[str, object]:
    return {
        "number": number,
        "claim": telling.claim,
        "report": telling.report,
        "telling": msgspec.json.encode(telling).decode(),
    }


def _ground_rows(telling: Telling) -> Iterable[dict[str, object]]:
    return ({"ground": ground, "claim": telling.claim} for ground in ground_keys(telling))
