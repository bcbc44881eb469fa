"""Reports that come in with their readings: checked, and kept in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from tawatur.errors import LedgerError
from tawatur.ledger import tables
from tawatur.ledger.clock import next_change, now
from tawatur.ledger.keeping import Entry, keep_readings, keep_reports, numbers_of
from tawatur.ledger.keys import report_key, text_hash
from tawatur.ledger.records import Added, Arrival, Kept
from tawatur.records import Reading

_SURROGATE = re.compile("[\ud800-\udfff]")


def store(connection: Connection, *, pairs: Sequence[tuple[Arrival, Reading]]) -> Added:
    """Keep reports and their readings; what is there already is left as it is."""
    change, added = next_change(connection), now()
    for arrival, reading in pairs:
        check(arrival, reading)
    kept = _as_kept(connection, arrivals=[arrival for arrival, _ in pairs], added=added)
    new = keep_reports(connection, reports=kept, change=change)
    entries = [
        Entry(report=one.key, reading=reading, added=added) for one, (_, reading) in zip(kept, pairs, strict=True)
    ]
    reread = keep_readings(connection, entries=entries, change=change) - new
    versions = {one.key for one in kept if one.previous} & new
    return Added(added=len(new), known=len(pairs) - len(new) - len(reread), versions=len(versions), reread=len(reread))


def _as_kept(connection: Connection, *, arrivals: Sequence[Arrival], added: str) -> list[Kept]:
    """Reports with their keys, each linked to the report of the same address that came in before it."""
    latest = latest_of(connection, urls={one.report.url for one in arrivals if one.report.url})
    keys = [report_key(one.report) for one in arrivals]
    known = set(numbers_of(connection, keys=keys))
    kept: list[Kept] = []
    for key, one in zip(keys, arrivals, strict=True):
        url = one.report.url
        before = latest.get(url) if url else None
        kept.append(
            Kept(
                key=key,
                report=one.report,
                source=one.source,
                published_from=one.published_from,
                outlet_from=one.outlet_from,
                previous=before if before != key else None,
                added=added,
            )
        )
        if url and key not in known:
            latest[url] = key
            known.add(key)
    return kept


def latest_of(connection: Connection, *, urls: Iterable[str], up_to: int | None = None) -> dict[str, str]:
    """Key of the report that came in last, by address; of those up to a number where one is given."""
    reports = tables.reports
    query = select(reports.c.url, reports.c.key).where(reports.c.url.in_(list(urls))).order_by(reports.c.number)
    if up_to is not None:
        query = query.where(reports.c.number <= up_to)
    return dict(connection.execute(query).all())


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
