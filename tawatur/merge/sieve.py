"""Which of many pairs of claims may be of one happening, so that only these are weighed.

A pair is let go only where `weigh` cannot call it the same: findings that are quick to make out for many pairs at once count as they are, and
all others as much as they could count at best. So the sieve changes nothing but the time that merging takes.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawatur.merge import days
from tawatur.merge.kinds import kinds, likeness
from tawatur.merge.pairs import manner, vectors, weights
from tawatur.merge.parties import doers_of, sufferers_of
from tawatur.merge.records import Telling
from tawatur.merge.spots import located
from tawatur.merge.words import rarity

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Sums = NDArray[np.float64]

AT_ONCE = 50_000
"""Pairs looked at together: some ten megabytes."""
_BINS = 256
"""Numbers that the words of a claim are drawn together into: two claims seem as alike as they are, or a little more."""
_UNITS = 64.0
"""Units of a word's weight in a whole number; sums of a hundred rare words still fit."""
_MANNERS = ("done", "ahead", "denied")
_TIMES = ("same", "overlap", "next", "apart", "far")
_SLACK = 1e-3
"""Scores are rounded to four digits before they are compared."""
_KNOWN = frozenset(
    {"base", "close", "words", "surroundings", "published", "copied", "report", "lead", "trigger"}
) | frozenset(
    {"quotation", "teller", "kind", "reality", "day", "about", "told", "actor", "target", "roles", "named", "place"}
    | {"around", "count", "numbers"}
)
"""Families of findings that the sieve counts; any other counts as much as it could at best."""


def worth_weighing(
    tellings: Mapping[int, Telling], meetings: Iterable[tuple[Sequence[int], Sequence[int]]]
) -> list[tuple[int, int]]:
    """The pairs, by numbers, of those who meet that may be of one happening; the new of each meeting meet one another and those there."""
    numbers = np.array(sorted(tellings), dtype=np.int64)
    couples = _couples(numbers, meetings)
    if not couples.size:
        return []
    known = [tellings[int(number)] for number in numbers]
    faces, drawn = _Faces(known), _Drawn(known)
    found: list[tuple[int, int]] = []
    for start in range(0, len(couples), AT_ONCE):
        a, b = np.divmod(couples[start : start + AT_ONCE], len(numbers))
        spare = faces.ceilings(a, b) - _needed()
        kept = spare >= 0
        a, b, spare = a[kept], b[kept], spare[kept]
        kept = faces.together(a, b) | (drawn.unlike(a, b) <= spare)
        found.extend(zip(numbers[a[kept]].tolist(), numbers[b[kept]].tolist(), strict=True))
    return found


def _couples(numbers: Numbers, meetings: Iterable[tuple[Sequence[int], Sequence[int]]]) -> Numbers:
    """Every couple once, as one number made of two places in `numbers`."""
    found: list[Numbers] = []
    for new, there in meetings:
        if len(new) + len(there) < 2:
            continue
        fresh = np.searchsorted(numbers, np.array(new, dtype=np.int64))
        rows, columns = np.triu_indices(len(fresh), 1)
        firsts, seconds = [fresh[rows]], [fresh[columns]]
        if there:
            old = np.searchsorted(numbers, np.array(there, dtype=np.int64))
            firsts.append(np.repeat(fresh, len(old)))
            seconds.append(np.tile(old, len(fresh)))
        a, b = np.concatenate(firsts), np.concatenate(seconds)
        found.append(np.minimum(a, b) * len(numbers) + np.maximum(a, b))
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


@lru_cache(maxsize=1)
def _needed() -> float:
    """The sum of weights from which on two claims are of one happening."""
    same = weights().same - _SLACK
    return math.log(same / (1.0 - same))


def _best(*codes: str) -> float:
    """The most that one of several findings, or none, can add."""
    return max([0.0, *(weights().of.get(code, 0.0) for code in codes)])


def _best_of(*families: str) -> float:
    return _best(*(code for code in weights().of if code.partition(".")[0] in families))


_WORDS = ("words", "surroundings", "close")
"""The findings that go by words alone, in the order of `vectors`."""


class _Drawn:
    """The words of claims drawn together into a few numbers each, so that many can be held against many."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._by: list[tuple[float, NDArray[np.uint16], Sums]] = []
        for at, code in enumerate(_WORDS):
            weight = weights().of.get(code, 0.0)
            if weight > 0.0:
                some = [vectors(telling)[at] for telling in tellings]
                bins = np.zeros((len(some), _BINS), dtype=np.uint16)
                for row, vector in zip(bins, some, strict=True):
                    for word in vector.words:
                        row[_bin(word)] += _units(word)
                self._by.append((weight, bins, np.array([vector.length for vector in some])))

    def unlike(self, a: Numbers, b: Numbers) -> Sums:
        """By how much the claims of each pair miss at least what equal words would have added."""
        missed: Sums = np.zeros(len(a))
        for weight, bins, lengths in self._by:
            shared = np.minimum(bins[a], bins[b]).sum(axis=1, dtype=np.int64) / _UNITS
            length = lengths[a] * lengths[b]
            close = np.divide(shared, length, out=np.zeros(len(a)), where=length > 0)
            missed += weight * (1.0 - np.minimum(close, 1.0))
        return missed


@lru_cache(maxsize=200_000)
def _bin(word: str) -> int:
    return zlib.crc32(word.encode()) % _BINS


@lru_cache(maxsize=200_000)
def _units(word: str) -> int:
    return math.ceil(rarity(word) ** 2 * _UNITS)


class _Faces:
    """Claims as columns of numbers."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        names = sorted(kinds().families)
        at = {name: index for index, name in enumerate(names)}
        reports: dict[str, int] = {}
        triggers: dict[str, int] = {}
        times = [days.days_of(telling) for telling in tellings]
        published = [days.ordinal(telling.published) for telling in tellings]
        places = [located(telling) for telling in tellings]

        def column(values: Iterable[int]) -> Numbers:
            return np.array(list(values), dtype=np.int64)

        def flags(values: Iterable[Any]) -> Flags:
            return np.array([bool(value) for value in values], dtype=np.bool_)

        self._kind = column(at[telling.kind] for telling in tellings)
        self._lasts = flags(telling.kind in kinds().lasts for telling in tellings)
        self._manner = column(_MANNERS.index(manner(telling)) for telling in tellings)
        self._dated = flags(time is not None for time in times)
        self._first = column(time.first if time else 0 for time in times)
        self._last = column(time.last if time else 0 for time in times)
        self._rest = column(days.RANKS.index(time.rest) if time else 0 for time in times)
        self._is_published = flags(day is not None for day in published)
        self._published = column(day or 0 for day in published)
        self._report = column(reports.setdefault(telling.report, len(reports)) for telling in tellings)
        self._leads = flags(telling.setting.at == 0 for telling in tellings)
        self._trigger = column(
            triggers.setdefault(telling.setting.trigger, len(triggers)) if telling.setting.trigger is not None else -1
            for telling in tellings
        )
        self._placed = flags(place.spots for place in places)
        self._own = flags(place.own for place in places)
        self._unlisted = flags(any(spot.id is None for spot in telling.spots) for telling in tellings)
        self._acts = flags(doers_of(telling) or telling.kind in kinds().mutual for telling in tellings)
        self._suffers = flags(sufferers_of(telling) for telling in tellings)
        self._counts = flags(telling.counts for telling in tellings)
        self._numbers = flags(telling.setting.numbers for telling in tellings)
        self._quotes = flags(telling.quotation for telling in tellings)
        self._told = flags(telling.chain for telling in tellings)

    def ceilings(self, a: Numbers, b: Numbers) -> Sums:
        """What all findings of each pair can add up to at best; minus infinity where something forbids it."""
        both = {
            name: getattr(self, name)[a] & getattr(self, name)[b]
            for name in (
                "_placed",
                "_own",
                "_unlisted",
                "_acts",
                "_suffers",
                "_counts",
                "_numbers",
                "_quotes",
                "_told",
                "_leads",
            )
        }
        one = self.together(a, b)
        known = weights().of
        total: Sums = np.full(len(a), known["base"] + _best_of("named", "roles") + _others())
        kind, trigger = self._kind[a] == self._kind[b], self._trigger[a] == self._trigger[b]
        total += (kind & trigger) * _best("copied")
        total += _kind_table()[self._kind[a], self._kind[b]] + _manner_table()[self._manner[a], self._manner[b]]
        total += self._times(a, b)
        total += np.where(self._is_published[a] & self._is_published[b] & ~one, self._apart(a, b), 0.0)
        total += both["_acts"] * _best_of("actor") + both["_suffers"] * _best_of("target")
        total += both["_placed"] * np.where(both["_own"], _most("place", but="place.words"), _most("around"))
        total += both["_unlisted"] * _best("place.words")
        total += np.where(both["_counts"], _best_of("count", "numbers"), both["_numbers"] * _best_of("numbers"))
        differing = _best("words") + _best("surroundings") + _best("close") + both["_quotes"] * _best_of("quotation")
        differing = differing + both["_told"] * _best_of("teller")
        differing = differing + (trigger & (self._trigger[a] >= 0)) * known.get("trigger.same", 0.0)
        differing = differing + both["_leads"] * known.get("lead.both", 0.0)
        total += np.where(one, known.get("report.one", 0.0), differing)
        return total

    def together(self, a: Numbers, b: Numbers) -> Flags:
        """Whether the claims of each pair are of one report."""
        found: Flags = self._report[a] == self._report[b]
        return found

    def _apart(self, a: Numbers, b: Numbers) -> Sums:
        gap = np.minimum(np.abs(self._published[a] - self._published[b]), days.WEEK)
        found: Sums = gap / days.WEEK * weights().of.get("published", 0.0)
        return found

    def _times(self, a: Numbers, b: Numbers) -> Sums:
        gap = np.maximum(self._first[a], self._first[b]) - np.minimum(self._last[a], self._last[b])
        long = np.maximum(self._last[a] - self._first[a], self._last[b] - self._first[b]) > 1
        overlap = (gap <= 0) & long | (gap > 0) & (gap <= days.WEEK) & self._lasts[a] & self._lasts[b]
        how = np.select([overlap, gap <= 0, gap == 1, gap <= days.WEEK], [1, 0, 2, 3], default=4)
        rest = np.maximum(self._rest[a], self._rest[b])
        open_ = ~(self._dated[a] & self._dated[b])
        found: Sums = np.where(open_, weights().of.get("day.open", 0.0), _time_table()[rest, how])
        return found


def _most(family: str, *, but: str | None = None) -> float:
    """The most that a finding of a family adds, where there is one: those without a weight add nothing."""
    return _best(*(code for code in weights().of if code.startswith(f"{family}.") and code != but))


@lru_cache(maxsize=1)
def _others() -> float:
    """What findings add at best that the sieve does not know."""
    return sum(max(0.0, weight) for code, weight in weights().of.items() if code.partition(".")[0] not in _KNOWN)


@lru_cache(maxsize=1)
def _kind_table() -> Sums:
    names = sorted(kinds().families)
    return np.array([[weights().of.get(likeness(a, b).code, 0.0) for b in names] for a in names])


@lru_cache(maxsize=1)
def _manner_table() -> Sums:
    def weight(a: str, b: str) -> float:
        return weights().of.get(f"reality.{'same' if a == b else '-'.join(sorted((a, b)))}", 0.0)

    return np.array([[weight(a, b) for b in _MANNERS] for a in _MANNERS])


@lru_cache(maxsize=1)
def _time_table() -> Sums:
    return np.array([[weights().of.get(f"{rest}.{how}", 0.0) for how in _TIMES] for rest in days.RESTS])
