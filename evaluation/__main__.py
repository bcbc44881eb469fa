"""`python -m evaluation [--data ../shared] [--quick] [--tasks …] [--keep FOLDER]`: print the scores as JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from evaluation.scored import TASKS, scores

QUICK = 120
"""Items of each task in the quick run of CI."""


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(prog="evaluation")
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--tasks", nargs="*", default=list(TASKS))
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    result = scores(options.data, tasks=tuple(options.tasks), most=QUICK if options.quick else None, keep=options.keep)
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
