"""Places by a name as a person types it: Arabic however it is spelled, English whatever its accents and hyphens, or an expression.

>>> from tawatur.places.gazetteer import load_gazetteer
>>> [entry.id for entry in places_called("Deir ez-Zor", gazetteer=load_gazetteer())][:1]
['gn:170794']
"""

from __future__ import annotations

import unicodedata

from tawatur.places.gazetteer import Gazetteer, importance
from tawatur.places.recognise import find_places
from tawatur.places.records import GazetteerEntry
from tawatur.places.resolve import resolve_places
from tawatur.records import Place


def places_called(name: str, *, gazetteer: Gazetteer) -> tuple[GazetteerEntry, ...]:
    """Places of an Arabic or English name, the most important first."""
    found = gazetteer.find(name)
    if found:
        return found
    wanted = latin(name)
    known = (entry for entry in gazetteer.entries if wanted and entry.en and latin(entry.en) == wanted)
    return tuple(sorted(known, key=lambda entry: (-importance(entry), entry.id)))


def place_expressed(words: str, *, gazetteer: Gazetteer) -> Place | None:
    """The one place that a whole expression means: «ريف دير الزور الجنوبي», «مدينة القائم»; None where it means none, or several.

    >>> from tawatur.places.gazetteer import load_gazetteer
    >>> place_expressed("ريف دير الزور الجنوبي", gazetteer=load_gazetteer()).id
    'countryside(gn:170794)'
    """
    found = find_places(words, analyses=(), gazetteer=gazetteer)
    whole = [
        reading.place
        for reading in resolve_places(found, text=words, gazetteer=gazetteer)
        if reading.place and reading.mention.span == (0, len(words))
    ]
    return whole[0] if len(whole) == 1 else None


def latin(name: str) -> str:
    """The Latin letters and digits of a name, small and without marks; "" where it has none."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
