"""Floors under the figures: a figure below its floor fails the run; floors only rise, save by name and with a reason.

`floors.json` has floors for each sort of run ("quick", "all") by the path of the figure, such as "detect assault.f1"; those under
"at_most" are ceilings (false alarms).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "floors.json"
SLACK = 0.01
"""What a figure may vary between processors: sums of eight-bit products are rounded otherwise on some. Set by judgement."""
AT_LEAST = (
    "attribution.right",
    "attribution.cue_recall",
    "detect assault.f1",
    "detect protest.f1",
    "spans assault.source_actor",
    "spans assault.verb",
    "spans assault.target_actor",
    "spans protest.source_actor",
    "spans protest.verb",
    "spans protest.target_actor",
    "report.right",
    "dates.right",
    "gold look.claims.kind.f1",
    "gold measure.claims.kind.precision",
    "gold measure.claims.kind.recall",
    "gold measure.fields.reality",
    "gold measure.places.right_of_all",
    "gold measure.times.right_of_all",
)
AT_MOST = ("attribution.false_alarms",)


def read_floors() -> dict[str, Any]:
    """The floors as they stand."""
    floors: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return floors


def at(figures: Mapping[str, Any], path: str) -> float | None:
    """The figure at a path such as "gold measure.claims.kind.f1", or None where it was not measured."""
    value: Any = figures
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, int | float) else None


def broken(figures: Mapping[str, Any], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Figures measured that lie under their floor or above their ceiling, in words."""
    found = []
    for side, sign in (("at_least", 1), ("at_most", -1)):
        for path, floor in floors.get(side, {}).items():
            value = at(figures, path)
            if value is not None and sign * value < sign * floor:
                found.append(f"{path}: {value} is {'below' if sign == 1 else 'above'} {floor}")
    return found


def raised(floors: Mapping[str, Mapping[str, float]], figures: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Floors moved up to SLACK under the figures measured, and ceilings down; never the other way."""
    return {
        "at_least": dict(_moved(floors.get("at_least", {}), figures, AT_LEAST, up=True)),
        "at_most": dict(_moved(floors.get("at_most", {}), figures, AT_MOST, up=False)),
    }


def _moved(
    floors: Mapping[str, float], figures: Mapping[str, Any], paths: tuple[str, ...], *, up: bool
) -> list[tuple[str, float]]:
    rows = []
    for path in dict.fromkeys((*paths, *floors)):
        value = at(figures, path)
        known = floors.get(path)
        moved = None if value is None else _beside(value, up=up)
        limits = [limit for limit in (known, moved) if limit is not None]
        if limits:
            rows.append((path, max(limits) if up else min(limits)))
    return rows


def _beside(value: float, *, up: bool) -> float:
    """A share less or more SLACK; a count, such as the 22 rows of the report, as it is."""
    if isinstance(value, int) or value > 1:
        return value
    return round(max(0.0, value - SLACK) if up else value + SLACK, 3)


def lowered(floors: dict[str, Any], *, run: str, path: str, to: float, why: str) -> dict[str, Any]:
    """Floors with one of them set lower, and the sentence that says why kept beside them."""
    side = "at_most" if path in AT_MOST else "at_least"
    before = floors[run][side][path]
    changed = {**floors[run], side: {**floors[run][side], path: to}}
    note = {"run": run, "figure": path, "from": before, "to": to, "why": why}
    return {**floors, run: changed, "lowered": [*floors.get("lowered", []), note]}


def write_floors(floors: Mapping[str, Any]) -> None:
    """Keep floors in the repository."""
    FILE.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
