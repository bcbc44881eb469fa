"""The tables of `docs/accuracy.md`, written between its markers from `results.json`: `<!-- table: fields -->` … `<!-- end -->`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).parent.parent / "docs" / "accuracy.md"
_MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
Results = Mapping[str, Any]
PARTS = ("measure", "look")
_ROLES = ("source_actor", "verb", "target_actor")


def with_tables(document: str, results: Results) -> str:
    """The document with every marked table written anew; a table whose figures are not there keeps its text."""

    def table(mark: re.Match[str]) -> str:
        try:
            return f"{mark[1]}{TABLES[mark[2]](results)}\n{mark[3]}"
        except KeyError:
            return mark[0]

    return _MARKED.sub(table, document)


def _table(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    titles = list(head)
    lines = ["| " + " | ".join(titles) + " |", "|---" * len(titles) + "|"]
    return "\n".join(lines + ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows])


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:g}"
    return str(value)


def _outside(results: Results) -> str:
    told = results["attribution"]
    given = results["attribution, ids repeated"]
    report = results["report"]
    dates = results["dates"]
    rows: list[tuple[Any, ...]] = [
        ("first report", "claims right", f"{report['right']} / {report['n']}", "22 / 22"),
        ("attribution (padt_dev)", "right", told["right"], ".82, aim .95"),
        ("", "cue found", told["cue_recall"], ""),
        ("", "speaker right", told["speaker_right"], ""),
        ("", "speaker / content words F1", _pair(told["speaker_token_f1"], told["content_token_f1"]), ""),
        ("", "false alarms", told["false_alarms"], "≤ .03, aim .01"),
        ("", "right / false alarms, ids repeated", _pair(given["right"], given["false_alarms"]), ""),
        ("dates (Recognizers-Text)", "day right", dates["right"], ".95, aim .99"),
    ]
    for event, goal in (("assault", ".72, aim .85"), ("protest", ".58, aim .75")):
        figures = results[f"detect {event}"]
        both = _pair(figures["precision"], figures["recall"])
        rows.append((f"detection, {event}", "F1", figures["f1"], goal))
        rows.append(("", "precision / recall", both, ""))
    for event, goal in (("assault", ".65 / .55 / .50"), ("protest", ".62 / .48 / .44")):
        figures = results[f"spans {event}"]
        human = " / ".join(_cell(figures["human"][role]) for role in _ROLES)
        parts = " / ".join(_cell(figures[role]) for role in _ROLES)
        rows.append((f"spans, {event}", "actor / verb / target words F1", parts, f"{goal}, annotators {human}"))
        rows.append(("", "any claim", figures["any_claim"], ""))
    return _table(("data", "figure", "measured", "to reach"), rows)


def _pair(one: float, two: float) -> str:
    return f"{_cell(one)} / {_cell(two)}"


def _claims(results: Results) -> str:
    names = {"kind": "trigger and kind", "near": "trigger and family of kinds", "trigger": "trigger alone"}
    rows = []
    for part in PARTS:
        for level, name in names.items():
            figures = results[f"gold {part}"]["claims"][level]
            rows.append((part, name, *(figures[key] for key in ("gold", "read", "precision", "recall", "f1"))))
    return _table(("part", "right when", "in the gold", "read", "precision", "recall", "F1"), rows)


def _fields(results: Results) -> str:
    measure, look = (results[f"gold {part}"] for part in PARTS)
    rows = [
        (name.replace("_", " "), figures, measure["fields_said"].get(name, "–"), look["fields"][name])
        for name, figures in measure["fields"].items()
    ]
    return _table(("field", "measure: right", "measure: right where the gold has one", "look: right"), rows)


def _reality(results: Results) -> str:
    table = results["gold measure"]["reality"]
    labels = sorted({*table, *(label for row in table.values() for label in row)})
    rows = ((gold, *(table.get(gold, {}).get(label, 0) or "·" for label in labels)) for gold in labels)
    return _table(("gold ↓ read →", *labels), rows)


def _groups(results: Results) -> str:
    groups = results["gold measure"]["groups"]
    keys = ("gold", "read", "precision", "recall", "f1")
    rows = sorted(groups.items(), key=lambda item: -item[1]["gold"])
    return _table(
        ("group of kinds", "in the gold", "read", "precision", "recall", "F1"),
        ((name, *(figures[key] for key in keys)) for name, figures in rows),
    )


def _mentions(results: Results) -> str:
    keys = ("gold", "found", "right_of_found", "right_of_all")
    rows = [
        (name, part, *(results[f"gold {part}"][name][key] for key in keys))
        for name in ("places", "times")
        for part in PARTS
    ]
    return _table(("", "part", "in the gold", "found", "right of those found", "right of all"), rows)


def _agreement(results: Results) -> str:
    rows: list[tuple[Any, ...]] = []
    for part in PARTS:
        figures = results["agreement"][part]
        rows.append((part, "claims: trigger F1", figures["triggers"]["f1"]))
        rows.append((part, "claims: trigger F1, `again` left out", figures["triggers_but_again"]["f1"]))
        rows += [
            (part, f"{name.replace('_', ' ')} of claims that both have", value)
            for name, value in figures["fields"].items()
        ]
        rows += [(part, f"{name}: Cohen's kappa", value) for name, value in figures["kappa"].items()]
        rows += [(part, f"{name}: F1", figures[name]["f1"]) for name in ("places", "times")]
        rows.append((part, "places that both have: same point", figures["places_same_point"]))
        rows.append((part, "times that both have: same days", figures["times_same_days"]))
    return _table(("part", "agreement", ""), rows)


def _faults(results: Results) -> str:
    return _table(("cause", "faults"), results["faults look"].items())


def _analyser(results: Results) -> str:
    rows = list(_flat(results["analyser"]))
    return _table(("figure", "measured"), rows) if rows else "None stored yet."


def _flat(value: Any, path: str = "") -> Iterable[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path} {key}".strip())
    else:
        yield path, value


TABLES = {
    "outside": _outside,
    "claims": _claims,
    "fields": _fields,
    "reality": _reality,
    "groups": _groups,
    "mentions": _mentions,
    "agreement": _agreement,
    "faults": _faults,
    "analyser": _analyser,
}
