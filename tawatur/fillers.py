"""What a noun of the tree is, for the filling of a role: which expression it heads, and its type.

type of «القوات» is "actor", of «صواريخ» "weapon", of «السيطرة» "control", of «القصف» "event", of «البلدة» "place".
"""

from __future__ import annotations

from tawatur.draft import Draft, Expression
from tawatur.grammar import without_article
from tawatur.kit import Kit
from tawatur.lexicon import Slot
from tawatur.records import Span


def expression_at(draft: Draft, sentence: int, word: int) -> int | None:
    """The expression that a word heads, or the widest one around it that begins at its phrase."""
    direct = draft.by_head.get((sentence, word))
    if direct is not None:
        return direct
    span = draft.trees[sentence].word(word).span
    around = [
        at for at, found in draft.inside(sentence).expressions if found.span[0] <= span[0] and span[1] <= found.span[1]
    ]
    if not around:
        return None
    return max(around, key=lambda at: draft.expressions[at].span[1] - draft.expressions[at].span[0])


def type_of(draft: Draft, kit: Kit, *, sentence: int, word: int) -> str:
    """The filler type of a noun by its expression, its noun class, or its being an event; "thing" when nothing is known."""
    at = expression_at(draft, sentence, word)
    tree = draft.trees[sentence]
    if at is not None:
        return draft.expressions[at].sort
    bare = without_article(tree.folded[word])
    for form in (bare, tree.folded[word]):
        for match in kit.lexicon.nouns_by_form(form):
            if match.noun.type in ("weapon", "control") and not match.noun.with_:
                return match.noun.type
            if (
                match.noun.type == "weapon"
                and match.noun.with_
                and any(
                    without_article(tree.folded[near]) in match.noun.with_
                    for near in (*tree.children(word), word + 1)
                    if near < len(tree)
                )
            ):
                return "weapon"
    if tree.word(word).upos == "NUM" or tree.word(word).text[0].isdecimal():
        return "number"
    if tree.word(word).upos in ("NOUN", "VERB") and any(
        match.part in ("masdar", "noun") and not match.trigger.with_ for match in kit.lexicon.by_form(tree.folded[word])
    ):
        return "event"
    return "thing"


def choose(slots: tuple[Slot, ...], kind: str) -> Slot | None:
    """The first slot that a filler of this type fits; "any" takes all, an unknown noun is a "thing"."""
    for slot in slots:
        if kind in slot.fillers or "any" in slot.fillers:
            return slot
        if (kind == "person" and "people" in slot.fillers) or (kind == "people" and "person" in slot.fillers):
            return slot
    return None


def phrase(draft: Draft, sentence: int, word: int) -> Span:
    """The words of a filler that is no known expression: its noun phrase without relative clauses and coordination."""
    return draft.trees[sentence].stretch(
        word,
        without=frozenset(
            {"acl:relcl", "acl", "conj", "cc", "punct", "case", "advcl", "appos", "parataxis", "mark", "nsubj", "dep"}
        ),
    )


def fits(slots: tuple[Slot, ...], expression: Expression) -> bool:
    """Whether an expression could fill one of these slots."""
    return choose(slots, expression.sort) is not None
