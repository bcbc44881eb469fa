"""Which of the places of a claim changes hands, and which only say where it lies.

What the verb takes comes first: «السيطرة على تبة السلفيين في محور الكسارة غربي مأرب» is about the hill. Where it is no place with a name
(«مناطق في دير الزور»), the town around it has lost a part; a claim about something else («أسلحة») is about no place. Without an
object the finest place is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.merge.grounds import (
    Ground,
    around,
    ground_by_name,
    ground_of,
    ground_of_thing,
    is_part,
    whole,
    whole_of,
)
from tawatur.merge.own_side import are_people
from tawatur.merge.records import Party, Spot, Telling
from tawatur.merge.spots import finest
from tawatur.merge.things import size, thing

_OF_STATES = frozenset({"seize", "retake", "hold", "lose"})


class Meant(NamedTuple):
    """A place that a claim of control is about."""

    ground: Ground
    part: bool
    """Only a part of it."""


def places_meant(telling: Telling, *, at: Sequence[str], by_object: bool) -> tuple[Meant, ...]:
    """The places that a claim is about, and the wholes that they are parts of.

    `at` are relations of a place to the event: those of the first one count that the claim has. `by_object` says that the object
    of such an event is the place.
    """
    relation = next((one for one in at if any(spot.relation == one for spot in telling.spots)), None)
    spots = tuple(spot for spot in telling.spots if spot.relation == relation and _may_change_hands(spot, telling))
    themes = tuple(words for words in telling.themes if by_object and _may_be_place(words))
    objects = (*themes, *(party.words for party in telling.targets if is_place(party, telling)))
    named = tuple(spot for spot in spots if spot.words in objects)
    if named:
        return _finest(named, among=spots)
    inner = themes or tuple(spot.words for spot in spots if spot.id is None and _lies_in(spot, spots))
    return _things(inner, spots) if inner else _finest(spots, among=spots)


def _may_change_hands(spot: Spot, telling: Telling) -> bool:
    """Who comes into a state, or leaves it, does not hold it: only a claim of holding or taking a whole state is about the state."""
    return spot.kind != "country" or telling.kind in _OF_STATES


def is_place(party: Party, telling: Telling) -> bool:
    """Whether the words of a party are those of a place of the claim: «صد هجوم على معسكر كوستي»."""
    return party.id is None and not party.members and any(spot.words == party.words for spot in telling.spots)


def _may_be_place(words: str) -> bool:
    """Whether an object may tell which place is meant: neither people nor «المدينة», of which the reader says where it is."""
    found = thing(words)
    back = found is not None and found.spoken_of and size(found.kind) <= size("settlement")
    return not back and not are_people(Party(words=words))


def _lies_in(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether the listed places of a claim only say where an unlisted one lies: it is smaller by its noun, or a part without a name."""
    found = thing(spot.words)
    listed = [size(_kind(other)) for other in spots if other.id is not None]
    if found is None or found.spoken_of or not listed:
        return False
    return found.name is None or size(found.kind) > max(listed)


def _kind(spot: Spot) -> str:
    """The kind of a listed place; a part of a town is as small as a quarter."""
    return "district" if spot.kind == "derived" and is_part(spot) else spot.kind or ""


def _finest(spots: Sequence[Spot], *, among: Sequence[Spot]) -> tuple[Meant, ...]:
    """The listed places around no other; where none is listed, those that have a name."""
    listed = tuple(spot for spot in spots if spot.id is not None)
    others = tuple(spot for spot in among if spot.id is not None)
    fine = tuple(spot for spot in finest(listed) if not any(around(spot, other) for other in listed))
    found = [ground_of(spot, among=others) for spot in fine]
    return _with_wholes(found or [ground for spot in spots if (ground := _by_name(spot.words, others)) is not None])


def _by_name(words: str, among: Sequence[Spot]) -> Ground | None:
    found = thing(words)
    if found is None:
        return ground_by_name(words)
    return ground_of_thing(words, found, among=among) if found.name else None


def _things(inner: Sequence[str], spots: Sequence[Spot]) -> tuple[Meant, ...]:
    """Places by their words, in the towns that the others are; of what has no name only that a part of the town is meant."""
    listed = finest(tuple(spot for spot in spots if spot.id is not None))
    found = [(words, kind) for words in inner if (kind := thing(words)) is not None]
    grounds = [ground_of_thing(words, kind, among=listed) for words, kind in found if kind.name]
    nameless = any(kind.name is None for _, kind in found)
    towns = [spot.id for spot in listed if nameless and spot.kind == "settlement" and spot.id is not None]
    return tuple(dict.fromkeys((*_with_wholes(grounds), *(Meant(whole(town), part=True) for town in towns))))


def _with_wholes(grounds: Sequence[Ground]) -> tuple[Meant, ...]:
    found: dict[Meant, None] = {}
    for ground in grounds:
        found[Meant(ground, part=False)] = None
        around_it = whole_of(ground)
        if around_it is not None:
            found[Meant(around_it, part=True)] = None
    return tuple(found)
