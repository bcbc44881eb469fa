"""Which claims are taken to be of one happening, two by two: new claims against those that share a key with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import views
from tawatur.ledger.filling import fill
from tawatur.ledger.merging.copying import Two, copies_among, two
from tawatur.ledger.merging.known import Known
from tawatur.ledger.merging.meeting import TELLINGS, Met, crowded_of, hashed, meet
from tawatur.ledger.merging.rows import listed, take_out
from tawatur.ledger.merging.telling import Retold
from tawatur.merge.copied import copied
from tawatur.merge.keys import keys
from tawatur.merge.pairs import weight_of, with_reasons
from tawatur.merge.records import Copy, Pair, Telling
from tawatur.merge.sieve import worth_weighing

_PAIR = msgspec.json.Decoder(Pair)


def find_pairs(connection: Connection, known: Known, *, retold: Retold, recopied: Iterable[Two]) -> set[str]:
    """Weigh what new claims, and copies that came or went, bring together; the claims whose pairs have changed, the new ones among them."""
    touched = {telling.claim for telling in (*retold.new.values(), *retold.gone.values())}
    touched |= _without(connection, claims={telling.claim for telling in retold.gone.values()})
    met = meet(
        connection,
        TELLINGS,
        new={number: keys(telling) for number, telling in retold.new.items()},
        gone={number: keys(telling) for number, telling in retold.gone.items()},
    )
    touched |= _parted(connection, known, met=met)
    numbers = {number for meeting in met.meetings for number in (*meeting.new, *meeting.there)}
    tellings = known.numbered(numbers)
    couples = worth_weighing(tellings, met.meetings)
    copies = _copies(connection, tellings, couples)
    weighed = dict(_weighed(tellings[a], tellings[b], copies=copies) for a, b in couples)
    weighed |= _again(connection, known, recopied=recopied, new={telling.report for telling in retold.new.values()})
    return touched | _store(connection, weighed)


def copied_in(a: Telling, b: Telling, *, copies: Mapping[Two, Copy]) -> bool:
    """Whether two claims stand in text that one report has of the other."""
    copy = copies.get(two(a.report, b.report))
    return copy is not None and copied(a, b, copy=copy)


def pairs_of(connection: Connection, *, claims: Collection[str]) -> Iterator[Pair]:
    """The pairs in which some claims take part."""
    table = views.pairs
    for column in (table.c.a, table.c.b) if claims else ():
        query = select(table.c.pair).where(column.in_(listed(connection, claims)))
        yield from map(_PAIR.decode, connection.execute(query).scalars())


def scores_of(connection: Connection, *, claims: Collection[str]) -> Iterator[Pair]:
    """The like without the reasons, which takes a fraction of the time."""
    table = views.pairs
    for column in (table.c.a, table.c.b) if claims else ():
        query = select(table.c.a, table.c.b, table.c.score).where(column.in_(listed(connection, claims)))
        for a, b, score in connection.execute(query):
            yield Pair(a=a, b=b, label="same", score=score, reasons=())


def _weighed(a: Telling, b: Telling, *, copies: Mapping[Two, Copy]) -> tuple[Two, Pair | None]:
    """Two claims, and their pair if they are taken to be of one happening."""
    weighed = weight_of(a, b, copied=copied_in(a, b, copies=copies))
    return two(a.claim, b.claim), with_reasons(a, b, weighed) if weighed.label == "same" else None


def _copies(
    connection: Connection, tellings: Mapping[int, Telling], couples: Iterable[tuple[int, int]]
) -> dict[Two, Copy]:
    return copies_among(connection, reports={tellings[number].report for couple in couples for number in couple})


def _again(
    connection: Connection, known: Known, *, recopied: Iterable[Two], new: Collection[str]
) -> dict[Two, Pair | None]:
    """Pairs between the claims of two reports that were both there, weighed again since one is a copy of the other now, or no more."""
    old = [couple for couple in recopied if couple[0] not in new and couple[1] not in new]
    reports = {report for couple in old for report in couple}
    by_report = {
        report: [t for saying in some for t in saying.tellings] for report, some in known.sayings(reports).items()
    }
    keyed = {t.claim: frozenset(map(hashed, keys(t))) for some in by_report.values() for t in some}
    crowded = crowded_of(connection, TELLINGS, keys=frozenset[int]().union(*keyed.values()))
    copies = copies_among(connection, reports=reports)
    return dict(
        _weighed(a, b, copies=copies)
        for one, other in old
        for a in by_report[one]
        for b in by_report[other]
        if not keyed[a.claim] & keyed[b.claim] <= crowded
    )


def _store(connection: Connection, weighed: Mapping[Two, Pair | None]) -> set[str]:
    """Keep those that are alike, and drop those that no longer are; the claims of pairs that have changed."""
    before = {(pair.a, pair.b): pair for pair in pairs_of(connection, claims={a for a, _ in weighed})}
    changed = {couple: pair for couple, pair in weighed.items() if pair != before.get(couple)}
    take_out(connection, views.pairs, rows=[{"a": a, "b": b} for a, b in changed.keys() & before.keys()])
    fill(connection, views.pairs, rows=[_row(pair) for pair in changed.values() if pair is not None])
    return {claim for couple in changed for claim in couple}


def _without(connection: Connection, *, claims: Collection[str]) -> set[str]:
    """Drop the pairs of claims that are no more; the claims that they were paired with."""
    found = {(pair.a, pair.b) for pair in pairs_of(connection, claims=claims)}
    take_out(connection, views.pairs, rows=[{"a": a, "b": b} for a, b in found])
    return {claim for couple in found for claim in couple}


def _parted(connection: Connection, known: Known, *, met: Met) -> set[str]:
    """Drop the pairs of claims that met by a key that is crowded now, and by no other."""
    tellings = known.numbered({number for members in met.parted for number in members})
    groups = [{tellings[number].claim for number in members} for members in met.parted]
    among = pairs_of(connection, claims=set().union(*groups))
    doubtful = {(p.a, p.b) for p in among if any(p.a in group and p.b in group for group in groups)}
    own = {
        t.claim: frozenset(map(hashed, keys(t))) for t in known.tellings({c for two in doubtful for c in two}).values()
    }
    crowded = crowded_of(connection, TELLINGS, keys=frozenset[int]().union(*own.values()))
    gone = [(a, b) for a, b in doubtful if own[a] & own[b] <= crowded]
    take_out(connection, views.pairs, rows=[{"a": a, "b": b} for a, b in gone])
    return {claim for couple in gone for claim in couple}


def _row(pair: Pair) -> dict[str, object]:
    return {"a": pair.a, "b": pair.b, "score": pair.score, "pair": msgspec.json.encode(pair).decode()}
