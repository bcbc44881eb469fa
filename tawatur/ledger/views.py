"""The tables of what merging makes. All of it follows from the facts and can be made anew from them (`tawatur merge --rebuild`).

Rows name claims and reports by their keys, so that two ledgers with the same facts hold the same views; only the tables of keys by which
claims and reports find one another go by numbers, for there are many.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Float, Index, Integer, MetaData, Table, Text

VIEWS = MetaData()

merged = Table(
    "merged",
    VIEWS,
    Column("id", Integer, CheckConstraint("id = 1", name="one_merged"), primary_key=True, autoincrement=False),
    Column("change", Integer, nullable=False),
    Column("rules", Text),
)
"""One row: the number of the last change that is merged, and the version of the rules by which all was."""

tellings = Table(
    "tellings",
    VIEWS,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("claim", Text, nullable=False, unique=True),
    Column("report", Text, nullable=False),
    Column("telling", Text, nullable=False),
    Index("tellings_report", "report"),
)
"""Current claims as merging compares them; `number` is that of the claim."""


def _keys(name: str, member: str) -> Table:
    return Table(
        name,
        VIEWS,
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column(member, Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


def _crowded(name: str) -> Table:
    return Table(
        name,
        VIEWS,
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("members", Integer, nullable=False),
    )


telling_keys = _keys("telling_keys", "telling")
report_keys = _keys("report_keys", "report")
"""Keys by which claims and reports meet, hashed."""
crowded_telling_keys = _crowded("crowded_telling_keys")
crowded_report_keys = _crowded("crowded_report_keys")
"""Keys behind which there are too many to be compared, with how many."""

copies = Table(
    "copies",
    VIEWS,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("extent", Text, nullable=False),
    Column("share", Float, nullable=False),
    Column("copy", Text, nullable=False),
    Index("copies_b", "b"),
)
"""Reports of which one has text of the other."""

pairs = Table(
    "pairs",
    VIEWS,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("score", Float, nullable=False),
    Column("pair", Text, nullable=False),
    Index("pairs_b", "b"),
)
"""Claims that are taken to be of one happening, two by two, each with its reasons."""

judged = Table(
    "judged",
    VIEWS,
    Column("judgement", Text, primary_key=True),
    Column("made", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("b", Text),
    Index("judged_a", "a"),
    Index("judged_b", "b"),
)
"""Judgements that stand, with the current claims that they hold for."""

happenings = Table(
    "happenings",
    VIEWS,
    Column("id", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("kind", "reality")),
    *(Column(name, Text) for name in ("actor", "actor_side", "target", "target_side")),
    Column("place", Text),
    *(Column(name, Float) for name in ("lat", "lon", "radius_m")),
    *(Column(name, Text) for name in ("earliest", "latest", "told", "day", "reckoned", "subject")),
    *(Column(name, Integer, nullable=False) for name in ("articles", "origins")),
    *(Column(name, Text, nullable=False) for name in ("grade", "grade_rule", "happening")),
    Index("happenings_day", "day", "id"),
    Index("happenings_kind", "kind", "day"),
    Index("happenings_subject", "subject", "reckoned"),
    Index("happenings_place", "place"),
)
"""Happenings. `actor` and `target` are ids of entities, `place` of a place; `told` is the day on which it was first told, `day` the one that
it is sorted by: its first day, or else that on which it was told. Ties go by `reckoned` and `subject` (tawatur/merge/links.py)."""

members = Table(
    "members",
    VIEWS,
    Column("claim", Text, primary_key=True),
    Column("happening", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("part", Text),
    Index("members_happening", "happening"),
)
"""Of each claim its happening and its origin there; `part` is the hash of the claims that were gathered together, None of one alone."""

origins = Table(
    "origins",
    VIEWS,
    Column("happening", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("who", Text, nullable=False),
    *(Column(name, Text) for name in ("entity", "side")),
    Index("origins_id", "id"),
)
"""For searching: the origins of each happening, which has them whole. One act of saying that tells of two happenings has one id in both."""

contradictions = Table(
    "contradictions",
    VIEWS,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("happening", Text, nullable=False),
    Column("about", Text, nullable=False),
    Index("contradictions_happening", "happening"),
)
"""Claims of one happening that cannot both be, and what about; of one origin they are told again, and all others support one another."""

ties = Table(
    "ties",
    VIEWS,
    Column("a", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("b", Text),
    Column("due", Text),
    Column("tie", Text, nullable=False),
    Index("ties_a", "a"),
    Index("ties_b", "b"),
)
"""Happenings that belong together. What was announced and did not follow counts from the day after `due` on."""

grounds = Table(
    "grounds",
    VIEWS,
    Column("ground", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Index("grounds_claim", "claim"),
    sqlite_with_rowid=False,
)
"""Claims that say something of who holds a place, by the place."""

holdings = Table(
    "holdings",
    VIEWS,
    Column("ground", Text, primary_key=True),
    Column("place", Text, nullable=False),
    *(Column(name, Text) for name in ("place_id", "holder", "holder_id", "earliest", "latest", "last_mention")),
    Column("holding", Text, nullable=False),
    Index("holdings_place", "place_id"),
)
"""Who is said to hold which place, by all reports there are."""
