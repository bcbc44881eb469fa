"""Who did it and who suffered it, of two claims: the same, of one side, others, or swapped.

An unknown party is no evidence. Kinds that yield are turned round, so that the one who left and the one who was driven out stand
in one place: «انسحب المسلحون» ~ «طرد الجيش المسلحين».
"""

from __future__ import annotations

from functools import lru_cache

from tawatur.merge.kinds import kinds
from tawatur.merge.records import Finding, Party, Telling
from tawatur.merge.words import rarity, stem

RARE = 3.0
"""Words that less than one article in twenty has name somebody; «قوات» and «مسلحون» do not."""


def compared(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """What actors and targets of two claims tell."""
    doers, sufferers = (doers_of(a), doers_of(b)), (sufferers_of(a), sufferers_of(b))
    if a.kind in kinds().mutual and b.kind in kinds().mutual:
        everyone = (doers[0] + sufferers[0], doers[1] + sufferers[1])
        return (_finding("actor", *everyone), *_named(a, b))
    if swapped(a, b):
        return (Finding(code="roles.swapped", says=lambda: "actor: roles swapped"), *_named(a, b))
    found = [_finding("actor", *doers), _finding("target", *sufferers)]
    if _crossed(doers[0], sufferers[1]) or _crossed(doers[1], sufferers[0]):
        found.append(Finding(code="roles.crossed", says=lambda: "actor: of the one is the target of the other"))
    return (*found, *_named(a, b))


def doers_of(telling: Telling) -> tuple[Party, ...]:
    """Those who gained by it or did it."""
    return telling.targets if telling.kind in kinds().yields else telling.actors


def sufferers_of(telling: Telling) -> tuple[Party, ...]:
    """Those who lost by it or to whom it was done."""
    return telling.actors if telling.kind in kinds().yields else telling.targets


def swapped(a: Telling, b: Telling) -> bool:
    """A does to B what in the other claim B does to A; or A comes in the one and leaves in the other."""
    if a.kind in kinds().mutual or b.kind in kinds().mutual:
        return False
    first, second = (doers_of(a), sufferers_of(a)), (doers_of(b), sufferers_of(b))
    if (a.kind in kinds().yields) != (b.kind in kinds().yields) and not _crossed(first[1], second[1]):
        return _crossed(first[0], second[1]) or _crossed(first[1], second[0])
    return (
        _crossed(first[0], second[1])
        and _crossed(first[1], second[0])
        and not _crossed(first[0], second[0])
        and not _crossed(first[1], second[1])
    )


def _crossed(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    return alike(some, others) in ("same", "side")


def alike(some: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    """How two groups of parties stand: "same", "side", "words", "other", or "open" where nothing can be said.

    >>> alike((Party(words="قسد", id="sdf", side="sdf"),), (Party(words="قوات سوريا الديمقراطيه", id="sdf", side="sdf"),))
    'same'
    >>> alike((Party(words="قسد", id="sdf", side="sdf"),), ())
    'open'
    """
    if not some or not others:
        return "open"
    if _ids(some) & _ids(others):
        return "same"
    if _sides(some) & _sides(others):
        return "side"
    if _rare(some) & _rare(others):
        return "words"
    if (_sides(some) and _sides(others)) or (_ids(some) and _ids(others)):
        return "other"
    return "open"


def _finding(role: str, some: tuple[Party, ...], others: tuple[Party, ...]) -> Finding:
    how = alike(some, others)
    return Finding(code=f"{role}.{how}", says=lambda: f"{role}: {_words(some)} ~ {_words(others)} ({how})")


def _named(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """Whether the sentences name somebody in common."""
    first, second = set(a.setting.actors), set(b.setting.actors)
    if not first or not second:
        return ()
    shared = sorted(first & second)
    if shared:
        return (Finding(code="named.shared", says=lambda: f"named: {', '.join(shared)} in both sentences"),)
    return (Finding(code="named.none", says=lambda: "named: nobody in both sentences"),)


def _ids(parties: tuple[Party, ...]) -> set[str]:
    return {identity for party in parties for identity in (party.id, *party.members) if identity}


def _sides(parties: tuple[Party, ...]) -> set[str]:
    return {party.side for party in parties if party.side}


@lru_cache(maxsize=50_000)
def _rare(parties: tuple[Party, ...]) -> frozenset[str]:
    stems = {stem(word) for party in parties for word in party.words.split()}
    return frozenset(word for word in stems if rarity(word) >= RARE and len(word) > 2)


def _words(parties: tuple[Party, ...]) -> str:
    return " + ".join(party.words for party in parties) or "?"
