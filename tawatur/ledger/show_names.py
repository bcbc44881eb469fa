"""What those in a happening are called: the neutral name where they are known, the words of the report where they are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tawatur.ledger.show_records import Name, Names, Told
from tawatur.merge.kinds import kinds
from tawatur.merge.records import Happening, Origin, Party, Spot
from tawatur.merge.tellings import folded
from tawatur.records import Span
from tawatur.text.tokens import tokens


def names_of(happening: Happening, claims: Collection[Told]) -> Names:
    """The names for a happening, from its claims.

    Of kinds told of the one who yields, such as "withdraw", the one who yields is the actor, as the claims have it; merging compares it as the
    one who lost by it.
    """
    actor, target = happening.actor, happening.target
    if happening.kind in kinds().yields:
        actor, target = target, actor
    return Names(actor=_party(actor, claims), target=_party(target, claims), place=_place(happening.spot, claims))


def teller_names(origins: Iterable[Origin], *, claims: Collection[Told], texts: Mapping[str, str]) -> dict[str, str]:
    """Of each origin, by its id, who it is as a report writes it: merging keeps the words folded.

    Looked for among the tellers of the claims, then in the texts of the reports, by their keys.
    """
    links = {folded(link.text): link.text for one in claims for link in one.claim.chain}
    return {one.id: links.get(folded(one.who)) or _as_written(one, texts) or one.who for one in origins}


def _as_written(origin: Origin, texts: Mapping[str, str]) -> str | None:
    words = folded(origin.who).split()
    for report in origin.reports if words else ():
        text = texts.get(report, "")
        known = _words(text)
        for at in range(len(known) - len(words) + 1):
            if known[at].folded == words[0] and [word.folded for word in known[at : at + len(words)]] == words:
                return text[known[at].span[0] : known[at + len(words) - 1].span[1]]
    return None


class _Word(NamedTuple):
    """A word of a text, folded."""

    folded: str
    span: Span


@lru_cache(maxsize=200)
def _words(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(word, token.span) for token in tokens(text) if (word := folded(token.text)))


def _party(party: Party | None, claims: Collection[Told]) -> Name | None:
    if party is None:
        return None
    named = (name for one in claims for name in _named(party, one))
    return next(named, Name(id=party.id, ar=party.words))


def _named(party: Party, told: Told) -> Iterator[Name]:
    for role in told.claim.roles:
        if party.id is not None and role.entity is not None and role.entity.id == party.id:
            yield Name(id=party.id, ar=role.entity.ar, en=role.entity.en)
        elif party.id is None and role.entity is None and folded(role.text) == party.words:
            yield Name(ar=role.text)


def _place(spot: Spot | None, claims: Collection[Told]) -> Name | None:
    if spot is None:
        return None
    wheres = [where for one in claims for where in one.claim.where]
    for where in wheres:
        place = where.place
        if place is not None and (place.id, place.lat, place.lon) == (spot.id, spot.lat, spot.lon):
            return Name(id=place.id, ar=place.ar, en=place.en)
    words = (where.text for where in wheres if folded(where.text) == spot.words)
    return Name(id=spot.id, ar=spot.ar or next(words, spot.words))
