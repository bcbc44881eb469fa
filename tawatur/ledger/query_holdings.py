"""Who is said to hold which place, now or as of a day, everywhere or inside an area."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec
from sqlalchemy import Connection, or_, select

from tawatur.ledger import tables, views
from tawatur.ledger.merging.rows import listed, numbered
from tawatur.ledger.query_places import spots_inside
from tawatur.ledger.show_records import Held
from tawatur.ledger.viewing import holdings_by
from tawatur.merge.control import holdings
from tawatur.merge.records import Holding, Telling
from tawatur.records import Place

_TELLING = msgspec.json.Decoder(Telling)
_DERIVED = re.compile(r"^[a-z]+\(")
"""Ids of places that are measured from others: several may have one, so that one is told by its claims too."""


def holdings_in(connection: Connection, *, at: str | None, place: Place | None) -> tuple[Held, ...]:
    """Holdings by place; `at` is the day up to which reports count, and what they tell."""
    found = tuple(holdings_by(connection)) if at is None else _as_of(connection, at=at)
    if place is not None:
        inside = _claims_by_place(connection, area=place)
        found = tuple(one for one in found if _lies_in(one, inside) or one.part_of == place.ar)
    ordered = sorted(found, key=lambda one: (one.place, one.place_id or "", one.part_of or ""))
    judged = _judged(connection)
    return tuple(Held(holding=one, judgements=_judgements(connection, one, judged=judged)) for one in ordered)


def _judged(connection: Connection) -> dict[str, set[str]]:
    """Judgements that stand on claims of who holds what, by the place: also on those that are judged wrong, and count no more."""
    grounds, judged = views.grounds.c, views.judged.c
    query = select(grounds.ground, judged.judgement).where(or_(judged.a == grounds.claim, judged.b == grounds.claim))
    found: dict[str, set[str]] = defaultdict(set)
    for ground, judgement in connection.execute(query):
        found[ground].add(judgement)
    return found


def _judgements(connection: Connection, holding: Holding, *, judged: dict[str, set[str]]) -> tuple[str, ...]:
    if not judged:
        return ()
    grounds = views.grounds.c
    claims = listed(connection, holding.claims)
    own = connection.execute(select(grounds.ground).distinct().where(grounds.claim.in_(claims))).scalars()
    of_place = [ground for ground in own if holding.place_id in (None, ground.partition("@")[0])]
    return tuple(sorted(set().union(*(judged.get(ground, ()) for ground in of_place))))


def _as_of(connection: Connection, *, at: str) -> tuple[Holding, ...]:
    """Gone through anew from the claims that say something of who holds a place."""
    tellings, members, origins = views.tellings.c, views.members.c, views.origins.c
    saying = select(views.grounds.c.claim).distinct()
    told = connection.execute(select(tellings.telling).where(tellings.claim.in_(saying))).scalars()
    names = (
        select(members.claim, origins.who)
        .join(views.origins, (origins.happening == members.happening) & (origins.id == members.origin))
        .where(members.claim.in_(saying))
    )
    said_by = {row.claim: row.who for row in connection.execute(names)}
    return holdings(
        [telling for telling in map(_TELLING.decode, told) if telling.claim in said_by], at=at, said_by=said_by
    )


def _claims_by_place(connection: Connection, *, area: Place) -> dict[str, set[str]]:
    """The claims that speak of each place inside an area, by the place's id."""
    claims, spots = tables.claims.c, tables.spots.c
    inside = numbered(connection, spots_inside(connection, area=area))
    query = (
        select(spots.place, claims.key)
        .join(tables.claims, claims.number == spots.claim)
        .where(spots.number.in_(inside), claims.current)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for place, claim in connection.execute(query):
        found[place].add(claim)
    return found


def _lies_in(holding: Holding, inside: dict[str, set[str]]) -> bool:
    claims = inside.get(holding.place_id or "")
    return claims is not None and (not _DERIVED.match(holding.place_id or "") or not claims.isdisjoint(holding.claims))
