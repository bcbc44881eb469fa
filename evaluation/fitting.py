"""Fit the weights of findings on labelled pairs: a logistic regression in which a finding can only speak for what its name says.

"place.same" never speaks against one happening, "place.apart" never for it, and what is unknown says nothing. So a few hundred pairs are enough,
and each weight can be read as a reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tawatur.merge.records import Finding

WEIGHTS = Path(__file__).parent.parent / "tawatur" / "data" / "merge_weights.toml"
FOR = frozenset(
    ("same", "side", "words", "shared", "inside", "near", "overlap", "equal", "both", "close", "surroundings")
)
"""Last part of the codes that can only speak for one happening …"""
AGAINST = frozenset(
    (
        "apart",
        "far",
        "next",
        "beside",
        "other",
        "none",
        "unlike",
        "one",
        "crossed",
        "published",
        "ahead-done",
        "ahead-denied",
    )
)
"""… and against it."""
LEAST = 3
"""Pairs that a finding must be on to be weighed."""
RIDGE = 3.0
FOLDS = 8
PRECISION = 0.82
"""The threshold is the lowest score from which on, in the folds, this share of pairs is of one happening: two rows out of one can be joined by a
person later, one row out of two hides an act."""
PRIOR = {
    "place.same": 0.8,
    "day.same": 0.8,
    "actor.same": 0.6,
    "target.same": 0.6,
    "actor.side": 0.3,
    "target.side": 0.3,
}
"""Where weights start from: labelled pairs are chosen to be hard, most of them share place and party, so that they teach too little of what
sharing these tells in a ledger; the ridge pulls toward these values instead of nought, and none gets less than half."""
STEPS = 4_000
COPIED = 3.0
"""Weight of the same trigger in a copied sentence, set by hand: the labelled pairs have few copies, and it is the same claim by its making."""

Floats = NDArray[np.float64]


class Example(NamedTuple):
    """A labelled pair: what was found, whether it is of one happening, and the group whose pairs stay in one fold."""

    findings: tuple[Finding, ...]
    same: bool
    group: str


class Fitted(NamedTuple):
    """Weights by code, the thresholds, and precision and recall in the folds over all thresholds."""

    weights: dict[str, float]
    same: float
    related: float
    curve: dict[str, dict[str, float]]
    examples: int


def fitted(examples: Sequence[Example]) -> Fitted:
    """The weights fitted on all, the thresholds on folds of groups that were left out."""
    counts = Counter(finding.code for example in examples for finding in example.findings)
    codes = [code for code in sorted(counts) if counts[code] >= LEAST and _bounds(code) != (0.0, 0.0)]
    table = np.array([_row(example, codes) for example in examples])
    same = np.array([float(example.same) for example in examples])
    weights = _fit(table, same, codes)
    left_out = np.zeros(len(examples))
    groups = sorted({example.group for example in examples})
    for fold in range(FOLDS):
        inside = np.array([groups.index(example.group) % FOLDS == fold for example in examples])
        left_out[inside] = _scored(table[inside], _fit(table[~inside], same[~inside], codes))
    curve = {f"{at:.2f}": _at(left_out, same, float(at)) for at in np.arange(0.3, 0.96, 0.05)}
    sure = [at for at in np.arange(0.5, 0.95, 0.01) if _at(left_out, same, float(at))["precision"] >= PRECISION]
    by_code = {
        **PRIOR,
        "base": float(weights[0]),
        **{code: float(w) for code, w in zip(codes, weights[1:], strict=True)},
        "copied": COPIED,
    }
    threshold = round(float(sure[0]) if sure else 0.9, 2)
    return Fitted(by_code, threshold, round(threshold / 2, 2), curve, len(examples))


def _bounds(code: str) -> tuple[float, float]:
    """Between what a weight may lie; of kinds, which all pairs have, each is free."""
    sort, _, last = code.rpartition(".")
    if sort == "kind":
        return -np.inf, np.inf
    return (PRIOR.get(code, 0.0) / 2, np.inf) if last in FOR else (-np.inf, 0.0) if last in AGAINST else (0.0, 0.0)


def _row(example: Example, codes: Sequence[str]) -> list[float]:
    amounts: Counter[str] = Counter()
    for finding in example.findings:
        amounts[finding.code] += finding.amount  # type: ignore[assignment]
    return [1.0, *(float(amounts[code]) for code in codes)]


def _fit(table: Floats, same: Floats, codes: Sequence[str]) -> Floats:
    """Projected gradient steps with momentum: each weight stays on its side of nought."""
    low, high = (
        np.array([bound, *(_bounds(code)[end] for code in codes)]) for end, bound in enumerate((-np.inf, np.inf))
    )
    ridge = np.array([0.01, *(RIDGE for _ in codes)])
    prior = np.array([0.0, *(PRIOR.get(code, 0.0) for code in codes)])
    step = 1.0 / (np.linalg.norm(table, 2) ** 2 / 4 + RIDGE)
    weights = ahead = np.zeros(table.shape[1])
    for turn in range(STEPS):
        slope = table.T @ (_scored(table, ahead) - same) + ridge * (ahead - prior)
        moved = np.clip(ahead - step * slope, low, high)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    return weights


def _scored(table: Floats, weights: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-table @ weights)), dtype=np.float64)


def _at(scores: Floats, same: Floats, threshold: float) -> dict[str, float]:
    taken = scores >= threshold
    right = float(same[taken].sum())
    return {
        "precision": round(right / max(1.0, float(taken.sum())), 3),
        "recall": round(right / max(1.0, float(same.sum())), 3),
    }


def write_weights(found: Fitted) -> None:
    """Put the weights where the merger reads them."""
    lines = [
        f"# Made by `python -m evaluation.pairs --fit` on {found.examples} pairs of claims: gold/pairs, parts for tuning.",
        "# What each finding adds to the logarithm of the odds that two claims are of one happening; what is not here adds nothing.",
        f"same = {found.same}",
        f"related = {found.related}",
        "",
        "[weight]",
        *(f'"{code}" = {round(weight, 2)}' for code, weight in found.weights.items() if abs(weight) >= 0.005),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
