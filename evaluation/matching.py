"""Pairs of rows whose spans overlap, and when two fields say the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

Span = Sequence[int]
Row = dict[str, Any]
Pair = tuple[Row, Row]
_EARTH_KM = 6371.0


def overlap(a: Span, b: Span) -> int:
    """Code points that two half-open spans share, such as 2 of (3, 8) and (6, 12)."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a code point with any other."""
    return any(overlap(span, other) for other in others)


def matched(
    a: Sequence[Row], b: Sequence[Row], *, key: str = "trigger", alike: Callable[[Row, Row], bool] = lambda *_: True
) -> list[Pair]:
    """Rows of the two sides paired one to one by overlap of their spans under `key`; those alike first, then the larger share."""
    choices = []
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            shared = sum(overlap(x, y) for x in _spans(left, key) for y in _spans(right, key))
            if shared:
                union = _length(left, key) + _length(right, key) - shared
                choices.append((alike(left, right), shared / union, -i, -j))
    pairs: list[Pair] = []
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    for _, _, i, j in sorted(choices, reverse=True):
        if i not in seen_a and j not in seen_b:
            seen_a.add(i)
            seen_b.add(j)
            pairs.append((a[-i], b[-j]))
    return pairs


def _spans(row: Row, key: str) -> Sequence[Span]:
    """The span under a key, or its parts where the row tells them: the words of a light verb and its noun."""
    return row["words"] if key == "trigger" and "words" in row else (row[key],)


def _length(row: Row, key: str) -> int:
    return sum(end - start for start, end in _spans(row, key))


def unmatched(rows: Sequence[Row], pairs: Sequence[Pair], *, side: int) -> list[Row]:
    """The rows of one side (0 or 1) that are in no pair."""
    taken = {id(pair[side]) for pair in pairs}
    return [row for row in rows if id(row) not in taken]


def kilometres(a: Row, b: Row) -> float:
    """Distance between two rows with `lat` and `lon`, along the sphere."""
    one, two = radians(a["lat"]), radians(b["lat"])
    half = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin(radians(b["lon"] - a["lon"]) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def scores(right: int, *, gold: int, read: int) -> dict[str, float]:
    """Precision, recall and F1 of what was read; on nothing they are 0.

    >>> scores(3, gold=6, read=4)
    {'gold': 6, 'read': 4, 'right': 3, 'precision': 0.75, 'recall': 0.5, 'f1': 0.6}
    """
    return {
        "gold": gold,
        "read": read,
        "right": right,
        "precision": share(right, read),
        "recall": share(right, gold),
        "f1": share(2 * right, gold + read),
    }


def share(part: float, whole: float) -> float:
    """A part of a whole, in thousandths; 0 of nothing."""
    return round(part / whole, 3) if whole else 0.0
