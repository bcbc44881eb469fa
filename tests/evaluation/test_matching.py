"""Pairing by overlap, and figures on nothing."""

from __future__ import annotations

import pytest

from evaluation.matching import kilometres, matched, overlap, scores, share, unmatched


def test_overlap_counts_shared_code_points() -> None:
    assert overlap((3, 8), (6, 12)) == 2
    assert overlap((3, 6), (6, 12)) == 0


def test_pairs_are_one_to_one_and_the_larger_share_wins() -> None:
    gold = [{"trigger": (0, 4)}, {"trigger": (10, 14)}]
    read = [{"trigger": (0, 9)}, {"trigger": (0, 4)}, {"trigger": (11, 14)}]
    pairs = matched(gold, read)
    assert [(one["trigger"], two["trigger"]) for one, two in pairs] == [((0, 4), (0, 4)), ((10, 14), (11, 14))]
    assert unmatched(read, pairs, side=1) == [read[0]]


def test_alike_rows_pair_before_those_of_larger_overlap() -> None:
    gold = [{"trigger": (0, 4), "kind": "kill"}]
    read = [{"trigger": (0, 4), "kind": "wound"}, {"trigger": (2, 4), "kind": "kill"}]
    ((_, found),) = matched(gold, read, alike=lambda one, two: one["kind"] == two["kind"])
    assert found["kind"] == "kill"


def test_words_between_a_light_verb_and_its_noun_belong_to_neither() -> None:
    gold = [{"trigger": (5, 9)}]
    read = [{"trigger": (0, 20), "words": [(0, 4), (15, 20)]}]
    assert matched(gold, read) == []


def test_distance_along_the_sphere() -> None:
    damascus, beirut = {"lat": 33.51, "lon": 36.29}, {"lat": 33.89, "lon": 35.5}
    assert kilometres(damascus, beirut) == pytest.approx(84, abs=2)


def test_nothing_scores_zero() -> None:
    assert scores(0, gold=0, read=0)["f1"] == 0.0
    assert share(1, 0) == 0.0
