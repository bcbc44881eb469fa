"""Lines that sheets of several sorts have: a happening in brief, the words of a claim, judgements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

from tawatur.cli.bidi import Cell, Parts, clipped
from tawatur.cli.found import ID_SHOWN, days, kind_name
from tawatur.cli.labels import label
from tawatur.cli.marked import marked
from tawatur.ledger.records import Judgement
from tawatur.ledger.show_records import Told
from tawatur.merge.records import Happening

SENTENCE = 700
"""Characters of a sentence that are shown: newswire has few longer ones."""


class Line(NamedTuple):
    """A name and what stands for it."""

    name: str
    value: RenderableType


class Words:
    """A claim: where it stands, and under it the sentence with its evidence marked."""

    def __init__(self, told: Told, *, number: int | None, lang: str) -> None:
        self.head = (
            None if number is None else str(number),
            told.key[:ID_SHOWN],
            kind_name(told.claim.kind, lang=lang),
            label("reality", told.claim.reality, lang=lang),
            told.outlet,
            told.published,
            told.given,
        )
        self.sentence = f"«{clipped(marked(told.sentence, told.claim), SENTENCE)}»"
        self.lang = lang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The two, one after the other."""
        yield Parts(self.head, lang=self.lang)
        yield Cell(self.sentence)


def sheet_line(name: str, *parts: str | None, lang: str) -> Line:
    """A line in parts under a name of the sheet."""
    return Line(label("sheet", name, lang=lang), Parts(parts, lang=lang))


def brief(happening: Happening, *, lang: str) -> tuple[str | None, ...]:
    """A happening in parts of a line."""
    return (
        happening.id[:ID_SHOWN],
        kind_name(happening.kind, lang=lang),
        label("reality", happening.reality, lang=lang),
        (happening.spot.ar or happening.spot.words) if happening.spot else None,
        days(happening.earliest, happening.latest),
    )


def judged(judgements: tuple[Judgement, ...], *, lang: str) -> Iterator[Line]:
    """A line for each judgement."""
    for one in judgements:
        yield sheet_line("judged", *judgement_parts(one, lang=lang), lang=lang)


def judgement_parts(one: Judgement, *, lang: str) -> tuple[str | None, ...]:
    """What a judgement says, in parts of a line."""
    about = " ".join(key[:ID_SHOWN] for key in (one.a, one.b, one.undoes) if key)
    return one.id[:ID_SHOWN], label("verdict", one.verdict, lang=lang), about, one.author, one.made[:10], one.note


def field_name(field: str, *, lang: str) -> str:
    """What a field of a happening is called, or a toll."""
    shown = label("field", field, lang=lang)
    return shown if shown != field else label("count", field, lang=lang)
