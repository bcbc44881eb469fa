"""Every time expression of a sentence, resolved: `find_times`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tawatur.records import Span, When
from tawatur.times.facing import TenseCue, clauses, facing, surface_cues
from tawatur.times.months import Found
from tawatur.times.openers import RULES
from tawatur.times.sequence import in_order
from tawatur.times.shapes import Circumstances, Interval, Named, Shape
from tawatur.times.terms import Term, at, terms


def find_times(
    text: str, *, start: int = 0, end: int | None = None, published: date | None, cues: Sequence[TenseCue] | None = None
) -> tuple[When, ...]:
    """The time expressions of `text[start:end]` in order, none within another.

    `published` is the day of publication; without it nothing relative is resolved. `cues` give the tense of the verbs
    around; None takes what the words alone show (`surface_cues`). Where no cue governs, an unmarked day is looked for
    in the past, the day of publication included.

        >>> [(w.text, w.earliest) for w in find_times("قصفت الطائرات البلدة أمس الخميس.", published=date(2017, 10, 27))]
        [('أمس الخميس', '2017-10-26')]
    """
    stop = len(text) if end is None else end
    line = terms(text, start=start, end=stop)
    if not line:
        return ()
    found = tuple(_found(line))
    if not found:
        return ()
    within = clauses(
        text, start=start, end=stop, cues=surface_cues(text, start=start, end=stop) if cues is None else cues
    )
    told: list[Circumstances] = []
    for span, _ in found:
        direction = facing(span[0], within=within)
        told.append(Circumstances(published=published, facing=direction or "past", told=direction is not None))
    intervals = in_order([shape for _, shape in found], told)
    return tuple(
        _when(text, span=span, interval=interval) for (span, _), interval in zip(found, intervals, strict=True)
    )


def _found(line: Sequence[Term]) -> Iterator[tuple[Span, Shape]]:
    index = 0
    while index < len(line):
        match = _at(line, index)
        if match is None:
            index += 1
        else:
            if not isinstance(match.shape, Named):
                yield (line[index].span[0], line[match.end - 1].span[1]), match.shape
            index = match.end


def _at(line: Sequence[Term], index: int) -> Found | None:
    here = at(line, index)
    if not here.senses and not here.word[:1].isdigit():
        return None
    for rule in RULES:
        found = rule(line, index)
        if found is not None:
            return found
    return None


def _when(text: str, *, span: Span, interval: Interval) -> When:
    def written(day: date | None) -> str | None:
        return None if day is None else f"{day.isoformat()}T{interval.clock}" if interval.clock else day.isoformat()

    return When(
        text=text[span[0] : span[1]],
        span=span,
        earliest=written(interval.earliest),
        latest=written(interval.latest),
        grain=interval.grain,
        anchor=interval.anchor,
    )
