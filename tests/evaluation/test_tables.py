"""The tables of docs/accuracy.md come from results.json, and from nowhere else."""

from __future__ import annotations

import json

import pytest

from evaluation.__main__ import RESULTS
from evaluation.tables import DOCUMENT, TABLES, with_tables


def test_a_marked_table_is_written_anew_and_the_rest_is_left() -> None:
    document = "before\n<!-- table: faults -->\nold\n<!-- end -->\nafter"
    assert with_tables(document, {"faults look": {"reality": 3}}) == (
        "before\n<!-- table: faults -->\n| cause | faults |\n|---|---|\n| reality | 3 |\n<!-- end -->\nafter"
    )


def test_a_table_without_figures_keeps_its_text() -> None:
    document = "<!-- table: claims -->\nold\n<!-- end -->"
    assert with_tables(document, {}) == document


def test_the_document_has_every_table_as_the_results_have_it() -> None:
    if not RESULTS.exists():
        pytest.skip("nothing measured yet")
    document = DOCUMENT.read_text(encoding="utf-8")
    assert all(f"<!-- table: {name} -->" in document for name in TABLES)
    assert with_tables(document, json.loads(RESULTS.read_text(encoding="utf-8"))) == document
