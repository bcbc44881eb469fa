"""Questions: each thing that can be asked for finds what it should and nothing else; names are resolved or refused; pages join without a gap."""

from __future__ import annotations

from typing import Any

import pytest

from tawatur.errors import LedgerError, UnknownName
from tawatur.ledger import Ledger
from tawatur.ledger.query import Answer
from tawatur.ledger.query_names import actor_called, kinds_called, place_called, side_called
from tests.ledger.asked import asked_of

ALL = ["shell", "withdraw", "besiege", "hold"]


@pytest.fixture
def asked(ledger: Ledger) -> Ledger:
    """The small ledger."""
    asked_of(ledger)
    return ledger


def kinds(answer: Answer) -> list[str]:
    """The kinds of what was found, in order; the day of "hold" is not known, so that it comes last."""
    return [found.happening.kind for found in answer.found]


def test_what_is_asked_for_is_found(asked: Ledger) -> None:
    table: tuple[tuple[tuple[str, ...], dict[str, Any], list[str]], ...] = (
        ((), {}, ALL),
        (("shell",), {}, ["shell"]),
        (("attack",), {}, ["shell"]),  # the narrower kinds are in the broader
        (("control",), {}, ["besiege", "hold"]),  # a group
        (("shell", "hold"), {}, ["shell", "hold"]),  # either
        ((), {"actor": "قسد"}, ["withdraw", "hold"]),  # by another of its names than the neutral one
        ((), {"actor": "syria.army"}, ["shell"]),
        ((), {"actor": "guards.x"}, ["besiege"]),  # an id that only this ledger has
        ((), {"target": "قسد"}, []),  # the role counts
        ((), {"side": "sdf"}, ["withdraw", "hold"]),
        ((), {"place": "مركده"}, ["shell", "hold"]),  # however it is spelled
        ((), {"place": "SY.07"}, ["withdraw"]),  # a province has what lies in it
        ((), {"place": "سوريا"}, ["shell", "withdraw", "hold"]),
        ((), {"place": "ريف دير الزور"}, ["withdraw"]),  # an area that is drawn
        ((), {"near": (35.75, 40.75), "radius_km": 5}, ["shell", "hold"]),
        ((), {"near": (35.75, 40.75), "radius_km": 150}, ["shell", "withdraw", "hold"]),
        ((), {"first": "2019-03-07", "last": "2019-03-07"}, ["shell"]),
        ((), {"first": "2019-03-08"}, ["withdraw", "besiege"]),  # without a day: by the day on which it was told
        ((), {"reality": "denied"}, ["besiege"]),
        ((), {"min_origins": 2}, ["shell"]),
        ((), {"words": "انقاض"}, ["shell"]),  # folded
        ((), {"words": "مجلس البلده"}, ["besiege"]),
        ((), {"words": "قسد البلدة"}, []),  # in one report, and in no one sentence
        ((), {"words": '"نهاية الشهر"'}, ["withdraw"]),
        ((), {"words": '"الشهر نهاية"'}, []),  # side by side, in this order
        ((), {"actor": "قسد", "place": "مركدة"}, ["hold"]),  # all of it
    )
    found = [(names, options, kinds(asked.query(*names, **options))) for names, options, _ in table]
    assert found == [(names, options, wanted) for names, options, wanted in table]


def test_pages_join_without_a_gap(asked: Ledger) -> None:
    seen, cursor = [], None
    for _ in ALL:
        page = asked.query(limit=1, cursor=cursor)
        seen += kinds(page)
        cursor = page.next
    assert (seen, cursor) == (ALL, None)
    with_words = asked.query(words="قسد", limit=1)
    assert kinds(asked.query(words="قسد", limit=1, cursor=with_words.next)) == ["hold"]


def test_an_answer_names_parties_tellers_and_tolls(asked: Ledger) -> None:
    (found,) = asked.query("shell").found
    assert found.names.actor is not None
    assert (found.names.actor.id, found.names.actor.en) == ("syria.army", "Syrian army")
    assert sorted(found.told_by) == ["الدفاع المدني", "مصدر طبي"]
    assert found.reports == ("agency-1", "paper-2")
    (toll,) = found.tolls
    assert (toll.of, toll.low, toll.best, toll.high) == ("killed", 3, 3, 5)  # one origin each: the last told is best
    assert [len(figure.origins) for figure in toll.figures] == [1, 1]


def test_the_one_who_yields_is_the_actor(asked: Ledger) -> None:
    (found,) = asked.query("withdraw").found
    assert found.names.actor is not None
    assert found.names.actor.id == "sdf"
    assert found.names.target is None


@pytest.mark.parametrize(
    "options",
    [
        {"first": "8.3.2019"},
        {"near": (1.0, 2.0)},  # without a radius
        {"near": (91.0, 2.0), "radius_km": 1},
        {"reality": "true"},
        {"grade": "sure"},
        {"cursor": "next"},
        {"limit": 0},
    ],
)
def test_what_cannot_be_asked_is_refused(ledger: Ledger, options: dict[str, Any]) -> None:
    with pytest.raises(LedgerError):
        ledger.query(**options)


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    for ask, near in (
        (lambda: kinds_called("seze"), "seize"),
        (lambda: side_called("syr-gof"), "syr-gov"),
        (lambda: place_called("البوكمل"), "gn:174448"),
        (lambda: actor_called("الجيس السوري", known=lambda _: False), "syria.army"),
    ):
        with pytest.raises(UnknownName, match="of this name or id is known") as refused:
            ask()
        assert near in str(refused.value)
    with pytest.raises(UnknownName, match="none is like it"):
        place_called("غ")


def test_what_is_not_merged_yet_is_known(asked: Ledger) -> None:
    assert not asked.unmerged()
    asked.judge("unsure", author="أ", a=next(asked.claims()).key)
    assert asked.unmerged()


def test_holdings_by_place_and_day(asked: Ledger) -> None:
    (held,) = asked.holdings(place="مركدة")
    assert (held.holding.holder_id, held.judgements) == ("sdf", ())
    assert asked.holdings(place="العراق") == ()
    assert asked.holdings(at="2019-01-01") == ()  # nothing was told by then
    said = asked.judge("wrong", author="أ", a=held.holding.claims[0])
    asked.merge()
    assert asked.holdings(place="مركدة") == ()
    asked.judge("undo", author="أ", undoes=said.id[:6])
    right = asked.judge("right", author="ب", a=held.holding.claims[0])
    asked.merge()
    (again,) = asked.holdings(place="SY")
    assert (again.holding, again.judgements) == (held.holding, (right.id,))
