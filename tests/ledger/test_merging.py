"""What merging makes follows from the facts alone: not from the order in which they came, nor from how they were divided."""

from __future__ import annotations

import io
import json
import random

import pytest
from sqlalchemy import select

from tawatur.ledger import Ledger, views
from tawatur.ledger.merging import copying, pairing, steps
from tawatur.ledger.merging.meeting import REPORTS, TELLINGS
from tawatur.records import Reading, Report
from tests.ledger.week import reread, week

PRINTED = ("copies", "origins", "happenings", "holdings")
BY_KEY = (
    "copies",
    "pairs",
    "judged",
    "happenings",
    "members",
    "origins",
    "contradictions",
    "ties",
    "grounds",
    "holdings",
)
"""Tables of which the rows name nothing by numbers of this ledger."""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of a few reports, and keys and parts that are soon full, so that all of it happens within a test."""
    monkeypatch.setattr(steps, "BATCH", 4)
    monkeypatch.setattr(pairing, "TELLINGS", TELLINGS._replace(crowd=9))
    monkeypatch.setattr(copying, "REPORTS", REPORTS._replace(crowd=6))
    monkeypatch.setattr("tawatur.merge.clusters.MOST", 8)


def seen(ledger: Ledger) -> dict[str, object]:
    """All that merging has made."""
    with ledger.asking() as connection:
        tables = {
            name: sorted(map(repr, connection.execute(select(views.VIEWS.tables[name])).all())) for name in BY_KEY
        }
    return {**{view: b"".join(ledger.view(view)) for view in PRINTED}, **tables}


def lived(ledger: Ledger, *, seed: int) -> None:
    """A ledger that grows: reports come in and are merged, read anew and judged, in an order that the seed decides."""
    chance = random.Random(seed)
    waiting = week(seed, reports=24)
    chance.shuffle(waiting)
    there: list[tuple[Report, Reading]] = []
    while waiting:
        count = chance.randint(1, 7)
        ledger.add_readings(waiting[:count])
        there += waiting[:count]
        del waiting[:count]
        if chance.random() < 0.3:
            again = chance.sample(there, min(3, len(there)))
            ledger.add_readings([(one, reread(one, reading, seed=chance.randint(0, 1))) for one, reading in again])
        _judge(ledger, chance)
        if chance.random() < 0.7:
            ledger.merge()


def _judge(ledger: Ledger, chance: random.Random) -> None:
    keys = [claim.key for claim in ledger.claims()]
    judgements = ledger.judgements()
    for verdict in chance.sample(("same", "different", "wrong", "right", "undo", None, None), 2):
        if verdict in ("same", "different") and len(keys) > 1:
            a, b = chance.sample(keys, 2)
            ledger.judge(verdict, author="مدققة", a=a, b=b)
        elif verdict in ("wrong", "right") and keys:
            ledger.judge(verdict, author="مدققة", a=chance.choice(keys))
        elif verdict == "undo" and judgements:
            ledger.judge("undo", author="مدققة", undoes=chance.choice(judgements).id)


def shuffled(data: bytes, *, seed: int) -> bytes:
    """The facts of a ledger in another order: reports and readings as chance has it, the rest as it was."""
    chance = random.Random(seed)
    header, *lines = data.splitlines(keepends=True)
    parts: dict[str, list[bytes]] = {}
    for line in lines:
        parts.setdefault(next(iter(json.loads(line))), []).append(line)
    for name in ("report", "reading"):
        chance.shuffle(parts.get(name, []))
    return b"".join([header, *(line for part in parts.values() for line in part)])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("seed", range(60))
def test_views_are_a_function_of_the_facts(seed: int) -> None:
    with Ledger(":memory:") as ledger, Ledger(":memory:") as other:
        lived(ledger, seed=seed)
        ledger.merge()
        grown = seen(ledger)
        ledger.merge(rebuild=True)
        assert seen(ledger) == grown
        other.take(io.BytesIO(shuffled(b"".join(ledger.export()), seed=seed)))
        steps.BATCH = 1_000  # type: ignore[misc]
        other.merge()
        assert seen(other) == grown


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("seed", [100, 101])
def test_views_are_the_same_in_both_databases(ledger: Ledger, seed: int) -> None:
    lived(ledger, seed=seed)
    ledger.merge()
    grown = seen(ledger)
    ledger.merge(rebuild=True)
    assert seen(ledger) == grown
    with Ledger(":memory:") as other:
        other.take(io.BytesIO(b"".join(ledger.export())))
        other.merge()
        assert {view: seen(other)[view] for view in PRINTED} == {view: grown[view] for view in PRINTED}
