"""Areas made out of places: «على بعد 70 كيلومترا من البوكمال», «ريف دير الزور الجنوبي», «الحدود السورية العراقية».

From a place outwards: while the words before it make an area of it, the area becomes the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.places.draft import Draft, widened
from tawatur.places.expressions import PREPOSITION, noun_at
from tawatur.places.gazetteer import Gazetteer
from tawatur.places.patterns import Pattern, patterns
from tawatur.places.records import Candidate, RelationType
from tawatur.places.units import Unit
from tawatur.places.words import ARTICLE, place_words

_REACH = 10
"""Words before a place that a pattern may span."""
_DEEPEST = 4
_KM_OF_MILE = 1.609
_FULL_STOPS = frozenset(".!\u061f?\u2026")
_ON = "\u0639\u0644\u064a"
_JOINS = frozenset({"\u0645\u0639", "\u0628\u064a\u0646"})
_DASHES = frozenset({"-", "\u2013", "/"})


def related(drafts: list[Draft], *, units: Sequence[Unit], gazetteer: Gazetteer) -> list[Draft]:
    """The outermost expressions: each place widened by the words that make an area of it."""
    found: list[Draft] = []
    taken = 0
    pending = _with_adjectives(drafts, units=units, gazetteer=gazetteer)
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
    if position < area.first:
        return widened(area, first=position, start=units[position].span[0])
    return area


def _with_adjectives(drafts: list[Draft], *, units: Sequence[Unit], gazetteer: Gazetteer) -> list[Draft]:
    """Adjectives after a place: a state's («القائم العراقية»), or a direction («ريف دير الزور الجنوبي», «حلب الشرقية»)."""
    words = place_words()
    found: list[Draft] = []
    for draft in _with_demonyms(drafts, units=units, gazetteer=gazetteer):
        pair = " ".join(unit.text for unit in units[draft.stop : draft.stop + 2])
        width = 2 if pair in words.directions else 1
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
