"""Which place each mention means: by its name's weight, its type word, and the other places of the text.

The outlet that printed the report says nothing about where things happen and is never asked.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from tawatur.places.areas import derive_mention
from tawatur.places.gazetteer import Gazetteer, importance
from tawatur.places.records import Candidate, GazetteerEntry, PlaceMention, PlaceReading, as_place
from tawatur.places.words import place_words
from tawatur.records import Place
from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

WARS = frozenset(["SY", "IQ", "YE", "LY", "SD", "LB", "PS", "IL"])
"""The lexicon is made for reports from here: a small push where names are shared with quieter countries."""
WAR_PUSH = 0.8
WITHIN_PUSH = 6.0
"""For a place in a country or province named right beside the mention."""
BESIDE_PUSH = 2.5
"""For a place in a country or province named in the same sentence."""
COUNTRY_PUSH = 3.0
"""For a place in the country that the whole text speaks of most, less for others by their share."""
NEAR_PUSH = 2.0
NEAR_KM = 150.0
"""Distance at which another place of the text still pushes by a third."""
GRADE_LOSS = {"name": 0.0, "noisy": 2.0, "base": 0.0}
PROVINCE_LOSS = 3.0
"""A bare name is the town: the province needs its type word."""
AROUND = 30
"""Mentions before and after whose places push: beyond them a long text has gone on to other things."""
BESIDE_CHARACTERS = 60
OTHERS = 4
RECENT = 12
"""Mentions back that «المدينة» may mean."""
MUCH = 0.4
"""Share of the country most spoken of from which a country counts as a topic of the text."""
PINNED_NUMBERED_KM = 200.0
"""«المحطة الثانية» is the known one only where a place within so many kilometres is spoken of."""


def resolve_places(
    mentions: Sequence[PlaceMention],
    *,
    text: str,
    gazetteer: Gazetteer,
    references: Mapping[int, Place] | None = None,
) -> tuple[PlaceReading, ...]:
    """The place of each mention, runners-up kept, in the order of the mentions.

    `references` gives what unnamed mentions mean («المدينة»), by index, where the caller has found out;
    areas derived from them are then drawn.
    """
    votes = _votes(mentions, text=text)
    first = [_best(mention, mentions, index, votes, ()) for index, mention in enumerate(mentions)]
    anchors = [ranked[0].entry if ranked and _is_clear(ranked) else None for ranked in first]
    readings: list[PlaceReading] = []
    for index, mention in enumerate(mentions):
        around = (*anchors[max(0, index - AROUND) : index], *anchors[index + 1 : index + 1 + AROUND])
        others = tuple({entry.id: entry for entry in around if entry}.values())
        ranked = _best(mention, mentions, index, votes, others)
        readings.append(_reading(mention, ranked, others, gazetteer))
    for index in range(len(readings)):
        readings[index] = _referred(readings, index, given=references or {}, votes=votes, gazetteer=gazetteer)
    return _with_areas(readings, text=text, gazetteer=gazetteer)


def _votes(mentions: Sequence[PlaceMention], *, text: str) -> dict[str, float]:
    """Share of each country in what the text names: clear names count whole, adjectives of origin half."""
    counted: Counter[str] = Counter()
    for mention in mentions:
        countries = {c.entry.country for c in mention.candidates if c.grade == "name" and c.entry.country}
        if len(countries) == 1:
            counted[next(iter(countries))] += 2
        for candidate in mention.candidates:
            if candidate.entry.kind == "country":
                counted[str(candidate.entry.country)] += 1
    demonyms = place_words().demonyms
    for token in tokens(text):
        country = demonyms.get(fold_word(token.text))
        if country:
            counted[country] += 1
    most = max(counted.values(), default=0)
    return {country: count / most for country, count in counted.items()} if most else {}


def _best(
    mention: PlaceMention,
    mentions: Sequence[PlaceMention],
    index: int,
    votes: Mapping[str, float],
    anchors: Sequence[GazetteerEntry],
) -> list[Candidate]:
    """The candidates of a mention, best first."""
    if not mention.candidates:
        return []
    beside = _beside(mention, mentions, index)
    scored = [
        Candidate(
            entry=candidate.entry,
            grade=candidate.grade,
            score=round(_score(candidate, mention, beside, votes, anchors), 3),
        )
        for candidate in mention.candidates
    ]
    return sorted(scored, key=lambda candidate: (-candidate.score, candidate.entry.id))


def _score(
    candidate: Candidate,
    mention: PlaceMention,
    beside: frozenset[str],
    votes: Mapping[str, float],
    anchors: Sequence[GazetteerEntry],
) -> float:
    entry = candidate.entry
    score = importance(entry) - GRADE_LOSS[candidate.grade]
    if entry.country in WARS:
        score += WAR_PUSH
    if entry.kind in ("adm1", "adm2") and mention.kind not in ("adm1", "adm2", "region"):
        score -= PROVINCE_LOSS
    if mention.kind and mention.kind == entry.kind:
        score += 1.0
    if mention.kind == "capital" and entry.seat is not None and entry.seat == entry.country:
        score += 5.0
    own = {entry.country, entry.adm1}
    if own & set(mention.within):
        score += WITHIN_PUSH
    elif own & beside:
        score += BESIDE_PUSH
    if entry.country:
        score += COUNTRY_PUSH * votes.get(entry.country, 0.0)
    nearest = min((_km(entry, other) for other in anchors if other.id != entry.id), default=None)
    if nearest is not None and entry.kind != "country":
        score += NEAR_PUSH * math.exp(-nearest / NEAR_KM)
    return score


def _beside(mention: PlaceMention, mentions: Sequence[PlaceMention], index: int) -> frozenset[str]:
    """Countries and provinces named within some words of the mention."""
    found: set[str] = set()
    for step in (-3, -2, -1, 1, 2, 3):
        position = index + step
        if not 0 <= position < len(mentions):
            continue
        other = mentions[position]
        gap = max(other.span[0] - mention.span[1], mention.span[0] - other.span[1])
        if gap > BESIDE_CHARACTERS:
            continue
        found.update(c.entry.id for c in other.candidates if c.entry.kind in ("country", "adm1"))
        found.update(c.entry.seat for c in other.candidates if c.entry.seat and len(other.candidates) == 1)
    return frozenset(found)


def _is_clear(ranked: Sequence[Candidate]) -> bool:
    """Whether the first candidate leads so far that others may lean on it."""
    if ranked[0].entry.kind == "country":
        return False
    return len(ranked) == 1 or ranked[0].score - ranked[1].score >= 1.5 or _km(ranked[0].entry, ranked[1].entry) < 60


def _km(first: GazetteerEntry, second: GazetteerEntry) -> float:
    """Kilometres on a sphere: near enough for a weight, and fast."""
    lat1, lat2 = math.radians(first.lat), math.radians(second.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(second.lon - first.lon) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(half)))


def _reading(
    mention: PlaceMention,
    ranked: Sequence[Candidate],
    anchors: Sequence[GazetteerEntry],
    gazetteer: Gazetteer,
) -> PlaceReading:
    if mention.kind == "capital" and not ranked and len(mention.within) == 1:
        capital = gazetteer.seat(mention.within[0])
        return PlaceReading(mention=mention, place=as_place(capital) if capital else None, score=0.9)
    if not ranked:
        return PlaceReading(mention=mention, place=None)
    best = ranked[0]
    numbered = mention.nominal and mention.name_span is not None
    if numbered and not any(_km(best.entry, other) <= PINNED_NUMBERED_KM for other in anchors):
        return PlaceReading(mention=mention, place=None, others=(as_place(best.entry),))
    weights = [math.exp(candidate.score - best.score) for candidate in ranked]
    others = tuple(as_place(candidate.entry) for candidate in ranked[1 : OTHERS + 1])
    return PlaceReading(mention=mention, place=as_place(best.entry), others=others, score=round(1.0 / sum(weights), 3))


def _referred(
    readings: Sequence[PlaceReading],
    index: int,
    *,
    given: Mapping[int, Place],
    votes: Mapping[str, float],
    gazetteer: Gazetteer,
) -> PlaceReading:
    """«البلاد» and «العاصمة» by the country spoken of; of «المدينة» and pronouns only the last towns named, as candidates."""
    reading = readings[index]
    mention = reading.mention
    if index in given:
        return PlaceReading(mention=mention, place=given[index], others=reading.others, score=1.0)
    if reading.place or not mention.nominal or not mention.definite or mention.number != "s":
        return reading
    before = [earlier.place for earlier in readings[max(0, index - RECENT) : index] if earlier.place]
    if mention.kind in ("country", "capital"):
        country = _country_before(before, votes)
        entry = gazetteer.entry(country) if mention.kind == "country" and country else gazetteer.seat(country or "")
        return PlaceReading(mention=mention, place=as_place(entry), score=0.5) if entry else reading
    towns = [place for place in reversed(before) if place.kind in ("settlement", "district", mention.kind)]
    distinct = tuple({place.id: place for place in towns}.values())
    return PlaceReading(mention=mention, place=None, others=(*reading.others, *distinct)[:OTHERS])


def _country_before(before: Sequence[Place], votes: Mapping[str, float]) -> str | None:
    """The country of the last place named, where the text speaks much of it; else the one it speaks of most."""
    last = next((place.country for place in reversed(before) if place.country), None)
    if last and votes.get(last, 0.0) >= MUCH:
        return last
    return max(votes, key=lambda country: (votes[country], country), default=last)


def _with_areas(readings: list[PlaceReading], *, text: str, gazetteer: Gazetteer) -> tuple[PlaceReading, ...]:
    """Derived mentions drawn from their bases, the inner before the outer."""
    done = list(readings)
    for index in sorted(range(len(done)), key=lambda i: done[i].mention.span[1] - done[i].mention.span[0]):
        mention = done[index].mention
        if mention.relation is None:
            continue
        bases = [done[base].place for base in mention.relation.bases]
        known = [place for place in bases if place is not None]
        if len(known) < len(bases) or not known:
            continue
        area = derive_mention(mention, bases=known, text=text, gazetteer=gazetteer)
        score = min(done[base].score for base in mention.relation.bases)
        if area is not None:
            done[index] = PlaceReading(mention=mention, place=area, score=score)
    return tuple(done)
