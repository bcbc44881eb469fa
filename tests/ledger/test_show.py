"""One thing with all about it, found by the beginning of its id."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tawatur.errors import UnknownId
from tawatur.ledger import Ledger
from tawatur.ledger.show_names import teller_names
from tawatur.ledger.show_records import ClaimSheet, HappeningSheet, OriginSheet, ReportSheet
from tawatur.merge.records import Origin
from tests.ledger.asked import REPORTS, asked_of, reading, shelling


@pytest.fixture
def asked(ledger: Ledger) -> Ledger:
    """The small ledger."""
    asked_of(ledger)
    return ledger


def test_a_happening_with_what_it_rests_on(asked: Ledger) -> None:
    happening = shelling(asked)
    sheet = asked.show(happening.id[:6])
    assert isinstance(sheet, HappeningSheet)
    assert sheet.happening == happening
    assert [told.given for told in sheet.claims] == ["agency-1", "paper-2"]
    assert all(piece.quote in told.sentence for told in sheet.claims for piece in told.claim.evidence)
    assert sorted(sheet.tellers.values()) == ["الدفاع المدني", "مصدر طبي"]
    assert [one.about for one in sheet.contradictions] == [("killed",)]
    assert [one.note for one in sheet.judgements] == ["قصف واحد"]
    assert {edge.sort for edge in sheet.chains.edges} >= {"published by", "goes back to"}


def test_a_claim_a_report_an_origin(asked: Ledger) -> None:
    happening = shelling(asked)
    claim = asked.show(happening.claims[0])
    assert isinstance(claim, ClaimSheet)
    assert claim.told.happening == happening.id
    assert [one.verdict for one in claim.judgements] == ["same"]
    report = asked.show("channel-3")
    assert isinstance(report, ReportSheet)
    assert {told.claim.kind for told in report.claims} == {"withdraw", "besiege"}
    assert asked.show(report.report.key[:8]) == report
    origin = asked.show(happening.origins[0].id)
    assert isinstance(origin, OriginSheet)
    assert [one.id for one in origin.happenings] == [happening.id]
    assert origin.teller == asked.show(happening.id).tellers[origin.id]  # type: ignore[union-attr]


def test_a_claim_judged_wrong_is_in_no_happening_and_can_come_back(asked: Ledger) -> None:
    happening = shelling(asked)
    said = asked.judge("wrong", author="أ", a=happening.claims[0][:10])
    asked.merge()
    sheet = asked.show(happening.claims[0])
    assert isinstance(sheet, ClaimSheet)
    assert sheet.told.happening is None
    assert said in sheet.judgements
    asked.judge("undo", author="أ", undoes=said.id)
    asked.merge()
    assert shelling(asked) == happening


def test_ids_that_mean_nothing_or_too_much_are_refused(asked: Ledger) -> None:
    happening = shelling(asked)
    with pytest.raises(UnknownId, match="no happening, claim, report or origin"):
        asked.show("nothing")
    with pytest.raises(UnknownId):
        asked.show(happening.id[:2])  # too short
    with pytest.raises(UnknownId, match="a happening, and no claim"):
        asked.judge("right", author="أ", a=happening.id)
    with pytest.raises(UnknownId, match="no judgement"):
        asked.judge("undo", author="أ", undoes="abcd")
    namesake = replace(REPORTS[0], text=REPORTS[0].text.replace("السوق", "الساحة"))
    asked.add_readings([(namesake, reading(namesake))])
    with pytest.raises(UnknownId, match="several ids begin so"):
        asked.show("agency-1")


@pytest.mark.parametrize(
    ("who", "text", "name"),
    [
        ("مصدر طبي في المدينه", "قال مصدرٌ طبي، في المدينة: نعم.", "مصدرٌ طبي، في المدينة"),  # as it is written
        ("مصدر اخر", "قال مصدر طبي.", "مصدر اخر"),  # not found: as merging has it
        ("«»", "قال مصدر طبي.", "«»"),  # no words at all
    ],
)
def test_a_teller_is_named_as_a_report_writes_it(who: str, text: str, name: str) -> None:
    origin = Origin(
        id="o",
        who=who,
        entity=None,
        side=None,
        own_voice=False,
        anonymous=False,
        claims=(),
        reports=("r",),
        outlets=(),
        reasons=(),
    )
    assert teller_names([origin], claims=(), texts={"r": text}) == {"o": name}
