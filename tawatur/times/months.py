"""Reading months and what is told of their years: «مايو الماضي», «تشرين الأول/أكتوبر 2017», «رمضان 1439».

>>> found = month(terms("مايو 2017"), 0)
>>> (found.shape.year, found.shape.month, found.end)
(2017, 5, 2)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tawatur.times.numerals import number
from tawatur.times.periods import Month
from tawatur.times.shapes import Shape
from tawatur.times.spans import Between
from tawatur.times.terms import Term, at, sense, terms
from tawatur.times.vocabulary import VOCABULARY, Calendar, Sense

__all__ = [
    "Found",
    "MonthName",
    "YearTold",
    "calendars_agree",
    "era",
    "is_unit",
    "is_year",
    "month",
    "month_name",
    "terms",
    "year_told",
]


SEPARATORS = VOCABULARY.lists["commas"] | frozenset("/-–.")
_HIJRI_YEARS = range(1300, 1501)
_YEARS = range(1800, 2101)
STROKES = frozenset("-–/")


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


def is_unit(line: Sequence[Term], index: int, unit: str, *, quantity: int = 1) -> bool:
    found = sense(line, index, "unit")
    return found is not None and found.name == unit and found.quantity == quantity


def year_told(line: Sequence[Term], index: int) -> YearTold:
    """What is told of the year from an index on; ends where it began when nothing is."""
    here = index
    separated = at(line, here).word in SEPARATORS
    here += 1 if separated or sense(line, here, "of") else 0
    demonstrative = sense(line, here, "demonstrative") is not None
    here += demonstrative
    headed = is_unit(line, here, "year") and not at(line, here).joined
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
    spelled = number(line, here) if (headed or separated or _is_thousand(line, here)) and value is None else None
    if spelled is not None and spelled[0] in _YEARS and at(line, spelled[1]).word not in VOCABULARY.lists["counted"]:
        return YearTold(spelled[1], year=spelled[0])
    return YearTold(index)


def _is_thousand(line: Sequence[Term], index: int) -> bool:
    """Whether a year in words may begin here: «ألفين وثمانية عشر»."""
    scale = sense(line, index, "scale")
    return scale is not None and scale.number in (1000, 2000) and not at(line, index).joined


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
    if is_unit(line, index, "month", quantity=2):
        first = _one_month(line, index + 1)
        second = _one_month(line, first.end) if first is not None and at(line, first.end).joined else None
        if first is None or second is None:
            return None
        return Found(Between(first=with_year_of(first.shape, second.shape), last=second.shape), second.end)
    here = index + 1 if is_unit(line, index, "month") else index
    return _two_months(line, here) or _one_month(line, here)


def _two_months(line: Sequence[Term], index: int) -> Found | None:
    """Two months that follow one another, with a stroke between: «يونيو/تموز 2014»."""
    first = month_name(line, index)
    linked = first is not None and not first.doubled and at(line, first.end).word in STROKES
    last = _one_month(line, first.end + 1) if first is not None and linked else None
    if first is None or last is None or not isinstance(last.shape, Month) or not _follow(first.name, last.shape):
        return None
    if not _may_stand(line, index, name=first, sure=True, toward=False):
        return None
    month = replace(last.shape, month=first.name.number)
    return Found(Between(first=month, last=last.shape), last.end)


def _follow(first: Sense, last: Month) -> bool:
    return first.calendar == last.calendar and last.month - first.number in range(1, 12)


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
    if not calendars_agree(name.name, told):
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


def calendars_agree(name: Sense, told: YearTold) -> bool:
    return told.year is None or (told.year in _HIJRI_YEARS) == (name.calendar == "hijri")
