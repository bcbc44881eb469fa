"""What stands around a claim: places, days, actors and words that its sentence and the sentences beside it name.

A reader finds a trigger more often than all that belongs to it, so two claims are also compared by their surroundings;
these are evidence, never fields of the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.merge.records import Setting, Spot
from tawatur.merge.words import meaningful, rarity, stem
from tawatur.records import Claim, Mention, Place, Report, Span
from tawatur.text.fold import fold_word
from tawatur.text.sentences import sentences

REACH = 2
"""Sentences before the claim's own in which a place or a day still holds for it; a paragraph of newswire has two or three."""
LEAST_RARITY = 3.0
"""Words that stand in more than one article of twenty tell nothing of which happening a text is about."""
MOST_WORDS = 40
"""Words kept of the surroundings, the rarest first: about what title and three sentences have."""


class Surroundings:
    """A report cut into sentences, with what is named in each."""

    def __init__(self, report: Report, *, mentions: Iterable[Mention]) -> None:
        self._text = report.text
        self._title = report.title or ""
        self._sentences = sentences(report.text)
        self._named: list[list[Mention]] = [[] for _ in self._sentences]
        for mention in mentions:
            self._named[self._at(mention.span)].append(mention)

    def of(self, claim: Claim) -> Setting:
        """What stands around a claim."""
        if not self._sentences:
            return Setting()
        trigger = next((piece.span for piece in claim.evidence if piece.role == "trigger"), claim.sentence)
        at = self._at(trigger)
        before = range(at, max(-1, at - REACH - 1), -1)
        here, earlier = self._named[at], [mention for index in before[1:] for mention in self._named[index]]
        days = _first_days([*_by_distance(here, trigger), *reversed(earlier)])
        beside = self._sentences[max(0, at - 1) : at + 2]
        return Setting(
            spots=_spots(_by_distance(here, trigger)),
            before=_spots(earlier),
            actors=_actors(here),
            earliest=days[0],
            latest=days[1],
            trigger=stem(fold_word(self._text[slice(*trigger)].split()[0]))
            if self._text[slice(*trigger)].split()
            else None,
            words=_rarest([self._title, *(self._text[slice(*span)] for span in beside)]),
        )

    def _at(self, span: Span) -> int:
        """The sentence that holds the beginning of a span, or the last before it."""
        return max((index for index, (start, _) in enumerate(self._sentences) if start <= span[0]), default=0)


def _by_distance(mentions: Iterable[Mention], trigger: Span) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (abs(mention.span[0] - trigger[0]), mention.span))


def _spots(mentions: Iterable[Mention]) -> tuple[Spot, ...]:
    found: dict[str, Spot] = {}
    for mention in mentions:
        if mention.type == "place" and mention.place is not None:
            found.setdefault(mention.place.id, _spot(mention.text, mention.place))
    return tuple(found.values())


def _spot(words: str, place: Place) -> Spot:
    return Spot(
        words=" ".join(map(fold_word, words.split())),
        relation="at",
        id=place.id,
        ar=place.ar,
        lat=place.lat,
        lon=place.lon,
        radius_m=place.radius_m,
        kind=place.kind,
        country=place.country,
    )


def _actors(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.entity.id for mention in mentions if mention.type == "actor" and mention.entity}))


def _first_days(mentions: Sequence[Mention]) -> tuple[str | None, str | None]:
    """First and last day of the first time that is fixed."""
    for mention in mentions:
        when = mention.when
        if when is not None and when.earliest is not None and when.latest is not None:
            return when.earliest[:10], when.latest[:10]
    return None, None


def _rarest(texts: Iterable[str]) -> tuple[str, ...]:
    words = {stem(word) for text in texts for word in meaningful(text)}
    rare = sorted((word for word in words if rarity(word) >= LEAST_RARITY), key=lambda word: (-rarity(word), word))
    return tuple(sorted(rare[:MOST_WORDS]))
