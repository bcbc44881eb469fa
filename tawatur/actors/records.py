"""What the actor lexicon holds, and what is found of it in a text: frozen records."""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.records import Entity, Record, Span

ActorType = Literal[
    "state",
    "government",
    "ministry",
    "parliament",
    "court",
    "army",
    "police",
    "security",
    "intelligence",
    "armed_group",
    "militia",
    "coalition",
    "party",
    "movement",
    "igo",
    "ngo",
    "agency",
    "outlet",
    "media_arm",
    "monitor",
    "company",
    "people",
    "office",
    "person",
]
MentionType = ActorType | Literal["source", "organisation"]
"""A mention may also be a teller («مصدر عسكري») or a body of which only the name is known."""
NounClass = Literal["force", "group", "state_organ", "people", "person", "source", "media"]
Relation = Literal[
    "backed_by", "loyal_to", "part_of", "led_by", "allied_with", "opposed_to", "split_from", "about", "of"
]


class Side(Record, kw_only=True):
    """Who fights or negotiates together, such as "syr-gov"."""

    id: str
    ar: str
    en: str
    country: tuple[str, ...] = ()


Slant = Literal["pejorative", "honorific", "partisan", "abbreviation"]
"""What a loaded name does: scorns, praises, takes a side in naming the owner, or is an abbreviation that some use to scorn."""


class LoadedName(Record, kw_only=True):
    """A name that carries a judgement: «قوات الأسد»; `slant` says which."""

    name: str
    slant: Slant
    weak: bool = False


class Office(Record, kw_only=True):
    """A post that a person held, `from_` and `to` as ISO year or month, "" unknown or open."""

    of: str
    """Id of the actor whose post it is."""
    title: str
    from_: str = msgspec.field(name="from", default="")
    to: str = ""


class Actor(Record, kw_only=True):
    """An entry of data/actors: one actor under a neutral label, with all the names the news gives it."""

    id: str
    ar: str
    en: str
    type: ActorType
    names: tuple[str, ...] = ()
    """Names that identify alone."""
    weak: tuple[str, ...] = ()
    """Names that need an earlier strong one or context: «الجيش الحر»."""
    bracketed: tuple[str, ...] = ()
    """Short names that count only in brackets or quotation marks: «(واع)»."""
    loaded: tuple[LoadedName, ...] = ()
    shared: tuple[str, ...] = ()
    """Names that other actors bear too; they resolve like weak ones."""
    country: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2."""
    side: str | None = None
    member_of: tuple[str, ...] = ()
    of: str | None = None
    """Of an organ: the state or body it belongs to."""
    organ: str | None = None
    """Which organ of that body, such as "army"; see data/ar/organs.toml."""
    active: tuple[str, str] | None = None
    adjectives: tuple[str, ...] = ()
    """Adjectives that tie a noun to it: «عراقي», «حوثي»."""
    adjective_plurals: tuple[str, ...] = ()
    en_adjective: str | None = None
    capitals: tuple[str, ...] = ()
    """Cities that stand for the government: «موسكو»."""
    office: tuple[Office, ...] = ()


class ActorNoun(Record, kw_only=True):
    """A common noun that heads the mention of an actor; see data/ar/actor_nouns.toml."""

    lemma: str
    class_: NounClass = msgspec.field(name="class")
    type: MentionType
    plurals: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    human: bool = False
    fixed: bool = False
    plural_only: bool = False
    needs: tuple[Literal["owner", "article"], ...] = ()
    organ: str | None = None
    weak: tuple[ActorType, ...] = ()
    members: bool = False
    body: bool = False
    anonymous: bool = False
    loaded: str | None = None
    gender: Literal["m", "f"] | None = None
    number: Literal["s", "d", "p"] | None = None


class Modifier(Record, kw_only=True):
    """An adjective that may follow an actor noun: «حكومية», «المدعومة من»."""

    lemma: str
    owner: Literal["state", "opposition"] | None = None
    people: str | None = None
    """Id of the people it names: «كردي»."""
    loaded: str | None = None
    prep: tuple[str, ...] = ()
    relation: Relation | None = None


class Title(Record, kw_only=True):
    """A rank or honour before a person's name."""

    lemma: str
    rank: Literal["military", "religious", "noble", "civil"]


class OfficeNoun(Record, kw_only=True):
    """A post: «وزير الخارجية», «متحدث» with «باسم»."""

    lemma: str
    plurals: tuple[str, ...] = ()
    fixed: bool = False
    speaks: bool = False
    linked_by: tuple[str, ...] = ()
    organ: str | None = None


class Organ(Record, kw_only=True):
    """An organ or office that every state can have, with patterns for its names."""

    id: str
    type: ActorType
    ar: str
    ar_without_adjective: str
    en: str
    body: str | None = None


class ActorLink(Record, kw_only=True):
    """How a mention stands to another actor that it names: «المدعومة من إيران» is backed_by Iran."""

    relation: Relation
    entity: Entity | None
    span: Span
    text: str


class ActorMention(Record, kw_only=True):
    """Words that mean an actor: the whole noun phrase without proclitics, and what is known of it.

    «قوات مدعومة من تركيا» has no entity, type "armed_group", and a link backed_by to Turkey.
    """

    span: Span
    head_span: Span
    """The noun or name that heads it."""
    type: MentionType
    sort: Literal["actor", "people", "person"]
    name_span: Span | None = None
    """The proper name within, such as the person's without title."""
    entity: Entity | None = None
    members: tuple[Entity, ...] = ()
    """The known parts of a composite: «القوات السورية والعراقية»."""
    parts: tuple[ActorMention, ...] = ()
    """Mentions inside this one: the conjuncts of a composite, the body in «متحدث باسم التحالف»."""
    same_as_part: bool = False
    """It means what its first part means: «مقاتلو التنظيم», «قيادة التنظيم»."""
    links: tuple[ActorLink, ...] = ()
    candidates: tuple[Entity, ...] = ()
    """What a weak name may mean."""
    fits: tuple[str, ...] = ()
    """Types that the antecedent of a weak noun can have: «التنظيم» fits ("armed_group",)."""
    organ: str | None = None
    """Of an unresolved state organ, which one: «القوات الحكومية» is an "army"; see `ActorLexicon.organ_of`."""
    country: tuple[str, ...] = ()
    capacity: Entity | None = None
    """The body that a person or office speaks for."""
    capacity_span: Span | None = None
    office: str | None = None
    """Which office of data/ar/organs.toml, such as "foreign_minister"."""
    noun: str | None = None
    """Lemma of the common noun that heads it."""
    proper: bool = False
    """It names by itself: a strong name or a person's full name."""
    weak: bool = False
    """It needs an antecedent or context."""
    nominal: bool = False
    """Headed by a common noun."""
    anonymous: bool = False
    metonym: bool = False
    """A city standing for a government, if it is no place here: «موسكو»."""
    loaded: str | None = None
    """The slant of its words, such as "pejorative"."""
    gender: Literal["m", "f"] | None = None
    number: Literal["s", "d", "p"] | None = None
