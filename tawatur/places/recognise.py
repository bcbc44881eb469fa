"""Places in a text: named, unnamed and derived, with the gazetteer entries that each may mean.

    >>> from tawatur.places.gazetteer import load_gazetteer
    >>> text = "سيطرت القوات على قاعدة على بعد 70 كيلومترا من مدينة البوكمال"
    >>> found = find_places(text, analyses=(), gazetteer=load_gazetteer())
    >>> [text[start:end] for start, end in (mention.span for mention in found)]
    ['قاعدة على بعد 70 كيلومترا من مدينة البوكمال', 'مدينة البوكمال']
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser.records import Analysis
from tawatur.places.draft import mentions
from tawatur.places.expressions import expressions
from tawatur.places.gazetteer import Gazetteer
from tawatur.places.records import PlaceMention
from tawatur.places.relations import related
from tawatur.places.units import units


def find_places(text: str, *, analyses: Sequence[Analysis], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The place mentions of a text in order, a larger expression before its parts.

    Without analyses, names that are no common word, and names beside a type word or a direction, are still found.
    """
    seen = units(text, analyses=analyses)
    inner = expressions(seen, gazetteer=gazetteer)
    return mentions(related(inner, units=seen, gazetteer=gazetteer))
