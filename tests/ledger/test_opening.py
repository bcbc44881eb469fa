"""Opening a ledger: made where there is none, refused where there is something else, up to date where it is old."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, event, text

from tawatur.errors import (
    BusyLedger,
    FullLedger,
    LedgerError,
    NoLedger,
    NotALedger,
    OtherRevision,
    ReadOnlyLedger,
    TawaturError,
)
from tawatur.ledger import Ledger, opening
from tawatur.ledger.faults import ledger_error
from tawatur.ledger.opening import MIGRATIONS, REVISION_TABLE, newest_revision
from tawatur.ledger.tables import FACTS
from tests.ledger.build import pairs


def test_the_migrations_make_the_tables_of_the_code(ledger: Ledger) -> None:
    def ours(_: object, name: str | None, kind: str, found: bool, __: object) -> bool:
        return kind != "table" or not found or name in FACTS.tables

    with ledger.asking() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "version_table": REVISION_TABLE})
        differences = [one for one in compare_metadata(context, FACTS) if "spots_box" not in str(one)]
    assert differences == [], "write a new step in tawatur/ledger/migrations/versions"


def test_every_step_has_a_number_and_follows_the_one_before() -> None:
    names = sorted(path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    for number, name in enumerate(names, start=1):
        words = (MIGRATIONS / "versions" / name).read_text(encoding="utf-8")
        assert name.startswith(f"{number:04}_")
        assert f'revision = "{number:04}"' in words
        assert f"down_revision = {f'{chr(34)}{number - 1:04}{chr(34)}' if number > 1 else None}" in words


def test_a_ledger_of_a_newer_tawatur_is_left_alone(place: str) -> None:
    with Ledger(place) as ledger, ledger.writing() as connection:
        connection.execute(text(f"UPDATE {REVISION_TABLE} SET version_num = '9999'"))
    with pytest.raises(OtherRevision, match=f"tables 9999, this one knows {newest_revision()}"):
        Ledger(place)


def test_what_is_something_else_is_left_alone(place: str, tmp_path: Path) -> None:
    with Ledger(place) as ledger, ledger.writing() as connection:
        connection.execute(text(f"DROP TABLE {REVISION_TABLE}"))
    with pytest.raises(NotALedger, match="tables of something else"):
        Ledger(place)
    path = tmp_path / "words.txt"
    path.write_text("ليس هذا سجلا " * 100, encoding="utf-8")
    with pytest.raises(NotALedger, match=r"words\.txt: no ledger, but a file of some other kind"):
        Ledger(path)
    assert path.read_text(encoding="utf-8") == "ليس هذا سجلا " * 100


def test_asking_makes_no_ledger(place: str) -> None:
    with pytest.raises(NoLedger):
        Ledger(place, create=False)
    if "://" not in place:
        assert not Path(place).exists()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("postgresql://ana:secret@127.0.0.1:1/x", r"ana:\*\*\*@127.0.0.1:1/x: no PostgreSQL server answers"),
        ("postgresql://ana@host:port/x", "no address of a database"),
        ("/no/such/folder/x.ledger", "check that its folder is there"),
    ],
)
def test_where_nothing_is_is_said(where: str, says: str) -> None:
    with pytest.raises(NoLedger, match=says) as raised:
        Ledger(where)
    assert "secret" not in str(raised.value)


def test_a_database_that_is_not_there_is_said(server: str) -> None:
    with pytest.raises(NoLedger, match="createdb NAME"):
        Ledger(f"postgresql://postgres@/nothing?host={server}")


def test_without_its_driver_a_server_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "find_spec", lambda _: None)
    with pytest.raises(LedgerError, match=r"pip install 'tawatur\[postgres\]'"):
        Ledger("postgresql://127.0.0.1/x")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("database or disk is full", FullLedger),  # SQLite
        ("{'S': 'ERROR', 'C': '53100', 'M': 'could not extend file'}", FullLedger),  # PostgreSQL, SQLSTATE disk_full
        ("attempt to write a readonly database", ReadOnlyLedger),
        ("{'C': '42501', 'M': 'permission denied for table reports'}", ReadOnlyLedger),
        ("database is locked", BusyLedger),
        ("{'C': '28P01', 'M': 'password authentication failed'}", NoLedger),
        ("something nobody thought of", LedgerError),
    ],
)
def test_what_a_database_says_becomes_what_to_do(words: str, kind: type[LedgerError]) -> None:
    error = ledger_error(words, where="x.ledger")
    assert type(error) is kind
    assert isinstance(error, TawaturError)
    assert str(error).startswith("x.ledger: ")


@pytest.fixture
def every_connection() -> Iterator[Callable[[str], None]]:
    """Say something to every new connection to SQLite."""
    said: list[str] = []

    def connected(connection: Any, _: object) -> None:
        for one in said if isinstance(connection, sqlite3.Connection) else ():
            connection.execute(one)

    event.listen(Engine, "connect", connected)
    yield said.append
    event.remove(Engine, "connect", connected)


def test_a_full_disk_is_said_and_nothing_is_half_written(
    tmp_path: Path, every_connection: Callable[[str], None]
) -> None:
    path = tmp_path / "x.ledger"
    with Ledger(path) as ledger:
        ledger.add_readings(pairs(5))
    pages = path.stat().st_size // 4096
    every_connection(f"PRAGMA max_page_count = {pages + 4}")
    with Ledger(path) as ledger:
        with pytest.raises(FullLedger, match="no room left on the disk"):
            ledger.add_readings(pairs(400))
        assert len(list(ledger.reports())) == 5
        assert list(ledger.examine()) == []


def test_a_ledger_that_may_only_be_read_can_be_read(tmp_path: Path, every_connection: Callable[[str], None]) -> None:
    path = tmp_path / "x.ledger"
    with Ledger(path) as ledger:
        ledger.add_readings(pairs(5))
    every_connection("PRAGMA query_only = ON")
    with Ledger(path) as ledger:
        assert len(list(ledger.claims())) == 10
        with pytest.raises(ReadOnlyLedger):
            ledger.add_readings(pairs(6))


def test_two_that_make_the_same_ledger_at_once_make_one(place: str) -> None:
    faults: list[BaseException] = []

    def make(first: int) -> None:
        try:
            with Ledger(place) as ledger:
                ledger.add_readings(pairs(10, first=first))
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=make, args=(first,)) for first in (1, 6, 11)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    with Ledger(place) as ledger:
        assert len(list(ledger.reports())) == 20
        assert list(ledger.examine()) == []


def test_a_reader_sees_one_state_while_a_writer_goes_on(place: str) -> None:
    with Ledger(place) as writer, Ledger(place) as reader:
        writer.add_readings(pairs(250))
        reports = reader.reports()
        seen = [next(reports)]
        assert writer.add_readings(pairs(10, first=1001)).added == 10, "an open question holds nobody up"
        seen += reports
        assert len(seen) == 250
        assert len(list(reader.reports())) == 260


def test_readers_and_a_writer_do_not_hold_each_other_up(place: str) -> None:
    done, faults, looks = threading.Event(), [], []

    def look() -> None:
        try:
            with Ledger(place, create=False) as ledger:
                while not done.is_set():
                    looks.append(len(list(ledger.claims())) % 2)
        except BaseException as fault:
            faults.append(fault)

    with Ledger(place) as writer:
        threads = [threading.Thread(target=look) for _ in range(3)]
        for thread in threads:
            thread.start()
        for first in range(1, 100, 5):
            writer.add_readings(pairs(5, first=first))
        done.set()
        for thread in threads:
            thread.join(60)
    assert faults == []
    assert looks
    assert set(looks) == {0}, "no report is seen with half of its claims"
