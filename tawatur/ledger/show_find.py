"""What in a ledger an id means, whole or its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, or_, select

from tawatur.errors import UnknownId
from tawatur.ledger import tables, views

LEAST = 4
"""Digits of an id that must be given: fewer are mistyped sooner than meant."""
MOST = 5
"""Things with one beginning that are named."""
Sort = Literal["happening", "claim", "report", "origin"]
SORTS: tuple[Sort, ...] = ("happening", "claim", "report", "origin")
_PAST_HEX = "g"


class Thing(NamedTuple):
    """Something in a ledger."""

    sort: Sort
    id: str
    """The whole id of a happening or origin, the key of a claim or report."""


def thing_called(connection: Connection, beginning: str, *, sorts: tuple[Sort, ...] = ()) -> Thing:
    """The one thing whose id is this or begins so; reports also by the id that they came in with.

    `sorts` are those that it may be, in the order in which they are looked through; () is any.
    """
    found = list(dict.fromkeys(_called(connection, beginning, sorts or SORTS)))
    if len(found) == 1:
        return found[0]
    what = " or ".join(sorts) or "happening, claim, report or origin"
    if not found:
        other = next(_called(connection, beginning, SORTS), None) if sorts else None
        if other is not None:
            raise UnknownId(f"{beginning}: a {other.sort}, and no {what}; `tawatur show {beginning}` shows its claims.")
        raise UnknownId(f"{beginning}: no {what} has this id; `tawatur query` shows what there is.")
    some = ", ".join(f"{thing.sort} {thing.id}" for thing in found[:MOST])
    more = " …" if len(found) > MOST else ""
    raise UnknownId(f"{beginning}: several ids begin so: {some}{more}; give more of it.")


def claim_called(connection: Connection, beginning: str) -> str:
    """The key of the one current claim whose key begins so."""
    return thing_called(connection, beginning, sorts=("claim",)).id


def judgement_called(connection: Connection, beginning: str) -> str:
    """The id of the one judgement whose id begins so."""
    ids = tables.judgements.c.id
    query = select(ids).where(_begins(ids, beginning)).order_by(ids).limit(MOST)
    found: list[str] = list(connection.execute(query).scalars())
    if len(found) != 1:
        what = f"several judgements begin so: {', '.join(found)}" if found else "no judgement has this id"
        raise UnknownId(f"{beginning}: {what}; `tawatur judgements` shows them.")
    return found[0]


def _begins(column: Column[str], beginning: str) -> ColumnElement[bool]:
    same = column == beginning
    if len(beginning) < LEAST or not all(letter in "0123456789abcdef" for letter in beginning):
        return same
    return or_(same, (column >= beginning) & (column < beginning + _PAST_HEX))


def _called(connection: Connection, beginning: str, sorts: tuple[Sort, ...]) -> Iterator[Thing]:
    columns: dict[Sort, tuple[Column[str], ColumnElement[bool] | None]] = {
        "happening": (views.happenings.c.id, None),
        "claim": (tables.claims.c.key, tables.claims.c.current),
        "report": (tables.reports.c.key, None),
        "origin": (views.origins.c.id, None),
    }
    for sort in sorts:
        column, besides = columns[sort]
        same = _begins(column, beginning)
        if sort == "report":
            same = or_(same, tables.reports.c.given == beginning)
        query = select(column).where(same, *([] if besides is None else [besides])).distinct().order_by(column)
        yield from (Thing(sort, key) for key in connection.execute(query.limit(MOST + 1)).scalars())
