"""Reading what opens, closes or divides an interval: «منذ 2014», «قبل ثلاثة أيام», «أواخر مايو», «من 3 إلى 7 مايو».

>>> opened(terms("منذ 2014"), 0).shape
Since(of=Year(year=2014, calendar='gregorian', years=1, grain='year'), onward=False)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tawatur.times.clock import clock
from tawatur.times.dates import dated
from tawatur.times.daynames import day, day_alone, part
from tawatur.times.days import FromToday, Weekend
from tawatur.times.months import Found, is_year, month, with_year_of
from tawatur.times.numeric import numeric
from tawatur.times.periods import FromTold, PhaseOf, UnitAway
from tawatur.times.shapes import Shape, Unfixed
from tawatur.times.spans import After, Amount, Before, Between, Elapsed, Shifted, Since, Stretch, Until
from tawatur.times.terms import Term, at, sense, terms
from tawatur.times.units import amount, decade, is_age, season, stretch, unit, year, year_number
from tawatur.times.vocabulary import VOCABULARY

__all__ = ["moment", "opened", "phase", "span", "terms"]

Rule = Callable[[Sequence[Term], int], Found | None]

_CALENDAR: tuple[Rule, ...] = (stretch, year, month, season, decade, unit)
_MOMENTS: tuple[Rule, ...] = (clock, part, day, dated, numeric, *_CALENDAR)


def _first(rules: Sequence[Rule], line: Sequence[Term], index: int) -> Found | None:
    for rule in rules:
        found = rule(line, index)
        if found is not None:
            return found
    return None


def phase(line: Sequence[Term], index: int) -> Found | None:
    """A part of a longer time: «مطلع العام», «أواخر مايو/أيار», «منتصف 2014», «نهاية الأسبوع»."""
    name = sense(line, index, "phase")
    if name is None:
        return None
    here = index + 1
    if name.name == "end" and _is_bare_week(line, here):
        return Found(Weekend(), here + 1)
    found = _first(_CALENDAR, line, here) or _bare_year(line, here) or _present_unit(line, here)
    return Found(PhaseOf(name.name, found.shape), found.end) if found else None


def _is_bare_week(line: Sequence[Term], index: int) -> bool:
    head = sense(line, index, "unit")
    return (
        head is not None
        and head.name == "week"
        and head.quantity == 1
        and not sense(line, index + 1, "toward", "anaphor")
    )


def _bare_year(line: Sequence[Term], index: int) -> Found | None:
    return year_number(line, index) if is_year(line, index) else None


def _present_unit(line: Sequence[Term], index: int) -> Found | None:
    """«العام», «الشهر» after a phase: the present one."""
    head = sense(line, index, "unit")
    known = head is not None and head.quantity == 1 and head.name in ("week", "month", "year")
    return (
        Found(UnitAway(head.name, 0), index + 1)
        if head and known and at(line, index).word.startswith(_ARTICLE)
        else None
    )


_ARTICLE = "\u0627\u0644"


def moment(line: Sequence[Term], index: int) -> Found | None:
    """One time without an opener."""
    return phase(line, index) or _first(_MOMENTS, line, index)


def span(line: Sequence[Term], index: int) -> Found | None:
    """From one time to another: «من الاثنين إلى الأربعاء», «بين مايو ويوليو 2014», «2014-2017»."""
    if sense(line, index, "stretch"):
        return _event(line, index)
    opening = sense(line, index, "from") is not None
    here = index + opening
    first = moment(line, here) or _bare_year(line, here)
    if first is None:
        return None
    if opening and isinstance(first.shape, Between):
        return first
    years = not opening and is_year(line, here) and at(line, first.end).word in _DASHES
    linked = sense(line, first.end, "to") is not None or years
    if not (linked or (opening and at(line, first.end).joined)):
        return None
    second = first.end + linked
    last = moment(line, second) or _bare_year(line, second)
    if last is None or not (opening or years or _same_sort(first.shape, last.shape)):
        return None
    return Found(Between(first=with_year_of(first.shape, last.shape), last=last.shape), last.end)


_DASHES = frozenset("-–/")


def _same_sort(first: Shape, last: Shape) -> bool:
    return type(first) is type(last)


def opened(line: Sequence[Term], index: int) -> Found | None:
    """An opener and what it opens."""
    opener = sense(line, index, "opener")
    if opener is None:
        return None
    here = index + 1
    if opener.name == "within":
        return _within(line, here)
    if opener.name == "during":
        return _during(line, here)
    shifted = _shifted(line, here, opener=opener.name) if opener.name in ("before", "after") else None
    if shifted is not None:
        return shifted
    told = span(line, here) or moment(line, here) or _bare_year(line, here)
    if told is not None and not (opener.name in ("before", "after") and isinstance(told.shape, Stretch)):
        ranged = opener.name in ("since", "from") and isinstance(told.shape, Between)
        return told if ranged else Found(_OPEN[opener.name](told.shape), told.end)
    dated_event = _dated_event(line, here) if opener.name == "since" else None
    event = _event(line, here) if opener.name != "after" else None
    return _counted(line, here, opener=opener.name) or dated_event or event


_REACH = 6
"""How many words of an event may stand before its date."""


def _dated_event(line: Sequence[Term], index: int) -> Found | None:
    """What is counted from an event with its date: «منذ بدء الاحتجاجات في المدينة في 30 مارس»."""
    for here in range(index + 1, index + 1 + _REACH):
        word = at(line, here).word
        if not word or word in VOCABULARY.lists["closing"] or sense(line, here, "opener"):
            return None
        found = _first(_DATES, line, here) or _bare_year(line, here)
        if found is not None:
            return Found(Since(of=found.shape), found.end)
    return None


_DATES: tuple[Rule, ...] = (phase, part, day, dated, numeric, year, month, season)


_OPEN: dict[str, Callable[[Shape], Shape]] = {
    "since": lambda of: Since(of=of),
    "from": lambda of: Since(of=of, onward=True),
    "until": lambda of: Until(of=of),
    "before": lambda of: Before(of=of),
    "after": lambda of: After(of=of),
}


def _counted(line: Sequence[Term], index: int, *, opener: str) -> Found | None:
    """«قبل ثلاثة أيام», «منذ أسبوعين», «بعد يومين»; counted from an event it stays open: «قبل يومين من الهجوم»."""
    told = amount(line, index)
    if told is None or opener == "until":
        return None
    amounts, end = told
    if sense(line, end, "presently"):
        return Found(Elapsed(amounts, 1 if opener == "after" else -1), end + 1)
    if opener in ("since", "from"):
        return Found(Since(of=Elapsed(amounts, -1)), end)
    if sense(line, end, "than"):
        return Found(Unfixed("period"), end)
    return Found(Elapsed(amounts, -1 if opener == "before" else 1, narrated=opener == "after"), end)


def _shifted(line: Sequence[Term], index: int, *, opener: str) -> Found | None:
    """An amount counted from a time that is told: «قبل يومين من أمس», or from the one told before: «بعد ذلك بعام»."""
    sign = -1 if opener == "before" else 1
    backward = sense(line, index, "anaphor_before") is not None and at(line, index + 1).preposition != ""
    told = amount(line, index + backward)
    if told is None:
        return None
    amounts, end = told
    if backward:
        return Found(Shifted(FromTold(amounts[-1][1], 0), amounts, sign), end) if _is_calendar(amounts) else None
    figure = sense(line, end + 1, "figure") if sense(line, end, "than") else None
    if figure is not None:
        return Found(Shifted(FromToday(figure.number), amounts, sign), end + 2)
    of = day(line, end + 1) if sense(line, end, "than") else None
    return Found(Shifted(of.shape, amounts, sign), of.end) if of is not None else None


def _is_calendar(amounts: Sequence[Amount]) -> bool:
    return amounts[-1][1] not in ("hour", "minute")


def _within(line: Sequence[Term], index: int) -> Found | None:
    """«خلال الأيام الثلاثة الماضية», «خلال 48 ساعة», «خلال عام 2014»."""
    told = moment(line, index) or _bare_year(line, index)
    if told is not None:
        return told
    counted = amount(line, index)
    return Found(Stretch(counted[0], coming=True), counted[1]) if counted else None


def _during(line: Sequence[Term], index: int) -> Found | None:
    """«طوال أسبوع», «لمدة ثلاثة أيام»; with a time that is fixed, that time: «طوال يوم الخميس»."""
    told = moment(line, index)
    if told is not None:
        return told
    counted = amount(line, index)
    return Found(Unfixed("period"), counted[1]) if counted else None


def _event(line: Sequence[Term], index: int) -> Found | None:
    """What happens as the end of an interval: «سقوط المدينة»; its day is not known here."""
    here = index + (sense(line, index, "stretch") is not None)
    named = sense(line, here, "event") is not None
    if not named and here == index:
        return None
    here += named
    following = at(line, here)
    noun = not following.senses or sense(line, here, "event") is not None
    goes_on = noun and following.word[:1].isalpha() and following.word not in VOCABULARY.lists["particle"]
    return Found(Unfixed("period"), here + goes_on)


def duration(line: Sequence[Term], index: int) -> Found | None:
    """A bare amount of hours, days, weeks or months: «ثلاثة أيام من القتال»; ages and years are passed over."""
    told = amount(line, index) if sense(line, index, "phase") is None else None
    if told is None or is_age(line, index):
        return None
    (count, name), *_ = told[0]
    if name in ("year", "decade", "century") or count is None or (count <= 2 and told[1] == index + 1 and count == 1):
        return None
    return Found(Unfixed("period"), told[1])


def presently(line: Sequence[Term], index: int) -> Found | None:
    """An amount «من الآن» without an opener; the verb says on which side of now."""
    told = amount(line, index)
    if told is None or not sense(line, told[1], "presently"):
        return None
    return Found(Elapsed(told[0], 0), told[1] + 1)


def in_year(line: Sequence[Term], index: int) -> Found | None:
    """A year in digits after «في»: «في 2014»."""
    return _bare_year(line, index) if sense(line, index - 1, "within_word") else None


def arrival_day(line: Sequence[Term], index: int) -> Found | None:
    """A bare day of the month after a verb of coming and going: «عاد في 15»."""
    comes = sense(line, index - 1, "within_word") and at(line, index - 2).word in VOCABULARY.lists["arrival"]
    return day_alone(line, index) if comes else None


RULES: tuple[Rule, ...] = (opened, span, moment, presently, in_year, arrival_day, duration)
"""What may begin a time expression, tried in this order at each term."""
