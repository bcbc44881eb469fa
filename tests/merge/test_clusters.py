"""Claims gathered: what joins them, what parts them, and that no order matters."""

from itertools import combinations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.merge.clusters import clusters, components
from tawatur.merge.pairs import weigh
from tawatur.merge.records import Judged, Pair, Telling
from tests.merge.told import told

DAYS = ("2019-03-05", "2019-03-06", "2019-03-07", "2019-03-20")
SIDES = ("sdf", "islamic-state", None)


def some(count: int) -> list[Telling]:
    """Claims of few days and parties, so that many are alike."""
    made = []
    for number in range(count):
        actor, target = SIDES[number % 3], SIDES[(number // 3) % 3]
        day = DAYS[number % 4]
        one = told(
            ("attack", "raid", "kill")[number % 3], actor=actor, target=target if target != actor else None, day=day
        )
        made.append(msgspec.structs.replace(one, claim=f"k{number:02}", report=f"s{number:02}"))
    return made


TELLINGS = some(18)
PAIRS = [weigh(a, b) for a, b in combinations(TELLINGS, 2)]
JUDGED = [
    Judged(id=f"j{n}", made=f"2024-01-{n + 1:02}", verdict=verdict, a=a.claim, b=b.claim)
    for n, ((a, b), verdict) in enumerate(
        zip(list(combinations(TELLINGS, 2))[::11], ("same", "different", "same", "related") * 4, strict=False)
    )
]


def of_claim(found: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    return {claim: group for group in found for claim in group}


@given(st.randoms(use_true_random=False), st.integers(0, len(JUDGED)))
@settings(max_examples=25, deadline=None)
def test_the_order_is_of_no_account(random: object, judged: int) -> None:
    tellings, pairs, judgements = list(TELLINGS), list(PAIRS), JUDGED[:judged]
    expected = clusters(tellings, pairs=pairs, judgements=judgements)
    for shuffled in (tellings, pairs, judgements):
        random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clusters(tellings, pairs=pairs, judgements=judgements) == expected


@given(st.integers(0, len(TELLINGS)), st.integers(0, len(JUDGED)))
@settings(max_examples=25, deadline=None)
def test_components_one_by_one_give_what_all_at_once_gives(count: int, judged: int) -> None:
    tellings, judgements = TELLINGS[:count], JUDGED[:judged]
    known = {telling.claim for telling in tellings}
    pairs = [pair for pair in PAIRS if {pair.a, pair.b} <= known]
    judgements = [one for one in judgements if {one.a, one.b} <= known]
    alike = [pair for pair in pairs if pair.label == "same"]
    apart = []
    for part in components(known, pairs=alike, judgements=judgements):
        inside = [telling for telling in tellings if telling.claim in part]
        apart += clusters(
            inside,
            pairs=[pair for pair in alike if pair.a in part],
            judgements=[one for one in judgements if one.a in part],
        )
    assert tuple(sorted(apart)) == clusters(tellings, pairs=pairs, judgements=judgements)


def test_claims_of_one_day_are_gathered_and_those_of_weeks_later_are_not() -> None:
    one, again, later = (
        told("attack", actor="sdf", target="islamic-state", day=day) for day in (DAYS[0], DAYS[0], DAYS[3])
    )
    found = of_claim(clusters([one, again, later], pairs=[weigh(one, again), weigh(again, later), weigh(one, later)]))
    assert found[one.claim] == found[again.claim] != found[later.claim]


def test_a_judgement_joins_what_nothing_else_would() -> None:
    one, other = told("attack", day=DAYS[0]), told("election", at=None, day=DAYS[3])
    same = Judged(id="j", made="2024", verdict="same", a=one.claim, b=other.claim)
    assert clusters([one, other], pairs=[], judgements=[same]) == ((one.claim, other.claim),)
    assert components([one.claim, other.claim], pairs=[], judgements=[same]) == ((one.claim, other.claim),)


def test_a_judgement_parts_what_is_alike() -> None:
    one, again = (told("attack", actor="sdf", target="islamic-state", day=DAYS[0]) for _ in range(2))
    pair = weigh(one, again)
    parted = Judged(id="j", made="2024", verdict="different", a=one.claim, b=again.claim)
    assert len(clusters([one, again], pairs=[pair])) == 1
    assert len(clusters([one, again], pairs=[pair], judgements=[parted])) == 2


def test_of_two_judgements_the_newer_holds() -> None:
    one, other = told("attack"), told("election")
    made = [
        Judged(id=id_, made=year, verdict=verdict, a=one.claim, b=other.claim)
        for id_, year, verdict in (("a", "2024", "same"), ("b", "2025", "different"))
    ]
    assert len(clusters([one, other], pairs=[], judgements=made)) == 2
    assert len(clusters([one, other], pairs=[], judgements=made[:1])) == 1


def test_what_is_forbidden_between_two_keeps_their_groups_apart() -> None:
    """B is like A and like C, and A and C are a swap of roles: all three are never one."""
    a = told("attack", actor="sdf", target="islamic-state", day=DAYS[0])
    b = told("attack", day=DAYS[0])
    c = told("attack", actor="islamic-state", target="sdf", day=DAYS[0])
    sure = [
        Pair(a=a.claim, b=b.claim, label="same", score=0.9, reasons=()),
        Pair(a=b.claim, b=c.claim, label="same", score=0.8, reasons=()),
    ]
    assert clusters([a, b, c], pairs=sure) == ((a.claim, b.claim), (c.claim,))
