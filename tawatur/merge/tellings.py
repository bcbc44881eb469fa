"""From a claim to the telling that merging compares: folded words, parties, spots, figures, tellers.

Pure and made once for each claim, when it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.merge.records import Count, Party, Setting, Spot, Teller, Telling
from tawatur.merge.setting import Surroundings
from tawatur.merge.words import meaningful
from tawatur.records import Claim, Link, Mention, Quantity, Report, Role, Where
from tawatur.text.fold import fold_word
from tawatur.text.quotes import Quote, quotes

_ACTING = frozenset({"actor", "partner"})
_SUFFERING = frozenset({"target"})


def tellings_of(
    claims: Iterable[Claim],
    report: Report,
    *,
    claim_keys: Iterable[str],
    report_key: str,
    mentions: Iterable[Mention] = (),
) -> tuple[Telling, ...]:
    """The claims of a report, with the keys of all in the ledger; `mentions` are those of its reading."""
    quoted = quotes(report.text)
    around = Surroundings(report, mentions=mentions)
    return tuple(
        _telling(claim, report, quoted, around.of(claim), claim_key=key, report_key=report_key)
        for claim, key in zip(claims, claim_keys, strict=True)
    )


def _telling(
    claim: Claim, report: Report, quoted: tuple[Quote, ...], setting: Setting, *, claim_key: str, report_key: str
) -> Telling:
    when = claim.when
    return Telling(
        claim=claim_key,
        report=report_key,
        outlet=report.outlet,
        published=report.published,
        kind=claim.kind,
        reality=claim.reality,
        actors=tuple(_party(role) for role in claim.roles if role.role in _ACTING),
        targets=tuple(_party(role) for role in claim.roles if role.role in _SUFFERING),
        spots=tuple(map(_spot, claim.where)),
        earliest=when.earliest[:10] if when and when.earliest else None,
        latest=when.latest[:10] if when and when.latest else None,
        grain=when.grain if when else None,
        counts=tuple(_count(quantity, claim) for quantity in claim.quantities if quantity.of is not None),
        chain=tuple(map(_teller, claim.chain)),
        trigger=tuple(piece.span for piece in claim.evidence if piece.role == "trigger"),
        sentence=claim.sentence,
        words=tuple(sorted(set(meaningful(report.text[claim.sentence[0] : claim.sentence[1]])))),
        quotation=_quotation(report.text, quoted, claim),
        score=claim.score,
        setting=setting,
        themes=tuple(folded(role.text) for role in claim.roles if role.role == "theme"),
    )


def folded(text: str) -> str:
    """Words folded for comparing, a blank between them.

    >>> folded("أبو كمال،  المدينة")
    'ابو كمال المدينه'
    """
    return " ".join(fold_word(word.strip("،,.؛;:؟?!«»\"'()[]")) for word in text.split()).strip()


def _party(role: Role) -> Party:
    entity = role.entity
    return Party(
        words=folded(role.text),
        id=entity.id if entity else None,
        side=entity.side if entity else None,
        type=entity.type if entity else None,
        members=tuple(member.id for member in role.members),
    )


def _spot(where: Where) -> Spot:
    place = where.place
    if place is None:
        return Spot(words=folded(where.text), relation=where.relation)
    return Spot(
        words=folded(where.text),
        relation=where.relation,
        id=place.id,
        ar=place.ar,
        lat=place.lat,
        lon=place.lon,
        radius_m=place.radius_m,
        kind=place.kind,
        country=place.country,
    )


def _count(quantity: Quantity, claim: Claim) -> Count:
    """The figure with those it counts: the role whose words hold the number."""
    counted = next(
        (role for role in claim.roles if role.span[0] <= quantity.span[0] and quantity.span[1] <= role.span[1]), None
    )
    whose = None
    if counted is not None:
        whose = counted.entity.id if counted.entity else folded(counted.text)
    return Count(of=quantity.of or "", low=quantity.low, high=quantity.high, whose=whose)


def _teller(link: Link) -> Teller:
    return Teller(
        words=folded(link.text),
        text=" ".join(link.text.split()),
        id=link.entity.id if link.entity else None,
        side=link.entity.side if link.entity else None,
        capacity=link.capacity,
        medium=link.medium,
        audience=folded(link.audience) if link.audience else None,
        anonymous=link.anonymous,
    )


def _quotation(text: str, quoted: tuple[Quote, ...], claim: Claim) -> str | None:
    """The innermost quotation around the trigger, folded."""
    trigger = next((piece.span for piece in claim.evidence if piece.role == "trigger"), None)
    if trigger is None:
        return None
    around = [q.inner for q in quoted if q.inner[0] <= trigger[0] and trigger[1] <= q.inner[1]]
    if not around:
        return None
    start, end = min(around, key=lambda span: span[1] - span[0])
    return folded(text[start:end])
