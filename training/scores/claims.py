"""Triggers and their parts: found, of the right kind and reality, and the tokens of every role."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser import Analyser
from tawatur.analyser.inventory import CLAIM_ROLES
from tawatur.analyser.records import Trigger
from tawatur.records import Span
from tawatur.text.tokens import tokens
from training.corpora.claims import ClaimSentence, Labelled

THRESHOLD = 0.5


def score_claims(analyser: Analyser, sentences: Sequence[ClaimSentence]) -> dict[str, float]:
    """In percent: triggers by precision, recall and F1; of triggers found, kind, reality, and token F1 by role."""
    found = hit = kinds = realities = gold = met = 0
    counts = {role: [0, 0] for role in CLAIM_ROLES}
    for sentence in sentences:
        (analysis,) = analyser.analyse(sentence.text, sentences=[(0, len(sentence.text))])
        sure = [trigger for trigger in analysis.triggers if trigger.score >= THRESHOLD]
        sure = [trigger for trigger in sure if not _touching(trigger.span, sentence.doubtful)]
        gold += len(sentence.claims)
        found += len(sure)
        hit += sum(any(_touching(trigger.span, claim.trigger) for claim in sentence.claims) for trigger in sure)
        for claim in sentence.claims:
            own = next((trigger for trigger in sure if _touching(trigger.span, claim.trigger)), None)
            if own is None:
                continue
            met += 1
            kinds += own.kind == claim.kind
            realities += own.reality == claim.reality
            for role, count in counts.items():
                wanted, mine = _words(sentence.text, claim, role), _marked(sentence.text, own, role)
                count[0] += 2 * len(wanted & mine)
                count[1] += len(wanted) + len(mine)
    scores = {
        "precision": hit / max(1, found),
        "recall": met / max(1, gold),
        "f1": 2 * hit / max(1, found + gold),
        "kind": kinds / max(1, met),
        "reality": realities / max(1, met),
    }
    scores |= {role: both / max(1, either) for role, (both, either) in counts.items()}
    return {"n": gold, **{name: round(100 * value, 2) for name, value in scores.items()}}


def _touching(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _words(text: str, claim: Labelled, role: str) -> set[int]:
    return _covered(text, [span for name, span in claim.parts if name == role])


def _marked(text: str, trigger: Trigger, role: str) -> set[int]:
    return _covered(text, [argument.span for argument in trigger.arguments if argument.role == role])


def _covered(text: str, spans: Sequence[Span]) -> set[int]:
    """Where the tokens begin that a span touches."""
    return {token.span[0] for token in tokens(text) if _touching(token.span, spans)}
