"""Which of many pairs of claims are worth weighing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tawatur.merge.records import Telling


def worth_weighing(
    tellings: Mapping[int, Telling], meetings: Iterable[tuple[Sequence[int], Sequence[int]]]
) -> list[tuple[int, int]]:
    """The pairs, by numbers, that may be of one happening."""
    found: set[tuple[int, int]] = set()
    for new, there in meetings:
        found.update((min(a, b), max(a, b)) for a, b in combinations(new, 2))
        found.update((min(a, b), max(a, b)) for a in new for b in there)
    return sorted(found)
