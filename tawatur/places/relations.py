"""Areas made out of places: «على بعد 70 كيلومترا من البوكمال», «ريف دير الزور الجنوبي», «الحدود السورية العراقية».

From a place outwards: while the words before it make an area of it, the area becomes the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.places.adjectives import with_adjectives
from tawatur.places.draft import Draft, widened
from tawatur.places.expressions import PREPOSITION
from tawatur.places.gazetteer import Gazetteer
from tawatur.places.kinds import noun_at
from tawatur.places.patterns import Pattern, patterns
from tawatur.places.records import Candidate
from tawatur.places.units import Unit
from tawatur.places.words import place_words

_REACH = 10
"""Words before a place that a pattern may span."""
_DEEPEST = 4
_KM_OF_MILE = 1.609
_FULL_STOPS = frozenset(".!\u061f?\u2026")
_ON = "\u0639\u0644\u064a"


def related(drafts: list[Draft], *, units: Sequence[Unit], gazetteer: Gazetteer) -> list[Draft]:
    """The outermost expressions: each place widened by the words that make an area of it."""
    found: list[Draft] = []
    taken = 0
    pending = with_adjectives(drafts, units=units, gazetteer=gazetteer)
    while taken < len(pending):
        draft = pending[taken]
        following = pending[taken + 1] if taken + 1 < len(pending) else None
        area = _also_countryside(draft, after=found[-1]) if found else draft
        floor = max((earlier.stop for earlier in found[-2:] if not earlier.nominal), default=0)
        for _ in range(_DEEPEST):
            larger = _larger(area, units=units, gazetteer=gazetteer, floor=floor, second=following)
            if larger is None:
                break
            area = larger
        if following and following in area.bases:
            taken += 1
        while found and found[-1].stop > area.first:
            found.pop()
        found.append(area)
        taken += 1
    return found


def _also_countryside(draft: Draft, *, after: Draft) -> Draft:
    """The second of «ريفي إدلب وحماة»: the countryside of the town that is joined on."""
    plural = after.relation == "countryside" and after.many
    if not plural or draft.first != after.stop or draft.offset == 0 or draft.relation or draft.nominal:
        return draft
    return replace(draft, relation="countryside", bases=(draft,), candidates=(), kind=None, many=True)


def _window(units: Sequence[Unit], stop: int, *, floor: int) -> tuple[int, list[str]]:
    first = stop
    while first > max(0, stop - _REACH, floor) and units[first - 1].text not in _FULL_STOPS:
        first -= 1
    return first, [unit.text for unit in units[first:stop]]


def _larger(
    base: Draft, *, units: Sequence[Unit], gazetteer: Gazetteer, floor: int, second: Draft | None
) -> Draft | None:
    if base.first == 0:
        return None
    previous = units[base.first - 1]
    last = (stem.text for stem in previous.stems)
    if not any(word in patterns().closing for word in last):
        return None
    first, words = _window(units, base.first, floor=max(0, base.first - _REACH))
    if base.kind == "pronoun":
        words.append(units[base.first].text[:PREPOSITION])
    window = " ".join(words)
    for pattern in patterns().listed:
        match = pattern.words.search(window)
        if not match:
            continue
        groups = match.groupdict()
        start = first + window.count(" ", 0, match.start("all"))
        letters = match.start("all") - (window.rfind(" ", 0, match.start("all")) + 1)
        if start < floor:
            continue
        area = _area(base, pattern, groups, units=units, gazetteer=gazetteer, second=second)
        if area is None:
            continue
        begun = widened(area, first=start, start=units[start].span[0] + letters, offset=letters)
        return _with_noun(begun, units=units)
    return None


def _area(
    base: Draft,
    pattern: Pattern,
    groups: dict[str, str | None],
    *,
    units: Sequence[Unit],
    gazetteer: Gazetteer,
    second: Draft | None,
) -> Draft | None:
    """The area that a matched pattern makes of a base, still beginning where the base does."""
    words = place_words()
    separate = base.offset != 0 and base.kind != "pronoun"
    azimuth = _azimuth(groups)
    area = replace(base, relation=pattern.type, bases=(base,), azimuth=azimuth, candidates=(), within=())
    area = replace(area, kind=None, nominal=False, name_span=base.name_span)
    if separate and not (pattern.type in ("countryside", "part") and groups.get("onward")):
        return None
    if pattern.type == "distance":
        km = _kilometres(groups, units=units, base=base)
        if km is None or not (groups["lead"] or groups["away"] or groups["either"]):
            return None
        return replace(area, km=km)
    if pattern.type in ("between", "border") and (pattern.type == "between" or groups.get("between")):
        if second is None or second.first != base.stop or second.offset == 0:
            return None
        return replace(area, bases=(base, second), stop=second.stop, span=(area.span[0], second.span[1]))
    if pattern.type == "border" and groups.get("demonym"):
        state = _state(str(groups["demonym"]), base, units=units, gazetteer=gazetteer)
        return replace(area, bases=(state, base)) if state else None
    if pattern.type == "inside" and base.relation:
        return None
    return replace(area, many=str(groups["all"]).split()[0] in words.lists["countrysides"])


def _azimuth(groups: dict[str, str | None]) -> float | None:
    directions = place_words().directions
    word = groups.get("toward") or groups.get("onward") or groups.get("either")
    if not word:
        return None
    azimuth = directions[word]
    also = groups.get("also")
    if also:
        other = directions[also]
        turn = (other - azimuth + 180.0) % 360.0 - 180.0
        if abs(turn) <= 90.0:
            return (azimuth + turn / 2.0) % 360.0
    return azimuth


def _kilometres(groups: dict[str, str | None], *, units: Sequence[Unit], base: Draft) -> float | None:
    raw = str(groups["number"])
    known = place_words().numbers.get(raw)
    number = float(known) if known is not None else float(raw.replace(",", "."))
    if groups.get("metre"):
        return number / 1_000.0
    return number * _KM_OF_MILE if groups.get("mile") else number


def _state(adjective: str, base: Draft, *, units: Sequence[Unit], gazetteer: Gazetteer) -> Draft | None:
    """The country of the adjective in «الحدود السورية مع تركيا», as a base."""
    entry = gazetteer.entry(place_words().demonyms[adjective])
    position = next((i for i in range(base.first - 1, -1, -1) if units[i].text == adjective), None)
    if entry is None or position is None:
        return None
    candidate = Candidate(entry=entry, grade="name")
    return Draft(position, position + 1, units[position].span, candidates=(candidate,), evidence="demonym")


def _with_noun(area: Draft, *, units: Sequence[Unit]) -> Draft:
    """The area with the noun it describes: «قاعدة على بعد …», «منطقة على الحدود …»."""
    if area.relation not in ("distance", "border", "near", "between", "direction"):
        return area
    words = place_words()
    position = area.first
    if position > 0 and units[position - 1].text == _ON:
        position -= 1
    skipped = position
    while skipped > 0 and patterns().lying.search(units[skipped - 1].text):
        skipped -= 1
    tails = skipped
    while tails > 0 and units[tails - 1].text in words.tails:
        tails -= 1
    for width in (2, 1):
        first = tails - width
        noun = noun_at(units, first) if first >= 0 else None
        if noun and noun.stop == tails and noun.noun.number != "d":
            start = units[first].span[0] + noun.offset
            return replace(widened(area, first=first, start=start, offset=noun.offset), kind=noun.noun.kind)
    return area
