"""What people say of claims: appended, never changed, taken back by saying so.

A judgement is about words of a report. It holds for the claim that the current reading has in these words, so that it
outlives every new version of the reader that finds the claim again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, insert, select

from tawatur.errors import LedgerError
from tawatur.ledger import tables
from tawatur.ledger.asking import claims_by
from tawatur.ledger.clock import next_change, next_number, now
from tawatur.ledger.keys import content_key
from tawatur.ledger.records import Anchor, Judgement, KeptClaim, Standing, Verdict

ABOUT_TWO: frozenset[Verdict] = frozenset({"same", "different", "related"})
"""Verdicts that compare two claims; the others are about one."""


def judge(
    connection: Connection,
    *,
    verdict: Verdict,
    author: str,
    a: str | None,
    b: str | None,
    note: str | None,
    undoes: str | None,
) -> Judgement:
    """Append a judgement on current claims, or one that takes back another."""
    _check(connection, verdict=verdict, a=a, b=b, undoes=undoes)
    change, made = next_change(connection), now()
    found = {claim.key: claim for claim in claims_by(connection, keys=[key for key in (a, b) if key], reports=None)}
    for key in (a, b):
        if key and key not in found:
            raise LedgerError(f"{key}: no current claim has this key; `tawatur query` shows them.")
    anchors = tuple(anchor_of(found[key]) for key in (a, b) if key)
    judgement = Judgement(
        id="",
        made=made,
        author=author,
        verdict=verdict,
        note=note,
        a=a,
        b=b,
        undoes=undoes,
        anchors=anchors,
    )
    judgement = msgspec.structs.replace(judgement, id=judgement_key(judgement))
    store_judgements(connection, judgements=[judgement], change=change)
    return judgement


def judgement_key(judgement: Judgement) -> str:
    """Hash of all that a judgement says."""
    return content_key(msgspec.structs.replace(judgement, id=""))


def _check(connection: Connection, *, verdict: Verdict, a: str | None, b: str | None, undoes: str | None) -> None:
    if verdict == "undo":
        known = connection.execute(select(tables.judgements.c.id).where(tables.judgements.c.id == undoes)).first()
        if known is None or a or b:
            raise LedgerError(f"{undoes}: no judgement has this id; an undoing names one, and no claims.")
    elif undoes or not a or bool(b) != (verdict in ABOUT_TWO and b != a):
        two = "two claims" if verdict in ABOUT_TWO else "one claim"
        raise LedgerError(f"{verdict!r} is said of {two}; name {'both' if verdict in ABOUT_TWO else 'one alone'}.")


def anchor_of(kept: KeptClaim) -> Anchor:
    """The words by which a claim is found again."""
    trigger = tuple(piece.span for piece in kept.claim.evidence if piece.role == "trigger")
    return Anchor(report=kept.report, kind=kept.claim.kind, trigger=trigger)


def store_judgements(connection: Connection, *, judgements: Sequence[Judgement], change: int) -> None:
    """Append judgements as they are."""
    number = next_number(connection, table=tables.judgements)
    rows = [
        {
            **{name: getattr(one, name) for name in ("id", "made", "author", "verdict", "note", "a", "b", "undoes")},
            "number": place,
            "anchors": msgspec.json.encode(one.anchors).decode(),
            "change": change,
        }
        for place, one in enumerate(judgements, start=number)
    ]
    if rows:
        connection.execute(insert(tables.judgements), rows)


def judgements_in(connection: Connection, *, ids: Iterable[str] | None = None) -> Iterator[Judgement]:
    """Judgements in the order in which they were appended."""
    judgements = tables.judgements
    query = select(judgements).order_by(judgements.c.number)
    if ids is not None:
        query = query.where(judgements.c.id.in_(list(ids)))
    for row in connection.execute(query):
        yield Judgement(
            id=row.id,
            made=row.made,
            author=row.author,
            verdict=row.verdict,
            note=row.note,
            a=row.a,
            b=row.b,
            undoes=row.undoes,
            anchors=msgspec.json.decode(row.anchors, type=tuple[Anchor, ...]),
        )


def not_undone(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that stand, the undoings left out; an undoing can be undone too."""
    undone: set[str] = set()
    for one in reversed(judgements):  # whatever takes back a judgement came after it
        if one.undoes and one.id not in undone:
            undone.add(one.undoes)
    return [one for one in judgements if one.id not in undone and one.verdict != "undo"]


def standing(connection: Connection, *, only: Collection[str] | None = None) -> Iterator[Standing]:
    """The judgements that stand, of some ids or all, with the current claims that they are about."""
    judgements = [one for one in not_undone(list(judgements_in(connection))) if only is None or one.id in only]
    reports = {anchor.report for one in judgements for anchor in one.anchors}
    by_key: dict[str, str] = {}
    by_anchor: dict[Anchor, str] = {}
    for claim in claims_by(connection, keys=None, reports=reports):
        by_key[claim.key] = claim.key
        by_anchor.setdefault(anchor_of(claim), claim.key)
    for one in judgements:
        found = [
            by_key.get(key) or by_anchor.get(anchor)
            for key, anchor in zip((one.a or "", one.b or ""), one.anchors, strict=False)
        ]
        yield Standing(judgement=one, a=found[0], b=found[1] if len(found) > 1 else None)
