"""Whatever is changed behind the ledger's back, the doctor finds; and a ledger that nobody touched is sound."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tawatur import read
from tawatur.ledger import Ledger
from tests.ledger.build import pairs, reading, report
from tests.ledger.filler import QuickReader

BY_HAND = {
    "a letter of a text": "UPDATE reports SET text = replace(text, 'سراقب', 'سرافب') WHERE number = 2",
    "a title": "UPDATE reports SET title = 'عنوان' WHERE number = 1",
    "a claim": "UPDATE claims SET claim = replace(claim, 'دخول', 'خروج') WHERE number = 1",
    "a claim's key": "UPDATE claims SET key = 'x' WHERE number = 1",
    "a claim's kind": "UPDATE claims SET kind = 'x' WHERE number = 1",
    "half a claim": "UPDATE claims SET claim = substr(claim, 1, 40) WHERE number = 1",
    "a claim gone": "DELETE FROM parties WHERE claim = 2; DELETE FROM claims WHERE number = 2",
    "a party": "UPDATE parties SET entity = 'x' WHERE claim = 1",
    "a party gone": "DELETE FROM parties WHERE claim = 1",
    "a spot": "UPDATE spots SET lat = 1 WHERE number = 1",
    "a reading": "UPDATE readings SET rest = '{}' WHERE number = 1",
    "a reading's run": "UPDATE readings SET rest = replace(rest, 'reader-1', 'reader-7') WHERE number = 2",
    "what is current": "UPDATE readings SET current = NOT current WHERE number = 1",
    "a run": "UPDATE runs SET version = 'x' WHERE number = 1",
    "a judgement": "UPDATE judgements SET note = 'x' WHERE number = 1",
    "a refusal": "UPDATE quarantine SET reason = 'x' WHERE number = 1",
    "the clock": "UPDATE clock SET change = 0",
}
BY_HAND_IN = {
    "sqlite": {
        "words gone": "DROP TABLE report_words; CREATE VIRTUAL TABLE report_words USING fts5(words, content='')",
        "a box gone": "DELETE FROM spot_boxes WHERE number = 1",
        "a box moved": "UPDATE spot_boxes SET north = 80 WHERE number = 1",
        "a box too many": "INSERT INTO spot_boxes VALUES (99, 1, 2, 1, 2)",
        "an orphan": "PRAGMA foreign_keys = OFF; DELETE FROM reports WHERE number = 3",
    },
    "postgresql": {
        "words gone": "DELETE FROM report_words WHERE report = 1",
        "other words": "UPDATE report_words SET words = to_tsvector('simple', 'x') WHERE report = 1",
    },
}


def filled(ledger: Ledger) -> None:
    """Something of everything."""
    ledger.add([report(1), report(text="عطل")], reader=QuickReader())
    ledger.add_readings(pairs(2, first=2))
    ledger.add_readings([(report(3), reading(report(3), run="reader-2"))])
    ledger.judge("right", author="أ", a=next(ledger.claims()).key)


def test_a_ledger_that_nobody_touched_is_sound(ledger: Ledger) -> None:
    filled(ledger)
    assert list(ledger.examine()) == []


def test_what_the_reader_reads_is_sound(ledger: Ledger) -> None:
    words = "قال متحدث باسم الجيش الليبي إن القوات انسحبت من مدينة ترهونة يوم الخميس. ونفى سكان المدينة ذلك."
    one = report(text=words, published="2020-06-05")
    ledger.add_readings([(one, read(one))])
    assert len(list(ledger.claims())) > 0
    assert list(ledger.examine()) == []


@pytest.mark.parametrize("what", [*BY_HAND, *dict.fromkeys(name for some in BY_HAND_IN.values() for name in some)])
def test_what_was_changed_by_hand_is_found(ledger: Ledger, what: str) -> None:
    filled(ledger)
    kind = "postgresql" if "://" in ledger.where else "sqlite"
    statements = BY_HAND.get(what) or BY_HAND_IN[kind].get(what)
    if statements is None:
        pytest.skip(f"{kind} has no such table or does not let it happen")
    if statements.startswith("PRAGMA"):
        import sqlite3

        raw = sqlite3.connect(ledger.where)
        raw.executescript(statements)
        raw.close()
    else:
        with ledger.writing() as connection:
            for statement in statements.split(";"):
                assert connection.execute(text(statement)).rowcount != 0
    assert [finding for finding in ledger.examine() if finding.grade == "fault"]
