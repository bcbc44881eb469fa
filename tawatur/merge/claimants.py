"""Who may hold a place: a party as one side, as a claim names it."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.actors import load_actors
from tawatur.merge.own_side import are_people
from tawatur.merge.records import Party
from tawatur.merge.sides import sides_of, together
from tawatur.records import Record


class Claimant(Record, kw_only=True):
    """A party that may hold a place; the groups of one side are one claimant."""

    key: str
    name: str
    id: str | None
    sides: tuple[str, ...]


def allied(a: Claimant, b: Claimant, *, day: str | None) -> bool:
    """Whether two claimants are one, or fight beside each other and so do not contest each other's ground."""
    return a.key == b.key or any(together(s, t, day=day) for s in a.sides for t in b.sides)


def claimant_of(parties: Iterable[Party]) -> Claimant | None:
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
