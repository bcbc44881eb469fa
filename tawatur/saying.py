"""Acts of saying as the tree and the list of cues show them: cue, speaker, words said.

    «وقال قائد الشرطة إن الطريق آمن» → cue «قال», speaker «قائد الشرطة», content «إن الطريق آمن».

The analyser's own speech spans come first; these are for what it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.arguments import arguments
from tawatur.grammar import grammar
from tawatur.kit import Kit
from tawatur.lexicon import SayCue
from tawatur.records import Record, Span
from tawatur.subjects import Found, subject_of
from tawatur.text.fold import fold_word
from tawatur.tree import Tree

_WITHOUT = frozenset({"punct", "parataxis"})


class Saying(Record, kw_only=True):
    """A cue with its speaker and content, before it is known who is meant."""

    cue: Span
    word: int
    entry: SayCue | None
    speaker: Span | None
    content: tuple[Span, ...]
    score: float


def sayings(tree: Tree, kit: Kit) -> Iterator[Saying]:
    """The acts of saying of a sentence that cue words and the tree show."""
    for index in range(len(tree)):
        for match in kit.lexicon.say_by_form(tree.folded[index]):
            cue = match.cue
            upos = tree.word(index).upos
            if cue.pos == "verb" and match.part == "verb" and upos == "VERB":
                found = _by_verb(tree, index, cue)
            elif cue.pos == "prep":
                found = _by_preposition(tree, index, cue)
            elif cue.pos == "verb" and match.part == "participle" and upos in ("NOUN", "ADJ", "VERB"):
                found = _by_verb(tree, index, cue)
            else:
                found = None
            if found is not None:
                yield found
                break


def entry_at(tree: Tree, index: int, kit: Kit) -> SayCue | None:
    """The list's entry for a word that the analyser takes for a cue, verbs before nouns."""
    matches = kit.lexicon.say_by_form(tree.folded[index])
    verbal = [match.cue for match in matches if match.part in ("verb", "participle")]
    found = verbal or [match.cue for match in matches]
    return found[0] if found else None


def _by_verb(tree: Tree, index: int, cue: SayCue) -> Saying | None:
    clause = _said_clause(tree, index)
    if clause < 0:
        return None
    subject = subject_of(tree, index)
    explicit = subject is not None and subject.via == "subj"
    start = _content_start(tree, clause)
    end = _content_end(tree, index)
    if start >= end:
        return None
    return Saying(
        cue=tree.word(index).span,
        word=index,
        entry=cue,
        speaker=speaker_span(tree, subject.word, stop=index) if subject is not None and explicit else None,
        content=((start, end),),
        score=0.6,
    )


def _said_clause(tree: Tree, index: int) -> int:
    """The head of the clause with «أن» or «إن» that a verb of saying governs, -1 for none."""
    for child in tree.children(index, "ccomp", "obj", "xcomp", "obl"):
        if child > index and any(
            tree.folded[mark] in grammar().that for mark in tree.children(child, "mark", "compound:prt", "case", "dep")
        ):
            return child
    after = range(index + 1, min(len(tree), index + 14))
    for at in after:
        if tree.folded[at] == grammar().that_alone and tree.word(at).upos in ("SCONJ", "PART", "ADP"):
            return at
        if tree.word(at).upos == "VERB" or tree.folded[at] in (".",):
            break
    return -1


def _content_start(tree: Tree, clause: int) -> int:
    marks = [
        child for child in tree.children(clause, "mark", "compound:prt", "case") if tree.folded[child] in grammar().that
    ]
    first = min(marks) if marks else min(tree.subtree(clause))
    if first > 0 and tree.word(first - 1).upos == "ADP":
        first -= 1
    return tree.word(first).span[0]


def _content_end(tree: Tree, index: int) -> int:
    end = len(tree) - 1
    while end > index and tree.word(end).upos == "PUNCT" and tree.word(end).text in ".؟!،":
        end -= 1
    return tree.word(end).span[1]


def speaker_span(tree: Tree, head: int, *, stop: int) -> Span:
    """The noun phrase of a speaker, not running over the cue."""
    start, end = tree.stretch(head, without=_WITHOUT)
    cue = tree.word(stop).span
    if start < cue[1] <= end:
        start = max(start, cue[1] + 1) if head > stop else start
        end = min(end, cue[0]) if head < stop else end
    return start, end


def _by_preposition(tree: Tree, index: int, cue: SayCue) -> Saying | None:
    """«بحسب المرصد», «وفقا لوزارة الصحة», «نقلا عن مصدر»: all other words of the sentence are what is said."""
    parts = tuple(fold_word(part) for part in cue.lemma.split())
    if tree.folded[index : index + len(parts)] != parts:
        return None
    after = index + len(parts)
    head = next(
        (at for at in range(after, min(len(tree), after + 3)) if tree.word(at).upos in ("NOUN", "PROPN", "X", "PRON")),
        -1,
    )
    if head < 0:
        return None
    found = Found(head, "prep")
    speaker = tree.stretch(found.word, without=frozenset({"punct", "case", "acl:relcl", "parataxis", "cc", "conj"}))
    before = tree.words[0].span[0], tree.word(index - 1).span[1] if index else tree.words[0].span[0]
    rest = speaker[1], _content_end(tree, 0)
    content = tuple(span for span in (before, rest) if span[1] - span[0] > 8)
    if not content:
        return None
    return Saying(
        cue=(tree.word(index).span[0], tree.word(after - 1).span[1]),
        word=index,
        entry=cue,
        speaker=speaker,
        content=content[:1] if before[1] - before[0] > 8 else content,
        score=0.5,
    )


def hearers(tree: Tree, index: int, cue: SayCue | None) -> tuple[int, ...]:
    """The words after «ل» or another preposition of address that hang on a verb of saying."""
    prepositions = set(cue.audience if cue else ()) or {"\u0644"}
    return tuple(
        argument.word
        for argument in arguments(tree, index)
        if argument.function == "prep" and argument.preposition.split(" ")[0] in prepositions
    )
