"""Who does a verb whose subject is not written beside it, and who is meant to do an event noun without a doer.

«الجيش الذي دخل المدينة» – the head of the relative clause; «دخلوا وسيطروا» – the first verb's subject; «قررت القوات أن تزحف»
– the governing verb's subject; «القرار متروك للقوات في مسألة شن هجوم» – the one whom the decision is left to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tawatur.arguments import arguments, governor
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.tree import CLAUSE_SIGNS, Tree

CONTROL_STEPS = 4
"""Governing words above an event noun that are asked for a doer: deeper nesting is seldom the same party's doing."""
PURPOSE_REACH = 12
"""Words before «ل…» within which the one who has the purpose is looked for."""
_CONTROLLING = frozenset({"plan", "attempt", "ability", "necessity", "purpose", "wish", "future"})


class Found(NamedTuple):
    """A word that is the subject, and how it was found."""

    word: int
    via: str


def is_relative(tree: Tree, index: int) -> bool:
    """Whether a word is a relative pronoun («الذي», «التي»)."""
    return (
        tree.word(index).upos in ("PRON", "DET", "SCONJ") and tree.folded[index].startswith("\u0627\u0644\u0644")
    ) or (
        tree.word(index).upos in ("PRON", "DET", "SCONJ")
        and tree.folded[index][:3] in ("\u0627\u0644\u0630", "\u0627\u0644\u062a")
    )


def relative_head(tree: Tree, index: int) -> int:
    """The noun that a relative clause's verb describes, -1 when the verb stands in no relative clause."""
    first = tree.conjuncts(index)[0]
    if tree.word(first).deprel in ("acl", "acl:relcl") and tree.word(first).head < first:
        return tree.word(first).head
    return -1


def written_subject(tree: Tree, index: int) -> Found | None:
    """The subject written beside a verb, relative pronouns taken to the noun they stand for."""
    for argument in arguments(tree, index):
        if argument.function == "subj":
            if is_relative(tree, argument.word):
                head = relative_head(tree, index)
                return Found(head, "relative") if head >= 0 else None
            if tree.word(argument.word).upos not in ("VERB", "AUX", "PART"):
                return Found(argument.word, "subj")
    return None


def subject_of(tree: Tree, index: int, *, depth: int = 0) -> Found | None:
    """The subject of a verb as far as its own sentence shows it; None for a bare verb that refers further back."""
    written = written_subject(tree, index)
    if written is not None or depth > 5:
        return written
    word = tree.word(index)
    head = relative_head(tree, index)
    if head >= 0 and agree(tree, index, head) and not _has_resumptive(tree, index, head):
        return Found(head, "relative")
    if word.deprel.startswith("conj"):
        first = tree.conjuncts(index)[0]
        if first != index and tree.word(first).upos in ("VERB", "AUX"):
            found = subject_of(tree, first, depth=depth + 1)
            if found is not None and agree(tree, index, found.word):
                return Found(found.word, "shared")
    if word.deprel in ("xcomp", "ccomp", "advcl", "csubj", "parataxis") and word.head >= 0:
        above = word.head
        if tree.word(above).upos in ("VERB", "AUX"):
            found = subject_of(tree, above, depth=depth + 1)
            if found is not None and agree(tree, index, found.word):
                return Found(found.word, "control")
    return None


def _has_resumptive(tree: Tree, index: int, head: int) -> bool:
    """Whether the head of a relative clause is taken up in it by an object pronoun: «القرية التي دخلوها»."""
    return (
        any(
            tree.word(child).upos == "PRON" and tree.word(child).deprel == "obj" and child == index + 1
            for child in tree.children(index)
        )
        and tree.word(index).number != tree.word(head).number
    )


def agree(tree: Tree, verb: int, noun: int) -> bool:
    """Gender and number of a verb after its subject; a body may take the plural, a non-human plural the feminine singular."""
    v, n = tree.word(verb), tree.word(noun)
    if v.person in (1, 2):
        return False
    if n.upos == "PRON" or v.gender is None or n.gender is None:
        return True
    if v.number == "p" or n.number in ("p", "d"):
        return True
    return v.gender == n.gender


def doer_of_noun(tree: Tree, index: int, kit: Kit) -> Found | None:
    """The party meant to do an event noun that names no doer, from what governs it; None when nothing shows it."""
    at = index
    for _ in range(CONTROL_STEPS):
        above = governor(tree, at)
        if above < 0:
            return None
        dative = _dative(tree, above)
        if dative >= 0 and dative != at:
            return Found(dative, "control")
        word = tree.word(above)
        if word.upos in ("VERB", "AUX"):
            if _controls(tree, above, at, kit):
                found = subject_of(tree, above)
                if found is not None:
                    return Found(found.word, "control")
            if word.deprel in ("ccomp", "root", "parataxis"):
                return None
        elif _controls(tree, above, at, kit):
            for argument in arguments(tree, above):
                if (
                    argument.function in ("genitive", "agent")
                    and argument.word != at
                    and not _inside(tree, at, argument.word)
                ):
                    return Found(argument.word, "control")
        at = above
    return None


def _inside(tree: Tree, index: int, top: int) -> bool:
    return index == top or top in tuple(tree.ancestors(index))


def _dative(tree: Tree, index: int) -> int:
    """The one after «ل» of a word that hands an action to somebody («القرار لـ…», «سمح لـ…»), -1 for none."""
    if (
        without_article(tree.folded[index]) not in grammar().dative_control
        and tree.lemmas[index] not in grammar().dative_control
    ):
        return -1
    for argument in arguments(tree, index):
        if argument.function == "prep" and argument.preposition.split(" ")[0] == "\u0644":
            return argument.word
    return -1


def _controls(tree: Tree, above: int, below: int, kit: Kit) -> bool:
    """Whether a governing word passes its own doer on to what it governs: plans, attempts, phases, purposes."""
    form = tree.folded[above]
    if any(match.cue.type in _CONTROLLING for match in kit.lexicon.reality_by_form(form)):
        return True
    if any(match.light.noun for match in kit.lexicon.light_by_form(form)):
        return True
    if any(
        match.trigger.kind in ("prepare", "mobilise", "deploy", "threaten", "promise")
        for match in kit.lexicon.by_form(form)
    ):
        return True
    return tree.prepositions(below)[:1] == ("\u0644",) and tree.word(above).upos in ("VERB", "ADJ")


def purposeful(tree: Tree, index: int) -> bool:
    """Whether an event noun is what something is for: right after «ل», be it «لشن هجوم» or «للتقدم»."""
    first = index
    while first > 0 and tree.word(first - 1).upos == "NOUN" and tree.word(first).head == first - 1:
        first -= 1
    return first > 0 and tree.folded[first - 1] == "\u0644" and tree.word(first - 1).upos == "ADP"


def nearest_before(tree: Tree, index: int, *, heads: Mapping[int, int], fits: Callable[[int], bool]) -> int | None:
    """The nearest fitting expression before a word, within the reach of one clause."""
    for at in range(index - 1, max(-1, index - 1 - PURPOSE_REACH), -1):
        if tree.word(at).text in CLAUSE_SIGNS:
            return None
        if at in heads and fits(heads[at]):
            return heads[at]
    return None
