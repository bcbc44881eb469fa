"""What merging has made, read back: the views as values, and as lines of JSON for `tawatur export --only`.

Reports are named by the ids they came in with, claims by their keys. Every view is in an order of its own that depends on nothing but what is
in it, so that two ledgers with the same facts print the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Literal, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, func, or_, select

from tawatur.ledger import tables, views
from tawatur.ledger.merging.rows import listed
from tawatur.merge.records import Copy, Happening, Holding, Origin, Party, Said, Spot, Tie

Line = TypeVar("Line")
View = Literal["copies", "origins", "happenings", "holdings"]
AT_ONCE = 500
"""Rows that are in hand together."""
_COPY = msgspec.json.Decoder(Copy)
_HAPPENING = msgspec.json.Decoder(Happening)
_HOLDING = msgspec.json.Decoder(Holding)
_TIE = msgspec.json.Decoder(Tie)


class CopyLine(msgspec.Struct, frozen=True):
    """Reports of which one has text of the other."""

    reports: tuple[str, str]
    share: float
    reason: str
    extent: str
    first: str | None
    """The report that the other took its text from; None where nobody can know."""


class OriginLine(msgspec.Struct, frozen=True):
    """One act of saying, as to one happening."""

    id: str
    happening: str
    who: str
    entity: str | None
    side: str | None
    own_voice: bool
    anonymous: bool
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    reasons: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True):
    """Two claims that cannot both be, and in what."""

    a: str
    b: str
    about: tuple[str, ...]


class HappeningLine(msgspec.Struct, frozen=True):
    """A happening with what is said of it."""

    id: str
    kind: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    articles: int
    origins: int
    reality: str
    actor: Party | None
    target: Party | None
    place: Spot | None
    earliest: str | None
    latest: str | None
    told_by: tuple[str, ...]
    """The origins by name."""
    differs: tuple[Said, ...]
    contradictions: tuple[Contradiction, ...]
    links: tuple[Tie, ...]
    """Those that lead from it."""
    grade: str
    grade_rule: str
    judgements: tuple[str, ...]


class HoldingLine(msgspec.Struct, frozen=True):
    """Who is said to hold a place."""

    place: str
    holder: str | None
    earliest: str | None
    latest: str | None
    claimed_by: tuple[str, ...]
    contested_by: tuple[str, ...]
    place_id: str | None
    holder_id: str | None
    before: str | None
    besieged_by: tuple[str, ...]
    part_of: str | None
    self_interested: bool
    last_mention: str | None
    claims: tuple[str, ...]


def viewed(connection: Connection, view: View) -> Iterator[bytes]:
    """The lines of one view."""
    lines: dict[View, Callable[[Connection], Iterator[msgspec.Struct]]] = {
        "copies": _copies,
        "origins": _origins,
        "happenings": _happenings,
        "holdings": _holdings,
    }
    for line in lines[view](connection):
        yield msgspec.json.encode(line) + b"\n"


def happenings_by(connection: Connection, *, ids: Collection[str] | None = None) -> Iterator[Happening]:
    """Happenings of some ids, or all, by day and id."""
    table = views.happenings
    query = select(table.c.happening).order_by(table.c.day.is_(None), table.c.day, table.c.id)
    if ids is not None:
        query = query.where(table.c.id.in_(listed(connection, ids)))
    for happening in connection.execute(query, execution_options={"yield_per": AT_ONCE}).scalars():
        yield _HAPPENING.decode(happening)


def ties_by(connection: Connection, *, ids: Collection[str]) -> Iterator[Tie]:
    """Ties that lead from or to some happenings, as of the last day that the ledger knows of."""
    table, wanted = views.ties, listed(connection, ids)
    query = (
        select(table.c.tie)
        .where(or_(table.c.a.in_(wanted), table.c.b.in_(wanted)), ties_that_hold(connection))
        .order_by(table.c.a, table.c.what, table.c.b)
    )
    yield from map(_TIE.decode, connection.execute(query).scalars())


def ties_that_hold(connection: Connection) -> ColumnElement[bool]:
    """Of ties: what was announced and did not follow is said so only when the days for it are over."""
    return or_(views.ties.c.due.is_(None), views.ties.c.due < (last_day(connection) or ""))


def last_day(connection: Connection) -> str | None:
    """The last day on which a report of the ledger was published."""
    day: str | None = connection.execute(select(func.max(tables.reports.c.published))).scalar()
    return day


def contradictions_by(connection: Connection, *, happenings: Collection[str]) -> dict[str, list[Contradiction]]:
    """The contradictions within some happenings."""
    table = views.contradictions
    query = select(table).where(table.c.happening.in_(listed(connection, happenings))).order_by(table.c.a, table.c.b)
    found: dict[str, list[Contradiction]] = {}
    for row in connection.execute(query):
        found.setdefault(row.happening, []).append(Contradiction(row.a, row.b, tuple(row.about.split())))
    return found


def holdings_by(connection: Connection) -> Iterator[Holding]:
    """Who is said to hold which place by all that the ledger knows."""
    table = views.holdings
    query = select(table.c.holding).order_by(table.c.ground)
    yield from map(_HOLDING.decode, connection.execute(query, execution_options={"yield_per": AT_ONCE}).scalars())


def _copies(connection: Connection) -> Iterator[CopyLine]:
    table = views.copies
    query = select(table.c.copy).order_by(table.c.a, table.c.b)
    for copies in _parts(map(_COPY.decode, connection.execute(query).scalars())):
        given = _given(connection, reports=[key for copy in copies for key in (copy.a, copy.b)])
        for copy in copies:
            yield CopyLine(
                reports=(given[copy.a], given[copy.b]),
                share=copy.share,
                reason=copy.reason,
                extent=copy.extent,
                first=given[copy.first] if copy.first else None,
            )


def _origins(connection: Connection) -> Iterator[OriginLine]:
    for happenings in _parts(happenings_by(connection)):
        given = _given(connection, reports=[key for one in happenings for key in one.reports])
        for one in happenings:
            for origin in one.origins:
                yield _origin(origin, happening=one.id, given=given)


def _origin(origin: Origin, *, happening: str, given: Mapping[str, str]) -> OriginLine:
    return OriginLine(
        id=origin.id,
        happening=happening,
        who=origin.who,
        entity=origin.entity,
        side=origin.side,
        own_voice=origin.own_voice,
        anonymous=origin.anonymous,
        claims=origin.claims,
        reports=tuple(given[report] for report in origin.reports),
        outlets=origin.outlets,
        reasons=origin.reasons,
    )


def _happenings(connection: Connection) -> Iterator[HappeningLine]:
    for happenings in _parts(happenings_by(connection)):
        ids = [one.id for one in happenings]
        given = _given(connection, reports=[key for one in happenings for key in one.reports])
        opposed = contradictions_by(connection, happenings=ids)
        ties: dict[str, list[Tie]] = {}
        for tie in ties_by(connection, ids=ids):
            ties.setdefault(tie.a, []).append(tie)
        for one in happenings:
            yield HappeningLine(
                id=one.id,
                kind=one.kind,
                claims=one.claims,
                reports=tuple(given[report] for report in one.reports),
                articles=one.articles,
                origins=len(one.origins),
                reality=one.reality,
                actor=one.actor,
                target=one.target,
                place=one.spot,
                earliest=one.earliest,
                latest=one.latest,
                told_by=tuple(origin.who for origin in one.origins),
                differs=one.differs,
                contradictions=tuple(opposed.get(one.id, ())),
                links=tuple(ties.get(one.id, ())),
                grade=one.grade,
                grade_rule=one.grade_rule,
                judgements=one.judgements,
            )


def _holdings(connection: Connection) -> Iterator[HoldingLine]:
    for one in holdings_by(connection):
        yield HoldingLine(**{name: getattr(one, name) for name in HoldingLine.__struct_fields__})


def _given(connection: Connection, *, reports: Collection[str]) -> dict[str, str]:
    """The ids that reports came in with."""
    table = tables.reports
    query = select(table.c.key, table.c.given).where(table.c.key.in_(listed(connection, reports)))
    return dict(connection.execute(query).all())


def _parts(lines: Iterable[Line]) -> Iterator[list[Line]]:
    rest = iter(lines)
    while part := list(islice(rest, AT_ONCE)):
        yield part
