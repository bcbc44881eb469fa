"""The own-side rule: who speaks for himself, whatever the party."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tawatur.actors import load_actors
from tawatur.lexicon import load_lexicon
from tawatur.merge.own_side import interest_kinds, self_interest
from tawatur.merge.records import Teller, Telling
from tawatur.merge.sides import Beside, _Alliances, outlet_side, side_of_teller, sides_of, together
from tawatur.merge.stated import stated
from tests.merge.told import party, told


def interest(telling: Telling) -> str:
    return self_interest(telling, side_of_teller(telling))


@pytest.mark.parametrize(
    ("telling", "expected"),
    [
        # own success
        (told("seize", actor="sdf", by="sdf"), "self-interested"),
        (told("seize", actor="islamic-state", by="islamic-state"), "self-interested"),
        (told("kill", actor="iraq.army", target="islamic-state", by="iraq.army"), "self-interested"),
        (told("repel", actor="syria.army", by="syria.army"), "self-interested"),
        # the enemy's loss, told with the one who inflicted it or by who gained by it
        (told("withdraw", actor="islamic-state", target="sdf", by="sdf"), "self-interested"),
        # own loss
        (told("lose", actor="sdf", by="sdf"), "against own interest"),
        (told("withdraw", actor="houthis", by="houthis"), "against own interest"),
        (told("kill", actor="islamic-state", target="iraq.army", by="iraq.army"), "against own interest"),
        (told("seize", actor="sdf", target="islamic-state", by="islamic-state"), "against own interest"),
        # own innocence
        (told("kill", actor="us-coalition", target="مدنيين", by="us-coalition", reality="denied"), "self-interested"),
        (told("airstrike", actor="russia.army", target="مدنيين", by="russia.army", reality="negated"), "self-interested"),
        (told("massacre", actor="rsf", target="السكان", by="rsf", reality="denied"), "self-interested"),
        # own guilt
        (told("kill", actor="us-coalition", target="احد عشر مدنيا", by="us-coalition"), "against own interest"),
        # the enemy's guilt, told by its victim's side
        (told("torture", actor="rsf", target="sudan.saf", by="sudan.saf"), "self-interested"),
        # own loss denied, own success denied
        (told("lose", actor="islamic-state", by="islamic-state", reality="denied"), "self-interested"),
        (told("seize", actor="sdf", by="sdf", reality="denied"), "against own interest"),
        # the other side's success denied
        (told("seize", actor="rsf", target="sudan.saf", by="sudan.saf", reality="denied"), "self-interested"),
        # who fights beside it
        (told("seize", actor="sdf", by="us-coalition", day="2017-05-10"), "self-interested"),
        (told("seize", actor="syria.army", by="russia.government", day="2017-05-10"), "self-interested"),
        (told("seize", actor="syria.army", by="russia.government", day="2013-03-01"), "neutral"),  # not yet
        # nobody's business of its own
        (told("seize", actor="sdf", target="islamic-state", by="turkey.government"), "neutral"),
        (told("seize", actor="sdf", by="reuters"), "neutral"),  # known to stand on no side
        (told("meet", actor="sdf", by="sdf"), "neutral"),  # nobody gains by it
        # not told as done
        (told("seize", actor="sdf", by="sdf", reality="announced"), "neutral"),
        (told("seize", actor="sdf", by="sdf", reality="possible"), "neutral"),
        # who can tell
        (told("seize", actor="sdf", by="سكان من البلدة"), "unknown"),
        (told("seize", actor="sdf", by=None), "unknown"),  # an outlet that is not listed
        (told("clash", actor="sdf", target="islamic-state", by="sdf"), "neutral"),
        # an outlet's own voice
        (told("seize", actor="syria.army", by=None, outlet="وكالة سانا", published="2018-01-01"), "self-interested"),
        (told("seize", actor="syria.army", by=None, outlet="رويترز"), "neutral"),
        # two groups of one side against each other
        (told("seize", actor="zenki", target="ahrar-al-sham", by="zenki"), "unknown"),
    ],
)  # fmt: skip
def test_table(telling: Telling, expected: str) -> None:
    assert interest(telling) == expected


def test_a_party_left_open_is_filled_from_the_happening() -> None:
    denial = told("kill", target="مدنيين", by="us-coalition", reality="denied")
    assert interest(denial) == "neutral"
    assert self_interest(denial, "us-coalition", actors=frozenset({"us-coalition"})) == "self-interested"


def test_every_side_is_treated_alike() -> None:
    """Each fighting side of the lexicon about its own capture, and about its own loss."""
    fighters = {a.side: a.id for a in load_actors().actors.values() if a.side and a.type in ("army", "armed_group")}
    assert len(fighters) > 20
    for side, actor in fighters.items():
        assert interest(told("seize", actor=actor, by=actor)) == "self-interested", side
        assert interest(told("retreat", actor=actor, by=actor)) == "against own interest", side
        assert (
            interest(told("torture", actor=actor, target="سجناء", by=actor, reality="denied")) == "self-interested"
        ), side


def test_the_side_of_a_teller_by_the_body_it_speaks_for() -> None:
    spokesman = replace(told("seize"), chain=(Teller(words="متحدث", capacity="قوات سوريا الديمقراطية"),))
    assert side_of_teller(spokesman) == "sdf"
    unlisted = replace(spokesman, chain=(Teller(words="متحدث", capacity="الهيئة"),))
    assert side_of_teller(unlisted) is None


def test_outlets() -> None:
    assert outlet_side("قناة المسيرة") == "houthis"
    assert outlet_side("وكالة الأنباء العراقية") == "iraq-gov"
    assert outlet_side("وكالة فرانس برس") is None
    assert outlet_side("قوات سوريا الديمقراطية") is None, "no outlet"
    assert outlet_side(None) is None


def test_sides_of_a_composite() -> None:
    assert sides_of(party("syria.army+hezbollah")) == {"syr-gov", "iran-axis"}


def test_kinds_and_sides_in_the_data_exist() -> None:
    kinds = interest_kinds()
    lists = (kinds.gain, kinds.loss, kinds.harm, kinds.blow)
    assert frozenset().union(*lists) <= set(load_lexicon().kinds)
    assert len(frozenset().union(*lists)) == sum(map(len, lists)), "a kind stands in one list only"
    known = {side.id for side in load_actors().files.sides}
    for row in stated("grades", _Alliances).beside:
        assert set(row.sides) <= known
        assert _days_in_order(row)


def _days_in_order(row: Beside) -> bool:
    first, last = (date.fromisoformat(day) if day else None for day in (row.from_, row.to))
    return first is None or last is None or first < last


def test_fighting_beside_each_other_has_its_days() -> None:
    assert together("russia", "syr-gov", day="2016-01-01")
    assert not together("russia", "syr-gov", day="2015-01-01")
    assert together("russia", "syr-gov", day=None), "on an unknown day it does not confirm"
    assert not together("sdf", "syr-gov", day="2016-01-01")
