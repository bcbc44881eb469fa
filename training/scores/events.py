"""Events: detection by sentence, and the words of actor, trigger and target against every annotator."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser import Analyser
from tawatur.analyser.inventory import EVENT_KINDS, EVENT_ROLES
from tawatur.analyser.letters import letters
from tawatur.analyser.records import Event
from tawatur.text.tokens import tokens
from training.corpora.events import FIELDS, EventSentence

THRESHOLD = 0.5


def score_events(analyser: Analyser, sentences: Sequence[EventSentence]) -> dict[str, dict[str, float]]:
    """By kind: precision, recall, F1 of detection, and token F1 of the roles, in percent."""
    return {kind: _of_kind(analyser, [s for s in sentences if s.kind == kind], kind) for kind in EVENT_KINDS}


def _of_kind(analyser: Analyser, sentences: Sequence[EventSentence], kind: str) -> dict[str, float]:
    hit = predicted = gold = 0
    counts = {role: [0, 0] for role in EVENT_ROLES}
    for sentence in sentences:
        (analysis,) = analyser.analyse(sentence.text, sentences=[(0, len(sentence.text))])
        event = next(e for e in analysis.events if e.kind == kind)
        found = event.score >= THRESHOLD
        hit += found and sentence.reported
        predicted += found
        gold += sentence.reported
        for mark in sentence.annotations:
            for role in EVENT_ROLES:
                wanted = {letters(t.text).text for word in mark.get(FIELDS[role]) or () for t in tokens(word)}
                mine = _words(sentence.text, event, role)
                counts[role][0] += 2 * len(wanted & mine)
                counts[role][1] += len(wanted) + len(mine)
    scores = {
        "precision": hit / max(1, predicted),
        "recall": hit / max(1, gold),
        "f1": 2 * hit / max(1, predicted + gold),
    }
    scores |= {role: both / max(1, either) for role, (both, either) in counts.items()}
    return {name: round(100 * value, 2) for name, value in scores.items()}


def _words(text: str, event: Event, role: str) -> set[str]:
    spans = getattr(event, role)
    return {letters(t.text).text for t in tokens(text) if any(a < t.span[1] and t.span[0] < b for a, b in spans)}
