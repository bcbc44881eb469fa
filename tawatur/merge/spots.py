"""Where two claims are: at one point, the one inside the other, beside one another, or apart.

Names of provinces and countries hold what lies in them; everything else is a circle of uncertainty. Where a claim has no place of its own,
the places that its sentence names, or else the sentences before, take its stead and weigh less.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from tawatur.merge.records import Finding, Spot, Telling
from tawatur.merge.remembered import remembered
from tawatur.merge.words import rarity, stem
from tawatur.places import load_gazetteer

EARTH_M = 6_371_000.0
INSIDE = 3.0
"""A circle this many times as wide as another is an area, and the other a point in it."""
FAR_M = 40_000.0
"""Beyond this, no slip of a gazetteer makes two places of one."""
_BASE = re.compile(r"^[a-z]+\((.+)\)$")


class Located(NamedTuple):
    """The places to compare by, and whether they are the claim's own."""

    spots: tuple[Spot, ...]
    own: bool


@remembered
def located(telling: Telling) -> Located:
    """Where a claim is: its own places, or those its sentence names, or those of the sentences before; the finest of them."""
    own = _known(telling.spots)
    if own:
        return Located(finest(own), own=True)
    return Located(finest(_known(telling.setting.spots)) or finest(_known(telling.setting.before))[:1], own=False)


def compared(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """What the places of two claims tell."""
    first, second = located(a), located(b)
    words = _words_shared(a, b)
    if not first.spots or not second.spots:
        return words or (Finding(code="place.open", says=lambda: "place: not known of both"),)
    near = min(((_nearness(s, t), s, t) for s in first.spots for t in second.spots), key=lambda found: found[0])
    how = _STEPS[near[0]]
    code = "place" if first.own and second.own else "around"

    def says() -> str:
        return f"{code}: {near[1].ar or near[1].words} ~ {near[2].ar or near[2].words} ({how})"

    return (Finding(code=f"{code}.{how}", says=says), *words)


_STEPS = ("same", "inside", "near", "beside", "apart")
_POINTS = frozenset({"settlement", "district"})
"""Two towns, villages or quarters are two places, however near they lie."""


def _nearness(s: Spot, t: Spot) -> int:
    """Index into _STEPS: how two places stand to one another."""
    if s.id == t.id:
        return 0
    if holds(s, t) or holds(t, s):
        return 1
    apart = metres(s, t)
    reach = (s.radius_m or 0.0) + (t.radius_m or 0.0)
    if s.kind in _POINTS and t.kind in _POINTS:
        return 3 if apart - reach <= FAR_M else 4
    if apart <= reach:
        wide, small = max(s.radius_m or 0.0, t.radius_m or 0.0), min(s.radius_m or 0.0, t.radius_m or 0.0)
        return 1 if wide >= INSIDE * small and not (_area(s) and _area(t)) else 2
    return 3 if apart - reach <= FAR_M and not (_area(s) and _area(t)) else 4


def close(s: Spot, t: Spot) -> bool:
    """Whether two places can be one: the same, one in the other, or circles that touch."""
    return _nearness(s, t) <= _STEPS.index("near")


def base_of(spot: Spot) -> str | None:
    """The place that a derived area is measured from, or the place itself: «أحياء غرب الموصل» and «الموصل» are of one base."""
    found = _BASE.match(spot.id or "")
    return found.group(1) if found else spot.id


def holds(outer: Spot, inner: Spot) -> bool:
    """A country, a province or a place with parts, and what lies in it."""
    if outer.kind == "country":
        return inner.country == outer.id
    if outer.id is None or inner.id is None:
        return False
    base = base_of(inner)
    if base == outer.id and base != inner.id:
        return True
    entry = load_gazetteer().entry(base or inner.id)
    return entry is not None and entry.adm1 == outer.id


def metres(s: Spot, t: Spot) -> float:
    """Metres between the middles of two places, on a sphere: a half per cent is nothing beside the radii."""
    if s.lat is None or s.lon is None or t.lat is None or t.lon is None:
        return math.inf
    first, second = math.radians(s.lat), math.radians(t.lat)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(math.radians(t.lon - s.lon) / 2) ** 2
    )
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(half)))


def finest(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Those that hold none of the others: the town of «بلدة في محافظة»."""
    return tuple(s for s in spots if not any(s is not t and s.id != t.id and holds(s, t) for t in spots))


def _known(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    return tuple(spot for spot in spots if spot.id is not None and spot.lat is not None)


def _area(spot: Spot) -> bool:
    return spot.kind in ("adm1", "country")


def _words_shared(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """Names of places that no gazetteer knows, in common."""
    first, second = (
        {stem(word) for spot in telling.spots if spot.id is None for word in spot.words.split()} for telling in (a, b)
    )
    shared = sorted(word for word in first & second if rarity(word) >= 3.0 and len(word) > 2)
    return (Finding(code="place.words", says=lambda: f"place: {' '.join(shared)} in both"),) if shared else ()
