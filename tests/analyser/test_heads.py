"""Sums that the heads share."""

import numpy as np

from tawatur.analyser.heads import bio, range_means, runs

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


def test_ranges_may_overlap_and_touch_the_end() -> None:
    x = np.arange(12, dtype=np.float32).reshape(4, 3)
    means = range_means(x, np.array([0, 1, 0, 3]), np.array([2, 4, 4, 4]))
    expected = [x[0:2].mean(0), x[1:4].mean(0), x[0:4].mean(0), x[3]]
    assert np.allclose(means, expected)


def test_inside_only_follows_its_own_kind() -> None:
    scores = np.full((3, 5), -5.0, np.float32)
    scores[0, 1] = 1.0  # B-person
    scores[1, 4], scores[1, 2] = 1.0, 0.9  # I-place, barred, a little before I-person
    scores[2, 0] = 1.0
    assert bio(scores, LABELS) == [1, 2, 0]


def test_inside_never_comes_first() -> None:
    scores = np.array([[0.0, 0.5, 1.0, 0.0, 0.0]], np.float32)
    assert bio(scores, LABELS) == [1]


def test_runs() -> None:
    assert runs([1, 2, 0, 3, 3], LABELS) == [(0, 2, "person"), (3, 4, "place"), (4, 5, "place")]
