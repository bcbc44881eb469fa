"""The entries of the lexicon: frozen records, one for each kind of entry in `data/kinds.toml` and `data/ar/*.toml`.

A slot is written "role:type|type": "target:actor|person" is filled by an actor or a person and makes it the target.
`docs/lexicon.md` says what each key means, with an example.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.records import Reality, Record

RoleName = Literal[
    "actor",
    "target",
    "theme",
    "beneficiary",
    "partner",
    "instrument",
    "cause",
    "content",
    "where",
    "from",
    "to",
    "toward",
    "near",
]
Filler = Literal["actor", "person", "people", "place", "weapon", "control", "event", "thing", "number", "any"]
Group = Literal[
    "fighting",
    "violence",
    "control",
    "movement",
    "force",
    "protest",
    "law",
    "politics",
    "talk",
    "humanitarian",
    "economy",
    "other",
]


class Slot(Record, frozen=True, kw_only=True):
    """What may fill a role: "where:place" is Slot(role="where", fillers=("place",))."""

    role: RoleName
    fillers: tuple[Filler, ...]


Slots = tuple[Slot, ...]
"""Slots of one syntactic position; the first whose filler type fits is taken."""


class Entry(Record, frozen=True, kw_only=True):
    """What every entry has: a stable id, and sentences in which it must and must not fire."""

    id: str
    yes: tuple[str, ...] = ()
    """Sentences with marks, such as "[trigger:انتزع] [actor:الجيش] البلدة."; this very entry must fire."""
    no: tuple[str, ...] = ()
    """Sentences with the same word in another sense; this entry must not fire."""


class Inflected(Entry, frozen=True, kw_only=True):
    """An entry whose inflected forms follow from its dictionary form, and for a verb from root and pattern."""

    lemma: str
    pos: Literal["verb", "noun", "adj"] = "verb"
    root: str | None = None
    form: int | None = None
    """1 to 10; 11 is quadriliteral I (زلزل), 12 quadriliteral II (تزلزل), 14 quadriliteral IV (اطمأن)."""
    vowels: str | None = None
    """Of form 1 only: the middle vowels of perfect and imperfect, such as "a-u"."""
    masdar: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()


class Kind(Record, frozen=True, kw_only=True):
    """A kind of event, such as "seize", with neutral labels and its codes in other people's codebooks."""

    id: str
    group: Group
    ar: str
    en: str
    plover: str | None = None
    """Event or event/mode, such as "COERCE/seize"; None where none fits."""
    acled: str | None = None
    """Event type/sub-event type, such as "Battles/Armed clash"; None where none fits."""
    of: str | None = None
    """The broader kind that this one is a sort of."""


class Frame(Record, frozen=True, kw_only=True):
    """How the dependents of a trigger become roles."""

    id: str
    subj: Slots
    obj: Slots
    masdar: Literal["subj", "obj"]
    """What a bare genitive after the verbal noun is by default; the other when its type does not fit."""
    prep: dict[str, Slots] = msgspec.field(default_factory=dict)
    """Folded preposition or preposition-like phrase → slots."""
    between: tuple[RoleName, RoleName] | None = None
    """Roles of أ and ب in «بين أ وب»: ("actor", "target") for a clash."""


class Trigger(Inflected, frozen=True, kw_only=True):
    """A verb, verbal noun, noun or adjective that evokes a kind of event."""

    kind: str
    frame: str
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    """Of a phrase: one of these words must be an object or dependent, as «النار» of «أطلق»."""
    needs: tuple[RoleName, ...] = ()
    """At least one of these roles must be filled, or there is no event."""
    slots: dict[str, Slots] = msgspec.field(default_factory=dict)
    """Prepositions (or "subj", "obj") whose slots differ from the frame's."""
    reality: Reality | None = None
    """What the word itself says about reality, such as "negated" for «أحبط»."""
    loaded: bool = False
    """True for a word that carries a side, such as «حرر»; it is read, and marked."""
    gloss: str = ""


class LightVerb(Inflected, frozen=True, kw_only=True):
    """A verb that lends its arguments to an event noun: «شن الجيش هجوما» is an attack by the army."""

    noun: tuple[str, ...]
    """Where the event noun stands: "subj", "obj", "clause" («حاول أن»), or after a folded preposition, such as "ل"."""
    subj: Slots = ()
    """What the verb's own subject is in the noun's event."""
    obj: Slots = ()
    """What the verb's own object is, when the event noun is not the object."""
    prep: dict[str, Slots] = msgspec.field(default_factory=dict)
    """What the verb's other prepositions give; before those of the noun's frame."""
    phase: Literal["begin", "ongoing", "end"] | None = None
    reality: Reality | None = None
    """None: nothing changes."""
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    """The noun must be one of these words, where the verb is light with few nouns only."""
    gloss: str = ""


class RealityCue(Entry, frozen=True, kw_only=True):
    """A word that says whether an event happened: «لم», «قد», «سوف», «يعتزم», «عدم»."""

    lemma: str
    """As written; several words are a phrase: «من المتوقع أن»."""
    pos: Literal["particle", "prefix", "verb", "noun", "adj", "adverb", "phrase"]
    root: str | None = None
    form: int | None = None
    vowels: str | None = None
    masdar: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    """Further forms that no rule gives, such as «ليست», or «لا تزال» of «لا يزال»; clitics apart or joined."""
    type: Literal[
        "negation",
        "denial",
        "future",
        "plan",
        "possibility",
        "necessity",
        "wish",
        "purpose",
        "condition",
        "opinion",
        "attempt",
        "ability",
        "threat",
        "past",
        "ongoing",
        "question",
    ]
    effect: Reality
    scope: Literal["verb", "clause", "object", "genitive"]
    """The verb it precedes; the clause, object or oblique it governs; a preposition's object; a noun's genitive."""
    without: tuple[str, ...] = ()
    """Words right after it that show another word: «تمكن من» is no «يمكن»."""
    aspect: Literal["perf", "imp"] | None = None
    """It works on verbs of this aspect only: «قد» is possible before the imperfect."""
    after: tuple[str, ...] = ()
    """Words (folded) of which one must come between the cue and what it governs, such as «إلى» of «دعا»."""
    gloss: str = ""


class SayCue(Entry, frozen=True, kw_only=True):
    """A word that hands the floor to a speaker: «قال», «تصريح», «بحسب», «على حد قول»."""

    lemma: str
    pos: Literal["verb", "noun", "prep"]
    act: Literal[
        "say", "add", "announce", "confirm", "report", "reveal", "deny", "admit", "accuse", "demand", "reject",
        "threaten", "promise", "warn", "opinion", "expect", "condemn", "praise", "ask", "answer",
    ]  # fmt: skip
    root: str | None = None
    form: int | None = None
    vowels: str | None = None
    masdar: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    """Further forms that no rule gives."""
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    """It is a cue only with one of these words: «أشار» with «إلى»."""
    content: tuple[str, ...] = ()
    """What opens the words said: "أن", "إن", "direct" (a quotation or a colon), "obj", or a preposition such as "ب"."""
    audience: tuple[str, ...] = ()
    """Prepositions of the hearer: «قال لرويترز»."""
    factive: bool = False
    """True when the outlet vouches for what is said: «كشف أن»."""
    loaded: bool = False
    """True when the outlet casts doubt: «زعم»."""
    gloss: str = ""


class MediumCue(Record, frozen=True, kw_only=True):
    """Words that name the channel of an utterance: «عبر الهاتف» is "phone"."""

    id: str
    medium: Literal["phone", "statement", "interview", "broadcast", "social", "document", "press_conference", "agency"]
    lemma: str
    plurals: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    """It names the medium only beside one of these words: «اتصال» beside «هاتفي»."""
    yes: tuple[str, ...] = ()


class NounClass(Record, frozen=True, kw_only=True):
    """A common noun that types a role: «صاروخ» is a weapon, «قتيل» measures the killed."""

    id: str
    type: Literal["weapon", "vehicle", "control", "measure"]
    lemma: str
    plurals: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    """A compound: «سيارة» is a weapon only with «مفخخة»."""
    of: Literal["killed", "wounded", "displaced", "missing", "arrested", "abducted", "released"] | None = None
    """What a number of these counts: «12 قتيلا» counts the killed."""
    unit: str | None = None
    """Of a measure: "person", "km", "m", "rocket" …"""
    gloss: str = ""


class Inflection(Record, frozen=True, kw_only=True):
    """What a folded form tells about itself; None where it does not tell («انتزعت»: 3fs or 1s)."""

    part: Literal["verb", "masdar", "noun", "adj", "participle", "word"]
    aspect: Literal["perf", "imp"] | None = None
    voice: Literal["act", "pass"] | None = None
    person: Literal[1, 2, 3] | None = None
    gender: Literal["m", "f"] | None = None
    number: Literal["s", "d", "p"] | None = None


class FormMatch(Inflection, frozen=True, kw_only=True):
    """A trigger that a folded form may be a form of."""

    trigger: Trigger


class LightMatch(Inflection, frozen=True, kw_only=True):
    """A light verb that a folded form may be a form of."""

    light: LightVerb


class SayMatch(Inflection, frozen=True, kw_only=True):
    """A cue of saying that a folded form may be a form of; of a phrase, the form is its first word."""

    cue: SayCue
    words: tuple[str, ...] = ()
    """Folded words of the phrase, clitics apart: ("على", "حد", "قول"); one word for what is no phrase."""


class RealityMatch(Inflection, frozen=True, kw_only=True):
    """A cue of reality that a folded form may be a form of; of a phrase, the form is its first word."""

    cue: RealityCue
    words: tuple[str, ...] = ()
    """Folded words of the phrase, clitics apart: ("لا", "تزال"); one word for what is no phrase."""


class NounMatch(Inflection, frozen=True, kw_only=True):
    """A noun class that a folded form may belong to."""

    noun: NounClass
