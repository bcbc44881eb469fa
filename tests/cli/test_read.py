"""`tawatur read`: sources, formats, labels; stdout is data only."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from tawatur.records import Reading
from tests.cli.conftest import OTHER, TEXT, Run

ARABIC = re.compile("[\u0600-\u06ff]")
ISOLATES = {"\u2066": 1, "\u2068": 1, "\u2069": -1}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_every_encoding_gives_the_same_reading(encoding: str, tmp_path: Path, report: Path, tawatur: Run) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT.encode(encoding))
    assert tawatur("read", other, "--format", "jsonl") == tawatur("read", report, "--format", "jsonl")


def test_json_lines_are_readings(report: Path, tawatur: Run) -> None:
    options = ("--published", "2020-06-05", "--outlet", "وكالة", "--format", "jsonl")
    code, out, err = tawatur("read", report, *options)
    assert (code, err) == (0, "")
    reading = msgspec.json.decode(out, type=Reading)
    assert (reading.report.published, reading.report.outlet) == ("2020-06-05", "وكالة")
    assert reading.report.length == len(TEXT)
    assert any(claim.kind == "withdraw" for claim in reading.claims)


def test_json_is_one_document(report: Path, tmp_path: Path, tawatur: Run) -> None:
    (tmp_path / "second.txt").write_text(OTHER, encoding="utf-8")
    code, out, _ = tawatur("read", tmp_path, "--format", "json")
    assert code == 0
    assert [reading["report"]["length"] for reading in json.loads(out)] == [len(TEXT), len(OTHER)]


def test_json_of_nothing_is_an_empty_list(tmp_path: Path, tawatur: Run) -> None:
    assert tawatur("read", tmp_path / "none", "--format", "json").out == "[]\n"


def test_standard_input_is_text_lines_or_a_page(tawatur: Run) -> None:
    line = json.dumps({"id": "a", "text": TEXT, "published": "2020-06-05"})
    page = f"<!doctype html><html><body><article><p>{TEXT}</p><p>{OTHER * 4}</p></article></body></html>"
    for data in (TEXT.encode(), f"{line}\n{line}\n".encode(), page.encode()):
        code, out, err = tawatur("read", "-", "--format", "jsonl", stdin=data)
        assert (code, err) == (0, "")
        assert all("withdraw" in one for one in out.splitlines())


def balanced(line: str) -> bool:
    """Whether every isolate that is opened on a line is closed on it, one at a time."""
    depth = 0
    for sign in line:
        depth += ISOLATES.get(sign, 0)
        if depth not in (0, 1):
            return False
    return depth == 0


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("columns", [40, 80, 120, 200])
def test_tables_fit_and_every_line_keeps_its_direction(lang: str, columns: int, report: Path, tawatur: Run) -> None:
    code, out, err = tawatur("read", report, "--published", "2020-06-05", "--lang", lang, columns=columns)
    assert (code, err) == (0, "")
    assert "2020-06-05" in out
    for line in out.splitlines():
        assert balanced(line), line
        assert len(re.sub("[\u200e\u2066\u2068\u2069]", "", line)) <= columns
        inside = re.findall("\u2068[^\u2069]*\u2069", line)
        assert len(ARABIC.findall(line)) == len(ARABIC.findall("".join(inside))), "Arabic outside of an isolate"


def test_labels_come_in_both_languages(report: Path, tawatur: Run) -> None:
    english = tawatur("read", report, columns=120).out
    arabic = tawatur("read", report, "--lang", "ar", columns=120).out
    assert "according to" in english
    assert "Withdrawal" in english
    assert "المصدر" in arabic
    assert "Withdrawal" not in arabic


def test_a_report_without_claims_says_so(tmp_path: Path, tawatur: Run) -> None:
    path = tmp_path / "x.txt"
    path.write_text("الطقس معتدل والسماء صافية في معظم المناطق.", encoding="utf-8")
    assert "no claims found" in tawatur("read", path).out


def test_titles_are_no_markup_and_move_no_cursor(tawatur: Run) -> None:
    line = json.dumps({"text": TEXT, "title": "[red]عاجل[/red] \x1b[2J\u202eقصف"})
    out = tawatur("read", "-", stdin=line.encode()).out
    assert "[red]" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_same_in_same_out(report: Path, tawatur: Run) -> None:
    assert tawatur("read", report) == tawatur("read", report)
