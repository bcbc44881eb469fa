"""Reading days by name: «أمس الخميس», «فجر السبت المقبل», «ليل الخميس/الجمعة», «يوم الجمعة 22».

>>> day(terms("أمس الخميس"), 0).shape
Weekday(day=3, toward=None, near=-1, week=None)
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.times.dates import dated
from tawatur.times.days import DayAlone, FromToday, NthWeekday, PartOf, Weekday
from tawatur.times.months import Found, month
from tawatur.times.numerals import day_number
from tawatur.times.numeric import numeric
from tawatur.times.periods import UnitAway
from tawatur.times.spans import Between, DayAfter
from tawatur.times.terms import END, Term, at, sense, terms
from tawatur.times.vocabulary import VOCABULARY

__all__ = ["day", "day_alone", "part", "terms"]

_COMMAS = VOCABULARY.lists["commas"] | frozenset("(/-–")
_CLOSING = VOCABULARY.lists["closing"]


def day(line: Sequence[Term], index: int) -> Found | None:
    """A day without a part of it: by name, by counting from today, or by «يوم» and what follows."""
    return _headed(line, index) or _deictic(line, index) or _weekday(line, index) or _nth(line, index)


def part(line: Sequence[Term], index: int) -> Found | None:
    """A part of a day: «مساء الخميس», «فجر اليوم», «صباح يوم 26 أكتوبر», «الليلة الماضية»."""
    night = sense(line, index, "night")
    if night is not None and not _is_told_before(line, index):
        return Found(PartOf(FromToday(night.number)), index + 1)
    if sense(line, index, "part") is None:
        return None
    here = index + 2 if sense(line, index + 1, "of") else index + 1
    figure = sense(line, here, "figure")
    found = (
        Found(FromToday(figure.number), here + 1)
        if figure
        else day(line, here) or dated(line, here) or numeric(line, here)
    )
    return Found(PartOf(found.shape), found.end) if found else None


def _headed(line: Sequence[Term], index: int) -> Found | None:
    """«يوم الخميس», «هذا الخميس», «يوم 26 أكتوبر», «يومي الخميس والجمعة», «بتاريخ 15/7»."""
    if sense(line, index, "demonstrative"):
        here = index + 1 + (sense(line, index + 1, "dayhead") is not None)
        this = sense(line, here, "weekday")
        return Found(Weekday(day=this.number, week=0), here + 1) if this else None
    head = sense(line, index, "dayhead")
    if head is None:
        return None
    here = index + 1
    bare = sense(line, here, "bareday")
    if bare is not None and not at(line, here).joined:
        return Found(Weekday(day=bare.number), here + 1)
    figure = sense(line, here, "figure")
    if figure is not None:
        return Found(FromToday(figure.number), here + 1)
    first = _deictic(line, here) or _weekday(line, here) or dated(line, here) or numeric(line, here, sure=True)
    if first is None:
        return day_alone(line, here)
    return _several(line, first) if head.number > 1 else first


def _several(line: Sequence[Term], first: Found) -> Found:
    """The days that are counted up after «يومي», «أيام», from the first to the last."""
    last = first
    for _ in range(_DAYS_OF_A_WEEK):
        following = _weekday(line, last.end) if at(line, last.end).joined else None
        if following is None:
            break
        last = following
    return Found(Between(first=first.shape, last=last.shape), last.end) if last is not first else first


_DAYS_OF_A_WEEK = 7


def day_alone(line: Sequence[Term], index: int) -> Found | None:
    """«يوم 27», «يوم الثاني والعشرين» where nothing is counted by the number."""
    alone = day_number(line, index) if _is_day_of_month(line, index) else None
    return Found(DayAlone(alone[0]), alone[1]) if alone and _is_closed(line, alone[1]) else None


def _is_day_of_month(line: Sequence[Term], index: int) -> bool:
    """Whether a number may stand for a day without its month: in digits, or a masculine ordinal above ten."""
    ordinal = sense(line, index, "ordinal")
    masculine = ordinal is not None and not at(line, index).word.endswith(_FEMININE)
    return at(line, index).number is not None or (masculine and sense(line, index + 1, "cardinal") is not None)


_FEMININE = "\u0647"
"""The folded ending of «الثانية»: feminine ordinals count hours and weeks, not days."""


def _is_closed(line: Sequence[Term], index: int) -> bool:
    return at(line, index) == END or at(line, index).word in _CLOSING


def _is_told_before(line: Sequence[Term], index: int) -> bool:
    return sense(line, index - 1, "anaphor_before") is not None


def _deictic(line: Sequence[Term], index: int) -> Found | None:
    """«اليوم», «أمس», «غدا», with the weekday and the date that may follow."""
    word = sense(line, index, "deictic")
    if word is None:
        return None
    if word.id == "deictic.today" and (
        at(line, index + 1).word in VOCABULARY.lists["not_after_today"]
        or at(line, index - 1).word in VOCABULARY.lists["not_before_today"]
    ):
        return None
    end = index + 1
    parted = sense(line, end, "part") is not None
    named = end + parted + (at(line, end + parted).word in _COMMAS)
    weekday = sense(line, named, "weekday")
    if weekday is not None and not at(line, named).joined:
        closed = at(line, named - 1).word == "(" and at(line, named + 1).word == ")"
        found = Found(Weekday(day=weekday.number, near=word.number), named + 1 + closed)
        return _with_date(line, found, weekday=weekday.number)
    shape = FromToday(word.number)
    return Found(PartOf(shape), end + 1) if parted and _adverb(line, end) else Found(shape, end)


def _adverb(line: Sequence[Term], index: int) -> bool:
    """Whether a part of the day belongs to what stands before it: «أمس مساء», but not «أمس مساء السبت»."""
    return sense(line, index, "part") is not None and part(line, index) is None


def _weekday(line: Sequence[Term], index: int) -> Found | None:
    """A weekday with what tells which: «الخميس الماضي», «الخميس من الأسبوع المقبل», «الخميس 26 أكتوبر»."""
    name = sense(line, index, "weekday")
    if name is None or at(line, index - 1).word in VOCABULARY.lists["not_before"]:
        return None
    end = index + 1
    second = end + (at(line, end).word in _COMMAS or sense(line, end, "on") is not None)
    next_day = sense(line, second, "weekday")
    if next_day is not None and (next_day.number - name.number) % 7 == 1 and not at(line, second).joined:
        toward = sense(line, second + 1, "toward")
        shape = DayAfter(Weekday(day=name.number, toward=toward.number if toward else None))
        return Found(shape, second + 1 + (toward is not None))
    toward = sense(line, end, "toward")
    if toward is not None and toward.id == "toward.latest" and sense(line, end + 1, "of"):
        return Found(Weekday(day=name.number), end)
    if toward is not None:
        return _parted(
            line, _with_date(line, Found(Weekday(day=name.number, toward=toward.number), end + 1), weekday=name.number)
        )
    week = _week(line, end)
    if week is not None:
        return Found(Weekday(day=name.number, week=week[0]), week[1])
    return _parted(line, _with_date(line, Found(Weekday(day=name.number), end), weekday=name.number))


def _parted(line: Sequence[Term], found: Found) -> Found:
    """With a part of the day after it: «الخميس مساء»."""
    return Found(PartOf(found.shape), found.end + 1) if _adverb(line, found.end) else found


def _week(line: Sequence[Term], index: int) -> tuple[int, int] | None:
    """«من الأسبوع المقبل», «هذا الأسبوع»: weeks away and the index after it."""
    here = index + (sense(line, index, "of") is not None)
    this = sense(line, here, "demonstrative") is not None
    head = sense(line, here + this, "unit")
    if head is None or head.name != "week" or head.quantity != 1:
        return None
    toward = sense(line, here + 1, "toward")
    return (0, here + 2) if this else (toward.number, here + 2) if toward else None


def _with_date(line: Sequence[Term], found: Found, *, weekday: int) -> Found:
    """A day by name with the date after it, which then decides: «الخميس 26 أكتوبر», «الخميس (26 تشرين الأول)»."""
    counted = _counted(line, found.end, weekday=weekday)
    if counted is not None:
        return counted
    mark = at(line, found.end).word
    here = found.end + (mark in _COMMAS)
    here += sense(line, here, "dayhead") is not None
    date = dated(line, here, weekday=weekday) or numeric(line, here, weekday=weekday, sure=True)
    if date is not None:
        return Found(date.shape, date.end + (mark == "(" and at(line, date.end).word == ")"))
    inside = found.end + (sense(line, found.end, "within_word") is not None)
    alone = day_number(line, inside) if inside > found.end or _is_day_of_month(line, inside) else None
    if alone is not None and _is_closed(line, alone[1]):
        return Found(DayAlone(alone[0], weekday=weekday), alone[1])
    return found


def _counted(line: Sequence[Term], index: int, *, weekday: int) -> Found | None:
    """The count after a weekday: «الأحد الثاني», «الأربعاء الأول من أبريل»."""
    count = sense(line, index, "ordinal")
    if count is None or not 1 <= count.number <= 5:
        return None
    if sense(line, index + 1, "of"):
        named = month(line, index + 2)
        return Found(NthWeekday(count.number, weekday, named.shape), named.end) if named else None
    if sense(line, index + 1, "cardinal", "month"):
        return None
    return Found(NthWeekday(count.number, weekday, UnitAway("month", 0)), index + 1)


def _nth(line: Sequence[Term], index: int) -> Found | None:
    """«أول يوم جمعة في هذا الشهر», «أول جمعة من مايو», «آخر جمعة من رمضان»."""
    count = sense(line, index, "ordinal", "last")
    if count is None or not -1 <= count.number <= 5:
        return None
    here = index + 1 + (sense(line, index + 1, "dayhead") is not None)
    name = sense(line, here, "bareday")
    if name is None or not sense(line, here + 1, "of"):
        return None
    this = sense(line, here + 2, "demonstrative") is not None
    head = sense(line, here + 2 + this, "unit")
    toward = sense(line, here + 3, "toward")
    if head is not None and head.name == "month" and (this or toward):
        return Found(NthWeekday(count.number, name.number, UnitAway("month", toward.number if toward else 0)), here + 4)
    named = month(line, here + 2)
    return Found(NthWeekday(count.number, name.number, named.shape), named.end) if named else None
