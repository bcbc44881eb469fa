"""Whether what a proposition says happened, is under way, is planned, hoped, possible, denied: by cues and their scope.

From the trigger upwards, each cue that has it in its scope is collected; the strongest decides, in the order of STRENGTH. With
no cue, the tense decides: perfect happened, imperfect is ongoing (or a state, for kinds that are states), and a verbal
noun takes after the clause that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from tawatur.arguments import governor
from tawatur.draft import Draft, Proposition
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.lexicon import RealityCue, RealityMatch
from tawatur.records import Reality, Span
from tawatur.text.fold import fold_word
from tawatur.tree import Tree

STRENGTH: tuple[Reality, ...] = (
    "denied",
    "negated",
    "conditional",
    "desired",
    "possible",
    "announced",
    "expected",
    "opinion",
    "ongoing",
    "state",
    "happened",
)
STATE_KINDS = frozenset({"hold", "base", "target", "besiege", "support", "ally"})
"""Kinds that last: in the imperfect, or as a noun without a verb, they are states."""
_OF_ACT: dict[str, Reality] = {
    "deny": "denied",
    "threaten": "announced",
    "promise": "announced",
    "expect": "expected",
    "demand": "desired",
    "opinion": "opinion",
    "ask": "possible",
}
"""What an act of saying does to what is said; only the innermost act counts."""
_CLIMB = 6
"""Governing words above the trigger that may carry a cue."""


class _Cue(NamedTuple):
    effect: Reality
    span: Span


def judge_reality(draft: Draft, kit: Kit) -> Draft:
    """Adds reality and the words that show it to every proposition."""
    return draft.having(propositions=tuple(_judged(draft, kit, proposition) for proposition in draft.propositions))


def _judged(draft: Draft, kit: Kit, proposition: Proposition) -> Proposition:
    tree = draft.trees[proposition.sentence]
    cues = list(_cues(draft, kit, proposition, tree))
    if proposition.entry.reality is not None:
        cues.append(_Cue(proposition.entry.reality, tree.word(proposition.trigger).span))
    if proposition.light is not None and proposition.light.reality is not None:
        cues.append(_Cue(proposition.light.reality, tree.word(proposition.carrier).span))
    act = _act_around(draft, proposition, tree)
    if act is not None:
        cues.append(act)
    cues.append(_Cue(_by_tense(draft, kit, proposition, tree), tree.word(proposition.carrier).span))
    reality = min((cue.effect for cue in cues), key=STRENGTH.index)
    if reality in ("ongoing", "happened") and proposition.light is not None and proposition.light.phase == "ongoing":
        reality = "ongoing"
    shown = tuple(dict.fromkeys(cue.span for cue in cues if cue.effect == reality))
    return msgspec.structs.replace(proposition, reality=reality, reality_cues=shown)


# Cues


def _cues(draft: Draft, kit: Kit, proposition: Proposition, tree: Tree) -> Iterator[_Cue]:
    """Cues over the carrier and over each clause above it, up to the edge of the speech that it is said in."""
    edge = _speech_edge(draft, proposition, tree)
    at = proposition.carrier
    below = proposition.trigger
    for step in range(_CLIMB):
        yield from _on_verb(tree, at, kit)
        for match in _matches(tree, at, kit):
            if (step and _governs(tree, at, below, match.cue)) or (
                step == 0 and at != proposition.trigger and _governs(tree, at, proposition.trigger, match.cue)
            ):
                yield _Cue(match.cue.effect, tree.word(at).span)
        head = tree.word(at).head
        if head < 0 or not edge[0] <= tree.word(head).span[0] < edge[1]:
            return
        if tree.word(at).deprel in ("acl:relcl", "acl") and tree.word(at).upos == "VERB":
            return
        if tree.word(at).deprel == "advcl" and tree.word(head).upos == "VERB" and not _is_purpose(tree, at):
            return
        if (
            tree.word(at).deprel == "nsubj"
            and tree.word(head).upos == "VERB"
            and head != proposition.carrier
            and step > 0
        ):
            return
        below, at = at, head


def _act_around(draft: Draft, proposition: Proposition, tree: Tree) -> _Cue | None:
    """The innermost act of saying around the trigger, if it is more than a statement."""
    position = tree.word(proposition.trigger).span[0]
    around = [(end - start, said) for said in draft.said for start, end in said.content if start <= position < end]
    if not around:
        return None
    said = min(around, key=lambda pair: pair[0])[1]
    return _Cue(_OF_ACT[said.act], said.cue) if said.act in _OF_ACT else None


def _speech_edge(draft: Draft, proposition: Proposition, tree: Tree) -> Span:
    """The innermost words said around the trigger: what governs the speech itself says nothing of what is said in it."""
    position = tree.word(proposition.trigger).span[0]
    spans = [span for said in draft.said for span in said.content if span[0] <= position < span[1]]
    return min(spans, key=lambda span: span[1] - span[0]) if spans else tree.span


def _on_verb(tree: Tree, at: int, kit: Kit) -> Iterator[_Cue]:
    """Particles that stand on a word: «لم يدخل», «ستزحف», «قد تكون», «إذا انسحبت», «بدون قتال»."""
    first = tree.conjuncts(at)[0] if tree.word(at).deprel.startswith("conj") else at
    for holder in {at, first}:
        near = [holder - 1, holder - 2] if tree.word(holder).upos in ("VERB", "AUX") else [holder - 1]
        for child in (*tree.children(holder), *near):
            if not 0 <= child < len(tree) or (child > at and tree.word(child).upos not in ("PART", "SCONJ")):
                continue
            if tree.word(child).upos in ("NOUN", "PROPN", "ADJ", "PRON") and child not in tree.children(
                holder, "mark", "advmod", "case", "aux"
            ):
                continue
            if holder != at and tree.word(child).deprel not in ("mark", "aux", "cop"):
                continue
            for match in _matches(tree, child, kit):
                cue = match.cue
                if cue.pos not in ("particle", "prefix", "adverb", "phrase") or not _aspect_fits(cue, tree, holder):
                    continue
                if (
                    cue.scope == "verb"
                    and tree.word(holder).upos not in ("VERB", "AUX")
                    and cue.type not in ("negation",)
                ):
                    continue
                if cue.scope in ("object", "genitive") and tree.word(holder).upos in ("VERB", "AUX"):
                    continue
                if child in tree.children(holder) or (cue.scope == "verb" and not _separated(tree, child, holder)):
                    yield _Cue(cue.effect, tree.word(child).span)


def _separated(tree: Tree, left: int, right: int) -> bool:
    return any(tree.word(between).upos in ("VERB", "PUNCT", "NOUN", "PROPN") for between in range(left + 1, right))


def _matches(tree: Tree, index: int, kit: Kit) -> Iterator[RealityMatch]:
    """Cues that begin at a word, phrases whole."""
    for match in kit.lexicon.reality_by_form(tree.folded[index]):
        parts = tuple(fold_word(part) for part in match.cue.lemma.split())
        if len(parts) > 1 and tree.folded[index : index + len(parts)] != parts:
            continue
        if match.part == "verb" and tree.word(index).upos not in ("VERB", "AUX"):
            continue
        yield match


def _aspect_fits(cue: RealityCue, tree: Tree, verb: int) -> bool:
    return cue.aspect is None or tree.word(verb).aspect is None or cue.aspect == tree.word(verb).aspect


def _governs(tree: Tree, cue: int, below: int, entry: RealityCue) -> bool:
    """Whether a governing cue has the branch below it in its scope."""
    if entry.pos in ("particle", "prefix"):
        return False
    relation = tree.word(below).deprel.split(":")[0]
    prepositions = tree.prepositions(below)
    if entry.after and not any(word in entry.after for word in prepositions):
        markers = tuple(tree.folded[child] for child in tree.children(below, "mark", "case"))
        if not any(word in entry.after for word in markers) and not (
            relation in ("ccomp", "xcomp", "csubj") and entry.scope == "clause"
        ):
            return False
    if entry.scope == "genitive":
        return (relation in ("nmod", "obl", "acl") and not prepositions) or bool(entry.after)
    if entry.scope == "object":
        return relation in ("obj", "obl", "nmod", "xcomp", "ccomp") or bool(entry.after)
    if entry.scope == "clause":
        if tree.word(cue).upos in ("VERB", "AUX") and relation == "nsubj" and tree.word(below).upos != "VERB":
            return tree.word(cue).voice == "pass" or entry.type in ("possibility", "necessity", "future")
        return relation in ("ccomp", "xcomp", "obj", "csubj", "obl", "nmod", "acl", "advcl", "nsubj") and (
            relation not in ("obl", "nmod") or bool(entry.after) or not prepositions
        )
    return relation in ("ccomp", "xcomp", "conj", "root")


def _is_purpose(tree: Tree, at: int) -> bool:
    """«ليمهدوا», «للسيطرة»: a purpose clause hangs on «ل», «كي», «حتى»; only «ل» is told from the tree."""
    return any(tree.folded[child] == "\u0644" for child in tree.children(at, "mark", "case"))


# Tense


def _by_tense(draft: Draft, kit: Kit, proposition: Proposition, tree: Tree) -> Reality:
    carrier = proposition.carrier
    word = tree.word(carrier)
    lasting = proposition.entry.kind in STATE_KINDS
    if proposition.entry.kind == "assess":
        return "opinion"
    if word.upos in ("VERB", "AUX"):
        return _of_verb(tree, carrier, lasting=lasting)
    if proposition.part == "adj" or _is_predicate(tree, carrier):
        return "state" if lasting else _of_predicate(tree, carrier)
    return _of_noun(draft, tree, proposition, lasting=lasting)


def _of_verb(tree: Tree, index: int, *, lasting: bool) -> Reality:
    word = tree.word(index)
    if _is_purpose(tree, index) or (word.mood == "sub" and _is_after_li(tree, index)):
        return "expected"
    if word.aspect == "perf":
        return "state" if lasting and tree.lemmas[index] in grammar().copula else "happened"
    if word.aspect == "imp":
        if any(
            tree.lemmas[child] in grammar().copula and tree.word(child).aspect == "perf"
            for child in tree.children(index, "aux", "cop")
        ):
            return "happened"
        return "state" if lasting else "ongoing"
    return "happened"


def _is_after_li(tree: Tree, index: int) -> bool:
    return index > 0 and tree.folded[index - 1] == "\u0644" and tree.word(index - 1).span[1] == tree.word(index).span[0]


def _is_predicate(tree: Tree, index: int) -> bool:
    return bool(tree.children(index, "nsubj")) or bool(tree.children(index, "cop"))


def _of_predicate(tree: Tree, index: int) -> Reality:
    return "ongoing" if tree.word(index).upos == "ADJ" else "happened"


def _of_noun(draft: Draft, tree: Tree, proposition: Proposition, *, lasting: bool) -> Reality:
    """A verbal noun: planned after «ل», else as real as the clause it stands in."""
    at = proposition.carrier
    for _ in range(4):
        if _is_purpose(tree, at) and tree.word(at).upos == "NOUN" and _governor_acts(tree, at):
            return "expected"
        above = governor(tree, at)
        if above < 0:
            break
        if tree.word(above).upos in ("VERB", "AUX"):
            if lasting:
                return "state"
            verb = _of_verb(tree, above, lasting=False)
            return (
                "expected" if verb == "expected" else "happened" if not _perceived_now(tree, above, at) else "ongoing"
            )
        at = above
    return "state" if lasting else "happened"


def _governor_acts(tree: Tree, at: int) -> bool:
    """Whether what governs «ل…» is an act or a readiness, of which it is the purpose, and no mere measure or name."""
    above = governor(tree, at)
    return above >= 0 and tree.word(above).upos in ("VERB", "NOUN", "ADJ")


def _perceived_now(tree: Tree, verb: int, noun: int) -> bool:
    """«نرى تعزيزا», «تشهد المدينة اشتباكات»: the object of a verb in the present is going on."""
    return (
        tree.word(verb).aspect == "imp"
        and tree.word(noun).deprel.split(":")[0] in ("obj", "nsubj")
        and without_article(tree.folded[verb]) != ""
    )
