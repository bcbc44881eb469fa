"""Dates of Recognizers-Text: expressions with a reference day and the past day that they mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from evaluation.matching import share
from evaluation.scored import rows
from tawatur.times import find_times


def dates(shared: Path) -> dict[str, Any]:
    """How many are found, and how many are read as the one day meant."""
    items = rows(shared / "data" / "dates" / "recognizers.jsonl")
    found = right = 0
    for item in items:
        times = find_times(item["text"], published=date.fromisoformat(item["reference"][:10]))
        start = item["text"].find(item["expression"])
        end = start + len(item["expression"])
        here = [when for when in times if when.span[0] < end and start < when.span[1]]
        found += bool(here)
        right += any((when.earliest or "")[:10] == item["past"] == (when.latest or "")[:10] for when in here)
    return {"n": len(items), "found": share(found, len(items)), "right": share(right, len(items))}
