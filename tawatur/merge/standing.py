"""How a place stands after each move: a frozen value, and what taking, holding on, contesting and leaving make of it."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from tawatur.merge.claimants import Claimant
from tawatur.merge.contests import Contest, are_one, contest_by, contest_of, each_once
from tawatur.merge.moves import Move
from tawatur.records import Record


class Standing(Record, kw_only=True):
    """Who is said to hold a place after some moves."""

    holder: Claimant | None = None
    first: str | None = None
    last: str | None = None
    own: bool = False
    """Nobody but the holder, or those beside it, says so."""
    tellers: tuple[str, ...] = ()
    before: Claimant | None = None
    contests: tuple[Contest, ...] = ()
    besiegers: tuple[tuple[Claimant, str], ...] = ()
    """Who stands around it, and the claim that says so."""
    seen: str | None = None
    """Last day on which anything was said of it."""
    claims: tuple[str, ...] = ()
    """Claims that say that the holder has it, or that the last one left."""

    def taken(self, party: Claimant, move: Move, *, own: bool) -> Standing:
        """A new holder; where the move has no first day, not before the old holder was last named."""
        earlier = self.holder or self.before
        stated = move.effect == "holds"
        first = (
            None if stated else move.first or (self.seen if self.holder and (self.seen or "") <= move.last else None)
        )
        claim = contest_of(self.contests, party)
        return replace(
            self._mentioned(move),
            holder=party,
            first=first,
            last=move.last or None,
            own=own and (claim is None or claim.own),
            tellers=each_once((*(claim.tellers if claim else ()), move.teller)),
            before=move.loser or earlier,
            contests=tuple(c for c in self.contests if not are_one(c.party, party) and c.outlives(move)),
            besiegers=_without(self.besiegers, party),
            claims=each_once((*(claim.claims if claim else ()), move.claim)),
        )

    def held_on(self, move: Move, *, own: bool, near: int) -> Standing:
        """The holder is named again: the days grow narrower, and older contests fall silent."""
        if move.part or move.effect in ("contests", "disputes"):
            return self._mentioned(move)
        changed = replace(
            self._mentioned(move),
            tellers=each_once((*self.tellers, move.teller)),
            own=self.own and own,
            claims=each_once((*self.claims, move.claim)),
        )
        if move.first and move.effect != "holds" and self.last and (self.first or "") < move.first <= self.last:
            changed = replace(changed, first=move.first)
        silent = _days_before(move.last, near) if own else move.last
        return replace(changed, contests=tuple(c for c in self.contests if c.last >= silent))

    def contested(self, party: Claimant, move: Move, *, own: bool) -> Standing:
        """A party claims it beside the holder."""
        contest = contest_by(party, move, own=own, old=contest_of(self.contests, party))
        others = tuple(c for c in self.contests if not are_one(c.party, party))
        return replace(self._mentioned(move), contests=(*others, contest))

    def left(self, party: Claimant, move: Move) -> Standing:
        """A party is gone, from the whole or from the part it had; who claims the whole besides has it from then on."""
        if self.holder is not None and not are_one(self.holder, party):
            return self._rid_of(party, move)
        old = contest_of(self.contests, party)
        remaining = tuple(c for c in self.contests if c is not old)
        successor = next((c for c in remaining if c.whole), None)
        held = self.holder is not None
        if successor is not None and (held or old is not None):
            return self._succeeded(successor, move, before=party)
        if move.part:
            return replace(self._mentioned(move), contests=self.contests if held else remaining)
        return replace(
            self._mentioned(move),
            holder=None,
            first=None,
            last=None,
            own=False,
            tellers=(),
            before=party,
            contests=remaining,
            claims=(move.claim,),
        )

    def _rid_of(self, party: Claimant, move: Move) -> Standing:
        """Another than the holder is gone: the holder has it undisputed at the latest since then."""
        old = contest_of(self.contests, party)
        before = self.before or (None if move.part else party)
        if old is None or (move.part and old.whole):
            return replace(self._mentioned(move), before=before)
        remaining = tuple(c for c in self.contests if c is not old)
        last = self.last if remaining else max(self.last or "", move.last)
        claims = each_once((*self.claims, move.claim))
        return replace(self._mentioned(move), before=before, contests=remaining, last=last, claims=claims)

    def _succeeded(self, contest: Contest, move: Move, *, before: Claimant) -> Standing:
        """Who claimed the whole has it: at the earliest since its claim, at the latest since the other was gone."""
        return replace(
            self._mentioned(move),
            holder=contest.party,
            first=contest.first,
            last=move.last or None,
            own=contest.own and move.teller_side in contest.party.sides,
            tellers=each_once((*contest.tellers, move.teller)),
            before=before,
            contests=tuple(c for c in self.contests if c is not contest and not are_one(c.party, before)),
            besiegers=_without(self.besiegers, contest.party),
            claims=each_once((*contest.claims, move.claim)),
        )

    def unsettled(self, move: Move) -> Standing:
        """Somebody else says that the holder, whom only its own word put there, never came in: it goes on claiming."""
        if self.holder is None:
            return self
        claim = Contest(
            party=self.holder,
            first=self.first,
            last=self.last or "",
            whole=True,
            fighting=False,
            own=True,
            tellers=self.tellers,
            claims=self.claims,
        )
        return replace(
            self._mentioned(move),
            holder=None,
            first=None,
            last=None,
            own=False,
            tellers=(),
            contests=(*self.contests, claim),
            claims=(move.claim,),
        )

    def besieged(self, party: Claimant, move: Move) -> Standing:
        """A party stands around it."""
        besiegers = (*_without(self.besiegers, party), (party, move.claim))
        return replace(self._mentioned(move), besiegers=besiegers)

    def _mentioned(self, move: Move) -> Standing:
        known = [day for day in (self.seen, move.published or move.last or None) if day is not None]
        return replace(self, seen=max(known, default=None))


def _without(besiegers: tuple[tuple[Claimant, str], ...], party: Claimant) -> tuple[tuple[Claimant, str], ...]:
    return tuple(one for one in besiegers if not are_one(one[0], party))


def _days_before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat() if day else ""
