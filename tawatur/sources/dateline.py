"""The day in the opening of a wire report: «بغداد 15-7-2014 (اف ب) - …».

>>> dateline_day("بغداد 15-7-2014 (اف ب) - وصلت القافلة إلى المدينة.")
'2014-07-15'
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from tawatur.records import When

_OPENING = 120
"""Characters of the first line in which a dateline ends."""
_MOST_BEFORE = 4
"""Words before the day: «دير الزور (سوريا) في»."""
_CREDIT_AFTER = re.compile(r"\s*(?:\([^()\n]{2,30}\)\s*[-–—:]|/[^/\n]{2,30}/)")
_CREDIT_BEFORE = re.compile(r"(?:\([^()\n]{2,30}\)|/[^/\n]{2,30}/)\s*[-–—]?\s*$")
_END = re.compile(r"\s*[-–—:]\s")
_DIGIT = re.compile(r"\d")


def dateline_day(text: str) -> str | None:
    """The day that stands with its year between the place and the credit of an agency, or after the credit.

    A day and month without a year is no day of publication: the year would be a guess.
    """
    days = {when.earliest for when in _dated(text, published=None) if when.anchor == "text"} - {None}
    return days.pop() if len(days) == 1 else None


def yearless_day(text: str, *, published: dt.date) -> str | None:
    """The day that a dateline without a year names in the year up to `published`, for comparison with it."""
    tomorrow = published + dt.timedelta(days=1)
    days = {when.earliest for when in _dated(text, published=tomorrow) if when.anchor == "publication"} - {None}
    return days.pop() if len(days) == 1 else None


def _dated(text: str, *, published: dt.date | None) -> Iterator[When]:
    opening = text.lstrip()[:_OPENING].split("\n")[0]
    if not _DIGIT.search(opening):
        return
    from tawatur.times import find_times  # its words take a while to load, and few reports open with digits

    for when in find_times(opening, published=published):
        before, after = opening[: when.span[0]], opening[when.span[1] :]
        if when.grain != "day" or not _DIGIT.search(when.text) or not 1 <= len(before.split()) <= _MOST_BEFORE:
            continue
        if _CREDIT_AFTER.match(after) or (_CREDIT_BEFORE.search(before) and _END.match(after)):
            yield when
