"""Places in a text: named, unnamed and derived, with the gazetteer entries that each may mean.

>>> from tawatur.places.gazetteer import load_gazetteer
>>> text = "سيطرت القوات على قاعدة على بعد 70 كيلومترا من مدينة البوكمال"
>>> found = find_places(text, analyses=(), gazetteer=load_gazetteer())
>>> [text[start:end] for start, end in (mention.span for mention in found)]
['قاعدة على بعد 70 كيلومترا من مدينة البوكمال', 'مدينة البوكمال']
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tawatur.analyser.records import Analysis
from tawatur.places.draft import Draft, mentions
from tawatur.places.expressions import expressions
from tawatur.places.gazetteer import Gazetteer
from tawatur.places.records import PlaceMention
from tawatur.places.relations import related
from tawatur.places.units import Unit, units
from tawatur.places.words import place_words


def find_places(text: str, *, analyses: Sequence[Analysis], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The place mentions of a text in order, a larger expression before its parts.

    Without analyses, names that are no common word, and names beside a type word or a direction, are still found.
    """
    seen = units(text, analyses=analyses)
    inner = expressions(seen, gazetteer=gazetteer)
    inner = sorted([*inner, *_unknown(inner, analyses=analyses, units=seen)], key=lambda draft: draft.first)
    return mentions(related(inner, units=seen, gazetteer=gazetteer))


def _unknown(known: Sequence[Draft], *, analyses: Sequence[Analysis], units: Sequence[Unit]) -> list[Draft]:
    """Places that the analyser names and the gazetteer lacks, without candidates."""
    starts = [unit.span[0] for unit in units]
    taken = {index for draft in known for index in range(draft.first, draft.stop)}
    found: list[Draft] = []
    for name in (name for analysis in analyses for name in analysis.names if name.type == "place"):
        first = max(0, bisect_right(starts, name.span[0]) - 1)
        stop = bisect_left(starts, name.span[1])
        if stop <= first or taken & set(range(first, stop)) or units[first].text in place_words().demonyms:
            continue
        offset = name.span[0] - units[first].span[0]
        found.append(Draft(first, stop, name.span, offset, name.span, evidence="name"))
    return found
