"""A happening out of its claims, ties among happenings, stance of two claims."""

import msgspec
import pytest

from tawatur.merge.happenings import happening_id, happening_of
from tawatur.merge.records import Count, Origin, Party, Teller, Telling
from tawatur.merge.stance import contradictions, stance
from tests.merge.told import told


def origin(id_: str, *tellings: Telling) -> Origin:
    return Origin(
        id=id_,
        who=id_,
        entity=None,
        side=None,
        own_voice=False,
        anonymous=False,
        claims=tuple(telling.claim for telling in tellings),
        reports=tuple(telling.report for telling in tellings),
        outlets=(),
        reasons=(),
    )


def counted(low: float, **fields: object) -> Telling:
    return msgspec.structs.replace(told("kill", **fields), counts=(Count(of="killed", low=low, high=low),))  # type: ignore[arg-type]


def test_what_most_origins_say_is_common_and_the_rest_differs() -> None:
    copies = [counted(11, target="sdf", day="2019-03-04", published="2019-03-05") for _ in range(3)]
    others = [counted(7, target="sdf", day="2019-03-04", published="2019-03-06") for _ in range(2)]
    origins = [origin("o1", *copies), origin("o2", others[0]), origin("o3", others[1])]
    found = happening_of([*copies, *others], origins=origins, grade="fair", grade_rule="rule")
    assert (found.articles, len(found.origins), found.kind, found.earliest) == (5, 3, "kill", "2019-03-04")
    assert [(said.field, said.value, said.origins) for said in found.differs] == [
        ("killed", "7", ("o2", "o3")),
        ("killed", "11", ("o1",)),
    ]


def test_the_strike_and_its_dead_are_a_strike() -> None:
    dead, strike = [counted(11, target="sdf") for _ in range(2)], told("airstrike", target="sdf")
    found = happening_of([*dead, strike], origins=[origin("o1", *dead, strike)], grade="weak", grade_rule="rule")
    assert found.kind == "airstrike"
    assert happening_of(dead, origins=[], grade="weak", grade_rule="rule").kind == "kill"


def test_a_happening_that_some_deny_has_happened_and_says_so() -> None:
    tellings = [told("attack"), told("attack", reality="denied")]
    origins = [origin("o1", tellings[0]), origin("o2", tellings[1])]
    found = happening_of(tellings, origins=origins, grade="contested", grade_rule="rule")
    assert found.reality == "happened"
    assert {said.value for said in found.differs if said.field == "reality"} == {"happened", "denied"}


def test_a_happening_keeps_its_id_while_later_reports_come() -> None:
    first, later = told("attack", published="2019-03-05"), told("attack", published="2019-03-06")
    earlier = told("attack", published="2019-03-01")
    assert happening_id([first]) == happening_id([later, first])
    assert happening_id([first]) != happening_id([first, earlier])


@pytest.mark.parametrize(
    ("a", "b", "about"),
    [
        (told("attack"), told("attack", reality="denied"), ("reality",)),
        (told("attack", actor="sdf"), told("attack", actor="islamic-state"), ("actor",)),
        (told("seize", actor="sdf"), told("hold", actor="islamic-state"), ("holder",)),
        (told("expel", target="sdf"), told("withdraw", actor="sdf"), ("manner",)),
        (told("clash", actor="sdf"), told("clash", actor="islamic-state"), ()),  # two who clash are both right
        (told("attack", actor="sdf"), told("attack"), ()),  # who did it is open: no contradiction
        (counted(4, published="2019-03-07"), counted(6, published="2019-03-08"), ()),  # the toll rises
        (counted(6, published="2019-03-07"), counted(4, published="2019-03-08"), ("killed",)),  # and does not fall
        (counted(10), counted(11), ()),  # rounded
    ],
)
def test_what_cannot_both_be(a: Telling, b: Telling, about: tuple[str, ...]) -> None:
    assert contradictions(a, b) == contradictions(b, a) == about
    assert stance(a, b, same_origin=False) == ("contradicts" if about else "supports")
    assert stance(a, b, same_origin=True) == "repeats"


def test_tolls_of_two_sides_do_not_grow_into_one_another() -> None:
    sides = [Teller(words=side, side=side) for side in ("sdf", "islamic-state")]
    low, high = (msgspec.structs.replace(counted(n), chain=(side,)) for n, side in zip((3, 15), sides, strict=True))
    assert contradictions(low, high) == ("killed",)


def test_parties_without_an_entity_are_named_by_their_words() -> None:
    one = msgspec.structs.replace(told("attack"), actors=(Party(words="مسلحون ملثمون"),))
    found = happening_of([one], origins=[origin("o", one)], grade="weak", grade_rule="rule")
    assert found.actor == Party(words="مسلحون ملثمون")
