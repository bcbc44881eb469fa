"""Measure the reader.

python -m evaluation --all                   everything; writes results.json and the tables of docs/accuracy.md
python -m evaluation --quick                 the first items of each task, held against floors.json; for every change
python -m evaluation --gold look|measure     the gold of claims
python -m evaluation --errors look           what fails on the articles to look at, by cause
python -m evaluation --tasks report …        single tasks of the data's own scorer
python -m evaluation --all --raise           also move the floors up to what was measured
python -m evaluation --lower all "detect assault.f1" 0.7 "Why it had to be."
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from evaluation import agreement, faults, floors, gold, tables
from evaluation.dates import dates
from evaluation.scored import TASKS, scores
from tawatur.kit import load_kit

RESULTS = Path(__file__).parent / "results.json"
MODEL = Path(__file__).parent.parent / "tawatur" / "analyser" / "weights" / "MODEL.json"
QUICK = 60
"""Items of each task in the quick run."""


def everything(shared: Path, *, keep: Path | None = None) -> dict[str, Any]:
    """All figures, as `results.json` keeps them."""
    kit = load_kit()
    results: dict[str, Any] = {"run": kit.run, **scores(shared, kit=kit, keep=keep), "dates": dates(shared)}
    for part in ("look", "measure"):
        articles = list(gold.compared(part, shared=shared, kit=kit))
        results[f"gold {part}"] = gold.figures(articles, kit=kit)
        if part == "look":
            results["faults look"] = faults.counted(faults.faults(articles, kit=kit))
    results["agreement"] = {part: agreement.of_part(part) for part in ("look", "measure")}
    results["analyser"] = json.loads(MODEL.read_text(encoding="utf-8")).get("scores", {})
    return results


def quick(shared: Path) -> dict[str, Any]:
    """Figures of a few items of each task: enough to see that something broke."""
    kit = load_kit()
    return {
        "run": kit.run,
        **scores(shared, kit=kit, most=QUICK),
        "dates": dates(shared),
        "gold look": gold.figures(gold.compared("look", shared=shared, kit=kit), kit=kit),
    }


def _print(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _held(results: dict[str, Any], *, run: str, move: bool) -> int:
    """Hold figures against the floors of a sort of run; 1 where one is broken."""
    known = floors.read_floors()
    failed = floors.broken(results, known[run])
    sys.stderr.writelines(f"{line}\n" for line in failed)
    if move:
        floors.write_floors({**known, run: floors.raised(known[run], results)})
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="evaluation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with data/ and tools/")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--all", action="store_true")
    what.add_argument("--quick", action="store_true")
    what.add_argument("--gold", choices=("look", "measure"))
    what.add_argument("--errors", choices=("look",))
    what.add_argument("--tasks", nargs="+", choices=TASKS)
    what.add_argument("--tables", action="store_true", help="write the tables again from results.json")
    what.add_argument("--lower", nargs=4, metavar=("RUN", "FIGURE", "TO", "WHY"))
    parser.add_argument("--raise", dest="move", action="store_true", help="with --all or --quick: move the floors up")
    parser.add_argument("--labels", type=Path, help="labels other than gold/claims.jsonl")
    parser.add_argument("--keep", type=Path, help="with --all or --tasks: keep the readings in this folder")
    return parser.parse_args()


def _write_tables(results: dict[str, Any]) -> None:
    document = tables.DOCUMENT.read_text(encoding="utf-8")
    tables.DOCUMENT.write_text(tables.with_tables(document, results), encoding="utf-8")


def main() -> int:
    """Do what the options ask; the exit status is 1 when a floor is broken."""
    options = _options()
    if options.lower:
        run, path, to, why = options.lower
        floors.write_floors(floors.lowered(floors.read_floors(), run=run, path=path, to=float(to), why=why))
        return 0
    if options.tables:
        _write_tables(json.loads(RESULTS.read_text(encoding="utf-8")))
        return 0
    if options.all:
        results = everything(options.data, keep=options.keep)
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        _write_tables(results)
        _print(results)
        return _held(results, run="all", move=options.move)
    if options.quick:
        results = quick(options.data)
        _print(results)
        return _held(results, run="quick", move=options.move)
    kit = load_kit()
    if options.tasks:
        _print(scores(options.data, kit=kit, tasks=options.tasks, keep=options.keep))
        return 0
    articles = gold.compared(options.gold or options.errors, shared=options.data, kit=kit, labels=options.labels)
    if options.gold:
        _print(gold.figures(articles, kit=kit))
    else:
        sys.stdout.write(faults.written(faults.faults(articles, kit=kit)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
