"""Of two claims of one happening: told again from one origin, incompatible, or told independently.

`repeats` comes first (one act of saying cannot contradict itself across outlets), then what contradicts: a denial, another doer, another holder, a way of
leaving that excludes the other, a toll that cannot stand beside the other.
"""

from __future__ import annotations

from tawatur.merge import days
from tawatur.merge.kinds import kinds
from tawatur.merge.parties import alike, doers_of
from tawatur.merge.records import Count, Party, Stance, Telling

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
    if (a.reality in _DENIED) != (b.reality in _DENIED):
        found.append("reality")
    if alike(doers_of(a), doers_of(b)) == "other" and _own(a) and _own(b):
        found.append("holder" if a.kind in _HOLDS and b.kind in _HOLDS else "actor")
    if {a.kind, b.kind} & _DRIVEN and {a.kind, b.kind} & _LEFT:
        found.append("manner")
    found += [one.of for one in a.counts for other in b.counts if one.of == other.of and _excluded(one, other, a, b)]
    return tuple(dict.fromkeys(found))


_DENIED = frozenset({"denied", "negated"})
_HOLDS = frozenset({"seize", "retake", "hold", "enter"})
_DRIVEN = frozenset({"expel"})
_LEFT = frozenset({"withdraw", "handover", "relocate"})


def _own(telling: Telling) -> tuple[Party, ...]:
    return doers_of(telling) if telling.kind not in kinds().mutual else ()


def _excluded(one: Count, other: Count, a: Telling, b: Telling) -> bool:
    """Whether two tolls of one group cannot both be right: apart by more than rounding, and not the later the higher."""
    if one.whose and other.whose and one.whose != other.whose:
        return False
    low, high = sorted((one, other), key=lambda count: count.high if count.high is not None else count.low or 0.0)
    if low.high is None or high.low is None or high.low <= low.high * (1 + ROUNDED):
        return False
    earlier, later = (a, b) if low is one else (b, a)
    first, second = days.ordinal(earlier.published), days.ordinal(later.published)
    return not (first is not None and second is not None and 0 < second - first <= GROWS_DAYS)
