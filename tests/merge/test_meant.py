"""Which of the places of a claim changes hands: rows of what the reader gives, as newswire puts it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tawatur.merge.control import holdings
from tawatur.merge.meant import places_meant
from tawatur.merge.records import Party, Spot, Telling
from tests.merge.told import SPOTS, told

TOWN = SPOTS["town"]
COUNTRY = Spot(
    words="سوريا", relation="at", id="SY", lat=35.0, lon=38.0, radius_m=300000.0, kind="country", country="SY"
)
SIDE = Spot(
    words="غرب مركده", relation="at", id="direction(gn:167208)", lat=35.6, lon=40.6, radius_m=9000.0, kind="derived"
)


def spot(words: str, *, relation: str = "at") -> Spot:
    """A place that no gazetteer knows."""
    return Spot(words=words, relation=relation)


def claim(*spots: Spot, themes: tuple[str, ...] = (), target: str | None = None) -> Telling:
    targets = (Party(words=target),) if target else ()
    return replace(told("seize", actor="sdf", at=None), spots=spots, themes=themes, targets=targets)


def meant(telling: Telling, *, by_object: bool = True) -> set[tuple[str, bool]]:
    return {(one.ground.key, one.part) for one in places_meant(telling, at=("at",), by_object=by_object)}


@pytest.mark.parametrize(
    ("why", "telling", "expected"),
    [
        ("one place", claim(TOWN), {("gn:167208", False)}),
        ("the town, not the country", claim(COUNTRY, TOWN), {("gn:167208", False)}),
        ("a hill is taken; the town says where it lies", claim(TOWN, themes=("تبه النسور",)), {("name:تبه النسور", False)}),
        (
            "a palace is taken: a part of the town that is named with it",
            claim(TOWN, themes=("قصر المحافظ",)),
            {("name:قصر المحافظ@gn:167208", False), ("gn:167208", True)},
        ),
        (
            "an unlisted quarter in a listed side of the town",
            claim(spot("حي النهضه"), SIDE),
            {("name:النهضه@gn:167208", False), ("gn:167208", True)},
        ),
        ("a village beside a town lies in no town", claim(spot("قريه العين"), SIDE), {("name:العين", False)}),
        ("a quarter without a town goes by its name", claim(spot("حي النهضه")), {("name:النهضه", False)}),
        ("areas without a name in a country", claim(COUNTRY, themes=("مساحات واسعه",)), set()),
        ("quarters without a name in a town", claim(TOWN, spot("احياء")), {("gn:167208", True)}),
        ("weapons are no place, and the town is not taken", claim(TOWN, themes=("اسلحه ثقيله",)), set()),
        ("people who are freed are no place either, but no thing that was taken", claim(TOWN, themes=("مدنيون",)), {("gn:167208", False)}),
        ("«المدينة» is the town that the reader gives", claim(TOWN, themes=("المدينه",)), {("gn:167208", False)}),
        ("the camp spoken of is a part of the town", claim(TOWN, themes=("المعسكر",)), {("gn:167208", True)}),
        ("the object is among the places", claim(COUNTRY, TOWN, themes=("مركده",)), {("gn:167208", False)}),
        ("a target that is a place", claim(spot("معسكر النسور"), TOWN, target="معسكر النسور"), {("name:النسور@gn:167208", False), ("gn:167208", True)}),
        ("«هناك» names nothing", claim(spot("هناك")), set()),
        ("«مركز المديرية» names nothing", claim(spot("مركز المديريه")), set()),
    ],
)  # fmt: skip
def test_table(why: str, telling: Telling, expected: set[tuple[str, bool]]) -> None:
    assert meant(telling) == expected, why


def test_arms_drawn_off_leave_the_town() -> None:
    """«سحبت أسلحتها من البلدة»: the object is not the place."""
    assert meant(claim(TOWN, themes=("اسلحتها",)), by_object=False) == {("gn:167208", False)}


def test_a_place_is_no_party() -> None:
    """«صد هجوم على معسكر النسور»: the camp is not the one that was beaten off."""
    camp = spot("معسكر النسور")
    told_of = replace(claim(camp, target="معسكر النسور"), kind="retake")
    assert [(h.holder_id, h.before) for h in holdings([told_of])] == [("sdf", None)]
