"""How well a happening is attested: a grade that follows from its origins by a stated rule. It is never a word on what is true.

The rules stand in data/grades.toml; the first whose counts fit decides, and its id is kept with the grade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Literal

import msgspec

from tawatur.merge.own_side import TOLD_AS_DONE, TOLD_AS_NOT_DONE, Interest, self_interest
from tawatur.merge.records import Origin, Stance, Telling
from tawatur.merge.sides import side_of_teller, sides_of, together
from tawatur.merge.stated import stated
from tawatur.records import Record

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]


class Counted(Record, kw_only=True):
    """Origins of a happening by how they stand to it."""

    admitting: int = 0
    """Named parties that say it against their own interest."""
    independent: int = 0
    """Named origins that speak for no party concerned, as far as can be known."""
    anonymous: int = 0
    self_interested: int = 0
    """Parties about their own success, their enemy's loss or their own innocence, named or not."""
    contradicting: int = 0
    """Named origins that deny it or tell what cannot stand beside it, and do not speak for themselves."""
    doubting: int = 0
    """The like without a name."""
    denying: int = 0
    """Parties that deny it, or tell it otherwise, for themselves."""

    @property
    def asserting(self) -> int:
        """All that tell it as their main account does."""
        return self.admitting + self.independent + self.anonymous + self.self_interested


class Rule(Record, kw_only=True):
    """One rule: a grade, a sentence in each language, and the counts it asks for by field of `Counted`."""

    id: str
    grade: Grade
    ar: str
    en: str
    least: dict[str, int] = msgspec.field(default_factory=dict)
    most: dict[str, int] = msgspec.field(default_factory=dict)

    def fits(self, counts: Counted) -> bool:
        """Whether the counts meet every condition."""
        enough = all(getattr(counts, name) >= number for name, number in self.least.items())
        return enough and all(getattr(counts, name) <= number for name, number in self.most.items())


class _Rules(msgspec.Struct, frozen=True):
    rule: tuple[Rule, ...]


class _Voice(Record, kw_only=True):
    """An origin with what it says of the happening."""

    origin: Origin
    tellings: tuple[Telling, ...]
    interest: Interest

    @property
    def asserts(self) -> bool:
        return any(telling.reality not in TOLD_AS_NOT_DONE for telling in self.tellings)

    @property
    def rank(self) -> int:
        """Whose account is taken for the main one: the lower, the sooner."""
        if self.interest == "self-interested":
            return 2
        return 1 if self.origin.anonymous else 0


def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are tried."""
    return stated("grades", _Rules).rule


def grade(
    tellings: Iterable[Telling], origins: Iterable[Origin], *, stances: Mapping[tuple[str, str], Stance] | None = None
) -> tuple[Grade, str]:
    """The grade of a happening and the id of the rule that gave it."""
    counts = counted(tellings, origins, stances=stances)
    return next((rule.grade, rule.id) for rule in rules() if rule.fits(counts))


def counted(
    tellings: Iterable[Telling], origins: Iterable[Origin], *, stances: Mapping[tuple[str, str], Stance] | None = None
) -> Counted:
    """Count the origins of a happening.

    `stances` are those between its claims by (a, b), a < b. Of "contradicts" only that counts which touches the act: who did it, and
    whether it was done. Tolls that exclude each other are shown with the happening and leave its grade alone.
    """
    voices = _voices(tuple(tellings), tuple(origins))
    against = _contradicted(stances or {})
    main: tuple[_Voice, ...] = ()
    for voice in sorted(voices, key=lambda one: (one.rank, -len(one.tellings), one.origin.id)):
        if voice.asserts and not any(against(voice, other) for other in main):
            main = (*main, voice)
    kept = {voice.origin.id for voice in main}
    rest = tuple(voice for voice in voices if voice.origin.id not in kept)
    return Counted(
        admitting=sum(_admits(voice) for voice in main),
        independent=sum(_speaks_freely(voice) and not voice.origin.anonymous and not _admits(voice) for voice in main),
        anonymous=sum(_speaks_freely(voice) and voice.origin.anonymous for voice in main),
        self_interested=sum(not _speaks_freely(voice) for voice in main),
        contradicting=sum(_speaks_freely(voice) and not voice.origin.anonymous for voice in rest),
        doubting=sum(_speaks_freely(voice) and voice.origin.anonymous for voice in rest),
        denying=sum(not _speaks_freely(voice) for voice in rest),
    )


def interests(tellings: Iterable[Telling], origins: Iterable[Origin]) -> dict[str, Interest]:
    """Of each origin of a happening, by its id, whether what it says serves its own side."""
    return {voice.origin.id: voice.interest for voice in _voices(tuple(tellings), tuple(origins))}


def _admits(voice: _Voice) -> bool:
    return voice.interest == "against own interest" and not voice.origin.anonymous


def _speaks_freely(voice: _Voice) -> bool:
    return voice.interest != "self-interested"


def _voices(tellings: tuple[Telling, ...], origins: tuple[Origin, ...]) -> tuple[_Voice, ...]:
    done = tuple(telling for telling in tellings if telling.reality in TOLD_AS_DONE) or tellings
    actors = frozenset(chain.from_iterable(sides_of(party) for telling in done for party in telling.actors))
    targets = frozenset(chain.from_iterable(sides_of(party) for telling in done for party in telling.targets))
    by_claim = {telling.claim: telling for telling in tellings}
    voices = []
    for origin in origins:
        own = tuple(by_claim[claim] for claim in sorted(origin.claims) if claim in by_claim)
        interests = {
            self_interest(telling, origin.side or side_of_teller(telling), actors=actors, targets=targets)
            for telling in own
        }
        if own:
            voices.append(_Voice(origin=origin, tellings=own, interest=_of_all(interests)))
    return tuple(voices)


def _of_all(interests: set[Interest]) -> Interest:
    """An origin that praises itself once speaks for itself in all."""
    order: tuple[Interest, ...] = ("self-interested", "against own interest", "neutral", "unknown")
    return next(interest for interest in order if interest in interests)


def _contradicted(stances: Mapping[tuple[str, str], Stance]) -> Callable[[_Voice, _Voice], bool]:
    def against(a: _Voice, b: _Voice) -> bool:
        return any(
            stances.get((min(s.claim, t.claim), max(s.claim, t.claim))) == "contradicts" and _of_the_act(s, t)
            for s in a.tellings
            for t in b.tellings
        )

    return against


def _of_the_act(a: Telling, b: Telling) -> bool:
    """Whether two claims that contradict each other do so on whether it was done or by whom, and not on a figure alone."""
    if (a.reality in TOLD_AS_NOT_DONE) != (b.reality in TOLD_AS_NOT_DONE):
        return True
    first = frozenset(chain.from_iterable(map(sides_of, a.actors)))
    second = frozenset(chain.from_iterable(map(sides_of, b.actors)))
    day = a.latest or a.published
    return bool(first and second) and not any(together(s, t, day=day) for s in first for t in second)
