"""Reading hours: «الساعة 10:30 صباحا», «الساعة الثالثة فجر الخميس», «08:30 ت غ».

>>> found = clock(terms("الساعة الثالثة والنصف مساء"), 0)
>>> (found.shape.hour, found.shape.minute)
(15, 30)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.text.fold import fold_word
from tawatur.times.daynames import day, part
from tawatur.times.days import ClockOf
from tawatur.times.months import Found
from tawatur.times.numerals import number
from tawatur.times.shapes import Shape
from tawatur.times.terms import Term, at, sense, terms

__all__ = ["clock", "terms"]

_WRITTEN = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_AFTER_NOON = frozenset(("noon", "afternoon", "evening", "night"))

Hour = tuple[int, int, int]
"""Hour, minute, and the index after them."""


def clock(line: Sequence[Term], index: int) -> Found | None:
    """An hour after «الساعة», or one in digits before its zone, with its day where that follows."""
    headed = sense(line, index, "clockhead") is not None
    hour = _hour(line, index + 1) if headed else _hour_with_zone(line, index)
    if hour is None:
        return None
    hours, minutes, end = hour
    of: Shape | None = None
    name = ""
    for _ in range(_ADDITIONS):
        end = _zone(line, end)
        here = end + (sense(line, end, "of") is not None)
        adverb = sense(line, here, "part")
        name = adverb.name if adverb is not None and not name else name
        whole = part(line, here) or day(line, here) if of is None else None
        if whole is not None:
            of, end = whole.shape, whole.end
        elif adverb is not None:
            end = here + 1
        else:
            break
    hours = _of_day(hours, name)
    return Found(ClockOf(hours, minutes, of), end) if hours < 24 and minutes < 60 else None


_ADDITIONS = 3
"""How many times a part of the day, a day or a zone may follow an hour."""


def _hour(line: Sequence[Term], index: int) -> Hour | None:
    """«10:30», «10», «العاشرة والنصف», «الثالثة و20 دقيقة»."""
    written = _WRITTEN.fullmatch(fold_word(at(line, index).raw))
    if written is not None:
        return int(written[1]), int(written[2]), index + 1
    spelled = sense(line, index, "hour")
    hour = spelled.number if spelled is not None else at(line, index).number
    if hour is None or hour > 24:
        return None
    joined = at(line, index + 1).joined
    fraction = sense(line, index + 1, "fraction")
    if fraction is not None and joined:
        return hour, fraction.number, index + 2
    minutes = number(line, index + 1) if joined else None
    unit = sense(line, minutes[1], "unit") if minutes else None
    if minutes is not None and unit is not None and unit.name == "minute":
        return hour, minutes[0], minutes[1] + 1
    return hour, 0, index + 1


def _hour_with_zone(line: Sequence[Term], index: int) -> Hour | None:
    """«10:30 ت غ», «1030 بتوقيت غرينتش»."""
    if sense(line, index + 1, "zone") is None:
        return None
    written = _WRITTEN.fullmatch(fold_word(at(line, index).raw))
    if written is not None:
        return int(written[1]), int(written[2]), index + 1
    whole = at(line, index).number
    return (whole // 100, whole % 100, index + 1) if whole is not None and len(at(line, index).raw) == 4 else None


def _zone(line: Sequence[Term], index: int) -> int:
    """The index after a zone, or after the same hour in another zone between brackets."""
    if sense(line, index, "zone"):
        return index + 1
    if at(line, index).word == "(" and _hour_with_zone(line, index + 1) and at(line, index + 3).word == ")":
        return index + 4
    return index


def _of_day(hours: int, name: str) -> int:
    """The hour of twenty-four that an hour of twelve means in a part of the day."""
    if name in _AFTER_NOON and (hours < 12 if name != "night" else 6 <= hours < 12):
        return hours + 12
    return 0 if (hours == 12 and name in ("night", "dawn")) or hours == 24 else hours
