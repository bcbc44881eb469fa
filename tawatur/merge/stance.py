"""Of two claims of one happening: told again from one origin, incompatible, or told independently.

`repeats` comes first (one act of saying cannot contradict itself across outlets), then what contradicts: a denial, another doer, another holder, a way of
leaving that excludes the other, a toll that cannot stand beside the other.
"""

from __future__ import annotations

from tawatur.merge import days
from tawatur.merge.kinds import kinds
from tawatur.merge.parties import alike, doers_of
from tawatur.merge.records import Count, Party, Stance, Telling
from tawatur.merge.words import stem

ROUNDED = 0.2
"""Two figures a fifth apart are one counted twice, or rounded."""
GROWS_DAYS = 7
"""Days in which the dead of one happening are still being found: a later and higher toll replaces an earlier one."""


def stance(a: Telling, b: Telling, *, same_origin: bool) -> Stance:
    """How two claims of one happening stand to one another; `same_origin` says that one act of saying is behind both."""
    if same_origin:
        return "repeats"
    return "contradicts" if contradictions(a, b) else "supports"


def contradictions(a: Telling, b: Telling) -> tuple[str, ...]:
    """What of two claims of one happening cannot both be: "reality", "actor", "holder", "manner" or the name of a toll."""
    found = []
    if _denies(a) != _denies(b):
        found.append("reality")
    if alike(_one_way(a), _one_way(b)) == "other":
        found.append("holder" if a.kind in _HOLDS and b.kind in _HOLDS else "actor")
    kinds_ = {a.kind, b.kind}
    if any(kinds_ & one and kinds_ & other for one, other in _EXCLUDE):
        found.append("manner")
    found += [of for of in sorted({count.of for count in a.counts}) if _tolls_excluded(of, a, b)]
    return tuple(found)


_DENIED = frozenset({"denied", "negated"})
_HOLDS = frozenset({"seize", "retake", "hold", "enter"})
_EXCLUDE = (
    (frozenset({"expel"}), frozenset({"withdraw", "handover", "relocate"})),
    (frozenset({"repel"}), frozenset({"seize", "retake", "enter"})),
)
"""Kinds of which one tells of the same thing what the other cannot allow: driven out or left, beaten off or taken."""


def _denies(telling: Telling) -> bool:
    return telling.reality in _DENIED or telling.kind == "deny"


def _one_way(telling: Telling) -> tuple[Party, ...]:
    """Who did it; nobody where two do it to one another."""
    return doers_of(telling) if telling.kind not in kinds().mutual else ()


def _tolls_excluded(of: str, a: Telling, b: Telling) -> bool:
    """Whether no toll of the one can stand beside a toll of the other."""
    pairs = [(one, other) for one in a.counts for other in b.counts if one.of == other.of == of]
    return bool(pairs) and all(_excluded(one, other, a, b) for one, other in pairs)


def _excluded(one: Count, other: Count, a: Telling, b: Telling) -> bool:
    """Whether two tolls of one group cannot both be right: apart by more than rounding, and not the later the higher.

    Of tellers of two sides each counts for itself: their tolls are not one that grows.
    """
    if not _one_group(one, other):
        return False
    low, high = sorted((one, other), key=lambda count: count.high if count.high is not None else count.low or 0.0)
    if low.high is None or high.low is None or high.low <= low.high * (1 + ROUNDED):
        return False
    earlier, later = (a, b) if low is one else (b, a)
    first, second = days.ordinal(earlier.published), days.ordinal(later.published)
    grows = first is None or second is None or 0 <= second - first <= GROWS_DAYS
    return not grows or _opposed(a, b)


def _one_group(one: Count, other: Count) -> bool:
    """Whether both may count the same people: one of them does not say whom, or they share a word that is no number."""
    if one.whose is None or other.whose is None or one.whose == other.whose:
        return True
    return bool({stem(word) for word in one.whose.split()} & {stem(word) for word in other.whose.split()})


def _opposed(a: Telling, b: Telling) -> bool:
    sides = [{teller.side for teller in telling.chain if teller.side} for telling in (a, b)]
    return bool(sides[0] and sides[1] and not sides[0] & sides[1])
