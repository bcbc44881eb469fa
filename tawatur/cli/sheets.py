"""What `tawatur show` prints of one thing: a title, and named lines under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from tawatur.cli.bidi import Cell
from tawatur.cli.found import ID_SHOWN, kind_name
from tawatur.cli.grid import Tree, named, side
from tawatur.cli.labels import label
from tawatur.cli.sheet_happening import happening_lines
from tawatur.cli.sheet_lines import Line, Words, brief, field_name, judged, sheet_line
from tawatur.cli.tellers import tree_of
from tawatur.ledger.show_records import ClaimSheet, HappeningSheet, OriginSheet, ReportSheet, Sheet
from tawatur.merge.records import Copy


def sheet_shown(sheet: Sheet, *, lang: str) -> RenderableType:
    """All about one thing."""
    if isinstance(sheet, HappeningSheet):
        title, lines = ("sheet", "happening", sheet.happening.id), happening_lines(sheet, lang=lang)
    elif isinstance(sheet, ClaimSheet):
        title, lines = ("explain", "claim", sheet.told.key), _of_claim(sheet, lang=lang)
    elif isinstance(sheet, ReportSheet):
        title, lines = ("sheet", "report", sheet.report.key), _of_report(sheet, lang=lang)
    else:
        title, lines = ("sheet", "origin", sheet.id), _of_origin(sheet, lang=lang)
    group, sort, identity = title
    head = Cell(f"{label(group, sort, lang=lang)} {identity}", style="bold", justify=side(lang))
    return Group(head, named(lines, lang=lang), Text())


def _of_claim(sheet: ClaimSheet, *, lang: str) -> Iterator[Line]:
    told = sheet.told
    yield Line(label("sheet", "words", lang=lang), Words(told, number=None, lang=lang))
    for link in told.claim.chain:
        yield Line(label("heads", "chain", lang=lang), Cell(link.text))
    yield sheet_line("happening", told.happening or label("sheet", "nowhere", lang=lang), lang=lang)
    if told.origin:
        yield sheet_line("origin", told.origin, lang=lang)
    for pair in sheet.pairs:
        other = pair.b if pair.a == told.key else pair.a
        yield sheet_line("merged", other[:ID_SHOWN], f"{pair.score:.2f}", *pair.reasons, lang=lang)
    for one in sheet.contradictions:
        other = one.b if one.a == told.key else one.a
        yield sheet_line("contradicts", other[:ID_SHOWN], *(field_name(a, lang=lang) for a in one.about), lang=lang)
    yield from judged(sheet.judgements, lang=lang)


def _of_report(sheet: ReportSheet, *, lang: str) -> Iterator[Line]:
    kept = sheet.report
    yield sheet_line("report", kept.report.id, kept.report.outlet, kept.report.published, lang=lang)
    for name, value in (("title", kept.report.title), ("url", kept.report.url), ("source", kept.source)):
        if value:
            yield sheet_line(name, value, lang=lang)
    for which, key in (("earlier", kept.previous), *(("later", key) for key in sheet.later)):
        if key:
            yield sheet_line("versions", f"{label('sheet', which, lang=lang)} {key}", lang=lang)
    for copy in sheet.copies:
        yield sheet_line("copies", *_copy(copy, given=sheet.given, lang=lang), lang=lang)
    for told in sheet.claims:
        happening = told.happening and f"{label('sheet', 'happening', lang=lang)} {told.happening[:ID_SHOWN]}"
        yield sheet_line(
            "claims",
            told.key[:ID_SHOWN],
            kind_name(told.claim.kind, lang=lang),
            label("reality", told.claim.reality, lang=lang),
            happening or label("sheet", "nowhere", lang=lang),
            lang=lang,
        )


def _copy(copy: Copy, *, given: Mapping[str, str], lang: str) -> tuple[str, ...]:
    other = given.get(copy.a) or given.get(copy.b) or ""
    return other, label("extent", copy.extent, lang=lang), f"{copy.share:.0%}", copy.reason


def _of_origin(sheet: OriginSheet, *, lang: str) -> Iterator[Line]:
    for origin in sheet.origins[:1]:
        tree = tree_of(origin, number=1, teller=sheet.teller, claims=sheet.claims, copies=(), interest=None, lang=lang)
        yield Line(label("asked", "origins", lang=lang), Tree(tree, lang=lang))
    for happening in sheet.happenings:
        yield sheet_line("happening", *brief(happening, lang=lang), lang=lang)
    for told in sheet.claims:
        yield Line(label("sheet", "words", lang=lang), Words(told, number=None, lang=lang))
