"""What the analyser says about a sentence: words with their grammar, names, and speech.

The rest of the reader sees these records alone, so the model behind them can be replaced.
Spans are code points of the whole report's text, half-open.
"""

from __future__ import annotations

from typing import Literal

from tawatur.records import Record, Span


class Word(Record, kw_only=True):
    """A syntactic word: a clitic («و», «ل», «ها») or a stem («قوات»). Written side by side they give the raw token."""

    span: Span
    text: str
    """As written, `text == report.text[span]`."""
    token: int
    """Index of the raw token (blank- or punctuation-delimited) in the sentence that it is a part of."""
    lemma: str | None
    """Undiacritised dictionary form, hamza and ة/ى kept as usually written: «انتزعوا» → «انتزع», «هجماتهم» → «هجوم»; None unknown."""
    upos: str
    """Universal POS: VERB, NOUN, PROPN, ADJ, ADP, CCONJ, SCONJ, PART, PRON, ADV, NUM, DET, AUX, PUNCT, SYM, X."""
    head: int
    """Index in the sentence's words of the syntactic head; -1 for the root."""
    deprel: str
    """Universal dependency relation, such as "nsubj", "obj", "obl", "acl:relcl"."""
    aspect: Literal["perf", "imp"] | None = None
    mood: Literal["ind", "sub", "jus", "imp"] | None = None
    voice: Literal["act", "pass"] | None = None
    person: Literal[1, 2, 3] | None = None
    gender: Literal["m", "f"] | None = None
    number: Literal["s", "d", "p"] | None = None
    definite: bool | None = None


class Name(Record, kw_only=True):
    """A proper name found in running text, without its proclitics."""

    span: Span
    type: Literal["person", "place", "organisation", "other"]
    score: float


class Speech(Record, kw_only=True):
    """A cue of saying with its speaker and the words said, as found by the model."""

    cue: Span
    speaker: Span | None
    content: tuple[Span, ...]
    score: float


class Event(Record, kw_only=True):
    """What the model makes of the sentence as a report of one kind of event, whether it reaches a threshold or not.

    Kinds are PLOVER's: "ASSAULT" is bodily violence against people, "PROTEST" is public protest.
    """

    kind: Literal["ASSAULT", "PROTEST"]
    score: float
    """Probability that the sentence reports such an event as having happened."""
    actor: tuple[Span, ...]
    trigger: tuple[Span, ...]
    target: tuple[Span, ...]


class Argument(Record, kw_only=True):
    """Words that play a part in an event, as the model marks them."""

    role: Literal["actor", "target", "where", "when"]
    span: Span
    score: float
    """Mean probability of its words."""


class Trigger(Record, kw_only=True):
    """Words that may carry an event, and what the model makes of it, whether it reaches a threshold or not."""

    span: Span
    score: float
    """Probability that a careful reader would claim an event here."""
    kind: str
    kind_score: float
    reality: str
    reality_score: float
    arguments: tuple[Argument, ...]


class Analysis(Record, kw_only=True):
    """One sentence, analysed."""

    span: Span
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    speech: tuple[Speech, ...]
    events: tuple[Event, ...] = ()
    """One of each kind, likeliest first."""
    triggers: tuple[Trigger, ...] = ()
    """In text order."""
