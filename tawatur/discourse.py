"""Who a pronoun, a bare verb or a weak noun can mean: agreement and salience over the expressions so far.

Arabic agreement for reference: a non-human plural or a body of people may be taken up in the feminine singular
(«القوات … سيطرتها»), and a body may be taken up in the plural («التنظيم … معنوياتهم»).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tawatur.analyser.records import Word
from tawatur.draft import Draft, Expression

REACH = 3
"""Sentences back that a pronoun may reach; news pronouns rarely reach further, and a wrong guess is worse than none."""
_BODIES = ("actor", "people")


def agrees(word: Word, expression: Expression) -> bool:
    """Whether the person, gender and number of a verb or pronoun fit an expression; unknown features fit everything."""
    if word.person in (1, 2):
        return False
    gender, number = word.gender, word.number
    has_gender, has_number = expression.gender, expression.number
    if number == "p":
        return has_number in (None, "p") or expression.sort in _BODIES
    if number == "d":
        return has_number in (None, "d")
    if has_number == "p":
        return gender in (None, "f") or expression.sort == "place" or _is_verb_first(word)
    if has_number == "d":
        return _is_verb_first(word)
    return gender is None or has_gender is None or gender == has_gender


def _is_verb_first(word: Word) -> bool:
    """A verb before its subject stands in the singular whatever follows; we cannot tell, so it is let through."""
    return False


def earlier(draft: Draft, sentence: int, position: int) -> Iterator[int]:
    """Expressions that end before a position, nearest first, back over REACH sentences."""
    for at in range(len(draft.expressions) - 1, -1, -1):
        expression = draft.expressions[at]
        if expression.sentence < sentence - REACH:
            return
        if expression.span[1] <= position:
            yield at


def is_subject(draft: Draft, at: int) -> bool:
    """Whether an expression is the subject of a clause."""
    expression = draft.expressions[at]
    return draft.trees[expression.sentence].word(expression.head).deprel.startswith(("nsubj", "dislocated"))


def antecedent(
    draft: Draft,
    word: Word,
    *,
    sentence: int,
    fits: Callable[[Expression], bool],
    before: int | None = None,
    avoid: frozenset[int] = frozenset(),
) -> int | None:
    """The likeliest expression that a pronoun or bare verb at `word` means, among those that agree and fit.

    Subjects of clauses come before others, the same sentence before earlier ones, the nearer before the farther.
    """
    best: tuple[float, int] | None = None
    for rank, at in enumerate(earlier(draft, sentence, before if before is not None else word.span[0])):
        expression = draft.expressions[at]
        if at in avoid or not fits(expression) or not agrees(word, expression):
            continue
        score = 2.0 * is_subject(draft, at) - 1.5 * (sentence - expression.sentence) - 0.25 * rank
        score += 0.5 if expression.entity or expression.proper else 0.0
        score += 1.0 if expression.place else 0.0
        if best is None or score > best[0]:
            best = (score, at)
        if rank > 24:
            break
    return best[1] if best else None
