"""What stands around a verb or an event noun in the tree, in the words of syntax: subject, object, genitive, prepositions.

«انتزعت القوات البلدة من التنظيم» gives Argument("subj", القوات), Argument("obj", البلدة), Argument("prep", التنظيم, "من").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tawatur.grammar import grammar, without_article
from tawatur.tree import CLAUSE_SIGNS, Tree

Function = Literal["subj", "obj", "genitive", "prep", "agent", "adjective", "clause"]
NEARBY = 18
"""Words behind a trigger within which its arguments are looked for without the tree."""
_OBLIQUE = ("obl", "nmod", "advmod", "nummod", "advcl", "acl", "dep", "obl:arg")


class Argument(NamedTuple):
    """A dependent in its syntactic function; `preposition` is folded, such as "من" or "من قبل"."""

    function: Function
    word: int
    preposition: str = ""


def arguments(tree: Tree, index: int) -> tuple[Argument, ...]:
    """The arguments of a word, in text order, with each coordinated member as an argument of its own."""
    word = tree.word(index)
    verbal = word.upos in ("VERB", "AUX")
    found: list[Argument] = []
    for child in tree.children(index):
        found.extend(_argument(tree, child, verbal=verbal))
    spread: list[Argument] = []
    for argument in found:
        spread.extend(argument._replace(word=member) for member in members(tree, argument.word))
    return tuple(spread)


def members(tree: Tree, index: int) -> tuple[int, ...]:
    """The participants that a noun phrase stands for: below «كل من» and «عدد من», and each of a coordination."""
    found = [index, *tree.children(index, "conj")]
    nouns = [at for at in found if tree.word(at).upos not in ("VERB", "AUX", "ADP", "CCONJ", "PART") or at == index]
    return tuple(part for at in nouns for part in _below_measure(tree, at))


def _below_measure(tree: Tree, index: int) -> tuple[int, ...]:
    """The noun that a measuring noun («معظم», «عشرات») measures, else the noun itself."""
    seen: set[int] = set()
    while index not in seen and (
        without_article(tree.folded[index]) in grammar().transparent or tree.word(index).upos == "NUM"
    ):
        seen.add(index)
        below = [
            child
            for child in tree.children(index, "nmod", "obl", "nummod")
            if child > index and tree.word(child).upos in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM")
        ]
        if not below:
            break
        if len(below) == 1 or not tree.children(below[0], "conj"):
            index = below[0]
            if tree.children(index, "conj"):
                return members(tree, index)
            continue
        return members(tree, below[0])
    return (index,)


def _argument(tree: Tree, child: int, *, verbal: bool) -> tuple[Argument, ...]:
    relation = tree.word(child).deprel.split(":")[0]
    upos = tree.word(child).upos
    if upos in ("PUNCT", "CCONJ", "SCONJ", "PART") or relation in (
        "case",
        "mark",
        "cc",
        "punct",
        "det",
        "fixed",
        "flat",
    ):
        return ()
    prepositions = tree.prepositions(child)
    if relation in ("nsubj", "csubj", "dislocated") and not prepositions:
        return (Argument("subj", child),)
    if relation in ("obj", "iobj") and not prepositions:
        return (Argument("obj", child),)
    if relation in ("ccomp", "xcomp"):
        return (Argument("clause", child),)
    if relation == "amod":
        return (Argument("adjective", child),)
    if relation not in _OBLIQUE and not prepositions:
        return ()
    if upos == "VERB" and relation in ("acl", "advcl"):
        return ()
    compound = _noun_as_preposition(tree, child, prepositions)
    if compound is not None:
        return (compound,)
    if prepositions:
        return (_prepositional(child, prepositions),)
    if not verbal and relation in ("nmod", "obl") and upos in ("NOUN", "PROPN", "PRON", "X", "NUM", "ADJ", "DET"):
        return (Argument("genitive", child),)
    return ()


def _prepositional(word: int, prepositions: tuple[str, ...]) -> Argument:
    joined = " ".join(prepositions)
    if joined in grammar().agent:
        return Argument("agent", word, joined)
    return Argument("prep", word, joined)


def _noun_as_preposition(tree: Tree, child: int, prepositions: tuple[str, ...]) -> Argument | None:
    """«على يد مسلحين», «قرب المدينة», «باتجاه الحدود»: the noun below is meant, the words above it are the preposition."""
    phrase = " ".join((*prepositions, tree.folded[child]))
    below = [at for at in tree.children(child, "nmod", "obl") if at > child and not tree.prepositions(at)]
    if not below:
        return None
    if phrase in grammar().agent:
        return Argument("agent", below[0], phrase)
    if tree.folded[child] in grammar().against:
        return Argument("prep", below[0], tree.folded[child])
    bare = phrase if phrase in grammar().relation else tree.folded[child]
    if (
        bare in grammar().relation
        and tree.word(child).upos in ("ADP", "ADV", "NOUN", "PART")
        and not tree.folded[child].startswith("\u0627\u0644")
    ):
        return Argument("prep", below[0], bare)
    return None


def governor(tree: Tree, index: int) -> int:
    """The word that a noun or clause depends on, above coordination and measuring nouns; -1 at the root."""
    seen = {index}
    at = index
    while True:
        if tree.word(at).deprel.startswith("conj"):
            first = tree.conjuncts(at)[0]
            if first != at and first not in seen:
                seen.add(first)
                at = first
                continue
        head = tree.word(at).head
        if head < 0 or head in seen:
            return -1
        seen.add(head)
        if without_article(tree.folded[head]) in grammar().transparent and tree.word(head).upos in (
            "NOUN",
            "DET",
            "NUM",
        ):
            at = head
            continue
        return head


def nearby(tree: Tree, start: int, *, heads: Mapping[int, int], stops: frozenset[int]) -> Iterator[Argument]:
    """Known expressions after a word in the same stretch of the clause, with the function that their neighbours show.

    `heads` maps the first word of an expression to its head. The stretch ends at a verb, a conjunction of a clause, a full stop or
    another trigger (`stops`). This is for what the tree hangs elsewhere; Arabic keeps arguments close behind their verb.
    """
    last: Argument | None = None
    for index in range(start + 1, min(len(tree), start + 1 + NEARBY)):
        word = tree.word(index)
        if index in stops or word.upos in ("VERB", "AUX", "SCONJ") or word.text in CLAUSE_SIGNS:
            return
        if word.upos == "PRON" and tree.word(index - 1).upos == "CCONJ":
            return
        if index not in heads:
            continue
        before = index - 1
        if word.upos == "PRON" and before == start:
            continue
        names: list[str] = []
        if (
            before > start + 1
            and without_article(tree.folded[before]) in grammar().hands
            and _is_preposition(tree, before - 1)
        ):
            before -= 1
        while before > start and _is_preposition(tree, before):
            names.insert(0, tree.folded[before])
            before -= 1
            if len(names) == 1 and without_article(tree.folded[before]) in grammar().transparent and before > start:
                names.clear()
                before -= 1
        if names:
            last = _prepositional(heads[index], tuple(names))
        elif last is not None and tree.word(before).upos == "CCONJ":
            last = last._replace(word=heads[index])
        elif before == start:
            last = Argument("genitive" if tree.word(start).upos != "VERB" else "subj", heads[index])
        else:
            last = Argument("subj", heads[index])
        yield last


def _is_preposition(tree: Tree, index: int) -> bool:
    """A preposition, or a noun that serves as one («باتجاه», «قرب»)."""
    return tree.word(index).upos == "ADP" or (
        tree.folded[index] in grammar().relation and tree.word(index).upos in ("NOUN", "ADV", "PART")
    )


def preverbal(tree: Tree, verb: int, *, heads: Mapping[int, int]) -> int | None:
    """The head of the expression that opens the clause of a verb and stands in no preposition; None when there is none."""
    found: int | None = None
    for index in range(verb - 1, max(-1, verb - 1 - NEARBY), -1):
        word = tree.word(index)
        if index in heads and not (index > 0 and tree.word(index - 1).upos == "ADP"):
            found = heads[index]
        if word.upos == "VERB":
            return None
        if word.upos in ("AUX", "SCONJ", "PUNCT"):
            break
    return found
