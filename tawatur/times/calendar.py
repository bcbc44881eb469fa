"""Days, months, seasons and years as intervals of days, in both calendars. Weeks begin on Sunday.

A day outside the calendar (before year 1, after 9999, Hijri outside 1343–1500) raises ValueError or OverflowError.
"""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from tawatur.times.vocabulary import Calendar

Days = tuple[date, date]
"""First and last day, both included."""


def day_of(year: int, month: int, day: int, *, calendar: Calendar = "gregorian") -> date:
    """A day by its date: 1 Ramadan 1439 is 2018-05-16."""
    if calendar == "gregorian":
        return date(year, month, day)
    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


def year_and_month(day: date, *, calendar: Calendar) -> tuple[int, int]:
    """Year and month of a day in a calendar."""
    if calendar == "gregorian":
        return day.year, day.month
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return hijri.year, hijri.month


def month_of(year: int, month: int, *, calendar: Calendar = "gregorian") -> Days:
    """The days of a month."""
    year_after, month_after = (year, month + 1) if month < 12 else (year + 1, 1)
    return (
        day_of(year, month, 1, calendar=calendar),
        day_of(year_after, month_after, 1, calendar=calendar) - timedelta(days=1),
    )


def year_of(year: int, *, calendar: Calendar = "gregorian", years: int = 1) -> Days:
    """The days of a year, or of several from it on."""
    return month_of(year, 1, calendar=calendar)[0], month_of(year + years - 1, 12, calendar=calendar)[1]


def season_of(year: int, season: int) -> Days:
    """A meteorological season, winter (0) to autumn (3); the winter of 2018 begins in December 2017."""
    first = month_of(year, season * 3)[0] if season else date(year - 1, 12, 1)
    return first, month_of(year, season * 3 + 2)[1]


def later(day: date, count: int, unit: str) -> date:
    """The day `count` units after (before, when negative); a month's 31st becomes the last day of a shorter month."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit] + day.year * 12 + day.month - 1
    first, last = month_of(months // 12, months % 12 + 1)
    return min(first + timedelta(days=day.day - 1), last)


def unit_around(day: date, unit: str) -> Days:
    """The week, month, year, decade or century in which a day lies; centuries begin with year 01."""
    if unit == "week":
        sunday = day - timedelta(days=day.isoweekday() % 7)
        return sunday, sunday + timedelta(days=6)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return year_of(day.year // 10 * 10, years=10)
    if unit == "century":
        return year_of((day.year - 1) // 100 * 100 + 1, years=100)
    return day, day


def third(days: Days, which: str) -> Days:
    """The first, middle or last third of an interval, for «مطلع», «منتصف», «أواخر»; years are cut at months."""
    first, last = days
    after = last + timedelta(days=1)
    if first.day == after.day == 1 and (after.year - first.year) * 12 + after.month - first.month >= 12:
        months = (after.year - first.year) * 4
        one, two = later(first, months, "month"), later(first, 2 * months, "month")
    else:
        one, two = first + (after - first) // 3, after - (after - first) // 3
    begins, ends = {"start": (first, one), "middle": (one, two), "end": (two, after)}[which]
    return begins, max(begins, ends - timedelta(days=1))
