"""Measure copies and origins.

python -m evaluation.origins                    everything; writes merge_origins.json and the tables of docs/origins.md
python -m evaluation.origins --keep FOLDER      keep the readings there, or take them from there
python -m evaluation.origins --errors           what fails on the part to tune on
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluation.copies_origins import Material, articles, figures

RESULTS = Path(__file__).parent / "merge_origins.json"
DOCUMENT = Path(__file__).parent.parent / "docs" / "origins.md"


def _copies_table(found: Mapping[str, Any]) -> str:
    extents = ("report", "paragraph")
    rows_ = [
        (f"from {band}", row["pairs"], row.get("met", 0), *(row.get(extent, 0) for extent in extents))
        for band, row in found["copies"]["by share"].items()
    ]
    return _table(("share listed", "pairs", "meet by their keys", "copy of the report", "copy of a paragraph"), rows_)


def _costs_table(found: Mapping[str, Any]) -> str:
    rows_ = [(name, value) for name, value in found["copies"].items() if isinstance(value, int | float)]
    return _table(("", ""), [*rows_, *((f"copies: {name}", n) for name, n in found["copies"]["copies"].items())])


def _articles_table(found: Mapping[str, Any]) -> str:
    names = {"true": "one origin", "partly": "partly", "false": "independent"}
    rows_ = [
        (names[label], part, row["pairs"], row.get("joined", 0), f"{row.get('joined', 0) / row['pairs']:.2f}")
        for label in names
        for part, of_part in sorted(found["articles"].items())
        if (row := of_part.get(label))
    ]
    return _table(("labelled", "part", "pairs", "a common origin found", "share"), rows_)


def _claims_table(found: Mapping[str, Any]) -> str:
    rows_ = [
        (part, sort, row["pairs"], row.get("read", 0), row.get("joined", 0))
        for part, of_part in found["claims"].items()
        for sort, row in of_part.items()
    ]
    return _table(("texts, part", "labelled", "pairs", "both read", "joined"), rows_)


def _scenarios_table(found: Mapping[str, Any]) -> str:
    rows_ = [
        (part, row["scenarios"], row.get("right", 0), row.get("read", 0), row.get("read, right", 0))
        for part, row in found["scenarios"].items()
    ]
    return _table(("part", "scenarios", "count right", "with every claim read", "of these right"), rows_)


def _table(head: tuple[str, ...], body: Iterable[tuple[Any, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in body])


TABLES = {
    "copies": _copies_table,
    "costs": _costs_table,
    "articles": _articles_table,
    "claims": _claims_table,
    "scenarios": _scenarios_table,
}
_MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(document: str, found: Mapping[str, Any]) -> str:
    """The page with its marked tables written anew."""
    return _MARKED.sub(lambda mark: f"{mark[1]}{TABLES[mark[2]](found)}\n{mark[3]}", document)


def main() -> int:
    """Measure, and write what was measured."""
    parser = argparse.ArgumentParser(
        prog="evaluation.origins", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with data/news/")
    parser.add_argument("--keep", type=Path, help="keep the readings in this folder, or take them from it")
    parser.add_argument("--errors", action="store_true", help="what fails on the part to tune on; writes nothing")
    options = parser.parse_args()
    material = Material(options.data, keep=options.keep)
    if options.errors:
        for part, label, joined, row in articles(material):
            if part == "tune" and label != "partly" and joined != (label == "true"):
                sys.stdout.write(f"{row['a']} {row['b']} {label}: {row['why']}\n")
        return 0
    found = figures(material)
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text(encoding="utf-8"), found), encoding="utf-8")
    sys.stdout.write("\n\n".join(table(found) for table in TABLES.values()) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
