"""Reading calendar units: «الأسبوع الماضي», «عام 2014», «ثلاثة أيام», «صيف 2014», «ثمانينات القرن الماضي».

>>> amount(terms("قبل ثلاثة أيام"), 1)
(((3, 'day'),), 3)
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.times.days import Weekday
from tawatur.times.months import Found, era, is_year, year_told
from tawatur.times.numerals import day_number, number
from tawatur.times.periods import DecadeOf, FromTold, Season, UnitAway, Year
from tawatur.times.shapes import Shape, Unfixed
from tawatur.times.spans import Amount, Between, Stretch
from tawatur.times.terms import Term, at, sense, terms
from tawatur.times.vocabulary import VOCABULARY, Sense

__all__ = ["amount", "decade", "season", "stretch", "terms", "unit", "year"]

_ARTICLE = "\u0627\u0644"
_AGE_WORDS = 3
"""How far before an amount a word of age may stand: «البالغ من العمر ثلاثة أشهر»."""


def _unit(line: Sequence[Term], index: int) -> Sense | None:
    return sense(line, index, "unit")


def _definite(line: Sequence[Term], index: int) -> bool:
    return at(line, index).word.startswith(_ARTICLE)


def _is_general(line: Sequence[Term], index: int) -> bool:
    """Whether «العام» is "general" here: «الأمين العام»."""
    return at(line, index - 1).word in VOCABULARY.lists["not_before_year"]


def year(line: Sequence[Term], index: int) -> Found | None:
    """A year by its number: «عام 2014», «سنة 1439هـ», «عام ألفين وأربعة عشر», «عامي 2014 و2015»."""
    head = _unit(line, index)
    if head is None or head.name != "year":
        return None
    first = year_number(line, index + 1)
    if first is None:
        return None
    second = year_number(line, first.end) if at(line, first.end).joined else None
    if head.quantity == 2 and second is not None:
        return Found(Between(first=first.shape, last=second.shape), second.end)
    return first


def year_number(line: Sequence[Term], index: int) -> Found | None:
    """The number of a year, and a toward-word after it that adds nothing: «2018 الجاري»."""
    if is_year(line, index):
        value = at(line, index).number or 0
        calendar, end = era(line, index + 1)
        shape = Year(value, calendar or ("hijri" if value < 1600 else "gregorian"))
        return Found(shape, end + (sense(line, end, "toward") is not None))
    spelled = number(line, index) if at(line, index).number is None else None
    if spelled is not None and 1300 <= spelled[0] <= 2100:
        return Found(Year(spelled[0], "hijri" if spelled[0] < 1600 else "gregorian"), spelled[1])
    return None


def unit(line: Sequence[Term], index: int) -> Found | None:
    """A unit counted from the present one, or one told before: «هذا العام», «الأسبوع الماضي», «الشهر نفسه»."""
    if sense(line, index, "demonstrative"):
        head = _unit(line, index + 1)
        known = head is not None and head.quantity == 1 and head.name not in ("hour", "minute", "day")
        return _day_of_week(line, index + 2, week=0, head=head) if known and head else None
    if sense(line, index, "anaphor_before"):
        head = _unit(line, index + 1)
        if head is None or head.quantity != 1 or at(line, index + 1).preposition:
            return None
        of_another_year = sense(line, index + 2, "of") is not None and year_told(line, index + 2).end > index + 2
        return Found(Unfixed(_grain(head.name)) if of_another_year else _from_told(head, away=0), index + 2)
    head = _unit(line, index)
    if head is None or head.quantity != 1 or _is_general(line, index):
        return None
    if head.name == "century":
        return _century(line, index)
    following = sense(line, index + 1, "toward", "anaphor")
    if following is None or not _definite(line, index):
        return None
    if following.kind == "anaphor":
        return Found(_from_told(head, away=following.number), index + 2)
    if head.name in ("hour", "minute", "day"):
        return Found(Stretch(((1, head.name),), _sign(following)), index + 2) if following.number else None
    return _day_of_week(line, index + 2, week=following.number, head=head)


def _day_of_week(line: Sequence[Term], index: int, *, week: int, head: Sense) -> Found:
    """A unit so many away and, when it is a week, the day told after it: «الأسبوع المقبل يوم الجمعة»."""
    here = index + (sense(line, index, "dayhead") is not None)
    weekday = sense(line, here, "weekday") if head.name == "week" and not at(line, index).joined else None
    if weekday is not None:
        return Found(Weekday(day=weekday.number, week=week), here + 1)
    return Found(UnitAway(head.name, week), index)


def _grain(name: str) -> str:
    return "period" if name in ("decade", "century") else name


def _from_told(head: Sense, *, away: int) -> Shape:
    return Unfixed(head.name) if head.name in ("hour", "minute") else FromTold(head.name, away)


def _sign(toward: Sense) -> int:
    return 1 if toward.number > 0 else -1


def _century(line: Sequence[Term], index: int) -> Found | None:
    """«القرن الماضي», «القرن التاسع عشر», «القرن العشرين»."""
    toward = sense(line, index + 1, "toward")
    if toward is not None:
        return Found(UnitAway("century", toward.number), index + 2)
    which = day_number(line, index + 1) if _definite(line, index) else None
    return Found(Year((which[0] - 1) * 100 + 1, years=100, grain="period"), which[1]) if which else None


def decade(line: Sequence[Term], index: int) -> Found | None:
    """«ثمانينات القرن الماضي», «التسعينيات»; not «في الثمانينات من عمره»."""
    name = sense(line, index, "decade")
    if name is None or any(at(line, index + ahead).word in VOCABULARY.lists["age"] for ahead in (1, 2)):
        return None
    here = index + 2 if sense(line, index + 1, "of") else index + 1
    head = _unit(line, here)
    century = _century(line, here) if head is not None and head.name == "century" else None
    if century is not None:
        return Found(DecadeOf(name.number, century.shape), century.end)
    return Found(DecadeOf(name.number), index + 1) if _definite(line, index) else None


def season(line: Sequence[Term], index: int) -> Found | None:
    """A season that is told which: «صيف 2014», «الربيع الماضي», «شتاء العام الماضي»."""
    name = sense(line, index, "season")
    if name is None:
        return None
    toward = sense(line, index + 1, "toward")
    if toward is not None and _definite(line, index):
        return Found(Season(name.number, toward=toward.number), index + 2)
    told = year_told(line, index + 1)
    if told.end == index + 1:
        return None
    return Found(Season(name.number, told.year, years_away=told.away), told.end)


def stretch(line: Sequence[Term], index: int) -> Found | None:
    """Some units up to or from now: «الأيام الثلاثة الماضية», «الـ24 ساعة المقبلة», «السنوات الأخيرة»."""
    head = _unit(line, index)
    if head is not None and head.quantity != 1 and _definite(line, index):
        few = sense(line, index + 1, "few")
        counted = number(line, index + 1) if few is None else None
        end = counted[1] if counted else index + 1 + (few is not None)
        count = counted[0] if counted else head.quantity or None
        toward = sense(line, end, "toward")
        if toward is None and few is None:
            few = sense(line, end, "few")
        if toward is not None:
            end += 1 + (sense(line, end + 1, "few") is not None)
            return Found(Stretch(((count, head.name),), _sign(toward)), end)
        return None
    counted = number(line, index)
    head = _unit(line, counted[1]) if counted else None
    toward = sense(line, counted[1] + 1, "toward") if counted else None
    if counted is None or head is None or toward is None:
        return None
    if head.name == "month" and head.quantity == 1 and _definite(line, counted[1]):
        return None
    return Found(Stretch(((counted[0], head.name),), _sign(toward)), counted[1] + 2)


def amount(line: Sequence[Term], index: int) -> tuple[tuple[Amount, ...], int] | None:
    """An amount of time and the index after it: «نحو ثلاثة أيام», «بضعة أشهر», «يومين», «سنة وشهر و21 يوما»."""
    here = index + (sense(line, index, "about") is not None)
    amounts: list[Amount] = []
    end = here
    while len(amounts) < _MOST_PARTS:
        one = _one_amount(line, here)
        if one is None:
            break
        amounts.append(one[0])
        end = here = one[1]
        half = sense(line, here, "fraction")
        if half is not None and at(line, here).joined:
            end = here = here + 1
            if half.number == _HALF and one[0][1] in _HALVES:
                amounts.append(_HALVES[one[0][1]])
        if at(line, here).word in VOCABULARY.lists["commas"]:
            here += 1
        elif not at(line, here).joined:
            break
    return (tuple(amounts), end) if amounts else None


_MOST_PARTS = 4
_HALF = 30
_HALVES: dict[str, Amount] = {"year": (6, "month"), "month": (15, "day"), "day": (12, "hour")}
"""What «ونصف» adds to a unit."""


def _one_amount(line: Sequence[Term], index: int) -> tuple[Amount, int] | None:
    counted = number(line, index)
    if counted is not None:
        head = _unit(line, counted[1])
        return (
            ((counted[0], head.name), counted[1] + 1) if head is not None and not at(line, counted[1]).joined else None
        )
    few = sense(line, index, "few")
    here = index + (few is not None)
    head = _unit(line, here)
    if head is None or _definite(line, here) or (few is not None and head.quantity):
        return None
    after = sense(line, here + 1, "few", "cardinal") if head.quantity != 2 else None
    same = (
        after is not None
        and not at(line, here + 1).joined
        and (after.kind == "few" or after.number == head.quantity == 1)
    )
    return (head.quantity or None, head.name), here + 1 + same


def is_age(line: Sequence[Term], index: int) -> bool:
    """Whether an amount is somebody's age."""
    ages = VOCABULARY.lists["age"]
    return any(at(line, index - back).word in ages for back in range(1, _AGE_WORDS + 1))
