"""Fill the roles of each proposition from its frame: who did it to whom, with what, from where and to where.

Roles come from the tree by syntactic function; what the tree leaves open comes from relative clauses, shared and controlling
subjects, and pronouns. A filler whose type does not fit its slot is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tawatur.arguments import Argument, arguments, governor, members, nearby, preverbal
from tawatur.discourse import agrees, antecedent
from tawatur.draft import PLACE_ROLES, Draft, Expression, Filler, Proposition
from tawatur.fillers import choose, expression_at, fits, phrase, type_of
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.lexicon import Frame, LightVerb, Slot
from tawatur.lexicon.records import RoleName
from tawatur.marked import likelihood, with_marks
from tawatur.records import Span
from tawatur.subjects import (
    Found,
    agree,
    doer_of_noun,
    is_relative,
    nearest_before,
    purposeful,
    relative_head,
    subject_of,
    written_subject,
)

_ROLE_OF_RELATION: dict[str, RoleName] = {
    "at": "where",
    "near": "near",
    "from": "from",
    "to": "to",
    "toward": "toward",
    "between": "where",
}
_INDIRECT = frozenset({"nearby", "control", "shared", "genitive"})
"""Ways of finding a filler that a teller of the report cannot take."""
_FOUGHT = frozenset({"fighting", "violence", "control", "force"})
_TELLING_TYPES = frozenset({"office", "source", "monitor", "agency", "outlet", "media_arm"})
"""Who tells of fighting and takes no part in it, unless named right beside the event."""
_SUFFERED = frozenset({"violence", "law", "humanitarian"})
"""Groups of kinds that are done to people."""
_LOCATED = frozenset({"fighting", "violence", "control", "movement", "force", "protest", "humanitarian"})
"""Groups of kinds whose events happen at a place."""
DOUBTED = 0.06
"""Likelihood of an event below which a word of the lexicon is taken for something else."""
BELIEVED = 0.3
"""Likelihood from which an event needs none of the roles that its entry asks for. Both were set on the thirty articles to look at."""
SENTENCE_REACH = 16
"""Words between an event and a place of its sentence that may be where it happened, when nothing nearer is said."""
_VERBAL = ("verb", "participle")
_FOR = "\u0644"
"""The preposition of what something is for."""


def fill_roles(draft: Draft, kit: Kit) -> Draft:
    """Adds fillers; drops propositions that are hardly events, or may be none and lack every role that their entry needs."""
    kept: list[Proposition] = []
    for proposition in draft.propositions:
        likely = likelihood(draft, proposition)
        if likely < DOUBTED:
            continue
        fillers = with_marks(draft, kit, proposition, _Reader(draft, kit, proposition).fillers())
        needs = proposition.entry.needs
        believed = likely >= BELIEVED and _is_among_parties(draft, proposition)
        if needs and not believed and not any(f.role in needs and _is_known(f) for f in fillers):
            continue
        kept.append(msgspec.structs.replace(proposition, fillers=fillers))
    planned = [_with_planner(draft, proposition, kept) for proposition in kept]
    return draft.having(propositions=tuple(_without_victims(kit, proposition, planned) for proposition in planned))


def _without_victims(kit: Kit, proposition: Proposition, others: list[Proposition]) -> Proposition:
    """Those whom violence is done to in a sentence do none in it: «قتل أحد عشر مدنيا في غارة جوية»."""
    if kit.lexicon.kinds[proposition.kind].group not in _FOUGHT:
        return proposition
    victims = [
        filler.span
        for other in others
        if other.sentence == proposition.sentence and kit.lexicon.kinds[other.kind].group == "violence"
        for filler in other.fillers
        if filler.role == "target" and filler.type in ("people", "person")
    ]
    fillers = tuple(
        filler
        for filler in proposition.fillers
        if filler.role != "actor" or not any(_overlap(filler.span, victim) for victim in victims)
    )
    return msgspec.structs.replace(proposition, fillers=fillers)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _is_among_parties(draft: Draft, proposition: Proposition) -> bool:
    """Whether a known party or place stands in its sentence: a doctor who wrests a splinter from a wound is in no news of war."""
    return any(
        expression.entity is not None or expression.place is not None
        for _, expression in draft.inside(proposition.sentence).expressions
    )


def _is_known(filler: Filler) -> bool:
    """Whether a filler is a party or place, or was found by a rule: marked words alone make no event of a doubtful word."""
    return filler.via != "marked" or filler.expression is not None


def _with_planner(draft: Draft, proposition: Proposition, others: list[Proposition]) -> Proposition:
    """An event noun that names no doer, and is what another event is for, has its doer: «تحضيرات للهجوم», «عملية لاستعادة»."""
    tree, at = draft.trees[proposition.sentence], proposition.trigger
    if proposition.part in _VERBAL or any(filler.role == "actor" for filler in proposition.fillers):
        return proposition
    if not (at > 0 and tree.folded[at - 1] == _FOR):
        return proposition
    above = governor(tree, at)
    plan = next((one for one in others if one.sentence == proposition.sentence and above in one.words), None)
    mine = {filler.span for filler in proposition.fillers}
    doers = tuple(
        msgspec.structs.replace(filler, via="control")
        for filler in (plan.fillers if plan is not None and plan.trigger != at else ())
        if filler.role == "actor" and filler.span not in mine
    )
    return msgspec.structs.replace(proposition, fillers=(*proposition.fillers, *doers))


class _Reader:
    """The filling of one proposition."""

    def __init__(self, draft: Draft, kit: Kit, proposition: Proposition) -> None:
        self.draft, self.kit, self.proposition = draft, kit, proposition
        self.sentence = proposition.sentence
        self.tree = draft.trees[proposition.sentence]
        self.inside = draft.inside(proposition.sentence)
        self.frame: Frame = kit.lexicon.frames[proposition.entry.frame]
        self.light: LightVerb | None = proposition.light
        self.found: list[Filler] = []
        self.bare = frozenset(
            word
            for word in proposition.words
            if word in (proposition.trigger, proposition.carrier)
            or (proposition.sentence, word) not in draft.by_head
            or any(match.part == "masdar" for match in kit.lexicon.by_form(self.tree.folded[word]))
        )
        """Words of the trigger that can fill no role: all but a partner that names somebody or some place («طرد السفير»)."""

    def fillers(self) -> tuple[Filler, ...]:
        trigger, carrier = self.proposition.trigger, self.proposition.carrier
        if self.proposition.part in _VERBAL and self.tree.word(trigger).upos == "VERB":
            self._verb(trigger)
        else:
            self._noun(trigger)
        if carrier != trigger:
            self._light_verb(carrier)
        for partner in self.proposition.words:
            if partner not in (trigger, carrier):
                self._partner(partner)
        self._nearby()
        self._implied_doer()
        self._braced_target()
        self._sentence_place()
        return tuple(self.found)

    # What each syntactic position gives

    def _verb(self, index: int) -> None:
        subject = (
            self._resumed(index)
            or self._adjacent(index)
            or self._agreeing(index)
            or self._before(index)
            or self._subject_as_object(index)
            or subject_of(self.tree, index)
        )
        if subject is not None and (self._cannot_do(index, subject.word) or self._is_teller(subject.word)):
            subject = None
        passive = self._is_passive(index) or (subject is not None and self._must_be_passive(subject.word))
        slots = self._slots("obj", self.frame.obj) if passive else self._slots("subj", self.frame.subj)
        if subject is not None:
            self._take_all(slots, subject.word, via=subject.via)
            if subject.via == "resumed":
                self._take(self._slots("obj", self.frame.obj), index + 1, via="resumed")
        else:
            self._take_pronoun(slots, index, via="pronoun")
        for argument in arguments(self.tree, index):
            if argument.function == "obj" and argument.word not in self.bare:
                self._take(self._slots("obj", self.frame.obj), argument.word, via="obj")
            elif argument.function == "clause":
                self._clause(argument.word)
            elif argument.function in ("prep", "agent"):
                self._prepositional(argument)
        self._relative_gap(index, passive=passive)

    def _resumed(self, index: int) -> Found | None:
        """«قوات سوريا الديمقراطية هاجمها مسلحو التنظيم»: the party before the verb is taken up by a pronoun; the one behind acts."""
        clitic = index + 1
        if clitic >= len(self.tree) or self.tree.word(clitic).upos != "PRON":
            return None
        if self.tree.word(clitic).span[0] != self.tree.word(index).span[1]:
            return None
        heads = self._heads()
        behind = heads.get(clitic + 1)
        slots = self._slots("subj", self.frame.subj)
        return Found(behind, "resumed") if behind is not None and self._could_be(slots, behind) else None

    def _adjacent(self, index: int) -> Found | None:
        """The party right behind an active verb that is not in the plural: its subject, by the order of Arabic."""
        behind = self._heads().get(index + 1)
        plural = any(
            match.part == "verb" and match.number == "p" for match in self.kit.lexicon.by_form(self.tree.folded[index])
        )
        if behind is None or plural or self._is_passive(index) or self._cannot_do(index, behind):
            return None
        return Found(behind, "subj") if self._could_be(self._slots("subj", self.frame.subj), behind) else None

    def _subject_as_object(self, index: int) -> Found | None:
        """The first party behind a verb that opens its sentence is its subject, whatever the tree calls it."""
        slots = self._slots("subj", self.frame.subj)
        if any(first < index and self._could_be(slots, head) for first, head in self._heads().items()):
            return None
        behind = [a.word for a in arguments(self.tree, index) if a.function == "obj" and a.word > index]
        return Found(behind[0], "subj") if behind and self._could_be(slots, behind[0]) else None

    def _agreeing(self, index: int) -> Found | None:
        """The written subject, unless its gender shows that it is none: «طردت التنظيم» has «هي» as its subject."""
        subject = written_subject(self.tree, index)
        if subject is not None and self._is_teller(subject.word):
            return None
        if subject is None or not self._cannot_do(index, subject.word):
            return subject
        self._take(self._slots("obj", self.frame.obj), subject.word, via="obj")
        return None

    def _cannot_do(self, index: int, word: int) -> bool:
        """Whether a verb in the feminine singular, by its form, stands with one masculine body or person, by its noun."""
        at = self.draft.by_head.get((self.sentence, word))
        if at is None or word < index:
            return False
        expression = self.draft.expressions[at]
        feminine = any(
            match.part == "verb" and match.gender == "f" and match.number == "s"
            for match in self.kit.lexicon.by_form(self.tree.folded[index])
        )
        return (
            feminine
            and expression.sort in ("actor", "person")
            and expression.gender == "m"
            and expression.number == "s"
        )

    def _must_be_passive(self, word: int) -> bool:
        """Whether a verb that may be read as passive has a subject that only its object can be: «أكبر مدينة انتزعت»."""
        kind = type_of(self.draft, self.kit, sentence=self.sentence, word=word)
        exact = any(kind in slot.fillers for slot in self._slots("obj", self.frame.obj))
        return exact and choose(self._slots("subj", self.frame.subj), kind) is None and self._may_be_passive()

    def _may_be_passive(self) -> bool:
        form = self.tree.folded[self.proposition.trigger]
        return any(
            match.trigger.id == self.proposition.entry.id and match.voice in (None, "pass")
            for match in self.kit.lexicon.by_form(form)
        )

    def _clause(self, word: int) -> None:
        """A clause as object: what is thought, asked or refused («أعتقد أن المعركة انتهت»)."""
        slot = next(
            (slot for slot in self._slots("obj", self.frame.obj) if "event" in slot.fillers or slot.role == "content"),
            None,
        )
        if slot is not None:
            self._add(slot.role, word, span=self.tree.stretch(word), via="clause", kind="event")

    def _before(self, index: int) -> Found | None:
        """The noun phrase that opens the verb's clause («أن قيادة التنظيم انتقلت») or that its relative pronoun takes up."""
        if index > 0 and is_relative(self.tree, index - 1):
            starts = [head for first, head in self._heads().items() if first < index - 1]
            return Found(max(starts), "relative") if starts else None
        described = self._noun_before(index)
        if described is not None:
            return described
        word = preverbal(self.tree, index, heads=self._heads())
        return Found(word, "nearby") if word is not None and agree(self.tree, index, word) else None

    def _noun_before(self, index: int) -> Found | None:
        """The indefinite noun that a clause right behind it describes: «غارة جوية استهدفت المنزل»."""
        at = index - 1
        while at > 0 and self.tree.word(at).upos == "ADJ":
            at -= 1
        if at < 0 or self.tree.word(at).upos != "NOUN" or self.tree.folded[at].startswith("\u0627\u0644"):
            return None
        event = type_of(self.draft, self.kit, sentence=self.sentence, word=at) in ("event", "weapon")
        return Found(at, "relative") if event and agree(self.tree, index, at) else None

    def _relative_gap(self, index: int, *, passive: bool) -> None:
        """The noun that a relative clause describes, as its object or place: «المدينة التي دخلها الجيش»."""
        head = relative_head(self.tree, index)
        if head < 0 or any(filler.head == head for filler in self.found):
            return
        if written_subject(self.tree, index) is not None and not passive:
            self._take(self._slots("obj", self.frame.obj), head, via="relative")

    def _noun(self, index: int) -> None:
        """A verbal noun, event noun or participle: genitives, adjectives of states, prepositions, the object of a verbal noun."""
        everything = arguments(self.tree, index)
        has_object = any(
            argument.function == "obj"
            or (argument.function == "prep" and argument.preposition == "\u0644" and self._is_object(argument.word))
            for argument in everything
        )
        for argument in everything:
            if argument.word in self.bare:
                continue
            if argument.function == "genitive":
                self._genitive(argument.word, doer=has_object)
            elif argument.function == "obj":
                self._take(self._slots("obj", self.frame.obj), argument.word, via="obj")
            elif argument.function == "adjective":
                self._adjective(argument.word)
            elif argument.function in ("prep", "agent"):
                self._prepositional(argument)
            elif argument.function == "subj" and self.tree.word(index).upos != "VERB":
                self._predicate_subject(argument.word)
        head = self.tree.word(index).head
        if self.tree.word(index).deprel in ("root", "ccomp", "parataxis") and not self.tree.children(index, "nsubj"):
            topic = preverbal(self.tree, index, heads=self._heads())
            if topic is not None:
                self._predicate_subject(topic)
        copula = self._copula(index)
        if copula >= 0 and self.proposition.carrier == index:
            subject = subject_of(self.tree, copula) or self._before(copula)
            if subject is not None and subject.word != index:
                self._predicate_subject(subject.word)
        if self.tree.word(index).upos == "ADJ" and self.tree.word(index).deprel in ("amod", "acl") and head >= 0:
            self._take(self._slots("subj", self.frame.subj), head, via="adjective")

    def _copula(self, index: int) -> int:
        """The verb that makes the word a predicate: above it in the tree, or before it («تعد منطلقا», «تعتبر آخر معاقل»); -1 for none."""
        head = self.tree.word(index).head
        if head >= 0 and (
            self.tree.lemmas[head] in grammar().copula or self.tree.folded[head] in grammar().copula_forms
        ):
            return head
        before = index - 1
        while before > 0 and without_article(self.tree.folded[before]) in grammar().transparent:
            before -= 1
        return before if before >= 0 and self.tree.folded[before] in grammar().copula_forms else -1

    def _is_clause_subject(self, pronoun: int) -> bool:
        """Whether a pronoun on a noun may mean the subject of the verb that governs it: «كثف الجيش غاراته»."""
        above = governor(self.tree, self.proposition.trigger)
        if above < 0 or self.tree.word(above).upos != "VERB":
            return False
        subject = subject_of(self.tree, above)
        at = None if subject is None else self.draft.by_head.get((self.sentence, subject.word))
        return at is not None and agrees(self.tree.word(pronoun), self.draft.expressions[at])

    def _is_object(self, word: int) -> bool:
        """Whether what stands after «ل» is what a verbal noun is done to: «حصار القوات للمدينة»."""
        kind = type_of(self.draft, self.kit, sentence=self.sentence, word=word)
        slot = choose(self._slots("obj", self.frame.obj), kind)
        return slot is not None and kind in slot.fillers and "\u0644" not in self.frame.prep

    def _genitive(self, word: int, *, doer: bool) -> None:
        first, second = (
            (self._slots("subj", self.frame.subj), self._slots("obj", self.frame.obj))
            if doer or self.frame.masdar == "subj"
            else (self._slots("obj", self.frame.obj), self._slots("subj", self.frame.subj))
        )
        if self._is_clitic(word):
            if self.light is not None or doer or self._is_clause_subject(word):
                first, second = self._slots("subj", self.frame.subj), self._slots("obj", self.frame.obj)
            if not self._take_pronoun(first, word, via="genitive"):
                self._take_pronoun(second, word, via="genitive")
            return
        kind = type_of(self.draft, self.kit, sentence=self.sentence, word=word)
        exact = [slots for slots in (first, second) if any(kind in slot.fillers for slot in slots)]
        self._take((exact or [first])[0], word, via="genitive")

    def _predicate_subject(self, word: int) -> None:
        """The subject of a nominal predicate: «البوكمال هدف للتحالف», «المحطة تعد منطلقا»."""
        self._take(self._slots("subj", self.frame.subj), word, via="subj")

    def _adjective(self, word: int) -> None:
        """«الغارات الروسية»: the state of the adjective is the doer."""
        if any(filler.role == "actor" for filler in self.found):
            return
        state = self.kit.actors.state_of_adjective(self.tree.folded[word])
        slot = choose(self._slots("subj", self.frame.subj), "actor")
        if state is not None and slot is not None and self.proposition.entry.pos != "adj":
            self._add(slot.role, word, span=self.tree.word(word).span, via="adjective", kind="actor")

    def _partner(self, index: int) -> None:
        """What hangs on the object of a set phrase: «انتزعوا السيطرة على المحطة», «أطلق النار على المتظاهرين»."""
        for argument in arguments(self.tree, index):
            if argument.word in self.bare:
                continue
            if argument.function in ("prep", "agent"):
                self._prepositional(argument)
            elif argument.function == "genitive" and (self.sentence, argument.word) in self.draft.by_head:
                self._take(self._slots("obj", self.frame.obj), argument.word, via="genitive")

    def _light_verb(self, index: int) -> None:
        light = self.light
        if light is None:
            return
        prepositional = [argument for argument in arguments(self.tree, index) if argument.function in ("prep", "agent")]
        for argument in prepositional:
            if argument.word == self.proposition.trigger or argument.word in self.bare:
                continue
            own = self._light_slots(light, argument.preposition)
            if own:
                self._take(own, argument.word, via="prep")
            else:
                self._prepositional(argument)
        verbal = self.tree.word(index).upos in ("VERB", "AUX")
        if verbal and light.subj and "subj" not in light.noun and self.tree.word(index).voice != "pass":
            subject = subject_of(self.tree, index)
            if subject is not None and subject.word != self.proposition.trigger:
                self._take_all(light.subj, subject.word, via=subject.via)
            elif subject is None:
                self._take_pronoun(light.subj, index, via="pronoun")
        if light.obj:
            for argument in arguments(self.tree, index):
                if argument.function == "obj" and argument.word != self.proposition.trigger:
                    self._take(light.obj, argument.word, via="obj")

    def _light_slots(self, light: LightVerb, preposition: str) -> tuple[Slot, ...]:
        return next((light.prep[name] for name in _names(preposition) if name in light.prep), ())

    def _prepositional(self, argument: Argument) -> None:
        preposition = argument.preposition
        if argument.function == "agent":
            self._take((Slot(role="actor", fillers=("actor", "person", "people")),), argument.word, via="agent")
            return
        if preposition == "\u0644" and self.proposition.part in ("masdar", "noun") and self._is_object(argument.word):
            self._take(self._slots("obj", self.frame.obj), argument.word, via="prep")
            return
        below = self._control_owner(argument.word)
        for name in _names(preposition):
            slots = self._slots(name, self.frame.prep.get(name, ()))
            if name in self.proposition.entry.slots and not slots:
                return
            if slots:
                if below is not None and self._take_owner(slots, below):
                    return
                if self._take(slots, argument.word, via="prep"):
                    return
                break
        if self._is_doer_of_noun(argument):
            self._take(self._slots("subj", self.frame.subj), argument.word, via="agent")
            return
        for name in _names(preposition):
            if name in grammar().against and self._take(
                (Slot(role="target", fillers=("actor", "person", "people", "place")),), argument.word, via="prep"
            ):
                return
            if name in grammar().instrument and self._take(
                (Slot(role="instrument", fillers=("weapon",)),), argument.word, via="prep"
            ):
                return
            if name in grammar().relation and self._take(_place_slot(name), argument.word, via="prep"):
                return

    def _is_doer_of_noun(self, argument: Argument) -> bool:
        """«تسلل للميليشيات», «انتقادات من الحزب»: the party after an event noun that no other slot takes did it."""
        if self.proposition.part not in ("masdar", "noun") or any(filler.role == "actor" for filler in self.found):
            return False
        return argument.preposition in grammar().noun_agent and self._could_be(
            self._slots("subj", self.frame.subj), argument.word
        )

    def _control_owner(self, word: int) -> int | None:
        """«من سيطرة التنظيم», «من قبضة المسلحين»: the party in whose hands it was."""
        if type_of(self.draft, self.kit, sentence=self.sentence, word=word) != "control":
            return None
        return next((a.word for a in arguments(self.tree, word) if a.function == "genitive"), None)

    def _take_owner(self, slots: tuple[Slot, ...], word: int) -> bool:
        return self._take(tuple(slot for slot in slots if "actor" in slot.fillers), word, via="prep")

    def _nearby(self) -> None:
        """Expressions close behind the trigger that the tree hangs elsewhere, by the preposition before them and their order."""
        start = max(self.proposition.words)
        for argument in nearby(self.tree, start, heads=self._heads(), stops=self._other_triggers()):
            if any(filler.head == argument.word for filler in self.found) or argument.word in self.proposition.words:
                continue
            if argument.function in ("prep", "agent"):
                self._prepositional(argument)
            elif argument.function == "genitive" and self.tree.word(start).upos != "VERB":
                self._genitive(argument.word, doer=False)
            elif argument.function == "subj" and self.proposition.part == "verb":
                self._bare(argument.word)

    def _bare(self, word: int) -> None:
        """A bare noun phrase after a verb: the subject if there is none yet, else the object."""
        passive = self._is_passive(self.proposition.trigger)
        subject = self._slots("obj", self.frame.obj) if passive else self._slots("subj", self.frame.subj)
        have = {filler.role for filler in self.found}
        if not have & {slot.role for slot in subject}:
            self._take(subject, word, via="nearby")
        elif not passive:
            slots = self._slots("obj", self.frame.obj)
            slot = choose(slots, type_of(self.draft, self.kit, sentence=self.sentence, word=word))
            if slot is not None and slot.role not in have:
                self._take(slots, word, via="nearby")

    def _heads(self) -> dict[int, int]:
        """First word → head word of each expression of the sentence."""
        return {
            self.tree.at(expression.span[0]): expression.head
            for _, expression in reversed(self.inside.expressions)
            if not self._is_nested(expression)
        }

    def _is_nested(self, expression: Expression) -> bool:
        """Whether an expression stands inside a wider one («سوريا» of «شرق سوريا», «حلفائه» of «الجيش وحلفائه»)."""
        return any(
            other.span != expression.span
            and other.span[0] <= expression.span[0]
            and expression.span[1] <= other.span[1]
            for _, other in self.inside.expressions
        )

    def _other_triggers(self) -> frozenset[int]:
        return frozenset(
            word
            for other in self.inside.propositions
            if other.trigger != self.proposition.trigger
            for word in other.words
        )

    # What is implied

    def _implied_doer(self) -> None:
        """The doer of an event noun that names none, from what governs it."""
        if any(filler.role == "actor" for filler in self.found) or self.proposition.part in _VERBAL:
            return
        slots = self._slots("subj", self.frame.subj)
        if choose(slots, "actor") is None and choose(slots, "people") is None:
            return
        found = doer_of_noun(self.tree, self.proposition.carrier, self.kit)
        taken = (
            found is not None
            and all(filler.head != found.word for filler in self.found)
            and self._take_all(slots, found.word, via="control")
        )
        if not taken and purposeful(self.tree, self.proposition.carrier):
            word = nearest_before(
                self.tree,
                min(self.proposition.words),
                heads=self._heads(),
                fits=lambda head: self._could_be(slots, head),
            )
            if word is not None:
                self._take(slots, word, via="control")

    def _may_do(self, expression: Expression) -> bool:
        """Whether an expression that is not beside the event can be party to it: tellers and outlets do not fight."""
        group = self.kit.lexicon.kinds[self.proposition.kind].group
        return group not in _FOUGHT or expression.type not in _TELLING_TYPES

    def _could_be(self, slots: tuple[Slot, ...], word: int) -> bool:
        kind = type_of(self.draft, self.kit, sentence=self.sentence, word=word)
        at = expression_at(self.draft, self.sentence, word)
        if at is not None and not self._may_do(self.draft.expressions[at]):
            return False
        return kind in ("actor", "people", "person") and choose(slots, kind) is not None

    def _braced_target(self) -> None:
        """Whoever gets ready for another's attack is its target: «يعزز التنظيم دفاعاته استعدادا لهجوم من الجيش»."""
        roles = {filler.role for filler in self.found}
        if "actor" not in roles or "target" in roles or self.proposition.part in _VERBAL:
            return
        at = self.proposition.carrier
        above = governor(self.tree, at)
        if above < 0 or not {without_article(self.tree.folded[above]), self.tree.lemmas[above]} & grammar().bracing:
            return
        slots = tuple(slot for slot in self._slots("obj", self.frame.obj) if slot.role == "target")
        for verb in (above, *self.tree.ancestors(above)):
            if self.tree.word(verb).upos == "VERB":
                subject = subject_of(self.tree, verb)
                if subject is not None:
                    self._take_all(slots, subject.word, via="control")
                else:
                    self._take_pronoun(slots, verb, via="pronoun")
                return

    def _sentence_place(self) -> None:
        """The nearest place of the sentence, within the same speech, for an event that takes place somewhere and says not where."""
        group = self.kit.lexicon.kinds[self.proposition.kind].group
        if group not in _LOCATED or any(filler.role in PLACE_ROLES for filler in self.found):
            return
        trigger = self.proposition.trigger
        best: tuple[int, int, str] | None = None
        for first, head in self._heads().items():
            if self.draft.expressions[
                self.draft.by_head[(self.sentence, head)]
            ].sort != "place" or not self._same_speech(first):
                continue
            before = first - 1
            name = self.tree.folded[before] if before >= 0 else ""
            if name in grammar().relation and grammar().relation[name] in ("at", "near"):
                distance = abs(first - trigger)
                if distance <= SENTENCE_REACH and (best is None or distance < best[0]):
                    best = (distance, head, name)
        if best is not None:
            self._take(_place_slot(best[2]), best[1], via="clause")

    def _same_speech(self, word: int) -> bool:
        """Whether a word stands inside the same words said as the trigger, or both outside all."""
        mine, other = self.tree.word(self.proposition.trigger).span[0], self.tree.word(word).span[0]
        return all(
            (start <= mine < end) == (start <= other < end) for said in self.inside.said for start, end in said.content
        )

    # Taking a word for a role

    def _slots(self, name: str, default: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return self.proposition.entry.slots.get(name, default)

    def _is_passive(self, index: int) -> bool:
        word = self.tree.word(index)
        return word.voice == "pass" or bool(self.tree.children(index, "nsubj:pass") and word.voice != "act")

    def _is_clitic(self, word: int) -> bool:
        return (self.tree.word(word).upos == "PRON" and not self.tree.prepositions(word)) or (
            self.tree.word(word).upos == "PRON"
            and word > 0
            and self.tree.word(word).span[0] == self.tree.word(word - 1).span[1]
        )

    def _take_all(self, slots: tuple[Slot, ...], word: int, *, via: str) -> bool:
        """A subject and what is coordinated with it."""
        return any(self._take(slots, member, via=via) for member in members(self.tree, word))

    def _take(self, slots: tuple[Slot, ...], word: int, *, via: str) -> bool:
        if not slots or any(filler.head == word for filler in self.found):
            return False
        if self._is_time(word) or self._is_teller(word):
            return False
        if self.tree.word(word).upos == "PRON":
            described = self._described(word)
            if described < 0:
                return self._take_pronoun(slots, word, via=via)
            return self._take(slots, described, via="relative")
        kind = type_of(self.draft, self.kit, sentence=self.sentence, word=word)
        slot = choose(slots, kind)
        if slot is None:
            return False
        at = expression_at(self.draft, self.sentence, word)
        if at is None and not self._is_thing(word, slot.role, via=via):
            return False
        if at is not None and via in _INDIRECT and not self._may_do(self.draft.expressions[at]):
            return False
        if at is None and any(filler.role == slot.role and filler.expression is None for filler in self.found):
            return False
        if at is not None and any(self._is_same(filler, at, slot.role) for filler in self.found):
            return False
        if any(filler.role == slot.role and self._contains(filler.span, word) for filler in self.found):
            return False
        span = self.draft.expressions[at].span if at is not None else phrase(self.draft, self.sentence, word)
        self._add(slot.role, word, span=span, via=via, kind=kind, expression=at)
        return True

    def _contains(self, span: Span, word: int) -> bool:
        """Whether a word stands inside a span that fills a role already."""
        inner = self.tree.word(word).span
        return span[0] <= inner[0] and inner[1] <= span[1]

    def _is_thing(self, word: int, role: str, *, via: str) -> bool:
        """Whether words that are no known expression can fill a role: a noun, bare unless its preposition gives the role, no doer."""
        upos = self.tree.word(word).upos
        if role == "actor" or upos not in ("NOUN", "PROPN", "X", "NUM"):
            return False
        return via in ("prep", "agent") or not self.tree.prepositions(word)

    def _described(self, pronoun: int) -> int:
        """The noun that a relative pronoun, or the pronoun on the verb of a relative clause, stands for; -1 for none."""
        head = relative_head(self.tree, self.proposition.trigger)
        if head < 0 or any(filler.head == head for filler in self.found):
            return -1
        on_verb = (
            pronoun == self.proposition.trigger + 1 and self.tree.word(pronoun).number == self.tree.word(head).number
        )
        return head if is_relative(self.tree, pronoun) or on_verb else -1

    def _is_same(self, filler: Filler, at: int, role: str) -> bool:
        """Whether an expression, or another with its meaning in the same role, is there already."""
        if filler.expression is None:
            return False
        entity = self.draft.expressions[at].entity
        return filler.expression == at or (
            entity is not None and filler.role == role and self.draft.expressions[filler.expression].entity == entity
        )

    def _take_pronoun(self, slots: tuple[Slot, ...], word: int, *, via: str) -> bool:
        """A pronoun or a verb's own person: the antecedent fills the role, the word itself is the evidence."""
        if not slots:
            return False
        mine = frozenset(filler.expression for filler in self.found if filler.expression is not None)
        speaker = self._first_person(word)
        if self.tree.word(word).person in (1, 2):
            at = speaker
        else:
            at = antecedent(
                self.draft,
                self.tree.word(word),
                sentence=self.sentence,
                fits=lambda expression: fits(slots, expression) and self._may_do(expression),
                avoid=mine,
            )
        if at is None:
            return False
        expression = self.draft.expressions[at]
        slot = choose(slots, expression.sort)
        if slot is None or any(self._is_same(filler, at, slot.role) for filler in self.found):
            return False
        self._add(
            slot.role,
            word,
            span=expression.span,
            via=via if via != "subj" else "pronoun",
            kind=expression.sort,
            expression=at,
        )
        return True

    def _first_person(self, word: int) -> int | None:
        """«نرسخ» in a quotation is the speaker's body, «أعتقد» the speaker."""
        position = self.tree.word(word).span[0]
        around = self.draft.said_around(self.sentence, position)
        return around[-1][1].teller if around else None

    def _is_teller(self, word: int) -> bool:
        """Whether a word belongs to a speaker named behind the words that he says: «…، بحسب المرصد» does nothing in them."""
        if word < self.proposition.trigger:
            return False
        here, position = self.tree.word(word).span, self.tree.word(self.proposition.trigger).span[0]
        return any(
            said.speaker is not None
            and said.speaker[0] <= here[0] < said.speaker[1]
            and any(start <= position < end for start, end in said.content)
            for said in self.inside.said
        )

    def _is_time(self, word: int) -> bool:
        span = self.tree.word(word).span
        return any(
            when.grain != "period" and when.span[0] <= span[0] and span[1] <= when.span[1] for when in self.inside.times
        )

    def _add(
        self, role: str, word: int, *, span: tuple[int, int], via: str, kind: str, expression: int | None = None
    ) -> None:
        self.found.append(
            Filler(
                role=role,
                head=word,
                span=span,
                text=self.draft.text(span),
                expression=expression,
                via=via,
                type=kind,
            )
        )


def _place_slot(preposition: str) -> tuple[Slot, ...]:
    """The slot of a place after a place preposition."""
    return (Slot(role=_ROLE_OF_RELATION[grammar().relation[preposition]], fillers=("place",)),)


def _names(preposition: str) -> Iterator[str]:
    """A compound preposition, then its parts from the last to the first: «من قبل», «قبل», «من»."""
    yield preposition
    parts = preposition.split(" ")
    if len(parts) > 1:
        yield from reversed(parts)
