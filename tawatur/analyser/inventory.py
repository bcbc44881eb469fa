"""The labels of every head; written beside the weights as labels.json, which is all the analyser knows of them."""

from __future__ import annotations

from typing import Any

import msgspec

from tawatur.analyser.stems import Spelling

BIO_NAMES = (
    "O",
    "B-person",
    "I-person",
    "B-place",
    "I-place",
    "B-organisation",
    "I-organisation",
    "B-other",
    "I-other",
)
BIO_CUES = ("O", "B", "I")
SPEECH_ROLES = ("O", "B-speaker", "I-speaker", "B-content", "I-content")
EVENT_KINDS = ("ASSAULT", "PROTEST")
EVENT_ROLES = ("actor", "trigger", "target")
BIO_TRIGGERS = ("O", "B", "I")
CLAIM_ROLES = ("actor", "target", "where", "when")
REALITIES = (
    "happened",
    "ongoing",
    "state",
    "announced",
    "expected",
    "possible",
    "conditional",
    "desired",
    "denied",
    "negated",
    "opinion",
)
FEATURES: dict[str, tuple[str, ...]] = {
    "aspect": ("", "perf", "imp"),
    "mood": ("", "ind", "sub", "jus", "imp"),
    "voice": ("", "act", "pass"),
    "person": ("", "1", "2", "3"),
    "gender": ("", "m", "f"),
    "number": ("", "s", "d", "p"),
    "definite": ("", "ind", "def"),
}


class Inventory(msgspec.Struct, frozen=True, kw_only=True):
    """Label lists in the order of the network's outputs."""

    conjunctions: tuple[str, ...]
    particles: tuple[str, ...]
    pronouns: tuple[str, ...]
    article: str
    after_particle: tuple[Spelling, ...] = ()
    before_pronoun: tuple[Spelling, ...] = ()
    """How stems are written beside clitics."""
    upos: tuple[str, ...]
    deprel: tuple[str, ...]
    lemma_edits: tuple[Any, ...]
    lexicon: dict[str, str] = msgspec.field(default_factory=dict)
    """Lemma of "UPOS word", both without vowel signs."""
    features: dict[str, tuple[str, ...]] = msgspec.field(default_factory=lambda: dict(FEATURES))
    names: tuple[str, ...] = BIO_NAMES
    cues: tuple[str, ...] = BIO_CUES
    speech_roles: tuple[str, ...] = SPEECH_ROLES
    event_kinds: tuple[str, ...] = EVENT_KINDS
    event_roles: tuple[str, ...] = EVENT_ROLES
    claim_roles: tuple[str, ...] = CLAIM_ROLES
    realities: tuple[str, ...] = REALITIES
    claim_kinds: tuple[str, ...] = ()
    """Kinds of event, as the lexicon names them, that the head of triggers tells apart."""
