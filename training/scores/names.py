"""Names, strict: the same words and the same type."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser import Analyser
from training.corpora.names import TYPES, NameSentence

Entity = tuple[int, int, str]


def score_names(analyser: Analyser, sentences: Sequence[NameSentence]) -> dict[str, float]:
    """Precision, recall and F1 in percent over all types, and F1 by type."""
    kinds = [*dict.fromkeys(TYPES.values())]
    hit, gold, predicted = (dict.fromkeys(kinds, 0) for _ in range(3))
    for sentence in sentences:
        wanted, found = _gold(sentence), _found(analyser, sentence)
        for counts, entities in ((hit, wanted & found), (gold, wanted), (predicted, found)):
            for *_, kind in entities:
                counts[kind] += 1
    precision = sum(hit.values()) / max(1, sum(predicted.values()))
    recall = sum(hit.values()) / max(1, sum(gold.values()))
    whole = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}
    by_kind = {kind: 2 * hit[kind] / max(1, gold[kind] + predicted[kind]) for kind in kinds}
    return {name: round(100 * value, 2) for name, value in {**whole, **by_kind}.items()}


def _gold(sentence: NameSentence) -> set[Entity]:
    found: list[Entity] = []
    for i, tag in enumerate(sentence.tags):
        mark, _, kind = tag.partition("-")
        if mark == "I" and found and found[-1][1] == i and found[-1][2] == TYPES[kind]:
            found[-1] = (found[-1][0], i + 1, TYPES[kind])
        elif mark in ("B", "I"):
            found.append((i, i + 1, TYPES[kind]))
    return set(found)


def _found(analyser: Analyser, sentence: NameSentence) -> set[Entity]:
    (analysis,) = analyser.analyse(sentence.text, sentences=[(0, len(sentence.text))])
    starts = []
    at = 0
    for word in sentence.words:
        starts.append((at, at + len(word)))
        at += len(word) + 1
    found = set()
    for name in analysis.names:
        inside = [i for i, (a, b) in enumerate(starts) if a < name.span[1] and name.span[0] < b]
        found.add((inside[0], inside[-1] + 1, name.type))
    return found
