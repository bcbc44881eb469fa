"""Who is said to hold which place, now or as of a day, everywhere or inside an area."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import tables, views
from tawatur.ledger.query_places import spots_inside
from tawatur.ledger.query_values import among
from tawatur.merge.control import holdings
from tawatur.merge.records import Holding, Telling
from tawatur.records import Place

_HOLDING = msgspec.json.Decoder(Holding)
_TELLING = msgspec.json.Decoder(Telling)
_DERIVED = re.compile(r"^[a-z]+\(")
"""Ids of places that are measured from others: several may have one, so that one is told by its claims too."""


def holdings_in(connection: Connection, *, at: str | None, place: Place | None) -> tuple[Holding, ...]:
    """Holdings by place; `at` is the day up to which reports count, and what they tell."""
    found = _stored(connection) if at is None else _as_of(connection, at=at)
    if place is not None:
        inside = _claims_by_place(connection, area=place)
        found = tuple(one for one in found if _lies_in(one, inside) or one.part_of == place.ar)
    return tuple(sorted(found, key=lambda one: (one.place, one.place_id or "", one.part_of or "")))


def _stored(connection: Connection) -> tuple[Holding, ...]:
    rows = connection.execute(select(views.holdings.c.holding).order_by(views.holdings.c.ground)).scalars()
    return tuple(_HOLDING.decode(one) for one in rows)


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
    inside = among(spots_inside(connection, area=area), of=connection.dialect)
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
