"""The steps of a merge in their order, over what came into the ledger since the last one."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Column, Connection, Table, delete, func, select, update

from tawatur.ledger import tables, views
from tawatur.ledger.adding import Store
from tawatur.ledger.clock import last_change
from tawatur.ledger.merging.copying import find_copies
from tawatur.ledger.merging.gathering import regather
from tawatur.ledger.merging.holding import hold
from tawatur.ledger.merging.judged import rejudge
from tawatur.ledger.merging.known import Known
from tawatur.ledger.merging.pairing import find_pairs
from tawatur.ledger.merging.records import Heard, Merged, Step
from tawatur.ledger.merging.rules import rules_version
from tawatur.ledger.merging.telling import retell
from tawatur.ledger.merging.tying import retie
from tawatur.ledger.viewing import ties_that_hold

BATCH = 500
"""Reports in one transaction: a minute at most, and some hundred megabytes in memory."""


class _New(NamedTuple):
    """What came in between two changes."""

    reports: tuple[str, ...]
    read: tuple[str, ...]
    """Reports that have a new reading."""
    judgements: tuple[str, ...]
    last: int


def merge(ledger: Store, *, rebuild: bool, heard: Heard) -> Merged:
    """Take what is new into the views, batch by batch; all of it anew where asked for, or where the rules have changed."""
    with ledger.writing() as connection:
        rebuilt = rebuild or _rules(connection) not in (None, rules_version())
        if rebuilt:
            _empty(connection)
        connection.execute(update(views.merged).values(rules=rules_version()))
    with ledger.asking() as connection:
        known, todo = Known(connection), _todo(connection)
    taken = 0
    while True:
        with ledger.writing() as connection:
            new = _next(connection)
            if new is None:
                break
            known.on(connection)
            _take_in(connection, known, new=new)
            connection.execute(update(views.merged).values(change=new.last))
        taken += len(new.read)
        heard(Step(done=taken, of=max(todo, taken)))
    with ledger.asking() as connection:
        return _summary(connection, taken=taken, rebuilt=rebuilt)


def _take_in(connection: Connection, known: Known, *, new: _New) -> None:
    """Copies, then claims, pairs and judgements, then happenings, and last what follows from happenings."""
    recopied = find_copies(connection, known, reports=new.reports) if new.reports else ()
    retold = retell(connection, known, reports=new.read)
    touched = find_pairs(connection, known, retold=retold, recopied=recopied)
    touched |= rejudge(connection, new=new.judgements, reports=new.read)
    touched |= _claims_of(known, reports={report for couple in recopied for report in couple})
    changed = regather(connection, known, touched=touched)
    retie(connection, changed=changed)
    hold(connection, known, retold=retold, changed=changed)


def _claims_of(known: Known, *, reports: Collection[str]) -> set[str]:
    """Claims of reports between which a copy was found or dropped: they may have one origin now, or no longer."""
    return {telling.claim for some in known.sayings(reports).values() for saying in some for telling in saying.tellings}


def _rules(connection: Connection) -> str | None:
    rules: str | None = connection.execute(select(views.merged.c.rules).with_for_update()).scalar_one()
    return rules


def _empty(connection: Connection) -> None:
    """No views, as before the first merge."""
    for table in views.VIEWS.tables.values():
        if table is not views.merged:
            connection.execute(delete(table))
    connection.execute(update(views.merged).values(change=0))


def _todo(connection: Connection) -> int:
    """Reports whose newest reading is not merged."""
    readings = tables.readings
    since = select(views.merged.c.change).scalar_subquery()
    query = select(func.count()).select_from(readings).where(readings.c.change > since, readings.c.current)
    return connection.execute(query).scalar_one()


def _next(connection: Connection) -> _New | None:
    """The next changes, with some hundred reports in them at least or all there are; None when there are none."""
    since: int = connection.execute(select(views.merged.c.change).with_for_update()).scalar_one()
    newest = last_change(connection)
    if since >= newest:
        return None
    last = _batch_end(connection, since=since, newest=newest)
    reports, readings, judgements = tables.reports, tables.readings, tables.judgements
    by_reading = (
        select(reports.c.key)
        .join(readings, readings.c.report == reports.c.number)
        .where(readings.c.current, readings.c.change > since, readings.c.change <= last)
    )
    return _New(
        reports=_between(connection, reports, reports.c.key, since=since, last=last),
        read=tuple(connection.execute(by_reading.order_by(readings.c.number)).scalars()),
        judgements=_between(connection, judgements, judgements.c.id, since=since, last=last),
        last=last,
    )


def _batch_end(connection: Connection, *, since: int, newest: int) -> int:
    counts: dict[int, int] = {}
    for table in (tables.reports, tables.readings):
        change = table.c.change
        query = select(change, func.count()).where(change > since).group_by(change).order_by(change).limit(BATCH)
        for at, count in connection.execute(query):
            counts[at] = max(count, counts.get(at, 0))
    total = 0
    for at in sorted(counts):
        total += counts[at]
        if total >= BATCH:
            return at
    return newest


def _between(connection: Connection, table: Table, column: Column[str], *, since: int, last: int) -> tuple[str, ...]:
    query = select(column).where(table.c.change > since, table.c.change <= last).order_by(table.c.change, column)
    return tuple(connection.execute(query).scalars())


def _summary(connection: Connection, *, taken: int, rebuilt: bool) -> Merged:
    def rows(table: Table) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    origins = select(func.count(views.origins.c.id.distinct()))
    return Merged(
        taken=taken,
        rebuilt=rebuilt,
        reports=rows(tables.reports),
        copies=rows(views.copies),
        happenings=rows(views.happenings),
        origins=connection.execute(origins).scalar_one(),
        contradictions=rows(views.contradictions),
        links=connection.execute(select(func.count()).where(ties_that_hold(connection))).scalar_one(),
        holdings=rows(views.holdings),
    )
