"""The JSON Schema of a Reading, generated from the records; `docs/reading.schema.json` is its committed copy."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from tawatur.records import Reading


def reading_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of `tawatur read --format jsonl`."""
    schema = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading", **schema}


def written() -> str:
    """The schema as it is committed."""
    return json.dumps(reading_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
