"""Shapes of single days: counted from today, by name, by date, and parts of them.

>>> here = Circumstances(published=date(2017, 10, 27), facing="past")
>>> Weekday(day=3).days(here).days
(datetime.date(2017, 10, 26), datetime.date(2017, 10, 26))
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tawatur.times.calendar import Days, day_of, later, month_of, year_and_month
from tawatur.times.shapes import (
    ONE_DAY,
    REACH_OF_DATE,
    Circumstances,
    Facing,
    Interval,
    Shape,
    counted_from,
    meant,
    of_story,
    unresolved,
)
from tawatur.times.vocabulary import Calendar

REACH_OF_WEEKDAY = 4
"""Days ahead that a bare weekday may point to: of 20 read in ant2018 that a future sign governs and that would lie 5 or 6
days ahead, 19 were yesterday or the day before."""


@dataclass(frozen=True, slots=True)
class FromToday:
    """A day counted from publication: «أمس» is -1."""

    offset: int
    grain: str = "day"

    def days(self, here: Circumstances) -> Interval:
        return counted_from(lambda today: (later(today, self.offset, "day"),) * 2, here, grain=self.grain)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day by its name: the last one, today included, unless something turns it forward.

    Tomorrow's name with no verb or sign near it is tomorrow: so it was for 7 of 10 in ant2018.
    """

    day: int
    """Monday is 0."""
    toward: int | None = None
    """-1 «الماضي», 1 «المقبل»."""
    near: int | None = None
    """Days from publication that a word beside it says: -1 in «أمس الخميس»."""
    week: int | None = None
    """Weeks from the present one: -1 in «الخميس من الأسبوع الماضي», 0 in «هذا الخميس»; Sunday told so ends its week."""

    def days(self, here: Circumstances) -> Interval:
        return counted_from(lambda today: self._from(today, here), here, grain="day")

    def _from(self, today: date, here: Circumstances) -> Days:
        if self.week is not None:
            day = later(today, self.week, "week") + timedelta(days=self.day - today.weekday())
        elif self.near is not None:
            day = self._nearest(later(today, self.near, "day"))
        else:
            first = today - timedelta(days=(today.weekday() - self.day) % 7)
            weeks = [first + timedelta(weeks=count) for count in (-2, -1, 0, 1, 2, 3)]
            near = [(day, day) for day in weeks]
            tomorrow = (self.day - today.weekday()) % 7 == 1
            facing: Facing = "future" if tomorrow and not here.told else here.facing
            day = meant(near, today, toward=self.toward, facing=facing, reach=REACH_OF_WEEKDAY)[0]
        return day, day

    def _nearest(self, day: date) -> date:
        ahead = (self.day - day.weekday()) % 7
        return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of a month, with what is told of its year; the weekday beside it helps to choose the year."""

    day: int
    month: int
    year: int | None = None
    calendar: Calendar = "gregorian"
    toward: int | None = None
    years_away: int | None = None
    weekday: int | None = None

    def days(self, here: Circumstances) -> Interval:
        if self.year is not None:
            return Interval(*(day_of(self.year, self.month, self.day, calendar=self.calendar),) * 2, "day", "text")
        found = counted_from(lambda today: self._from(today, here.facing), here, grain="day")
        year = of_story(found, here) if self._is_plain() else None
        return found if year is None else replace(self, year=year).days(here)

    def _is_plain(self) -> bool:
        """Whether nothing beside it says which year."""
        return self.calendar == "gregorian" and self.toward is self.years_away is self.weekday is None

    def _from(self, today: date, facing: Facing) -> Days:
        year, _ = year_and_month(today, calendar=self.calendar)
        if self.years_away is not None:
            return (day_of(year + self.years_away, self.month, self.day, calendar=self.calendar),) * 2
        this_year = self._in(year)
        if self.toward == 0 and this_year is not None:
            return this_year, this_year
        near = [(day, day) for away in range(-8, 9) if (day := self._in(year + away))]
        fitting = [days for days in near if days[0].weekday() == self.weekday and abs((days[0] - today).days) < 366]
        if len(fitting) == 1 and self.toward is None:
            return fitting[0]
        return meant(near, today, toward=self.toward, facing=facing, reach=REACH_OF_DATE)

    def _in(self, year: int) -> date | None:
        try:
            return day_of(year, self.month, self.day, calendar=self.calendar)
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a month that is told by another shape: «20 من الشهر المقبل»."""

    day: int
    month: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.month.days(here)
        if found.earliest is None or found.latest is None:
            return unresolved("day")
        day = found.earliest + timedelta(days=self.day - 1)
        return Interval(day, day, "day", found.anchor) if day <= found.latest else unresolved("day")


@dataclass(frozen=True, slots=True)
class DayAlone:
    """A day of the month without its month: «الجمعة 22», «يوم 27»."""

    day: int
    weekday: int | None = None

    def days(self, here: Circumstances) -> Interval:
        return counted_from(lambda today: self._from(today, here.facing), here, grain="day")

    def _from(self, today: date, facing: Facing) -> Days:
        months = [
            month_of(first.year, first.month)
            for away in range(-6, 7)
            if (first := later(today.replace(day=1), away, "month"))
        ]
        near = [(day, day) for first, last in months if (day := first + timedelta(days=self.day - 1)) <= last]
        fitting = [days for days in near if days[0].weekday() == self.weekday]
        return meant(fitting or near, today, toward=None, facing=facing)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday counted within a month: «أول جمعة من مايو»; within the present month when none is told."""

    count: int
    """-1 is the last one: «آخر جمعة من رمضان»."""
    weekday: int
    month: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.month.days(here)
        if found.earliest is None or found.latest is None:
            return unresolved("day")
        if self.count < 0:
            day = found.latest - timedelta(days=(found.latest.weekday() - self.weekday) % 7)
        else:
            day = found.earliest + timedelta(days=(self.weekday - found.earliest.weekday()) % 7 + 7 * (self.count - 1))
        return Interval(day, day, "day", found.anchor) if day <= found.latest else unresolved("day")


@dataclass(frozen=True, slots=True)
class Weekend:
    """«نهاية الأسبوع» without a word that says which: Saturday and Sunday, begun or to come."""

    def days(self, here: Circumstances) -> Interval:
        return counted_from(lambda today: self._from(today, here.facing), here, grain="day")

    def _from(self, today: date, facing: Facing) -> Days:
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        near = [(first, first + ONE_DAY) for weeks in (0, 1) if (first := saturday + timedelta(weeks=weeks))]
        return meant(near, today, toward=None, facing=facing)


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a day: «مساء الخميس»."""

    of: Shape

    def days(self, here: Circumstances) -> Interval:
        return self.of.days(here)._replace(grain="part")


@dataclass(frozen=True, slots=True)
class ClockOf:
    """An hour of a day, in whatever zone the report means; without a day, of the one that its sentence tells."""

    hour: int
    minute: int
    of: Shape | None = None

    @property
    def clock(self) -> str:
        """As written: "15:30"."""
        return f"{self.hour:02}:{self.minute:02}"

    def days(self, here: Circumstances) -> Interval:
        day = self.of.days(here) if self.of is not None else here.day or unresolved("minute")
        return day._replace(grain="minute" if self.minute else "hour", clock=self.clock)
