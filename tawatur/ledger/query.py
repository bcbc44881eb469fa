"""What is asked of a ledger, and the happenings that answer it, by day and then by id.

A happening answers when each thing asked for is said by one of its claims: the place by one, the words by another. What is asked of it as a
whole (kind, reality, grade, number of origins) is as merging found it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from tawatur.errors import LedgerError
from tawatur.ledger import tables, views
from tawatur.ledger.clock import last_change
from tawatur.ledger.merging.rows import listed, numbered
from tawatur.ledger.query_places import spots_around, spots_inside
from tawatur.ledger.query_words import saying
from tawatur.ledger.searching import reports_with
from tawatur.ledger.show_names import names_of, teller_names
from tawatur.ledger.show_records import Names, Toll
from tawatur.ledger.show_told import by_publication, texts, told
from tawatur.ledger.show_tolls import tolls
from tawatur.merge.records import Happening
from tawatur.records import Place, Record

PAGE = 100
"""Happenings in an answer where nobody says how many."""
AT_ONCE = 200
"""Happenings that are looked at together for the words in them."""
_UNDATED = "-"
_NO_END = "9999-12-31"
_HAPPENING = msgspec.json.Decoder(Happening)


class Circle(Record, kw_only=True):
    """All that lies within a distance of a point."""

    lat: float
    lon: float
    radius_m: float


class Question(Record, kw_only=True):
    """What the happenings asked for have in common; None and () ask for nothing. All names are ids."""

    kinds: frozenset[str] | None = None
    actor: str | None = None
    target: str | None = None
    side: str | None = None
    place: Place | None = None
    near: Circle | None = None
    first: str | None = None
    """ISO day: what happened on it or later; where no day is known, what was told then."""
    last: str | None = None
    reality: str | None = None
    grade: str | None = None
    min_origins: int = 0
    words: str | None = None
    """All of them stand in one sentence that a claim was read in."""


class Found(Record, kw_only=True):
    """A happening that answers, with the day that it is sorted by."""

    happening: Happening
    names: Names
    told_by: tuple[str, ...]
    """Its origins by name."""
    tolls: tuple[Toll, ...]
    reports: tuple[str, ...]
    """The ids that its reports came in with, by day of publication."""
    day: str | None
    """Its first day, or where that is not known, the day on which it was first told."""
    told: str | None


class Answer(Record, kw_only=True):
    """Happenings, and where to go on."""

    found: tuple[Found, ...]
    next: str | None
    """The cursor to ask with for more; None when this is all."""


def answer(connection: Connection, *, question: Question, limit: int, cursor: str | None = None) -> Answer:
    """The first happenings that answer a question, after those that a cursor stands behind."""
    if limit < 1:
        raise LedgerError(f"limit {limit}: an answer has one happening at least.")
    conditions = _conditions(connection, question)
    found = _rows(connection, conditions, after=_after(cursor))
    if question.words is not None:
        found = _saying(connection, found, words=question.words)
    rows = list(islice(found, limit + 1))
    return Answer(
        found=_with_names(connection, rows[:limit]), next=_cursor(rows[limit - 1]) if len(rows) > limit else None
    )


def unmerged(connection: Connection) -> bool:
    """Whether something came in since the last merge."""
    merged = connection.execute(select(views.merged.c.change)).scalar() or 0
    return merged < last_change(connection)


def _with_names(connection: Connection, rows: Collection[_Row]) -> tuple[Found, ...]:
    known = {one.key: one for one in told(connection, keys=_claims(rows))}
    written = texts(connection, reports={report for row in rows for report in row.happening.reports})
    found = []
    for row in rows:
        claims = sorted((known[key] for key in row.happening.claims if key in known), key=by_publication)
        found.append(
            Found(
                happening=row.happening,
                names=names_of(row.happening, claims),
                told_by=tuple(teller_names(row.happening.origins, claims=claims, texts=written).values()),
                tolls=tolls(claims),
                reports=tuple(dict.fromkeys(one.given for one in claims)),
                day=row.day,
                told=row.told,
            )
        )
    return tuple(found)


class _Row(NamedTuple):
    """A happening as it is stored."""

    happening: Happening
    day: str | None
    told: str | None


class _Place(NamedTuple):
    """Behind which happening to go on."""

    day: str | None
    id: str


def _cursor(row: _Row) -> str:
    return f"{row.day or _UNDATED}.{row.happening.id}"


def _after(cursor: str | None) -> _Place | None:
    if cursor is None:
        return None
    day, dot, identity = cursor.rpartition(".")
    if not dot:
        raise LedgerError(f"cursor {cursor!r}: no such cursor; take the one that the last answer gave.")
    return _Place(None if day == _UNDATED else day, identity)


def _rows(connection: Connection, conditions: Sequence[ColumnElement[bool]], *, after: _Place | None) -> Iterator[_Row]:
    """Those that meet the conditions, in order: those with a day first."""
    happenings = views.happenings
    dated = select(happenings).where(happenings.c.day.is_not(None)).order_by(happenings.c.day, happenings.c.id)
    undated = select(happenings).where(happenings.c.day.is_(None)).order_by(happenings.c.id)
    if after is not None and after.day is not None:
        day = happenings.c.day
        dated = dated.where(or_(day > after.day, and_(day == after.day, happenings.c.id > after.id)))
    elif after is not None:
        undated = undated.where(happenings.c.id > after.id)
    for query in (dated, undated) if after is None or after.day is not None else (undated,):
        rows = connection.execute(query.where(*conditions), execution_options={"yield_per": AT_ONCE})
        yield from map(_row, rows)


def _saying(connection: Connection, rows: Iterator[_Row], *, words: str) -> Iterator[_Row]:
    """Those with a claim in whose sentence the words stand."""
    reports = reports_with(connection, words=words)
    while batch := list(islice(rows, AT_ONCE)):
        claims = saying(connection, words=words, claims=_claims(batch), reports=reports)
        yield from (row for row in batch if not claims.isdisjoint(row.happening.claims))


def _row(row: Any) -> _Row:
    return _Row(happening=_HAPPENING.decode(row.happening), day=row.day, told=row.told)


def _claims(rows: Collection[_Row]) -> list[str]:
    return [claim for row in rows for claim in row.happening.claims]


def _conditions(connection: Connection, question: Question) -> list[ColumnElement[bool]]:
    happenings, parties = views.happenings.c, tables.parties.c
    found: list[ColumnElement[bool]] = []
    if question.kinds is not None:
        found.append(happenings.kind.in_(sorted(question.kinds)))
    if question.reality is not None:
        found.append(happenings.reality == question.reality)
    if question.grade is not None:
        found.append(happenings.grade == question.grade)
    if question.min_origins > 0:
        found.append(happenings.origins >= question.min_origins)
    found += _days(question.first, question.last)
    if question.actor is not None:
        found.append(_taking_part(and_(parties.entity == question.actor, parties.role.in_(("actor", "partner")))))
    if question.target is not None:
        found.append(_taking_part(and_(parties.entity == question.target, parties.role == "target")))
    if question.side is not None:
        found.append(_taking_part(parties.side == question.side))
    if question.place is not None:
        found.append(_there(connection, spots_inside(connection, area=question.place)))
    if question.near is not None:
        circle = question.near
        spots = spots_around(connection, lat=circle.lat, lon=circle.lon, radius_m=circle.radius_m)
        found.append(_there(connection, spots))
    if question.words is not None:
        reports = listed(connection, reports_with(connection, words=question.words))
        found.append(_of_claims(select(views.tellings.c.claim).where(views.tellings.c.report.in_(reports))))
    return found


def _days(first: str | None, last: str | None) -> Iterator[ColumnElement[bool]]:
    happenings = views.happenings.c
    unknown = and_(happenings.earliest.is_(None), happenings.latest.is_(None))
    if first is not None:
        until = func.coalesce(happenings.latest, _NO_END)
        yield or_(and_(~unknown, until >= first), and_(unknown, happenings.told >= first))
    if last is not None:
        since = func.coalesce(happenings.earliest, "")
        yield or_(and_(~unknown, since <= last), and_(unknown, happenings.told <= last))


def _of_claims(query: Select[tuple[str]]) -> ColumnElement[bool]:
    """Happenings one of whose claims is among these keys."""
    members = views.members.c
    return views.happenings.c.id.in_(select(members.happening).where(members.claim.in_(query)))


def _taking_part(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    claims, parties = tables.claims, tables.parties
    return _of_claims(
        select(claims.c.key).join(parties, parties.c.claim == claims.c.number).where(claims.c.current, condition)
    )


def _there(connection: Connection, numbers: Sequence[int]) -> ColumnElement[bool]:
    claims, spots = tables.claims, tables.spots
    there = spots.c.number.in_(numbered(connection, numbers))
    return _of_claims(select(claims.c.key).join(spots, spots.c.claim == claims.c.number).where(claims.c.current, there))
