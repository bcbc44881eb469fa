"""Shapes that stretch over time: ranges, open intervals, amounts before and after publication.

>>> from tawatur.times.periods import Year
>>> here = Circumstances(published=date(2018, 6, 14))
>>> Since(of=Year(year=2014)).days(here).days
(datetime.date(2014, 1, 1), datetime.date(2018, 6, 14))
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.times.calendar import later
from tawatur.times.shapes import FEW, ONE_DAY, Anchor, Circumstances, Interval, Shape, unresolved

Amount = tuple[int | None, str]
"""Count and unit; None is an unnumbered plural, «أيام»."""


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another."""

    first: Shape
    last: Shape

    def days(self, here: Circumstances) -> Interval:
        first, last = self.first.days(here), self.last.days(here)
        if first.earliest and last.latest and first.earliest > last.latest:
            if here.facing == "past":
                first = self.first.days(here._replace(published=last.latest))
            else:
                last = self.last.days(here._replace(published=first.earliest))
        if "none" in (first.anchor, last.anchor) or (first.earliest and last.latest and first.earliest > last.latest):
            return unresolved(last.grain)
        anchor: Anchor = "text" if first.anchor == last.anchor == "text" else "publication"
        return Interval(first.earliest, last.latest, last.grain, anchor)


@dataclass(frozen=True, slots=True)
class Since:
    """«منذ»: from a time before up to publication; «اعتبارا من» (`onward`) may also begin after it, and is then open."""

    of: Shape
    onward: bool = False

    def days(self, here: Circumstances) -> Interval:
        found = self.of.days(here if self.onward else here._replace(facing="past"))
        if found.anchor == "none":
            return found
        upto = here.published if here.published and found.earliest and found.earliest <= here.published else None
        return found._replace(latest=upto)


@dataclass(frozen=True, slots=True)
class Until:
    """«حتى», «بحلول»: up to the end of a time."""

    of: Shape

    def days(self, here: Circumstances) -> Interval:
        return self.of.days(here)._replace(earliest=None)


@dataclass(frozen=True, slots=True)
class Before:
    """«قبل»: up to the day before a time begins."""

    of: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.of.days(here)
        if found.clock:
            return found._replace(earliest=None)
        return found._replace(earliest=None, latest=found.earliest - ONE_DAY if found.earliest else None)


@dataclass(frozen=True, slots=True)
class After:
    """«بعد»: from the day after a day on; from the beginning of a month or year on, since «بعد 2003» counts 2003."""

    of: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.of.days(here)
        if found.clock:
            return found._replace(latest=None)
        single = found.earliest is not None and found.earliest == found.latest
        return found._replace(
            earliest=found.latest + ONE_DAY if single and found.latest else found.earliest, latest=None
        )


@dataclass(frozen=True, slots=True)
class Elapsed:
    """An amount of time before (-1) or after (1) publication: «قبل ثلاثة أيام», «بعد يومين»; 0 asks the verb."""

    amounts: tuple[Amount, ...]
    sign: int
    narrated: bool = False
    """Whether it counts from what was told before when the verb is past: «وبعد يومين عثر على الجثة»."""

    def days(self, here: Circumstances) -> Interval:
        grain = _GRAINS.get(self.amounts[-1][1], self.amounts[-1][1])
        if here.published is None or (self.narrated and here.told and here.facing == "past"):
            return unresolved(grain)
        few = any(count is None for count, _ in self.amounts)
        sign = _sign(self.sign, here)
        near = _away(here.published, self.amounts, sign=sign, few=FEW[0])
        far = _away(here.published, self.amounts, sign=sign, few=FEW[1]) if few else near
        return Interval(min(near, far), max(near, far), grain, "publication")


@dataclass(frozen=True, slots=True)
class Shifted:
    """An amount of time before (-1) or after (1) another time: «بعد أسبوع من الغد», «قبل ذلك بشهر»."""

    of: Shape
    amounts: tuple[Amount, ...]
    sign: int

    def days(self, here: Circumstances) -> Interval:
        found = self.of.days(here)
        if found.earliest is None or found.latest is None or any(count is None for count, _ in self.amounts):
            return unresolved(found.grain)
        return found._replace(
            earliest=_away(found.earliest, self.amounts, sign=self.sign, few=0),
            latest=_away(found.latest, self.amounts, sign=self.sign, few=0),
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """An amount of time up to (-1) or from (1) publication: «الأيام الثلاثة الماضية», «الساعات المقبلة»."""

    amounts: tuple[Amount, ...]
    sign: int = 1
    coming: bool = False
    """Whether it is «خلال 48 ساعة»: from publication on when the verb is future, else how long something took."""

    def days(self, here: Circumstances) -> Interval:
        grain = _GRAINS.get(self.amounts[-1][1], self.amounts[-1][1])
        if self.coming and here.facing == "past":
            return unresolved("period")
        if here.published is None:
            return unresolved(grain)
        far = _away(here.published, self.amounts, sign=self.sign, few=FEW[1], whole=True)
        return Interval(min(far, here.published), max(far, here.published), grain, "publication")


_GRAINS = {"minute": "day", "hour": "day", "decade": "period", "century": "period"}
_HOURS = {"hour": 24, "minute": 1440}


def _sign(told: int, here: Circumstances) -> int:
    return told or (1 if here.facing == "future" else -1)


def _away(today: date, amounts: tuple[Amount, ...], *, sign: int, few: int, whole: bool = False) -> date:
    """The day that lies these amounts away; `whole` counts a day begun as a day."""
    day = today
    for count, unit in amounts:
        amount = few if count is None else count
        if unit in _HOURS:
            amount, unit = (amount + _HOURS[unit] - 1 if whole else amount) // _HOURS[unit], "day"
        day = later(day, sign * amount, unit)
    return day


@dataclass(frozen=True, slots=True)
class EarlierOf:
    """The first of several ways to read the same digits that is not after publication, else the first."""

    ways: tuple[Shape, ...]

    def days(self, here: Circumstances) -> Interval:
        found = [way.days(here) for way in self.ways]
        before = (way for way in found if here.published and way.latest and way.latest <= here.published)
        return next(before, found[0])


@dataclass(frozen=True, slots=True)
class DayAfter:
    """A day and the one after it, for «ليل الخميس الجمعة»."""

    first: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.first.days(here)
        return found._replace(latest=found.latest + ONE_DAY if found.latest else None)
