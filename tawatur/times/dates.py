"""Reading dates: «26 أكتوبر», «السادس والعشرين من تشرين الأول/أكتوبر 2017», «20 من الشهر المقبل».

>>> found = dated(terms("26 أكتوبر 2017"), 0)
>>> (found.shape.year, found.shape.month, found.shape.day, found.end)
(2017, 10, 26, 3)
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.times.days import Dated, DayOf
from tawatur.times.months import (
    SEPARATORS,
    STROKES,
    Found,
    MonthName,
    YearTold,
    calendars_agree,
    is_unit,
    month_name,
    year_told,
)
from tawatur.times.numerals import day_number
from tawatur.times.periods import UnitAway
from tawatur.times.shapes import Named, Shape, Unfixed
from tawatur.times.spans import Between
from tawatur.times.terms import END, Term, at, sense, terms
from tawatur.times.vocabulary import VOCABULARY

__all__ = ["Found", "dated", "terms"]


def dated(line: Sequence[Term], index: int, *, weekday: int | None = None) -> Found | None:
    """A day of a month, or some days of one: «26 أكتوبر», «3 و7 مايو», «العاشر من الشهر الجاري», «مايو 15, 2014»."""
    first = day_number(line, index)
    if first is None:
        return _month_first(line, index, weekday=weekday)
    day, end = first
    whole = _day_in_month(line, end, day=day, weekday=weekday)
    if whole is not None:
        named = at(line, index - 1).word in VOCABULARY.lists["not_before"] and _is_without_year(whole.shape)
        return Found(Named(), whole.end) if named else whole
    linked = (
        end
        if at(line, end).joined
        else end + 1
        if at(line, end).word in _RANGE_MARKS or sense(line, end, "to")
        else None
    )
    second = day_number(line, linked) if linked is not None else None
    if second is None:
        return None
    last = _day_in_month(line, second[1], day=second[0], weekday=None)
    if last is None:
        return None
    return Found(Between(first=_same_month(last.shape, day=day), last=last.shape), last.end)


def _is_without_year(shape: Shape) -> bool:
    return isinstance(shape, Dated) and shape.year is None and shape.toward is None and shape.years_away is None


_RANGE_MARKS = frozenset("-–")
_ARTICLE = "\u0627\u0644"


def _same_month(shape: Shape, *, day: int) -> Shape:
    if isinstance(shape, Dated):
        return Dated(day, shape.month, shape.year, shape.calendar, shape.toward, shape.years_away)
    return DayOf(day, shape.month) if isinstance(shape, DayOf) else shape


def _day_in_month(line: Sequence[Term], index: int, *, day: int, weekday: int | None) -> Found | None:
    """The month that belongs to a day just read, and the year after it."""
    here = index + 1 if at(line, index).word in SEPARATORS or sense(line, index, "of") else index
    relative = _relative_month(line, here)
    if relative is not None and (here > index or at(line, here).word.startswith(_ARTICLE)):
        return Found(DayOf(day, relative.shape), relative.end)
    here += is_unit(line, here, "month")
    name = month_name(line, here)
    if name is None or at(line, here).joined:
        return None
    named = _past_other_name(line, name)
    toward = sense(line, named, "toward")
    end = named + (toward is not None)
    yearly = _every_year(line, end)
    if yearly is not None:
        return Found(Unfixed("day"), yearly)
    told = year_told(line, end)
    if not calendars_agree(name.name, told):
        told = YearTold(end)
    shape = Dated(
        day=day,
        month=name.name.number,
        year=told.year,
        calendar=name.name.calendar,
        toward=toward.number if toward else None,
        years_away=told.away,
        weekday=weekday,
    )
    return Found(shape, told.end)


def _past_other_name(line: Sequence[Term], name: MonthName) -> int:
    """The index after the name of a day's month and the name of another one by a slip: «28 سبتمبر/آب»."""
    slip = at(line, name.end).word == "/" and sense(line, name.end + 1, "month") is not None
    return name.end + 2 * slip


def _every_year(line: Sequence[Term], index: int) -> int | None:
    """The index after «من كل عام», which makes a date a yearly one."""
    here = index + 1 if sense(line, index, "of") else index
    return here + 2 if at(line, here).word in VOCABULARY.lists["every"] and is_unit(line, here + 1, "year") else None


def _relative_month(line: Sequence[Term], index: int) -> Found | None:
    """«الشهر الجاري», «هذا الشهر»."""
    if sense(line, index, "demonstrative") and is_unit(line, index + 1, "month"):
        return Found(UnitAway("month", 0), index + 2)
    toward = sense(line, index + 1, "toward")
    if is_unit(line, index, "month") and toward is not None:
        return Found(UnitAway("month", toward.number), index + 2)
    return None


def _month_first(line: Sequence[Term], index: int, *, weekday: int | None) -> Found | None:
    """The month before the day: «يناير-1», «سبتمبر 10, 2001», «مايو الحادي والعشرين».

    A year, a mark, nothing between, a number of two words or the end of the clause must make it sure.
    """
    name = month_name(line, index)
    if name is None:
        return None
    dashed = at(line, name.end).word in STROKES
    here = name.end + dashed
    found = day_number(line, here) if at(line, here).number is not None or _is_ordinal(line, here) else None
    if found is None or at(line, here).joined:
        return None
    day, end = found
    told = year_told(line, end)
    glued = at(line, name.end).span[0] == at(line, index).span[1]
    alone = at(line, end) == END or at(line, end).word in VOCABULARY.lists["closing"]
    sure = dashed or glued or told.year is not None or end > here + 1 or (alone and at(line, here).number is not None)
    if not sure or sense(line, end, "month"):
        return None
    return Found(Dated(day, name.name.number, told.year, name.name.calendar, weekday=weekday), told.end)


def _is_ordinal(line: Sequence[Term], index: int) -> bool:
    return sense(line, index, "ordinal") is not None
