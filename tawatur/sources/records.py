"""What a source gives: a report, where in the source it stood, and what its day and outlet rest on."""

from __future__ import annotations

from typing import Literal

from tawatur.errors import ReportError
from tawatur.records import Note, Record, Report

Provenance = Literal["jsonl", "feed", "option", "json-ld", "meta", "time", "url", "dateline"]
"""Where a day of publication or an outlet is written: a row of JSON, a feed, what the caller says, the page's JSON-LD,
its meta tags or its `<time>`, the address, the opening of the text."""

MOST_KEPT = 1_000_000
"""Bytes of what could not be read that an error keeps, so that it can be looked at and read again."""


class Position(Record, kw_only=True):
    """How far a source has been read: give it back as `after`, and what follows is read."""

    item: int
    """Lines, entries, rows or records up to here, this one included: the third line of JSON Lines is 3."""
    offset: int | None = None
    """Byte where the next line begins, in JSON Lines that are not compressed; elsewhere what came before is skimmed."""


class Found(Record, kw_only=True):
    """A report as a source gave it."""

    report: Report
    source: str
    """The file, as it was named."""
    position: Position
    published_from: Provenance | None = None
    """None when the day is unknown."""
    outlet_from: Provenance | None = None
    notes: tuple[Note, ...] = ()
    """Days of publication that do not agree, and other things seen on the way in."""


class Given(Record, kw_only=True):
    """What the caller says of a source: its name, and the day and outlet of reports that do not say theirs."""

    name: str
    published: str | None = None
    outlet: str | None = None


def refused(error: ReportError, *, source: str, position: Position, data: bytes | None = None) -> ReportError:
    """The error with where it stood, and the bytes that could not be read where they are few."""
    error.source = source
    error.position = position
    error.data = data if data is not None and len(data) <= MOST_KEPT else None
    return error
