"""How many are said to be killed, wounded, displaced: lowest, best and highest, and which origins say which.

Claims that are told as done count. The best figure is the one that most origins give, never most articles; of equals the last told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tawatur.ledger.show_records import Figure, Told, Toll
from tawatur.merge.own_side import TOLD_AS_DONE
from tawatur.records import Claim, Quantity


class _Given(NamedTuple):
    """One figure in one claim."""

    quantity: Quantity
    origin: str
    published: str


def tolls(claims: Iterable[Told]) -> tuple[Toll, ...]:
    """The tolls of a happening, each group of people by itself."""
    given: dict[tuple[str, str | None], list[_Given]] = defaultdict(list)
    for told in claims:
        for quantity in told.claim.quantities if told.claim.reality in TOLD_AS_DONE else ():
            if quantity.of is not None and (quantity.low is not None or quantity.high is not None):
                one = _Given(quantity, told.origin or told.key, told.published or "")
                given[quantity.of, _whose(quantity, told.claim)].append(one)
    order = sorted(given, key=lambda group: (group[0], group[1] or ""))
    return tuple(_toll(of, whose, given[of, whose]) for of, whose in order)


def _whose(quantity: Quantity, claim: Claim) -> str | None:
    """The party whose words hold the number."""
    for role in claim.roles:
        if role.entity and role.span[0] <= quantity.span[0] and quantity.span[1] <= role.span[1]:
            return role.entity.id
    return None


def _toll(of: str, whose: str | None, given: list[_Given]) -> Toll:
    by_figure: dict[tuple[float | None, float | None], list[_Given]] = defaultdict(list)
    for one in given:
        by_figure[one.quantity.low, one.quantity.high].append(one)
    best = max(by_figure, key=lambda f: (len({g.origin for g in by_figure[f]}), max(g.published for g in by_figure[f])))
    bounds = [bound for figure in by_figure for bound in figure if bound is not None]
    return Toll(
        of=of,
        whose=whose,
        low=min(bounds),
        best=_middle(best),
        high=max(bounds),
        figures=tuple(
            Figure(
                low=low,
                high=high,
                origins=tuple(sorted({one.origin for one in some})),
                text=min(some, key=lambda one: one.published).quantity.text,
            )
            for (low, high), some in sorted(by_figure.items(), key=lambda item: _middle(item[0]) or 0.0)
        ),
    )


def _middle(figure: tuple[float | None, float | None]) -> float | None:
    """The middle of a range; of "at least" and "at most" the bound."""
    known = [bound for bound in figure if bound is not None]
    return sum(known) / len(known) if known else None
