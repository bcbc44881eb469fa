"""Reading dates: «26 أكتوبر», «السادس والعشرين من تشرين الأول/أكتوبر 2017», «مايو الماضي», «15/7/2018».

>>> found = dated(terms("26 أكتوبر 2017"), 0)
>>> (found.shape.year, found.shape.month, found.shape.day, found.end)
(2017, 10, 26, 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.times.days import Dated, DayOf
from tawatur.times.numerals import day_number, number
from tawatur.times.periods import Month, UnitAway
from tawatur.times.shapes import Named, Shape, Unfixed
from tawatur.times.spans import Between
from tawatur.times.terms import Term, at, sense, terms
from tawatur.times.vocabulary import VOCABULARY, Calendar, Sense

__all__ = ["Found", "MonthName", "YearTold", "dated", "is_year", "month", "month_name", "terms", "year_told"]

SEPARATORS = VOCABULARY.lists["commas"] | frozenset("/-–.")
_HIJRI_YEARS = range(1300, 1501)
_YEARS = range(1800, 2101)


class Found(NamedTuple):
    """A shape and the index of the term after it."""

    shape: Shape
    end: int


class MonthName(NamedTuple):
    """The name of a month, once or in two traditions."""

    name: Sense
    end: int
    doubled: bool


class YearTold(NamedTuple):
    """What is told of a year after a month or season."""

    end: int
    year: int | None = None
    away: int | None = None
    """Years from the present one: -1 in «من العام الماضي»."""
    calendar: Calendar | None = None


def is_year(line: Sequence[Term], index: int) -> bool:
    """Whether a number in digits may be a year: «2014», but not «2014 مقاتلا»."""
    value = at(line, index).number
    following = at(line, index + 1)
    return (
        value is not None
        and (value in _YEARS or (value in _HIJRI_YEARS and sense(line, index + 1, "era") is not None))
        and following.word not in VOCABULARY.lists["counted"]
        and not (sense(line, index + 1, "unit") and not following.joined and not following.preposition)
    )


def era(line: Sequence[Term], index: int) -> tuple[Calendar | None, int]:
    """The calendar that a mark after a year tells, and the index after it: «1439هـ»."""
    mark = sense(line, index, "era")
    if mark is None:
        return None, index
    return ("hijri" if mark.name == "hijri" else "gregorian"), index + 1


def _is_unit(line: Sequence[Term], index: int, unit: str, *, quantity: int = 1) -> bool:
    found = sense(line, index, "unit")
    return found is not None and found.name == unit and found.quantity == quantity


def year_told(line: Sequence[Term], index: int) -> YearTold:
    """What is told of the year from an index on; ends where it began when nothing is."""
    here = index
    separated = at(line, here).word in SEPARATORS
    here += 1 if separated or sense(line, here, "of") else 0
    demonstrative = sense(line, here, "demonstrative") is not None
    here += demonstrative
    headed = _is_unit(line, here, "year") and not at(line, here).joined
    here += headed
    if headed and demonstrative:
        return YearTold(here, away=0)
    toward = sense(line, here, "toward")
    if headed and toward is not None:
        return YearTold(here + 1, away=toward.number)
    value = at(line, here).number
    if value is not None and not at(line, here).joined and (is_year(line, here) or value in _HIJRI_YEARS):
        calendar, end = era(line, here + 1)
        return YearTold(end, year=value, calendar=calendar or ("hijri" if value in _HIJRI_YEARS else None))
    spelled = number(line, here) if (headed or separated) and value is None else None
    if spelled is not None and spelled[0] in _YEARS:
        return YearTold(spelled[1], year=spelled[0])
    return YearTold(index)


def month_name(line: Sequence[Term], index: int) -> MonthName | None:
    """A month's name, with the second name of the same month where it is given."""
    first = sense(line, index, "month")
    if first is None:
        return None
    mark = at(line, index + 1).word
    second = index + 2 if mark in SEPARATORS or mark == "(" else index + 1
    other = sense(line, second, "month")
    if other is not None and other.number == first.number and other.calendar == first.calendar:
        closed = mark == "(" and at(line, second + 1).word == ")"
        return MonthName(first, second + 1 + closed, doubled=True)
    return MonthName(first, index + 1, doubled=False)


def _may_stand(line: Sequence[Term], index: int, *, name: MonthName, sure: bool, toward: bool) -> bool:
    """Whether a name that has another sense is a month here; `sure`: a day, a year or a second name is by it."""
    if sure or name.doubled or not name.name.needs:
        return True
    if name.name.needs == "number" or (name.name.written and at(line, index).raw != name.name.written):
        return False
    return toward or at(line, index - 1).word in VOCABULARY.lists["support"] or bool(at(line, index).preposition)


def month(line: Sequence[Term], index: int) -> Found | None:
    """A month without a day: «أيار/مايو», «شهر مارس الماضي», «رمضان 1439»; or two: «شهري مايو ويونيو»."""
    if _is_unit(line, index, "month", quantity=2):
        first = _one_month(line, index + 1)
        second = _one_month(line, first.end) if first is not None and at(line, first.end).joined else None
        if first is None or second is None:
            return None
        return Found(Between(first=with_year_of(first.shape, second.shape), last=second.shape), second.end)
    return _one_month(line, index + 1 if _is_unit(line, index, "month") else index)


def with_year_of(first: Shape, last: Shape) -> Shape:
    """«بين مايو ويوليو 2014»: the year told last holds for both."""
    if isinstance(first, Month) and isinstance(last, Month) and first.year is None and first.toward is None:
        return Month(first.month, last.year, first.calendar, None, last.years_away)
    return first


def _one_month(line: Sequence[Term], index: int) -> Found | None:
    name = month_name(line, index)
    if name is None:
        return None
    toward = sense(line, name.end, "toward")
    end = name.end + (toward is not None)
    told = year_told(line, end)
    if not _calendars_agree(name.name, told):
        told = YearTold(end)
    pointed = toward is not None or told.away is not None
    if not _may_stand(line, index, name=name, sure=told.year is not None, toward=pointed):
        return None
    if told.year is None and not pointed and at(line, index - 1).word in VOCABULARY.lists["not_before"]:
        return None
    shape = Month(
        month=name.name.number,
        year=told.year,
        calendar=name.name.calendar,
        toward=toward.number if toward else None,
        years_away=told.away,
    )
    return Found(shape, told.end)


def _calendars_agree(name: Sense, told: YearTold) -> bool:
    return told.year is None or (told.year in _HIJRI_YEARS) == (name.calendar == "hijri")


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


def _same_month(shape: Shape, *, day: int) -> Shape:
    if isinstance(shape, Dated):
        return Dated(day, shape.month, shape.year, shape.calendar, shape.toward, shape.years_away)
    return DayOf(day, shape.month) if isinstance(shape, DayOf) else shape


def _day_in_month(line: Sequence[Term], index: int, *, day: int, weekday: int | None) -> Found | None:
    """The month that belongs to a day just read, and the year after it."""
    here = index + 1 if at(line, index).word in SEPARATORS or sense(line, index, "of") else index
    relative = _relative_month(line, here)
    if relative is not None and here > index:
        return Found(DayOf(day, relative.shape), relative.end)
    here += _is_unit(line, here, "month")
    name = month_name(line, here)
    if name is None or at(line, here).joined:
        return None
    toward = sense(line, name.end, "toward")
    end = name.end + (toward is not None)
    yearly = _every_year(line, end)
    if yearly is not None:
        return Found(Unfixed("day"), yearly)
    told = year_told(line, end)
    if not _calendars_agree(name.name, told):
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


def _every_year(line: Sequence[Term], index: int) -> int | None:
    """The index after «من كل عام», which makes a date a yearly one."""
    here = index + 1 if sense(line, index, "of") else index
    return here + 2 if at(line, here).word in VOCABULARY.lists["every"] and _is_unit(line, here + 1, "year") else None


def _relative_month(line: Sequence[Term], index: int) -> Found | None:
    """«الشهر الجاري», «هذا الشهر»."""
    if sense(line, index, "demonstrative") and _is_unit(line, index + 1, "month"):
        return Found(UnitAway("month", 0), index + 2)
    toward = sense(line, index + 1, "toward")
    if _is_unit(line, index, "month") and toward is not None:
        return Found(UnitAway("month", toward.number), index + 2)
    return None


def _month_first(line: Sequence[Term], index: int, *, weekday: int | None) -> Found | None:
    """The month before the day: «يناير-1», «سبتمبر 10, 2001»; a year, a dash or nothing between must make it sure."""
    name = month_name(line, index)
    if name is None:
        return None
    dashed = at(line, name.end).word == "-"
    day = at(line, name.end + dashed).number
    if day is None or not 1 <= day <= 31:
        return None
    end = name.end + dashed + 1
    told = year_told(line, end)
    glued = at(line, name.end).span[0] == at(line, index).span[1]
    if not (dashed or glued or told.year is not None) or sense(line, end, "month"):
        return None
    return Found(Dated(day, name.name.number, told.year, name.name.calendar, weekday=weekday), told.end)
