"""The six example reports: their metadata say that they are invented, and what is expected of them is in them."""

import json
from pathlib import Path

import pytest

from tawatur import Reading, Report, read
from tawatur.intake import reports_in
from tests.test_read import check_laws

FOLDER = Path(__file__).resolve().parents[1] / "examples"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
ROWS = [json.loads(line) for line in (FOLDER / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
REPORTS = {item.id: item for item in reports_in(FOLDER / "reports.jsonl") if isinstance(item, Report)}
REALITIES = {"happened", "ongoing", "state", "announced", "expected", "possible", "conditional", "desired", "denied", "negated", "opinion"}  # fmt: skip


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {key: read(report) for key, report in REPORTS.items()}


def test_there_are_six_and_each_says_that_it_is_invented() -> None:
    assert len(REPORTS) == len(ROWS) == 6
    assert all(row["invented"] is True for row in ROWS)
    assert all("example.org" in row["url"] for row in ROWS)
    assert len({row["outlet"] for row in ROWS}) == 6
    assert EXPECTED["invented"] is True
    assert "متخيَّل" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_text_files_are_the_texts_of_the_lines() -> None:
    texts = [file.read_text(encoding="utf-8").strip() for file in sorted(FOLDER.glob("*.txt"))]
    assert texts == [row["text"].strip() for row in ROWS]


def quotations(value: object) -> list[tuple[str, str]]:
    """Every report id with words that are said to be in it, anywhere below "words"."""
    if isinstance(value, list):
        return [pair for item in value for pair in quotations(item)]
    if not isinstance(value, dict):
        return []
    words = value.get("words", {})
    own = [(key, text) for key, text in words.items() if key in REPORTS] if isinstance(words, dict) else []
    return own + [pair for key, item in value.items() if key != "words" for pair in quotations(item)]


def test_quoted_words_are_in_their_reports() -> None:
    pairs = quotations(EXPECTED)
    assert len(pairs) > 30
    assert [pair for pair in pairs if pair[1] not in REPORTS[pair[0]].text] == []


def test_happenings_name_kinds_realities_and_reports_that_there_are() -> None:
    from tawatur.lexicon import load_lexicon

    kinds = load_lexicon().kinds
    for happening in EXPECTED["happenings"]:
        assert happening["kind"] in kinds, happening
        assert happening["reality"] in REALITIES
        assert set(happening["words"]) <= set(happening["reports"]) <= set(REPORTS)
        days = [happening["earliest"], happening["latest"]]
        assert days == sorted(day for day in days if day) or None in days


@pytest.mark.parametrize("key", REPORTS)
def test_laws_hold_for_the_readings(key: str, readings: dict[str, Reading]) -> None:
    check_laws(REPORTS[key].text, readings[key])
    assert len(readings[key].claims) >= 3
    assert any(claim.chain for claim in readings[key].claims)


def test_the_announced_operation_is_no_attack_yet(readings: dict[str, Reading]) -> None:
    for key in ("nawras-1", "diffatayn-2"):
        announced = [claim for claim in readings[key].claims if claim.reality == "announced"]
        assert announced, key
        assert any("عملية" in piece.quote for claim in announced for piece in claim.evidence if piece.role == "trigger")


def test_the_denied_killing_is_denied(readings: dict[str, Reading]) -> None:
    denied = [claim for claim in readings["rummana-3"].claims if claim.reality == "denied"]
    assert any(piece.quote == "مقتل" for claim in denied for piece in claim.evidence if piece.role == "trigger")


def test_yesterdays_thursday_is_the_seventh_of_march(readings: dict[str, Reading]) -> None:
    times = [mention.when for mention in readings["tamy-5"].mentions if mention.when and "أمس الخميس" in mention.text]
    assert {(when.earliest, when.latest, when.anchor) for when in times} == {
        ("2019-03-07", "2019-03-07", "publication")
    }
