"""What could not be read is put aside with the reason, and can be tried again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, insert, select, update

from tawatur.errors import ReportError
from tawatur.ledger import tables
from tawatur.ledger.clock import next_number, now
from tawatur.ledger.filling import storable
from tawatur.ledger.keys import content_key
from tawatur.ledger.records import Quarantined, Refusal, State
from tawatur.ledger.rows import Row

MOST_KEPT = 1_000_000
"""Bytes that are kept of one refusal: a web page with all its markup; more stays in its source alone."""

ALL: tuple[State, ...] = ("waiting", "retried", "read")


def refusal_of(error: ReportError) -> Refusal:
    """The refusal that an error of reading tells of."""
    item = error.position.item if error.position else None
    small = error.data is not None and len(error.data) <= MOST_KEPT
    return refused(str(error), source=error.source, item=item, content=error.data if small else None)


def refused(reason: str, *, source: str | None, item: int | None, content: bytes | None = None) -> Refusal:
    """A refusal whose words any database can hold."""
    return Refusal(source=source and storable(source), item=item, reason=storable(reason), content=content)


def refusal_key(refusal: Refusal) -> str:
    """The same thing refused again from the same place for the same reason is one refusal."""
    content = hashlib.sha256(refusal.content).hexdigest() if refusal.content is not None else None
    return content_key((refusal.source, refusal.item, refusal.reason, content))


def put_aside(connection: Connection, *, refusals: Iterable[Refusal]) -> int:
    """Keep refusals that are not there yet; how many were new. Only for the writer that holds the clock."""
    quarantine = tables.quarantine
    new = {refusal_key(refusal): refusal for refusal in refusals}
    there = connection.execute(select(quarantine.c.id).where(quarantine.c.id.in_(list(new)))).scalars()
    for key in set(there):
        del new[key]
    number, made = next_number(connection, table=quarantine), now()
    some = [Quarantined(id=key, refusal=refusal, made=made, state="waiting") for key, refusal in new.items()]
    rows = [refusal_row(one, number=place) for place, one in enumerate(some, start=number)]
    if rows:
        connection.execute(insert(quarantine), rows)
    return len(rows)


def refusal_row(one: Quarantined, *, number: int) -> Row:
    """The row of a refusal."""
    refusal = one.refusal
    return {
        "number": number,
        "id": one.id,
        "source": refusal.source,
        "item": refusal.item,
        "reason": refusal.reason,
        "content": refusal.content,
        "made": one.made,
        "state": one.state,
    }


def quarantined(connection: Connection, *, states: Iterable[State]) -> Iterator[Quarantined]:
    """What was put aside, in the order in which it was."""
    quarantine = tables.quarantine
    query = select(quarantine).where(quarantine.c.state.in_(list(states))).order_by(quarantine.c.number)
    for row in connection.execute(query):
        refusal = Refusal(source=row.source, item=row.item, reason=row.reason, content=row.content)
        yield Quarantined(id=row.id, refusal=refusal, made=row.made, state=row.state)


def mark(connection: Connection, *, id: str, state: State) -> None:
    """Say what became of a refusal."""
    quarantine = tables.quarantine
    connection.execute(update(quarantine).where(quarantine.c.id == id).values(state=state))
