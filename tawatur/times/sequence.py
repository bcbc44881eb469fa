"""Resolving the times of one sentence in order, since a time may count from the one told before: «في اليوم التالي»."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.times.days import ClockOf
from tawatur.times.shapes import Circumstances, Interval, Shape, unresolved

_DAY_GRAINS = frozenset(("day", "part", "hour", "minute"))


def in_order(shapes: Sequence[Shape], circumstances: Sequence[Circumstances]) -> tuple[Interval, ...]:
    """The interval of each time of a sentence, in the light of the others.

    Each may count from the last one before it that is resolved. Then the hours without a day take the nearest day
    before them, else the nearest one after them.
    """
    found: list[Interval] = []
    before: Interval | None = None
    for shape, here in zip(shapes, circumstances, strict=True):
        interval = _interval(shape, here._replace(before=before))
        before = before if interval.anchor == "none" else interval
        found.append(interval)
    return tuple(
        _interval(shape, here._replace(day=_day_near(found, index, hour=shape)))
        if isinstance(shape, ClockOf) and shape.of is None
        else found[index]
        for index, (shape, here) in enumerate(zip(shapes, circumstances, strict=True))
    )


def _interval(shape: Shape, here: Circumstances) -> Interval:
    """The days meant; unresolved when they lie outside the calendar, such as 31 November or the year 0."""
    try:
        return shape.days(here)
    except (ValueError, OverflowError, IndexError, StopIteration):
        return unresolved("day")


def _day_near(found: Sequence[Interval], index: int, *, hour: ClockOf) -> Interval | None:
    """The nearest single day told before an index, else after it; None when a later hour of that day went before."""
    for interval in (*reversed(found[:index]), *found[index + 1 :]):
        if interval.earliest is not None and interval.earliest == interval.latest and interval.grain in _DAY_GRAINS:
            return None if interval in found[:index] and interval.clock > hour.clock else interval
    return None
