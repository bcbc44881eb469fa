"""`tawatur add`, `reread`, `export`, `import`, `doctor`, `quarantine`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur.ledger import Ledger
from tests.cli.conftest import OTHER, TEXT, Run, tawatur

__all__ = ["tawatur"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two reports and a line that is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    lines = json.dumps({"text": OTHER, "published": "2020-02-16"}, ensure_ascii=False) + '\n{"text": 5}\n'
    (tmp_path / "news.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_add_keeps_what_it_can_read_in_the_current_folder(here: Path, tawatur: Run) -> None:
    code, out, err = tawatur("add", "report.txt", "news.jsonl")
    assert (code, out) == (1, "")
    assert "tawatur.ledger: 2 reports added, 0 already there, 1 could not be read." in err
    with Ledger(here / "tawatur.ledger", create=False) as ledger:
        assert len(list(ledger.reports())) == 2
        assert {claim.report for claim in ledger.claims()} == {kept.key for kept in ledger.reports()}
    assert tawatur("add", "report.txt") == (0, "", "tawatur: tawatur.ledger: 0 reports added, 1 already there.\n")


def test_add_takes_standard_input_a_day_and_an_outlet(here: Path, tawatur: Run) -> None:
    stdin = TEXT.encode()
    given = ("--published", "2020-06-05", "--outlet", "وكالة", "--ledger", "x.ledger")
    assert tawatur("add", "-", *given, stdin=stdin).code == 0
    with Ledger("x.ledger") as ledger:
        (kept,) = ledger.reports()
    assert (kept.report.published, kept.published_from) == ("2020-06-05", "option")
    assert (kept.report.outlet, kept.outlet_from) == ("وكالة", "option")


def test_what_is_not_there_is_said_before_anything_is_made(here: Path, tawatur: Run) -> None:
    assert tawatur("add", "report.txt", "nothing.txt") == (2, "", "tawatur: nothing.txt: no such file or folder.\n")
    assert not (here / "tawatur.ledger").exists()
    for command in (("doctor",), ("export",), ("reread",), ("quarantine", "list"), ("quarantine", "retry")):
        code, out, err = tawatur(*command)
        assert (code, out) == (2, "")
        assert "tawatur.ledger: no such ledger" in err


def test_export_and_import(here: Path, tawatur: Run) -> None:
    tawatur("add", "report.txt", "news.jsonl")
    exported = tawatur("export").out
    (here / "all.jsonl").write_text(exported, encoding="utf-8")
    assert tawatur("import", "all.jsonl", "--ledger", "copy.ledger").code == 0
    assert tawatur("export", "--ledger", "copy.ledger").out == exported
    assert tawatur("import", "-", "--ledger", "other.ledger", stdin=exported.encode()).code == 0
    assert tawatur("export", "--ledger", "other.ledger").out == exported
    assert tawatur("import", "report.txt").code == 2


def test_doctor_says_sound_or_what_is_not(here: Path, tawatur: Run) -> None:
    tawatur("add", "report.txt")
    assert tawatur("doctor") == (0, "", "tawatur: tawatur.ledger: sound.\n")
    with Ledger() as ledger, ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE reports SET text = replace(text, 'ترهونة', 'ترهونه')")
    code, out, err = tawatur("doctor")
    assert code == 1
    assert "fault\t" in out
    assert "does not stand at" in out
    assert "faults" in err


def test_quarantine_lists_and_retries(here: Path, tawatur: Run) -> None:
    tawatur("add", "news.jsonl")
    (line,) = tawatur("quarantine", "list").out.splitlines()
    assert line.split("\t")[1] == "waiting"
    assert "news.jsonl, line 2" in line
    assert tawatur("quarantine", "retry").code == 1
    assert json.loads(tawatur("quarantine", "list", "--format", "jsonl").out)["state"] == "retried"
    path = here / "news.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("5", json.dumps(TEXT)), encoding="utf-8")
    assert tawatur("quarantine", "retry") == (0, "", "tawatur: 1 read, 0 not.\n")
    assert tawatur("quarantine", "list").out == ""
    (one,) = json.loads(tawatur("quarantine", "list", "--all", "--format", "json").out)
    assert one["state"] == "read"


def test_reread_prints_what_differs(here: Path, tawatur: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    tawatur("add", "report.txt")
    assert tawatur("reread") == (0, "", "tawatur: 0 reports read again.\n")
    from tests.ledger.filler import QuickReader

    monkeypatch.setattr("tawatur.ledger.ledger.OwnReader", lambda: QuickReader("newer"))
    code, out, err = tawatur("reread")
    assert (code, err) == (0, "tawatur: 1 reports read again.\n")
    assert {line.split("\t")[1] for line in out.splitlines()} == {"gone"}
