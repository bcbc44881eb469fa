"""The own-side rule: does a teller speak of its own success, its enemy's loss or its own innocence?

Such a word is kept and shown, and does not confirm. A word against the teller's own interest counts the more.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from tawatur.actors import load_actors
from tawatur.merge.records import Party, Telling
from tawatur.merge.sides import sides_of, teller_is_known, together
from tawatur.merge.stated import stated
from tawatur.text.phrases import pieces

Interest = Literal["self-interested", "against own interest", "neutral", "unknown"]
TOLD_AS_DONE = frozenset({"happened", "ongoing", "state"})
TOLD_AS_NOT_DONE = frozenset({"denied", "negated"})
_FIGHTING = frozenset({"force", "group", "state_organ"})
"""Classes of nouns in data/ar/actor_nouns.toml that head a party to fighting: «مسلحون محاصرون» are no civilians."""
NO_SIDES: frozenset[str] = frozenset()


class Kinds(msgspec.Struct, frozen=True):
    """Kinds of event by what they are to those in them; see data/grades.toml."""

    gain: frozenset[str]
    loss: frozenset[str]
    harm: frozenset[str]
    blow: frozenset[str]


class _Interests(msgspec.Struct, frozen=True):
    interest: Kinds


def interest_kinds() -> Kinds:
    """The kinds as the data lists them."""
    return stated("grades", _Interests).interest


def self_interest(
    telling: Telling, side: str | None, *, actors: frozenset[str] = NO_SIDES, targets: frozenset[str] = NO_SIDES
) -> Interest:
    """How a teller of this side stands to what it tells.

    `actors` and `targets` are the sides that other claims of the happening name, for what this one leaves open.
    A plan, a fear or a wish is neutral: nothing is told as done. So is a word on a matter between others.
    """
    if side is None:
        return "neutral" if teller_is_known(telling) else "unknown"
    if telling.reality not in TOLD_AS_DONE | TOLD_AS_NOT_DONE:
        return "neutral"
    day = telling.latest or telling.published
    acts = _among(side, _sides(telling.actors) or actors, day=day)
    suffers = _among(side, _sides(telling.targets) or targets, day=day)
    if acts and suffers:
        return "unknown"
    if not acts and not suffers:
        return "neutral"
    pleases = _pleases_the_actor(telling)
    if pleases is None:
        return "neutral"
    welcome = (pleases == acts) == (telling.reality in TOLD_AS_DONE)
    return "self-interested" if welcome else "against own interest"


def _among(side: str, sides: Iterable[str], *, day: str | None) -> bool:
    return any(together(side, other, day=day) for other in sides)


def _sides(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(side for party in parties for side in sides_of(party))


def _pleases_the_actor(telling: Telling) -> bool | None:
    """Whether the actor gains by the event as it is told; None for kinds that nobody gains or loses by."""
    kinds = interest_kinds()
    if telling.kind in kinds.blow:
        return not any(are_people(party) for party in telling.targets)
    if telling.kind in kinds.gain:
        return True
    return False if telling.kind in kinds.loss | kinds.harm else None


def are_people(party: Party) -> bool:
    """Whether a party is people of no side and no force, such as «أحد عشر مدنيا»."""
    return party.side is None and not party.members and _names_people(party.words)


@lru_cache(maxsize=10_000)
def _names_people(words: str) -> bool:
    nouns = load_actors().nouns
    line = pieces(words)
    hits = (found for at in range(len(line)) if (found := nouns.longest(line, at, clitics=False)))
    classes = {hit.noun.class_ for found in hits for hit in found.payloads}
    return "people" in classes and not classes & _FIGHTING
