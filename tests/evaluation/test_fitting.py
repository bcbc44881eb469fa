"""Weights fitted on pairs: each finding speaks only for what its name says."""

from evaluation.fitting import PRIOR, Example, fitted
from tawatur.merge.records import Finding


def example(*codes: str, same: bool, group: int) -> Example:
    return Example(tuple(Finding(code=code, says=code) for code in codes), same=same, group=str(group))


def test_no_weight_is_on_the_wrong_side() -> None:
    """Pairs in which one place stands against one happening, and another town for it, against all sense."""
    found = fitted(
        [example("place.same", "trigger.same", "actor.open", same=False, group=n) for n in range(30)]
        + [example("place.beside", "kind.same", same=True, group=n) for n in range(30)]
    )
    assert found.weights["place.same"] == PRIOR["place.same"] / 2
    assert found.weights["place.beside"] == found.weights["trigger.same"] == 0.0
    assert found.weights["kind.same"] > 0.5
    assert "actor.open" not in found.weights


def test_the_threshold_is_where_pairs_left_out_are_mostly_right() -> None:
    found = fitted(
        [example("kind.same", "trigger.same", same=True, group=n) for n in range(30)]
        + [example("kind.same", same=False, group=n) for n in range(30)]
    )
    assert 0.5 <= found.same < 0.9
    assert found.curve["0.60"] == {"precision": 1.0, "recall": 1.0}
