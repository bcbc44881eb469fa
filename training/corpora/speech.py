"""Who says what with which words: own labels, over articles by id and offsets, and over own sentences."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.analyser.inventory import BIO_CUES, SPEECH_ROLES
from tawatur.records import Span
from tawatur.text.tokens import Token, tokens
from training.examples import Example, Saying, Speech

_KEPT_BACK = 0.15
_SEED = 5


class Attribution(NamedTuple):
    """A cue with its speaker and the words said; offsets in the sentence."""

    cue: Span
    speaker: Span | None
    content: tuple[Span, ...]


class SpeechSentence(NamedTuple):
    """A sentence with the speech in it; `source` is the article, or empty."""

    source: str
    text: str
    attributions: tuple[Attribution, ...]


def read_speech(folder: Path, news: Path) -> tuple[SpeechSentence, ...]:
    """All labelled sentences; those of `news` are cut out of their articles."""
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in _lines(path)]
    wanted = {row["id"] for row in rows if "span" in row}
    articles = {a["id"]: a["text"] for a in map(json.loads, _lines(news)) if a["id"] in wanted}
    return tuple(_sentence(row, articles) for row in rows if "text" in row or row["id"] in articles)


def _lines(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="utf-8").split("\n") if line.strip())


def _sentence(row: dict[str, Any], articles: dict[str, str]) -> SpeechSentence:
    inside = "span" in row
    start, end = row["span"] if inside else (0, len(row["text"]))
    text = articles[row["id"]][start:end] if inside else row["text"]

    def shift(span: Sequence[int]) -> Span:
        return span[0] - start, span[1] - start

    found = tuple(
        Attribution(shift(a["cue"]), shift(a["speaker"]) if a.get("speaker") else None, tuple(map(shift, a["content"])))
        for a in row["attributions"]
    )
    return SpeechSentence(row["id"] if inside else "", text, found)


def split(sentences: Sequence[SpeechSentence]) -> tuple[list[SpeechSentence], list[SpeechSentence]]:
    """A part to learn from and a part kept back, whole articles at a time."""
    groups: dict[str, list[SpeechSentence]] = {}
    for i, sentence in enumerate(sentences):
        groups.setdefault(sentence.source or f"own {i}", []).append(sentence)
    order = sorted(groups)
    random.Random(_SEED).shuffle(order)
    cut = int(len(order) * _KEPT_BACK)
    return [s for key in order[cut:] for s in groups[key]], [s for key in order[:cut] for s in groups[key]]


def speech_example(sentence: SpeechSentence) -> Example:
    """The example of `sentence`."""
    raw = tokens(sentence.text)
    cues = [0] * len(raw)
    sayings = []
    for attribution in sentence.attributions:
        cue = _inside(raw, attribution.cue)
        if not cue:
            continue
        for i in cue:
            cues[i] = BIO_CUES.index("B" if i == cue[0] else "I")
        roles = [0] * len(raw)
        spans = [("content", span) for span in attribution.content]
        spans += [("speaker", attribution.speaker)] if attribution.speaker else []
        for role, span in spans:
            covered = _inside(raw, span)
            for i in covered:
                roles[i] = SPEECH_ROLES.index(("B-" if i == covered[0] else "I-") + role)
        for i in cue:
            roles[i] = 0
        sayings.append(Saying(cue, tuple(roles)))
    return Example(tuple(token.text for token in raw), speech=Speech(tuple(cues), tuple(sayings)))


def _inside(raw: Sequence[Token], span: Span) -> tuple[int, ...]:
    """The tokens that `span` touches."""
    return tuple(i for i, token in enumerate(raw) if token.span[0] < span[1] and span[0] < token.span[1])
