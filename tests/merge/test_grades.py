"""Grades: each rule by a case of its own, and laws of counting."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.merge.grades import Counted, counted, grade, rules
from tawatur.merge.records import Origin, Stance, Telling
from tawatur.merge.sides import side_of_teller
from tests.merge.told import told

SEIZE = {"actor": "sdf", "target": "islamic-state"}
RESIDENT, MAYOR, TRADER = "سكان من البلدة", "مختار البلدة", "تاجر من البلدة"


def origins_of(tellings: list[Telling]) -> list[Origin]:
    """Each telling an origin of its own."""
    return [
        Origin(
            id=f"o-{telling.claim}",
            who=telling.chain[-1].words if telling.chain else telling.outlet or "",
            entity=telling.chain[-1].id if telling.chain else None,
            side=side_of_teller(telling),
            own_voice=not telling.chain,
            anonymous=bool(telling.chain) and telling.chain[-1].anonymous,
            claims=(telling.claim,),
            reports=(telling.report,),
            outlets=(telling.outlet or "",),
            reasons=(),
        )
        for telling in tellings
    ]


def contradictions(tellings: list[Telling]) -> dict[tuple[str, str], Stance]:
    """Denials contradict what is told as done."""
    not_done = ("denied", "negated")
    return {
        (min(a.claim, b.claim), max(a.claim, b.claim)): "contradicts"
        for a in tellings
        for b in tellings
        if a.reality not in not_done and b.reality in not_done
    }


CASES = [
    ("discounted.only-denied", [told("seize", **SEIZE, by="sdf", reality="denied")]),
    ("discounted.only-denied", [told("enter", actor="syria.army", by=RESIDENT, reality="negated")]),
    (
        "discounted.outweighed",
        [told("seize", **SEIZE, by="sdf"), told("seize", **SEIZE, by=MAYOR, reality="denied")],
    ),
    (
        "contested.independent",
        [told("seize", **SEIZE, by=RESIDENT), told("seize", **SEIZE, by=MAYOR, reality="denied")],
    ),
    (
        "contested.parties",
        [told("seize", **SEIZE, by="sdf"), told("seize", **SEIZE, by="islamic-state", reality="denied")],
    ),
    (
        "contested.doubted",
        [told("seize", **SEIZE, by=RESIDENT), told("seize", **SEIZE, by="مصدر محلي", anonymous=True, reality="denied")],
    ),
    # the loser owns to it: the winner's own word is another origin, though it would not confirm alone
    ("confirmed.admitted", [told("seize", **SEIZE, by="sdf"), told("seize", **SEIZE, by="islamic-state")]),
    ("confirmed.three", [told("seize", **SEIZE, by=one) for one in (RESIDENT, MAYOR, TRADER)]),
    # a party's denial of its own doing does not weigh against independent origins
    (
        "fair.two",
        [
            told("kill", actor="us-coalition", target="مدنيين", by=RESIDENT),
            told("kill", actor="us-coalition", target="مدنيين", by=MAYOR),
            told("kill", actor="us-coalition", target="مدنيين", by="us-coalition", reality="denied"),
        ],
    ),
    # nor does its own praise add to them
    ("fair.two", [told("seize", **SEIZE, by=one) for one in (RESIDENT, MAYOR, "sdf", "us-coalition")]),
    ("fair.admitted", [told("lose", actor="sdf", by="sdf")]),
    ("weak.one", [told("seize", **SEIZE, by=RESIDENT)]),
    ("weak.one", [told("seize", **SEIZE, by=RESIDENT), told("seize", **SEIZE, by="sdf")]),
    ("weak.anonymous", [told("seize", **SEIZE, by=one, anonymous=True) for one in ("مصدر أمني", "مصدر محلي", "شاهد عيان")]),
    ("weak.party", [told("seize", **SEIZE, by="sdf")]),
    # allies are no witnesses of each other
    ("weak.party", [told("seize", **SEIZE, by=one, day="2018-01-05") for one in ("sdf", "us-coalition")]),
    # an unnamed officer of the party speaks for it
    ("weak.party", [told("seize", **SEIZE, by="sdf", anonymous=True)]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "tellings"), CASES)
def test_rule_by_rule(rule: str, tellings: list[Telling]) -> None:
    given_grade, given_rule = grade(tellings, origins_of(tellings), stances=contradictions(tellings))
    assert (given_grade, given_rule) == (rule.partition(".")[0], rule)


def test_every_rule_has_a_case() -> None:
    assert {rule.id for rule in rules()} == {rule for rule, _ in CASES}


def test_an_unnamed_admission_is_no_admission() -> None:
    tellings = [
        told("lose", actor="sdf", target="islamic-state", by="sdf", anonymous=True),
        told("lose", actor="sdf", by="islamic-state"),
    ]
    assert grade(tellings, origins_of(tellings)) == ("weak", "weak.anonymous")


def test_articles_do_not_count() -> None:
    """Forty articles of one call are one origin."""
    tellings = [told("seize", **SEIZE, by=RESIDENT) for _ in range(40)]
    one = origins_of(tellings[:1])[0]
    joined = Origin(
        **{**{name: getattr(one, name) for name in one.__struct_fields__}, "claims": tuple(t.claim for t in tellings)}
    )
    assert grade(tellings, [joined]) == ("weak", "weak.one")


def test_tolls_that_exclude_each_other_leave_the_grade_alone() -> None:
    tellings = [told("kill", actor="us-coalition", target="مدنيين", by=one) for one in (RESIDENT, MAYOR)]
    stance: dict[tuple[str, str], Stance] = {(tellings[0].claim, tellings[1].claim): "contradicts"}
    assert grade(tellings, origins_of(tellings), stances=stance) == ("fair", "fair.two")


def test_two_accounts_of_who_did_it() -> None:
    """The account of more and freer origins is the main one; the other contests it."""
    tellings = [
        told("bombing", actor="islamic-state", by=RESIDENT),
        told("bombing", actor="islamic-state", by=MAYOR),
        told("bombing", actor="sdf", by=TRADER),
    ]
    stances: dict[tuple[str, str], Stance] = {(t.claim, tellings[2].claim): "contradicts" for t in tellings[:2]}
    assert counted(tellings, origins_of(tellings), stances=stances) == Counted(independent=2, contradicting=1)
    assert grade(tellings, origins_of(tellings), stances=stances) == ("contested", "contested.independent")


def test_a_denial_is_judged_by_what_the_happening_says() -> None:
    """«نفى التحالف مقتل أي مدني» names no actor; that it is the coalition's own doing stands in the other claims."""
    tellings = [
        told("kill", actor="us-coalition", target="مدنيين", by=RESIDENT),
        told("kill", target="مدنيين", by="us-coalition", reality="denied"),
    ]
    counts = counted(tellings, origins_of(tellings), stances=contradictions(tellings))
    assert counts == Counted(independent=1, denying=1)
    assert grade(tellings, origins_of(tellings), stances=contradictions(tellings))[1] == "weak.one"


voices = st.sampled_from(["sdf", "islamic-state", "us-coalition", RESIDENT, MAYOR, TRADER, None])
realities = st.sampled_from(["happened", "happened", "denied", "announced"])


@given(st.lists(st.tuples(voices, realities, st.booleans()), min_size=1, max_size=8), st.randoms())
def test_every_happening_has_a_grade_whatever_the_order(
    said: list[tuple[str | None, str, bool]], chance: random.Random
) -> None:
    tellings = [told("seize", **SEIZE, by=by, reality=reality, anonymous=anonymous) for by, reality, anonymous in said]  # type: ignore[arg-type]
    origins = origins_of(tellings)
    stances = contradictions(tellings)
    given_grade = grade(tellings, origins, stances=stances)
    counts = counted(tellings, origins, stances=stances)
    total = counts.asserting + counts.contradicting + counts.doubting + counts.denying
    assert total == len(origins), "each origin is counted once"
    mixed = chance.sample(tellings, len(tellings)), chance.sample(origins, len(origins))
    assert grade(mixed[0], mixed[1], stances=stances) == given_grade


def test_rules_are_whole() -> None:
    """Both sentences, known counts, and a grade that its id begins with."""
    fields = {*Counted.__struct_fields__, "asserting"}
    for rule in rules():
        assert rule.id.startswith(f"{rule.grade}.")
        assert rule.ar
        assert rule.en.endswith(".")
        assert {*rule.least, *rule.most} <= fields
        assert rule.least or rule.most
