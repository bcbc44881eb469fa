"""The labelled pairs over real news are well formed, enough, apart in their parts, and lie in their articles."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "pairs" / "news"
PARTS = {"tune", "measure"}

Claim = tuple[str, int, int]


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of one label file."""
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


PAIRS, ORIGINS = rows("pairs.jsonl"), rows("origins.jsonl")


def claim(side: dict[str, Any]) -> Claim:
    """A claim as its article and trigger."""
    return side["id"], *side["trigger"]


def test_pairs_of_claims_have_known_labels() -> None:
    for row in PAIRS:
        assert set(row) == {"a", "b", "label", "stance", "why", "hard", "part", "group"}
        assert row["part"] in PARTS
        assert all((row["why"], row["hard"], row["group"]))
        assert row["label"] in {"same", "different", "related"}
        assert row["stance"] in ({"supports", "contradicts", "repeats"} if row["label"] == "same" else {None}), row


def test_every_pair_of_claims_stands_once() -> None:
    seen = Counter(frozenset((claim(row["a"]), claim(row["b"]))) for row in PAIRS)
    assert all(len(pair) == 2 for pair in seen)
    assert max(seen.values()) == 1


def test_enough_pairs_groups_and_labels() -> None:
    labels = Counter(row["label"] for row in PAIRS)
    assert len(PAIRS) >= 320
    assert min(Counter(row["part"] for row in PAIRS).values()) >= 150
    assert 0.4 <= labels["same"] / len(PAIRS) <= 0.5
    assert len({row["group"] for row in PAIRS}) >= 40


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


def test_an_article_is_in_one_part_only() -> None:
    parts: dict[str, set[str]] = {}
    for row in PAIRS:
        for side in (row["a"], row["b"]):
            parts.setdefault(side["id"], set()).add(row["part"])
    for row in ORIGINS:
        for article in (row["a"], row["b"]):
            parts.setdefault(article, set()).add(row["part"])
    assert [article for article, found in parts.items() if len(found) > 1] == []


def test_pairs_of_articles_have_known_labels() -> None:
    for row in ORIGINS:
        assert set(row) == {"a", "b", "share", "common_origin", "what", "credits", "why", "part"}
        assert row["common_origin"] in (True, False, "partly")
        assert row["part"] in PARTS
        assert set(row["credits"]) == {"a", "b"}
        assert all((row["what"], row["why"]))
    assert max(Counter(frozenset((row["a"], row["b"])) for row in ORIGINS).values()) == 1


def test_enough_pairs_of_articles() -> None:
    shares = sorted(row["share"] for row in ORIGINS if row["share"] is not None)
    assert len(shares) >= 120
    assert len(ORIGINS) - len(shares) >= 80
    assert (shares[0], shares[-1]) == (0.15, 1.0)
    assert all(high - low < 0.1 for low, high in pairwise(shares))
    assert sum(row["common_origin"] is False for row in ORIGINS) >= 60


def test_triggers_lie_in_their_articles(shared: Path) -> None:
    texts: dict[str, str] = {}
    for name in ("ant2018", "saudi2015"):
        with (shared / "data" / "news" / f"{name}.jsonl").open(encoding="utf-8") as articles:
            texts |= {article["id"]: article["text"] for article in map(json.loads, articles)}
    for row in PAIRS:
        for side in (row["a"], row["b"]):
            start, end = side["trigger"]
            words = texts[side["id"]][start:end]
            assert 0 <= start < end <= start + len(words), side
            assert words == words.strip(), side
    assert {article for row in ORIGINS for article in (row["a"], row["b"])} <= set(texts)


def test_shares_are_those_of_the_overlap_files(shared: Path) -> None:
    measured: dict[frozenset[str], float] = {}
    for name in ("ant2018", "saudi2015"):
        with (shared / "data" / "news" / f"{name}_overlap_pairs.jsonl").open(encoding="utf-8") as pairs:
            measured |= {frozenset((a, b)): share for share, a, b in map(json.loads, pairs)}
    for row in ORIGINS:
        assert row["share"] == measured.get(frozenset((row["a"], row["b"]))), row
