"""One thing in a ledger with all that belongs to it: a happening, a claim, a report, an origin."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, or_, select, union

from tawatur.ledger import tables, views
from tawatur.ledger.asking import claims_by, reports_by
from tawatur.ledger.judging import judgements_in
from tawatur.ledger.merging.rows import listed
from tawatur.ledger.records import Judgement
from tawatur.ledger.show_find import Thing
from tawatur.ledger.show_names import names_of, teller_names
from tawatur.ledger.show_records import (
    ClaimSheet,
    HappeningSheet,
    OriginSheet,
    ReportSheet,
    Sheet,
    Tied,
)
from tawatur.ledger.show_told import texts, told
from tawatur.ledger.show_tolls import tolls
from tawatur.ledger.viewing import Contradiction, contradictions_by, happenings_by, ties_by
from tawatur.merge.chains import chain_graph
from tawatur.merge.grades import interests
from tawatur.merge.records import Copy, Happening, Holding, Pair, Telling


def sheet(connection: Connection, thing: Thing) -> Sheet:
    """All about one thing."""
    if thing.sort == "happening":
        return _happening(connection, thing.id)
    if thing.sort == "claim":
        return _claim(connection, thing.id)
    return _report(connection, thing.id) if thing.sort == "report" else _origin(connection, thing.id)


def _happening(connection: Connection, identity: str) -> HappeningSheet:
    row = connection.execute(select(views.happenings).where(views.happenings.c.id == identity)).one()
    happening = msgspec.json.decode(row.happening, type=Happening)
    claims = told(connection, keys=happening.claims)
    tellings = _tellings(connection, claims=happening.claims)
    copies = _copies(connection, among_reports=happening.reports)
    return HappeningSheet(
        happening=happening,
        told=row.told,
        names=names_of(happening, claims),
        tellers=teller_names(happening.origins, claims=claims, texts=texts(connection, reports=happening.reports)),
        interests=interests(tellings, happening.origins),
        tolls=tolls(claims),
        claims=claims,
        contradictions=tuple(contradictions_by(connection, happenings=[identity]).get(identity, ())),
        copies=copies,
        chains=chain_graph(tellings, copies=copies, origins=happening.origins),
        ties=_ties(connection, identity),
        holdings=_holdings(connection, claims=happening.claims),
        judgements=_judgements(connection, claims=happening.claims, besides=happening.judgements),
    )


def _claim(connection: Connection, key: str) -> ClaimSheet:
    (one,) = told(connection, keys=[key])
    pairs = views.pairs.c
    query = select(pairs.pair).where(or_(pairs.a == key, pairs.b == key)).order_by(pairs.score.desc(), pairs.a, pairs.b)
    return ClaimSheet(
        told=one,
        pairs=tuple(msgspec.json.decode(pair, type=Pair) for pair in connection.execute(query).scalars()),
        contradictions=_contradictions_of(connection, claim=key),
        judgements=_judgements(connection, claims=[key]),
    )


def _report(connection: Connection, key: str) -> ReportSheet:
    (kept,) = reports_by(connection, keys=[key])
    reports = tables.reports.c
    later = select(reports.key).where(reports.previous == key).order_by(reports.number)
    claims = [claim.key for claim in claims_by(connection, keys=None, reports=[key])]
    copies = _copies(connection, of_report=key)
    others = reports_by(connection, keys={report for copy in copies for report in (copy.a, copy.b)})
    return ReportSheet(
        report=kept,
        later=tuple(connection.execute(later).scalars()),
        copies=copies,
        given={other.key: other.report.id for other in others if other.key != key},
        claims=told(connection, keys=claims),
    )


def _origin(connection: Connection, identity: str) -> OriginSheet:
    origins, happenings = views.origins.c, views.happenings
    query = (
        select(happenings.c.happening)
        .join(views.origins, happenings.c.id == origins.happening)
        .where(origins.id == identity)
        .order_by(happenings.c.day, happenings.c.id)
    )
    found = tuple(msgspec.json.decode(one, type=Happening) for one in connection.execute(query).scalars())
    own = tuple(origin for happening in found for origin in happening.origins if origin.id == identity)
    claims = told(connection, keys={claim for origin in own for claim in origin.claims})
    teller = teller_names(own, claims=claims, texts=texts(connection, reports={one.report for one in claims}))[identity]
    return OriginSheet(id=identity, happenings=found, origins=own, teller=teller, claims=claims)


def _tellings(connection: Connection, *, claims: Collection[str]) -> tuple[Telling, ...]:
    tellings = views.tellings.c
    query = select(tellings.telling).where(tellings.claim.in_(listed(connection, claims)))
    return tuple(msgspec.json.decode(one, type=Telling) for one in connection.execute(query).scalars())


def _contradictions_of(connection: Connection, *, claim: str) -> tuple[Contradiction, ...]:
    rows = views.contradictions.c
    query = select(rows.a, rows.b, rows.about).where(_of(rows.a, rows.b, claim)).order_by(rows.a, rows.b)
    return tuple(Contradiction(a=a, b=b, about=tuple(about.split())) for a, b, about in connection.execute(query))


def _copies(
    connection: Connection, *, of_report: str | None = None, among_reports: Collection[str] = ()
) -> tuple[Copy, ...]:
    rows = views.copies.c
    some = listed(connection, among_reports)
    condition = and_(rows.a.in_(some), rows.b.in_(some)) if of_report is None else _of(rows.a, rows.b, of_report)
    query = select(rows.copy).where(condition).order_by(rows.a, rows.b)
    return tuple(msgspec.json.decode(copy, type=Copy) for copy in connection.execute(query).scalars())


def _of(a: ColumnElement[str], b: ColumnElement[str], key: str) -> ColumnElement[bool]:
    return or_(a == key, b == key)


def _ties(connection: Connection, identity: str) -> tuple[Tied, ...]:
    ties = list(ties_by(connection, ids=[identity]))
    ends = [end for tie in ties for end in (tie.a, tie.b) if end is not None and end != identity]
    known = {one.id: one for one in happenings_by(connection, ids=ends)}
    return tuple(Tied(tie=tie, other=known.get((tie.b or "") if tie.a == identity else tie.a)) for tie in ties)


def _holdings(connection: Connection, *, claims: Collection[str]) -> tuple[Holding, ...]:
    grounds, holdings = views.grounds.c, views.holdings.c
    touched = select(grounds.ground).where(grounds.claim.in_(listed(connection, claims)))
    query = select(holdings.holding).where(holdings.ground.in_(touched)).order_by(holdings.ground)
    found = (msgspec.json.decode(one, type=Holding) for one in connection.execute(query).scalars())
    return tuple(holding for holding in found if not set(holding.claims).isdisjoint(claims))


def _judgements(
    connection: Connection, *, claims: Collection[str], besides: Iterable[str] = ()
) -> tuple[Judgement, ...]:
    """Judgements that stand on any of the claims, or took away a claim that was like one of them, and others by their ids."""
    judged, pairs = views.judged.c, views.pairs.c
    some = listed(connection, claims)
    alike = union(select(pairs.b).where(pairs.a.in_(some)), select(pairs.a).where(pairs.b.in_(some)))
    taken_away = and_(judged.verdict == "wrong", judged.a.in_(alike))
    query = select(judged.judgement).where(or_(judged.a.in_(some), judged.b.in_(some), taken_away))
    return tuple(judgements_in(connection, ids={*connection.execute(query).scalars(), *besides}))
