"""What follows from what: announced and done or not done, cause and consequence."""

import pytest

from tawatur.merge.happenings import happening_of
from tawatur.merge.links import following, links
from tawatur.merge.records import Happening, Spot, Telling
from tawatur.records import Reality
from tests.merge.told import told

SAID = told(
    "operation", actor="sdf", target="islamic-state", day="2019-03-03", reality="announced", published="2019-03-03"
)
AROUND = Spot(
    words="الريف", relation="at", id="countryside(gn:170794)", lat=35.5, lon=40.6, radius_m=60000.0, kind="derived"
)


def happening(telling: Telling) -> Happening:
    return happening_of([telling], origins=[], grade="weak", grade_rule="rule")


def ties(*tellings: Telling, until: str) -> list[tuple[str, str, str | None, int | None]]:
    made = {happening(telling).id: telling for telling in tellings}
    found = links(map(happening, tellings), told={id_: one.published or "" for id_, one in made.items()}, until=until)
    return [(tie.what, made[tie.a].kind, made[tie.b].kind if tie.b else None, tie.days) for tie in found]


def test_what_was_announced_and_done() -> None:
    done = told("attack", actor="sdf", target="islamic-state", day="2019-03-05", published="2019-03-06")
    assert ties(SAID, done, until="2019-04-01") == [("followed", "operation", "attack", 2)]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2019-03-08", []),  # the days for it are not over
        ("2019-03-20", [("not_followed", "operation", None, following().days_for("operation"))]),
    ],
)
def test_what_was_announced_and_not_done(until: str, expected: list[object]) -> None:
    assert ties(SAID, until=until) == expected


@pytest.mark.parametrize(
    "other",
    [
        told("attack", actor="islamic-state", target="sdf", day="2019-03-05"),  # by the other side
        told("attack", actor="sdf", day="2019-03-01"),  # before it was announced
        told("protest", actor="sdf", day="2019-03-05"),  # something else
        told("fortify", actor="sdf", day="2019-03-05"),  # digging in is no attack
        told("attack", day="2019-03-05", at=AROUND),  # nobody named, in a land around the town
        told("attack", actor="sdf", published="2019-03-03"),  # told as done on the day of the announcement
    ],
)
def test_what_does_not_follow_an_announcement(other: Telling) -> None:
    assert [what for what, *_ in ties(SAID, other, until="2019-03-05")] == []


def test_the_town_that_the_operation_was_for_is_taken() -> None:
    done = [told(kind, day="2019-03-05", published="2019-03-06") for kind in ("enter", "seize")]
    assert sorted(tie[2] or "" for tie in ties(SAID, *done, until="2019-04-01")) == ["enter", "seize"]


@pytest.mark.parametrize("reality", ["possible", "desired"])
def test_what_nobody_announced_needs_nothing_to_follow(reality: Reality) -> None:
    assert ties(told("operation", actor="sdf", day="2019-03-03", reality=reality), until="2019-04-01") == []


def test_an_attack_and_the_flight_from_it() -> None:
    attack = told("attack", day="2019-03-04", published="2019-03-05")
    flight = told("displacement", day="2019-03-06", published="2019-03-06")
    assert ties(attack, flight, until="2019-03-06") == [("consequence", "attack", "displacement", 2)]
