"""Happenings as rows that a spreadsheet opens: CSV in which no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from tawatur.cli.bidi import plain
from tawatur.cli.found import called, kind_name, toll_words
from tawatur.ledger.query import Answer, Found
from tawatur.ledger.show_records import Held, Toll
from tawatur.merge.records import Holding

BOM = "\ufeff"
"""By this Excel knows that a file is in UTF-8."""
FORMULA = ("=", "+", "-", "@")
"""What begins so is a formula to a spreadsheet, and could call programs: "=cmd|..." in a headline must stay words."""
Value = str | int | float | None


def write_found(answer: Answer, *, stream: TextIO, lang: str) -> None:
    """A line of names of columns, and a row for each happening."""
    _write([_cells(found, lang=lang) for found in answer.found], columns=_COLUMNS, stream=stream)


def safe(value: Value) -> Value:
    """A value as a cell; words that a spreadsheet would take for a formula get a quotation mark before them.

    >>> safe("=1+1"), safe("قسد"), safe(-3.5), safe(None)
    ("'=1+1", 'قسد', -3.5, '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    words = plain(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def _write(rows: Sequence[Sequence[Value]], *, columns: Iterable[str], stream: TextIO) -> None:
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([safe(value) for value in row] for row in rows)


def _cells(found: Found, *, lang: str) -> list[Value]:
    return [cell(found, lang) for cell in _COLUMNS.values()]


def _toll(found: Found, of: str) -> Toll | None:
    """The toll of the group that most origins count; all groups stand under "tolls"."""
    some = [toll for toll in found.tolls if toll.of == of]
    return max(some, key=lambda toll: len({o for figure in toll.figures for o in figure.origins}), default=None)


def _bound(of: str, name: str) -> Callable[[Found, str], Value]:
    def bound(found: Found, _: str) -> Value:
        toll = _toll(found, of)
        value: float | None = getattr(toll, name) if toll else None
        return value

    return bound


_COLUMNS: dict[str, Callable[[Found, str], Value]] = {
    "id": lambda found, _: found.happening.id,
    "day": lambda found, _: found.day,
    "earliest": lambda found, _: found.happening.earliest,
    "latest": lambda found, _: found.happening.latest,
    "told": lambda found, _: found.told,
    "kind": lambda found, _: found.happening.kind,
    "kind_name": lambda found, lang: kind_name(found.happening.kind, lang=lang),
    "reality": lambda found, _: found.happening.reality,
    "actor": lambda found, _: found.names.actor.id if found.names.actor else None,
    "actor_name": lambda found, lang: called(found.names.actor, lang=lang),
    "target": lambda found, _: found.names.target.id if found.names.target else None,
    "target_name": lambda found, lang: called(found.names.target, lang=lang),
    "place": lambda found, _: found.names.place.id if found.names.place else None,
    "place_name": lambda found, lang: called(found.names.place, lang=lang),
    "lat": lambda found, _: found.happening.spot.lat if found.happening.spot else None,
    "lon": lambda found, _: found.happening.spot.lon if found.happening.spot else None,
    "radius_m": lambda found, _: found.happening.spot.radius_m if found.happening.spot else None,
    **{
        f"{of}_{name}": _bound(of, name)
        for of in ("killed", "wounded", "displaced")
        for name in ("low", "best", "high")
    },
    "tolls": lambda found, lang: "; ".join(toll_words(toll, lang=lang) for toll in found.tolls),
    "articles": lambda found, _: found.happening.articles,
    "origins": lambda found, _: len(found.happening.origins),
    "told_by": lambda found, _: "; ".join(found.told_by),
    "grade": lambda found, _: found.happening.grade,
    "grade_rule": lambda found, _: found.happening.grade_rule,
    "reports": lambda found, _: " ".join(found.reports),
    "judgements": lambda found, _: " ".join(found.happening.judgements),
}


def write_holdings(held: tuple[Held, ...], *, stream: TextIO) -> None:
    """A line of names of columns, and a row for each place."""
    rows = [[*(cell(one.holding) for cell in _OF_HOLDINGS.values()), " ".join(one.judgements)] for one in held]
    _write(rows, columns=(*_OF_HOLDINGS, "judgements"), stream=stream)


_OF_HOLDINGS: dict[str, Callable[[Holding], Value]] = {
    "place": lambda one: one.place,
    "place_id": lambda one: one.place_id,
    "part_of": lambda one: one.part_of,
    "holder": lambda one: one.holder,
    "holder_id": lambda one: one.holder_id,
    "earliest": lambda one: one.earliest,
    "latest": lambda one: one.latest,
    "claimed_by": lambda one: "; ".join(one.claimed_by),
    "self_interested": lambda one: "yes" if one.self_interested else "no",
    "contested_by": lambda one: "; ".join(one.contested_by),
    "besieged_by": lambda one: "; ".join(one.besieged_by),
    "before": lambda one: one.before,
    "last_mention": lambda one: one.last_mention,
    "claims": lambda one: " ".join(one.claims),
}
