"""The gold is well formed, and measuring it finds what it should in an invented article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from evaluation import faults, gold
from evaluation.scored import numbered
from tawatur.kit import load_kit
from tawatur.lexicon import load_lexicon
from tawatur.records import Reality

GOLD = [json.loads(line) for line in (gold.FOLDER / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
TEXT = "أعلن الجيش الليبي أن قواته انسحبت من ترهونة يوم الخميس."


def test_every_drawn_article_has_gold_once() -> None:
    drawn = json.loads((gold.FOLDER / "articles.json").read_text(encoding="utf-8"))
    assert sorted(row["id"] for row in GOLD) == sorted(drawn["look"] + drawn["measure"])


def test_labels_of_the_gold_are_known() -> None:
    kinds, realities = set(load_lexicon().kinds), set(get_args(Reality))
    for row in GOLD:
        for claim in row["claims"]:
            assert {claim["kind"], *claim["also"]} <= kinds
            assert {claim["reality"], *claim["reality_also"]} <= realities
            assert claim["from"] in ("both", "a", "b")
            assert claim["when"] is None or claim["when"][0] <= claim["when"][1]


def test_spans_of_the_gold_lie_in_their_articles(shared: Path) -> None:
    lengths: dict[str, int] = {}
    with (shared / "data" / "news" / "ant2018.jsonl").open(encoding="utf-8") as articles:
        for article in map(json.loads, articles):
            lengths[article["id"]] = len(article["text"])
    for row in GOLD:
        spans = [*row["again"], *(place["span"] for place in row["places"]), *(time["span"] for time in row["times"])]
        for claim in row["claims"]:
            spans += [claim["trigger"], *claim["actor"], *claim["target"], *claim["chain"]]
            spans += [where["span"] for where in claim["where"]]
        assert all(0 <= start < end <= lengths[row["id"]] for start, end in spans), row["id"]


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data with one article of ours, whose gold has a withdrawal that is there and a protest that is not."""
    news = tmp_path / "data" / "news"
    news.mkdir(parents=True)
    published = "Fri, 05 Jun 2020 12:00:00 +0200"
    (news / "ant2018.jsonl").write_text(
        json.dumps({"id": "x", "text": TEXT, "published": published}) + "\n", encoding="utf-8"
    )
    claim: dict[str, Any] = {
        "trigger": [27, 33],
        "kind": "withdraw",
        "also": [],
        "reality": "happened",
        "reality_also": [],
        "actor": [[21, 26]],
        "target": [],
        "where": [{"span": [37, 43], "lat": 32.43, "lon": 13.63, "radius_km": 10}],
        "when": ["2020-06-04", "2020-06-04"],
        "chain": [[5, 17]],
        "from": "both",
    }
    missing = {**claim, "trigger": [44, 47], "kind": "protest", "from": "a"}
    row = {
        "id": "x",
        "claims": [claim, missing],
        "places": [{"span": [37, 43], "lat": 32.43, "lon": 13.63, "radius_km": 10}],
        "times": [{"span": [44, 54], "first": "2020-06-04", "last": "2020-06-04"}],
        "again": [],
    }
    (tmp_path / "claims.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "articles.json").write_text('{"look": ["x"], "measure": []}', encoding="utf-8")
    monkeypatch.setattr(gold, "FOLDER", tmp_path)
    return tmp_path


def test_figures_of_an_invented_article(invented: Path) -> None:
    kit = load_kit()
    found = gold.figures(gold.compared("look", shared=invented, kit=kit), kit=kit)
    assert found["claims"]["kind"]["recall"] == 0.5
    assert found["recall_where_both_annotators_agree"] == 1.0
    assert found["places"]["right_of_all"] == 1.0
    assert found["times"]["right_of_all"] == 1.0


def test_faults_name_the_cause(invented: Path) -> None:
    kit = load_kit()
    found = dict(faults.faults(gold.compared("look", shared=invented, kit=kit), kit=kit))
    assert any(cause.startswith("missed") for cause in found)
    assert "[[يوم]]" in faults.written(found.items())


def test_repeated_ids_become_single() -> None:
    ids = [item["id"] for item in numbered([{"id": "a"}, {"id": "a"}])]
    assert len(set(ids)) == 2
