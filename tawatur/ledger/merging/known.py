"""Reports and tellings that a merge has in hand: fetched when asked for, the last used kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Generic, TypeVar

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import tables, views
from tawatur.ledger.merging.rows import listed, numbered
from tawatur.merge.records import Body, Saying, Telling
from tawatur.merge.sayings import sayings_of

TELLINGS_KEPT, REPORTS_KEPT = 15_000, 1_000
"""What is kept at least, and twice that at most: tellings take some 8 kB, a report with its text and sayings some 30 kB."""
_TELLING = msgspec.json.Decoder(Telling)

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Kept(Generic[Key, Value]):
    """The values that were used last: a young generation and the one before."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._young: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}

    def put(self, key: Key, value: Value) -> None:
        """Keep a value."""
        if len(self._young) >= self._size:
            self._young, self._old = {}, self._young
        self._young[key] = value

    def drop(self, key: Key) -> None:
        """Let go of a value."""
        self._young.pop(key, None)
        self._old.pop(key, None)

    def all_of(
        self, keys: Iterable[Key], *, missing: Callable[[list[Key]], Iterable[tuple[Key, Value]]]
    ) -> dict[Key, Value]:
        """The values of some keys; `missing` fetches those that are not in hand."""
        found: dict[Key, Value] = {}
        lacking: list[Key] = []
        for key in keys:
            value = self._young.get(key)
            if value is None and (value := self._old.get(key)) is not None:
                self.put(key, value)
            if value is None:
                lacking.append(key)
            else:
                found[key] = value
        for key, value in missing(lacking) if lacking else ():
            self.put(key, value)
            found[key] = value
        return found


class Known:
    """The tellings and reports of a ledger, for one merge."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tellings: _Kept[str, Telling] = _Kept(TELLINGS_KEPT)
        self._claims: _Kept[int, str] = _Kept(4 * TELLINGS_KEPT)
        self._bodies: _Kept[str, Body] = _Kept(REPORTS_KEPT)
        self._sayings: _Kept[str, tuple[Saying, ...]] = _Kept(REPORTS_KEPT)

    def on(self, connection: Connection) -> None:
        """Go on in the next transaction."""
        self._connection = connection

    def tell(self, number: int, telling: Telling) -> None:
        """A telling that was just stored."""
        self._tellings.put(telling.claim, telling)
        self._claims.put(number, telling.claim)
        self._sayings.drop(telling.report)

    def forget(self, number: int, telling: Telling) -> None:
        """A telling that is no more."""
        self._tellings.drop(telling.claim)
        self._claims.drop(number)
        self._sayings.drop(telling.report)

    def tellings(self, claims: Collection[str]) -> dict[str, Telling]:
        """The tellings of some claims that there are."""
        return self._tellings.all_of(claims, missing=self._fetch_tellings)

    def numbered(self, numbers: Collection[int]) -> dict[int, Telling]:
        """The tellings of some numbers that there are."""
        claims = self._claims.all_of(numbers, missing=self._fetch_claims)
        tellings = self.tellings(claims.values())
        return {number: tellings[claim] for number, claim in claims.items()}

    def bodies(self, reports: Collection[str]) -> dict[str, Body]:
        """Some reports as copies are found in them."""
        return self._bodies.all_of(reports, missing=self._fetch_bodies)

    def sayings(self, reports: Collection[str]) -> dict[str, tuple[Saying, ...]]:
        """The sayings of some reports."""
        return self._sayings.all_of(reports, missing=self._make_sayings)

    def _fetch_tellings(self, claims: list[str]) -> Iterable[tuple[str, Telling]]:
        table = views.tellings
        query = select(table.c.number, table.c.claim, table.c.telling)
        for number, claim, telling in self._connection.execute(
            query.where(table.c.claim.in_(listed(self._connection, claims)))
        ):
            self._claims.put(number, claim)
            yield claim, _TELLING.decode(telling)

    def _fetch_claims(self, numbers: list[int]) -> Iterable[tuple[int, str]]:
        table = views.tellings
        query = select(table.c.number, table.c.claim, table.c.telling)
        for number, claim, telling in self._connection.execute(
            query.where(table.c.number.in_(numbered(self._connection, numbers)))
        ):
            self._tellings.put(claim, _TELLING.decode(telling))
            yield number, claim

    def _fetch_bodies(self, reports: list[str]) -> Iterable[tuple[str, Body]]:
        table = tables.reports
        columns = (table.c.key, table.c.title, table.c.text, table.c.outlet, table.c.published, table.c.url)
        query = select(*columns).where(table.c.key.in_(listed(self._connection, reports)))
        for row in self._connection.execute(query):
            yield row.key, Body(**row._mapping)

    def _make_sayings(self, reports: list[str]) -> Iterable[tuple[str, tuple[Saying, ...]]]:
        table = views.tellings
        query = select(table.c.report, table.c.claim).where(table.c.report.in_(listed(self._connection, reports)))
        claims: dict[str, list[str]] = {report: [] for report in reports}
        for report, claim in self._connection.execute(query.order_by(table.c.number)):
            claims[report].append(claim)
        bodies = self.bodies(reports)
        tellings = self.tellings([claim for some in claims.values() for claim in some])
        for report, some in claims.items():
            yield report, sayings_of([tellings[claim] for claim in some], bodies[report])
