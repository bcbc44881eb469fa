"""When two claims are: on one day, within one stretch, a day apart, far apart.

A claim without a time of its own takes that of its surroundings, or is bounded by its publication: what is told as happened was before.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tawatur.merge.kinds import kinds
from tawatur.merge.records import Finding, Telling
from tawatur.merge.remembered import remembered
from tawatur.records import Reality

DONE: frozenset[Reality] = frozenset({"happened", "ongoing", "state"})
AHEAD: frozenset[Reality] = frozenset({"announced", "expected", "possible", "conditional", "desired"})
ANNOUNCED: frozenset[Reality] = frozenset({"announced", "expected", "conditional"})
"""Of what lies ahead that which is said to come; what is possible or desired nobody said would come."""
RECENT = 2
"""Days before publication in which newswire tells what it gives no day for; older things get a date."""
WEEK = 7
"""Days within which a thing that lasts is still the same thing."""


class Days(NamedTuple):
    """First and last possible day as ordinals, and what they rest on: "own", "around" or "publication"."""

    first: int
    last: int
    rest: str


RANKS = ("own", "around", "publication")
RESTS = ("day", "about", "told")
"""What a finding is called by the weaker of the two times it rests on."""


@lru_cache(maxsize=20_000)
def ordinal(day: str | None) -> int | None:
    """The number of an ISO day; None of none."""
    return date.fromisoformat(day).toordinal() if day else None


@remembered
def days_of(telling: Telling) -> Days | None:
    """When it can have been; None when nothing bounds it."""
    first, last, published = ordinal(telling.earliest), ordinal(telling.latest), ordinal(telling.published)
    if first is not None and last is not None:
        return Days(first, max(first, last), "own")
    early, late = ordinal(telling.setting.earliest), ordinal(telling.setting.latest)
    if early is not None and late is not None:
        return Days(early, max(early, late), "around")
    if published is None:
        return None
    if telling.reality in AHEAD:
        return Days(published, published + WEEK, "publication")
    return Days(published - RECENT, published, "publication")


def compared(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """What the times of two claims and of their reports tell."""
    return (*_days(a, b), *_published(a, b))


def _days(a: Telling, b: Telling) -> tuple[Finding, ...]:
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return (Finding(code="day.open", says=lambda: "day: not known of both"),)
    gap = max(first.first, second.first) - min(first.last, second.last)
    how = _how(first, second, gap, lasting=a.kind in kinds().lasts and b.kind in kinds().lasts)
    code = RESTS[max(RANKS.index(first.rest), RANKS.index(second.rest))]
    return (Finding(code=f"{code}.{how}", says=lambda: f"{code}: {_shown(first)} ~ {_shown(second)} ({how})"),)


def _how(first: Days, second: Days, gap: int, *, lasting: bool) -> str:
    if gap <= 0:
        return "same" if max(first.last - first.first, second.last - second.first) <= 1 else "overlap"
    if lasting and gap <= WEEK:
        return "overlap"
    if gap == 1:
        return "next"
    return "apart" if gap <= WEEK else "far"


def _published(a: Telling, b: Telling) -> tuple[Finding, ...]:
    first, second = ordinal(a.published), ordinal(b.published)
    if first is None or second is None or a.report == b.report:
        return ()
    gap = abs(first - second)
    return (Finding(code="published", says=lambda: f"published: {gap} days apart", amount=min(gap, WEEK) / WEEK),)


def _shown(days: Days) -> str:
    first, last = date.fromordinal(days.first).isoformat(), date.fromordinal(days.last).isoformat()
    return first if first == last else f"{first}..{last}"
