"""What a claim says of who holds a place: it takes, holds, enters, leaves, contests, besieges, disputes.

Which kind of event does what, and in which reality, stands in data/control.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawatur.merge.claimants import Claimant, claimant_of
from tawatur.merge.effects import Effect, Rule, control, rule_of
from tawatur.merge.grounds import Ground
from tawatur.merge.meant import is_place, places_meant
from tawatur.merge.records import Party, Telling
from tawatur.merge.sides import side_of_teller
from tawatur.records import Record


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


def moves_of(telling: Telling, *, said_by: Mapping[str, str] | None = None) -> tuple[Move, ...]:
    """What a claim says of the places it names, and of the wholes that these are parts of; () where it moves nothing.

    `said_by` gives the names of origins by claim, where they are known.
    """
    rule = rule_of(telling.kind)
    effects = control().told.get(telling.reality)
    if rule is None or effects is None:
        return ()
    teller = (said_by or {}).get(telling.claim) or _teller(telling)
    said = tuple(_said(telling, rule, effects))
    return tuple(
        _move(telling, ground, effect, party=party, loser=loser, part=part, teller=teller)
        for ground, part in places_meant(telling, at=rule.at, by_object=rule.object)
        for effect, party, loser in said
    )


def _said(
    telling: Telling, rule: Rule, effects: Mapping[Effect, Effect]
) -> Iterator[tuple[Effect, Claimant | None, Claimant | None]]:
    actor, target = claimant_of(_parties(telling.actors, telling)), claimant_of(_parties(telling.targets, telling))
    if rule.both and (actor is None or target is None):
        return
    does = effects.get(rule.actor) if rule.actor else None
    suffers = effects.get(rule.target) if rule.target else None
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


def _parties(parties: tuple[Party, ...], telling: Telling) -> tuple[Party, ...]:
    """Those that are no places: who is beaten off from «معسكر كوستي» is not the camp."""
    return tuple(party for party in parties if not is_place(party, telling))


def _denier(telling: Telling, actor: Claimant | None) -> Claimant | None:
    """The teller's own side, where it is its word that the place was not taken, or not lost."""
    side = side_of_teller(telling)
    if side is None or not telling.chain or (actor is not None and side in actor.sides):
        return None
    last = telling.chain[-1]
    return claimant_of((Party(words=last.words, id=last.id, side=side),))


def _teller(telling: Telling) -> str:
    last = telling.chain[-1] if telling.chain else None
    return (last.text or last.words) if last else telling.outlet or ""


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
