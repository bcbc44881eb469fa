"""The tables of a ledger. Facts are only ever added; what is here for searching alone says so.

Numbers are for joining inside one ledger; keys and ids are hashes of content and the same in every ledger.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

FACTS = MetaData()


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


clock = Table(
    "clock",
    FACTS,
    Column("id", Integer, CheckConstraint("id = 1", name="one_clock"), primary_key=True, autoincrement=False),
    Column("change", Integer, nullable=False),
)
"""One row: the number of the last transaction that added facts. A writer takes it first and so is the only one."""

runs = Table(
    "runs",
    FACTS,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    Column("begun", Text, nullable=False),
)
"""Versions of code, lexicon and model that have read here, and when each began to."""

reports = Table(
    "reports",
    FACTS,
    _number(),
    Column("key", Text, nullable=False, unique=True),
    Column("given", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("outlet_from", Text),
    Column("source", Text),
    Column("previous", Text, ForeignKey("reports.key")),
    Column("added", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("change", Integer, nullable=False),
    Index("reports_url", "url"),
    Index("reports_given", "given"),
    Index("reports_change", "change"),
)
"""Reports as they came; `given` is the id they came in with, `previous` the earlier version of the same address."""

readings = Table(
    "readings",
    FACTS,
    _number(),
    Column("report", Integer, ForeignKey("reports.number"), nullable=False),
    Column("run", Integer, ForeignKey("runs.number"), nullable=False),
    Column("added", Text, nullable=False),
    Column("rest", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("change", Integer, nullable=False),
    UniqueConstraint("report", "run", name="readings_report_run"),
    Index("readings_change", "change"),
)
"""What one run read in one report. `rest` is the Reading without its claims, which have rows of their own, `claims` of them.
`current` marks the reading by the run that began last."""

claims = Table(
    "claims",
    FACTS,
    _number(),
    Column("key", Text, nullable=False),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("report", Integer, ForeignKey("reports.number"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("claim", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reality", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("current", Boolean, nullable=False),
    UniqueConstraint("reading", "ordinal", name="claims_reading_ordinal"),
)
Index("claims_report", claims.c.report)
Index("claims_key", claims.c.key)
for _name, _columns, _unique in (
    ("claims_current_key", (claims.c.key,), True),
    ("claims_current_kind", (claims.c.kind, claims.c.earliest), False),
):
    Index(_name, *_columns, unique=_unique, sqlite_where=claims.c.current, postgresql_where=claims.c.current)
"""Claims of every reading; those of current readings are `current`. `earliest` and `latest` are days."""

parties = Table(
    "parties",
    FACTS,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("entity", Text),
    Column("side", Text),
    Column("words", Text, nullable=False),
    Index("parties_entity", "entity"),
)
"""For searching: who takes part in current claims, the parts of composite actors too; `words` are folded."""

spots = Table(
    "spots",
    FACTS,
    _number(),
    Column("claim", Integer, ForeignKey("claims.number"), nullable=False),
    Column("place", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_m", Float),
    Column("relation", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("south", Float),
    Column("north", Float),
    Column("west", Float),
    Column("east", Float),
    Index("spots_claim", "claim"),
    Index("spots_place", "place"),
)
"""For searching: where current claims are; the four sides bound the circle of the place's uncertainty."""

judgements = Table(
    "judgements",
    FACTS,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("made", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("note", Text),
    Column("a", Text),
    Column("b", Text),
    Column("undoes", Text, ForeignKey("judgements.id")),
    Column("anchors", Text, nullable=False),
    Column("change", Integer, nullable=False),
    Index("judgements_a", "a"),
    Index("judgements_b", "b"),
    Index("judgements_change", "change"),
)
"""What people said of claims; `anchors` are the words that each is about."""

quarantine = Table(
    "quarantine",
    FACTS,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("source", Text),
    Column("item", BigInteger),
    Column("reason", Text, nullable=False),
    Column("content", LargeBinary),
    Column("made", Text, nullable=False),
    Column("state", Text, nullable=False),
)
"""What could not be read, and why."""

progress = Table(
    "progress",
    FACTS,
    Column("source", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime", BigInteger, nullable=False),
    Column("digest", Text, nullable=False),
    Column("item", BigInteger, nullable=False),
    Column("byte", BigInteger),
    Column("kept", BigInteger, nullable=False),
    Column("done", Boolean, nullable=False),
)
"""How far each file has been taken in, so that adding goes on where it stopped: up to `item`, which ends at `byte`, with
`kept` reports in it. No fact: it is not exported."""
