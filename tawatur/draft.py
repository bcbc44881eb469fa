"""What is known about a report so far: the frozen value that goes from stage to stage.

A stage takes a Draft and gives back a new one with more in it. Words are named by (sentence, index in its words).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

from tawatur.analyser.records import Analysis
from tawatur.lexicon import LightVerb, Trigger
from tawatur.places import PlaceMention
from tawatur.records import Claim, Entity, Link, Note, Place, Quantity, Reality, Record, Report, Span, When
from tawatur.text.quotes import Quote
from tawatur.tree import Tree

Sort = Literal["actor", "place", "person", "people", "weapon"]
SPEAKING_SORTS = frozenset({"actor", "person", "people"})
"""Sorts of expression that can say something."""
PLACE_ROLES = frozenset({"where", "from", "to", "toward", "near"})
"""Roles that say where, and become the `where` of a claim."""


class Dateline(Record, kw_only=True):
    """The opening «بغداد ١٥ - ٧ (اف ب) -» of a wire report: its span, and who is credited in it."""

    span: Span
    agency: Entity | None = None
    agency_span: Span | None = None


class Expression(Record, kw_only=True):
    """Words that stand for an actor, a place, a person, people or a weapon, and what they mean."""

    sentence: int
    head: int
    """Index of the head word in its sentence."""
    span: Span
    text: str
    sort: Sort
    type: str | None = None
    """Finer than the sort, such as "army" or "settlement"."""
    entity: Entity | None = None
    members: tuple[Entity, ...] = ()
    place: Place | None = None
    others: tuple[Place, ...] = ()
    name: Span | None = None
    """The proper name within the span, where it is shorter."""
    proper: bool = False
    """It names by itself: a lexicon name, a person's name, a place's name."""
    weak: bool = False
    """It needs an antecedent: «التنظيم», «المدينة»."""
    anonymous: bool = False
    gender: Literal["m", "f"] | None = None
    number: Literal["s", "d", "p"] | None = None
    candidates: tuple[Entity, ...] = ()
    may_be: tuple[str, ...] = ()
    """Types of actor that a weak noun can mean."""
    definite: bool = True
    mention: int | None = None
    """Of a place: its index in the draft's places."""
    same_as: Span | None = None
    """The earlier words that it takes up."""
    speaks_for: Span | None = None
    """Of a spokesman: the words for the body that he speaks for."""
    body: Entity | None = None
    """Of a spokesman: that body."""
    composite: bool = False
    """Several parties in one: «الجيش السوري وحلفاؤه»."""
    means_part: bool = False
    """It means what an expression inside it means: «مقاتلو التنظيم»."""


class Said(Record, kw_only=True):
    """One act of saying in the report: cue, speaker, what is said, and the teller as a Link."""

    sentence: int
    cue: Span
    act: str
    """"say", "deny", "announce", "accuse", "opinion" …"""
    speaker: Span | None
    teller: int | None
    """Index of the speaker among the draft's expressions."""
    content: tuple[Span, ...]
    mode: Literal["direct", "indirect", "mixed"]
    link: Link
    score: float
    sources: tuple[Link, ...] = ()
    """Tellers behind this one that stand in no clause of their own («نقلا عن …»)."""


class Filler(Record, kw_only=True):
    """What fills a role of a proposition: an expression of the report, a pronoun's antecedent, or plain words."""

    role: str
    head: int
    """The word of the proposition's sentence that fills the role, be it only a pronoun."""
    span: Span
    """The words that say who or what, in an earlier sentence where the head is a pronoun."""
    text: str
    expression: int | None = None
    """Index among the draft's expressions, of the antecedent where the words are a pronoun."""
    via: str = ""
    """How it was found: "subj", "obj", "prep", "genitive", "shared", "control", "pronoun", "relative"."""
    type: str = "any"


class Proposition(Record, kw_only=True):
    """A trigger in its sentence with its roles, and later its reality, time and places."""

    sentence: int
    trigger: int
    words: tuple[int, ...]
    """All words of the trigger: light verb, event noun, object of a set phrase."""
    entry: Trigger
    kind: str
    """The entry's kind, or what it becomes in its tense: «تسيطر» is a hold."""
    part: str
    """"verb", "masdar", "noun", "adj" or "participle"."""
    light: LightVerb | None = None
    """The light verb that carries the event noun."""
    carrier: int
    """The word whose clause decides reality and time: the light verb if there is one, else the trigger."""
    fillers: tuple[Filler, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    reality: Reality | None = None
    reality_cues: tuple[Span, ...] = ()
    when: When | None = None
    score: float = 1.0


class Inside(NamedTuple):
    """What lies in one sentence, in text order; acts of saying count wherever their words reach."""

    expressions: list[tuple[int, Expression]]
    said: list[Said]
    times: list[When]
    quotes: list[Quote]
    propositions: list[Proposition]


class Draft(Record, kw_only=True, dict=True):
    """A report on its way. Empty tuples stand for stages that have not run or found nothing."""

    report: Report
    sentences: tuple[Span, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dateline: Dateline | None = None
    analyses: tuple[Analysis, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    expressions: tuple[Expression, ...] = ()
    times: tuple[When, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    said: tuple[Said, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """A tree for each analysed sentence."""
        return tuple(Tree(analysis) for analysis in self.analyses)

    @cached_property
    def published(self) -> dt.date | None:
        """The day of publication, None when unknown."""
        return dt.date.fromisoformat(self.report.published) if self.report.published else None

    @cached_property
    def by_head(self) -> dict[tuple[int, int], int]:
        """The widest expression headed by a word: (sentence, index) → position in `expressions`."""
        heads: dict[tuple[int, int], int] = {}
        for at, found in enumerate(self.expressions):
            heads.setdefault((found.sentence, found.head), at)
        return heads

    @cached_property
    def _inside(self) -> tuple[Inside, ...]:
        found = tuple(Inside([], [], [], [], []) for _ in self.sentences)
        for at, expression in enumerate(self.expressions):
            found[expression.sentence].expressions.append((at, expression))
        for said in self.said:
            for sentence in sorted({said.sentence, *(i for span in said.content for i in self._sentences_of(span))}):
                found[sentence].said.append(said)
        for when in self.times:
            for sentence in self._sentences_of(when.span):
                found[sentence].times.append(when)
        for quote in self.quotes:
            for sentence in self._sentences_of(quote.span):
                found[sentence].quotes.append(quote)
        for proposition in self.propositions:
            found[proposition.sentence].propositions.append(proposition)
        return found

    def _sentences_of(self, span: Span) -> range:
        """The sentences that a span reaches into."""
        first = bisect_right(self._sentence_ends, span[0])
        last = bisect_left(self._sentence_starts, span[1])
        return range(first, last)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end for _, end in self.sentences]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def inside(self, sentence: int) -> Inside:
        """What lies in a sentence, so that a stage need not look through the whole report for each word."""
        return self._inside[sentence]

    def said_around(self, sentence: int, position: int) -> tuple[tuple[Span, Said], ...]:
        """The acts of saying whose words hold a position of a sentence, each with the stretch that holds it."""
        return tuple(
            (span, said)
            for said in self.inside(sentence).said
            for span in said.content
            if span[0] <= position < span[1]
        )

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.report.text[span[0] : span[1]]

    def sentence_at(self, position: int) -> int:
        """The sentence that holds a position of the text, -1 for none."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle][1] <= position:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.sentences) and self.sentences[low][0] <= position else -1

    def having(self, **changes: object) -> Draft:
        """A new draft with some fields changed."""
        return msgspec.structs.replace(self, **changes)
