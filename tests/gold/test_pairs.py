"""The labelled pairs over invented reports are well formed, enough of each kind, apart in their parts, and lie in their texts."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "pairs" / "own"
GUIDELINES = Path(__file__).resolve().parents[2] / "docs" / "pairs.md"
STANCES: dict[str, set[str | None]] = {
    "same": {"supports", "contradicts", "repeats"},
    "related": {"contradicts", None},
    "different": {None},
}

Claim = tuple[str, int, int]


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of one file of the set."""
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


REPORTS = {report["id"]: report for report in rows("reports.jsonl")}
PAIRS, ORIGINS, HOLDINGS = rows("pairs.jsonl"), rows("origins.jsonl"), rows("holdings.jsonl")
TOLD = {
    scenario: " ".join(
        f"{report['text']} {report['outlet']}" for report in REPORTS.values() if report["scenario"] == scenario
    )
    for scenario in {report["scenario"] for report in REPORTS.values()}
}


def claim(side: dict[str, Any]) -> Claim:
    """A claim as its report and trigger."""
    return side["report"], *side["trigger"]


def trigger(side: dict[str, Any]) -> str:
    """The trigger words of a claim."""
    start, end = side["trigger"]
    text: str = REPORTS[side["report"]]["text"]
    assert 0 <= start < end <= len(text), side
    return text[start:end]


def part(scenario: str) -> str:
    """The part of a scenario, as the guidelines say."""
    return "tune" if hashlib.sha256(f"1192:{scenario}".encode()).digest()[0] % 2 == 0 else "measure"


def scenario(row: dict[str, Any]) -> str:
    """The one scenario of a pair."""
    (one,) = {REPORTS[row[side]["report"]]["scenario"] for side in "ab"}
    return str(one)


def test_reports_are_short_dated_and_their_own() -> None:
    assert len(REPORTS) == len(rows("reports.jsonl"))
    assert len(TOLD) >= 70
    for report in REPORTS.values():
        assert set(report) - {"title"} == {"id", "scenario", "outlet", "published", "text"}
        assert 25 <= len(report["text"].split()) <= 100, report["id"]
        assert date.fromisoformat(report["published"]).isoformat() == report["published"]
    assert max(Counter(report["text"] for report in REPORTS.values()).values()) == 1
    assert set(Counter(report["scenario"] for report in REPORTS.values()).values()) <= {3, 4, 5, 6}


def test_pairs_have_known_labels_and_the_part_of_their_scenario() -> None:
    for row in PAIRS:
        assert set(row) == {"a", "b", "label", "stance", "why", "hard", "part"}
        assert row["stance"] in STANCES[row["label"]], row
        assert row["part"] == part(scenario(row))
        assert row["why"]


def test_triggers_are_arabic_words_of_their_reports() -> None:
    for side in [side for row in PAIRS for side in (row["a"], row["b"])] + [
        side for row in ORIGINS for side in row["triggers"]
    ]:
        words = trigger(side)
        assert words == words.strip()
        assert re.fullmatch("[\u0621-\u0652 ]+", words), words


def test_every_pair_stands_once() -> None:
    seen = Counter(frozenset((claim(row["a"]), claim(row["b"]))) for row in PAIRS)
    assert all(len(pair) == 2 for pair in seen)
    assert max(seen.values()) == 1


def test_enough_pairs_of_each_part_label_and_difficulty() -> None:
    assert len(PAIRS) >= 450
    assert min(Counter(row["part"] for row in PAIRS).values()) >= 150
    assert 0.4 <= Counter(row["label"] for row in PAIRS)["same"] / len(PAIRS) <= 0.5
    hard = Counter(row["hard"] for row in PAIRS)
    table = GUIDELINES.read_text(encoding="utf-8").split("## What is hard")[1].split("|---|---|")[1]
    assert sorted(hard) == sorted(re.findall(r"^\| `(\w+)` \| ", table, re.MULTILINE))
    assert [name for name, count in hard.items() if count < 20] == []


def test_each_part_holds_a_quarter_of_each_difficulty() -> None:
    hard = Counter(row["hard"] for row in PAIRS)
    for (name, _), count in Counter((row["hard"], row["part"]) for row in PAIRS).items():
        assert 0.25 <= count / hard[name] <= 0.75, name


def test_what_is_the_same_as_the_same_is_not_labelled_apart() -> None:
    happening: dict[Claim, Claim] = {}

    def first(one: Claim) -> Claim:
        while happening.get(one, one) != one:
            one = happening[one]
        return one

    for row in PAIRS:
        if row["label"] == "same":
            happening[first(claim(row["a"]))] = first(claim(row["b"]))
    for row in PAIRS:
        if row["label"] != "same":
            assert first(claim(row["a"])) != first(claim(row["b"])), row
    for row in ORIGINS:
        assert len({first(claim(side)) for side in row["triggers"]}) == 1, row["scenario"]


def test_origins_are_named_in_their_reports_and_counted() -> None:
    assert len({row["scenario"] for row in ORIGINS}) == len(ORIGINS) >= 40
    for row in ORIGINS:
        assert set(row) == {"scenario", "triggers", "origins", "count", "part"}
        assert row["part"] == part(row["scenario"])
        assert {side["report"] for side in row["triggers"]} == {
            report for origin in row["origins"] for report in origin["reports"]
        }
        for origin in row["origins"]:
            assert set(origin) == {"who", "reports", "stance", "anonymous"}
            assert origin["who"] in TOLD[row["scenario"]]
        assert row["count"] == sum(origin["stance"] == "supports" for origin in row["origins"])


def test_holdings_are_named_in_their_reports() -> None:
    assert len({row["scenario"] for row in HOLDINGS}) >= 15
    for row in HOLDINGS:
        assert set(row) == {"scenario", "at", "place", "holder", "contested_by", "why", "part"}
        assert row["part"] == part(row["scenario"])
        assert date.fromisoformat(row["at"]).isoformat() == row["at"]
        names = [row["place"], *row["contested_by"]] + [row["holder"]] * (row["holder"] is not None)
        assert [name for name in names if name not in TOLD[row["scenario"]]] == []
