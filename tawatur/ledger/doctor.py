"""Whether a ledger is sound: every quotation still equals its text, every key its content, every index its rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlalchemy import Connection, func, select, text

from tawatur.ledger import tables
from tawatur.ledger.judging import judgement_key, judgements_in, standing
from tawatur.ledger.keys import content_key
from tawatur.ledger.quarantine import ALL, quarantined, refusal_key
from tawatur.ledger.searching import boxes_out_of_step
from tawatur.ledger.soundness import Fault, held, unsound
from tawatur.records import Record

AT_ONCE = 100
"""Reports that are held in memory together, with all their claims."""


class Finding(Record, kw_only=True):
    """Something that the doctor says."""

    grade: Literal["fault", "remark"]
    """A fault is damage; a remark is worth knowing."""
    where: str
    what: str


def examine(connection: Connection) -> Iterator[Finding]:
    """All that is wrong with a ledger; where nothing is, what is worth knowing of it."""
    sound = True
    for where, what in _all_faults(connection):
        sound = False
        yield Finding(grade="fault", where=where, what=what)
    for one in standing(connection) if sound else ():
        if not one.holds:
            yield Finding(
                grade="remark",
                where=f"judgement {one.judgement.id}",
                what="the newest reading has no such claim in its words any more",
            )


def _all_faults(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _facts(connection)
    yield from _said(connection)


def _file(connection: Connection) -> Iterator[Fault]:
    for said in connection.execute(text("PRAGMA integrity_check")).scalars():
        if said != "ok":
            yield "file", f"SQLite says: {said}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row[1]} of {row[0]}", f"it belongs to a row of {row[2]} that is not there"
    said = connection.execute(text("SELECT rtreecheck('spot_boxes')")).scalar()
    if said != "ok":
        yield "boxes of places", f"SQLite says: {said}"


def _facts(connection: Connection) -> Iterator[Fault]:
    ages = {}
    for run in connection.execute(select(tables.runs)):
        ages[run.number] = (run.version, (run.begun, run.number))
        if run.id != content_key(run.version):
            yield f"run {run.id}", "its id is not the hash of its version"
    after = 0
    while (some := held(connection, after=after, count=AT_ONCE)).reports:
        yield from unsound(connection, some=some, ages=ages)
        after = some.reports[-1].number
    reports = connection.execute(select(func.count()).select_from(tables.reports)).scalar_one()
    indexed = "report_words_docsize" if connection.dialect.name == "sqlite" else "report_words"
    found = connection.execute(text(f"SELECT count(*) FROM {indexed}")).scalar_one()
    if found != reports:
        yield "words of reports", f"{found} reports are indexed, and {reports} are there"
    for number in boxes_out_of_step(connection):
        yield f"place {number}", "its box is not that of its row"


def _said(connection: Connection) -> Iterator[Fault]:
    for judgement in judgements_in(connection):
        if judgement.id != judgement_key(judgement):
            yield f"judgement {judgement.id}", "its id is not the hash of what it says"
    for one in quarantined(connection, states=ALL):
        if one.id != refusal_key(one.refusal):
            yield f"quarantine {one.id}", "its id is not the hash of what was refused"
    last = connection.execute(select(tables.clock.c.change)).scalar()
    for table in (tables.reports, tables.readings, tables.judgements):
        change = connection.execute(select(func.max(table.c.change))).scalar() or 0
        if last is None or change > last:
            yield f"clock at {last}", f"{table.name} have changes up to {change}"
