"""What the network learns from: raw tokens with whichever labels their corpus has."""

from __future__ import annotations

from typing import NamedTuple

NO_LABEL = -100
"""Where a token or word has no label for a head."""


class TreeWord(NamedTuple):
    """A word of a tree: offsets in its raw token, form (0 for a stem), and labels by index."""

    token: int
    start: int
    end: int
    form: int
    upos: int
    features: tuple[int, ...]
    lemma: int
    head: int
    """0 for the root, else the head's position from 1."""
    deprel: int


class Tree(NamedTuple):
    """Words of a sentence, and the cut of every raw token as one index a slot."""

    words: tuple[TreeWord, ...]
    cuts: tuple[tuple[int, int, int], ...]


class Saying(NamedTuple):
    """A cue of speech, as token indices, and the role of every token for it."""

    cue: tuple[int, ...]
    roles: tuple[int, ...]
    """By `SPEECH_ROLES`."""


class Speech(NamedTuple):
    """Cue label of every token, and the cues with their roles."""

    cues: tuple[int, ...]
    sayings: tuple[Saying, ...]


class Event(NamedTuple):
    """Whether a sentence reports events, a number for each kind; and the share of annotators who marked a token, by role.

    NaN where nobody judged.
    """

    reported: tuple[float, ...]
    roles: tuple[tuple[float, ...], ...]


class Deed(NamedTuple):
    """A trigger, as token indices, with the label of every token for each role, and its kind and reality by index."""

    at: tuple[int, ...]
    roles: tuple[tuple[int, ...], ...]
    """By `CLAIM_ROLES`; 0 outside, 1 begin, 2 inside."""
    kind: int
    reality: int


class Deeds(NamedTuple):
    """Trigger label of every token, and the triggers with their parts."""

    triggers: tuple[int, ...]
    deeds: tuple[Deed, ...]


class Example(NamedTuple):
    """A sentence with the labels that it has."""

    tokens: tuple[str, ...]
    tree: Tree | None = None
    names: tuple[int, ...] | None = None
    speech: Speech | None = None
    event: Event | None = None
    deeds: Deeds | None = None
