"""Measure the reading of times on labels by article id and offsets; the articles themselves are not here.

    python -m tests.times.measure ant2018.jsonl [look|kept]

A label is right when the time that covers its word has the same first and last day; "none" labels are right when no time
with a day covers it. "vague" labels («قبل أيام») are not scored. Prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tawatur.records import Span
from tawatur.text.sentences import sentences
from tawatur.times import find_times

LABELS = Path(__file__).parent / "labels" / "times.jsonl"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _sentence(text: str, position: int) -> Span:
    return next(((start, end) for start, end in sentences(text) if start <= position < end), (0, len(text)))


def is_right(text: str, label: Mapping[str, Any]) -> bool:
    """Whether the time read at a label is the one that it names."""
    start, end = _sentence(text, label["span"][0])
    found = find_times(text, start=start, end=end, published=date.fromisoformat(label["published"]))
    covering = (when for when in found if when.span[0] < label["span"][1] and label["span"][0] < when.span[1])
    when = next(covering, None)
    days = (None, None) if when is None else tuple(day and day[:10] for day in (when.earliest, when.latest))
    if label["label"] == "none":
        return days == (None, None)
    return days == (label["earliest"], label["latest"]) or days == (label.get("since", ""), label["published"])


def main(articles: str, half: str = "kept") -> None:
    """Write the shares of right labels of one half."""
    texts = {row["id"]: row["text"] for row in rows(Path(articles))}
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for label in rows(LABELS):
        if label["half"] != half or label["label"] == "vague":
            continue
        kind = f"{label['stratum']} {label['label']}"
        whole[kind] += 1
        right[kind] += is_right(texts[label["id"]], label)
    figures: dict[str, Any] = {kind: [right[kind], whole[kind]] for kind in sorted(whole)}
    figures["all"] = [right.total(), whole.total(), round(right.total() / whole.total(), 4)]
    sys.stdout.write(json.dumps({half: figures}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
