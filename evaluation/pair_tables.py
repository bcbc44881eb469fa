"""The tables of docs/happenings.md, written from what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).parent.parent / "docs" / "happenings.md"
_MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_MEASURES = (
    ("weighed", "two by two, both claims read"),
    ("gathered", "as happenings, both claims read"),
    ("b3", "B³ over the claims read"),
    ("gathered, all", "as happenings, all pairs"),
    ("b3, all", "B³ over all claims labelled"),
)


def write_tables(results: Mapping[str, Any]) -> None:
    """Put the figures into the page, where it is there."""
    if DOCUMENT.exists():
        page = DOCUMENT.read_text(encoding="utf-8")
        tables = {"pairs": _pairs(results), "hard": _hard(results)}
        DOCUMENT.write_text(_MARKED.sub(lambda m: f"{m[1]}{tables[m[2]]}\n{m[3]}", page), encoding="utf-8")


def _pairs(results: Mapping[str, Any]) -> str:
    lines = []
    for part, found in results.items():
        for key, name in _MEASURES:
            score = found[key]
            pairs = found["pairs"] if "all" in key else found["read"]
            lines.append((part, name, pairs, *(f"{score[one]:.2f}" for one in ("precision", "recall", "f1"))))
    return _table(("texts, part", "what", "pairs", "precision", "recall", "F1"), lines)


def _hard(results: Mapping[str, Any]) -> str:
    sorts = sorted({sort for found in results.values() for sort in found["by what is hard"]})
    rows = [(f"`{sort}`", *(found["by what is hard"].get(sort, "") for found in results.values())) for sort in sorts]
    return _table(("`hard`", *results), rows)


def _table(head: tuple[str, ...], body: Iterable[tuple[Any, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in body])
