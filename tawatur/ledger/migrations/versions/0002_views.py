"""What merging makes of the facts: tellings, copies, pairs, happenings, origins, ties, holdings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Empty tables: the first merge fills them."""
    op.create_table(
        "merged",
        sa.Column(
            "id", sa.Integer, sa.CheckConstraint("id = 1", name="one_merged"), primary_key=True, autoincrement=False
        ),
        sa.Column("change", sa.Integer, nullable=False),
        sa.Column("rules", sa.Text),
    )
    op.execute("INSERT INTO merged (id, change) VALUES (1, 0)")
    _compared()
    _found()
    _control()


def _texts(*names: str, nullable: bool) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=nullable) for name in names]


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _number(name: str, sort: type[sa.Integer] = sa.Integer) -> sa.Column[int]:
    return sa.Column(name, sort, primary_key=True, autoincrement=False)


def _compared() -> None:
    op.create_table(
        "tellings",
        _number("number"),
        sa.Column("claim", sa.Text, nullable=False, unique=True),
        *_texts("report", "telling", nullable=False),
    )
    op.create_index("tellings_report", "tellings", ["report"])
    for member in ("telling", "report"):
        op.create_table(f"{member}_keys", _number("key", sa.BigInteger), _number(member), sqlite_with_rowid=False)
        op.create_table(
            f"crowded_{member}_keys",
            _number("key", sa.BigInteger),
            sa.Column("members", sa.Integer, nullable=False),
        )
    op.create_table(
        "copies",
        _key("a"),
        _key("b"),
        *_texts("extent", nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        *_texts("copy", nullable=False),
    )
    op.create_index("copies_b", "copies", ["b"])
    op.create_table(
        "pairs", _key("a"), _key("b"), sa.Column("score", sa.Float, nullable=False), *_texts("pair", nullable=False)
    )
    op.create_index("pairs_b", "pairs", ["b"])
    op.create_table(
        "judged",
        _key("judgement"),
        *_texts("made", "verdict", "a", nullable=False),
        *_texts("b", nullable=True),
    )
    for column in ("a", "b"):
        op.create_index(f"judged_{column}", "judged", [column])


def _found() -> None:
    op.create_table(
        "happenings",
        _key("id"),
        *_texts("kind", "reality", nullable=False),
        *_texts("actor", "actor_side", "target", "target_side", "place", nullable=True),
        *(sa.Column(name, sa.Float) for name in ("lat", "lon", "radius_m")),
        *_texts("earliest", "latest", "told", "day", "reckoned", "subject", nullable=True),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("articles", "origins")),
        *_texts("grade", "grade_rule", "happening", nullable=False),
    )
    op.create_index("happenings_day", "happenings", ["day", "id"])
    op.create_index("happenings_kind", "happenings", ["kind", "day"])
    op.create_index("happenings_subject", "happenings", ["subject", "reckoned"])
    op.create_index("happenings_place", "happenings", ["place"])
    op.create_table(
        "members", _key("claim"), *_texts("happening", "origin", nullable=False), *_texts("part", nullable=True)
    )
    op.create_index("members_happening", "members", ["happening"])
    op.create_table(
        "origins",
        _key("happening"),
        _key("id"),
        *_texts("who", nullable=False),
        *_texts("entity", "side", nullable=True),
    )
    op.create_index("origins_id", "origins", ["id"])
    op.create_table("contradictions", _key("a"), _key("b"), *_texts("happening", "about", nullable=False))
    op.create_index("contradictions_happening", "contradictions", ["happening"])
    op.create_table(
        "ties",
        *_texts("a", "what", nullable=False),
        *_texts("b", "due", nullable=True),
        *_texts("tie", nullable=False),
    )
    for column in ("a", "b"):
        op.create_index(f"ties_{column}", "ties", [column])


def _control() -> None:
    op.create_table("grounds", _key("ground"), _key("claim"), sqlite_with_rowid=False)
    op.create_index("grounds_claim", "grounds", ["claim"])
    op.create_table(
        "holdings",
        _key("ground"),
        *_texts("place", nullable=False),
        *_texts("place_id", "holder", "holder_id", "earliest", "latest", "last_mention", nullable=True),
        *_texts("holding", nullable=False),
    )
    op.create_index("holdings_place", "holdings", ["place_id"])
