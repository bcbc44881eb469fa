"""Measure the reader on our own gold of claims (`gold/`): claims, their fields, places and times.

A claim is found when its trigger shares letters with one of the gold, one to one. It counts under `trigger` for that alone, under `near`
if its kind is of the same family too, and under `kind` if it is the gold's kind or one that the gold also takes. Claims read
where the gold marks that something is only said again are neither right nor wrong. Fields are shares of the claims right by `kind`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from evaluation.compared import FIELDS, claims_of, is_near, near_kind, paired, right_fields, same_kind
from evaluation.matching import Pair, Row, matched, scores, share
from tawatur.kit import Kit
from tawatur.reading import read
from tawatur.records import Reading, Report

FOLDER = Path(__file__).parent.parent / "gold"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """An article's gold beside what was read in it."""

    text: str
    gold: Row
    reading: Reading
    pairs: list[Pair]
    missed: list[Row]
    spurious: list[Row]


@dataclass(kw_only=True)
class _Counts:
    claims: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    reality: Counter[tuple[str, str]] = field(default_factory=Counter)
    groups: Counter[tuple[str, str]] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)


def compared(part: str, *, shared: Path, kit: Kit, labels: Path | None = None) -> Iterator[Compared]:
    """The articles of a part ("look" or "measure"), each read and compared with its labels (`gold/claims.jsonl` if none are given)."""
    wanted = set(json.loads((FOLDER / "articles.json").read_text(encoding="utf-8"))[part])
    lines = (labels or FOLDER / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
    with (shared / "data" / "news" / "ant2018.jsonl").open(encoding="utf-8") as articles:
        for article in map(json.loads, articles):
            if article["id"] in gold:
                yield _compared(article, gold[article["id"]], kit=kit)


def _compared(article: Row, gold: Row, *, kit: Kit) -> Compared:
    day = parsedate_to_datetime(article["published"]).date().isoformat()
    reading = read(Report(id=article["id"], text=article["text"], published=day), kit=kit)
    pairs, missed, spurious = paired(gold, claims_of(reading))
    return Compared(text=article["text"], gold=gold, reading=reading, pairs=pairs, missed=missed, spurious=spurious)


def figures(articles: Iterable[Compared], *, kit: Kit) -> dict[str, Any]:
    """All figures over some articles."""
    counts = _Counts()
    number = 0
    for article in articles:
        number += 1
        _count_claims(counts, article, kit=kit)
        _count_mentions(counts.spans, article)
    claims, spans = counts.claims, counts.spans
    gold, told = claims["gold"], claims["paired"] + claims["spurious"]
    right = claims["kind"]
    return {
        "articles": number,
        "claims": {level: scores(claims[level], gold=gold, read=told) for level in ("kind", "near", "trigger")},
        "recall_where_both_annotators_agree": share(claims["both right"], claims["both"]),
        "kind_exact": share(claims["exact"], claims["paired"]),
        "fields": {name: share(counts.fields[name], right) for name in FIELDS},
        "fields_said": {
            name: share(counts.fields[f"{name} said"], counts.fields[f"{name} in gold"])
            for name in ("actor", "target", "where", "when", "origin")
        },
        "reality": _table(counts.reality),
        "groups": {
            group: scores(
                counts.groups[group, "right"], gold=counts.groups[group, "gold"], read=counts.groups[group, "read"]
            )
            for group in sorted({group for group, _ in counts.groups})
        },
        "places": {
            "gold": spans["places"],
            "found": share(spans["places found"], spans["places"]),
            "right_of_found": share(spans["places right"], spans["places found"]),
            "right_of_all": share(spans["places right"], spans["places"]),
        },
        "times": {
            "gold": spans["times"],
            "found": share(spans["times found"], spans["times"]),
            "right_of_found": share(spans["times right"], spans["times found"]),
            "right_of_all": share(spans["times right"], spans["times"]),
        },
    }


def _count_claims(counts: _Counts, article: Compared, *, kit: Kit) -> None:
    group = {kind.id: kind.group for kind in kit.lexicon.kinds.values()}
    counts.claims["gold"] += len(article.gold["claims"])
    counts.claims["both"] += sum(claim.get("from") == "both" for claim in article.gold["claims"])
    counts.claims["spurious"] += len(article.spurious)
    for claim in article.gold["claims"]:
        counts.groups[group[claim["kind"]], "gold"] += 1
    for claim in article.spurious:
        counts.groups[group[claim["kind"]], "read"] += 1
    for gold, claim in article.pairs:
        counts.claims["paired"] += 1
        counts.claims["trigger"] += 1
        counts.claims["near"] += near_kind(gold, claim)
        counts.claims["exact"] += gold["kind"] == claim["kind"]
        counts.groups[group[(gold if same_kind(gold, claim) else claim)["kind"]], "read"] += 1
        if same_kind(gold, claim):
            counts.claims["kind"] += 1
            counts.claims["both right"] += gold.get("from") == "both"
            counts.groups[group[gold["kind"]], "right"] += 1
            _count_fields(counts, gold, claim, text=article.text)


def _count_fields(counts: _Counts, gold: Row, claim: Row, *, text: str) -> None:
    right = right_fields(text, gold, claim)
    counts.fields.update(name for name, is_right in right.items() if is_right)
    for name, said in (*((key, gold[key]) for key in ("actor", "target", "where", "when")), ("origin", gold["chain"])):
        counts.fields[f"{name} in gold"] += bool(said)
        counts.fields[f"{name} said"] += bool(said) and right[name]
    accepted = claim["reality"] in gold.get("reality_also", ())
    counts.reality[claim["reality"] if accepted else gold["reality"], claim["reality"]] += 1


def _count_mentions(spans: Counter[str], article: Compared) -> None:
    places = [
        {"span": mention.span, "lat": mention.place and mention.place.lat, "lon": mention.place and mention.place.lon}
        for mention in article.reading.mentions
        if mention.type == "place"
    ]
    times = [
        {"span": mention.span, "days": [day and day[:10] for day in (mention.when.earliest, mention.when.latest)]}
        for mention in article.reading.mentions
        if mention.when is not None
    ]
    found = matched(article.gold["places"], places, key="span")
    spans["places"] += len(article.gold["places"])
    spans["places found"] += len(found)
    spans["places right"] += sum(is_near(gold, place) for gold, place in found)
    dated = matched(article.gold["times"], times, key="span")
    spans["times"] += len(article.gold["times"])
    spans["times found"] += len(dated)
    spans["times right"] += sum([gold["first"], gold["last"]] == time["days"] for gold, time in dated)


def _table(pairs: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """A confusion table by gold label, then by label read; a label that the gold also takes counts as the gold's."""
    rows: dict[str, dict[str, int]] = {}
    for (gold, told), number in sorted(pairs.items()):
        rows.setdefault(gold, {})[told] = number
    return rows
