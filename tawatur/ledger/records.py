"""What goes into a ledger and what comes out of it, as frozen values."""

from __future__ import annotations

from typing import Literal, Self

import msgspec

from tawatur.records import Claim, Record, Report, Span


class Arrival(Record, kw_only=True):
    """A report on its way in, with where it came from and how its day and outlet are known."""

    report: Report
    source: str | None = None
    """Path or address that it was read from."""
    published_from: str | None = None
    """"jsonl", "meta", "json-ld", "url", "dateline", "option" …; None when the day is unknown or nobody said."""
    outlet_from: str | None = None


class Refusal(Record, kw_only=True):
    """Something that could not be read, and why."""

    source: str | None = None
    """Path or address that it was in."""
    item: int | None = None
    """Which line, row or record of the source it was, from 1."""
    reason: str
    content: bytes | None = None
    """The bytes themselves where they are few."""


class Added(Record, kw_only=True):
    """What became of the reports of one adding.

    >>> Added(added=2) + Added(added=1, known=4)
    Added(added=3, known=4, versions=0, reread=0, quarantined=0)
    """

    added: int = 0
    """Reports that were new."""
    known: int = 0
    """Reports that were there already."""
    versions: int = 0
    """Of those added: reports that are another version of an address that was there."""
    reread: int = 0
    """Reports that were there, and have a reading by another run now."""
    quarantined: int = 0
    """What could not be read and was put aside."""

    def __add__(self, other: Self) -> Added:
        mine, theirs = msgspec.structs.astuple(self), msgspec.structs.astuple(other)
        return Added(**{name: a + b for name, a, b in zip(self.__struct_fields__, mine, theirs, strict=True)})


class Kept(Record, kw_only=True):
    """A report as the ledger keeps it."""

    key: str
    """Hash of its content: the same report is one, whatever id it came in with."""
    report: Report
    source: str | None
    published_from: str | None
    outlet_from: str | None
    previous: str | None
    """Key of the earlier version of the same address."""
    added: str
    """When it came in: UTC, such as "2024-05-01T10:00:00.000000Z"."""


class Run(Record, kw_only=True):
    """A version of code, lexicon and model, and when it first read for this ledger: the run that began last is current."""

    version: str
    begun: str


class KeptClaim(Record, kw_only=True):
    """A claim as the ledger keeps it."""

    key: str
    """Hash of the report's key and the claim's id: two outlets with one text have claims of one id, never of one key."""
    report: str
    """Key of the report."""
    run: str
    claim: Claim


Verdict = Literal["same", "different", "related", "right", "wrong", "unsure", "undo"]


class Anchor(Record, kw_only=True):
    """The words that a judgement is about: they outlive the claim that was read in them."""

    report: str
    """Key of the report."""
    kind: str
    trigger: tuple[Span, ...]


class Judgement(Record, kw_only=True):
    """What a person says of a claim or of two; never changed, only undone by another."""

    id: str
    made: str
    author: str
    verdict: Verdict
    note: str | None = None
    a: str | None = None
    """Key of the claim it is about; None in an undoing."""
    b: str | None = None
    """Key of the other claim where two are compared."""
    undoes: str | None = None
    """Id of the judgement that it takes back."""
    anchors: tuple[Anchor, ...] = ()
    """One for `a`, then one for `b`."""


State = Literal["waiting", "retried", "read"]
"""Of what could not be read: nobody tried again, somebody did in vain, or it was read in the end."""


class Quarantined(Record, kw_only=True):
    """A refusal as the ledger keeps it."""

    id: str
    refusal: Refusal
    made: str
    state: State


class Standing(Record, kw_only=True):
    """A judgement that nobody took back, and the current claims that it holds for."""

    judgement: Judgement
    a: str | None
    """Key of the current claim; None where a newer run reads no such claim in these words."""
    b: str | None = None

    @property
    def holds(self) -> bool:
        """Whether every claim that it is about is still read."""
        return None not in (self.a, self.b)[: len(self.judgement.anchors)]


class Difference(Record, kw_only=True):
    """What another run reads differently in a report: keys of claims."""

    report: str
    """Key of the report."""
    gone: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    """Same kind, roles and evidence, and something else differs: time, place, quantity, teller, score."""


class Changes(Record, kw_only=True):
    """What came into a ledger after a change number; ask again from `last`."""

    last: int
    reports: tuple[str, ...]
    """Keys of new reports."""
    readings: tuple[str, ...]
    """Keys of reports with a new reading, new reports among them."""
    judgements: tuple[str, ...]
    """Ids of new judgements."""
