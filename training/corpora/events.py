"""Sentences judged by people for assault and protest, and who did what to whom in them (arabic_event_gsr, MIT)."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.analyser.inventory import EVENT_KINDS, EVENT_ROLES
from tawatur.analyser.letters import letters
from tawatur.text.tokens import tokens
from training.examples import Event, Example

_KEPT_BACK = 0.2
FIELDS = {"actor": "source_actor", "trigger": "verb", "target": "target_actor"}
_UNJUDGED = math.nan


class EventSentence(NamedTuple):
    """A judged sentence: its document, whether it reports the event, and the annotators' spans, if any."""

    id: str
    document: str
    kind: str
    text: str
    reported: bool
    annotations: tuple[dict[str, Any], ...]


def read_events(folder: Path) -> tuple[EventSentence, ...]:
    """All sentences of both kinds; a sentence with spans stands once, with them."""
    found: dict[tuple[str, str], EventSentence] = {}
    for kind in EVENT_KINDS:
        for row in _rows(folder / f"{kind.lower()}_sentences.jsonl"):
            document = re.split("[-_]\\d+$", row["id"])[0]
            sentence = EventSentence(row["id"], document, kind, row["text"], row["label"] == "yes", ())
            found.setdefault((kind, row["text"]), sentence)
        for row in _rows(folder / f"{kind.lower()}_spans.jsonl"):
            old = found.get((kind, row["text"]))
            document = old.document if old else re.split("-\\d+#", row["id"])[0]
            marks = tuple(row["annotations"])
            found[kind, row["text"]] = EventSentence(row["id"], document, kind, row["text"], True, marks)
    return tuple(found.values())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def split(sentences: Sequence[EventSentence]) -> tuple[list[EventSentence], list[EventSentence]]:
    """A part to learn from and a part kept back, whole documents at a time."""
    kept = [_kept_back(sentence.document) for sentence in sentences]
    return (
        [s for s, back in zip(sentences, kept, strict=True) if not back],
        [s for s, back in zip(sentences, kept, strict=True) if back],
    )


def _kept_back(document: str) -> bool:
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) / 2**32 < _KEPT_BACK


def event_example(sentence: EventSentence) -> Example:
    """The example of `sentence`: a role's number for a token is the share of annotators who marked the word."""
    raw = [token.text for token in tokens(sentence.text)]
    reported = tuple(float(sentence.reported) if kind == sentence.kind else _UNJUDGED for kind in EVENT_KINDS)
    marked = {role: [_words(mark.get(FIELDS[role])) for mark in sentence.annotations] for role in EVENT_ROLES}
    roles = []
    for token in raw:
        word = letters(token).text
        row = []
        for kind in EVENT_KINDS:
            for role in EVENT_ROLES:
                known = kind == sentence.kind and (sentence.annotations or not sentence.reported)
                votes = [word in words and word.isalnum() for words in marked[role]]
                row.append((sum(votes) / len(votes) if votes else 0.0) if known and sentence.annotations else _UNJUDGED)
        roles.append(tuple(row))
    return Example(tuple(raw), event=Event(reported, tuple(roles)))


def _words(marked: Sequence[str] | None) -> set[str]:
    return {letters(token.text).text for word in marked or () for token in tokens(word)}
