"""From what a person asks, in names and days, to a question in ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from sqlalchemy import Connection, select

from tawatur.errors import LedgerError, UnknownName
from tawatur.intake import day
from tawatur.ledger import tables
from tawatur.ledger.query import Circle, Question
from tawatur.ledger.query_names import actor_called, kinds_called, place_called, side_called
from tawatur.merge.grades import Grade
from tawatur.records import Reality


def question(
    connection: Connection,
    *,
    kinds: Iterable[str] = (),
    actor: str | None = None,
    target: str | None = None,
    side: str | None = None,
    place: str | None = None,
    near: tuple[float, float] | None = None,
    radius_km: float | None = None,
    first: str | None = None,
    last: str | None = None,
    reality: str | None = None,
    grade: str | None = None,
    min_origins: int = 0,
    words: str | None = None,
) -> Question:
    """The question in ids; raises UnknownName for a name that nobody knows, LedgerError for what cannot be asked."""

    def known(identity: str) -> bool:
        parties = tables.parties.c
        return connection.execute(select(parties.claim).where(parties.entity == identity).limit(1)).first() is not None

    named = [kinds_called(kind) for kind in kinds]
    return Question(
        kinds=frozenset().union(*named) if named else None,
        actor=None if actor is None else actor_called(actor, known=known),
        target=None if target is None else actor_called(target, known=known),
        side=None if side is None else side_called(side),
        place=None if place is None else place_called(place).place,
        near=_circle(near, radius_km),
        first=a_day("from", first),
        last=a_day("to", last),
        reality=_one_of("reality", reality, get_args(Reality)),
        grade=_one_of("grade", grade, get_args(Grade)),
        min_origins=min_origins,
        words=words,
    )


def _circle(near: tuple[float, float] | None, radius_km: float | None) -> Circle | None:
    if near is None and radius_km is None:
        return None
    if near is None or radius_km is None:
        raise LedgerError("near and radius go together: near 36.34,43.13 and radius 20 (kilometres); name both.")
    lat, lon = near
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and radius_km > 0):
        raise LedgerError(f"near {lat},{lon} radius {radius_km}: no such circle; latitude, longitude, kilometres.")
    return Circle(lat=lat, lon=lon, radius_m=radius_km * 1_000)


def a_day(name: str, value: str | None) -> str | None:
    """A day that somebody named; raises LedgerError where it is none."""
    if value is not None and day(value) != value:
        raise LedgerError(f"{name} {value!r}: no day; write it as 2017-10-27.")
    return value


def _one_of(name: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise UnknownName(f"{name} {value!r}: no such {name}; there are {', '.join(known)}.")
    return value
