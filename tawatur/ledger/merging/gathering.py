"""Happenings of the claims that something new touches: components, clusters, origins, contradictions, grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from tawatur.ledger import views
from tawatur.ledger.filling import fill
from tawatur.ledger.keys import content_key
from tawatur.ledger.merging.copying import Two, copies_among, two
from tawatur.ledger.merging.judged import judged_of, said_of
from tawatur.ledger.merging.known import Known
from tawatur.ledger.merging.pairing import copied_in, scores_of
from tawatur.ledger.merging.placing import happening_row
from tawatur.ledger.merging.rows import listed, take_out
from tawatur.merge.clusters import clusters, components
from tawatur.merge.grades import grade
from tawatur.merge.happenings import happening_of
from tawatur.merge.origins import joins_of, origins_of
from tawatur.merge.records import Copy, Happening, Judged, Pair, Saying, Stance, Telling
from tawatur.merge.stance import contradictions

_HAPPENING = msgspec.json.Decoder(Happening)


class Told(NamedTuple):
    """A happening and the day on which it was first told."""

    happening: Happening
    on: str | None


class Regathered(NamedTuple):
    """What became of happenings, by id; those that have changed are in both."""

    gone: dict[str, Told]
    new: dict[str, Told]


class _Ties(NamedTuple):
    """What ties claims together or keeps them apart."""

    claims: set[str]
    pairs: list[Pair]
    judged: list[Judged]


class _Part(NamedTuple):
    """Claims that are gathered together, with their ties."""

    name: str | None
    """Hash of the claims; None of one alone."""
    claims: tuple[str, ...]
    pairs: list[Pair]
    judged: list[Judged]


class _Found(NamedTuple):
    """A happening with what is not in its record."""

    told: Told
    contradictions: dict[Two, tuple[str, ...]]


def regather(connection: Connection, known: Known, *, touched: Collection[str]) -> Regathered:
    """Gather anew the claims that new pairs and judgements tie to those touched."""
    some = _parts(_ties(connection, known, touched=touched))
    before = _part_names(connection, claims={claim for part in some for claim in part.claims})
    some = [part for part in some if _changed(part, touched=touched, before=before)]
    claims = {claim for part in some for claim in part.claims}
    said = said_of(connection, claims=claims)
    tellings = known.tellings(claims)
    by_report = known.sayings({telling.report for telling in tellings.values()})
    copies = copies_among(connection, reports=by_report)
    found: list[_Found] = []
    for part in some:
        groups = clusters(
            [tellings[claim] for claim in part.claims],
            pairs=part.pairs,
            judgements=part.judged,
            copied=lambda a, b: copied_in(a, b, copies=copies),
        )
        for group in groups:
            judgements = _judgements(group, judged=part.judged, said=said)
            own = [tellings[claim] for claim in group]
            found.append(_found(own, by_report=by_report, copies=copies, judgements=judgements))
    names = {claim: part.name for part in some for claim in part.claims}
    return _store(connection, found=found, claims=claims | set(touched), names=names)


def _ties(connection: Connection, known: Known, *, touched: Collection[str]) -> _Ties:
    """All claims that can be reached, with what ties them; claims that are judged to be read wrongly are in no happening."""
    claims: set[str] = set()
    pairs: dict[Two, Pair] = {}
    judged: dict[str, Judged] = {}
    some = known.tellings(touched).keys()
    edge = _right(connection, some)
    edge |= _right(connection, _beside(connection, known, claims=some - edge).claims)
    while edge:
        claims |= edge
        beside = _beside(connection, known, claims=edge)
        pairs |= {(pair.a, pair.b): pair for pair in beside.pairs}
        judged |= {one.id: one for one in beside.judged}
        edge = _right(connection, beside.claims - claims)
    return _Ties(claims, list(pairs.values()), list(judged.values()))


def _beside(connection: Connection, known: Known, *, claims: Collection[str]) -> _Ties:
    """What is tied to some claims directly; a judgement may be on a claim that is still to be merged."""
    pairs, judged = list(scores_of(connection, claims=claims)), list(judged_of(connection, claims=claims))
    near = {claim for pair in pairs for claim in (pair.a, pair.b)}
    near |= known.tellings({claim for one in judged for claim in (one.a, one.b)}).keys()
    return _Ties(near, pairs, judged)


def _parts(ties: _Ties) -> list[_Part]:
    """The parts of what is tied together, each with its own ties."""
    found = components(ties.claims, pairs=ties.pairs, judgements=ties.judged)
    of = {claim: index for index, claims in enumerate(found) for claim in claims}
    pairs: dict[int, list[Pair]] = defaultdict(list)
    judged: dict[int, list[Judged]] = defaultdict(list)
    for pair in ties.pairs:
        if pair.a in of and of[pair.a] == of.get(pair.b):
            pairs[of[pair.a]].append(pair)
    for one in ties.judged:
        if one.a in of and one.b in of:
            judged[of[one.a]].append(one)
    return [
        _Part(content_key(claims) if len(claims) > 1 else None, claims, pairs[index], judged[index])
        for index, claims in enumerate(found)
    ]


def _part_names(connection: Connection, *, claims: Collection[str]) -> dict[str, str | None]:
    """Of claims that are in happenings, the parts in which they were gathered."""
    table = views.members
    query = select(table.c.claim, table.c.part).where(table.c.claim.in_(listed(connection, claims)))
    return dict(connection.execute(query).all()) if claims else {}


def _changed(part: _Part, *, touched: Collection[str], before: Mapping[str, str | None]) -> bool:
    """Whether a part has other claims than when it was gathered last, or other ties."""
    return any(claim in touched or before.get(claim) != part.name for claim in part.claims)


def _right(connection: Connection, claims: Iterable[str]) -> set[str]:
    some = set(claims)
    return some - {claim for claim, (verdict, _) in said_of(connection, claims=some).items() if verdict == "wrong"}


def _judgements(
    group: Sequence[str], *, judged: Iterable[Judged], said: Mapping[str, tuple[str, str]]
) -> tuple[str, ...]:
    """Ids of the judgements that shaped a happening: on its claims, alone or beside another."""
    members = set(group)
    found = {one.id for one in judged if one.a in members or one.b in members}
    return tuple(sorted(found | {said[claim][1] for claim in members if claim in said}))


def _found(
    tellings: Sequence[Telling],
    *,
    by_report: Mapping[str, tuple[Saying, ...]],
    copies: Mapping[Two, Copy],
    judgements: Sequence[str],
) -> _Found:
    sayings = [saying for report in sorted({t.report for t in tellings}) for saying in by_report[report]]
    origins = origins_of(tellings, sayings, joins_of(tellings, sayings, copies))
    of = {claim: origin.id for origin in origins for claim in origin.claims}
    opposed = {
        two(a.claim, b.claim): about
        for a, b in combinations(tellings, 2)
        if of[a.claim] != of[b.claim] and (about := contradictions(a, b))
    }
    stances: dict[Two, Stance] = dict.fromkeys(opposed, "contradicts")
    graded, rule = grade(tellings, origins, stances=stances)
    happening = happening_of(tellings, origins=origins, grade=graded, grade_rule=rule, judgements=judgements)
    on = min((t.published for t in tellings if t.published), default=None)
    return _Found(Told(happening, on), opposed)


def _store(
    connection: Connection, *, found: Sequence[_Found], claims: Collection[str], names: Mapping[str, str | None]
) -> Regathered:
    """Put the happenings of these claims in the place of those that they had; what is as it was stays."""
    before = _stored(connection, claims=claims)
    now = {one.told.happening.id: one.told for one in found}
    gone = {id_: old for id_, old in before.items() if now.get(id_) != old}
    new = {id_: one for id_, one in now.items() if before.get(id_) != one}
    _take_out(connection, gone=gone, again=now.keys() & before.keys())
    made = [one.happening for one in new.values()]
    moved = {claim for one in made for claim in one.claims}
    fill(connection, views.happenings, rows=[happening_row(one.happening, told=one.on) for one in new.values()])
    fill(connection, views.members, rows=[row for one in made for row in _member_rows(one, names=names)])
    _rename(connection, names={claim: name for claim, name in names.items() if claim not in moved})
    fill(connection, views.origins, rows=[row for one in made for row in _origin_rows(one)])
    fill(connection, views.contradictions, rows=[row for one in found for row in _contradiction_rows(one)])
    return Regathered(gone=gone, new=new)


def _stored(connection: Connection, *, claims: Collection[str]) -> dict[str, Told]:
    members, table = views.members, views.happenings
    ids = select(members.c.happening).where(members.c.claim.in_(listed(connection, claims)))
    query = select(table.c.id, table.c.happening, table.c.told).where(table.c.id.in_(ids))
    return {id_: Told(_HAPPENING.decode(one), on) for id_, one, on in connection.execute(query)}


def _take_out(connection: Connection, *, gone: Mapping[str, Told], again: Collection[str]) -> None:
    take_out(connection, views.happenings, rows=[{"id": id_} for id_ in gone])
    take_out(
        connection, views.members, rows=[{"claim": claim} for one in gone.values() for claim in one.happening.claims]
    )
    take_out(connection, views.origins, rows=[{"happening": id_} for id_ in gone])
    take_out(connection, views.contradictions, rows=[{"happening": id_} for id_ in {*gone, *again}])


def _member_rows(happening: Happening, *, names: Mapping[str, str | None]) -> Iterable[dict[str, object]]:
    for origin in happening.origins:
        for claim in origin.claims:
            yield {"claim": claim, "happening": happening.id, "origin": origin.id, "part": names[claim]}


def _rename(connection: Connection, *, names: Mapping[str, str | None]) -> None:
    """Note the part of claims whose happening is as it was."""
    table = views.members
    rows = [{"of": claim, "name": name} for claim, name in names.items()]
    if rows:
        connection.execute(update(table).where(table.c.claim == bindparam("of")).values(part=bindparam("name")), rows)


def _origin_rows(happening: Happening) -> Iterable[dict[str, object]]:
    for origin in happening.origins:
        yield {
            "happening": happening.id,
            "id": origin.id,
            "who": origin.who,
            "entity": origin.entity,
            "side": origin.side,
        }


def _contradiction_rows(found: _Found) -> Iterable[dict[str, object]]:
    for (a, b), about in sorted(found.contradictions.items()):
        yield {"a": a, "b": b, "happening": found.told.happening.id, "about": " ".join(about)}
