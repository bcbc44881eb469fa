"""Run the reader over the measuring data and score it with the data's own scorer."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from tawatur.kit import Kit
from tawatur.reading import read
from tawatur.records import Report

TASKS = ("report", "attribution", "detect assault", "detect protest", "spans assault", "spans protest")


def scorer(shared: Path) -> ModuleType:
    """The scorer that comes with the data."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, a line each."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def numbered(items: Iterable[dict[str, Any]], *, prefix: str = "") -> list[dict[str, Any]]:
    """Items with an id of their own each, for the scorer looks readings up by id and padt_dev repeats its ids.

    >>> numbered([{"id": "a"}, {"id": "a"}])
    [{'id': '0#a'}, {'id': '1#a'}]
    """
    return [{**item, "id": f"{prefix}{number}#{item['id']}"} for number, item in enumerate(items)]


def readings(items: Iterable[dict[str, Any]], target: Path, *, kit: Kit, published: str | None = None) -> Path:
    """Read {"id", "text"} items into a file of Readings."""
    with target.open("wb") as out:
        for item in items:
            reading = read(Report(id=str(item["id"]), text=item["text"], published=published), kit=kit)
            out.write(msgspec.json.encode(_without_empty_codes(msgspec.to_builtins(reading))) + b"\n")
    return target


def _without_empty_codes(reading: dict[str, Any]) -> dict[str, Any]:
    """The reading with codes that are null left out: the data's scorer takes a missing code, and breaks on a null one."""
    claims = [
        {**claim, "codes": {name: code for name, code in claim["codes"].items() if code is not None}}
        for claim in reading["claims"]
    ]
    return {**reading, "claims": claims}


def scores(
    shared: Path, *, kit: Kit, tasks: Sequence[str] = TASKS, most: int | None = None, keep: Path | None = None
) -> dict[str, Any]:
    """Score the named tasks, on at most `most` items each (the first ones), and keep the readings in a folder if wanted."""
    score = scorer(shared)
    data = shared / "data"
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for task in tasks:
            name, _, event = task.partition(" ")
            if name == "report":
                result[task] = _report(data, folder, score=score, kit=kit)
            elif name == "attribution":
                result |= _attribution(data, folder, score=score, kit=kit, most=most)
            else:
                gold = data / "gsr" / f"{event}_{'sentences' if name == 'detect' else 'spans'}.jsonl"
                result[task] = _events(
                    gold, folder / f"{name}_{event}.jsonl", score=getattr(score, name), kit=kit, most=most
                )
    return result


def _report(data: Path, folder: Path, *, score: ModuleType, kit: Kit) -> dict[str, Any]:
    source = next((data / "reports").glob("*.txt"))
    meta = json.loads(source.with_suffix(".meta.json").read_text(encoding="utf-8"))
    item = {"id": source.stem, "text": source.read_text(encoding="utf-8")}
    out = readings([item], folder / "report.jsonl", kit=kit, published=meta["published"])
    return dict(score.report(source.with_suffix(".gold.jsonl"), out))


def _attribution(data: Path, folder: Path, *, score: ModuleType, kit: Kit, most: int | None) -> dict[str, Any]:
    """Scored with an id for each text, and as the files are: of texts with one id the last reading then counts for all."""
    gold = rows(data / "attribution" / "padt_dev.jsonl")[:most]
    none = rows(data / "attribution" / "padt_dev_none.jsonl")[:most]
    own, own_none = numbered(gold), numbered(none, prefix="none ")
    out = readings(own + own_none, folder / "attribution.jsonl", kit=kit)
    read_again = [
        {**reading, "report": {**reading["report"], "id": item["id"]}}
        for reading, item in zip(rows(out), gold + none, strict=True)
    ]
    repeated = _lines(folder / "attribution_repeated_ids.jsonl", read_again)
    scored = score.attribution(
        _lines(folder / "attribution_gold.jsonl", own), out, _lines(folder / "attribution_none.jsonl", own_none)
    )
    as_given = score.attribution(
        _lines(folder / "attribution_gold.jsonl", gold), repeated, _lines(folder / "attribution_none.jsonl", none)
    )
    return {"attribution": dict(scored), "attribution, ids repeated": dict(as_given)}


def _events(gold: Path, out: Path, *, score: Any, kit: Kit, most: int | None) -> dict[str, Any]:
    items = numbered(rows(gold)[:most])
    readings(items, out, kit=kit)
    return dict(score(_lines(out.with_suffix(".gold.jsonl"), items), out))


def _lines(target: Path, items: Iterable[dict[str, Any]]) -> Path:
    target.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
    return target
