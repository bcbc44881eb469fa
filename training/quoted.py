"""Labels of claims written as quotations become labels by offsets, so that no text of the news is kept.

    python -m training.quoted QUOTED.jsonl ../shared/data/news/ant2018.jsonl > training/labels/claims/ant2018_N.jsonl

A line of QUOTED is an article: `{"id": …, "claims": [{"at": "…", "trigger": "…", "kind": "…", "reality": "…", "actor": ["…"], "target": ["…"],
"where": ["…"], "when": "…" | null, "chain": ["…"]}], "again": [{"at": "…", "trigger": "…"}]}`. `at` is a stretch of the sentence that
occurs once in the article and holds the trigger; other quotations mean their occurrence nearest to the trigger, within its sentence if there is one. What is not found is told on stderr,
by article and claim, and left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tawatur.lexicon import load_lexicon
from tawatur.text.sentences import sentences

Span = tuple[int, int]
REALITIES = frozenset(
    [
        "happened",
        "ongoing",
        "state",
        "announced",
        "expected",
        "possible",
        "conditional",
        "desired",
        "denied",
        "negated",
        "opinion",
    ]
)


class Unfound(Exception):
    """A quotation is not in the text, or not where it should be."""


def occurrences(text: str, quote: str) -> Iterator[Span]:
    """Where the quotation stands in the text."""
    at = text.find(quote)
    while at >= 0 and quote:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


def nearest(text: str, quote: str, to: Span) -> Span:
    """The occurrence of the quotation nearest to a span: of whole words rather than within one, in its sentence rather than in another."""
    found = list(occurrences(text, quote))
    if not found:
        raise Unfound(f"«{quote}» is not in the text")
    sentence = next((span for span in sentences(text) if span[0] <= to[0] < span[1]), (0, len(text)))

    def rank(span: Span) -> tuple[bool, bool, int]:
        goes_on = span[1] < len(text) and text[span[1]].isalpha()
        elsewhere = not (sentence[0] <= span[0] < sentence[1])
        return goes_on, elsewhere, max(span[0] - to[1], to[0] - span[1], 0)

    return min(found, key=rank)


def trigger(text: str, at: str, words: str) -> list[Span]:
    """The spans of the trigger's words: one, or several where other words stand between («شنت … غارات» is written with …)."""
    places = list(occurrences(text, at))
    if len(places) != 1:
        raise Unfound(f"«{at}» occurs {len(places)} times; it should occur once")
    start, end = places[0]
    spans: list[Span] = []
    for part in (piece.strip() for piece in words.split("…")):
        found = [span for span in occurrences(text, part) if start <= span[0] and span[1] <= end]
        found = [span for span in found if not spans or span[0] >= spans[-1][1]]
        if not found:
            raise Unfound(f"«{part}» is not in «{at}»")
        spans.append(found[0])
    return spans


def claim(text: str, written: dict[str, Any], kinds: frozenset[str]) -> dict[str, Any]:
    """One claim by offsets."""
    if written["kind"] not in kinds or written["reality"] not in REALITIES:
        raise Unfound(f"{written['kind']}/{written['reality']} is no kind or reality")
    spans = trigger(text, written["at"], written["trigger"])
    whole = (spans[0][0], spans[-1][1])

    def all_of(key: str) -> list[Span]:
        return [nearest(text, quote, whole) for quote in written.get(key) or []]

    when = written.get("when")
    return {
        "trigger": spans,
        "kind": written["kind"],
        "reality": written["reality"],
        **{key: all_of(key) for key in ("actor", "target", "where", "chain")},
        "when": nearest(text, when, whole) if when else None,
    }


def by_offsets(lines: Iterable[str], texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Articles by offsets; complaints go to stderr."""
    kinds = frozenset(load_lexicon().kinds)
    for line in lines:
        article = json.loads(line)
        text = texts[article["id"]]
        claims, again = [], []
        for number, written in enumerate(article["claims"]):
            try:
                claims.append(claim(text, written, kinds))
            except (Unfound, KeyError) as problem:
                print(f"{article['id']} claim {number}: {problem}", file=sys.stderr)
        for number, written in enumerate(article.get("again", ())):
            try:
                again.append(trigger(text, written["at"], written["trigger"]))
            except (Unfound, KeyError) as problem:
                print(f"{article['id']} again {number}: {problem}", file=sys.stderr)
        yield {"id": article["id"], "claims": claims, "again": again}


def main() -> None:
    """Read the quotations, print the offsets."""
    quoted, news = map(Path, sys.argv[1:])
    with news.open(encoding="utf-8") as lines:
        texts = {article["id"]: article["text"] for article in map(json.loads, lines)}
    with quoted.open(encoding="utf-8") as lines:
        for article in by_offsets((line for line in lines if line.strip()), texts):
            print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
