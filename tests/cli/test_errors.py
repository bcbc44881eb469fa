"""What the command says when something is wrong: words on stderr, nothing on stdout, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import OTHER, TEXT, Run

BAD = {
    "empty": (b"", "nothing in it"),
    "latin": (b"The army said it withdrew from the town.", "of its letters are Arabic"),
    "binary": (b"\x7fELF" + bytes(range(256)) * 8, "not text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6"),
    "large": (("قال " * 300_000).encode(), "split it into reports"),
}


@pytest.mark.parametrize(("data", "says"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_read_is_said_in_a_line(data: bytes, says: str, tmp_path: Path, tawatur: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    code, out, err = tawatur("read", path, "--format", "jsonl")
    assert (code, out) == (2, "")
    assert says in err
    assert err.startswith(f"tawatur: {path}: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_missing_file_is_said_and_the_others_are_read(report: Path, tawatur: Run) -> None:
    code, out, err = tawatur("read", report.with_name("none.txt"))
    assert (code, out) == (2, "")
    assert "none.txt: no such file or folder." in err
    code, out, err = tawatur("read", report.with_name("none.txt"), report, "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "none.txt" in err


def test_a_folder_that_cannot_be_opened_is_said(tmp_path: Path, tawatur: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert "cannot be opened" in tawatur("read", path).err


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, tawatur: Run) -> None:
    path = tmp_path / "x.jsonl"
    lines = [json.dumps({"id": "a", "text": TEXT}), "{not json", json.dumps({"id": "b", "text": OTHER})]
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, err = tawatur("read", path, "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["report"]["id"] for line in out.splitlines()] == ["a", "b"]
    assert f"{path}, line 2: no report" in err


def test_a_day_that_is_none_is_said_before_anything_is_read(report: Path, tawatur: Run) -> None:
    for day in ("yesterday", "2017-13-01"):
        for command in ("read", "explain"):
            code, out, err = tawatur(command, report, "--published", day)
            assert (code, out) == (2, "")
            assert f"--published {day!r} is no day; write it as 2017-10-27." in err


def test_a_claim_that_is_not_there_is_said(report: Path, tawatur: Run) -> None:
    code, out, err = tawatur("explain", report, "zzzz")
    assert (code, out) == (2, "")
    assert "no claim with the id 'zzzz'" in err


def test_wrong_usage_is_exit_code_2_and_says_what_is_wrong(report: Path, tawatur: Run) -> None:
    for arguments in (("read",), ("read", report, "--format", "xml"), ("fly",), ("read", report, "--threads", "0")):
        code, out, err = tawatur(*arguments)
        assert (code, out) == (2, "")
        assert err


def test_a_fault_of_ours_costs_one_report(tmp_path: Path, tawatur: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur import read
    from tawatur.kit import Kit
    from tawatur.records import Reading, Report

    def faulty(report: Report, *, kit: Kit | None = None) -> Reading:
        if report.id == "a":
            raise IndexError("tuple index out of range")
        return read(report, kit=kit)

    monkeypatch.setattr(sys.modules["tawatur.reading"], "read", faulty)
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(json.dumps({"id": key, "text": TEXT}) for key in "ab"), encoding="utf-8")
    code, out, err = tawatur("read", path, "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["report"]["id"] for line in out.splitlines()] == ["b"]
    assert "a: a fault in Tawatur itself, IndexError at test_errors.py:" in err


def test_a_reader_that_stops_early_is_no_error_worth_a_traceback() -> None:
    command = f'"{sys.executable}" -m tawatur schema | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout == "{\n"
    assert "Traceback" not in done.stderr
