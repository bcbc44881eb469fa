"""`tawatur query`, `show`, `holdings`, `judge`, `judgements`: what they print, in what form, and what they refuse."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from tawatur.cli.bidi import folded_parts
from tawatur.cli.marked import marked
from tawatur.cli.spreadsheet import safe
from tawatur.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.asked import REPORTS, asked_of, reading, shelling

ISOLATES = re.compile("[\u2066-\u2069\u200e]")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A file with the small ledger."""
    path = tmp_path / "asked.ledger"
    with Ledger(path) as ledger:
        asked_of(ledger)
    return path


def words(out: str) -> str:
    """What was printed without direction marks, blanks run together."""
    return " ".join(ISOLATES.sub("", out).split())


@pytest.mark.parametrize("columns", [80, 160])
@pytest.mark.parametrize(("lang", "shown"), [("en", "Syrian army"), ("ar", "الجيش السوري")])
def test_a_table_in_both_languages_and_widths(lang: str, shown: str, columns: int, place: Path, tawatur: Run) -> None:
    code, out, err = tawatur("query", "--ledger", place, "--lang", lang, columns=columns)
    assert (code, err) == (0, "")
    assert shown in words(out)
    assert all(len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069") for line in out.splitlines())


def test_json_has_names_tolls_and_where_to_go_on(place: Path, tawatur: Run) -> None:
    code, out, _ = tawatur("query", "--ledger", place, "--format", "json", "--limit", "1")
    document = json.loads(out)
    assert code == 0
    (found,) = document["happenings"]
    assert (found["kind"], found["articles"], found["origins"]) == ("shell", 2, 2)
    assert found["actor"]["id"] == "syria.army"
    assert found["place"]["lat"] == pytest.approx(35.746, abs=0.01)
    assert found["tolls"][0]["figures"][0]["text"] == "ثلاثة"
    rest = json.loads(tawatur("query", "--ledger", place, "--format", "json", "--cursor", document["next"]).out)
    assert [one["kind"] for one in rest["happenings"]] == ["withdraw", "besiege", "hold"]
    assert rest["next"] is None


def test_csv_opens_in_a_spreadsheet(place: Path, tawatur: Run) -> None:
    out = tawatur("query", "--ledger", place, "--format", "csv", "--bom").out
    assert out.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [row["kind"] for row in rows] == ["shell", "withdraw", "besiege", "hold"]
    assert (rows[0]["killed_low"], rows[0]["killed_high"], rows[0]["reports"]) == ("3.0", "5.0", "agency-1 paper-2")
    assert rows[3]["day"] == "", "unknown stays empty"


def test_no_cell_is_a_formula(place: Path, tawatur: Run) -> None:
    hostile = replace(REPORTS[3], id="=HYPERLINK(1)", text=REPORTS[3].text + " ")
    with Ledger(place) as ledger:
        one = reading(replace(hostile, id="site-4"))
        ledger.add_readings([(hostile, one)])
        ledger.merge()
    rows = list(csv.DictReader(io.StringIO(tawatur("query", "--ledger", place, "--format", "csv").out)))
    assert [row["reports"] for row in rows if "HYPERLINK" in row["reports"]] != []
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    for cell in ("=1", "+1", "-1", "@a", "\t=1"):
        assert str(safe(cell)).startswith("'")
    assert safe(-1.5) == -1.5, "a number is no formula"


def test_more_is_said_and_so_is_what_a_name_is_taken_for(place: Path, tawatur: Run) -> None:
    code, _, err = tawatur("query", "--ledger", place, "--limit", "1", "--place", "سوريا")
    assert code == 0
    assert "--cursor" in err
    assert "taken for SY (country)" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("query", "--kind", "seze"), "seize"),
        (("query", "--actor", "الجيس السوري"), "syria.army"),
        (("query", "--place", "البوكمل"), "gn:174448"),
        (("query", "--near", "here", "--radius", "1"), "36.34,43.13"),
        (("query", "--from", "yesterday"), "2017-10-27"),
        (("holdings", "--at", "2019"), "2017-10-27"),
        (("show", "ffffff"), "no happening, claim, report or origin"),
        (("judge", "same", "ffffff", "eeeeee"), "no claim has this id"),
        (("judge", "undo", "ffffff", "eeeeee"), "one too many"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    arguments: tuple[str, ...], says: str, place: Path, tawatur: Run
) -> None:
    code, out, err = tawatur(*arguments, "--ledger", place)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert err.startswith("tawatur: ")


def test_a_ledger_that_is_not_there_is_said(tmp_path: Path, tawatur: Run) -> None:
    for command in (("query",), ("show", "abcd"), ("holdings",), ("judgements",), ("judge", "right", "abcd")):
        code, out, err = tawatur(*command, "--ledger", tmp_path / "none")
        assert (code, out) == (2, "")
        assert "no such ledger" in err


def test_a_happening_is_shown_with_origins_and_words(place: Path, tawatur: Run) -> None:
    with Ledger(place) as ledger:
        happening = shelling(ledger)
    for lang, marks in (("en", ("contradicts", "├─", "└─")), ("ar", ("تعارض", "─┤", "─┘"))):
        code, out, err = tawatur("show", happening.id[:8], "--ledger", place, "--lang", lang, columns=100)
        assert (code, err) == (0, "")
        shown = words(out)
        assert marks[0] in shown
        assert any(mark in out for mark in marks[1:])
        for part in ("⟦قصف⟧", "[الجيش]", "وكالة المرفأ · 2019-03-08 · agency-1", happening.grade_rule, "قصف واحد"):
            assert part in shown
    sheet = json.loads(tawatur("show", happening.id, "--ledger", place, "--format", "json").out)
    assert sheet["sort"] == "happening"
    assert len(sheet["claims"]) == 2


def test_claims_reports_and_origins_are_shown(place: Path, tawatur: Run) -> None:
    with Ledger(place) as ledger:
        happening = shelling(ledger)
    for identity, part in (
        (happening.claims[0], happening.id),
        ("agency-1", "وكالة المرفأ"),
        (happening.origins[0].id, happening.id[:8]),
    ):
        for lang in ("en", "ar"):
            code, out, err = tawatur("show", identity, "--ledger", place, "--lang", lang)
            assert (code, err) == (0, "")
            assert part in words(out)


def test_holdings_in_every_form(place: Path, tawatur: Run) -> None:
    for columns in (80, 160):
        assert "قوات سوريا الديمقراطية" in words(
            tawatur("holdings", "--ledger", place, "--lang", "ar", columns=columns).out
        )
    (row,) = json.loads(tawatur("holdings", "--ledger", place, "--format", "json").out)["holdings"]
    assert (row["place_id"], row["holder_id"], row["judgements"]) == ("gn:167208", "sdf", [])
    (line,) = csv.DictReader(io.StringIO(tawatur("holdings", "--ledger", place, "--format", "csv").out))
    assert line["holder_id"] == "sdf"
    assert "nobody" in tawatur("holdings", "--ledger", place, "--at", "2018-01-01").out


def test_judging_merges_anew_and_can_be_taken_back(place: Path, tawatur: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(place) as ledger:
        happening = shelling(ledger)
    first, second = happening.claims
    monkeypatch.setenv("TAWATUR_AUTHOR", "مدقق الليل")
    code, out, err = tawatur("judge", "different", first[:8], second[:8], "--ledger", place, "--note", "قصفان")
    assert code == 0
    assert "مدقق الليل" in out
    assert err.count("is in happening") == 2
    assert (
        len(json.loads(tawatur("query", "--ledger", place, "--kind", "shell", "--format", "json").out)["happenings"])
        == 2
    )
    said = json.loads(tawatur("judgements", "--ledger", place, "--format", "json").out)["judgements"]
    assert [(one["verdict"], one["state"]) for one in said] == [("same", "stands"), ("different", "stands")]
    assert tawatur("judge", "undo", said[1]["id"][:6], "--author", "أ", "--ledger", place).code == 0
    (found,) = json.loads(tawatur("query", "--ledger", place, "--kind", "shell", "--format", "json").out)["happenings"]
    assert found["id"] == happening.id
    out = words(tawatur("judgements", "--ledger", place).out)
    assert [state in out for state in ("stands", "taken back", "takes it back")] == [True, True, True]


def test_evidence_is_marked_where_it_stands() -> None:
    (claim,) = reading(REPORTS[0]).claims
    text = REPORTS[0].text
    shown = marked(text, claim)
    assert shown.startswith("قال [مصدر طبي] إن [الجيش] ⟦قصف⟧ بلدة [مركدة]")
    assert re.sub(r"[\[\]⟦⟧]", "", shown) == text


def test_parts_of_a_line_are_folded_between_words() -> None:
    assert list(folded_parts(["a b", "c"], width=40)) == [["a b", "c"]]
    assert list(folded_parts(["aaaa bbbb", "c"], width=4)) == [["aaaa"], ["bbbb"], ["c"]]
