"""How long merging takes as a ledger grows.

    python -m benchmarks.merging READINGS.jsonl [--reports 100000] [--ledger FILE] [--out FILE.json]

READINGS.jsonl holds reports with their readings, a line each (`{"arrival": …, "reading": …}`). They are told again and again with everything
changed (benchmarks/varied.py) until there are as many as asked for, and merged by the thousand in the order of their days. Prints the seconds of
each thousand and of each step, and memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.varied import Varied, words_of
from tawatur.ledger import Ledger
from tawatur.ledger.merging import steps
from tawatur.ledger.records import Arrival
from tawatur.records import Reading

THOUSAND = 1_000
STEPS = ("find_copies", "retell", "find_pairs", "rejudge", "regather", "retie", "hold", "_summary")


def told_again(path: Path, reports: int) -> Iterator[list[tuple[Arrival, Reading]]]:
    """Reports with readings by the thousand, each telling in the order of its days."""
    with path.open("rb") as stream:
        lines = [line for line in stream if b'"reading":null' not in line]
    words = words_of(lines)
    waiting: list[tuple[Arrival, Reading]] = []
    number = made = 0
    while made < reports:
        varied = Varied(number, words=words)
        for line in sorted(lines, key=_published):
            pair = varied(line)
            assert pair.reading is not None
            waiting.append((pair.arrival, pair.reading))
            made += 1
            if len(waiting) == THOUSAND:
                yield waiting
                waiting = []
            if made == reports:
                break
        number += 1
    if waiting:
        yield waiting


def _published(line: bytes) -> bytes:
    at = line.find(b'"published":"')
    return line[at + 13 : at + 23] if at >= 0 else b""


def timed(seconds: dict[str, float], name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    """A step of merging that adds up its seconds."""

    def run(*some: Any, **named: Any) -> Any:
        begin = time.process_time()
        try:
            return step(*some, **named)
        finally:
            seconds[name] += time.process_time() - begin

    return run


def main() -> None:
    """Fill a ledger, merge it by the thousand, and print a line for each."""
    parser = argparse.ArgumentParser(prog="benchmarks.merging")
    parser.add_argument("path", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--ledger", default="merging.ledger")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    seconds: dict[str, float] = defaultdict(float)
    for name in STEPS:
        setattr(steps, name, timed(seconds, name, getattr(steps, name)))
    rows: list[dict[str, float]] = []
    with Ledger(options.ledger) as ledger:
        for batch in told_again(options.path, options.reports):
            ledger.add_readings(batch)
            batch.clear()
            seconds.clear()
            begin, cpu = time.perf_counter(), time.process_time()
            merged = ledger.merge()
            row = {
                "reports": merged.reports,
                "seconds": round(time.perf_counter() - begin, 2),
                "cpu_seconds": round(time.process_time() - cpu, 2),
                "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
                "happenings": merged.happenings,
                "copies": merged.copies,
                **{name.strip("_"): round(spent, 2) for name, spent in seconds.items()},
            }
            rows.append(row)
            print(json.dumps(row), flush=True)
            if options.out:
                options.out.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
