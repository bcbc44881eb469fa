"""What those in a happening are called: the neutral name where they are known, the words of the report where they are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tawatur.ledger.show_records import Name, Names, Told
from tawatur.merge.kinds import kinds
from tawatur.merge.records import Happening, Origin, Party, Spot
from tawatur.merge.tellings import folded
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


def teller_names(origins: Iterable[Origin], *, texts: Mapping[str, str]) -> dict[str, str]:
    """Of each origin, by its id, who it is as its reports write it; `texts` are those of the reports by key. Merging keeps the words folded."""
    return {origin.id: _as_written(origin, texts) for origin in origins}


def _as_written(origin: Origin, texts: Mapping[str, str]) -> str:
    words = folded(origin.who).split()
    for report in origin.reports:
        found = tokens(texts.get(report, ""))
        known = [(token, folded(token.text)) for token in found if folded(token.text)]
        for at in range(len(known) - len(words) + 1):
            if [word for _, word in known[at : at + len(words)]] == words:
                start, end = known[at][0].span[0], known[at + len(words) - 1][0].span[1]
                return texts[report][start:end]
    return origin.who


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
