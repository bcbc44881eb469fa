"""What databases say when something is wrong, as errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tawatur.errors import BusyLedger, FullLedger, LedgerError, NoLedger, NotALedger, ReadOnlyLedger

_SIGNS: tuple[tuple[tuple[str, ...], type[LedgerError], str], ...] = (
    (
        ("database or disk is full", "'53100'", "No space left"),
        FullLedger,
        "no room left on the disk; make room and run the command again: what was added stays, nothing is half-written.",
    ),
    (
        ("readonly database", "'25006'", "'42501'"),
        ReadOnlyLedger,
        "may be read and not written; ask for the right to write, or name another ledger.",
    ),
    (
        ("database is locked", "'55P03'"),
        BusyLedger,
        "another command is writing to it and did not finish in time; run this one again when it has.",
    ),
    (
        ("file is not a database",),
        NotALedger,
        "no ledger, but a file of some other kind; name a ledger, or a new file.",
    ),
    (
        ("malformed", "disk I/O error"),
        LedgerError,
        "damaged, or on a disk that is; `tawatur doctor` says what can still be read, a copy or an export brings it back.",
    ),
    (
        ("unable to open database file",),
        NoLedger,
        "cannot be opened; check that its folder is there and may be written.",
    ),
    (("'3D000'",), NoLedger, "the server has no such database; createdb NAME makes it."),
    (
        ("'28P01'", "'28000'"),
        NoLedger,
        "the server refuses this user or password; they stand in the address as USER:PASSWORD@HOST.",
    ),
    (
        # a server that has no such database may hang up before its word of it is read
        ("network error", "connection is closed"),
        NoLedger,
        "the PostgreSQL server hung up; check that the database is there (createdb NAME makes it) and may be used by you.",
    ),
    (
        ("Can't create a connection", "connection refused"),
        NoLedger,
        "no PostgreSQL server answers there; check host and port, and that it runs.",
    ),
)
"""Words of SQLite, or SQLSTATE codes of PostgreSQL, by which a fault is known."""


def ledger_error(words: str, *, where: str) -> LedgerError:
    """The error for what a database said.

    >>> ledger_error("database or disk is full", where="tawatur.ledger").__class__.__name__
    'FullLedger'
    """
    for signs, kind, advice in _SIGNS:
        if any(sign.lower() in words.lower() for sign in signs):
            return kind(f"{where}: {advice}")
    return LedgerError(f"{where}: the database says: {words.strip()}")


@contextmanager
def faults_of(where: str) -> Iterator[None]:
    """Within this, what a database says becomes an error of ours."""
    try:
        yield
    except DBAPIError as fault:
        raise ledger_error(str(fault.orig), where=where) from fault
