"""What people said, as merging honours it: judgements that stand, on the current claims that they hold for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast

from sqlalchemy import Connection, Row, or_, select

from tawatur.ledger import views
from tawatur.ledger.filling import fill
from tawatur.ledger.judging import judgements_in, standing
from tawatur.ledger.merging.rows import listed, take_out
from tawatur.ledger.records import Judgement, Standing
from tawatur.merge.records import Judged, Label

_COMPARES = frozenset({"same", "different", "related"})


def rejudge(connection: Connection, *, new: Collection[str], reports: Collection[str]) -> set[str]:
    """Find what new judgements, and those on reports that were read anew, hold for; the claims for which that has changed."""
    said = list(judgements_in(connection))
    concerned = _concerned(said, new=new, reports=frozenset(reports))
    if not concerned:
        return set()
    table = views.judged
    query = select(table).where(table.c.judgement.in_(listed(connection, concerned)))
    before = {row.judgement: dict(row._mapping) for row in connection.execute(query)}
    stand = standing(connection, only=concerned)
    now = {one.judgement.id: _row(one) for one in stand if one.holds}
    gone = [row for id_, row in before.items() if now.get(id_) != row]
    come = [row for id_, row in now.items() if before.get(id_) != row]
    take_out(connection, table, rows=[{"judgement": row["judgement"]} for row in gone])
    fill(connection, table, rows=come)
    return {claim for row in (*gone, *come) for claim in (row["a"], row["b"]) if claim is not None}


def judged_of(connection: Connection, *, claims: Collection[str]) -> Iterator[Judged]:
    """What was said of two claims of which one is among some."""
    for row in _rows(connection, claims=claims):
        if row.verdict in _COMPARES:
            yield Judged(id=row.judgement, made=row.made, verdict=cast(Label, row.verdict), a=row.a, b=row.b)


def said_of(connection: Connection, *, claims: Collection[str]) -> dict[str, tuple[str, str]]:
    """The newest verdict on each of some claims alone, "right", "wrong" or "unsure", with the id of its judgement."""
    rows = (row for row in _rows(connection, claims=claims) if row.verdict not in _COMPARES)
    return {row.a: (row.verdict, row.judgement) for row in sorted(rows, key=lambda row: (row.made, row.judgement))}


def _rows(connection: Connection, *, claims: Collection[str]) -> Iterable[Row[Any]]:
    table = views.judged
    wanted = listed(connection, claims)
    return connection.execute(select(table).where(or_(table.c.a.in_(wanted), table.c.b.in_(wanted)))) if claims else ()


def _concerned(said: Iterable[Judgement], *, new: Collection[str], reports: frozenset[str]) -> set[str]:
    """Ids of new judgements, of those that they take back or restore, and of those on these reports."""
    by_id = {one.id: one for one in said}
    found = {one.id for one in by_id.values() if not reports.isdisjoint(anchor.report for anchor in one.anchors)}
    for id_ in new:
        one: Judgement | None = by_id.get(id_)
        while one is not None:
            found.add(one.id)
            one = by_id.get(one.undoes or "")
    return found


def _row(one: Standing) -> dict[str, str | None]:
    said = one.judgement
    return {"judgement": said.id, "made": said.made, "verdict": said.verdict, "a": one.a, "b": one.b}
