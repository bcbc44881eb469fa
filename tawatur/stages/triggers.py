"""Find the words that evoke an event: verbs, verbal nouns, set phrases, nouns carried by a light verb, and what the analyser alone knows.

«شن التحالف غارات على المدينة»: «غارات» evokes an airstrike, «شن» carries it; the trigger is both words.
"""

from __future__ import annotations

from tawatur.draft import Draft, Proposition
from tawatur.grammar import without_article
from tawatur.kit import Kit
from tawatur.lexicon import FormMatch, LightMatch
from tawatur.lexicon.partners import partner_forms
from tawatur.tree import Tree
from tawatur.unlisted import unlisted

_PARTS = {
    "verb": frozenset({"VERB", "AUX", "X"}),
    "masdar": frozenset({"NOUN", "X", "PROPN", "ADV", "SCONJ"}),
    "noun": frozenset({"NOUN", "X", "PROPN", "ADJ", "SCONJ"}),
    "adj": frozenset({"ADJ", "NOUN", "X"}),
    "participle": frozenset({"ADJ", "NOUN", "X"}),
    "word": frozenset({"NOUN", "ADJ", "X", "ADV"}),
}
"""Tags under which a form of each part is believed; the tagger mixes up nouns and adjectives, seldom nouns and verbs."""
_PREDICATIVE = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "conj"})
LIGHT_REACH = 6
"""Words between a light verb and the preposition of its event noun («أدى انفجار إلى مقتل»)."""
PHRASE_REACH = 5
"""Words after a verb within which the rest of a set phrase («أطلق … النار») is looked for when the tree does not show it."""


def find_triggers(draft: Draft, kit: Kit) -> Draft:
    """Adds propositions without roles, in text order."""
    found: list[Proposition] = []
    for number, tree in enumerate(draft.trees):
        named = _named_words(draft, number)
        inside = [
            proposition
            for index in range(len(tree))
            if index not in named and (proposition := _trigger_at(tree, index, number=number, kit=kit)) is not None
        ]
        taken = _taken(inside)
        listed = {word for proposition in inside for word in proposition.words}
        kept = [proposition for proposition in inside if proposition.trigger not in taken]
        found.extend(sorted([*kept, *unlisted(draft, kit, number, listed=listed)], key=lambda one: one.trigger))
    return draft.having(propositions=tuple(found))


def _taken(propositions: list[Proposition]) -> frozenset[int]:
    """Words that are no triggers of their own: the rest of a set phrase, and a light verb unless it begins a set phrase itself."""
    phrases = {one.trigger for one in propositions if len(one.words) > 1 + (one.carrier != one.trigger)}
    taken: set[int] = set()
    for one in propositions:
        for word in one.words:
            if word != one.trigger and not (word == one.carrier and word in phrases):
                taken.add(word)
    return frozenset(taken)


def _named_words(draft: Draft, number: int) -> frozenset[int]:
    """Words inside names and inside what a place or an actor is called: «حركة النهضة» is no rising, «محطة ضخ» no pumping."""
    tree = draft.trees[number]
    words: set[int] = set()
    for _, expression in draft.inside(number).expressions:
        inside = tree.within(expression.name if expression.proper and expression.name else expression.span)
        whole = expression.proper or expression.sort in ("actor", "person")
        words.update(inside if whole else (word for word in inside if word != expression.head))
    return frozenset(words)


def _trigger_at(tree: Tree, index: int, *, number: int, kit: Kit) -> Proposition | None:
    word = tree.word(index)
    matches = [match for match in kit.lexicon.by_form(tree.folded[index]) if word.upos in _PARTS[match.part]]
    fitting = [match for match in matches if _fits_features(match, tree, index)]
    matches = fitting or [match for match in matches if match.part == "verb"]
    best: tuple[tuple[int, int], FormMatch, tuple[int, ...]] | None = None
    for match in matches:
        partners = _partners(tree, index, partner_forms(kit.lexicon, match.trigger.with_))
        if match.trigger.with_ and not partners:
            continue
        rank = (len(partners), match.part in ("verb", "masdar"))
        if best is None or rank > best[0]:
            best = (rank, match, partners)
    if best is None:
        return None
    _, match, partners = best
    light = None if match.part in ("verb", "participle", "adj") else _light_verb(tree, index, kit)
    carrier = light[0] if light else index
    return Proposition(
        sentence=number,
        trigger=index,
        words=tuple(sorted({index, *partners, *([light[0]] if light else [])})),
        entry=match.trigger,
        kind=match.trigger.kind,
        part=match.part,
        light=light[1].light if light else None,
        carrier=carrier,
    )


def _fits_features(match: FormMatch, tree: Tree, index: int) -> bool:
    """Whether what the form says agrees with the tagger and the tree: «يعزز» cannot be perfect, and a participle is an
    event only as a predicate or a circumstance («مطالبين بالرحيل»), not as a noun («المقاتلون») or an epithet."""
    word = tree.word(index)
    if match.part == "participle":
        return word.deprel in _PREDICATIVE and not tree.folded[index].startswith("\u0627\u0644")
    if match.part != "verb" or match.aspect is None or word.aspect is None:
        return True
    return match.aspect == word.aspect or match.person != word.person


def _partners(tree: Tree, index: int, wanted: frozenset[str]) -> tuple[int, ...]:
    """The words that complete a set phrase: dependents of the trigger and words close behind it, each wanted form once."""
    if not wanted:
        return ()
    after = range(index + 1, min(len(tree), index + 1 + PHRASE_REACH))
    found: dict[str, int] = {}
    for candidate in (*tree.children(index), *after):
        if candidate == index:
            continue
        for form in (tree.folded[candidate], without_article(tree.folded[candidate]), tree.lemmas[candidate]):
            if form in wanted:
                found.setdefault(form, candidate)
                break
    return tuple(sorted(set(found.values())))


def _light_verb(tree: Tree, index: int, kit: Kit) -> tuple[int, LightMatch] | None:
    """The light verb that carries an event noun, above it («شن هجوما») or in a clause on it («الهجوم الذي شنه»)."""
    word = tree.word(index)
    first = tree.conjuncts(index)[0] if word.deprel == "conj" else index
    head = tree.word(first).head
    prepositions = tree.prepositions(first)
    if head >= 0 and tree.word(head).upos in ("VERB", "NOUN", "AUX", "ADJ"):
        relation = tree.word(first).deprel.split(":")[0]
        for match in kit.lexicon.light_by_form(tree.folded[head]):
            if match.light.with_ and without_article(tree.folded[index]) not in partner_forms(
                kit.lexicon, match.light.with_
            ):
                continue
            if (
                tree.word(head).upos == "NOUN"
                and relation == "nmod"
                and not prepositions
                and {"obj", "subj"} & set(match.light.noun)
            ):
                return head, match
            if match.part != "verb" or tree.word(head).upos != "VERB":
                continue
            if relation in ("obj", "iobj") and "obj" in match.light.noun:
                return head, match
            if relation in ("nsubj", "csubj") and ("subj" in match.light.noun or tree.word(head).voice == "pass"):
                return head, match
            if relation == "nsubj" and tree.word(first).deprel == "nsubj:pass" and "obj" in match.light.noun:
                return head, match
            if prepositions and any(preposition in match.light.noun for preposition in prepositions):
                return head, match
    before = index - 1
    if before > 0 and tree.word(before).upos == "ADP":
        for at in range(before - 1, max(-1, before - 1 - LIGHT_REACH), -1):
            if tree.word(at).upos == "VERB":
                for match in kit.lexicon.light_by_form(tree.folded[at]):
                    if match.part == "verb" and tree.folded[before] in match.light.noun and not match.light.with_:
                        return at, match
                break
    if before >= 0 and tree.word(before).upos == "NOUN" and not tree.folded[index].startswith("\u0627\u0644"):
        for match in kit.lexicon.light_by_form(tree.folded[before]):
            if "obj" in match.light.noun and not match.light.with_:
                return before, match
    for clause in tree.children(index, "acl"):
        if tree.word(clause).upos == "VERB":
            for match in kit.lexicon.light_by_form(tree.folded[clause]):
                if match.part == "verb" and ("obj" in match.light.noun or "subj" in match.light.noun):
                    return clause, match
    return None
