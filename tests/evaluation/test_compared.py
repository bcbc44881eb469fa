"""When a field says the same as the gold; the sentences are invented."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.compared import near_kind, paired, right_fields, same_kind, same_words

TEXT = "قال حيدر العبادي إن الجيش انسحب من الموصل. وأضاف العبادي أن القصف مستمر."
GOLD: dict[str, Any] = {
    "trigger": [26, 31],
    "kind": "withdraw",
    "also": ["retreat"],
    "reality": "happened",
    "reality_also": ["ongoing"],
    "actor": [[20, 25]],
    "target": [],
    "where": [{"span": [35, 41], "lat": 36.34, "lon": 43.13, "radius_km": 12}],
    "when": ["2019-03-07", "2019-03-08"],
    "chain": [[4, 16]],
}
READ: dict[str, Any] = {
    "trigger": (26, 31),
    "words": [(26, 31)],
    "kind": "withdraw",
    "reality": "happened",
    "actor": [(20, 25)],
    "target": [],
    "theme": [],
    "where": [{"span": (35, 41), "lat": 36.35, "lon": 43.15}],
    "when": ["2019-03-07", "2019-03-08"],
    "chain": [(4, 16)],
}
FIELDS: tuple[tuple[str, dict[str, Any], set[str]], ...] = (
    ("all the same", {}, set()),
    ("a label that the gold also takes", {"reality": "ongoing"}, {"reality_exact"}),
    ("another reality", {"reality": "denied"}, {"reality", "reality_exact"}),
    ("no actor where the gold has one", {"actor": []}, {"actor"}),
    ("a target where the gold has none", {"target": [(35, 41)]}, {"target"}),
    ("a theme where the gold has no target does no harm", {"theme": [(35, 41)]}, set()),
    ("a place 24 km off", {"where": [{"span": (35, 41), "lat": 36.55, "lon": 43.13}]}, set()),
    ("a place 60 km off", {"where": [{"span": (35, 41), "lat": 36.9, "lon": 43.13}]}, {"where"}),
    ("a place that was not resolved", {"where": [{"span": (35, 41), "lat": None, "lon": None}]}, {"where"}),
    ("one day of the two", {"when": ["2019-03-07", "2019-03-07"]}, {"when"}),
    ("an open interval that meets", {"when": [None, "2019-03-07"]}, {"when"}),
    ("another day", {"when": ["2019-03-01", "2019-03-01"]}, {"when", "when_meets"}),
    ("the teller by another mention of the name", {"chain": [(49, 56)]}, set()),
    ("the outlet's own voice", {"chain": []}, {"origin", "chain"}),
    ("one teller too many, the origin right", {"chain": [(20, 25), (4, 16)]}, {"chain"}),
)


@pytest.mark.parametrize(("why", "changed", "wrong"), FIELDS, ids=[row[0] for row in FIELDS])
def test_fields(why: str, changed: dict[str, Any], wrong: set[str]) -> None:
    right = right_fields(TEXT, GOLD, {**READ, **changed})
    assert {name for name, is_right in right.items() if not is_right} == wrong, why


def test_kinds_accepted_and_near() -> None:
    assert same_kind(GOLD, {"kind": "retreat"})
    assert not same_kind(GOLD, {"kind": "airstrike"})
    assert near_kind({"kind": "attack"}, {"kind": "airstrike"}), "an air strike is a sort of attack"


def test_claims_at_what_is_only_said_again_are_neither_right_nor_wrong() -> None:
    again = {**READ, "trigger": (60, 65), "words": [(60, 65)], "kind": "shell"}
    pairs, missed, wrong = paired({"claims": [GOLD], "again": [[60, 65]]}, [READ, again])
    assert (len(pairs), missed, wrong) == (1, [], [])
    assert paired({"claims": [GOLD]}, [READ, again])[2] == [again]


def test_same_words_need_a_word() -> None:
    assert same_words(TEXT, gold=(4, 16), read=(49, 56))
    assert not same_words(TEXT, gold=(4, 16), read=(20, 25))
