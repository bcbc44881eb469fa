"""All that is said of one place, and which of it is gainsaid by what is said within some days of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date, timedelta

from tawatur.merge.claimants import Claimant, allied
from tawatur.merge.effects import control
from tawatur.merge.moves import Move
from tawatur.merge.sides import together


def speaks_for_itself(move: Move) -> bool:
    """Whether it is the claimant's own word, or that of a side that fights beside it."""
    side, party = move.teller_side, move.party
    return side is not None and party is not None and any(together(side, s, day=move.last or None) for s in party.sides)


def is_doubtful(move: Move) -> bool:
    """Whether it moves a place only as long as nobody gainsays it: a party's word for itself, or that of an unnamed source."""
    return move.anonymous or speaks_for_itself(move)


class Story:
    """The moves of one place by day; read only."""

    def __init__(self, moves: list[Move]) -> None:
        self._moves = moves
        self._days = [move.last for move in moves]
        self._sides = frozenset(side for move in moves if move.party is not None for side in move.party.sides)
        self._reports: dict[str, list[Move]] = defaultdict(list)
        for move in moves:
            self._reports[move.report].append(move)

    def opposes(self, move: Move) -> bool:
        """Whether the other side, or an outsider, says what cannot stand beside a doubtful word, or beside an entry."""
        if not is_doubtful(move) and move.effect != "enters":
            return False
        return any(_gainsays(other, move) for other in self._near(move))

    def disputes_leaving(self, move: Move) -> bool:
        """Whether a leaving is told by another claimant, while the one said to have left says that it is still there."""
        party, side = move.party, move.teller_side
        if party is None or side is None or side in party.sides or side not in self._sides:
            return False
        theirs = (o for o in self._near(move) if o.party is not None and allied(o.party, party, day=move.last or None))
        return any(other.effect in ("holds", "disputes") and other.last >= move.last for other in theirs)

    def is_outdated(self, move: Move) -> bool:
        """Whether a word without a day is overtaken by a later report, that the party had left by then."""
        return not move.dated and any(
            other.effect == "leaves" and other.last <= move.last and (other.published or "") > (move.published or "")
            for other in self._near(move)
            if other.party is not None and move.party is not None and allied(other.party, move.party, day=None)
        )

    def is_background(self, move: Move, *, holder: Claimant | None, before: Claimant | None) -> bool:
        """An undated taking by the one before, in a report that tells of the present holder: the old story told again."""
        if (
            move.dated
            or move.effect not in ("takes", "enters")
            or move.party is None
            or holder is None
            or before is None
        ):
            return False
        return allied(before, move.party, day=None) and any(
            other.effect in ("takes", "holds", "enters")
            and other.party is not None
            and allied(other.party, holder, day=None)
            for other in self._reports[move.report]
        )

    def _near(self, move: Move) -> list[Move]:
        """Moves within some days before or after; those that nothing dates are near nothing but each other."""
        first, last = move.last, move.last
        if move.last:
            day, days = date.fromisoformat(move.last), timedelta(days=control().near_days)
            first, last = (day - days).isoformat(), (day + days).isoformat()
        found = self._moves[bisect_left(self._days, first) : bisect_right(self._days, last)]
        return [other for other in found if other is not move]


def _gainsays(other: Move, move: Move) -> bool:
    if other.party is not None and move.party is not None and allied(other.party, move.party, day=move.last or None):
        return other.effect == "refuted" and is_doubtful(move) and other.last >= move.last
    after = other.last >= move.last
    doubtful = is_doubtful(move)
    if other.effect == "contests":
        return other.last > move.last or (other.under_way and (other.published or other.last) >= move.last)
    if other.effect in ("holds", "disputes"):
        return (after or move.effect == "holds") and (doubtful or not is_doubtful(other))
    if other.effect in ("takes", "enters") and not other.part:
        return doubtful and (other.last == move.last or (move.effect == "holds" and not after))
    return False
