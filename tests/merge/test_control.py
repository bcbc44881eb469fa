"""The control ledger: tables of what is told of one place, and the laws that hold for any tellings."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon import load_lexicon
from tawatur.merge.control import ground_keys, holdings
from tawatur.merge.effects import control
from tawatur.merge.moves import moves_of
from tawatur.merge.records import Holding, Spot, Telling
from tests.merge.told import told

IS, SDF, ARMY = "islamic-state", "sdf", "syria.army"
TOWN, QUARTER = "مرقدة", "الحي الشمالي"  # «مركدة» as the gazetteer spells it
RESIDENT = "سكان من البلدة"


def of_place(tellings: list[Telling], *, place: str = TOWN, at: str | None = None) -> Holding | None:
    return next((holding for holding in holdings(tellings, at=at) if holding.place == place), None)


def shown(holding: Holding | None) -> tuple[Any, ...] | None:
    """Holder, since when, who contests, who had it before."""
    if holding is None:
        return None
    contested = tuple(sorted(holding.contested_by))
    return holding.holder_id, holding.earliest, holding.latest, contested, holding.before


IS_AR, SDF_AR, ARMY_AR = "تنظيم الدولة الإسلامية", "قوات سوريا الديمقراطية", "الجيش السوري"
TAKEN_BY_IS = told("seize", actor=IS, by=RESIDENT, day="2019-02-27", published="2019-02-28")


@pytest.mark.parametrize(
    ("why", "tellings", "expected"),
    [
        ("an outsider names the taker", [TAKEN_BY_IS], ("islamic-state", "2019-02-27", "2019-02-27", (), None)),
        (
            "a party's own word stands if nobody gainsays it",
            [TAKEN_BY_IS, told("retake", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06")],
            ("sdf", "2019-03-05", "2019-03-05", (), IS_AR),
        ),
        (
            "gainsaid by the other side, neither wins by being later",
            [
                TAKEN_BY_IS,
                told("retake", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
                told("hold", actor=IS, by=IS, reality="state", published="2019-03-06"),
            ],
            ("islamic-state", "2019-02-27", "2019-02-27", (SDF_AR,), None),
        ),
        (
            "a loss denied by the loser is as good as its word that it is there",
            [
                TAKEN_BY_IS,
                told("retake", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
                told("lose", by=IS, reality="denied", published="2019-03-06"),
            ],
            ("islamic-state", "2019-02-27", "2019-02-27", (SDF_AR,), None),
        ),
        (
            "each side for itself and nobody before: open, contested both ways",
            [
                told("seize", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
                told("hold", actor=IS, by=IS, reality="state", published="2019-03-07"),
            ],
            (None, None, None, (IS_AR, SDF_AR), None),
        ),
        (
            "an outsider decides, the other side's word contests",
            [
                told("seize", actor=SDF, by=RESIDENT, day="2019-03-05", published="2019-03-06"),
                told("hold", actor=IS, by=IS, reality="state", published="2019-03-07"),
            ],
            ("sdf", "2019-03-05", "2019-03-05", (IS_AR,), None),
        ),
        (
            "the loser owns to it: the contest is over",
            [
                told("seize", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
                told("hold", actor=IS, by=IS, reality="state", published="2019-03-06"),
                told("withdraw", actor=IS, by=IS, day="2019-03-08", published="2019-03-08"),
            ],
            ("sdf", "2019-03-05", "2019-03-08", (), IS_AR),
        ),
        (
            "left, and nobody came in",
            [TAKEN_BY_IS, told("withdraw", actor=IS, by=RESIDENT, day="2019-03-04", published="2019-03-05")],
            (None, None, None, (), IS_AR),
        ),
        (
            "left at night, entered at noon of the same day",
            [
                TAKEN_BY_IS,
                told("withdraw", actor=IS, by=RESIDENT, day="2019-03-05"),
                told("enter", actor=SDF, by=RESIDENT, day="2019-03-05"),
            ],
            ("sdf", "2019-03-05", "2019-03-05", (), IS_AR),
        ),
        (
            "taken in the morning, left in the evening",
            [told("seize", actor=IS, by=RESIDENT, day="2019-03-05"), told("withdraw", actor=IS, by=RESIDENT, day="2019-03-05")],
            (None, None, None, (), IS_AR),
        ),
        (
            "entered while the other side is still in it",
            [TAKEN_BY_IS, told("enter", actor=SDF, by=RESIDENT, day="2019-03-05")],
            ("islamic-state", "2019-02-27", "2019-02-27", (SDF_AR,), None),
        ),
        (
            "said to be taken whole, while an officer of the same side says that the fight goes on",
            [
                told("seize", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
                told("clash", by="قائد ميداني في البلدة", reality="ongoing", published="2019-03-06"),
            ],
            (None, None, None, (SDF_AR,), None),
        ),
        (
            "a part does not move the whole",
            [TAKEN_BY_IS, told("seize", actor=SDF, by=RESIDENT, at="quarter", day="2019-03-05")],
            ("islamic-state", "2019-02-27", "2019-02-27", (SDF_AR,), None),
        ),
        (
            "who claims the whole has it when the other is out of the last part",
            [
                TAKEN_BY_IS,
                told("retake", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
                told("hold", actor=IS, by=IS, at="quarter", reality="state", published="2019-03-06"),
                told("withdraw", actor=IS, by=RESIDENT, at="quarter", day="2019-03-07"),
            ],
            ("sdf", "2019-03-05", "2019-03-07", (), IS_AR),
        ),
        (
            "a part lost is not the whole, if nobody claims the whole",
            [TAKEN_BY_IS, told("withdraw", actor=IS, by=RESIDENT, at="quarter", day="2019-03-07")],
            ("islamic-state", "2019-02-27", "2019-02-27", (), None),
        ),
        (
            "what is announced, wished or possible moves nothing",
            [
                TAKEN_BY_IS,
                *(told("retake", actor=SDF, by=SDF, reality=r) for r in ("announced", "desired", "possible", "conditional", "expected")),
            ],
            ("islamic-state", "2019-02-27", "2019-02-27", (), None),
        ),
        (
            "a denied taking leaves the denier's claim on the place",
            [
                told("seize", actor="rsf", by=RESIDENT, day="2019-03-05", published="2019-03-06"),
                told("seize", actor="rsf", by="sudan.saf", reality="denied", published="2019-03-06"),
            ],
            ("rsf", "2019-03-05", "2019-03-05", ("الجيش السوداني",), None),
        ),
        (
            "a siege moves nothing; who is besieged is inside",
            [told("besiege", actor=ARMY, target=IS, by=None, reality="ongoing", published="2019-03-06")],
            ("islamic-state", None, "2019-03-06", (), None),
        ),
        (
            "held for long: since when is not known, at the latest since it was said",
            [told("hold", actor=SDF, by=None, reality="state", day="2018-03-06", until="2019-03-06", published="2019-03-06")],
            ("sdf", None, "2019-03-06", (), None),
        ),
        (
            "an undated taking is bounded by publication, and by when the other was last said to be there",
            [TAKEN_BY_IS, told("seize", actor=SDF, by=RESIDENT, published="2019-03-06")],
            ("sdf", "2019-02-28", "2019-03-06", (), IS_AR),
        ),
        (
            "a second report narrows the days",
            [
                told("seize", actor=SDF, by=RESIDENT, day="2019-03-01", until="2019-03-06"),
                told("seize", actor=SDF, by="مختار البلدة", day="2019-03-04", until="2019-03-07"),
            ],
            ("sdf", "2019-03-04", "2019-03-06", (), None),
        ),
        (
            "the old taking told again in the report of the new one, without a day",
            [
                TAKEN_BY_IS,
                told("retake", actor=SDF, by=RESIDENT, day="2019-03-05", report="new"),
                told("seize", actor=IS, by=None, report="new"),
            ],
            ("sdf", "2019-03-05", "2019-03-05", (), IS_AR),
        ),
        (
            "taking from someone says who had it",
            [told("seize", actor=SDF, target=IS, by=RESIDENT, day="2019-03-05")],
            ("sdf", "2019-03-05", "2019-03-05", (), IS_AR),
        ),
        (
            "driven out by nobody named",
            [TAKEN_BY_IS, told("expel", target=IS, by=RESIDENT, day="2019-03-05")],
            (None, None, None, (), IS_AR),
        ),
        (
            "the enemy says that they fled, they say that they are there",
            [
                TAKEN_BY_IS,
                told("clash", actor=SDF, target=IS, by=RESIDENT, day="2019-03-04"),
                told("flee", actor=IS, by=SDF, day="2019-03-05"),
                told("hold", actor=IS, by=IS, reality="state", published="2019-03-06"),
            ],
            ("islamic-state", "2019-02-27", "2019-02-27", (SDF_AR,), None),
        ),
        (
            "who fights beside the holder does not contest it",
            [
                told("seize", actor=SDF, by=RESIDENT, day="2019-03-05"),
                told("hold", actor="us-coalition", by=None, reality="state", published="2019-03-08"),
            ],
            ("sdf", "2019-03-05", "2019-03-05", (), None),
        ),
        (
            "an unnamed source moves only what nobody gainsays",
            [
                told("seize", actor=SDF, by=RESIDENT, day="2019-03-05"),
                told("hold", actor=IS, by="مصدر عسكري", anonymous=True, reality="state", published="2019-03-06"),
            ],
            ("sdf", "2019-03-05", "2019-03-05", (IS_AR,), None),
        ),
        (
            "a word without a day is overtaken by a later report that it had left",
            [
                told("enter", actor=IS, by=RESIDENT, day="2019-03-04", published="2019-03-05"),
                told("hold", actor=IS, by=IS, reality="state", published="2019-03-05"),
                told("withdraw", actor=IS, by=RESIDENT, day="2019-03-04", published="2019-03-06"),
            ],
            (None, None, None, (), IS_AR),
        ),
        (
            "an outsider says, days later, that who claimed it never came in",
            [
                told("retake", actor=ARMY, by=ARMY, day="2019-03-01", published="2019-03-01"),
                told("enter", actor=ARMY, by=None, reality="negated", published="2019-03-08"),
            ],
            (None, None, None, (ARMY_AR,), None),
        ),
        (
            "the other side's denial days later does not unsettle it, and contests it",
            [
                TAKEN_BY_IS,
                told("retake", actor=ARMY, by=ARMY, day="2019-03-01", published="2019-03-01"),
                told("retake", actor=ARMY, by=IS, reality="denied", published="2019-03-08"),
            ],
            ("syria.army", "2019-03-01", "2019-03-01", (IS_AR,), IS_AR),
        ),
        (
            "the holder drives the other out of the last part",
            [
                told("enter", actor=SDF, by=RESIDENT, day="2019-03-05", published="2019-03-06"),
                told("hold", actor=IS, by=IS, at="quarter", reality="state", published="2019-03-06"),
                told("expel", actor=SDF, target=IS, by=SDF, at="quarter", day="2019-03-07"),
            ],
            ("sdf", "2019-03-05", "2019-03-07", (), None),
        ),
        (
            "it says so, the other is still there",
            [
                told("enter", actor=SDF, by=RESIDENT, day="2019-03-05", published="2019-03-06"),
                told("expel", actor=SDF, target=IS, by=SDF, at="quarter", day="2019-03-07", published="2019-03-08"),
                told("hold", actor=IS, by=IS, at="quarter", reality="state", published="2019-03-08"),
            ],
            ("sdf", "2019-03-05", "2019-03-05", (IS_AR,), None),
        ),
        (
            "handed over: taker and giver are named",
            [told("handover", actor="iraq.army", target="peshmerga", by=RESIDENT, day="2019-03-05")],
            ("iraq.army", "2019-03-05", "2019-03-05", (), "قوات البيشمركة"),
        ),
        ("handed over: who takes it is not told", [told("handover", actor="peshmerga", by=RESIDENT)], None),
        (
            "people of no side hold nothing",
            [told("enter", actor="متظاهرون غاضبون", by=RESIDENT)],
            None,
        ),
        (
            "a withdrawal from the town toward the desert leaves the town",
            [TAKEN_BY_IS, told("withdraw", actor=IS, by=RESIDENT, at=("town", "desert"), day="2019-03-05")],
            (None, None, None, (), IS_AR),
        ),
    ],
)  # fmt: skip
def test_table(why: str, tellings: list[Telling], expected: tuple[Any, ...] | None) -> None:
    assert shown(of_place(tellings)) == expected, why


def test_as_of_any_day() -> None:
    """The story of a town: what the reports up to each day say."""
    tellings = [
        TAKEN_BY_IS,
        told("retake", actor=SDF, by=SDF, reality="announced", published="2019-03-04"),
        told("retake", actor=SDF, by=SDF, day="2019-03-05", published="2019-03-06"),
        told("lose", by=IS, reality="denied", published="2019-03-06"),
        told("hold", actor=IS, by=IS, at="quarter", reality="state", published="2019-03-06"),
        told("expel", actor=SDF, target=IS, by=SDF, at="quarter", day="2019-03-07", published="2019-03-08"),
        told("enter", actor=SDF, by=None, day="2019-03-05", published="2019-03-09"),
    ]
    by_day = {
        "2019-02-27": None,
        "2019-02-28": ("islamic-state", "2019-02-27", "2019-02-27", (), None),
        "2019-03-05": ("islamic-state", "2019-02-27", "2019-02-27", (), None),
        "2019-03-06": ("islamic-state", "2019-02-27", "2019-02-27", (SDF_AR,), None),
        "2019-03-08": ("sdf", "2019-03-05", "2019-03-07", (), IS_AR),
        "2019-03-09": ("sdf", "2019-03-05", "2019-03-07", (), IS_AR),
    }
    assert {day: shown(of_place(tellings, at=day)) for day in by_day} == by_day
    quarter = of_place(tellings, place=QUARTER)
    assert quarter is not None
    assert (quarter.holder_id, quarter.part_of, quarter.before) == ("sdf", TOWN, IS_AR)
    last = of_place(tellings)
    assert last is not None
    assert last.last_mention == "2019-03-09"


def test_a_holder_nobody_but_itself_names_is_marked() -> None:
    alone = [told("seize", actor=SDF, by=SDF, day="2019-03-05")]
    holding = of_place(alone)
    assert holding is not None
    assert holding.self_interested
    beside = of_place([*alone, told("hold", actor=SDF, by="us-coalition", reality="state")])
    assert beside is not None
    assert beside.self_interested
    witnessed = of_place([*alone, told("hold", actor=SDF, by=RESIDENT, reality="state")])
    assert witnessed is not None
    assert not witnessed.self_interested
    assert witnessed.claimed_by == tuple(sorted(("سكان من البلده", "قوات سوريا الديمقراطيه")))


def test_a_siege_is_shown() -> None:
    siege = told("besiege", actor=ARMY, target=IS, by=None, reality="ongoing", published="2019-03-06")
    holding = of_place([siege])
    assert holding is not None
    assert holding.besieged_by == (ARMY_AR,)
    entered = of_place(
        [
            siege,
            told("withdraw", actor=IS, by=ARMY, day="2019-03-07"),
            told("enter", actor=ARMY, by=ARMY, day="2019-03-08"),
        ]
    )
    assert shown(entered) == ("syria.army", "2019-03-08", "2019-03-08", (), IS_AR)
    assert entered is not None
    assert entered.besieged_by == ()
    lifted = of_place([siege, told("lift_siege", actor=ARMY, by=None, published="2019-03-07")])
    assert lifted is not None
    assert lifted.besieged_by == ()


def test_parts_are_told_apart_by_where_they_lie() -> None:
    tellings = [told("seize", actor=SDF, at="quarter"), told("seize", actor=IS, at="other quarter")]
    assert {h.place: h.holder_id for h in holdings(tellings)} == {QUARTER: SDF, "الحي الجنوبي": IS, TOWN: None}


def test_a_hospital_named_with_its_town_is_a_part_of_it() -> None:
    hospital = Spot(
        words="المستشفي",
        relation="at",
        id="x-hospital",
        ar="المستشفى",
        lat=35.6,
        lon=40.7,
        radius_m=300.0,
        kind="hospital",
    )
    town = Spot(
        words="مركده", relation="at", id="gn:167208", ar=TOWN, lat=35.6, lon=40.7, radius_m=3000.0, kind="settlement"
    )
    telling = told("hold", actor=IS, reality="state", at=None)
    telling = Telling(
        **{**{name: getattr(telling, name) for name in telling.__struct_fields__}, "spots": (town, hospital)}
    )
    found = {h.place: (h.holder_id, h.part_of, h.contested_by) for h in holdings([telling])}
    assert found == {"المستشفى": (IS, TOWN, ()), TOWN: (None, None, (IS_AR,))}


def test_a_place_that_no_gazetteer_knows_goes_by_its_name() -> None:
    assert [h.place for h in holdings([told("seize", actor=SDF, at="village")])] == ["قريه العين"]
    nameless = Spot(words="البلده", relation="at")
    assert holdings([told("seize", actor=SDF, at=nameless)]) == ()


def test_origins_by_name() -> None:
    telling = told("seize", actor=SDF, by=RESIDENT)
    (holding,) = holdings([telling], said_by={telling.claim: "أهالي مركدة"})
    assert holding.claimed_by == ("أهالي مركدة",)


def test_kinds_in_the_data_exist() -> None:
    kinds = [kind for row in control().effect for kind in row.kinds]
    assert set(kinds) <= set(load_lexicon().kinds)
    assert len(kinds) == len(set(kinds))


tellings = st.builds(
    told,
    st.sampled_from(["seize", "retake", "lose", "withdraw", "hold", "besiege", "clash", "enter", "expel", "repel", "lift_siege"]),
    actor=st.sampled_from([IS, SDF, ARMY, None]),
    target=st.sampled_from([IS, SDF, None, None]),
    at=st.sampled_from(["town", "town", "quarter", "other quarter", "village"]),
    day=st.sampled_from([None, "2019-03-01", "2019-03-02", "2019-03-04", "2019-03-07"]),
    published=st.sampled_from([None, "2019-03-02", "2019-03-05", "2019-03-08"]),
    by=st.sampled_from([IS, SDF, "us-coalition", RESIDENT, None]),
    reality=st.sampled_from(["happened", "happened", "ongoing", "state", "denied", "negated", "announced"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(tellings, max_size=9), st.randoms(), st.sampled_from([None, "2019-03-03", "2019-03-08"]))
def test_order_does_not_matter(told_so_far: list[Telling], chance: random.Random, at: str | None) -> None:
    mixed = chance.sample(told_so_far, len(told_so_far))
    assert holdings(mixed, at=at) == holdings(told_so_far, at=at)


@settings(max_examples=100, deadline=None)
@given(st.lists(tellings, max_size=9), tellings)
def test_computing_only_the_places_touched_gives_the_same(told_so_far: list[Telling], new: Telling) -> None:
    touched = set(ground_keys(new))
    everything = [*told_so_far, new]
    sharing = [telling for telling in everything if touched & set(ground_keys(telling))]
    names = {move.ground.name for move in moves_of(new)}
    again = [holding for holding in holdings(sharing) if holding.place in names]
    untouched = [holding for holding in holdings(told_so_far) if holding.place not in names]
    assert sorted([*again, *untouched], key=repr) == sorted(holdings(everything), key=repr)


@settings(max_examples=100, deadline=None)
@given(st.lists(tellings, max_size=9))
def test_what_a_holding_says_is_in_the_claims(told_so_far: list[Telling]) -> None:
    known = {telling.claim for telling in told_so_far}
    for holding in holdings(told_so_far):
        assert set(holding.claims) <= known
        assert holding.claims
        assert holding.holder not in holding.contested_by
        assert holding.holder is not None or (holding.earliest, holding.latest, holding.claimed_by) == (None, None, ())
        assert holding.earliest is None or holding.latest is None or holding.earliest <= holding.latest
