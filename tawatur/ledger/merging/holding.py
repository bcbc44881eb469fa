"""Who is said to hold the places of which something new is said, or said by another origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import views
from tawatur.ledger.filling import fill
from tawatur.ledger.merging.gathering import Regathered
from tawatur.ledger.merging.known import Known
from tawatur.ledger.merging.rows import listed, take_out
from tawatur.ledger.merging.telling import Retold
from tawatur.merge.control import ground_keys, holding_of
from tawatur.merge.moves import Move, moves_of
from tawatur.merge.records import Holding


def hold(connection: Connection, known: Known, *, retold: Retold, changed: Regathered) -> None:
    """Compute anew the holdings of these places."""
    grounds = {ground for t in (*retold.new.values(), *retold.gone.values()) for ground in ground_keys(t)}
    grounds |= _grounds_of(connection, claims=_retold_by_others(changed))
    if not grounds:
        return
    by_ground = _claims_on(connection, grounds=grounds)
    rows = []
    for ground, claims in sorted(by_ground.items()):
        holding = holding_of(_moves(known, ground=ground, claims=claims))
        if holding is not None:
            rows.append(_row(ground, holding))
    take_out(connection, views.holdings, rows=[{"ground": ground} for ground in sorted(grounds)])
    fill(connection, views.holdings, rows=rows)


def _retold_by_others(changed: Regathered) -> set[str]:
    """Claims of which the name of the origin has changed."""
    before, now = (
        {claim: o.who for one in some.values() for o in one.happening.origins for claim in o.claims}
        for some in (changed.gone, changed.new)
    )
    return {claim for claim in before.keys() | now.keys() if before.get(claim) != now.get(claim)}


def _grounds_of(connection: Connection, *, claims: Collection[str]) -> set[str]:
    table = views.grounds
    query = select(table.c.ground).where(table.c.claim.in_(listed(connection, claims)))
    return set(connection.execute(query).scalars()) if claims else set()


def _claims_on(connection: Connection, *, grounds: Collection[str]) -> dict[str, dict[str, str]]:
    """By place the claims about it that are in a happening, each with who is behind it."""
    table, members, origins = views.grounds, views.members, views.origins
    query = (
        select(table.c.ground, table.c.claim, origins.c.who)
        .join(members, members.c.claim == table.c.claim)
        .join(origins, (origins.c.happening == members.c.happening) & (origins.c.id == members.c.origin))
        .where(table.c.ground.in_(listed(connection, grounds)))
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for ground, claim, who in connection.execute(query):
        found[ground][claim] = who
    return found


def _moves(known: Known, *, ground: str, claims: dict[str, str]) -> Iterable[Move]:
    for telling in known.tellings(claims).values():
        for move in moves_of(telling, said_by=claims):
            if move.ground.key == ground:
                yield move


def _row(ground: str, holding: Holding) -> dict[str, object]:
    return {
        "ground": ground,
        "place": holding.place,
        "place_id": holding.place_id,
        "holder": holding.holder,
        "holder_id": holding.holder_id,
        "earliest": holding.earliest,
        "latest": holding.latest,
        "last_mention": holding.last_mention,
        "holding": msgspec.json.encode(holding).decode(),
    }
