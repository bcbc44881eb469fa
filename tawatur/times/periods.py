"""Shapes of calendar units: months, seasons, years, decades, and their beginnings and ends.

>>> here = Circumstances(published=date(2017, 10, 27))
>>> Month(month=5).days(here).days
(datetime.date(2017, 5, 1), datetime.date(2017, 5, 31))
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.times.calendar import Days, later, month_of, season_of, third, unit_around, year_and_month, year_of
from tawatur.times.shapes import (
    REACH_OF_DATE,
    Circumstances,
    Facing,
    Interval,
    Shape,
    counted_from,
    counted_from_told,
    meant,
    of_story,
    unresolved,
)
from tawatur.times.vocabulary import Calendar


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its name, with or without its year."""

    month: int
    year: int | None = None
    calendar: Calendar = "gregorian"
    toward: int | None = None
    years_away: int | None = None
    """-1 in «مايو من العام الماضي»."""

    def days(self, here: Circumstances) -> Interval:
        if self.year is not None:
            return Interval(*month_of(self.year, self.month, calendar=self.calendar), "month", "text")
        found = counted_from(lambda today: self._from(today, here.facing), here, grain="month")
        plain = self.calendar == "gregorian" and self.toward is self.years_away is None
        year = of_story(found, here) if plain else None
        return found if year is None else Interval(*month_of(year, self.month), "month", "text")

    def _from(self, today: date, facing: Facing) -> Days:
        year, _ = year_and_month(today, calendar=self.calendar)
        if self.years_away is not None:
            return month_of(year + self.years_away, self.month, calendar=self.calendar)
        if self.toward == 0 and self.calendar == "gregorian":
            return month_of(year, self.month)
        near = [month_of(year + away, self.month, calendar=self.calendar) for away in (-3, -2, -1, 0, 1, 2, 3)]
        return meant(near, today, toward=self.toward, facing=facing, reach=REACH_OF_DATE)


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number."""

    year: int
    calendar: Calendar = "gregorian"
    years: int = 1
    grain: str = "year"

    def days(self, here: Circumstances) -> Interval:
        return Interval(*year_of(self.year, calendar=self.calendar, years=self.years), self.grain, "text")


@dataclass(frozen=True, slots=True)
class Season:
    """A season, of a year or counted from publication."""

    season: int
    year: int | None = None
    toward: int | None = None
    years_away: int | None = None

    def days(self, here: Circumstances) -> Interval:
        if self.year is not None:
            return Interval(*season_of(self.year, self.season), "season", "text")
        return counted_from(lambda today: self._from(today, here.facing), here, grain="season")

    def _from(self, today: date, facing: Facing) -> Days:
        if self.years_away is not None:
            return season_of(today.year + self.years_away, self.season)
        near = [season_of(today.year + away, self.season) for away in (-3, -2, -1, 0, 1, 2, 3)]
        return meant(near, today, toward=self.toward, facing=facing)


@dataclass(frozen=True, slots=True)
class DecadeOf:
    """The eighties of some century: «ثمانينات القرن الماضي»; of the last century when none is told."""

    within: int
    century: Shape | None = None

    def days(self, here: Circumstances) -> Interval:
        if self.century is None:
            return Interval(*year_of(1900 + self.within, years=10), "period", "text")
        found = self.century.days(here)
        if found.earliest is None:
            return unresolved("period")
        return Interval(*year_of(found.earliest.year - 1 + self.within, years=10), "period", found.anchor)


@dataclass(frozen=True, slots=True)
class UnitAway:
    """A calendar unit counted from the present one: «الأسبوع الماضي» is the week before this one."""

    unit: str
    away: int

    def days(self, here: Circumstances) -> Interval:
        grain = "period" if self.unit in ("decade", "century") else self.unit
        return counted_from(lambda today: unit_around(later(today, self.away, self.unit), self.unit), here, grain=grain)


@dataclass(frozen=True, slots=True)
class FromTold:
    """A calendar unit counted from the time told before: «اليوم التالي» is 1, «الشهر نفسه» is 0."""

    unit: str
    away: int

    def days(self, here: Circumstances) -> Interval:
        grain = "period" if self.unit in ("decade", "century") else self.unit
        if here.before is None or not self._follows(here.before):
            return unresolved(grain)
        return counted_from_told(self._from, here, grain=grain)

    def _follows(self, told: Interval) -> bool:
        """Whether the time told lies within one such unit; a year must have been told as a year."""
        if told.earliest is None or told.latest is None or (self.unit == "year" and told.anchor != "text"):
            return False
        return told.latest <= unit_around(told.earliest, self.unit)[1]

    def _from(self, told: Interval) -> Days:
        return unit_around(later(told.earliest or date.min, self.away, self.unit), self.unit)


@dataclass(frozen=True, slots=True)
class PhaseOf:
    """The beginning, middle or end of an interval, as its thirds."""

    phase: str
    of: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.of.days(here)
        if found.earliest is None or found.latest is None:
            return found
        return Interval(*third((found.earliest, found.latest), self.phase), found.grain, found.anchor)
