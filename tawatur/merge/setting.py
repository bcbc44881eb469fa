"""What stands around a claim: places, days, actors, figures and words that its sentence and the sentences beside it name.

A reader finds a trigger more often than all that belongs to it, so two claims are also compared by their surroundings;
these are evidence, never fields of the claim.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from tawatur.merge.records import Setting, Spot
from tawatur.merge.words import meaningful, rarity, stem
from tawatur.records import Claim, Mention, Place, Report, Span
from tawatur.text.fold import fold_word
from tawatur.text.sentences import sentences

REACH = 2
"""Sentences before the claim's own in which a place or a day still holds for it; a paragraph of newswire has two or three."""
CLOSE = 60
"""Characters on either side of the trigger that belong to it: about ten words, as long as a clause."""
NEWS_DAYS = 10
"""A time that is further from the day of publication is background («منذ 2011»), and holds for its own clause only."""
DAY_GRAINS = frozenset({"minute", "hour", "part", "day"})
LEAST_RARITY = 3.0
"""Words that stand in more than one article of twenty tell nothing of which happening a text is about."""
MOST_WORDS = 40
"""Words kept of the surroundings, the rarest first: about what title and three sentences have."""


class Surroundings:
    """A report cut into sentences, with what is named in each."""

    def __init__(self, report: Report, *, mentions: Iterable[Mention]) -> None:
        self._text = report.text
        self._title = report.title or ""
        self._published = dt.date.fromisoformat(report.published) if report.published else None
        self._sentences = sentences(report.text)
        self._named: list[list[Mention]] = [[] for _ in self._sentences]
        for mention in mentions if self._sentences else ():
            self._named[self._at(mention.span)].append(mention)

    def of(self, claim: Claim) -> Setting:
        """What stands around a claim."""
        if not self._sentences:
            return Setting()
        trigger = next((piece.span for piece in claim.evidence if piece.role == "trigger"), claim.sentence)
        at = self._at(trigger)
        here = sorted(self._named[at], key=lambda mention: (abs(mention.span[0] - trigger[0]), mention.span))
        before = [mention for index in range(at - 1, max(-1, at - REACH - 1), -1) for mention in self._named[index]]
        first, last = self._sentences[at]
        window = max(first, trigger[0] - CLOSE), min(last, trigger[1] + CLOSE)
        beside = [mention for mention in here if window[0] <= mention.span[0] and mention.span[1] <= window[1]]
        earliest, latest = _first_days([*here, *before], self._published)
        words = self._text[slice(*trigger)].split()
        return Setting(
            at=at,
            spots=_spots(here),
            before=_spots(before),
            actors=_actors(beside),
            earliest=earliest,
            latest=latest,
            trigger=stem(fold_word(words[0])) if words else None,
            close=tuple(sorted(set(map(stem, meaningful(_whole(self._text, window)))))),
            numbers=_numbers(beside),
            words=_rarest(
                [self._title, *(self._text[slice(*span)] for span in self._sentences[max(0, at - 1) : at + 2])]
            ),
        )

    def _at(self, span: Span) -> int:
        """The sentence that holds the beginning of a span, or the last before it."""
        return max((index for index, (start, _) in enumerate(self._sentences) if start <= span[0]), default=0)


def _whole(text: str, window: Span) -> str:
    """The text of a window without the words that its ends cut."""
    start, end = window
    if start and not text[start - 1].isspace():
        start += len(text[start:end].split(maxsplit=1)[0])
    if end < len(text) and not text[end].isspace():
        end -= len(text[start:end].rsplit(maxsplit=1)[-1])
    return text[start:end]


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


def _numbers(mentions: Iterable[Mention]) -> tuple[float, ...]:
    figures = (mention.quantity.low for mention in mentions if mention.quantity is not None)
    return tuple(sorted({figure for figure in figures if figure is not None}))


def _first_days(mentions: Sequence[Mention], published: dt.date | None) -> tuple[str | None, str | None]:
    """First and last day of the first time that is a day of the news."""
    for mention in mentions:
        when = mention.when
        if when is None or when.earliest is None or when.latest is None or when.grain not in DAY_GRAINS:
            continue
        if published is None or abs((published - dt.date.fromisoformat(when.earliest[:10])).days) <= NEWS_DAYS:
            return when.earliest[:10], when.latest[:10]
    return None, None


def _rarest(texts: Iterable[str]) -> tuple[str, ...]:
    words = {stem(word) for text in texts for word in meaningful(text)}
    rare = sorted((word for word in words if rarity(word) >= LEAST_RARITY), key=lambda word: (-rarity(word), word))
    return tuple(sorted(rare[:MOST_WORDS]))
