"""How fast the whole reader is, and where the time goes.

    python -m benchmarks.reading ARTICLES.jsonl [--articles 1000] [--threads 1]

Prints articles and words a second for the whole process, seconds by stage, the analyser's share, and peak memory.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sys
import time
from pathlib import Path

from tawatur.draft import Draft
from tawatur.kit import load_kit
from tawatur.reading import STAGES
from tawatur.records import Report

_CONFLICT = re.compile("قتل|هجوم|قصف|جيش|قوات|مسلح|غار|انفجار|مظاهر|احتجاج|اشتباك|هدنة|تنظيم|صاروخ|سيطر")
STANDARD = 350
"""Words of the standard article that rates are given for."""


def articles(path: Path, most: int) -> list[str]:
    """Texts of the first articles that speak of conflict."""
    found: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            if len(_CONFLICT.findall(text)) >= 3:
                found.append(text)
            if len(found) == most:
                break
    return found


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(prog="benchmarks.reading")
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    texts = articles(options.path, options.articles)
    begin = time.perf_counter()
    kit = load_kit(threads=options.threads)
    loading = time.perf_counter() - begin
    stages = dict.fromkeys((stage.run.__name__ for stage in STAGES), 0.0)
    claims = words = 0
    memory: list[int] = []
    start = time.perf_counter()
    for number, text in enumerate(texts):
        draft = Draft(report=Report(id=str(number), text=text, published="2018-06-01"))
        for stage in STAGES:
            before = time.perf_counter()
            draft = stage.run(draft, kit)
            stages[stage.run.__name__] += time.perf_counter() - before
        claims += len(draft.claims)
        words += len(text.split())
        if number in (len(texts) // 10, len(texts) - 1):
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
    total = time.perf_counter() - start
    result = {
        "articles": len(texts),
        "words": words,
        "claims": claims,
        "threads": options.threads,
        "seconds": round(total, 2),
        "words_per_second": round(words / total),
        f"articles_of_{STANDARD}_words_per_second": round(words / total / STANDARD, 2),
        "share_outside_the_analyser": round(1 - stages["analyse"] / total, 3),
        "seconds_by_stage": {name: round(seconds, 2) for name, seconds in stages.items()},
        "loading_seconds": round(loading, 2),
        "peak_mb_after_a_tenth_and_at_the_end": memory,
    }
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
