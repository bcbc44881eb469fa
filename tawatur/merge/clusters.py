"""Claims gathered into happenings: from the surest pair down, never across what is forbidden or judged different.

The result follows from the set of claims, pairs and judgements alone; their order is of no account. Parts that nothing ties cannot influence one
another, so that gathering anew only those that something new touches gives what a rebuild gives.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import product

from tawatur.merge.pairs import weight_of
from tawatur.merge.records import Judged, Pair, Telling

JOINS = 0.55
"""Mean score between two groups from which on they become one; below the score of a single pair, for far ends of a happening are less alike."""
SLACK = 1e-9
"""Sums of scores of four digits are equal up to this."""
LOOKED_AT = 6
"""Claims of each group, the first by key, that are weighed against those of the other: a group of copies needs no more."""
MOST = 400
"""Claims gathered together at most. Few happenings are told by more; chains of battles reported day after day would go on for ever."""


def clusters(
    tellings: Iterable[Telling],
    *,
    pairs: Iterable[Pair],
    judgements: Iterable[Judged] = (),
    copied: Callable[[Telling, Telling], bool] = lambda a, b: False,
) -> tuple[tuple[str, ...], ...]:
    """The keys of the claims of each happening, sorted; a claim that nothing is like is alone.

    `copied` says of two claims whether their sentences lie in copied passages, where they are weighed here.
    """
    known = {telling.claim: telling for telling in tellings}
    among = [pair for pair in pairs if pair.a in known and pair.b in known]
    groups = _Groups(known, {(pair.a, pair.b): pair.score for pair in among}, copied)
    for judged in sorted(judgements, key=lambda one: (one.made, one.id), reverse=True):
        if judged.a in known and judged.b in known:
            groups.judge(judged)
    alike = {(pair.a, pair.b): pair for pair in among if pair.label == "same"}.values()
    for pair in sorted(alike, key=lambda pair: (-pair.score, pair.a, pair.b)):
        groups.join(pair)
    return groups.found()


def components(
    claims: Iterable[str], *, pairs: Iterable[Pair], judgements: Iterable[Judged] = ()
) -> tuple[tuple[str, ...], ...]:
    """Claims that positive pairs and judgements tie together, directly or through others; each part is gathered by itself.

    Where more than `MOST` hang together, by chains from day to day, the weakest ties are cut: from the surest down, a pair ties two parts
    only if both together are not too many. Claims that a judgement names are in one part, however many there are.
    """
    known = set(claims)
    of = {claim: claim for claim in known}
    members = {claim: [claim] for claim in known}

    def tie(a: str, b: str, *, most: float) -> None:
        small, large = sorted((of[a], of[b]), key=lambda root: len(members[root]))
        if small != large and len(members[small]) + len(members[large]) <= most:
            for claim in members[small]:
                of[claim] = large
            members[large] += members.pop(small)

    for one in sorted(judgements, key=lambda one: (one.made, one.id)):
        if one.a in known and one.b in known:
            tie(one.a, one.b, most=math.inf)
    alike = (pair for pair in pairs if pair.label == "same" and pair.a in known and pair.b in known)
    for pair in sorted(alike, key=lambda pair: (-pair.score, pair.a, pair.b)):
        tie(pair.a, pair.b, most=MOST)
    return tuple(sorted(tuple(sorted(some)) for some in members.values()))


class _Groups:
    """Groups that grow: which claim is in which, and which must stay apart."""

    def __init__(
        self,
        known: Mapping[str, Telling],
        weighed: dict[tuple[str, str], float],
        copied: Callable[[Telling, Telling], bool],
    ) -> None:
        self._known = known
        self._copied = copied
        self._weighed = weighed
        self._of = {claim: claim for claim in known}
        self._members = {claim: [claim] for claim in known}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def judge(self, judged: Judged) -> None:
        """What a person said, the newest first: what contradicts a newer judgement is passed over."""
        a, b = self._of[judged.a], self._of[judged.b]
        if judged.verdict == "same" and a != b and b not in self._apart[a]:
            self._unite(a, b)
        elif judged.verdict != "same" and a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def join(self, pair: Pair) -> None:
        """Make one of the groups of a pair, unless something forbids it."""
        a, b = self._of[pair.a], self._of[pair.b]
        if a == b or b in self._apart[a]:
            return
        if self._alike(list(product(self._members[a][:LOOKED_AT], self._members[b][:LOOKED_AT]))):
            self._unite(a, b)

    def _alike(self, couples: list[tuple[str, str]]) -> bool:
        """Whether the claims of two groups are alike on the whole and nothing forbids any two; no more are weighed than it takes to say no."""
        named = [(min(couple), max(couple)) for couple in couples]
        scores = [self._weighed.get(couple) for couple in named]
        lacking = JOINS * len(named) - sum(1.0 if score is None else score for score in scores)
        for couple, score in zip(named, scores, strict=True):
            if lacking > SLACK or score == 0.0:
                return False
            if score is None:
                found = self._weigh(couple)
                lacking += 1.0 - found
                if found == 0.0:
                    return False
        return lacking <= SLACK

    def found(self) -> tuple[tuple[str, ...], ...]:
        """The groups as they are, sorted."""
        return tuple(sorted(tuple(members) for members in self._members.values()))

    def _weigh(self, couple: tuple[str, str]) -> float:
        """How alike two claims are; zero where something forbids them."""
        a, b = self._known[couple[0]], self._known[couple[1]]
        self._weighed[couple] = score = weight_of(a, b, copied=self._copied(a, b)).score
        return score

    def _unite(self, a: str, b: str) -> None:
        kept, gone = min(a, b), max(a, b)
        for claim in self._members[gone]:
            self._of[claim] = kept
        self._members[kept] = sorted(self._members[kept] + self._members.pop(gone))
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self._apart[other].add(kept)
            self._apart[kept].add(other)
