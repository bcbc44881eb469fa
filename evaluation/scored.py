"""Run the reader over the measuring data and score it with the data's own scorer."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from tawatur.kit import Kit, load_kit
from tawatur.read import read
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


def readings(items: Iterable[dict[str, Any]], target: Path, *, kit: Kit, published: str | None = None) -> Path:
    """Read {"id", "text"} items into a file of Readings."""
    with target.open("wb") as out:
        for item in items:
            reading = read(Report(id=str(item["id"]), text=item["text"], published=published), kit=kit)
            out.write(msgspec.json.encode(reading) + b"\n")
    return target


def scores(
    shared: Path, *, tasks: tuple[str, ...] = TASKS, most: int | None = None, keep: Path | None = None
) -> dict[str, Any]:
    """Score the named tasks, on at most `most` items each (the first ones), and keep the readings in a folder if wanted."""
    kit = load_kit()
    score = scorer(shared)
    data = shared / "data"
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for task in tasks:
            result[task] = _scored(task, data, folder, score=score, kit=kit, most=most)
    return result


def _scored(task: str, data: Path, folder: Path, *, score: ModuleType, kit: Kit, most: int | None) -> dict[str, Any]:
    out = folder / f"{task.replace(' ', '_')}.jsonl"
    if task == "report":
        source = next((data / "reports").glob("*.txt"))
        meta = json.loads(source.with_suffix(".meta.json").read_text(encoding="utf-8"))
        item = {"id": source.stem, "text": source.read_text(encoding="utf-8")}
        readings([item], out, kit=kit, published=meta["published"])
        return dict(score.report(source.with_suffix(".gold.jsonl"), out))
    if task == "attribution":
        gold, none = data / "attribution" / "padt_dev.jsonl", data / "attribution" / "padt_dev_none.jsonl"
        items = rows(gold)[:most] + rows(none)[:most]
        readings(items, out, kit=kit)
        return dict(score.attribution(_cut(gold, folder, most), out, _cut(none, folder, most)))
    name, event = task.split()
    gold = data / "gsr" / f"{event}_{'sentences' if name == 'detect' else 'spans'}.jsonl"
    readings(rows(gold)[:most], out, kit=kit)
    return dict(getattr(score, name)(_cut(gold, folder, most), out))


def _cut(path: Path, folder: Path, most: int | None) -> Path:
    """The file, or a copy with its first lines only."""
    if most is None:
        return path
    target = folder / f"first_{most}_{path.name}"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    target.write_text("".join(lines[:most]), encoding="utf-8")
    return target
