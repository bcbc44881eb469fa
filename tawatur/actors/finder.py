"""Finds every mention of an actor in a text, left to right, each as long as it can be."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tawatur.actors.composition import composite_at
from tawatur.actors.lexicon import ActorLexicon
from tawatur.actors.line import Line
from tawatur.actors.records import ActorMention
from tawatur.analyser.records import Analysis
from tawatur.text.fold import fold_word


def find_actors(text: str, *, analyses: Sequence[Analysis], lexicon: ActorLexicon) -> tuple[ActorMention, ...]:
    """The mentions of actors in a text, in order and not overlapping; inner ones are in their `parts`.

    With analyses, persons are those that the analyser saw, and «X وY» is one composite where Y is coordinated with X.
    With `analyses=()` words alone decide.
    """
    line = Line(text=text, lexicon=lexicon, analyses=analyses)
    mentions: list[ActorMention] = []
    at = 0
    while at < len(line.pieces):
        parsed = composite_at(line, at)
        if parsed is None:
            at += 1
            continue
        mentions.append(parsed.mention)
        at = max(at, parsed.last) + 1
    return _with_posts(line, mentions)


def _with_posts(line: Line, mentions: list[ActorMention]) -> tuple[ActorMention, ...]:
    """Gives a person the capacity of the post after the comma: «ريان ديلون، المتحدث باسم التحالف»."""
    found = list(mentions)
    for at in range(len(found) - 1):
        person, post = found[at], found[at + 1]
        between = fold_word(line.text[person.span[1] : post.span[0]].strip())
        apposed = person.type == "person" and person.capacity is None and post.type == "office"
        if apposed and between in line.lexicon.words.commas and (post.capacity is not None or post.parts):
            found[at] = replace(
                person, capacity=post.capacity, capacity_span=post.capacity_span, office=post.office, parts=post.parts
            )
    return tuple(found)
