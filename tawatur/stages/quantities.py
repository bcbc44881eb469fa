"""Read numbers with what they count: «12 مدنيا», «آلاف النازحين», and give them to the propositions around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from tawatur.draft import Draft, Proposition
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.records import Quantity, Span
from tawatur.text.fold import fold_word
from tawatur.times.numerals import number
from tawatur.times.terms import Term, sense, terms

_COUNTED_BY_KIND = {
    "kill": "killed", "assassinate": "killed", "execute": "killed", "massacre": "killed", "wound": "wounded",
    "arrest": "arrested", "displacement": "displaced", "abduct": "abducted", "capture": "captured", "missing": "missing",
    "release": "released", "evacuation": "evacuated", "return": "returned",
}  # fmt: skip
"""What the people counted in the target or subject of such an event have become."""
_DIGITS = re.compile(r"\d[\d.,]*")
_NEARBY = 3
"""Words before a number that may leave it open («ما لا يقل عن 12»)."""


def count(draft: Draft, kit: Kit) -> Draft:
    """Adds quantities, and puts those about a proposition into it."""
    found = [tuple(_in_sentence(draft, kit, sentence)) for sentence in draft.sentences]
    propositions = tuple(_counted(draft, one, found[one.sentence]) for one in draft.propositions)
    return draft.having(quantities=tuple(each for inside in found for each in inside), propositions=propositions)


def _in_sentence(draft: Draft, kit: Kit, sentence: Span) -> Iterator[Quantity]:
    line = terms(draft.report.text, start=sentence[0], end=sentence[1])
    dated = [when.span for when in draft.inside(draft.sentence_at(sentence[0])).times]
    index = 0
    while index < len(line):
        read = _number(line, index)
        if read is None or any(start <= line[index].span[0] < end for start, end in dated):
            index += 1
            continue
        value, after = read
        last = after - 1
        unit, of = None, None
        if after < len(line):
            unit, of = _measured(kit, line[after])
            last = after if unit else last
        span = (line[index].span[0], line[last].span[1])
        low, high = _bounds(line, index, value)
        if unit is not None or value is not None:
            yield Quantity(text=draft.text(span), span=span, low=low, high=high, unit=unit, of=of)
        index = max(after, index + 1)


def _number(line: tuple[Term, ...] | list[Term], index: int) -> tuple[float | None, int] | None:
    """A number at a term, None for a vague count («عشرات»), and the index after it."""
    term = line[index]
    if term.word in grammar().vague_counts:
        return None, index + 1
    if _DIGITS.fullmatch(fold_word(term.raw)):
        value = _value(fold_word(term.raw))
        scale = sense(line, index + 1, "scale")
        if value is not None and scale is not None and not line[index + 1].joined:
            return value * scale.number, index + 2
        return value, index + 1
    found = number(line, index)
    return (float(found[0]), found[1]) if found else None


def _value(digits: str) -> float | None:
    plain = digits.replace(",", "")
    if plain.count(".") > 1 or re.search(r"\.\d{3}$", plain):
        plain = plain.replace(".", "")
    try:
        return float(plain)
    except ValueError:
        return None


def _measured(kit: Kit, term: Term) -> tuple[str | None, str | None]:
    """The unit that a word is, and what counting it tells."""
    form = fold_word(term.raw)
    for candidate in (form, without_article(form)):
        for match in kit.lexicon.nouns_by_form(candidate):
            if match.noun.type == "measure":
                return match.noun.unit or match.noun.lemma, match.noun.of
    return (term.raw, None) if term.raw[:1].isalpha() and len(term.raw) > 2 else (None, None)


def _bounds(line: tuple[Term, ...] | list[Term], index: int, value: float | None) -> tuple[float | None, float | None]:
    before = {line[at].word for at in range(max(0, index - _NEARBY), index)}
    if before & grammar().at_least:
        return value, None
    if before & grammar().at_most:
        return None, value
    return value, value


def _counted(draft: Draft, proposition: Proposition, found: tuple[Quantity, ...]) -> Proposition:
    """The quantities within the proposition's roles, or that its trigger word begins («12 قتيلا»)."""
    tree = draft.trees[proposition.sentence]
    stretch = {index: tree.word(index).span for filler in proposition.fillers for index in tree.subtree(filler.head)}
    trigger = tree.word(proposition.trigger).span
    mine = [
        msgspec.structs.replace(quantity, of=quantity.of or _COUNTED_BY_KIND.get(proposition.kind))
        for quantity in found
        if (
            any(
                span[0] < quantity.span[1] and quantity.span[0] < span[1]
                for span in (filler.span for filler in proposition.fillers if filler.role == "target")
            )
            or quantity.span[0] <= trigger[0] < quantity.span[1]
            or any(quantity.span[0] <= stretch[i][0] < quantity.span[1] for i in stretch if tree.word(i).upos == "NUM")
        )
    ]
    return msgspec.structs.replace(proposition, quantities=tuple(mine))
