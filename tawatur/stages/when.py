"""Give each proposition its time: the expression that hangs on its verb or noun, else on the clause above it.

«قالت القوات أمس الخميس إنها طردت التنظيم»: the time belongs to the saying, not to what is said.
"""

from __future__ import annotations

import msgspec

from tawatur.draft import Draft, Proposition
from tawatur.kit import Kit
from tawatur.marked import times_marked
from tawatur.records import When
from tawatur.tree import Tree

_CLIMB = 4


def place_in_time(draft: Draft, kit: Kit) -> Draft:
    """Adds `when` to the propositions that have one."""
    owners: dict[tuple[int, int], list[When]] = {}
    for when in draft.times:
        sentence = draft.sentence_at(when.span[0])
        if sentence >= 0 and when.grain != "period":
            owner = owner_of(draft, kit, when, sentence)
            owners.setdefault((sentence, owner), []).append(when)
    return draft.having(propositions=tuple(_timed(draft, owners, proposition) for proposition in draft.propositions))


def owner_of(draft: Draft, kit: Kit, when: When, sentence: int) -> int:
    """The verb, predicate or event noun that a time expression dates; -1 when nothing governs it."""
    tree = draft.trees[sentence]
    head = tree.head_of(when.span)
    carriers = {p.carrier for p in draft.inside(sentence).propositions}
    carriers |= {p.trigger for p in draft.inside(sentence).propositions}
    if head < 0:
        return -1
    if head in carriers:
        return head
    near = tree.verb_before(head)
    for above in tree.ancestors(head):
        if above < near:
            return near
        if tree.word(above).upos in ("VERB", "AUX") or above in carriers or kit.lexicon.say_by_form(tree.folded[above]):
            return above
    return near


def _timed(draft: Draft, owners: dict[tuple[int, int], list[When]], proposition: Proposition) -> Proposition:
    """The time that hangs on its clause if it is marked too or nothing is, else the marked one."""
    tree = draft.trees[proposition.sentence]
    by_tree = _on_clause(draft, owners, proposition)
    marked = times_marked(draft, proposition)
    if not marked or by_tree in marked:
        return msgspec.structs.replace(proposition, when=by_tree)
    return msgspec.structs.replace(proposition, when=_best(list(marked), tree, proposition.trigger))


def _on_clause(draft: Draft, owners: dict[tuple[int, int], list[When]], proposition: Proposition) -> When | None:
    tree = draft.trees[proposition.sentence]
    for word in _clause_words(draft, tree, proposition):
        found = owners.get((proposition.sentence, word))
        if found:
            return _best(found, tree, word)
    return None


def _clause_words(draft: Draft, tree: Tree, proposition: Proposition) -> list[int]:
    """The trigger, its light verb, and the words above them in the same clause, within the same speech."""
    words = [proposition.trigger, proposition.carrier]
    if tree.word(proposition.carrier).upos in ("VERB", "AUX"):
        first = tree.conjuncts(proposition.carrier)[0]
        return [*words, first] if first < proposition.carrier and not _own_marker(tree, proposition.carrier) else words
    position = tree.word(proposition.trigger).span[0]
    content = [span for span, _ in draft.said_around(proposition.sentence, position)]
    for step, above in enumerate(tree.ancestors(proposition.carrier)):
        outside = any(not (start <= tree.word(above).span[0] < end) for start, end in content)
        if step >= _CLIMB or outside:
            break
        words.append(above)
        if tree.word(above).upos in ("VERB", "AUX"):
            break
    return words


def _own_marker(tree: Tree, index: int) -> bool:
    return bool(tree.children(index, "mark"))


def _best(found: list[When], tree: Tree, word: int) -> When:
    """Of several times on one word, the resolved before the unresolved, then the nearest."""
    position = tree.word(word).span[0]
    return min(found, key=lambda when: (when.earliest is None, abs(when.span[0] - position)))
