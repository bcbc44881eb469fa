"""From the name of a ledger to a database that is one: found or made, and brought to the newest tables."""

from __future__ import annotations

import sqlite3
from getpass import getuser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from tawatur.errors import LedgerError, NoLedger, NotALedger, OtherRevision
from tawatur.ledger.faults import faults_of

MIGRATIONS = Path(__file__).with_name("migrations")
REVISION_TABLE = "ledger_revision"
WAIT_S = 60
"""How long a writer waits for another: a transaction of another command takes a second or two, a large import some more."""
_MIGRATING = 0x74617761
"""Key of the lock in PostgreSQL under which one command at a time changes tables."""
_WRITES = "tawatur_writes"


def is_server(where: str) -> bool:
    """Whether a ledger's name is the address of a PostgreSQL database, else it is a file."""
    return where.startswith(("postgresql:", "postgresql+pg8000:", "postgres:"))


def shown(where: str) -> str:
    """The name of a ledger for messages, without a password.

    >>> shown("postgresql://ana:secret@db/ledger")
    'postgresql://ana:***@db/ledger'
    """
    return make_url(where).render_as_string(hide_password=True) if is_server(where) else where


def opened(where: str, *, create: bool) -> Engine:
    """The database of a ledger, made or brought up to date where need be."""
    if not is_server(where) and not create and not Path(where).is_file():
        raise NoLedger(f"{where}: no such ledger; `tawatur add` makes one, --ledger names another.")
    try:
        name = shown(where)
        engine = _server(where) if is_server(where) else _file(where)
    except (ArgumentError, ValueError) as error:
        raise NoLedger(f"{where}: no address of a database; write it as postgresql://USER@HOST/NAME.") from error
    try:
        with faults_of(name):
            _bring_up_to_date(engine, name=name, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def newest_revision() -> str:
    """Number of the last migration of this Tawatur."""
    return max(path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py")).partition("_")[0]


def _file(where: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=where), connect_args={"timeout": WAIT_S, "check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        connection.execute("PRAGMA foreign_keys = ON")
        # FULL: a commit is on the disk before it is told. There are few (one per batch of reports, one per judgement),
        # so it costs nothing that one could measure, and a judgement survives a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        # 64 MB of pages instead of 2: merging looks up hundreds of thousands of keys in one transaction.
        connection.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # A writer says so at once: one that found out later could no longer wait for another.
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server(where: str) -> Engine:
    if find_spec("pg8000") is None:
        raise LedgerError(f"{shown(where)}: PostgreSQL needs pg8000; pip install 'tawatur[postgres]'.")
    url = make_url(where).set(drivername="postgresql+pg8000")
    if url.username is None:
        url = url.set(username=getuser())
    arguments: dict[str, Any] = {}
    folder = url.query.get("host")
    if isinstance(folder, str) and folder.startswith("/"):  # a socket's folder, as libpq takes it
        arguments["unix_sock"] = f"{folder}/.s.PGSQL.{url.port or 5432}"
        url = url.difference_update_query(["host"])
    engine = create_engine(url, connect_args=arguments, pool_pre_ping=True)

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = '{WAIT_S}s'")
        connection.commit()

    return engine


def looking(engine: Engine) -> Engine:
    """The same database, for transactions that see one state of it from beginning to end, as all of SQLite's do."""
    return engine.execution_options(isolation_level="REPEATABLE READ") if engine.name == "postgresql" else engine


def writing(engine: Engine) -> Engine:
    """The same database, for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def _bring_up_to_date(engine: Engine, *, name: str, create: bool) -> None:
    with engine.connect() as connection:
        found = _revision(connection, name=name)
    newest = newest_revision()
    if found is not None and found > newest:
        raise OtherRevision(
            f"{name}: made by a newer Tawatur (tables {found}, this one knows {newest}); update Tawatur."
        )
    if found is None and not create:
        raise NoLedger(f"{name}: no ledger is there yet; `tawatur add` makes one.")
    if found == newest:
        return
    if engine.dialect.name == "sqlite":
        _prepare_file(engine)
    with writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
        if _revision(connection, name=name) != newest:
            _migrate(connection)


def _prepare_file(engine: Engine) -> None:
    """WAL: readers see the last commit while a writer writes. It stays with the file, and is set outside transactions."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _revision(connection: Connection, *, name: str) -> str | None:
    """Number of the migration that a ledger stands at; None where there is nothing yet."""
    tables = inspect(connection).get_table_names()
    if REVISION_TABLE in tables:
        found = connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar()
        return None if found is None else str(found)
    if tables:
        raise NotALedger(f"{name}: no ledger, it has tables of something else; give the ledger a place of its own.")
    return None


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
