"""What `tawatur show` prints of a happening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawatur.cli.bidi import Parts
from tawatur.cli.found import actor_name, attested, called, days, kind_name, toll_words
from tawatur.cli.grid import Tree
from tawatur.cli.labels import label
from tawatur.cli.sheet_lines import Line, Words, brief, field_name, judged, sheet_line
from tawatur.cli.tellers import tree_of
from tawatur.ledger.show_records import HappeningSheet, Tied
from tawatur.merge.grades import rules
from tawatur.merge.records import Happening, Said

Numbers = Mapping[str, int]
"""Of each origin, by its id, the number that stands before it."""


def happening_lines(sheet: HappeningSheet, *, lang: str) -> Iterator[Line]:
    """From what it is to the words that say so."""
    numbers = {origin.id: number for number, origin in enumerate(sheet.happening.origins, start=1)}
    yield from _fields(sheet, lang=lang)
    yield from _tolls(sheet, numbers, lang=lang)
    yield from _attested(sheet.happening, numbers, lang=lang)
    for origin in sheet.happening.origins:
        tree = tree_of(
            origin,
            number=numbers[origin.id],
            teller=sheet.tellers[origin.id],
            claims=sheet.claims,
            copies=sheet.copies,
            interest=sheet.interests.get(origin.id),
            lang=lang,
        )
        yield Line(label("asked", "origins", lang=lang), Tree(tree, lang=lang))
    yield from _contradictions(sheet, numbers, lang=lang)
    for tied in sheet.ties:
        yield sheet_line("links", *_tied(tied, of=sheet.happening.id, lang=lang), lang=lang)
    for holding in sheet.holdings:
        held = days(holding.earliest, holding.latest)
        yield sheet_line("control", holding.place, holding.holder or "–", held, lang=lang)
    yield from judged(sheet.judgements, lang=lang)
    for told in sheet.claims:
        words = Words(told, number=numbers.get(told.origin or ""), lang=lang)
        yield Line(label("sheet", "words", lang=lang), words)


def _fields(sheet: HappeningSheet, *, lang: str) -> Iterator[Line]:
    happening, names = sheet.happening, sheet.names

    def line(head: str, *parts: str | None) -> Line:
        return Line(label("heads", head, lang=lang), Parts(parts, lang=lang))

    yield line("what", kind_name(happening.kind, lang=lang), happening.kind)
    yield line("reality", label("reality", happening.reality, lang=lang))
    for head, name in (("who", names.actor), ("whom", names.target), ("where", names.place)):
        if name is not None:
            yield line(head, called(name, lang=lang), name.id)
    known = days(happening.earliest, happening.latest)
    told = f"{label('asked', 'told', lang=lang)} {sheet.told}" if sheet.told else None
    yield line("when", *((known, told) if known else (told or "–",)))


def _tolls(sheet: HappeningSheet, numbers: Numbers, *, lang: str) -> Iterator[Line]:
    for toll in sheet.tolls:
        yield Line(label("asked", "toll", lang=lang), Parts((toll_words(toll, lang=lang),), lang=lang))
        for figure in toll.figures:
            parts = (f"«{figure.text}»", _origins(figure.origins, numbers, lang=lang))
            yield Line(label("asked", "toll", lang=lang), Parts(parts, lang=lang))


def _attested(happening: Happening, numbers: Numbers, *, lang: str) -> Iterator[Line]:
    rule = next((rule for rule in rules() if rule.id == happening.grade_rule), None)
    why = None if rule is None else rule.ar if lang == "ar" else rule.en
    *counted, grade = attested(happening, lang=lang)
    yield Line(label("asked", "attested", lang=lang), Parts(counted, lang=lang))
    yield Line(label("asked", "grade", lang=lang), Parts((grade, why, happening.grade_rule), lang=lang))
    for said in happening.differs:
        origins = _origins(said.origins, numbers, lang=lang)
        yield sheet_line("differs", field_name(said.field, lang=lang), _value(said, lang=lang), origins, lang=lang)


def _origins(ids: Iterable[str], numbers: Numbers, *, lang: str) -> str:
    found = " ".join(str(number) for number in sorted(numbers[one] for one in ids if one in numbers))
    return f"{label('sheet', 'origin', lang=lang)} {found}"


def _value(said: Said, *, lang: str) -> str:
    if said.field == "kind":
        return kind_name(said.value, lang=lang)
    if said.field == "reality":
        return label("reality", said.value, lang=lang)
    if said.field == "when":
        return days(*said.value.split(".."))
    return actor_name(said.value, lang=lang) if said.field in ("actor", "target") else said.value


def _contradictions(sheet: HappeningSheet, numbers: Numbers, *, lang: str) -> Iterator[Line]:
    """Each two origins that cannot both be right, once for each thing that it is about."""
    origin_of = {told.key: told.origin for told in sheet.claims}
    seen: dict[tuple[str, frozenset[str]], None] = {}
    for one in sheet.contradictions:
        couple = frozenset(origin for origin in (origin_of.get(one.a), origin_of.get(one.b)) if origin)
        seen |= {(about, couple): None for about in one.about}
    for about, couple in seen:
        both = " ≠ ".join(
            _origins([one], numbers, lang=lang) for one in sorted(couple, key=lambda id: numbers.get(id, 0))
        )
        yield sheet_line("contradicts", field_name(about, lang=lang), both, lang=lang)


def _tied(tied: Tied, *, of: str, lang: str) -> tuple[str | None, ...]:
    tie = tied.tie
    turned = {"followed": "announced", "consequence": "cause"}
    what = label("tie", tie.what if tie.a == of else turned.get(tie.what, tie.what), lang=lang)
    if tied.other is None:
        return f"{what} {tie.days}", "; ".join(tie.reasons)
    return what, *brief(tied.other, lang=lang)
