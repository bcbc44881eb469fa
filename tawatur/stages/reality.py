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
from tawatur.draft import Draft, Proposition, Said
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.lexicon import RealityCue, RealityMatch
from tawatur.records import Reality, Span
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
_LASTING_AS = {"seize": "hold"}
"""«تسيطر على المدينة» in the present is no seizure but a hold."""
_WON = frozenset({"seize", "retake", "enter", "expel", "lift_siege"})
"""Kinds that a campaign is for."""
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
_CLAUSAL_ACTS = frozenset({"opinion", "promise", "threaten", "ask"})
"""Acts that say something of what is said only when that is a clause; their verbs have other senses too."""
_WANTING = frozenset({"ability", "attempt", "possibility", "wish"})
_PHRASE = 4
"""Words before an event noun in which a phrase that governs it begins."""
_AIM_REACH = 12
"""Words between an aim and the pronoun that takes it up («الأولوية الآن بالنسبة للقوات هي …»)."""
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
    tense = _by_tense(draft, kit, proposition, tree)
    if not (cues and tense == "desired"):
        cues.append(_Cue(tense, tree.word(proposition.carrier).span))
    reality = min((cue.effect for cue in cues), key=STRENGTH.index)
    if reality in ("ongoing", "happened") and proposition.light is not None and proposition.light.phase == "ongoing":
        reality = "ongoing"
    kind = proposition.kind
    if (
        reality == "ongoing"
        and proposition.part == "verb"
        and proposition.entry.frame == "control"
        and kind in _LASTING_AS
    ):
        kind, reality = _LASTING_AS[kind], "state"
    shown = tuple(
        dict.fromkeys(
            cue.span for cue in cues if cue.effect in (reality, "ongoing" if kind != proposition.kind else reality)
        )
    )
    return msgspec.structs.replace(proposition, kind=kind, reality=reality, reality_cues=shown)


# Cues


def _cues(draft: Draft, kit: Kit, proposition: Proposition, tree: Tree) -> Iterator[_Cue]:
    """Cues over the carrier and over what governs it, up to the edge of the speech that it is said in.

    Particles of a governing verb reach down to an event that it brings about or perceives («لم نر قتالا»), not to one that it is
    merely about («لم يعلق على الهجوم»).
    """
    edge = _speech_edge(draft, proposition, tree)
    if proposition.carrier != proposition.trigger:
        for match in _matches(tree, proposition.carrier, kit):
            if _governs(tree, proposition.carrier, proposition.trigger, match.cue):
                yield _Cue(match.cue.effect, tree.word(proposition.carrier).span)
    at = proposition.carrier
    if proposition.kind in STATE_KINDS and proposition.part == "noun" and at == proposition.trigger:
        yield from _before(tree, min(proposition.words), kit)
        if _is_predicate(tree, at):
            yield from _on_verb(tree, at, kit)
        return
    yield from _aimed(tree, proposition)
    yield from _before(tree, min(proposition.words), kit)
    yield from _called_for(tree, min(proposition.words), kit)
    yield from _wanted_near(tree, at, kit)
    yield from _on_verb(tree, at, kit)
    for _ in range(_CLIMB):
        head = _above(tree, at)
        if head < 0 or not edge[0] <= tree.word(head).span[0] < edge[1]:
            return
        governed = False
        for match in _matches(tree, head, kit):
            if _governs(tree, head, at, match.cue):
                governed = True
                yield _Cue(match.cue.effect, tree.word(head).span)
        if governed or _transmits(tree, head, at, kit):
            yield from _on_verb(tree, head, kit)
        elif tree.word(head).upos in ("VERB", "AUX"):
            return
        at = head


def _aimed(tree: Tree, proposition: Proposition) -> Iterator[_Cue]:
    """An event noun that is somebody's aim («الأولوية هي تعزيز السيطرة») or a matter to decide («مسألة شن هجوم»)."""
    at = proposition.carrier
    before = min(proposition.words) - 1
    if tree.word(proposition.trigger).upos in ("VERB", "AUX"):
        return
    if before >= 0 and without_article(tree.folded[before]) in grammar().matters:
        yield _Cue("possible", tree.word(before).span)
    if before >= 0 and tree.folded[before] in grammar().any_words:
        yield _Cue("possible", tree.word(before).span)
    campaign = before >= 0 and without_article(tree.folded[before]) in grammar().campaigns
    if campaign and proposition.part == "masdar" and proposition.kind in _WON:
        yield _Cue("desired", tree.word(before).span)
    back = before
    while back >= 0 and before - back < _PHRASE and tree.word(back).upos in ("ADP", "PRON", "DET"):
        back -= 1
    if 0 <= back < before and without_article(tree.folded[back]) in grammar().aims:
        yield _Cue("desired", tree.word(back).span)
    if before >= 0 and tree.word(before).upos == "PRON":
        for index in range(before - 1, max(-1, before - _AIM_REACH), -1):
            if without_article(tree.folded[index]) in grammar().aims:
                yield _Cue("desired", tree.word(index).span)
                return
    for subject in tree.children(at, "nsubj"):
        if without_article(tree.folded[subject]) in grammar().aims:
            yield _Cue("desired", tree.word(subject).span)


def _before(tree: Tree, first: int, kit: Kit) -> Iterator[_Cue]:
    """Phrases right before an event noun: «بهدف استعادة», «على وشك دخول», «في حال انسحاب»."""
    for start in range(max(0, first - _PHRASE), first):
        for match in _matches(tree, start, kit):
            cue, length = match.cue, max(1, len(match.words))
            if cue.pos not in ("phrase", "particle", "noun") or cue.scope not in ("object", "genitive", "clause"):
                continue
            between = tree.words[start + length : first]
            beside = (
                start + length <= first and len(between) <= 1 and all(word.upos in ("ADP", "DET") for word in between)
            )
            if beside and (cue.pos != "particle" or cue.scope == "object"):
                yield _Cue(cue.effect, (tree.word(start).span[0], tree.word(start + length - 1).span[1]))


def _called_for(tree: Tree, first: int, kit: Kit) -> Iterator[_Cue]:
    """A call, threat or plan whose preposition stands right before the noun: «دعا المجلس الأطراف إلى وقف القتال»."""
    if first < 2 or tree.word(first - 1).upos != "ADP":
        return
    preposition = tree.folded[first - 1]
    for at in range(first - 2, max(-1, first - 2 - _AIM_REACH), -1):
        if tree.word(at).upos in ("PUNCT", "SCONJ"):
            return
        for match in _matches(tree, at, kit):
            if preposition in match.cue.after and match.cue.pos in ("verb", "noun"):
                yield _Cue(match.cue.effect, tree.word(at).span)
                return


def _wanted_near(tree: Tree, at: int, kit: Kit) -> Iterator[_Cue]:
    """The verb of ability, attempt or wish before a noun that the tree hangs further up («يستطيعون تخصيص الموارد للزحف»)."""
    near = tree.verb_before(at)
    above = governor(tree, at)
    for _ in range(_CLIMB):
        above = governor(tree, above) if above > near >= 0 else above
    if tree.word(at).upos in ("VERB", "AUX") or above >= near:
        return
    for match in _matches(tree, near, kit):
        if match.cue.type in _WANTING and not match.cue.after:
            yield _Cue(match.cue.effect, tree.word(near).span)


def _above(tree: Tree, at: int) -> int:
    """The governing word, none beyond a relative clause or a circumstantial clause that is no purpose."""
    first = tree.conjuncts(at)[0] if tree.word(at).deprel.startswith("conj") else at
    word = tree.word(first)
    verbal = word.upos in ("VERB", "AUX")
    if verbal and word.deprel in ("acl", "acl:relcl", "parataxis"):
        return -1
    if verbal and word.deprel == "advcl" and not _is_purpose(tree, first):
        return -1
    return word.head


def _transmits(tree: Tree, head: int, below: int, kit: Kit) -> bool:
    """Whether what is said of the governing word is said of the event below it."""
    relation = tree.word(below).deprel.split(":")[0]
    if tree.word(below).upos in ("VERB", "AUX"):
        return relation in ("xcomp", "ccomp", "csubj", "conj")
    if tree.word(head).upos not in ("VERB", "AUX"):
        return False
    if relation not in ("obj", "nsubj", "xcomp", "conj"):
        return False
    if relation == "nsubj" and any(tree.folded[child] in grammar().future for child in tree.children(head)):
        return True
    return tree.lemmas[head] in grammar().perception | grammar().copula or any(
        match.part == "verb" for match in kit.lexicon.light_by_form(tree.folded[head])
    )


def _act_around(draft: Draft, proposition: Proposition, tree: Tree) -> _Cue | None:
    """The innermost act of saying around the trigger, if it is more than a statement."""
    position = tree.word(proposition.trigger).span[0]
    around = draft.said_around(proposition.sentence, position)
    if not around:
        return None
    _, said = min(around, key=lambda pair: pair[0][1] - pair[0][0])
    if said.act not in _OF_ACT or (said.act in _CLAUSAL_ACTS and not _opens_clause(draft, said)):
        return None
    return _Cue(_OF_ACT[said.act], said.cue)


def _opens_clause(draft: Draft, said: Said) -> bool:
    """Whether what is said is a clause with «أن» or a quotation, and not a mere object («أبدت قلقها»)."""
    tree = draft.trees[said.sentence]
    first = tree.at(said.content[0][0])
    if first < 0:
        return False
    opening = {tree.folded[at] for at in range(first, min(first + 3, len(tree)))}
    return bool(opening & grammar().that) or tree.word(first).upos == "PUNCT"


def _speech_edge(draft: Draft, proposition: Proposition, tree: Tree) -> Span:
    """The innermost words said around the trigger: what governs the speech itself says nothing of what is said in it."""
    position = tree.word(proposition.trigger).span[0]
    spans = [span for span, _ in draft.said_around(proposition.sentence, position)]
    return min(spans, key=lambda span: span[1] - span[0]) if spans else tree.span


def _on_verb(tree: Tree, at: int, kit: Kit) -> Iterator[_Cue]:
    """Particles that stand on a word: «لم يدخل», «ستزحف», «قد تكون», «إذا انسحبت», «بدون قتال»."""
    for clause in tree.children(at, "advcl"):
        for mark in tree.children(clause, "mark"):
            if any(match.cue.type == "condition" for match in _matches(tree, mark, kit)):
                yield _Cue("conditional", tree.word(mark).span)
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
                if cue.scope == "verb" and _verb_of(tree, holder) < 0 and cue.type != "negation":
                    continue
                if cue.scope in ("object", "genitive") and tree.word(holder).upos in ("VERB", "AUX"):
                    continue
                if child in tree.children(holder) or (cue.scope == "verb" and not _separated(tree, child, holder)):
                    yield _Cue(cue.effect, tree.word(child).span)


def _separated(tree: Tree, left: int, right: int) -> bool:
    return any(tree.word(between).upos in ("VERB", "PUNCT", "NOUN", "PROPN") for between in range(left + 1, right))


def _matches(tree: Tree, index: int, kit: Kit) -> Iterator[RealityMatch]:
    """Cues that begin at a word; a phrase («لا يزال») hides the single words that it begins with."""
    found = []
    for match in kit.lexicon.reality_by_form(tree.folded[index]):
        parts = match.words or (tree.folded[index],)
        if len(parts) > len(tree) - index or (len(parts) == 1 and not _is_itself(match, tree, index)):
            continue
        if len(parts) > 1 and not all(map(_same_word, tree.folded[index : index + len(parts)], parts)):
            continue
        found.append((len(parts), match))
    longest = max((length for length, _ in found), default=0)
    yield from (match for length, match in found if length == longest)


def _same_word(form: str, part: str) -> bool:
    """Equal, or the same imperfect verb in another person («تزال» for «يزال»)."""
    persons = grammar().person_prefixes
    return form == part or (
        len(part) > 3 and part[0] in persons and form[:1] in persons and form[1:].startswith(part[1:])
    )


def _is_itself(match: RealityMatch, tree: Tree, index: int) -> bool:
    """Whether a word that folds to the cue is the cue: «إن» with its own hamza and before a verb, «ما» that negates."""
    word, cue = tree.word(index), match.cue
    if index + 1 < len(tree) and tree.folded[index + 1] in cue.without:
        return False
    if match.part == "verb":
        hamza = grammar().hamzas
        if not hamza & set(cue.lemma) and hamza & set(word.text[1:]):
            return False
        return word.upos in ("VERB", "AUX") and (cue.aspect is None or word.aspect in (None, cue.aspect))
    if cue.pos != "particle":
        return True
    if word.text[0] != cue.lemma[0]:
        return False
    before_verb = index + 1 < len(tree) and tree.word(index + 1).upos in ("VERB", "AUX")
    if cue.type == "condition" and cue.aspect is not None:
        return before_verb
    if cue.type == "negation" and cue.aspect == "perf":
        return word.upos == "PART" and before_verb and (index == 0 or tree.word(index - 1).upos not in ("PUNCT", "ADP"))
    return True


def _aspect_fits(cue: RealityCue, tree: Tree, verb: int) -> bool:
    aspect = tree.word(max(_verb_of(tree, verb), 0)).aspect if _verb_of(tree, verb) >= 0 else None
    return cue.aspect is None or aspect is None or cue.aspect == aspect


def _verb_of(tree: Tree, index: int) -> int:
    """The word itself if it is a verb, else the verb that makes it a predicate («قد تكون المعركة»), -1 for none."""
    if tree.word(index).upos in ("VERB", "AUX"):
        return index
    return next(iter(tree.children(index, "cop", "aux")), -1)


def _governs(tree: Tree, cue: int, below: int, entry: RealityCue) -> bool:
    """Whether a governing cue has the branch below it in its scope."""
    if entry.pos in ("particle", "prefix"):
        return False
    relation = tree.word(below).deprel.split(":")[0]
    prepositions = tree.prepositions(below)
    if entry.after and not any(word in entry.after for word in prepositions):
        beside = {
            *tree.folded[cue + 1 : cue + 3],
            *(tree.folded[child] for child in tree.children(below, "mark", "case")),
        }
        if not beside & set(entry.after):
            return False
    if entry.scope == "genitive":
        return (relation in ("nmod", "obl", "acl") and not prepositions) or bool(entry.after)
    if entry.scope == "object":
        return relation in ("obj", "obl", "nmod", "xcomp", "ccomp") or bool(entry.after)
    if entry.scope == "clause":
        if tree.word(cue).upos in ("VERB", "AUX") and relation == "nsubj" and tree.word(below).upos != "VERB":
            return tree.word(cue).voice == "pass" or entry.type in ("possibility", "necessity", "future", "ongoing")
        return relation in ("ccomp", "xcomp", "obj", "csubj", "obl", "nmod", "acl", "advcl", "nsubj") and (
            relation not in ("obl", "nmod") or bool(entry.after) or not prepositions
        )
    return relation in ("ccomp", "xcomp", "conj", "root")


def _is_purpose(tree: Tree, at: int) -> bool:
    """«ليمهدوا», «للسيطرة»: what «ل» is written to, or what the tree hangs it on."""
    return _is_after_li(tree, at) or any(tree.folded[child] == "\u0644" for child in tree.children(at, "mark", "case"))


# Tense


def _by_tense(draft: Draft, kit: Kit, proposition: Proposition, tree: Tree) -> Reality:
    carrier = proposition.carrier
    word = tree.word(carrier)
    lasting = proposition.kind in STATE_KINDS
    if proposition.kind == "assess":
        return "opinion"
    if word.upos in ("VERB", "AUX"):
        seen = _of_verb(tree, carrier, lasting=lasting)
        if seen in ("ongoing", "state") and _perfect_by_form(tree, proposition, kit):
            return "happened"
        told = kit.lexicon.kinds[proposition.kind].group == "talk"
        return "happened" if told and seen == "ongoing" and proposition.light is None else seen
    if proposition.part == "adj" or _is_predicate(tree, carrier):
        return "state" if lasting else _of_predicate(tree, carrier)
    return _of_noun(tree, proposition, kit, lasting=lasting)


def _perfect_by_form(tree: Tree, proposition: Proposition, kit: Kit) -> bool:
    """Whether the verb's form can be nothing but perfect, whatever the analyser says: «تكبدت»."""
    form = tree.folded[proposition.carrier]
    if proposition.light is not None:
        aspects = {match.aspect for match in kit.lexicon.light_by_form(form) if match.part == "verb"}
    else:
        mine = proposition.entry.id
        aspects = {
            match.aspect for match in kit.lexicon.by_form(form) if match.part == "verb" and match.trigger.id == mine
        }
    return aspects == {"perf"}


def _of_verb(tree: Tree, index: int, *, lasting: bool) -> Reality:
    word = tree.word(index)
    if _is_purpose(tree, index):
        return "expected"
    if word.aspect == "perf":
        return "state" if lasting and tree.lemmas[index] in grammar().copula else "happened"
    if word.aspect == "imp":
        if _is_told(tree, index) or any(
            tree.lemmas[child] in grammar().copula and tree.word(child).aspect == "perf"
            for child in tree.children(index, "aux", "cop")
        ):
            return "happened"
        return "state" if lasting else "ongoing"
    return "happened"


def _is_told(tree: Tree, index: int) -> bool:
    """«قبل أن تبدأ», «بعد أن»: a step in what is told in the perfect."""
    for at in range(index - 1, max(-1, index - 3), -1):
        if tree.folded[at] in grammar().told_before and at + 1 < index:
            head = tree.word(index).head
            return head >= 0 and tree.word(head).aspect == "perf"
    return False


def _is_after_li(tree: Tree, index: int) -> bool:
    return index > 0 and tree.folded[index - 1] == "\u0644" and tree.word(index - 1).span[1] == tree.word(index).span[0]


def _is_predicate(tree: Tree, index: int) -> bool:
    return bool(tree.children(index, "nsubj")) or bool(tree.children(index, "cop"))


def _of_predicate(tree: Tree, index: int) -> Reality:
    return "ongoing" if tree.word(index).upos == "ADJ" else "happened"


def _of_noun(tree: Tree, proposition: Proposition, kit: Kit, *, lasting: bool) -> Reality:
    """A verbal noun: planned after «ل», else as real as the clause it stands in."""
    at = proposition.carrier
    if proposition.kind == "prepare":
        return "ongoing"
    near = tree.verb_before(at)
    if near > governor(tree, at) and _is_purpose(tree, near) and not lasting:
        return "expected"
    for _ in range(4):
        if lasting and proposition.part == "noun":
            return "state"
        own = any(filler.role == "actor" and filler.via == "control" for filler in proposition.fillers)
        if _is_purpose(tree, at) and tree.word(at).upos == "NOUN" and (own or _governor_acts(tree, at, kit)):
            return "expected" if _is_anothers(proposition) else _aim(tree, at, kit)
        above = governor(tree, at)
        if above < 0:
            break
        if tree.word(above).upos in ("VERB", "AUX"):
            if lasting and proposition.light is None:
                return "state"
            verb = _of_verb(tree, above, lasting=False)
            return (
                "expected"
                if verb == "expected"
                else "happened"
                if not _perceived_now(tree, above, at, kit)
                else "ongoing"
            )
        at = above
    return "state" if lasting else "happened"


def _aim(tree: Tree, at: int, kit: Kit) -> Reality:
    """What an act is for: announced after a plan («تحضيرات لـ») or where the act itself lies ahead («ستبدأ عملية لـ»), else hoped for."""
    for above in dict.fromkeys((governor(tree, at), *tree.ancestors(at))):
        if above >= 0 and _is_plan(tree, above, kit):
            return "announced"
        if above >= 0 and tree.word(above).upos in ("VERB", "AUX"):
            ahead = {tree.folded[child] for child in (*tree.children(above), above - 1) if child >= 0}
            return "announced" if ahead & grammar().future else "desired"
    return "desired"


def _is_plan(tree: Tree, index: int, kit: Kit) -> bool:
    form = tree.folded[index]
    return (
        bool({without_article(form), tree.lemmas[index]} & grammar().bracing)
        or any(match.cue.type in ("plan", "future") for match in kit.lexicon.reality_by_form(form))
        or any(match.trigger.kind == "prepare" for match in kit.lexicon.by_form(form))
    )


def _is_anothers(proposition: Proposition) -> bool:
    """Whether the doer is named beside the noun, so that it is no purpose of the one who gets ready for it."""
    return any(
        filler.role == "actor" and filler.via in ("agent", "genitive", "prep", "nearby")
        for filler in proposition.fillers
    )


def _governor_acts(tree: Tree, at: int, kit: Kit) -> bool:
    """Whether what governs «ل…» is an act, an aim or a readiness, and no mere measure, day or name."""
    above = governor(tree, at)
    if above < 0:
        return False
    form = tree.folded[above]
    return (
        tree.word(above).upos in ("VERB", "ADJ")
        or bool(
            {without_article(form), tree.lemmas[above]}
            & (grammar().aims | grammar().dative_control | grammar().bracing)
        )
        or bool(kit.lexicon.by_form(form) or kit.lexicon.reality_by_form(form) or kit.lexicon.light_by_form(form))
    )


def _perceived_now(tree: Tree, verb: int, noun: int, kit: Kit) -> bool:
    """«نرى تعزيزا», «تتواصل الاشتباكات»: what a verb of seeing or happening in the present is about is going on."""
    if tree.word(verb).aspect != "imp" or tree.word(noun).deprel.split(":")[0] not in ("obj", "nsubj", "nmod"):
        return False
    return tree.lemmas[verb] in grammar().perception or any(
        match.part == "verb" for match in kit.lexicon.light_by_form(tree.folded[verb])
    )
