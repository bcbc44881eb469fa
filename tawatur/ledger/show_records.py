"""What is shown of one thing in a ledger: frozen sheets, whole enough that nothing else need be asked to understand them."""

from __future__ import annotations

from tawatur.ledger.records import Judgement, Kept
from tawatur.ledger.viewing import Contradiction
from tawatur.merge.own_side import Interest
from tawatur.merge.records import Chains, Copy, Happening, Holding, Origin, Pair, Tie
from tawatur.records import Claim, Record


class Told(Record, kw_only=True):
    """A claim with the report that it was read in, and what merging made of it."""

    key: str
    report: str
    """Key of the report."""
    given: str
    """The id that the report came in with."""
    outlet: str | None
    published: str | None
    sentence: str
    """The words of the report that the claim was read in; spans in it count from `claim.sentence[0]`."""
    claim: Claim
    happening: str | None
    """Id of its happening; None where it was not merged yet, or is judged wrong."""
    origin: str | None


class Name(Record, kw_only=True):
    """What somebody or something is called."""

    id: str | None = None
    """Of the entity or place; None where it is not known, and then `ar` are the words of the report."""
    ar: str
    en: str | None = None


class Names(Record, kw_only=True):
    """Who, to whom and where in a happening, as its claims have it."""

    actor: Name | None
    target: Name | None
    place: Name | None


class Figure(Record, kw_only=True):
    """A toll as some origins give it."""

    low: float | None
    high: float | None
    origins: tuple[str, ...]
    text: str
    """The words of the first of them."""


class Toll(Record, kw_only=True):
    """How many are said to be killed, wounded, displaced …, from the lowest to the highest that anybody says."""

    of: str
    whose: str | None
    """Id of the party of those counted, where the figures say it."""
    low: float | None
    best: float | None
    """What most origins say, of equals the last told; the middle where they give a range."""
    high: float | None
    figures: tuple[Figure, ...]


class Tied(Record, kw_only=True):
    """A tie with the happening at its other end; None where what was announced did not follow."""

    tie: Tie
    other: Happening | None


class HappeningSheet(Record, kw_only=True, tag="happening", tag_field="sort"):
    """A happening with everything that it rests on."""

    happening: Happening
    told: str | None
    """The day on which it was first told."""
    names: Names
    tellers: dict[str, str]
    """Of each origin, by its id, who it is as a report writes it."""
    interests: dict[str, Interest]
    """Of each origin, by its id, whether what it says serves its own side."""
    tolls: tuple[Toll, ...]
    claims: tuple[Told, ...]
    """By day of publication."""
    contradictions: tuple[Contradiction, ...]
    copies: tuple[Copy, ...]
    """Among its reports."""
    chains: Chains
    ties: tuple[Tied, ...]
    holdings: tuple[Holding, ...]
    """Of places whose holder rests on its claims."""
    judgements: tuple[Judgement, ...]
    """That shaped it, or are about its claims."""


class ClaimSheet(Record, kw_only=True, tag="claim", tag_field="sort"):
    """A claim with what it was joined to, and why."""

    told: Told
    pairs: tuple[Pair, ...]
    """With claims that were taken to be of its happening, the surest first."""
    contradictions: tuple[Contradiction, ...]
    judgements: tuple[Judgement, ...]


class ReportSheet(Record, kw_only=True, tag="report", tag_field="sort"):
    """A report with its other versions, its copies, and its claims."""

    report: Kept
    later: tuple[str, ...]
    """Keys of newer versions of its address."""
    copies: tuple[Copy, ...]
    given: dict[str, str]
    """The ids that the copies came in with, by key."""
    claims: tuple[Told, ...]


class OriginSheet(Record, kw_only=True, tag="origin", tag_field="sort"):
    """One act of saying, in every happening that it tells of."""

    id: str
    happenings: tuple[Happening, ...]
    origins: tuple[Origin, ...]
    """As it stands in each of the happenings."""
    teller: str
    """Who it is as a report writes it."""
    claims: tuple[Told, ...]


Sheet = HappeningSheet | ClaimSheet | ReportSheet | OriginSheet


class Held(Record, kw_only=True):
    """Who is said to hold a place, and the judgements on what is said of it."""

    holding: Holding
    judgements: tuple[str, ...]
    """Ids of those that stand."""
