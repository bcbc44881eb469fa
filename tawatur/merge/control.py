"""The control ledger: who is said to hold which place, since when, and who contests it.

Claims of a place are gone through by day. An outsider's word moves the holder. So does a party's word for itself, if the other side does
not say otherwise within some days; then it only contests. What is said of a part contests the whole and does not move it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from tawatur.merge.claimants import Claimant, allied
from tawatur.merge.effects import control
from tawatur.merge.grounds import whole_of
from tawatur.merge.moves import Move, moves_of
from tawatur.merge.records import Holding, Telling
from tawatur.merge.standing import Standing
from tawatur.merge.story import Story, speaks_for_itself

_ORDER = {
    "contests": 0,
    "holds": 1,
    "besieges": 1,
    "takes": 2,
    "enters": 2,
    "relieved": 3,
    "leaves": 3,
    "disputes": 4,
    "refuted": 4,
}
"""Of one day: the fight, who held on, who took it, who left; «انسحبوا ليلا ودخلت القوات ظهرا» comes out the same."""


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
    story = Story(ordered)
    standing = Standing()
    for move in ordered:
        standing = _after(standing, move, story)
    return _holding(standing, ordered) if standing.claims or standing.contests or standing.besiegers else None


def _known_by(telling: Telling, day: str) -> bool:
    """Whether it was told, of something that had happened, by that day; what nothing dates is known on no day."""
    known = telling.published or telling.latest or telling.earliest
    return known is not None and known <= day and (telling.earliest is None or telling.earliest <= day)


def _after(standing: Standing, move: Move, story: Story) -> Standing:
    party = move.party
    if move.effect == "relieved":
        return replace(standing, besiegers=())
    if party is None:
        return standing
    if move.effect == "refuted":
        return standing.unsettled(move) if standing.own and _is_denied(standing, move) else standing
    if move.effect == "besieges":
        return standing.besieged(party, move)
    if move.effect == "leaves":
        return standing if story.disputes_leaving(move) else standing.left(party, move)
    claimed = _claimed(standing, move, party, story)
    return claimed.left(move.loser, move) if move.loser and not story.opposes(move) else claimed


def _is_denied(standing: Standing, move: Move) -> bool:
    """Whether an outsider with a name says that the holder did not take the place."""
    holder, party, side = standing.holder, move.party, move.teller_side
    if move.anonymous or holder is None or party is None or not allied(holder, party, day=move.last or None):
        return False
    return not move.part and (side is None or not any(side in one.sides for one in (holder, standing.before) if one))


def _claimed(standing: Standing, move: Move, party: Claimant, story: Story) -> Standing:
    """A party says, or it is said of it, that it has the place, a part of it, or fights there."""
    own = speaks_for_itself(move)
    if standing.holder is not None and allied(standing.holder, party, day=move.last or None):
        return standing.held_on(move, own=own, near=control().near_days)
    if story.is_outdated(move) or story.is_background(move, holder=standing.holder, before=standing.before):
        return standing
    inside = move.effect in ("contests", "disputes") or (move.effect == "enters" and standing.holder is not None)
    if move.part or inside or story.opposes(move):
        return standing.contested(party, move, own=own)
    return standing.taken(party, move, own=own)


def _holding(standing: Standing, moves: list[Move]) -> Holding:
    ground = moves[0].ground
    holder = standing.holder
    whole = whole_of(ground)
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
