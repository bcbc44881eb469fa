"""The only clock of the ledger, and the number that grows with every transaction that adds facts."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Column, Connection, Table, func, select, update

from tawatur.ledger import tables


def now() -> str:
    """The time in UTC, to the microsecond, such as "2024-05-01T10:00:00.000000Z"."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def next_change(connection: Connection) -> int:
    """The number of this transaction's changes. Whoever takes it is the only writer until the transaction ends, so that
    a reader who has seen a number has seen all below it."""
    clock = tables.clock
    change: int = connection.execute(
        update(clock).values(change=clock.c.change + 1).returning(clock.c.change)
    ).scalar_one()
    return change


def last_change(connection: Connection) -> int:
    """The number of the last transaction that added facts."""
    change: int = connection.execute(select(tables.clock.c.change)).scalar_one()
    return change


def next_number(connection: Connection, *, table: Table) -> int:
    """The first number that no row of a table has; only for the writer that holds the clock."""
    numbers: Column[int] = table.c.number
    return (connection.execute(select(func.max(numbers))).scalar() or 0) + 1
