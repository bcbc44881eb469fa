"""What merging compares, and what it makes: frozen records.

A `Telling` is a claim as merging sees it, cut down to what is compared. From tellings come `Pair`s (two claims weighed), `Happening`s (claims of
one happening), `Origin`s (acts of saying) and `Holding`s (who is said to hold a place).

    >>> Party(words="قسد", id="sdf", side="sdf")
    Party(words='قسد', id='sdf', side='sdf', type=None, members=())
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from tawatur.records import Reality, Record, Span

Label = Literal["same", "different", "related"]
"""Of two claims: one happening, two, or two that belong together (announced and done, cause and consequence)."""
Stance = Literal["supports", "contradicts", "repeats"]
"""Of two claims of one happening: told independently, incompatible, or told again from the same origin."""


class Party(Record, kw_only=True):
    """Who does or suffers: the folded words, and the entity they mean where it is known."""

    words: str
    id: str | None = None
    side: str | None = None
    type: str | None = None
    members: tuple[str, ...] = ()
    """Entity ids of the parts of a composite party, such as an army and its allies."""


class Spot(Record, kw_only=True):
    """Where a claim says it happened."""

    words: str
    relation: str
    id: str | None = None
    ar: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    kind: str | None = None
    country: str | None = None


class Count(Record, kw_only=True):
    """A figure: how many are said to be killed, wounded, displaced …"""

    of: str
    low: float | None
    high: float | None
    whose: str | None = None
    """Folded words of those counted («أربعة جنود عراقيين»), or the id of their party where it is known."""


class Teller(Record, kw_only=True):
    """One link of a claim's chain."""

    words: str
    """Folded for comparing."""
    text: str | None = None
    """As the report writes it; None where that is not kept."""
    id: str | None = None
    side: str | None = None
    capacity: str | None = None
    medium: str | None = None
    audience: str | None = None
    anonymous: bool = False


class Setting(Record, kw_only=True):
    """What stands around a claim: evidence where its own fields are open."""

    at: int | None = None
    """Which sentence of the report it stands in, from 0: newswire tells its main happening first."""
    spots: tuple[Spot, ...] = ()
    """Places that its sentence names, the nearest to the trigger first."""
    before: tuple[Spot, ...] = ()
    """Places that the sentences before name, the nearest sentence first."""
    actors: tuple[str, ...] = ()
    """Ids of the actors that are named close to the trigger."""
    earliest: str | None = None
    """First possible ISO day of the nearest time that is fixed; None when there is none."""
    latest: str | None = None
    trigger: str | None = None
    """The trigger's first word, folded and without endings."""
    close: tuple[str, ...] = ()
    """The words of the sentence that stand close to the trigger, folded and without endings, sorted."""
    numbers: tuple[float, ...] = ()
    """Figures close to the trigger, sorted."""
    words: tuple[str, ...] = ()
    """The rarer words of title, sentence and the sentences beside it, folded and without endings, sorted."""


class Telling(Record, kw_only=True):
    """A claim as merging compares it."""

    claim: str
    """Key of the claim in the ledger."""
    report: str
    """Key of its report in the ledger."""
    outlet: str | None
    published: str | None
    kind: str
    reality: Reality
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    spots: tuple[Spot, ...]
    earliest: str | None
    """First possible ISO day; None when open or unknown."""
    latest: str | None
    grain: str | None
    counts: tuple[Count, ...]
    chain: tuple[Teller, ...]
    """From the nearest to the outlet down to the origin; () is the outlet's own voice."""
    trigger: tuple[Span, ...]
    sentence: Span
    words: tuple[str, ...]
    """Folded words of the sentence that carry meaning, sorted, each once."""
    quotation: str | None
    """Folded words of the direct quotation that the claim stands in; None outside quotation marks."""
    score: float
    setting: Setting = Setting()
    themes: tuple[str, ...] = ()
    """Folded words of things that are done something with, such as the hill that is taken («تبة السلفيين»)."""


class Body(Record, kw_only=True):
    """What is compared of a report to see whether it has text of another."""

    key: str
    """Key of the report in the ledger."""
    title: str | None
    text: str
    outlet: str | None
    published: str | None
    url: str | None = None


class Copy(Record, kw_only=True):
    """Two reports of which one has text of the other."""

    a: str
    b: str
    """Keys of the reports, `a` < `b`."""
    extent: Literal["report", "paragraph", "headline"]
    share: float
    """Of the shorter text (of the copied part, for paragraphs), how much stands in the other: 0 to 1."""
    passages: tuple[tuple[Span, Span], ...]
    """Stretches of `a` and the stretches of `b` with the same words; for headlines the sentences that they stand over."""
    reason: str
    first: str | None = None
    """Key of the report that the other took its text from; None where nobody can know."""


class Finding(NamedTuple):
    """What the comparing of two claims in one respect has found: "place.same" weighs once, "words" by how alike they are."""

    code: str
    says: Callable[[], str]
    """In words, for those who ask: most pairs are of two happenings, and nobody does."""
    amount: float = 1.0


class Pair(Record, kw_only=True):
    """Two claims weighed: are they of one happening, and why."""

    a: str
    b: str
    """Keys of the claims, `a` < `b`."""
    label: Label
    score: float
    """How sure that they are of one happening: 0 to 1."""
    reasons: tuple[str, ...]
    """Codes, each with what was compared, such as "place: same point" or "actor: roles swapped"; what decided comes first."""
    judged: str | None = None
    """Id of the judgement that decided it."""


class Judged(Record, kw_only=True):
    """What a person said of two claims, and nobody took back."""

    id: str
    made: str
    """When, in a form that sorts by time: of two that contradict each other the newer holds."""
    verdict: Label
    a: str
    b: str


class Saying(Record, kw_only=True):
    """What one teller says in one report: the teller, through whom, and the claims."""

    id: str
    report: str
    outlet: str | None
    published: str | None
    who: str
    """The folded words of the teller, or the agency or outlet that speaks for itself."""
    called: str
    """The like as the report writes it."""
    entity: str | None
    side: str | None
    voice: str | None
    """The agency or outlet whose own words these are; None where somebody else is named as the teller."""
    own_voice: bool
    """The voice is that of the outlet itself."""
    anonymous: bool
    audience: str | None
    """The agency or outlet that the teller is said to have spoken to."""
    through: tuple[str, ...]
    """Agencies and outlets on the way: the outlet itself, whom it credits, and those of the chain."""
    mediums: tuple[str, ...]
    """How he said it, where the report says so: "statement", "interview" …"""
    tellings: tuple[Telling, ...]


class Join(Record, kw_only=True):
    """Two sayings that go back to one act of saying, and why."""

    a: str
    b: str
    """Ids of the sayings, `a` < `b`."""
    reason: str


class Node(Record, kw_only=True):
    """A point of the chain graph of a happening."""

    id: str
    sort: Literal["report", "outlet", "teller", "origin"]
    words: str


class Edge(Record, kw_only=True):
    """A line of the chain graph: what `a` has, it has from `b`."""

    a: str
    b: str
    sort: Literal["published by", "tells after", "goes back to", "copy"]
    reason: str | None = None


class Chains(Record, kw_only=True):
    """The chain graph of a happening: reports ← outlets, tellers, and the origins that all lead to."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Origin(Record, kw_only=True):
    """One act of saying: who said it, to whom or on what occasion, when."""

    id: str
    who: str
    """As the reports name the teller, or the outlet where it speaks for itself."""
    entity: str | None
    side: str | None
    own_voice: bool
    """The outlet's own reporting."""
    anonymous: bool
    """An unnamed source: of unknown independence."""
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    reasons: tuple[str, ...]
    """Why several sayings were taken for one: "copy", "agency credit", "same quotation", "same speaker and day" …"""


class Said(Record, kw_only=True):
    """A value of a field of a happening with the origins that say so."""

    field: str
    """"actor", "target", "where", "when", "killed", "reality", …"""
    value: str
    origins: tuple[str, ...]


class Happening(Record, kw_only=True):
    """Claims of one happening: what is common, what differs, and who says which."""

    id: str
    kind: str
    reality: Reality
    actor: Party | None
    target: Party | None
    spot: Spot | None
    earliest: str | None
    latest: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    articles: int
    origins: tuple[Origin, ...]
    differs: tuple[Said, ...]
    """Fields with more than one value, each value with its origins."""
    grade: str
    grade_rule: str
    judgements: tuple[str, ...]
    """Ids of the judgements that shaped it."""


class Tie(Record, kw_only=True):
    """Two happenings that belong together, or one that is announced and did not follow."""

    what: Literal["followed", "not_followed", "consequence"]
    a: str
    """Id of the happening that is announced, or the cause."""
    b: str | None
    """Id of what followed; None where nothing did."""
    days: int | None
    """From the one to the other; of what did not follow, the days in which it could have."""
    reasons: tuple[str, ...]


class Holding(Record, kw_only=True):
    """Who is said to hold a place, as of a day."""

    place: str
    place_id: str | None
    holder: str | None
    holder_id: str | None
    earliest: str | None
    """Since when at the earliest …"""
    latest: str | None
    """… and at the latest."""
    claimed_by: tuple[str, ...]
    """Who says that the holder has it: origins by name."""
    contested_by: tuple[str, ...]
    """Other parties that claim it, fight for it inside, or are said to hold a part."""
    before: str | None
    last_mention: str | None
    claims: tuple[str, ...]
    part_of: str | None = None
    """The place that this is only a part of: what is said of it does not move the whole."""
    self_interested: bool = False
    """Only the holder, or those who fight beside it, say so."""
    besieged_by: tuple[str, ...] = ()
    """Parties said to stand around it, which moves nothing."""
