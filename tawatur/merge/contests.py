"""Who contests a place: a party that claims it beside the holder, fights inside it, or has a part of it."""

from __future__ import annotations

from tawatur.merge.claimants import Claimant, allied
from tawatur.merge.moves import Move
from tawatur.records import Record


class Contest(Record, kw_only=True):
    """A party that claims a place it is not said to hold, fights inside it, or has a part of it."""

    party: Claimant
    first: str | None
    last: str
    whole: bool
    """It claims the whole of it."""
    fighting: bool
    """It only fights there."""
    own: bool
    tellers: tuple[str, ...]
    claims: tuple[str, ...]

    def outlives(self, move: Move) -> bool:
        """A claim of the same day stands beside a taking, a fight that went before it does not."""
        return self.last > move.last or (self.last == move.last and not self.fighting)


def contest_by(party: Claimant, move: Move, *, own: bool, old: Contest | None) -> Contest:
    """The contest of a party after one more move; `old` is what it was before."""
    whole = not move.part and move.effect in ("takes", "holds", "enters")
    return Contest(
        party=party,
        first=old.first if old and old.whole else move.first,
        last=move.last,
        whole=whole or (old is not None and old.whole),
        fighting=move.effect == "contests" and (old is None or old.fighting),
        own=own and (old is None or old.own),
        tellers=each_once((*(old.tellers if old else ()), move.teller)),
        claims=each_once((*(old.claims if old else ()), move.claim)),
    )


def contest_of(contests: tuple[Contest, ...], party: Claimant) -> Contest | None:
    """The contest of a party or of its side."""
    return next((contest for contest in contests if are_one(contest.party, party)), None)


def are_one(a: Claimant, b: Claimant) -> bool:
    """Whether two claimants are of one side on some day."""
    return allied(a, b, day=None)


def each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names or keys, sorted, without the empty ones."""
    return tuple(sorted({value for value in values if value}))
