"""Everything out and in again, byte for byte, and from one database into the other."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tawatur.errors import NoLedgerFile, ReportError
from tawatur.ledger import Ledger
from tests.ledger.build import pairs, reading, report
from tests.ledger.filler import QuickReader


def full(ledger: Ledger, *, first: int = 1) -> bytes:
    """Fill a ledger with something of everything, and export it."""
    url = f"https://news.example/{first}"
    versions = [report(first + number, url=url, outlet="وكالة") for number in range(3)]
    ledger.add([*versions, ReportError("news.jsonl, line 3: no report.")], reader=QuickReader())
    ledger.add_readings([(versions[0], reading(versions[0], run="reader-2")), *pairs(3, first=first + 10)])
    a, b = list(ledger.claims())[:2]
    said = ledger.judge("same", author="مدققة", a=a.key, b=b.key, note="نص")
    ledger.judge("undo", author="مدققة", undoes=said.id)
    return b"".join(ledger.export())


def test_export_of_import_of_export_is_the_same_bytes(ledger: Ledger, other_place: str) -> None:
    data = full(ledger)
    with Ledger(other_place) as other:
        other.take(io.BytesIO(data))
        assert b"".join(other.export()) == data
        assert list(other.examine()) == []
        assert list(other.claims()) == list(ledger.claims())
        other.take(io.BytesIO(data))
        assert b"".join(other.export()) == data, "the same file twice changes nothing"


def test_a_ledger_moves_between_the_databases(ledger: Ledger, tmp_path: Path) -> None:
    data = full(ledger)
    with Ledger(tmp_path / "moved.ledger") as moved:
        moved.take(io.BytesIO(data))
        assert b"".join(moved.export()) == data


def test_two_ledgers_become_one(ledger: Ledger, other_place: str) -> None:
    full(ledger)
    with Ledger(other_place) as other:
        theirs = full(other, first=2)
    ledger.take(io.BytesIO(theirs))
    assert {kept.report.text for kept in ledger.reports()} == {report(n).text for n in (1, 2, 3, 4, 11, 12, 13, 14)}
    assert len(ledger.judgements()) == 4
    assert len(ledger.quarantine()) == 1
    assert list(ledger.examine()) == []


def test_another_version_from_another_ledger_is_linked(ledger: Ledger, other_place: str) -> None:
    mine, theirs = (report(number, url="https://news.example/1") for number in (1, 2))
    ledger.add([mine], reader=QuickReader())
    with Ledger(other_place) as other:
        other.add([theirs], reader=QuickReader())
        ledger.take(io.BytesIO(b"".join(other.export())))
    first, second = ledger.reports()
    assert second.previous == first.key


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda lines: lines[1:], "line 1: no header"),
        (lambda lines: [b'{"tawatur":"ledger","format":99}\n'], "format 99"),
        (lambda lines: [*lines[:2], b"{}\n"], "line 3"),
        (lambda lines: [*lines[:2], lines[2][:40]], "line 3: no line of an exported ledger"),
        (lambda lines: [lines[0], lines[1].replace("الجيش".encode(), "الجمع".encode())], "line 2: its key is not the hash"),
        (lambda lines: [lines[0], *(line for line in lines if line.startswith(b'{"reading"'))], "report that is not there"),
    ],
    ids=["no header", "newer", "empty", "cut off", "changed", "no report"],
)  # fmt: skip
def test_what_is_no_export_is_refused(ledger: Ledger, other_place: str, change: object, says: str) -> None:
    lines = full(ledger).splitlines(keepends=True)
    assert callable(change)
    with Ledger(other_place) as other, pytest.raises(NoLedgerFile, match=says):
        other.take(io.BytesIO(b"".join(change(lines))), name="x.jsonl")
