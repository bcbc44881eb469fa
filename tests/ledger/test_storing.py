"""Reports and readings go in once, whole, and come out as they were."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from tawatur.errors import LedgerError
from tawatur.ledger import Added, Arrival, Ledger, tables
from tawatur.ledger.keys import claim_key, report_key
from tests.ledger.build import pairs, reading, report


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    one = report(title="عنوان", outlet="وكالة", url="https://news.example/1")
    assert ledger.add_readings([(one, reading(one))]) == Added(added=1)
    (kept,) = ledger.reports()
    assert (kept.report, kept.key, kept.previous) == (one, report_key(one), None)
    assert ledger.reading(kept.key) == reading(one)
    assert [claim.claim for claim in ledger.claims()] == list(reading(one).claims)
    assert [claim.key for claim in ledger.claims()] == [claim_key(kept.key, c.id) for c in reading(one).claims]


def test_where_a_report_came_from_is_kept(ledger: Ledger) -> None:
    one = Arrival(report=report(), source="news/2019.jsonl", published_from="jsonl", outlet_from=None)
    ledger.add_readings([(one, reading(one.report))])
    (kept,) = ledger.reports()
    assert (kept.source, kept.published_from, kept.outlet_from) == ("news/2019.jsonl", "jsonl", None)


def test_the_same_report_twice_is_one_whatever_its_id(ledger: Ledger) -> None:
    again = report(1, id="other")
    assert ledger.add_readings([*pairs(2), (again, reading(again))]) == Added(added=2, known=1)
    assert ledger.add_readings(pairs(3)) == Added(added=1, known=2)
    assert [kept.report.id for kept in ledger.reports()] == ["r1", "r2", "r3"]
    assert len(list(ledger.claims())) == 6


def test_one_text_in_two_outlets_has_claims_of_one_id_and_two_keys(ledger: Ledger) -> None:
    two = [report(1, outlet="وكالة أ"), report(1, outlet="وكالة ب")]
    ledger.add_readings([(one, reading(one)) for one in two])
    claims = list(ledger.claims())
    assert len({claim.claim.id for claim in claims}) == 2
    assert len({claim.key for claim in claims}) == 4


def test_another_version_of_an_address_is_linked_and_both_stay(ledger: Ledger) -> None:
    url = "https://news.example/1"
    versions = [report(number, url=url) for number in (1, 2, 3)]
    assert ledger.add_readings([(one, reading(one)) for one in versions[:2]]) == Added(added=2, versions=1)
    assert ledger.add_readings([(versions[2], reading(versions[2]))]) == Added(added=1, versions=1)
    kept = list(ledger.reports())
    assert [one.previous for one in kept] == [None, kept[0].key, kept[1].key]


def test_a_newer_run_takes_the_place_of_an_older_one_and_both_stay(ledger: Ledger) -> None:
    one = report()
    ledger.add_readings([(one, reading(one))])
    assert ledger.add_readings([(one, reading(one, run="reader-2"))]) == Added(reread=1)
    assert [claim.claim.kind for claim in ledger.claims()] == ["seize"]
    assert ledger.reading(report_key(one)) == reading(one, run="reader-2")
    with ledger.asking() as connection:
        assert connection.execute(select(func.count()).select_from(tables.claims)).scalar() == 3
        assert connection.execute(select(func.count()).select_from(tables.parties)).scalar() == 1
    assert ledger.add_readings([(one, reading(one))]) == Added(known=1)
    assert [claim.run for claim in ledger.claims()] == ["reader-2"]


def test_a_reading_of_an_older_run_that_comes_late_is_kept_and_not_current(ledger: Ledger) -> None:
    one, two = report(1), report(2)
    ledger.add_readings([(one, reading(one))])
    ledger.add_readings([(two, reading(two, run="reader-2"))])
    ledger.add_readings([(two, reading(two))])
    assert [(claim.run, claim.claim.kind) for claim in ledger.claims(reports=[report_key(two)])] == [
        ("reader-2", "seize")
    ]


def test_changes_are_what_came_in_since(ledger: Ledger) -> None:
    (one, first), (two, second) = pairs(2)
    ledger.add_readings([(one, first)])
    before = ledger.changes(since=0)
    assert (before.reports, before.readings) == ((report_key(one),), (report_key(one),))
    ledger.add_readings([(two, second)])
    ledger.add_readings([(one, reading(one, run="reader-2"))])
    after = ledger.changes(since=before.last)
    assert after.reports == (report_key(two),)
    assert set(after.readings) == {report_key(one), report_key(two)}
    assert ledger.changes(since=after.last).readings == ()


def test_a_reading_of_another_text_is_refused_and_nothing_of_its_batch_stays(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="r1: this reading is of another text"):
        ledger.add_readings([*pairs(1, first=2), (report(1), reading(report(3)))])
    assert list(ledger.reports()) == []


@pytest.mark.parametrize(("letter", "why"), [("\x00", "NUL"), ("\ud800", "surrogate")])
def test_what_no_database_holds_is_refused(ledger: Ledger, letter: str, why: str) -> None:
    one = report(title=f"عنوان{letter}")
    with pytest.raises(LedgerError, match=why):
        ledger.add_readings([(one, reading(one))])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_any_text_comes_back_letter_by_letter(ledger: Ledger, text: str) -> None:
    one = report(text=text, title=text, outlet=text)
    ledger.add_readings([(one, reading(one))])
    (kept,) = ledger.reports([report_key(one)])
    assert msgspec.structs.replace(kept.report, id=one.id) == one
