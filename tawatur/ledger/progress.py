"""How far files have been taken in, so that adding goes on where it stopped and passes over what is in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from tawatur.ledger import tables
from tawatur.ledger.filling import storable
from tawatur.ledger.keys import content_key
from tawatur.records import Record
from tawatur.sources.records import Position


class FileMark(Record, kw_only=True):
    """A file as it is now, with what the caller says of its reports: when any of it differs, it is read from its beginning."""

    source: str
    size: int
    mtime: int
    """Nanoseconds."""
    said: str
    """Hash of the day and outlet that the caller gives."""


class Reached(Record, kw_only=True):
    """How far a file was read."""

    position: Position
    kept: int
    """Reports up to there that are in the ledger."""
    done: bool


def file_mark(path: Path, *, published: str | None, outlet: str | None) -> FileMark:
    """The mark of a file."""
    state = path.stat()
    return FileMark(
        source=storable(str(path.resolve())),
        size=state.st_size,
        mtime=state.st_mtime_ns,
        said=content_key((published, outlet)),
    )


def digest_of(path: Path, *, mark: FileMark) -> str:
    """Hash of the file's bytes and of what the caller says of it."""
    with path.open("rb") as stream:
        return f"{mark.said}:{hashlib.file_digest(stream, 'sha256').hexdigest()}"


def reached(connection: Connection, *, path: Path, mark: FileMark) -> Reached | None:
    """How far this file was read before; None where it was not, or has changed since."""
    progress = tables.progress
    row = connection.execute(select(progress).where(progress.c.source == mark.source)).first()
    if row is None or row.size != mark.size or not row.digest.startswith(f"{mark.said}:"):
        return None
    if row.mtime != mark.mtime and row.digest != digest_of(path, mark=mark):
        return None
    return Reached(position=Position(item=row.item, offset=row.byte), kept=row.kept, done=row.done)


def keep_progress(connection: Connection, *, mark: FileMark, digest: str, at: Reached) -> None:
    """Note how far a file is read, in the transaction that keeps its reports."""
    progress = tables.progress
    connection.execute(delete(progress).where(progress.c.source == mark.source))
    row = {
        "source": mark.source,
        "size": mark.size,
        "mtime": mark.mtime,
        "digest": digest,
        "item": at.position.item,
        "byte": at.position.offset,
        "kept": at.kept,
        "done": at.done,
    }
    connection.execute(insert(progress), row)
