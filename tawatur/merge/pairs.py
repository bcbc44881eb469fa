"""Two claims weighed: of one happening, of two that belong together, or of two that do not, and why.

First what forbids: a swap of roles. Then the sum: each finding of `kinds`, `parties`, `spots`, `days` and of the words adds
its weight (data/merge.toml, fitted on the pairs that are for tuning), and the sum becomes a score from 0 to 1. `weigh` looks at nothing but the two claims.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.merge import days, parties, spots
from tawatur.merge.kinds import likeness
from tawatur.merge.records import Count, Finding, Label, Pair, Telling
from tawatur.merge.remembered import remembered
from tawatur.merge.words import rarity, stem

LEAST = 0.0001
"""Score of the least alike that nothing forbids; 0 says that something does."""
TIMES = 4.0
"""Tolls of one happening grow and are disputed; beyond this ratio they seldom count the same dead."""
LEAST_QUOTED = 4
"""Words of a quotation that two tellers do not choose alike by chance."""


class Weights(NamedTuple):
    """What each finding adds, and from which score on two claims are one happening or belong together."""

    of: dict[str, float]
    same: float
    related: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights, read once."""
    table = tomllib.loads((files("tawatur") / "data" / "merge_weights.toml").read_text(encoding="utf-8"))
    return Weights(of=table["weight"], same=table["same"], related=table["related"])


def weigh(a: Telling, b: Telling, *, copied: bool = False) -> Pair:
    """Whether two claims are of one happening; `copied` says that their sentences lie in copied passages."""
    return with_reasons(a, b, weight_of(a, b, copied=copied))


def with_reasons(a: Telling, b: Telling, weighed: Weighed) -> Pair:
    """Two claims that were weighed, with what decided in words, that first which weighs most."""
    found = weighed.found
    forbidden = [finding for finding in found if finding.code in FORBIDS]
    ranked = sorted(found, key=lambda finding: -abs(weights().of.get(finding.code, 0.0) * finding.amount))
    reasons = [finding.says() for finding in (*forbidden, *(f for f in ranked if f not in forbidden))]
    return Pair(
        a=min(a.claim, b.claim),
        b=max(a.claim, b.claim),
        label=weighed.label,
        score=weighed.score,
        reasons=tuple(reasons),
    )


class Weighed(NamedTuple):
    """Two claims weighed, before anybody asks for reasons."""

    label: Label
    score: float
    found: tuple[Finding, ...]


def weight_of(a: Telling, b: Telling, *, copied: bool = False) -> Weighed:
    """The like of `weigh` without reasons in words, which take longer than the weighing."""
    first, second = (a, b) if a.claim < b.claim else (b, a)
    found = findings(first, second, copied=copied)
    score = score_of(found)
    forbidden = not FORBIDS.isdisjoint(finding.code for finding in found)
    label = _label(first, second, found, score=score, forbidden=forbidden)
    return Weighed(label, 0.0 if forbidden else max(LEAST, round(score, 4)), found)


IDENTIFIES = frozenset(
    {
        *("place.same", "place.near", "place.words", "around.same", "around.near"),
        *("actor.same", "actor.side", "actor.words", "target.same", "target.side", "target.words"),
        *("numbers.shared", "count.equal", "quotation.same", "copied"),
    }
)
"""Findings of which one is needed, or words in common: two strikes of one day are not one for being strikes of one day."""
IN_COMMON = 0.2
"""How alike words must be to identify: chance has two sentences of one subject below it nine times of ten."""
FORBIDS = frozenset({"roles.swapped", "reality.announced-done"})
"""Findings that no others outweigh."""


def score_of(found: Iterable[Finding]) -> float:
    """How sure it is, from 0 to 1, that claims with these findings are of one happening."""
    known = weights().of
    total = known["base"] + sum(known.get(finding.code, 0.0) * finding.amount for finding in found)
    return 1.0 / (1.0 + math.exp(-total))


def findings(a: Telling, b: Telling, *, copied: bool = False) -> tuple[Finding, ...]:
    """All that the comparing of two claims finds."""
    found = [likeness(a.kind, b.kind), *parties.compared(a, b), *spots.compared(a, b), *days.compared(a, b)]
    found += [*_reality(a, b), *_counts(a, b)]
    if a.report != b.report and a.setting.at == b.setting.at == 0:
        found.append(Finding(code="lead.both", says=lambda: "report: both in the first sentence"))
    if a.report == b.report:
        found.append(Finding(code="report.one", says=lambda: "report: one and the same"))
    else:
        found += [*_words(a, b), *_quotation(a, b), *_teller(a, b)]
    if copied and a.kind == b.kind and a.setting.trigger == b.setting.trigger:
        found.append(Finding(code="copied", says=lambda: "words: the same trigger in a copied passage"))
    return tuple(found)


def _label(a: Telling, b: Telling, found: tuple[Finding, ...], *, score: float, forbidden: bool) -> Label:
    if not forbidden and score >= weights().same and any(_identifies(finding) for finding in found):
        return "same"
    return "related" if not forbidden and score >= weights().related else "different"


def _identifies(finding: Finding) -> bool:
    return finding.code in IDENTIFIES or (finding.code in ("words", "close") and finding.amount >= IN_COMMON)


def _reality(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """Whether both are done, both ahead, or the one is announced and the other done: what was announced is tied to what followed, never one with it."""
    first, second = manner(a), manner(b)
    announced = a.reality in days.ANNOUNCED or b.reality in days.ANNOUNCED
    if announced and "done" in (first, second):
        return (Finding(code="reality.announced-done", says=lambda: f"reality: {a.reality} ~ {b.reality}"),)
    code = "same" if first == second else "-".join(sorted((first, second)))
    return (Finding(code=f"reality.{code}", says=lambda: f"reality: {a.reality} ~ {b.reality}"),)


def manner(telling: Telling) -> str:
    """Whether a claim is of what is done, ahead or denied."""
    if telling.reality in days.AHEAD:
        return "ahead"
    return "done" if telling.reality in days.DONE else "denied"


def _counts(a: Telling, b: Telling) -> tuple[Finding, ...]:
    for one in a.counts:
        for other in b.counts:
            if one.of == other.of:
                return (_count(one, other),)
    first, second = set(a.setting.numbers), set(b.setting.numbers)
    if not first or not second:
        return ()
    shared = sorted(first & second)
    if shared:
        return (Finding(code="numbers.shared", says=lambda: f"figures: {shared[0]:g} in both"),)
    return (Finding(code="numbers.none", says=lambda: "figures: none in both"),)


def _count(one: Count, other: Count) -> Finding:
    def says() -> str:
        return f"{one.of}: {_range(one)} ~ {_range(other)}"

    if (one.low, one.high) == (other.low, other.high):
        return Finding(code="count.equal", says=says)
    known = [low for count in (one, other) if (low := count.low if count.low is not None else count.high)]
    apart = len(known) > 1 and max(known) > TIMES * min(known)
    return Finding(code="count.apart" if apart else "count.unlike", says=says)


def _range(count: Count) -> str:
    return " to ".join("?" if bound is None else f"{bound:g}" for bound in dict.fromkeys((count.low, count.high)))


def _words(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """How alike the words are of the sentences, and of what stands around; and whether the triggers are one word."""
    first, second = vectors(a), vectors(b)
    sentence, around, close = (alike(one, other) for one, other in zip(first, second, strict=True))
    found = [
        Finding(code="close", says=lambda: f"words beside the trigger: {close:.2f} alike", amount=close),
        Finding(code="words", says=lambda: f"words: {sentence:.2f} alike", amount=sentence),
        Finding(code="surroundings", says=lambda: f"surroundings: {around:.2f} alike", amount=around),
    ]
    if a.setting.trigger is not None and a.setting.trigger == b.setting.trigger:
        found.append(Finding(code="trigger.same", says=lambda: f"trigger: {a.setting.trigger}"))
    return tuple(found)


class Vector(NamedTuple):
    """A set of stems, rare ones weighing more, and its length."""

    words: frozenset[str]
    length: float


@remembered
def vectors(telling: Telling) -> tuple[Vector, Vector, Vector]:
    """The words of the sentence, of what stands around, and beside the trigger."""
    found = (frozenset(map(stem, telling.words)), frozenset(telling.setting.words), frozenset(telling.setting.close))
    sentence, around, close = (Vector(words, math.sqrt(_weight(words))) for words in found)
    return sentence, around, close


def cosine(some: Iterable[str], others: Iterable[str]) -> float:
    """How alike two sets of stems are, rare ones weighing more: 0 to 1."""
    first, second = frozenset(some), frozenset(others)
    return alike(Vector(first, math.sqrt(_weight(first))), Vector(second, math.sqrt(_weight(second))))


def alike(a: Vector, b: Vector) -> float:
    """The cosine of two vectors."""
    length = a.length * b.length
    return _weight(a.words & b.words) / length if length else 0.0


def _weight(words: frozenset[str]) -> float:
    return math.fsum(map(_square, words))


@lru_cache(maxsize=200_000)
def _square(word: str) -> float:
    return rarity(word) ** 2


def _quotation(a: Telling, b: Telling) -> tuple[Finding, ...]:
    if a.quotation is None or b.quotation is None:
        return ()
    short, long = sorted((a.quotation, b.quotation), key=len)
    if len(short.split()) >= LEAST_QUOTED and short in long:
        return (Finding(code="quotation.same", says=lambda: "quotation: the same words"),)
    return ()


def _teller(a: Telling, b: Telling) -> tuple[Finding, ...]:
    """Whether one speaker is behind both."""
    if not a.chain or not b.chain:
        return ()
    one, other = a.chain[-1], b.chain[-1]
    if (one.id and one.id == other.id) or one.words == other.words:
        return (Finding(code="teller.same", says=lambda: f"teller: {one.words}"),)
    return (Finding(code="teller.other", says=lambda: f"teller: {one.words} ~ {other.words}"),)
