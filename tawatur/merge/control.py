"""The control ledger: who is said to hold which place, since when, and who contests it.

Claims of a place are gone through by day. An outsider's word moves the holder. So does a party's word for itself, if the other side does
not say otherwise within some days; then it only contests. What is said of a part contests the whole and does not move it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from tawatur.merge.grounds import Ground, whole_of
from tawatur.merge.moves import Claimant, Move, allied, control, moves_of
from tawatur.merge.records import Holding, Telling
from tawatur.merge.sides import together
from tawatur.merge.standing import Standing

_ORDER = {
    "contests": 0,
    "takes": 1,
    "enters": 1,
    "holds": 2,
    "besieges": 2,
    "relieved": 3,
    "leaves": 3,
    "disputes": 4,
    "refuted": 4,
}
"""Of one day: the fight, the taking, the holding, then who left; «انسحبوا ليلا ودخلت القوات ظهرا» comes out the same."""


def ground_keys(telling: Telling) -> tuple[str, ...]:
    """The places whose holding a claim may change: what must be computed again when it comes or goes."""
    return tuple(sorted({move.ground.key for move in moves_of(telling)}))


def holdings(
    tellings: Iterable[Telling], *, at: str | None = None, said_by: Mapping[str, str] | None = None
) -> tuple[Holding, ...]:
    """Who is said to hold which place as of a day, by the reports published up to it; of all reports without one.

    `said_by` gives the names of origins by claim. Each place stands alone: for the places of `ground_keys`, the claims that share them
    are enough.
    """
    by_place: dict[str, dict[Move, None]] = defaultdict(dict)
    for telling in tellings:
        if at is None or _known_by(telling, at):
            for move in moves_of(telling, said_by=said_by):
                by_place[move.ground.key][move] = None
    found = (holding_of(moves) for _, moves in sorted(by_place.items()))
    return tuple(holding for holding in found if holding is not None)


def holding_of(moves: Iterable[Move]) -> Holding | None:
    """Who holds the one place that these moves are about; None where they say nothing of a holder."""
    ordered = sorted(moves, key=lambda m: (m.last, _ORDER[m.effect], m.published or "", m.claim, m.part))
    standing = Standing()
    for move in ordered:
        standing = _after(standing, move, ordered)
    return _holding(standing, ordered) if standing.claims or standing.contests or standing.besiegers else None


def _known_by(telling: Telling, day: str) -> bool:
    """Whether it was told, of something that had happened, by that day; what nothing dates is known on no day."""
    known = telling.published or telling.latest or telling.earliest
    return known is not None and known <= day and (telling.earliest is None or telling.earliest <= day)


def _after(standing: Standing, move: Move, moves: list[Move]) -> Standing:
    party = move.party
    if move.effect == "besieges" and party is not None:
        return standing.besieged(party, move)
    if move.effect == "relieved":
        return replace(standing, besiegers=())
    if move.effect == "leaves" and party is not None:
        return standing if _disputed(move, moves) else standing.left(party, move)
    if party is None or move.effect == "refuted":
        return standing
    if standing.holder is not None and allied(standing.holder, party, day=move.last or None):
        return standing.held_on(move, own=_own(move), near=control().near_days)
    if _background(standing, move, moves):
        return standing
    if move.part:
        contested = standing.contested(party, move, own=_own(move))
        return contested.left(move.loser, move) if move.loser else contested
    within = move.effect in ("contests", "disputes") or (move.effect == "enters" and standing.holder is not None)
    if within or _opposed(move, moves):
        return standing.contested(party, move, own=_own(move))
    return standing.taken(party, move, own=_own(move))


def _own(move: Move) -> bool:
    """Whether it is the claimant's word for itself, or that of a side that fights beside it."""
    side, party = move.teller_side, move.party
    return side is not None and party is not None and any(together(side, s, day=move.last or None) for s in party.sides)


def _opposed(move: Move, moves: list[Move]) -> bool:
    """Whether the other side, or an outsider, says within some days what cannot stand beside it."""
    if not _own(move) and move.effect != "enters":
        return False
    return any(_opposes(other, move) for other in _near(move, moves))


def _opposes(other: Move, move: Move) -> bool:
    own = _own(move)
    theirs = other.party is None or move.party is None or not allied(other.party, move.party, day=move.last or None)
    after = other.last >= move.last
    if other.effect == "refuted":
        return not theirs and own and after
    if not theirs:
        return False
    if other.effect == "contests":
        return other.last > move.last or (other.under_way and (other.published or other.last) >= move.last)
    if other.effect in ("holds", "disputes"):
        return (after or move.effect == "holds") and (own or not _own(other))
    if other.effect in ("takes", "enters") and not other.part:
        return own and (other.last == move.last or (move.effect == "holds" and not after))
    return False


def _disputed(move: Move, moves: list[Move]) -> bool:
    """Of a leaving: told by another claimant, while the one who is said to have left says that it is still there."""
    party, side = move.party, move.teller_side
    if party is None or side is None or side in party.sides:
        return False
    claimants = {s for other in moves if other.party is not None for s in other.party.sides} - set(party.sides)
    theirs = (o for o in _near(move, moves) if o.party is not None and allied(o.party, party, day=move.last or None))
    return side in claimants and any(o.effect in ("holds", "disputes") and o.last >= move.last for o in theirs)


def _background(standing: Standing, move: Move, moves: list[Move]) -> bool:
    """An undated taking by whom the present holder took it from, in a report that tells of the present holder: the old story."""
    if move.dated or move.effect not in ("takes", "enters") or standing.holder is None or standing.before is None:
        return False
    holder = standing.holder
    return allied(standing.before, _party(move), day=None) and any(
        other.report == move.report and other.party is not None and allied(other.party, holder, day=None)
        for other in moves
        if other.effect in ("takes", "holds", "enters")
    )


def _party(move: Move) -> Claimant:
    assert move.party is not None
    return move.party


def _near(move: Move, moves: list[Move]) -> list[Move]:
    return [other for other in moves if other is not move and _days_apart(other.last, move.last) <= control().near_days]


def _days_apart(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else 0


def _holding(standing: Standing, moves: list[Move]) -> Holding:
    ground = moves[0].ground
    holder = standing.holder
    whole: Ground | None = whole_of(ground)
    return Holding(
        place=ground.name,
        place_id=ground.id,
        holder=holder.name if holder else None,
        holder_id=holder.id if holder else None,
        earliest=standing.first,
        latest=standing.last,
        claimed_by=standing.tellers,
        contested_by=_names(contest.party for contest in standing.contests),
        before=standing.before.name if standing.before else None,
        last_mention=standing.seen,
        claims=_claims(standing),
        part_of=whole.name if whole else None,
        self_interested=holder is not None and standing.own,
        besieged_by=_names(party for party, _ in standing.besiegers),
    )


def _claims(standing: Standing) -> tuple[str, ...]:
    """Every claim that the holding rests on, or that contests it."""
    contesting = (claim for contest in standing.contests for claim in contest.claims)
    return tuple(sorted({*standing.claims, *contesting, *(claim for _, claim in standing.besiegers)}))


def _names(parties: Iterable[Claimant]) -> tuple[str, ...]:
    return tuple(sorted({party.name for party in parties}))
