"""Happenings that answer a question, as cells of a table and as objects of JSON."""

from __future__ import annotations

from typing import Any

import msgspec
from rich.console import RenderableType

from tawatur.actors import load_actors
from tawatur.cli.bidi import Cell, Parts, clipped
from tawatur.cli.grid import WIDE, Block, blocked, tabled
from tawatur.cli.labels import label
from tawatur.ledger.query import Answer, Found
from tawatur.ledger.show_records import Name, Toll
from tawatur.lexicon import load_lexicon
from tawatur.merge.records import Happening

ID_SHOWN = 8
"""Digits of an id in a table: a million happenings share their beginnings too seldom to matter, and `show` says so when they do."""
_LONGEST = 60
_COUNTS = ("articles", "origins", "grade")
_HEADS = ("what", "reality", "who", "whom", "where", "when")


def table_of(answer: Answer, *, lang: str, width: int) -> RenderableType:
    """A table where there is room, else blocks."""
    if not answer.found:
        return Cell(label("asked", "nothing", lang=lang), style="dim")
    if width < WIDE:
        blocks = (_block(found, lang=lang) for found in answer.found)
        return blocked(blocks, lang=lang, mark_width=ID_SHOWN)
    names = [label("heads", head, lang=lang) for head in _HEADS]
    names += [label("asked", head, lang=lang) for head in _COUNTS]
    rows = (
        [Cell(one.happening.id[:ID_SHOWN]), *(Cell(*lines) for _, lines in _lines(one, lang=lang))]
        for one in answer.found
    )
    return tabled([label("asked", "id", lang=lang), *names], rows, lang=lang)


def _block(found: Found, *, lang: str) -> Block:
    (_, what), (_, reality), *lines = _lines(found, lang=lang)
    words = [(name, Cell(*words)) for name, words in lines[: -len(_COUNTS)] if any(words)]
    counted = Parts(attested(found.happening, lang=lang), lang=lang)
    return Block(
        found.happening.id[:ID_SHOWN],
        " · ".join((*what, *reality)),
        [*words, (label("asked", "attested", lang=lang), counted)],
    )


def attested(happening: Happening, *, lang: str) -> tuple[str, ...]:
    """Articles and origins side by side, and the grade."""
    counts = (("articles", happening.articles), ("origins", len(happening.origins)))
    return (
        *(f"{label('asked', name, lang=lang)} {number}" for name, number in counts),
        label("grade", happening.grade, lang=lang),
    )


def _lines(found: Found, *, lang: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each column with its lines, in order."""
    happening, names = found.happening, found.names
    tolls = tuple(toll_words(toll, lang=lang) for toll in found.tolls)
    heads = {
        "what": (kind_name(happening.kind, lang=lang), *tolls),
        "reality": (label("reality", happening.reality, lang=lang),),
        "who": (called(names.actor, lang=lang),),
        "whom": (called(names.target, lang=lang),),
        "where": (called(names.place, lang=lang),),
        "when": (when_words(found, lang=lang),),
    }
    asked = {
        "articles": (str(happening.articles),),
        "origins": (str(len(happening.origins)),),
        "grade": (label("grade", happening.grade, lang=lang),),
    }
    return [
        *((label("heads", head, lang=lang), lines) for head, lines in heads.items()),
        *((label("asked", head, lang=lang), lines) for head, lines in asked.items()),
    ]


def kind_name(kind: str, *, lang: str) -> str:
    """What a kind is called."""
    known = load_lexicon().kinds.get(kind)
    return kind if known is None else known.ar if lang == "ar" else known.en


def called(name: Name | None, *, lang: str) -> str:
    """What somebody or something is called; "" for nobody."""
    if name is None:
        return ""
    return clipped((name.en if lang == "en" else None) or name.ar, _LONGEST)


def actor_name(identity: str, *, lang: str) -> str:
    """The neutral name of a listed actor, or else its id."""
    actor = load_actors().actors.get(identity)
    return identity if actor is None else actor.ar if lang == "ar" else actor.en


def when_words(found: Found, *, lang: str) -> str:
    """The days, or where none is known, when it was told."""
    happening = found.happening
    known = days(happening.earliest, happening.latest)
    return known or (f"{label('asked', 'told', lang=lang)} {found.told}" if found.told else "")


def days(earliest: str | None, latest: str | None) -> str:
    """A stretch of days; "" where neither end is known."""
    if earliest is None and latest is None:
        return ""
    return earliest if earliest == latest and earliest else f"{earliest or '…'} – {latest or '…'}"


def toll_words(toll: Toll, *, lang: str) -> str:
    """A toll in a line: "killed 3–15, best 4"."""
    name = label("count", toll.of, lang=lang)
    if toll.whose is not None:
        name += f" ({actor_name(toll.whose, lang=lang)})"
    if toll.low == toll.high:
        return f"{name} {_number(toll.low)}"
    return f"{name} {_number(toll.low)}–{_number(toll.high)}, {label('count', 'best', lang=lang)} {_number(toll.best)}"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def json_of(answer: Answer) -> bytes:
    """One document: the happenings, and the cursor for more."""
    document = {"happenings": [_object(found) for found in answer.found], "next": answer.next}
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def _object(found: Found) -> dict[str, Any]:
    """A happening as JSON: counts beside the lists that they count."""
    happening, spot = found.happening, found.happening.spot
    place = None
    if found.names.place is not None and spot is not None:
        name = found.names.place
        place = {
            "id": name.id,
            "ar": name.ar,
            "en": name.en,
            "lat": spot.lat,
            "lon": spot.lon,
            "radius_m": spot.radius_m,
        }
    return {
        "id": happening.id,
        "day": found.day,
        "kind": happening.kind,
        "reality": happening.reality,
        "actor": found.names.actor,
        "target": found.names.target,
        "place": place,
        "earliest": happening.earliest,
        "latest": happening.latest,
        "told": found.told,
        "tolls": found.tolls,
        "articles": happening.articles,
        "origins": len(happening.origins),
        "told_by": found.told_by,
        "grade": happening.grade,
        "grade_rule": happening.grade_rule,
        "differs": happening.differs,
        "reports": found.reports,
        "claims": happening.claims,
        "judgements": happening.judgements,
    }
