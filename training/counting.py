"""How often each word stands in the news."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tawatur.analyser.letters import letters, same_alef
from tawatur.text.tokens import tokens

MIN_COUNT = 2


def word_counts(news: Path, names: Iterable[str]) -> Counter[str]:
    """Counts of the raw tokens of all articles and of the texts `names`, which have more names, without vowel signs."""
    with news.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return Counter(letters(token.text).text for text in (*texts, *names) for token in tokens(text))


def stem_counts(counts: Counter[str]) -> dict[str, int]:
    """Counts of the words of letters that come at least twice, every alef bare."""
    found: Counter[str] = Counter()
    for word, count in counts.items():
        if word.isalpha():
            found[same_alef(word)] += count
    return {word: count for word, count in found.items() if count >= MIN_COUNT}
