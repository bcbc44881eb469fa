"""Reports, runs, readings, claims, judgements, quarantine, progress, and what is needed to search them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first tables."""
    _facts()
    _claims()
    _said()
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        op.execute("CREATE VIRTUAL TABLE spot_boxes USING rtree(number, south, north, west, east)")
    else:
        op.create_table(
            "report_words",
            sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True, autoincrement=False),
            sa.Column("words", sa.dialects.postgresql.TSVECTOR, nullable=False),
        )
        op.create_index("report_words_words", "report_words", ["words"], postgresql_using="gin")
        op.execute("CREATE INDEX spots_box ON spots USING gist (box(point(west, south), point(east, north)))")
    op.execute("INSERT INTO clock (id, change) VALUES (1, 0)")


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def _facts() -> None:
    op.create_table(
        "clock",
        sa.Column(
            "id", sa.Integer, sa.CheckConstraint("id = 1", name="one_clock"), primary_key=True, autoincrement=False
        ),
        sa.Column("change", sa.Integer, nullable=False),
    )
    op.create_table(
        "runs",
        _number(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("begun", sa.Text, nullable=False),
    )
    op.create_table(
        "reports",
        _number(),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "outlet", "url", "published")),
        *(sa.Column(name, sa.Text) for name in ("published_from", "outlet_from", "source")),
        sa.Column("previous", sa.Text, sa.ForeignKey("reports.key")),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
    )
    op.create_index("reports_url", "reports", ["url"])
    op.create_index("reports_given", "reports", ["given"])
    op.create_index("reports_change", "reports", ["change"])
    op.create_table(
        "readings",
        _number(),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("rest", sa.Text, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
        sa.UniqueConstraint("report", "run", name="readings_report_run"),
    )
    op.create_index("readings_change", "readings", ["change"])


def _claims() -> None:
    op.create_table(
        "claims",
        _number(),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("claim", "kind", "reality")),
        *(sa.Column(name, sa.Text) for name in ("earliest", "latest")),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.UniqueConstraint("reading", "ordinal", name="claims_reading_ordinal"),
    )
    op.create_index("claims_report", "claims", ["report"])
    op.create_index("claims_key", "claims", ["key"])
    current = sa.text("current")
    op.create_index(
        "claims_current_key", "claims", ["key"], unique=True, sqlite_where=current, postgresql_where=current
    )
    op.create_index(
        "claims_current_kind", "claims", ["kind", "earliest"], sqlite_where=current, postgresql_where=current
    )
    op.create_table(
        "parties",
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True, autoincrement=False),
        sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("entity", sa.Text),
        sa.Column("side", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("parties_entity", "parties", ["entity"])
    op.create_table(
        "spots",
        _number(),
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), nullable=False),
        sa.Column("place", sa.Text),
        *(sa.Column(name, sa.Float) for name in ("lat", "lon", "radius_m")),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        *(sa.Column(name, sa.Float) for name in ("south", "north", "west", "east")),
    )
    op.create_index("spots_claim", "spots", ["claim"])
    op.create_index("spots_place", "spots", ["place"])


def _said() -> None:
    op.create_table(
        "judgements",
        _number(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("made", "author", "verdict")),
        *(sa.Column(name, sa.Text) for name in ("note", "a", "b")),
        sa.Column("undoes", sa.Text, sa.ForeignKey("judgements.id")),
        sa.Column("anchors", sa.Text, nullable=False),
        sa.Column("change", sa.Integer, nullable=False),
    )
    for column in ("a", "b", "change"):
        op.create_index(f"judgements_{column}", "judgements", [column])
    op.create_table(
        "quarantine",
        _number(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("source", sa.Text),
        sa.Column("item", sa.BigInteger),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("made", "state")),
    )
    op.create_table(
        "progress",
        sa.Column("source", sa.Text, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("size", "mtime")),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("item", sa.BigInteger, nullable=False),
        sa.Column("byte", sa.BigInteger),
        sa.Column("kept", sa.BigInteger, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
    )
