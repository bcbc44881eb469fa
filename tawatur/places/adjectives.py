"""Adjectives that stand by places: a state's («القائم العراقية»), a direction («ريف دير الزور الجنوبي»), and areas made of
them alone («الشمال السوري», «الحدود السورية العراقية»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.places.draft import Draft, widened
from tawatur.places.gazetteer import Gazetteer
from tawatur.places.records import Candidate, RelationType
from tawatur.places.units import Unit
from tawatur.places.words import ARTICLE, place_words

_JOINS = frozenset({"\u0645\u0639", "\u0628\u064a\u0646"})
_DASHES = frozenset({"-", "\u2013", "/"})


def with_adjectives(drafts: list[Draft], *, units: Sequence[Unit], gazetteer: Gazetteer) -> list[Draft]:
    """Adjectives after a place: a state's («القائم العراقية»), or a direction («ريف دير الزور الجنوبي», «حلب الشرقية»)."""
    words = place_words()
    found: list[Draft] = []
    for draft in _with_demonyms(drafts, units=units, gazetteer=gazetteer):
        pair = " ".join(unit.text for unit in units[draft.stop : draft.stop + 2])
        width = 2 if " " in pair and pair in words.directions else 1
        text = pair if width == 2 else pair.split(" ")[0]
        if text.startswith(ARTICLE) and text in words.directions and not draft.nominal and draft.relation is None:
            before = {stem.text for stem in units[draft.first - 1].stems} if draft.first else set()
            country = bool(before & words.lists["countryside"])
            stop = draft.stop + width
            found.append(
                replace(
                    draft,
                    stop=stop,
                    span=(draft.span[0], units[stop - 1].span[1]),
                    relation="countryside" if country else "part",
                    bases=(draft,),
                    azimuth=words.directions[text],
                    candidates=(),
                    kind=None,
                )
            )
            if country:
                last = found[-1]
                offset = next(s.offset for s in units[draft.first - 1].stems if s.text in words.lists["countryside"])
                start = units[draft.first - 1].span[0] + offset
                found[-1] = widened(last, first=draft.first - 1, start=start, offset=offset)
        else:
            found.append(draft)
    return found


def _with_demonyms(drafts: list[Draft], *, units: Sequence[Unit], gazetteer: Gazetteer) -> list[Draft]:
    """Places that an adjective of origin stands beside, and the areas that such adjectives make: «الشمال السوري»."""
    words = place_words()
    by_first = {draft.first: draft for draft in drafts}
    found: list[Draft] = []
    for draft in drafts:
        following = units[draft.stop].text if draft.stop < len(units) else ""
        country = words.demonyms.get(following) if following.startswith(ARTICLE) else None
        if country and draft.definite:
            stop = draft.stop + 1 if draft.nominal else draft.stop
            draft = replace(draft, within=(country,), stop=stop, span=(draft.span[0], units[stop - 1].span[1]))
        found.append(draft)
    for first in range(len(units) - 1):
        if first not in by_first and units[first + 1].text in words.demonyms:
            area = _of_state(units, first, gazetteer=gazetteer)
            if area:
                found.append(area)
    return _apposed(sorted(found, key=lambda draft: draft.first), units=units)


def _of_state(units: Sequence[Unit], first: int, *, gazetteer: Gazetteer) -> Draft | None:
    """«الأراضي السورية», «الشمال السوري», «الحدود السورية العراقية», «السواحل الليبية»."""
    words = place_words()
    if not units[first + 1].text.startswith(ARTICLE):
        return None
    for stem in units[first].stems:
        stop = first + 2
        states = [words.demonyms[units[first + 1].text]]
        relation = _state_relation(stem.text)
        if relation is None:
            continue
        if relation == "border":
            while stop < len(units) and units[stop].text in _DASHES:
                stop += 1
            text = units[stop].stems[-1].text if stop < len(units) and units[stop].stems else ""
            whole = units[stop].text if stop < len(units) else ""
            other = words.demonyms.get(whole) or words.demonyms.get(text)
            if other and (whole.startswith(ARTICLE) or text.startswith(ARTICLE)):
                states.append(other)
                stop += 1
            else:
                stop = first + 2
            if stop < len(units) and units[stop].text in _JOINS:
                return None
        entries = [gazetteer.entry(state) for state in states]
        adjectives = units[first + 1 : stop : 1]
        spans = [unit.span for unit in adjectives if unit.stems]
        bases = tuple(
            Draft(first, first, span, candidates=(Candidate(entry=entry, grade="name"),), evidence="demonym")
            for entry, span in zip(entries, spans, strict=False)
            if entry
        )
        start = units[first].span[0] + stem.offset
        return Draft(
            first,
            stop,
            (start, units[stop - 1].span[1]),
            stem.offset,
            evidence="pattern",
            relation=relation,
            bases=bases,
            azimuth=words.directions.get(stem.text),
        )
    return None


def _state_relation(word: str) -> RelationType | None:
    words = place_words()
    if word in words.lists["whole"]:
        return "same"
    if word in words.lists["border"]:
        return "border"
    if word in words.directions and word.startswith(ARTICLE):
        return "direction"
    if word in words.lists["coast"] and word.startswith(ARTICLE):
        return "offshore"
    return None


def _apposed(drafts: list[Draft], *, units: Sequence[Unit]) -> list[Draft]:
    """«العاصمة صنعاء» as one: a definite noun and the name that follows it at once."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if (
            last
            and last.nominal
            and last.definite
            and last.number == "s"
            and last.stop == draft.first
            and draft.offset == 0
            and draft.name_span
            and not draft.kind
        ):
            found[-1] = replace(
                draft,
                first=last.first,
                span=(last.span[0], draft.span[1]),
                offset=last.offset,
                kind=last.kind,
                within=draft.within or last.within,
                evidence="type word",
            )
        else:
            found.append(draft)
    return found
