"""Type nouns, names, and the two together: «مدينة البوكمال», «البوكمال», «محطة ضخ نفطي», «البلدين»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.places.draft import Draft
from tawatur.places.gazetteer import Gazetteer
from tawatur.places.kinds import LOOSE, SETTLED, UNKNOWN, NounMatch, compatible, noun_at
from tawatur.places.names import NameMatch, cut_short, evidence_alone, match_at, other_name
from tawatur.places.records import Evidence
from tawatur.places.units import Unit
from tawatur.places.words import ARTICLE, place_words

_OPENING = frozenset("\"'«“(")
_LONGEST_UNKNOWN = 3
RECENT = 60
"""Mentions back in which a common word may have been said to be a place."""
PREPOSITION = 2
"""Letters of the preposition in «منها» and «عنها»."""


def expressions(units: Sequence[Unit], *, gazetteer: Gazetteer) -> list[Draft]:
    """All named and nominal places of a text, none inside another, in order."""
    found: list[Draft] = []
    position = 0
    while position < len(units):
        if not units[position].stems:
            position += 1
            continue
        whole = _no_place(units, position)
        if whole:
            position += whole
            continue
        drafts = _at(units, position, gazetteer=gazetteer, before=found)
        found.extend(drafts)
        position = max(position + 1, drafts[-1].stop if drafts else 0)
    return found


def _no_place(units: Sequence[Unit], first: int) -> int:
    """How many units from here are a whole that only looks like a place; 0 when none does."""
    phrases = place_words().phrases
    for width in (3, 2):
        rest = [unit.text for unit in units[first + 1 : first + width]]
        if any(" ".join([stem.text, *rest]) in phrases for stem in units[first].stems):
            return width
    return 0


def _at(units: Sequence[Unit], first: int, *, gazetteer: Gazetteer, before: Sequence[Draft]) -> list[Draft]:
    name = match_at(units, first, gazetteer=gazetteer)
    noun = noun_at(units, first)
    if noun and name and name.stop > noun.stop and name.offset == noun.offset:
        return [_whole_name(units, name, noun=noun)]
    if noun and not noun.definite and noun.noun.prefix:
        typed = _typed(units, noun, gazetteer=gazetteer)
        if typed:
            return typed
    if name and not (noun and noun.offset == name.offset):
        evidence = evidence_alone(name, units) or _evidence_beside(name, units, before=before)
        if evidence:
            return [named(units, name, evidence=evidence)]
    nominal = _pronoun(units, first) or _nominal(units, first, noun=noun)
    if nominal:
        return [nominal]
    return []


def named(units: Sequence[Unit], match: NameMatch, *, evidence: Evidence) -> Draft:
    """A bare name as a draft; bases of longer names stay only where nothing else bears the name."""
    usable = tuple(c for c in match.candidates if c.grade != "base") or match.candidates
    if evidence not in ("name", "type word", "direction"):
        usable = tuple(c for c in usable if c.grade == "name") or usable
    inside = other_name(units[match.first : match.stop])
    span = match.span
    return Draft(match.first, match.stop, span, match.offset, span, candidates=usable, evidence=evidence, inside=inside)


def _whole_name(units: Sequence[Unit], name: NameMatch, *, noun: NounMatch) -> Draft:
    """A name of the gazetteer that begins with its own type noun: «حقل العمر», «المحطة الثانية»."""
    last = units[name.stop - 1].text
    by_number = noun.definite and last in place_words().ordinals
    stop = _tails(units, name.stop)
    return Draft(
        name.first,
        stop,
        (name.span[0], units[stop - 1].span[1]),
        name.offset,
        name.span,
        kind=noun.noun.kind if compatible(name.candidates, kind=noun.noun.kind) else None,
        nominal=by_number,
        candidates=name.candidates,
        evidence="type word",
    )


def _typed(units: Sequence[Unit], noun: NounMatch, *, gazetteer: Gazetteer) -> list[Draft]:
    """A type noun and its name, or after a dual or plural its names: «محافظتي دير الزور والحسكة»."""
    start = noun.stop
    if start < len(units) and units[start].text in _OPENING:
        start += 1
    if start >= len(units) or not units[start].stems:
        return []
    one = _one_typed(units, noun, start, gazetteer=gazetteer)
    if one is None:
        return []
    found = [one]
    while noun.noun.number != "s":
        next_unit = found[-1].stop
        if next_unit >= len(units) or len(units[next_unit].stems) < 2:
            break
        joined = match_at(units, next_unit, gazetteer=gazetteer)
        if joined is None or joined.offset == 0:
            break
        usable = compatible(joined.candidates, kind=noun.noun.kind)
        if not usable:
            break
        found.append(
            Draft(joined.first, joined.stop, joined.span, joined.offset, joined.span, noun.noun.kind, candidates=usable)
        )
        found[-1] = replace(found[-1], evidence="type word")
    return found


def _one_typed(units: Sequence[Unit], noun: NounMatch, start: int, *, gazetteer: Gazetteer) -> Draft | None:
    kind = noun.noun.kind
    begin = units[noun.first].span[0] + noun.offset
    match = match_at(units, start, gazetteer=gazetteer)
    if match and match.offset == 0 and not cut_short(match, units):
        stop = _tails(units, match.stop)
        span = (begin, units[stop - 1].span[1])
        usable = compatible(match.candidates, kind=kind)
        inside = other_name(units[noun.first : match.stop])
        if usable:
            return Draft(
                noun.first,
                stop,
                span,
                noun.offset,
                match.span,
                kind,
                candidates=usable,
                evidence="type word",
                inside=inside,
            )
        towns = tuple(c for c in match.candidates if c.entry.kind in SETTLED and c.grade != "base")
        if towns and kind in LOOSE:
            bare = Draft(match.first, match.stop, match.span, 0, match.span, candidates=towns, evidence="type word")
            town = replace(bare, inside=inside)
            return Draft(
                noun.first,
                stop,
                span,
                noun.offset,
                match.span,
                kind,
                evidence="type word",
                inside=inside,
                relation="near",
                bases=(town,),
            )
    return _unknown(units, noun, start)


def _unknown(units: Sequence[Unit], noun: NounMatch, start: int) -> Draft | None:
    """A name that the gazetteer lacks: what the analyser calls a name, or one word after a noun that always has one."""
    words = place_words()
    inner = noun_at(units, start)
    if inner and inner.offset == 0 and inner.noun.kind in SETTLED:
        return None
    stop = start
    first = units[start]
    if first.text in words.tails or first.text in words.demonyms or first.text in words.directions:
        return None
    while stop < min(start + _LONGEST_UNKNOWN, len(units)) and _goes_on(units[stop], at_start=stop == start):
        stop += 1
    if stop == start and not first.analysed and noun.noun.kind in UNKNOWN and noun.noun.number == "s":
        listed = any(first.text in group for group in words.lists.values()) or first.text in words.nouns
        if first.text.startswith(ARTICLE) and not listed:
            stop = start + 1
    if stop == start or noun.noun.kind not in UNKNOWN | LOOSE:
        return None
    name_span = (first.span[0], units[stop - 1].span[1])
    begin = units[noun.first].span[0] + noun.offset
    return Draft(
        noun.first,
        stop,
        (begin, name_span[1]),
        noun.offset,
        name_span,
        noun.noun.kind,
        evidence="type word",
    )


def _goes_on(unit: Unit, *, at_start: bool) -> bool:
    """Whether a unit belongs to a name that the gazetteer lacks: no proclitic may stand inside it."""
    begins_later = unit.name_span is not None and unit.name_span[0] > unit.span[0]
    return (unit.name == "place" or unit.proper) and (at_start or not begins_later)


def _tails(units: Sequence[Unit], stop: int) -> int:
    """After the adjectives that close a typed name: «النفطي», «للغاز»."""
    tails = place_words().tails
    while stop < len(units) and units[stop].text in tails:
        stop += 1
    return stop


def _evidence_beside(name: NameMatch, units: Sequence[Unit], *, before: Sequence[Draft]) -> Evidence | None:
    """A word before it that only places follow, or a list of places that it continues."""
    words = place_words()
    if name.first == 0 or all(c.grade == "base" for c in name.candidates):
        return None
    if any(unit.name == "person" for unit in units[name.first : name.stop]):
        return None
    previous = units[name.first - 1]
    if name.offset == 0:
        for stem in previous.stems:
            if stem.text in words.directions or stem.text in words.lists["countryside"]:
                return "direction"
            if stem.text in words.lists["near"] and name.key not in words.common:
                return "direction"
    good = any(c.grade == "name" for c in name.candidates)
    placed = any(stem.text in words.lists["preposition"] for stem in previous.stems)
    if good and placed and (name.key in words.lists["only"] or any(_is_same(d, name) for d in before[-RECENT:])):
        return "pattern"
    joined = units[name.first].stems[0].text[0] == "\u0648" and name.offset == 1
    if before and good and name.key not in words.common:
        last = before[-1]
        follows = last.stop == name.first and joined
        listed = last.stop == name.first - 1 and previous.text in ("\u060c", "/")
        if (follows or listed) and last.name_span and not last.nominal:
            return "pattern"
    return None


def _is_same(draft: Draft, name: NameMatch) -> bool:
    """Whether a place of this very name was surely meant before."""
    entries = {candidate.entry.id for candidate in draft.candidates}
    return draft.evidence in ("type word", "name") and any(c.entry.id in entries for c in name.candidates)


def _pronoun(units: Sequence[Unit], first: int) -> Draft | None:
    """The pronoun that a distance is measured from: «على بعد 70 كيلومترا منها»."""
    lists = place_words().lists
    unit = units[first]
    if first == 0 or unit.text not in lists["pronoun"]:
        return None
    before = units[first - 1].text
    if before not in lists["kilometre"] and before not in lists["mile"] and before not in place_words().directions:
        return None
    span = (unit.span[0] + PREPOSITION, unit.span[1])
    return Draft(first, first + 1, span, PREPOSITION, kind="pronoun", nominal=True, evidence="pattern")


def _nominal(units: Sequence[Unit], first: int, *, noun: NounMatch | None) -> Draft | None:
    """«المدينة», «تلك المنطقة», «محطة ضخ نفطي», «البلدين»."""
    words = place_words()
    for stem in units[first].stems:
        fixed = words.nominals.get(stem.text)
        if fixed:
            span = (units[first].span[0] + stem.offset, units[first].span[1])
            return Draft(
                first,
                first + 1,
                span,
                stem.offset,
                kind=fixed.kind,
                nominal=True,
                number=fixed.number,
                evidence="pattern",
            )
    if noun is None:
        return None
    stop = noun.stop
    while stop < len(units) and (units[stop].text in words.tails or units[stop].text in words.ordinals):
        stop += 1
    if not noun.noun.bare and stop == noun.stop:
        return None
    begin, offset, start = noun.first, noun.offset, units[noun.first].span[0] + noun.offset
    if first > 0 and noun.offset == 0 and units[first - 1].text in words.demonstratives:
        begin, offset, start = first - 1, 0, units[first - 1].span[0]
    return Draft(
        begin,
        stop,
        (start, units[stop - 1].span[1]),
        offset,
        kind=noun.noun.kind,
        nominal=True,
        number=noun.noun.number,
        definite=noun.definite,
        evidence="pattern",
    )
