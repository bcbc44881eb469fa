"""What a claim says of who holds a place: it takes, holds, enters, leaves, contests, besieges, disputes.

Which kind of event does what, and in which reality, stands in data/control.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from tawatur.actors import load_actors
from tawatur.merge.grounds import Ground, grounds, whole_of
from tawatur.merge.own_side import are_people
from tawatur.merge.records import Party, Telling
from tawatur.merge.sides import side_of_teller, sides_of, together
from tawatur.merge.stated import stated
from tawatur.records import Record

Effect = Literal["takes", "leaves", "holds", "enters", "contests", "besieges", "disputes", "relieved", "refuted"]


class Claimant(Record, kw_only=True):
    """A party that may hold a place; the groups of one side are one claimant."""

    key: str
    name: str
    id: str | None
    sides: tuple[str, ...]


class Move(Record, kw_only=True):
    """What one claim says of one place."""

    ground: Ground
    part: bool
    """It is said of a part of the place only."""
    effect: Effect
    party: Claimant | None
    """Who; None where two fight and it is not said who."""
    loser: Claimant | None
    """Who loses the place by it."""
    first: str | None
    last: str
    """Last possible day, at the latest that of publication; "" when nothing bounds it."""
    dated: bool
    under_way: bool
    published: str | None
    teller: str
    teller_side: str | None
    anonymous: bool
    """By an unnamed source."""
    claim: str
    report: str


class _Row(Record, kw_only=True):
    kinds: tuple[str, ...]
    at: tuple[str, ...]
    actor: Effect | None = None
    target: Effect | None = None
    both: bool = False
    """Only where actor and target are named."""


class Control(msgspec.Struct, frozen=True):
    """data/control.toml."""

    near_days: int
    effect: tuple[_Row, ...]
    told: dict[str, dict[Effect, Effect]]


def control() -> Control:
    """The rules of control as the data states them."""
    return stated("control", Control)


def moves_of(telling: Telling, *, said_by: Mapping[str, str] | None = None) -> tuple[Move, ...]:
    """What a claim says of the places it names, and of the wholes that these are parts of; () where it moves nothing.

    `said_by` gives the names of origins by claim, where they are known.
    """
    row = _rows().get(telling.kind)
    effects = control().told.get(telling.reality)
    if row is None or effects is None:
        return ()
    teller = (said_by or {}).get(telling.claim) or _teller(telling)
    said = tuple(_said(telling, row, effects))
    return tuple(
        _move(telling, ground, effect, party=party, loser=loser, part=part, teller=teller)
        for ground, part in _places(telling, row.at)
        for effect, party, loser in said
    )


def allied(a: Claimant, b: Claimant, *, day: str | None) -> bool:
    """Whether two claimants are one, or fight beside each other and so do not contest each other's ground."""
    return a.key == b.key or any(together(s, t, day=day) for s in a.sides for t in b.sides)


@lru_cache(maxsize=1)
def _rows() -> dict[str, _Row]:
    return {kind: row for row in control().effect for kind in row.kinds}


def _places(telling: Telling, at: tuple[str, ...]) -> Iterator[tuple[Ground, bool]]:
    for ground in grounds(telling, at=at):
        yield ground, False
        whole = whole_of(ground)
        if whole is not None:
            yield whole, True


def _said(
    telling: Telling, row: _Row, effects: Mapping[Effect, Effect]
) -> Iterator[tuple[Effect, Claimant | None, Claimant | None]]:
    actor, target = _claimant(telling.actors), _claimant(telling.targets)
    if row.both and (actor is None or target is None):
        return
    does = effects.get(row.actor) if row.actor else None
    suffers = effects.get(row.target) if row.target else None
    if does == "refuted":
        if actor is not None:
            yield "refuted", actor, None
        if (denier := _denier(telling, actor)) is not None:
            yield "disputes", denier, None
    elif does == "disputes" and actor is None:
        if (denier := _denier(telling, None)) is not None:
            yield "disputes", denier, None
    elif does is not None and (actor is not None or does == "contests"):
        other = None if target is None or actor is None or target.key == actor.key else target
        yield does, actor, other if suffers == "leaves" else None
    if suffers is not None and target is not None and (suffers != "leaves" or actor is None):
        yield suffers, target, None


def _denier(telling: Telling, actor: Claimant | None) -> Claimant | None:
    """The teller's own side, where it is its word that the place was not taken, or not lost."""
    side = side_of_teller(telling)
    if side is None or not telling.chain or (actor is not None and side in actor.sides):
        return None
    last = telling.chain[-1]
    return _claimant((Party(words=last.words, id=last.id, side=side),))


def _claimant(parties: tuple[Party, ...]) -> Claimant | None:
    """The first party that is known or named; people of no side hold no place, and one bare word («المهاجمون») names nobody."""
    for party in parties:
        sides = tuple(sorted(sides_of(party)))
        known = party.id or "+".join(party.members)
        if known or sides:
            return Claimant(key="+".join(sides) or known, name=_name(party), id=_id(party), sides=sides)
        if " " in party.words and not are_people(party):
            return Claimant(key=party.words, name=party.words, id=None, sides=())
    return None


def _id(party: Party) -> str | None:
    return party.id or (party.members[0] if len(party.members) == 1 else None)


def _name(party: Party) -> str:
    """The neutral name where the party is listed, else its words."""
    actors = load_actors().actors
    listed = [actors[one].ar for one in ((party.id,) if party.id else party.members) if one in actors]
    return " + ".join(listed) or party.words


def _teller(telling: Telling) -> str:
    return telling.chain[-1].words if telling.chain else telling.outlet or ""


def _move(
    telling: Telling,
    ground: Ground,
    effect: Effect,
    *,
    party: Claimant | None,
    loser: Claimant | None,
    part: bool,
    teller: str,
) -> Move:
    bounds = [day for day in (telling.latest, telling.published) if day is not None]
    last = min(bounds, default="")
    return Move(
        ground=ground,
        part=part,
        effect=effect,
        party=party,
        loser=loser,
        first=telling.earliest if telling.earliest and telling.earliest <= last else None,
        last=last,
        dated=telling.earliest is not None or telling.latest is not None,
        under_way=telling.reality == "ongoing",
        published=telling.published,
        teller=teller,
        teller_side=side_of_teller(telling),
        anonymous=bool(telling.chain) and telling.chain[-1].anonymous,
        claim=telling.claim,
        report=telling.report,
    )
