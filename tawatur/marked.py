"""What the analyser marks at a trigger, for the stages to use: how likely it is an event, its parts, its time, its reality.

The tree says how words hang together; the marks say what people took for the doer, the place or the day in sentences like this one.
Where they speak they come before rules over the tree; where they are silent the rules stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawatur.analyser.records import Argument, Trigger
from tawatur.draft import PLACE_ROLES, Draft, Expression, Filler, Proposition
from tawatur.fillers import phrase, type_of
from tawatur.grammar import grammar
from tawatur.kit import Kit
from tawatur.records import Span, When
from tawatur.tree import Tree

LIKELY = 0.5
"""A part counts where it is likelier than not."""
BESIDE = 0.7
"""A bystander marked at .55 beside a doer marked at 1 is no second doer; a coordinated one is marked as likely."""
_SURE = frozenset({"agent", "prep", "obj", "resumed"})
"""Ways of finding a party that a mark does not overrule: by its preposition, or by its place and gender beside the verb."""
_PARTIES = frozenset({"actor", "person", "people", "place"})


def mark_of(draft: Draft, proposition: Proposition) -> Trigger | None:
    """The analyser's trigger at the words of a proposition, the likeliest; None where it sees none."""
    tree = draft.trees[proposition.sentence]
    spans = [tree.word(word).span for word in (proposition.trigger, *proposition.words)]
    touching = (
        trigger
        for trigger in draft.analyses[proposition.sentence].triggers
        if any(_overlap(trigger.span, span) for span in spans)
    )
    return max(touching, key=lambda trigger: trigger.score, default=None)


def likelihood(draft: Draft, proposition: Proposition) -> float:
    """How likely a careful reader would claim an event at the words of a proposition."""
    mark = mark_of(draft, proposition)
    return mark.score if mark else 0.0


def times_marked(draft: Draft, proposition: Proposition) -> tuple[When, ...]:
    """The times of its sentence that are marked as the time of a proposition."""
    return tuple(
        when
        for argument in _parts(draft, proposition, "when")
        for when in draft.inside(proposition.sentence).times
        if when.grain != "period" and _overlap(when.span, argument.span)
    )


def with_marks(draft: Draft, kit: Kit, proposition: Proposition, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Fillers found by rules, mended by the marks: marked parties take the place of others in their role, marked places come first."""
    kept = list(fillers)
    parties = {role: _marked(draft, kit, proposition, role) for role in ("actor", "target")}
    if _gainsaid(parties, fillers):
        parties = {}
    for role, marked in parties.items():
        if marked:
            mine = [filler for filler in kept if filler.role == role]
            chosen = _same_words(mine, marked)
            heads = {filler.head for filler in chosen}
            kept = [f for f in kept if f.role != role and (f.head not in heads or f.role in PLACE_ROLES)] + chosen
    mine = [filler for filler in kept if filler.role in PLACE_ROLES]
    marked = _marked(draft, kit, proposition, "where")
    known = [filler for filler in marked if filler.expression is not None]
    marked = known if known or mine else marked
    if marked:
        chosen = _same_words(mine, marked)
        others = [f for f in kept if f.role not in PLACE_ROLES and not _guessed_at(f, chosen)]
        kept = others + chosen + [f for f in mine if f not in chosen]
    return tuple(kept)


def _guessed_at(filler: Filler, places: list[Filler]) -> bool:
    """Whether words that are a marked place were taken for something else only because they stand near."""
    return filler.via == "nearby" and any(_overlap(filler.span, place.span) for place in places)


def _gainsaid(parties: Mapping[str, list[Filler]], fillers: tuple[Filler, ...]) -> bool:
    """Whether a sure rule has a marked party in another role: then the marks have the sides mixed up."""
    return any(
        filler.via in _SURE and filler.role in parties and filler.role != role and _overlap(filler.span, own.span)
        for role, marked in parties.items()
        for own in marked
        for filler in fillers
    )


def _same_words(mine: list[Filler], marked: list[Filler]) -> list[Filler]:
    """The marked fillers; one that a rule has found at the same words stays as the rule has it, with its relation and its head."""
    found = (next((filler for filler in mine if _overlap(filler.span, own.span)), own) for own in marked)
    return list(dict.fromkeys(found))


def _parts(draft: Draft, proposition: Proposition, role: str) -> Iterator[Argument]:
    """The marks of a role; of parties the likeliest, and others that are not much less likely."""
    mark = mark_of(draft, proposition)
    if mark is not None:
        found = [argument for argument in mark.arguments if argument.role == role and argument.score >= LIKELY]
        best = max((argument.score for argument in found), default=0.0) if role in ("actor", "target") else 0.0
        yield from (argument for argument in found if argument.score >= BESIDE * best)


def _marked(draft: Draft, kit: Kit, proposition: Proposition, role: str) -> list[Filler]:
    """The fillers that the marks of one role give, in text order."""
    found = (_filler(draft, kit, proposition.sentence, argument) for argument in _parts(draft, proposition, role))
    return [filler for filler in found if filler is not None]


def _filler(draft: Draft, kit: Kit, sentence: int, argument: Argument) -> Filler | None:
    """The widest expression whose head the mark covers or that holds the mark, else the marked words themselves."""
    tree = draft.trees[sentence]
    covered = max(_covered(draft, sentence, argument), key=lambda pair: _size(pair[1].span), default=None)
    if covered is not None:
        at, expression = covered
        return Filler(
            role=_role(tree, tree.at(expression.span[0]), argument.role),
            head=expression.head,
            span=expression.span,
            text=draft.text(expression.span),
            expression=at,
            via="marked",
            type=expression.sort,
        )
    head = tree.head_of(argument.span)
    if head < 0 or _is_figure(draft, sentence, head):
        return None
    whole = phrase(draft, sentence, head)
    span = whole if whole[0] <= argument.span[0] and argument.span[1] <= whole[1] else argument.span
    return Filler(
        role=_role(tree, tree.within(span)[0], argument.role),
        head=head,
        span=span,
        text=draft.text(span),
        via="marked",
        type=type_of(draft, kit, sentence=sentence, word=head),
    )


def _covered(draft: Draft, sentence: int, argument: Argument) -> Iterator[tuple[int, Expression]]:
    """Expressions of the sort that the role wants."""
    wanted = frozenset({"place"}) if argument.role == "where" else _PARTIES
    tree = draft.trees[sentence]
    for at, expression in draft.inside(sentence).expressions:
        head = tree.word(expression.head).span
        if expression.sort in wanted and (_within(head, argument.span) or _within(argument.span, expression.span)):
            yield at, expression


def _is_figure(draft: Draft, sentence: int, head: int) -> bool:
    """Whether marked words are only a number or a time."""
    word = draft.trees[sentence].word(head)
    timed = any(when.span[0] <= word.span[0] < when.span[1] for when in draft.inside(sentence).times)
    return timed or word.upos == "NUM" or word.text[0].isdecimal()


def _role(tree: Tree, first: int, role: str) -> str:
    """The role of a place by the preposition before it: «من البلدة» is where from."""
    if role != "where":
        return role
    relation = grammar().relation.get(tree.folded[first - 1] if first > 0 else "", "at")
    return relation if relation in PLACE_ROLES else "where"


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _size(span: Span) -> int:
    return span[1] - span[0]
