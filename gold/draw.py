"""Draw the articles of the gold: 90 of ant2018 by a fixed seed, 30 to look at and learn from, 60 for measuring only.

    python gold/draw.py ../shared/data > gold/articles.json

Drawn from articles of 80 to 450 words that hold a word of conflict, protest or politics by a rough list, all five outlets alike. No
article that carries labels for training is drawn.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

SEED = 20181030
LOOK, MEASURE = 30, 60
_ROUGH = re.compile(
    "قتل|هجوم|قصف|جيش|قوات|مسلح|غار|انفجار|مظاهر|احتجاج|اشتباك|هدنة|حوثي|تنظيم الدولة|داعش|معارضة|صاروخ|معتقل|سيطر"
)


def drawn(data: Path, labels: Path) -> dict[str, list[str]]:
    """Ids of the two parts."""
    used = {json.loads(line).get("id") for file in labels.rglob("*.jsonl") for line in file.open(encoding="utf-8")}
    by_outlet: dict[str, list[str]] = {}
    for line in (data / "news" / "ant2018.jsonl").open(encoding="utf-8"):
        article = json.loads(line)
        words = len(article["text"].split())
        if 80 <= words <= 450 and article["id"] not in used and len(_ROUGH.findall(article["text"])) >= 3:
            by_outlet.setdefault(article["outlet"], []).append(article["id"])
    chance = random.Random(SEED)
    ids: list[str] = []
    for outlet in sorted(by_outlet):
        ids += chance.sample(sorted(by_outlet[outlet]), (LOOK + MEASURE) // len(by_outlet))
    chance.shuffle(ids)
    return {"look": ids[:LOOK], "measure": ids[LOOK:]}


if __name__ == "__main__":
    print(json.dumps(drawn(Path(sys.argv[1]), Path(__file__).parent.parent / "training" / "labels"), indent=1))
