"""Events whose words no entry of the lexicon has in this use: the analyser is sure of the event and of its kind.

Their rule is "model.KIND": what made them is the analyser, not an entry that one could look up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from tawatur.draft import Draft, Proposition
from tawatur.kit import Kit
from tawatur.lexicon import Lexicon
from tawatur.lexicon.records import Trigger

LIKELY = 0.5
"""Likelihood of the event from which it is claimed …"""
SURE = 0.6
"""… and of its kind; both were set on the thirty articles to look at."""
_BARE = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT", "PRON", "DET", "PART", "AUX"})
"""Words that carry no event."""


def unlisted(draft: Draft, kit: Kit, sentence: int, *, listed: Collection[int]) -> Iterator[Proposition]:
    """Propositions of a sentence at words that are not in `listed`, the words of entries."""
    tree = draft.trees[sentence]
    for mark in draft.analyses[sentence].triggers:
        if mark.score < LIKELY or mark.kind_score < SURE:
            continue
        words = tuple(word for word in tree.within(mark.span) if tree.word(word).upos not in _BARE)
        frame = _usual_frame(kit.lexicon, mark.kind)
        if not words or frame is None or any(word in listed for word in words):
            continue
        head = tree.head_of(mark.span)
        head = head if head in words else words[0]
        verbal = tree.word(head).upos == "VERB"
        entry = Trigger(
            id=f"model.{mark.kind}",
            kind=mark.kind,
            frame=frame,
            pos="verb" if verbal else "noun",
            lemma=tree.lemmas[head],
        )
        yield Proposition(
            sentence=sentence,
            trigger=head,
            words=words,
            entry=entry,
            kind=mark.kind,
            part="verb" if verbal else "masdar",
            carrier=head,
        )


def _usual_frame(lexicon: Lexicon, kind: str) -> str | None:
    """The frame that most entries of a kind have."""
    frames = Counter(entry.frame for entry in lexicon.triggers.values() if entry.kind == kind)
    return frames.most_common(1)[0][0] if frames else None
