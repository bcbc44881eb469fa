"""What the reader says about a report: frozen records, and the JSON contract that follows from them.

Every span is half-open and counts code points of the original text, so `quote == text[span[0]:span[1]]`.
`None` means unknown, `()` means none.

    >>> import msgspec
    >>> msgspec.json.encode(Report(id="r1", text="نص"))
    b'{"id":"r1","text":"\\xd9\\x86\\xd8\\xb5","title":null,"outlet":null,"url":null,"published":null}'
"""

from __future__ import annotations

from typing import Literal, dataclass_transform

import msgspec

Span = tuple[int, int]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value with named fields; the parent of everything below."""


class Report(Record, kw_only=True):
    """One news report as it came: verbatim text and what is known about its publication."""

    id: str
    """The id it came in with, or the hash of its text."""
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO day, such as "2017-10-27"; None when unknown, never the day of download."""


class Entity(Record, kw_only=True):
    """Whom or what a mention means: one neutral name for all the names of an actor."""

    id: str
    ar: str
    en: str | None = None
    type: str | None = None
    """Such as "army", "armed_group", "state"; the list is in data/actors."""
    side: str | None = None
    """Who it fights beside, such as "syr-gov"; None when unknown or on no side."""


class Place(Record, kw_only=True):
    """A point or an area on the earth with its uncertainty."""

    id: str
    ar: str
    en: str | None = None
    lat: float
    lon: float
    radius_m: float
    """Radius in metres within which the thing meant lies: 3,000 for a town, more for a province or a derived area."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    kind: str | None = None
    """Such as "settlement", "adm1", "country", "airbase", "derived"."""
    geometry: str | None = None
    """The area as WKT, longitude first, where it is more than a circle."""


class When(Record, kw_only=True):
    """A time as an interval of days: «الخميس» in a report of Friday 2017-10-27 is 2017-10-26 to 2017-10-26."""

    text: str
    span: Span
    earliest: str | None
    """ISO day (or ISO minute for grains under a day); None when open or unresolved."""
    latest: str | None
    grain: str
    """"minute", "hour", "part", "day", "week", "month", "season", "year", "period"."""
    anchor: Literal["publication", "text", "none"]
    """What fixed it: the publication date, the words alone, or nothing (then it is unresolved)."""


class Where(Record, kw_only=True):
    """A place of a claim: the words, how they relate to the event, and the place they mean."""

    text: str
    span: Span
    relation: str
    """"at", "from", "to", "near", "between", "toward"."""
    place: Place | None
    others: tuple[Place, ...] = ()
    """Runners-up, best first."""


class Role(Record, kw_only=True):
    """A participant of a claim: role, words, and the entity they mean where it is known."""

    role: str
    text: str
    span: Span
    entity: Entity | None = None
    members: tuple[Entity, ...] = ()
    """The parts of a composite actor, such as «الجيش السوري وحلفاؤه»."""
    candidates: tuple[Entity, ...] = ()
    """What an unresolved mention may mean, best first."""


class Quantity(Record, kw_only=True):
    """A number with what it counts: «12 قتيلا» is 12 to 12 of "killed"."""

    text: str
    span: Span
    low: float | None
    high: float | None
    unit: str | None
    of: str | None = None
    """"killed", "wounded", "displaced" …; None when it counts something else."""


class Link(Record, kw_only=True):
    """One teller in a chain, from the nearest to the outlet down to the origin."""

    text: str
    span: Span
    entity: Entity | None = None
    capacity: str | None = None
    """In whose name: «متحدث باسم التحالف» speaks for «التحالف»."""
    cue: str | None = None
    medium: str | None = None
    """"phone", "statement", "interview", "broadcast", "document", "social"."""
    audience: str | None = None
    said: When | None = None
    anonymous: bool = False


class Evidence(Record, kw_only=True):
    """Words of the report that show one part of a claim."""

    role: str
    """"trigger", "reality", "when", "where", "cue", or the name of a role."""
    span: Span
    quote: str


class Codes(Record, kw_only=True, omit_defaults=True):
    """The kind in other people's codebooks, exact spellings; left out where none fits."""

    plover: str | None = None
    acled: str | None = None


Reality = Literal[
    "happened",
    "ongoing",
    "state",
    "announced",
    "expected",
    "possible",
    "conditional",
    "desired",
    "denied",
    "negated",
    "opinion",
]


class Claim(Record, kw_only=True):
    """One thing that one chain of tellers says: what, who to whom, where, when, and whether it happened."""

    id: str
    kind: str
    codes: Codes
    reality: Reality
    roles: tuple[Role, ...]
    where: tuple[Where, ...]
    when: When | None
    quantities: tuple[Quantity, ...]
    chain: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    sentence: Span
    rule: str
    """Id of the lexicon entry or model that made it, such as "seize.intaza3"."""
    score: float


class Mention(Record, kw_only=True):
    """Words that name an actor, a place, a person, a weapon, a number or a time."""

    span: Span
    text: str
    type: Literal["actor", "place", "person", "weapon", "quantity", "time"]
    entity: Entity | None = None
    place: Place | None = None
    when: When | None = None
    quantity: Quantity | None = None
    candidates: tuple[Entity, ...] = ()


class Attribution(Record, kw_only=True):
    """Who says a stretch of text: the cue, the speaker, the words said, and the chain behind them."""

    cue: Span
    speaker: Span | None
    content: tuple[Span, ...]
    mode: Literal["direct", "indirect", "mixed"]
    chain: tuple[Link, ...]


class Note(Record, kw_only=True):
    """Something seen and not understood, and why."""

    code: str
    text: str
    span: Span | None = None


class ReportHead(Record, kw_only=True):
    """The report in a Reading: all but its text, which the caller has."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    text_hash: str
    length: int


class Reading(Record, kw_only=True):
    """Everything read in one report; one line of `tawatur read --format jsonl`."""

    report: ReportHead
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    run: str
    """Version of code, lexicon, gazetteer and model that made it."""
