"""What a time expression means before the day of publication is known, and how it becomes an interval of days.

Each shape is a frozen value with one function `days`, from the circumstances of the sentence to an Interval.

    >>> Interval(date(2014, 1, 1), None, "year", "text").days
    (datetime.date(2014, 1, 1), None)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, Protocol

from tawatur.times.calendar import Days

Facing = Literal["past", "future"]
Anchor = Literal["publication", "text", "none"]
ONE_DAY = timedelta(days=1)
FEW = (3, 10)
"""What an unnumbered plural counts: the plural of few is three to ten."""
RECENT = timedelta(days=31)
"""How long before publication a date without year may lie and still not belong to a story of an earlier year."""
REACH_OF_DATE = 183
"""Days ahead that a date without a year may point to: 7 of 7 in ant2018 that would lie farther had just passed."""


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


class Circumstances(NamedTuple):
    """What a sentence says nothing of but its times depend on."""

    published: date | None
    facing: Facing = "past"
    """Whether an unmarked day is looked for before or after publication."""
    told: bool = False
    """Whether a verb or sign said so, or it is only the default."""
    before: Interval | None = None
    """The time that the sentence told just before this one."""
    day: Interval | None = None
    """The day that the sentence tells nearest to this time, for an hour without one."""

    @property
    def year(self) -> int | None:
        """The earlier year of which the sentence is telling: 2002 in «في نوفمبر 2002 … وفي ديسمبر»."""
        told = self.before
        if told is None or told.anchor != "text" or told.earliest is None or told.latest is None:
            return None
        year = told.earliest.year
        past = self.published is None or year < self.published.year
        return year if past and year == told.latest.year and not (self.told and self.facing == "future") else None


def unresolved(grain: str) -> Interval:
    """A time that nothing fixes."""
    return Interval(None, None, grain, "none")


class Shape(Protocol):
    """Anything that can be resolved."""

    def days(self, here: Circumstances) -> Interval:
        """The interval meant under these circumstances."""


def counted_from(found: Callable[[date], Days], here: Circumstances, *, grain: str) -> Interval:
    """An interval counted from the day of publication."""
    if here.published is None:
        return unresolved(grain)
    return Interval(*found(here.published), grain, "publication")


def of_story(found: Interval, here: Circumstances) -> int | None:
    """The year told before that a date without year takes; None where `found`, the last such date, is recent news."""
    recent = here.published and found.latest and here.published - RECENT <= found.latest <= here.published + RECENT
    return None if recent else here.year


def counted_from_told(found: Callable[[Interval], Days], here: Circumstances, *, grain: str) -> Interval:
    """An interval counted from the time told before it."""
    told = here.before
    return unresolved(grain) if told is None else Interval(*found(told), grain, told.anchor)


def meant(days: Iterable[Days], today: date, *, toward: int | None, facing: Facing, reach: int | None = None) -> Days:
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
class Unfixed:
    """A time that the words do not fix: a duration, «في اليوم التالي», «قبل سقوط المدينة»."""

    grain: str

    def days(self, here: Circumstances) -> Interval:
        return unresolved(self.grain)


@dataclass(frozen=True, slots=True)
class Named:
    """No time but a name: «ثورة 25 يناير», «قوى 14 آذار»; it is passed over."""

    def days(self, here: Circumstances) -> Interval:
        return unresolved("day")
