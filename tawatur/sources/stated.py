"""Which day and which outlet a report gets, of all that say one, and the note when they do not agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.records import Note
from tawatur.sources.dateline import dateline_day, yearless_day
from tawatur.sources.days import day, url_day
from tawatur.sources.records import Found, Given, Position, Provenance
from tawatur.sources.reports import report_of

DISAGREEMENT = "published-disagrees"
_APART = dt.timedelta(days=1)
"""Midnight in another time zone, or a report put on the web the day after it was sent, is no disagreement."""


class Said(NamedTuple):
    """A day or an outlet, and where it is written."""

    value: str
    by: Provenance


def found(
    text: str,
    *,
    given: Given,
    where: str,
    position: Position,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: Sequence[Said] = (),
    outlet: Sequence[Said] = (),
    option_first: bool = False,
) -> Found:
    """The report with the first day and outlet that are said; raises ReportError where it is none.

    What a row or a feed states of itself comes before the caller's word, and that before what is read out of a page
    (`option_first`); the address and the dateline come last.
    """
    optional = [Said(given.published, "option")] if given.published else []
    stated = [*optional, *published] if option_first else [*published, *optional]
    of_url, of_dateline = url_day(url), dateline_day(text)
    days = [
        *stated,
        *([Said(of_url, "url")] if of_url else []),
        *([Said(of_dateline, "dateline")] if of_dateline else []),
    ]
    outlets = [*outlet, *([Said(given.outlet, "option")] if given.outlet else [])]
    if option_first:
        outlets.sort(key=lambda said: said.by != "option")
    report = report_of(
        text,
        name=where,
        id=id,
        title=title,
        outlet=outlets[0].value if outlets else None,
        url=url,
        published=days[0].value if days else None,
    )
    return Found(
        report=report,
        source=given.name,
        position=position,
        published_from=days[0].by if days else None,
        outlet_from=outlets[0].by if outlets else None,
        notes=tuple(_disagreements(days, text=text)),
    )


def _disagreements(days: Sequence[Said], *, text: str) -> Iterator[Note]:
    first = day(days[0].value) if days else None
    if first is None:
        return
    taken = dt.date.fromisoformat(first)
    others = [Said(other, said.by) for said in days[1:] if (other := day(said.value)) is not None]
    yearless = yearless_day(text, published=taken)
    if yearless is not None:
        others.append(Said(yearless, "dateline"))
    apart = [said for said in others if abs(dt.date.fromisoformat(said.value) - taken) > _APART]
    if apart:
        against = ", ".join(f"{said.by} says {said.value}" for said in apart)
        yield Note(code=DISAGREEMENT, text=f"Published {taken} by {days[0].by}, which is taken; {against}.")
