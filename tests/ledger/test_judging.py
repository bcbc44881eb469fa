"""Judgements are appended, undone by others, and hold for the same words under another id."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import LedgerError
from tawatur.ledger import Ledger
from tawatur.ledger.judging import not_undone
from tawatur.ledger.records import Judgement
from tests.ledger.build import pairs, reading, report


def test_a_judgement_says_who_when_and_about_which_words(ledger: Ledger) -> None:
    ledger.add_readings(pairs(1))
    a, b = ledger.claims()
    said = ledger.judge("different", author="مدققة", a=a.key, b=b.key, note="حدثان")
    assert ledger.judgements() == [said]
    assert [anchor.kind for anchor in said.anchors] == ["seize", "withdraw"]
    assert all(anchor.report == a.report and anchor.trigger for anchor in said.anchors)
    assert ledger.changes(since=0).judgements == (said.id,)


def test_an_undoing_can_be_undone(ledger: Ledger) -> None:
    ledger.add_readings(pairs(1))
    a, _ = ledger.claims()
    said = ledger.judge("right", author="أ", a=a.key)
    undone = ledger.judge("undo", author="ب", undoes=said.id)
    assert ledger.standing() == []
    ledger.judge("undo", author="أ", undoes=undone.id)
    assert [one.judgement for one in ledger.standing()] == [said]
    assert len(ledger.judgements()) == 3


def test_a_judgement_holds_for_the_same_words_when_the_claim_has_another_id(ledger: Ledger) -> None:
    one = report()
    ledger.add_readings([(one, reading(one))])
    a, _ = ledger.claims()
    ledger.judge("wrong", author="أ", a=a.key)
    newer = reading(one, run="reader-2")
    (claim,) = newer.claims
    renamed = msgspec.structs.replace(newer, claims=(msgspec.structs.replace(claim, id="f" * 20),))
    ledger.add_readings([(one, renamed)])
    (now,) = ledger.claims()
    assert now.key != a.key
    assert [standing.a for standing in ledger.standing()] == [now.key]


@pytest.mark.parametrize(
    ("verdict", "fields"),
    [
        ("same", {"a": "A"}),  # two are compared
        ("same", {"a": "A", "b": "A"}),  # and not one with itself
        ("right", {"a": "A", "b": "B"}),  # this is said of one
        ("right", {}),
        ("right", {"a": "none"}),  # no such claim
        ("undo", {"undoes": "none"}),  # no such judgement
        ("right", {"a": "A", "undoes": "x"}),
    ],
)
def test_what_makes_no_sense_is_refused(ledger: Ledger, verdict: str, fields: dict[str, str]) -> None:
    ledger.add_readings(pairs(1))
    keys = dict(zip("AB", (claim.key for claim in ledger.claims()), strict=True))
    named = {name: keys.get(value, value) for name, value in fields.items()}
    with pytest.raises(LedgerError):
        ledger.judge(verdict, author="أ", **named)  # type: ignore[arg-type]
    assert ledger.judgements() == []


@given(st.data())
def test_what_stands_is_what_nothing_that_stands_takes_back(data: st.DataObject) -> None:
    some: list[Judgement] = []
    for number in range(data.draw(st.integers(0, 12))):
        undoes = data.draw(st.one_of(st.none(), st.sampled_from([one.id for one in some]))) if some else None
        verdict = "undo" if undoes else "right"
        some.append(Judgement(id=str(number), made="", author="", verdict=verdict, undoes=undoes))  # type: ignore[arg-type]

    def stands(one: Judgement) -> bool:
        return not any(other.undoes == one.id and stands(other) for other in some)

    assert not_undone(some) == [one for one in some if one.verdict != "undo" and stands(one)]
