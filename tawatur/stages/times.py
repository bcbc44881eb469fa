"""Find the times of each sentence and fix them by the day of publication; tenses of verbs tell whether a weekday looks ahead."""

from __future__ import annotations

from tawatur.draft import Draft
from tawatur.grammar import grammar
from tawatur.kit import Kit
from tawatur.times import TenseCue, find_times, surface_cues
from tawatur.tree import Tree


def find_when(draft: Draft, _: Kit) -> Draft:
    """Adds times, in text order."""
    found = [
        when
        for (start, end), tree in zip(draft.sentences, draft.trees, strict=True)
        for when in find_times(
            draft.report.text,
            start=start,
            end=end,
            published=draft.published,
            cues=(*surface_cues(draft.report.text, start=start, end=end), *_cues(tree)),
        )
    ]
    return draft.having(times=tuple(found))


def _cues(tree: Tree) -> tuple[TenseCue, ...]:
    """The tense of every verb: perfect looks back; a verb after «س» or «سوف» looks ahead."""
    cues: list[TenseCue] = []
    for index, word in enumerate(tree.words):
        if word.upos not in ("VERB", "AUX"):
            continue
        marked = any(tree.folded[child] in grammar().future for child in tree.children(index))
        marked = marked or (index > 0 and tree.folded[index - 1] in grammar().future)
        if marked:
            cues.append(TenseCue(span=word.span, direction="future"))
        elif word.aspect == "perf" or any(tree.folded[child] in grammar().past for child in tree.children(index)):
            cues.append(TenseCue(span=word.span, direction="past"))
    return tuple(cues)
