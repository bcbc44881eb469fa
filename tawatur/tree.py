"""A sentence's dependency tree to walk on: children, heads, phrases, prepositions.

Words are named by their index in the sentence; -1 stands for "none".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tawatur.analyser.records import Analysis, Word
from tawatur.grammar import grammar, without_article
from tawatur.records import Span
from tawatur.text.fold import fold_word

_LAM = "\u0644"
_ARTICLE = "\u0627\u0644"
CLAUSE_SIGNS = frozenset(".:!?\u061b\u061f")
"""Signs that end a stretch of a clause."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET"})


class Tree:
    """One analysed sentence. Cheap to make; everything derived is computed when first asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.span = analysis.span

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Each word's text folded; «لهجوم» of «للهجوم» has its article back."""
        return tuple(self._fold(index) for index in range(len(self.words)))

    def _fold(self, index: int) -> str:
        form = fold_word(self.words[index].text)
        if index and form.startswith(_LAM) and len(form) > 2:
            before = self.words[index - 1]
            if before.span[1] == self.words[index].span[0] and fold_word(before.text) == _LAM:
                return _ARTICLE + form[1:]
        return form

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Each word's lemma folded, or its own text where the lemma is unknown."""
        return tuple(fold_word(word.lemma or word.text) for word in self.words)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        lists: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if 0 <= word.head < len(lists):
                lists[word.head].append(index)
        return tuple(tuple(children) for children in lists)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(word.span[0] for word in self.words)

    def word(self, index: int) -> Word:
        """The word at an index."""
        return self.words[index]

    def children(self, index: int, *relations: str) -> tuple[int, ...]:
        """Dependents of a word, all of them or those in the named relations («obl» also means «obl:tmod»)."""
        if not relations:
            return self._children[index]
        return tuple(
            child
            for child in self._children[index]
            if self.words[child].deprel in relations or self.words[child].deprel.split(":")[0] in relations
        )

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        steps = 0
        head = self.words[index].head
        while head >= 0 and steps < len(self.words):
            yield head
            head = self.words[head].head
            steps += 1

    def subtree(self, index: int, *, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
        """A word and all below it, in text order, leaving out branches in the relations `without`."""
        found, stack = [], [index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(child for child in self._children[at] if self.words[child].deprel not in without)
        return tuple(sorted(found))

    def stretch(self, index: int, *, without: frozenset[str] = frozenset()) -> Span:
        """The span of the unbroken run of words around a word that belong to its subtree."""
        inside = set(self.subtree(index, without=without))
        first = last = index
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return self.words[first].span[0], self.words[last].span[1]

    def at(self, position: int) -> int:
        """The index of the word that covers or follows a position of the text, -1 past the end."""
        for index, word in enumerate(self.words):
            if position < word.span[1]:
                return index
        return -1

    def within(self, span: Span) -> tuple[int, ...]:
        """Words that overlap a span."""
        return tuple(i for i, word in enumerate(self.words) if word.span[0] < span[1] and span[0] < word.span[1])

    def head_of(self, span: Span) -> int:
        """The word of a span whose head lies outside it: the head of that phrase."""
        inside = self.within(span)
        outside = [
            i
            for i in inside
            if self.words[i].head not in inside and self.words[i].upos not in ("ADP", "CCONJ", "PUNCT")
        ]
        nominal = [i for i in outside if self.words[i].upos in NOMINAL]
        chosen = nominal or outside or list(inside)
        return chosen[0] if chosen else -1

    def prepositions(self, index: int) -> tuple[str, ...]:
        """Folded prepositions that govern a noun: («من», «قبل») for «من قبل القوات», («ل»,) for «للجيش», () for none."""
        found: list[str] = []
        for child in self.children(index, "case", "mark"):
            if child < index and self.words[child].upos in ("ADP", "SCONJ", "PART", "NOUN", "ADV"):
                found.append(self.folded[child])
                found.extend(self.folded[part] for part in self.children(child, "fixed") if part < index)
                measure = child - 1
                if len(found) == 1 and measure > 0 and without_article(self.folded[measure]) in grammar().measures:
                    return self.prepositions(measure)
        return tuple(found)

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """A word and the words coordinated with it, first conjunct first."""
        first = index
        seen = {first}
        while (
            self.words[first].deprel.startswith("conj")
            and self.words[first].head >= 0
            and self.words[first].head not in seen
        ):
            first = self.words[first].head
            seen.add(first)
        found = [first]
        for at in found:
            found.extend(child for child in self.children(at, "conj") if child not in found)
        return tuple(sorted(found))

    def verb_before(self, index: int) -> int:
        """The nearest verb before a word in the same stretch of the sentence, -1 for none."""
        for before in range(index - 1, -1, -1):
            if self.words[before].upos == "VERB":
                return before
            if self.words[before].upos in ("PUNCT", "SCONJ"):
                return -1
        return -1
