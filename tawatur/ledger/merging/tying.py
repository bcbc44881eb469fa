"""Ties among happenings: of those that are new or changed, and of those before that these may have followed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select, text

from tawatur.ledger import views
from tawatur.ledger.filling import fill
from tawatur.ledger.merging.gathering import Regathered, Told
from tawatur.ledger.merging.rows import listed, take_out
from tawatur.merge.days import ANNOUNCED, DONE
from tawatur.merge.kinds import kinds
from tawatur.merge.links import around, can_follow, following, reckoned, subject_of, ties_of
from tawatur.merge.records import Happening, Tie

EVER = "9999-12-31"
"""The day by which all that is awaited has come or has not: what did not follow is stored with the last day on which it could have."""
_HAPPENING = msgspec.json.Decoder(Happening)


class Light(NamedTuple):
    """Of a happening what tells whether it may be tied to another."""

    id: str
    kind: str
    reality: str
    subject: str
    reckoned: str
    told: str | None


def retie(connection: Connection, *, changed: Regathered) -> None:
    """Tie anew what has changed, and what came before it and awaits or explains such things."""
    moved = _moved(changed)
    gone = _lights(changed.gone[id_] for id_ in moved & changed.gone.keys())
    new = _lights(changed.new[id_] for id_ in moved & changed.new.keys())
    sources = {one.id: one for one in (*_before(connection, [*gone, *new]), *new)}
    take_out(connection, views.ties, rows=[{"a": id_} for id_ in sorted({*sources, *(one.id for one in gone)})])
    wanted = _after(connection, sources.values())
    happenings = _happenings(connection, ids={*sources, *(other.id for some in wanted.values() for other in some)})
    told = {one.id: one.told for some in (sources.values(), *wanted.values()) for one in some if one.told}
    ties = (
        tie
        for id_ in sorted(sources)
        for tie in ties_of(happenings[id_], [happenings[other.id] for other in wanted[id_]], told=told, until=EVER)
    )
    fill(connection, views.ties, rows=[_row(tie, source=sources[tie.a]) for tie in ties])


def _moved(changed: Regathered) -> set[str]:
    """Those of which something changed that ties go by."""
    both = changed.gone.keys() & changed.new.keys()
    same = {id_ for id_ in both if _tied_by(changed.gone[id_]) == _tied_by(changed.new[id_])}
    return (changed.gone.keys() | changed.new.keys()) - same


def _tied_by(one: Told) -> tuple[object, ...]:
    happening = one.happening
    return (
        happening.kind,
        happening.reality,
        happening.actor,
        happening.target,
        happening.spot,
        happening.earliest,
        one.on,
    )


def _lights(some: Iterable[Told]) -> list[Light]:
    """Those that have a day and a subject; the others are tied to nothing."""
    found: list[Light] = []
    for happening, on in some:
        subject, day = subject_of(happening), reckoned(happening, told=on)
        if subject is not None and day is not None:
            found.append(Light(happening.id, happening.kind, happening.reality, subject, day, on))
    return found


@lru_cache(maxsize=1_000)
def follows(kind: str, *, ahead: bool) -> dict[str, int]:
    """Kinds that may follow on one, announced or done, and the days they have for it.

    >>> follows("attack", ahead=False)["displacement"], follows("attack", ahead=True)["attack"]
    (3, 7)
    """
    table = following()
    if ahead:
        days = table.days_for(kind)
        return {other: days for other in kinds().families if days and can_follow(kind, other)}
    found: dict[str, int] = {}
    for row in table.consequences:
        if kinds().families[kind] & row.of and kind not in row.kinds:
            found |= {other: max(row.days, found.get(other, 0)) for other in row.kinds}
    return found


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(max(following().days.values()), *(row.days for row in following().consequences))


def _followers(one: Light) -> dict[str, int]:
    if one.reality in ANNOUNCED:
        return follows(one.kind, ahead=True)
    return follows(one.kind, ahead=False) if one.reality in DONE else {}


def _before(connection: Connection, touched: Collection[Light]) -> Collection[Light]:
    """Happenings on which one of those touched may have followed."""
    done = [one for one in touched if one.reality in DONE]
    near = _Near(_within(connection, _windows(done, before=_longest(), after=0)))
    found: dict[str, Light] = {}
    for one in done:
        for other in near.between(one, first=_shifted(one.reckoned, -_longest()), last=one.reckoned):
            days = _followers(other).get(one.kind)
            if days is not None and _shifted(one.reckoned, -days) <= other.reckoned:
                found[other.id] = other
    return found.values()


def _after(connection: Connection, sources: Collection[Light]) -> dict[str, list[Light]]:
    """Of each happening those that may have followed on it."""
    near = _Near(
        one for one in _within(connection, _windows(sources, before=0, after=_longest())) if one.reality in DONE
    )
    return {
        one.id: [
            other
            for kind, days in _followers(one).items()
            for other in near.between(one, first=one.reckoned, last=_shifted(one.reckoned, days), kind=kind)
        ]
        for one in sources
    }


class _Near:
    """Happenings by subject, and by subject and kind, in the order of their days."""

    def __init__(self, lights: Iterable[Light]) -> None:
        self._by: dict[tuple[str, str | None], list[Light]] = defaultdict(list)
        for one in sorted(lights, key=_day):
            self._by[one.subject, None].append(one)
            self._by[one.subject, one.kind].append(one)

    def between(self, one: Light, *, first: str, last: str, kind: str | None = None) -> Iterator[Light]:
        """Those around one, from a day to a day, of any kind or of one."""
        for subject in around(one.subject):
            some = self._by.get((subject, kind))
            if some:
                yield from some[bisect_left(some, first, key=_day) : bisect_right(some, last, key=_day)]


def _day(one: Light) -> str:
    return one.reckoned


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _windows(some: Iterable[Light], *, before: int, after: int) -> list[dict[str, str]]:
    """Stretches of days by subject in which to look, none of them overlapping."""
    days: dict[str, set[str]] = defaultdict(set)
    for one in some:
        for subject in around(one.subject):
            days[subject].add(one.reckoned)
    found: list[dict[str, str]] = []
    for subject, own in sorted(days.items()):
        last = ""
        for day in sorted(own):
            first, end = _shifted(day, -before), _shifted(day, after)
            if first <= last:
                found[-1]["last"] = end
            else:
                found.append({"subject": subject, "first": first, "last": end})
            last = end
    return found


def _within(connection: Connection, windows: Collection[dict[str, str]]) -> list[Light]:
    """Happenings of some subjects in some days."""
    if not windows:
        return []
    if connection.dialect.name == "sqlite":
        wanted = (
            "(SELECT json_extract(value, '$.subject') AS subject, json_extract(value, '$.first') AS first, "
            "json_extract(value, '$.last') AS last FROM json_each(:windows))"
        )
    else:
        wanted = "json_to_recordset(CAST(:windows AS json))"
    columns = "" if connection.dialect.name == "sqlite" else " (subject text, first text, last text)"
    query = (
        "SELECT h.id, h.kind, h.reality, h.subject, h.reckoned, h.told "
        f"FROM {wanted} AS w{columns} CROSS JOIN happenings AS h "
        "WHERE h.subject = w.subject AND h.reckoned BETWEEN w.first AND w.last"
    )
    return [Light(*row) for row in connection.execute(text(query), {"windows": msgspec.json.encode(windows).decode()})]


def _happenings(connection: Connection, *, ids: Collection[str]) -> dict[str, Happening]:
    table = views.happenings
    query = select(table.c.id, table.c.happening).where(table.c.id.in_(listed(connection, ids)))
    return {id_: _HAPPENING.decode(happening) for id_, happening in connection.execute(query)} if ids else {}


def _row(tie: Tie, *, source: Light) -> dict[str, object]:
    due = _shifted(source.reckoned, tie.days or 0) if tie.b is None else None
    return {"a": tie.a, "what": tie.what, "b": tie.b, "due": due, "tie": msgspec.json.encode(tie).decode()}
