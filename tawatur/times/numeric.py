"""Reading dates in digits alone: «15/7/2018», «2018-07-15», «١٥ - ٧».

>>> numeric(terms("بتاريخ 15/7/2018"), 1).shape.month
7
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.text.fold import fold_word
from tawatur.times.days import Dated
from tawatur.times.months import Found, YearTold, year_told
from tawatur.times.shapes import Shape
from tawatur.times.spans import EarlierOf
from tawatur.times.terms import END, Term, at, sense, terms
from tawatur.times.vocabulary import VOCABULARY, Calendar

__all__ = ["numeric", "terms"]

_WRITTEN = re.compile(r"[0-9]{1,4}(?:[/.][0-9]{1,4}){0,2}")
_MARKS = frozenset("-–/")


def numeric(line: Sequence[Term], index: int, *, weekday: int | None = None, sure: bool = False) -> Found | None:
    """A date in digits; without a year only where `sure`, or where the words around make it a date."""
    parts, end = _parts(line, index)
    if len(parts) == 3:
        shape = _of_three(parts, weekday=weekday)
    elif len(parts) == 2 and (sure or _is_date_here(line, index, end=end)):
        told = _year_after_comma(line, end)
        day, month = parts if told.year is None else reversed(parts)
        shape, end = _day_and_month(day, month, year=told.year, weekday=weekday), told.end
    else:
        return None
    return Found(shape, end) if shape is not None else None


def _parts(line: Sequence[Term], index: int) -> tuple[list[str], int]:
    """Up to three numbers with marks between them, and the index after them."""
    parts: list[str] = []
    end = index
    while len(parts) < 3:
        word = fold_word(at(line, end).raw)
        if not _WRITTEN.fullmatch(word):
            break
        parts += re.split(r"[/.]", word)
        end += 1
        if at(line, end).word not in _MARKS:
            break
        end += 1
    if end > index and at(line, end - 1).word in _MARKS:
        end -= 1
    return (parts, end) if len(parts) <= 3 and at(line, end).word not in _MARKS else ([], index)


def _is_date_here(line: Sequence[Term], index: int, *, end: int) -> bool:
    """Whether «15/7» is a date: after «في», «يوم» or a verb of coming and going, or in a dateline before the agency."""
    before, after = at(line, index - 1), at(line, end)
    prepositioned = sense(line, index - 1, "within_word", "on", "dayhead") is not None
    arrives = at(line, index - 1 - prepositioned).word in VOCABULARY.lists["arrival"]
    if "." in at(line, index).raw and not arrives:
        return False
    closed = after == END or after.word in VOCABULARY.lists["closing"]
    comes = arrives or sense(line, index - 1, "within_word", "opener") is not None
    dateline = after.word == "(" and index <= _DATELINE and before.word.isalpha()
    return closed and (comes or dateline or sense(line, index - 1, "dayhead", "weekday") is not None)


def _year_after_comma(line: Sequence[Term], index: int) -> YearTold:
    """The year after a comma, of four digits or two; dates so written have the month first: «08/12, 2015»."""
    if at(line, index).word not in VOCABULARY.lists["commas"]:
        return YearTold(index)
    short = at(line, index + 1)
    if short.number is not None and len(short.raw) == 2 and at(line, index + 2) == END:
        return YearTold(index + 2, year=2000 + short.number)
    return year_told(line, index)


_DATELINE = 4
"""Words of a dateline before its date, such as «بغداد» or «دير الزور (سوريا)»."""


def _of_three(parts: Sequence[str], *, weekday: int | None) -> Shape | None:
    first, second, third = parts
    if len(first) == 4 and len(third) <= 2:
        return _day_and_month(third, second, year=int(first), weekday=weekday)
    if len(third) == 4 and len(first) <= 2:
        return _day_and_month(first, second, year=int(third), weekday=weekday)
    if not all(len(part) <= 2 for part in parts) or max(map(int, parts)) <= 12:
        return None
    ways = (
        _day_and_month(first, second, year=2000 + int(third), weekday=weekday),
        _day_and_month(third, second, year=2000 + int(first), weekday=weekday),
    )
    shapes = tuple(shape for shape in ways if shape is not None)
    return EarlierOf(ways=shapes) if shapes else None


def _day_and_month(day: str, month: str, *, year: int | None, weekday: int | None) -> Shape | None:
    """Day before month; the other way round only when there is no other."""
    if len(day) > 2 or len(month) > 2:
        return None
    first, second = int(day), int(month)
    if second > 12:
        first, second = second, first
    calendar: Calendar = "hijri" if year is not None and year < 1600 else "gregorian"
    if not (1 <= first <= 31 and 1 <= second <= 12) or (year is not None and not 1300 <= year <= 2100):
        return None
    return Dated(first, second, year, calendar, weekday=weekday)
