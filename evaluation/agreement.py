"""Compare two annotations of the gold of claims, over the articles that both have.

    python -m evaluation.agreement gold/claims_a.jsonl gold/claims_b.jsonl [--part measure] [--differences]

Claims are matched one to one where their triggers overlap. The figures of a field are shares of the matched claims;
"accepted" counts a label that the other annotator would also take.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.matching import Pair, Row, Span, kilometres, matched, overlap, unmatched


def _accepted(left: Row, right: Row, field: str) -> bool:
    """Whether the label of one side is that of the other or one that it also takes."""
    other = {"kind": "also", "reality": "reality_also"}.get(field, "")
    one, two = left.get(field), right.get(field)
    return one == two or one in right.get(other, []) or two in left.get(other, [])


def _kind_accepted(left: Row, right: Row) -> bool:
    return _accepted(left, right, "kind")


def _same_point(a: Row, b: Row) -> bool:
    return kilometres(a, b) <= float(max(a["radius_km"], b["radius_km"]))


def _same_spans(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """Both empty, or some span of one overlaps some span of the other."""
    return (not a and not b) or any(overlap(x, y) for x in a for y in b)


def _same_where(a: Sequence[Row], b: Sequence[Row]) -> bool:
    return (not a and not b) or any(_same_point(x, y) for x in a for y in b)


def _same_when(a: Span | None, b: Span | None) -> bool:
    return (a is None and b is None) or (a is not None and b is not None and list(a) == list(b))


def _same_chain(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return len(a) == len(b) and all(overlap(x, y) for x, y in zip(a, b, strict=True))


def _span_scores(pairs: Sequence[Pair], field: str) -> dict[str, float]:
    """Every span of a field on its own: how many of one side overlap one of the other, over the matched claims."""
    both = a = b = 0
    for x, y in pairs:
        left, right = ([{"span": s["span"] if isinstance(s, dict) else s} for s in row[field]] for row in (x, y))
        both += len(matched(left, right, key="span"))
        a += len(left)
        b += len(right)
    return scores(both, a=a, b=b)


_FIELDS: dict[str, Callable[[Row, Row], bool]] = {
    "kind": lambda a, b: a["kind"] == b["kind"],
    "kind_accepted": lambda a, b: _accepted(a, b, "kind"),
    "reality": lambda a, b: a["reality"] == b["reality"],
    "reality_accepted": lambda a, b: _accepted(a, b, "reality"),
    "actor": lambda a, b: _same_spans(a["actor"], b["actor"]),
    "target": lambda a, b: _same_spans(a["target"], b["target"]),
    "where": lambda a, b: _same_where(a["where"], b["where"]),
    "when": lambda a, b: _same_when(a["when"], b["when"]),
    "chain": lambda a, b: _same_chain(a["chain"], b["chain"]),
    "chain_origin": lambda a, b: _same_spans(a["chain"][-1:], b["chain"][-1:]),
}


def scores(right: int, *, a: int, b: int) -> dict[str, float]:
    """Precision, recall and F1 of side B against side A; on nothing they are 0."""
    return {
        "a": a,
        "b": b,
        "both": right,
        "p": round(right / b, 3) if b else 0.0,
        "r": round(right / a, 3) if a else 0.0,
        "f1": round(2 * right / (a + b), 3) if a + b else 0.0,
    }


def kappa(labels: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of pairs of labels: 1 for full agreement, 0 for that of chance."""
    n = len(labels)
    if not n:
        return 0.0
    left, right = Counter(x for x, _ in labels), Counter(y for _, y in labels)
    chance = sum(left[x] * right[x] for x in left) / n / n
    return round((sum(x == y for x, y in labels) / n - chance) / (1 - chance), 3) if chance < 1 else 1.0


def _excused(rows: Iterable[Row], again: Sequence[Span]) -> int:
    """How many claims the other side marked as said again rather than left out."""
    return sum(any(overlap(row["trigger"], span) for span in again) for row in rows)


def compared(a: dict[str, Row], b: dict[str, Row]) -> dict[str, Any]:
    """All figures over the articles of both, by field."""
    ids = [i for i in a if i in b]
    pairs: list[Pair] = []
    places: list[Pair] = []
    times: list[Pair] = []
    excused = [0, 0]
    for i in ids:
        found = matched(a[i]["claims"], b[i]["claims"], alike=_kind_accepted)
        pairs += found
        for side, (mine, other) in enumerate(((a[i], b[i]), (b[i], a[i]))):
            excused[side] += _excused(unmatched(mine["claims"], found, side=side), other.get("again", []))
        places += matched(a[i]["places"], b[i]["places"], key="span")
        times += matched(a[i]["times"], b[i]["times"], key="span")

    def total(rows: dict[str, Row], field: str) -> int:
        return sum(len(rows[i][field]) for i in ids)

    n = len(pairs) or 1
    claims_a, claims_b = total(a, "claims"), total(b, "claims")
    return {
        "articles": len(ids),
        "triggers": scores(len(pairs), a=claims_a, b=claims_b),
        "triggers_but_again": scores(len(pairs), a=claims_a - excused[0], b=claims_b - excused[1]),
        "triggers_and_kind": scores(sum(_accepted(x, y, "kind") for x, y in pairs), a=claims_a, b=claims_b),
        "fields": {name: round(sum(same(x, y) for x, y in pairs) / n, 3) for name, same in _FIELDS.items()},
        "trigger_same_span": round(sum(list(x["trigger"]) == list(y["trigger"]) for x, y in pairs) / n, 3),
        "spans": {field: _span_scores(pairs, field)["f1"] for field in ("actor", "target", "where", "chain")},
        "kappa": {field: kappa([(x[field], y[field]) for x, y in pairs]) for field in ("kind", "reality")},
        "kind_differences": _differences(pairs, "kind"),
        "reality_differences": _differences(pairs, "reality"),
        "places": scores(len(places), a=total(a, "places"), b=total(b, "places")),
        "places_same_point": round(sum(_same_point(x, y) for x, y in places) / (len(places) or 1), 3),
        "times": scores(len(times), a=total(a, "times"), b=total(b, "times")),
        "times_same_days": round(
            sum((x["first"], x["last"]) == (y["first"], y["last"]) for x, y in times) / (len(times) or 1), 3
        ),
    }


def _differences(pairs: Sequence[Pair], field: str) -> dict[str, int]:
    """The commonest pairs of labels that differ, such as {"attack / operation": 4}."""
    counted = Counter(f"{x[field]} / {y[field]}" for x, y in pairs if x[field] != y[field])
    return dict(counted.most_common(12))


def listed(a: dict[str, Row], b: dict[str, Row]) -> list[Row]:
    """Every difference in claims: a claim of one side alone, or a matched pair with the fields that differ."""
    rows: list[Row] = []
    for i in (i for i in a if i in b):
        pairs = matched(a[i]["claims"], b[i]["claims"], alike=_kind_accepted)
        for side, name in ((0, "a"), (1, "b")):
            alone = unmatched((a, b)[side][i]["claims"], pairs, side=side)
            rows += [{"id": i, "only": name, "claim": claim} for claim in alone]
        for x, y in pairs:
            fields = [
                field
                for field in ("kind", "reality", "actor", "target", "where", "when", "chain")
                if not (_accepted(x, y, field) if field in ("kind", "reality") else _FIELDS[field](x, y))
            ]
            if fields:
                rows.append({"id": i, "differ": fields, "a": x, "b": y})
    return rows


def read(path: Path) -> dict[str, Row]:
    """Annotations of one file by article id; the last line of an id counts."""
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


GOLD = Path(__file__).parent.parent / "gold"


def of_part(
    part: str | None, *, a: Path = GOLD / "claims_a.jsonl", b: Path = GOLD / "claims_b.jsonl"
) -> dict[str, Any]:
    """The agreement of two files over a part of the articles, or over all of them."""
    return compared(_of_part(read(a), part), _of_part(read(b), part))


def _of_part(rows: dict[str, Row], part: str | None) -> dict[str, Row]:
    if part is None:
        return rows
    ids = set(json.loads((GOLD / "articles.json").read_text(encoding="utf-8"))[part])
    return {i: row for i, row in rows.items() if i in ids}


def _main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("--part", choices=("look", "measure"))
    parser.add_argument("--differences", action="store_true", help="list every difference, one JSON object a line")
    options = parser.parse_args()
    if options.differences:
        pair = (_of_part(read(path), options.part) for path in (options.a, options.b))
        sys.stdout.writelines(json.dumps(row) + "\n" for row in listed(*pair))
    else:
        sys.stdout.write(json.dumps(of_part(options.part, a=options.a, b=options.b), indent=1) + "\n")


if __name__ == "__main__":
    _main()
