"""The form of a row in the tables of these tests."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tawatur.records import When
from tawatur.times import TenseCue, find_times

FRIDAY = date(2017, 10, 27)


class Case(NamedTuple):
    """A sentence, the words of its first time, and what they mean when it was published on a Friday."""

    why: str
    text: str
    found: str | None
    earliest: str | None = None
    latest: str | None = None
    grain: str = "day"
    anchor: str = "publication"
    facing: str | None = None
    """Direction of a verb at the start of the sentence; None when no verb is known."""
    published: date | None = FRIDAY


def first_time(case: Case) -> When | None:
    """The first time of the sentence of a case."""
    cues = (TenseCue(span=(0, 1), direction="future" if case.facing == "future" else "past"),) if case.facing else ()
    return next(iter(find_times(case.text, published=case.published, cues=cues)), None)


def told(when: When | None) -> tuple[str | None, str | None, str | None, str, str] | None:
    """The fields of a time that a case gives."""
    return None if when is None else (when.text, when.earliest, when.latest, when.grain, when.anchor)


def expected(case: Case) -> tuple[str | None, str | None, str | None, str, str] | None:
    """What a case says they are."""
    return None if case.found is None else (case.found, case.earliest, case.latest, case.grain, case.anchor)
