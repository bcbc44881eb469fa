"""Say who says what: speech of the report with its speakers, chains, medium, audience and time.

Speech spans come from the analyser, and from cue words over the tree where it is silent. A bare «وأضاف» is said by the speaker before; a
quotation that runs over several sentences is said by whoever opened it.
"""

from __future__ import annotations

from typing import Literal

from tawatur.analyser.records import Speech
from tawatur.discourse import agrees
from tawatur.draft import SPEAKING_SORTS, Draft, Said
from tawatur.fillers import expression_at
from tawatur.grammar import without_article
from tawatur.kit import Kit
from tawatur.mending import mended
from tawatur.records import Entity, Link, Span, When
from tawatur.saying import Saying, entry_at, hearers, sayings
from tawatur.text.fold import fold_word
from tawatur.text.quotes import Quote
from tawatur.tree import Tree

SHARED_CONTENT = 0.5
"""Two finds of one cue, or contents that share so much of the shorter with near cues, are the same act of saying."""
_RECENT = 12
"""Acts of saying back that a quotation may still run on from."""
NAME_QUOTE = 4
"""Quoted words up to this many are a name or a distancing, no speech of their own."""


def attribute(draft: Draft, kit: Kit) -> Draft:
    """Adds the acts of saying, in text order."""
    said: list[Said] = []
    for number, tree in enumerate(draft.trees):
        for saying in _in_sentence(draft, kit, number, tree):
            said.append(_said(draft, kit, number, tree, saying, said))
        carried = _carried_quotation(draft, number, said)
        if carried is not None:
            said.append(carried)
    return draft.having(said=tuple(said))


def _in_sentence(draft: Draft, kit: Kit, number: int, tree: Tree) -> list[Saying]:
    found = [
        _of_speech(tree, kit, speech)
        for speech in draft.analyses[number].speech
        if speech.content and tree.within(speech.cue)
    ]
    for saying in sayings(tree, kit):
        if not any(_same(saying, other) for other in found):
            found.append(saying)
    return sorted(mended(found, tree, kit), key=lambda saying: saying.cue)


def _of_speech(tree: Tree, kit: Kit, speech: Speech) -> Saying:
    """What the analyser found, its cue without a conjunction before it."""
    words = tree.within(speech.cue)
    word = next((at for at in words if tree.word(at).upos != "CCONJ"), words[0])
    return Saying(
        cue=(max(speech.cue[0], tree.word(word).span[0]), speech.cue[1]),
        word=word,
        entry=entry_at(tree, word, kit),
        speaker=speech.speaker,
        content=speech.content,
        score=speech.score,
    )


def _same(one: Saying, other: Saying) -> bool:
    if one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]:
        return True
    a, b = one.content[0], other.content[0]
    shared = min(a[1], b[1]) - max(a[0], b[0])
    near = not any(start <= one.cue[0] < end for start, end in other.content)
    return near and shared > SHARED_CONTENT * min(a[1] - a[0], b[1] - b[0])


def _said(draft: Draft, kit: Kit, number: int, tree: Tree, saying: Saying, before: list[Said]) -> Said:
    teller = _teller(draft, number, tree, saying)
    speaker = saying.speaker
    if teller is None and speaker is None:
        teller = _last_teller(draft, tree, saying, before)
    content = _whole_quotations(draft, number, saying)
    return Said(
        sentence=number,
        cue=saying.cue,
        act=saying.entry.act if saying.entry else "say",
        speaker=speaker,
        teller=teller,
        content=content,
        mode=_mode(draft, number, content),
        link=_link(draft, kit, number, tree, saying, teller),
        score=saying.score,
    )


def _teller(draft: Draft, number: int, tree: Tree, saying: Saying) -> int | None:
    """The expression that the written speaker is."""
    if saying.speaker is None:
        return None
    head = tree.head_of(saying.speaker)
    if head < 0:
        return None
    at = expression_at(draft, number, head)
    if at is not None and draft.expressions[at].sort in SPEAKING_SORTS:
        return at
    inside = [
        index
        for index, expression in draft.inside(number).expressions
        if saying.speaker[0] <= expression.span[0]
        and expression.span[1] <= saying.speaker[1]
        and expression.sort in SPEAKING_SORTS
    ]
    return inside[0] if inside else at


def _last_teller(draft: Draft, tree: Tree, saying: Saying, before: list[Said]) -> int | None:
    """Who goes on speaking: the nearest earlier teller that the verb agrees with."""
    word = tree.word(saying.word)
    for said in reversed(before):
        if said.teller is not None and (word.person is None or agrees(word, draft.expressions[said.teller])):
            return said.teller
    return before[-1].teller if before else None


def _whole_quotations(draft: Draft, number: int, saying: Saying) -> tuple[Span, ...]:
    """Content that reaches into a quotation reaches to its end, in later sentences too."""
    sentence = draft.sentences[number]
    content: list[Span] = []
    for start, end in saying.content:
        for quote in draft.inside(number).quotes:
            if (
                quote.depth == 0
                and quote.span[1] > sentence[1]
                and start <= quote.span[0] <= end
                and _is_speech(draft, quote)
            ):
                end = max(end, quote.inner[1])
        content.append((start, end))
    return tuple(content)


def _is_speech(draft: Draft, quote: Quote) -> bool:
    return len(draft.text(quote.inner).split()) > NAME_QUOTE


def _mode(draft: Draft, number: int, content: tuple[Span, ...]) -> Literal["direct", "indirect", "mixed"]:
    """Direct when all but a word or two is quoted, mixed when some is."""
    total = sum(end - start for start, end in content)
    quoted = sum(
        max(0, min(end, quote.span[1]) - max(start, quote.span[0]))
        for start, end in content
        for quote in draft.inside(number).quotes
        if quote.depth == 0 and _is_speech(draft, quote)
    )
    if quoted == 0 or total == 0:
        return "indirect"
    return "direct" if quoted > 0.85 * total else "mixed"


def _carried_quotation(draft: Draft, number: int, said: list[Said]) -> Said | None:
    """A sentence that is one quotation without a cue is said by whoever spoke last, in the sentence before."""
    start, end = draft.sentences[number]
    if (
        not said
        or said[-1].sentence < number - 2
        or any(s <= start < e for one in said[-_RECENT:] for s, e in one.content)
    ):
        return None
    for quote in draft.inside(number).quotes:
        if quote.depth == 0 and quote.span[0] - start <= 1 and end - quote.span[1] <= 2 and _is_speech(draft, quote):
            last = said[-1]
            return Said(
                sentence=number,
                cue=last.cue,
                act=last.act,
                speaker=None,
                teller=last.teller,
                content=(quote.inner,),
                mode="direct",
                link=last.link,
                score=0.5 * last.score,
            )
    return None


# The link


def _link(draft: Draft, kit: Kit, number: int, tree: Tree, saying: Saying, teller: int | None) -> Link:
    expression = draft.expressions[teller] if teller is not None else None
    span = saying.speaker or (expression.span if expression else saying.cue)
    return Link(
        text=draft.text(span),
        span=span,
        entity=(expression.entity or expression.body) if expression else None,
        capacity=draft.text(expression.speaks_for) if expression and expression.speaks_for else None,
        cue=draft.text(saying.cue),
        medium=_medium(draft, kit, tree, saying),
        audience=_audience(draft, number, tree, saying),
        said=_time_of_saying(draft, number, tree, saying),
        anonymous=bool(expression and expression.anonymous and expression.entity is None),
    )


def _frame(draft: Draft, tree: Tree, saying: Saying) -> tuple[int, ...]:
    """Words of the sentence that belong to the act of saying, not to what is said."""
    return tuple(
        index
        for index, word in enumerate(tree.words)
        if not any(start <= word.span[0] < end for start, end in saying.content) and abs(index - saying.word) <= 25
    )


def _medium(draft: Draft, kit: Kit, tree: Tree, saying: Saying) -> str | None:
    """«عبر الهاتف», «في بيان»: a channel named beside the cue."""
    for index in _frame(draft, tree, saying):
        form = without_article(tree.folded[index])
        for cue in kit.lexicon.media:
            if form not in map(fold_word, (cue.lemma, *cue.plurals)):
                continue
            near = {
                without_article(tree.folded[at])
                for at in range(max(0, index - 2), min(len(tree), index + 3))
                if at != index
            }
            if not cue.with_ or near & {fold_word(word) for word in cue.with_}:
                return cue.medium
    return None


def _audience(draft: Draft, number: int, tree: Tree, saying: Saying) -> str | None:
    """«لرويترز»: who was told."""
    if saying.word < 0:
        return None
    for word in hearers(tree, saying.word, saying.entry):
        span = tree.word(word).span
        if any(start <= span[0] < end for start, end in saying.content) or (
            saying.speaker and saying.speaker[0] <= span[0] < saying.speaker[1]
        ):
            continue
        at = expression_at(draft, number, word)
        if at is not None and draft.expressions[at].sort == "actor":
            entity: Entity | None = draft.expressions[at].entity
            return entity.ar if entity else draft.expressions[at].text
    return None


def _time_of_saying(draft: Draft, number: int, tree: Tree, saying: Saying) -> When | None:
    start, end = draft.sentences[number]
    for when in draft.inside(number).times:
        if start <= when.span[0] < end and when.grain != "period":
            outside = not any(s <= when.span[0] < e for s, e in saying.content)
            if outside and abs(tree.at(when.span[0]) - saying.word) <= 25:
                return when
    return None
