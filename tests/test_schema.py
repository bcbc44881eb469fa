"""The JSON contract: the committed schema is the one of the records, and readings keep to it."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from tawatur import read
from tawatur.intake import reports_in
from tawatur.records import Report
from tawatur.schema import reading_schema, written

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = [report for report in reports_in(ROOT / "examples" / "reports.jsonl") if isinstance(report, Report)]


def test_the_committed_schema_is_the_one_of_the_records() -> None:
    committed = (ROOT / "docs" / "reading.schema.json").read_text(encoding="utf-8")
    assert committed == written(), "write it anew: make docs"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())


@pytest.mark.parametrize("report", EXAMPLES, ids=lambda report: report.id)
def test_readings_of_the_examples_keep_to_the_schema(report: Report) -> None:
    validator = jsonschema.Draft202012Validator(reading_schema())
    reading = json.loads(msgspec.json.encode(read(report)))
    assert [error.message for error in validator.iter_errors(reading)] == []
    assert reading["claims"], "nothing read"
