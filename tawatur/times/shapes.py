"""What a time expression means before the day of publication is known, and how it becomes an interval of days.

Each shape is a frozen value with one function `days`, from the circumstances of the sentence to an Interval.

    >>> here = Circumstances(published=date(2017, 10, 27), facing="past")
    >>> Weekday(day=3).days(here).days
    (datetime.date(2017, 10, 26), datetime.date(2017, 10, 26))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, Protocol

from tawatur.times.calendar import Days, day_of, later, month_of, season_of, third, unit_around, year_and_month, year_of
from tawatur.times.vocabulary import Calendar

Facing = Literal["past", "future"]
Anchor = Literal["publication", "text", "none"]
ONE_DAY = timedelta(days=1)
FEW = (3, 10)
"""What an unnumbered plural counts: the plural of few is three to ten."""
REACH_OF_WEEKDAY = 4
"""Days ahead that a bare weekday may point to: of 24 in ant2018 that a future sign governs and that would lie 5 or 6 days
ahead, 23 were yesterday or the day before."""
REACH_OF_DATE = 183
"""Days ahead that a date without a year may point to: 7 of 7 in ant2018 that would lie farther had just passed."""


class Circumstances(NamedTuple):
    """What a sentence says nothing of but its times depend on."""

    published: date | None
    facing: Facing = "past"
    """Whether an unmarked day is looked for before or after publication."""
    told: bool = False
    """Whether a verb or sign said so, or it is only the default."""


class Interval(NamedTuple):
    """Days from `earliest` to `latest`; None is open, or not known when the anchor is "none"."""

    earliest: date | None
    latest: date | None
    grain: str
    anchor: Anchor
    clock: str = ""
    """"10:30" when an hour is told."""

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Both ends."""
        return self.earliest, self.latest


def unresolved(grain: str) -> Interval:
    """A time that nothing fixes."""
    return Interval(None, None, grain, "none")


class Shape(Protocol):
    """Anything that can be resolved."""

    def days(self, here: Circumstances) -> Interval:
        """The interval meant under these circumstances."""


@dataclass(frozen=True, slots=True)
class Unfixed:
    """A time that the words do not fix: a duration, «في اليوم التالي», «قبل سقوط المدينة»."""

    grain: str

    def days(self, here: Circumstances) -> Interval:
        return unresolved(self.grain)


def _published(found: Callable[[date], Days], here: Circumstances, *, grain: str) -> Interval:
    """An interval counted from the day of publication."""
    if here.published is None:
        return unresolved(grain)
    return Interval(*found(here.published), grain, "publication")


@dataclass(frozen=True, slots=True)
class Named:
    """No time but a name: «ثورة 25 يناير», «قوى 14 آذار»; it is passed over."""

    def days(self, here: Circumstances) -> Interval:
        return unresolved("day")


@dataclass(frozen=True, slots=True)
class FromToday:
    """A day counted from publication: «أمس» is -1."""

    offset: int
    grain: str = "day"

    def days(self, here: Circumstances) -> Interval:
        return _published(lambda today: (later(today, self.offset, "day"),) * 2, here, grain=self.grain)


def _toward(days: Iterable[Days], today: date, *, toward: int | None, facing: Facing, reach: int | None = None) -> Days:
    """Of like intervals in order, the one meant: by «الماضي», «الجاري», «المقبل», else by facing, today's included.

    `reach` is how many days ahead an unmarked one may lie; farther ones are taken for the last.
    """
    ordered = list(days)
    if toward is not None and toward < 0:
        return [d for d in ordered if d[1] < today][toward]
    if toward:
        return [d for d in ordered if d[0] > today][toward - 1]
    if toward is None and facing == "future":
        coming = next(d for d in ordered if d[1] >= today)
        if reach is None or (coming[0] - today).days <= reach:
            return coming
    return [d for d in ordered if d[0] <= today][-1]


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
        return _published(lambda today: self._from(today, here), here, grain="day")

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
            day = _toward(near, today, toward=self.toward, facing=facing, reach=REACH_OF_WEEKDAY)[0]
        return day, day

    def _nearest(self, day: date) -> date:
        ahead = (self.day - day.weekday()) % 7
        return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


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
        return _published(lambda today: self._from(today, here.facing), here, grain="month")

    def _from(self, today: date, facing: Facing) -> Days:
        year, _ = year_and_month(today, calendar=self.calendar)
        if self.years_away is not None:
            return month_of(year + self.years_away, self.month, calendar=self.calendar)
        if self.toward == 0 and self.calendar == "gregorian":
            return month_of(year, self.month)
        near = [month_of(year + away, self.month, calendar=self.calendar) for away in (-3, -2, -1, 0, 1, 2, 3)]
        return _toward(near, today, toward=self.toward, facing=facing, reach=REACH_OF_DATE)


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
        return _published(lambda today: self._from(today, here.facing), here, grain="day")

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
        return _toward(near, today, toward=self.toward, facing=facing, reach=REACH_OF_DATE)

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
        return _published(lambda today: self._from(today, here.facing), here, grain="day")

    def _from(self, today: date, facing: Facing) -> Days:
        months = [
            month_of(first.year, first.month)
            for away in range(-6, 7)
            if (first := later(today.replace(day=1), away, "month"))
        ]
        near = [(day, day) for first, last in months if (day := first + timedelta(days=self.day - 1)) <= last]
        fitting = [days for days in near if days[0].weekday() == self.weekday]
        return _toward(fitting or near, today, toward=None, facing=facing)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday counted within a month: «أول جمعة من مايو»; within the present month when none is told."""

    count: int
    weekday: int
    month: Shape

    def days(self, here: Circumstances) -> Interval:
        found = self.month.days(here)
        if found.earliest is None or found.latest is None:
            return unresolved("day")
        day = found.earliest + timedelta(days=(self.weekday - found.earliest.weekday()) % 7 + 7 * (self.count - 1))
        return Interval(day, day, "day", found.anchor) if day <= found.latest else unresolved("day")


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
        return _published(lambda today: self._from(today, here.facing), here, grain="season")

    def _from(self, today: date, facing: Facing) -> Days:
        if self.years_away is not None:
            return season_of(today.year + self.years_away, self.season)
        near = [season_of(today.year + away, self.season) for away in (-3, -2, -1, 0, 1, 2, 3)]
        return _toward(near, today, toward=self.toward, facing=facing)


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
        return _published(lambda today: unit_around(later(today, self.away, self.unit), self.unit), here, grain=grain)


@dataclass(frozen=True, slots=True)
class Weekend:
    """«نهاية الأسبوع» without a word that says which: Saturday and Sunday, begun or to come."""

    def days(self, here: Circumstances) -> Interval:
        return _published(lambda today: self._from(today, here.facing), here, grain="day")

    def _from(self, today: date, facing: Facing) -> Days:
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        near = [(first, first + ONE_DAY) for weeks in (0, 1) if (first := saturday + timedelta(weeks=weeks))]
        return _toward(near, today, toward=None, facing=facing)


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


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a day: «مساء الخميس»."""

    of: Shape

    def days(self, here: Circumstances) -> Interval:
        return self.of.days(here)._replace(grain="part")


@dataclass(frozen=True, slots=True)
class ClockOf:
    """An hour of a day, in whatever zone the report means."""

    hour: int
    minute: int
    of: Shape | None = None

    def days(self, here: Circumstances) -> Interval:
        day = self.of.days(here) if self.of is not None else unresolved("minute")
        return day._replace(grain="minute" if self.minute else "hour", clock=f"{self.hour:02}:{self.minute:02}")
