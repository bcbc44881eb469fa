"""Two claims weighed, and what keys bring them together."""

import pytest

from tawatur.merge import parties, spots
from tawatur.merge.keys import CROWD, keys
from tawatur.merge.kinds import kinds, likeness
from tawatur.merge.pairs import findings, weigh, weights
from tawatur.merge.records import Count, Setting, Telling
from tests.merge.told import SPOTS, told


def codes(a: Telling, b: Telling) -> set[str]:
    return {finding.code for finding in findings(a, b)}


def changed(telling: Telling, **fields: object) -> Telling:
    return Telling(**{**{name: getattr(telling, name) for name in telling.__struct_fields__}, **fields})  # type: ignore[arg-type]


ATTACK = told("attack", actor="islamic-state", target="sdf", day="2019-03-07")


@pytest.mark.parametrize(
    ("other", "label"),
    [
        (told("attack", actor="islamic-state", target="sdf", day="2019-03-07"), "same"),  # told twice
        (told("raid", actor="islamic-state", target="sdf", day="2019-03-07"), "same"),  # a raid is an attack
        (told("attack", actor="sdf", target="islamic-state", day="2019-03-07"), "different"),  # roles swapped
        (told("attack", actor="islamic-state", target="sdf", day="2019-02-07"), "different"),  # a month before
        (
            told("election", actor="islamic-state", target="sdf", day="2019-03-07"),
            "different",
        ),  # nothing joins the kinds
    ],
)
def test_what_is_of_one_happening(other: Telling, label: str) -> None:
    found = weigh(ATTACK, other).label
    assert found == label if label == "same" else found != "same"


def test_next_day_at_the_next_village_is_another_happening() -> None:
    village = changed(
        ATTACK,
        claim="c9",
        spots=(changed_spot(id="gn:1", lat=35.9, lon=40.9),),
        earliest="2019-03-08",
        latest="2019-03-08",
    )
    assert weigh(ATTACK, village).label != "same"
    assert {"place.beside", "day.next"} <= codes(ATTACK, village)


def changed_spot(**fields: object) -> object:
    town = SPOTS["town"]
    return type(town)(**{**{name: getattr(town, name) for name in town.__struct_fields__}, **fields})  # type: ignore[arg-type]


def test_the_order_of_two_claims_is_of_no_account() -> None:
    other = told("kill", target="sdf", day="2019-03-07")
    assert weigh(ATTACK, other) == weigh(other, ATTACK)


def test_a_swap_is_forbidden_whatever_else_is_alike() -> None:
    words = Setting(trigger="هاجم", close=("مركد", "فجر"), words=("مركد", "شداد"))
    one = changed(ATTACK, setting=words, words=("مركده", "فجر"), quotation="كلمات قالها المتحدث في البيان")
    swapped = changed(one, claim="c8", report="r8", actors=one.targets, targets=one.actors)
    found = weigh(one, swapped, copied=True)
    assert (found.label, found.score, found.reasons[0]) == ("different", 0.0, "actor: roles swapped")


def test_what_is_announced_is_not_what_is_done() -> None:
    announced, wished = (changed(ATTACK, claim=f"c{reality}", reality=reality) for reality in ("announced", "desired"))
    assert (weigh(ATTACK, announced).label, weigh(ATTACK, announced).score) == ("different", 0.0)
    assert weigh(announced, changed(announced, claim="c7", report="r7")).label == "same"
    assert weigh(ATTACK, wished).score > 0.0


def test_who_is_driven_out_is_who_leaves() -> None:
    expelled = told("expel", actor="sdf", target="islamic-state", day="2019-03-07")
    left = told("withdraw", actor="islamic-state", day="2019-03-07")
    entered = told("seize", actor="islamic-state", day="2019-03-07")
    assert not parties.swapped(expelled, left)
    assert "target.same" in codes(expelled, left)
    assert parties.swapped(entered, left)  # who comes in is not who leaves


def test_clashes_have_no_first() -> None:
    one = told("clash", actor="sdf", target="islamic-state", day="2019-03-07")
    other = told("clash", actor="islamic-state", target="sdf", day="2019-03-07")
    assert "actor.same" in codes(one, other)
    assert weigh(one, other).label == "same"


def test_an_unknown_party_is_no_evidence() -> None:
    assert {"actor.open", "target.open"} <= codes(told("attack", actor="sdf"), told("attack"))
    assert {"actor.open", "place.open", "target.open"} & weights().of.keys() == set()


def test_of_one_day_and_kind_is_not_enough() -> None:
    assert weigh(told("attack", at=None, by=None), told("attack", at=None, by=None)).label != "same"


def test_the_same_trigger_in_a_copied_passage_is_one_claim() -> None:
    one, other = told("attack", at=None, by=None), told("attack", at=None, by=None)
    assert weigh(one, other, copied=True).label == "same"


@pytest.mark.parametrize(
    ("low", "high", "code"),
    [
        (4.0, 4.0, "count.equal"),
        (4.0, 6.0, "count.unlike"),  # a toll that grows
        (50.0, 1450.0, "count.apart"),  # other dead
    ],
)
def test_tolls(low: float, high: float, code: str) -> None:
    one, other = (changed(told("kill"), counts=(Count(of="killed", low=n, high=n),)) for n in (low, high))
    assert code in codes(one, other)


def test_places_hold_one_another() -> None:
    town, quarter = SPOTS["town"], SPOTS["quarter"]
    assert spots.holds(town, quarter)
    assert not spots.holds(quarter, town)
    assert spots.finest((town, quarter)) == (quarter,)
    assert spots.base_of(quarter) == town.id


def test_every_kind_has_a_family_and_a_group() -> None:
    assert [kind for kind, found in kinds().families.items() if not found] == []
    assert all(kinds().groups[kind] for kind in kinds().families)


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("kill", "kill", "kind.same"),
        ("ambush", "attack", "kind.general"),
        ("shell", "explosion", "kind.alike"),  # who heard it does not know what it was
        ("airstrike", "kill", "kind.force-harm"),
        ("protest", "disperse", "kind.kin"),
        ("protest", "arrest", "kind.apart"),
    ],
)
def test_kinds_beside_one_another(a: str, b: str, code: str) -> None:
    assert likeness(a, b).code == likeness(b, a).code == code


def test_claims_of_one_place_and_day_share_a_key() -> None:
    assert {*keys(ATTACK)} & {*keys(told("kill", day="2019-03-06"))}  # the night between


def test_claims_of_another_year_share_none() -> None:
    later = told("attack", actor="islamic-state", target="sdf", day="2020-03-07", published="2020-03-08")
    assert not {*keys(ATTACK)} & {*keys(later)}


def test_keys_do_not_grow_with_the_length_of_a_time() -> None:
    war = told("battle", day="2011-01-01", until="2019-03-07")
    assert len(keys(war)) < 20
    assert CROWD > 100
