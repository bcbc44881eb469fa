"""Say what weak expressions mean: surnames, «التنظيم», «القوات», «المدينة», «المحطة الثانية», «البلاد».

An expression is taken back to the last earlier one that fits. What fits nothing stays open, with its candidates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tawatur.draft import Draft, Expression
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.places import PlaceReading, resolve_places
from tawatur.records import Entity, Place
from tawatur.text.fold import fold_word

_MEMORY = 60
"""Expressions back that a weak one may mean: about a screenful of news."""
_PLACE_REACH = 3
"""Sentences back that a weak place may reach."""
_PLACE_MEMORY = 12
_PREDICATE_REACH = 4
"""Words between «هي» and the noun that it is said of («وهي ثاني أكبر مدينة»)."""
_AREA_KINDS = frozenset({"adm1", "adm2", "country", "region", "derived"})
_OFFICE_TYPES = frozenset({"office", "person"})


def resolve_references(draft: Draft, kit: Kit) -> Draft:
    """Gives weak expressions the entity or place of what they take up, and draws the areas that lie beside them."""
    resolved: list[Expression] = []
    for expression in draft.expressions:
        resolved.append(_resolved(draft, expression, resolved))
    resolved = [_by_part(expression, resolved) for expression in resolved]
    given = {
        expression.mention: expression.place
        for expression in resolved
        if expression.mention is not None and expression.weak and expression.place is not None
    }
    readings = resolve_places(draft.places, text=draft.report.text, gazetteer=kit.gazetteer, references=given)
    return draft.having(expressions=tuple(_drawn(expression, readings) for expression in resolved))


def _by_part(expression: Expression, resolved: list[Expression]) -> Expression:
    """«مقاتلو التنظيم» means what «التنظيم» in it means."""
    if expression.entity is not None or not expression.means_part:
        return expression
    inside = next(
        (
            part
            for part in resolved
            if part is not expression
            and expression.span[0] <= part.span[0]
            and part.span[1] <= expression.span[1]
            and part.entity is not None
        ),
        None,
    )
    return expression if inside is None else msgspec.structs.replace(expression, entity=inside.entity)


def _drawn(expression: Expression, readings: Sequence[PlaceReading]) -> Expression:
    """An area that is measured from another place, now that the other place is known."""
    if expression.mention is None or expression.weak or expression.same_as is not None:
        return expression
    reading = readings[expression.mention]
    return msgspec.structs.replace(expression, place=reading.place, others=reading.others)


def _resolved(draft: Draft, expression: Expression, before: list[Expression]) -> Expression:
    if expression.sort == "person" and expression.entity is None:
        return _person(expression, before)
    if expression.sort == "place" and (expression.weak or (expression.place is None and not expression.definite)):
        return _place(draft, expression, before)
    if expression.sort == "actor" and expression.weak and expression.entity is None and not expression.members:
        return _actor(draft, expression, before)
    return expression


def _recent(before: list[Expression]) -> Iterator[Expression]:
    return reversed(before[-_MEMORY:])


# Persons


def _person(expression: Expression, before: list[Expression]) -> Expression:
    """A surname takes up the full name; a bare name the one unnamed spokesman who has spoken."""
    names = _name_words(expression)
    for earlier in _recent(before):
        if earlier.sort == "person" and names and names <= _name_words(earlier):
            return msgspec.structs.replace(
                expression,
                entity=earlier.entity,
                speaks_for=expression.speaks_for or earlier.speaks_for,
                body=expression.body or earlier.body,
                members=earlier.members,
            )
    if expression.speaks_for is None and expression.proper:
        offices = [
            earlier
            for earlier in before
            if earlier.type == "office" and earlier.speaks_for is not None and not earlier.proper
        ]
        bodies = {fold_word(earlier.text.split()[-1]) for earlier in offices}
        if offices and len(bodies) == 1:
            office = offices[0]
            return msgspec.structs.replace(expression, speaks_for=office.speaks_for, body=office.body)
    return expression


def _name_words(expression: Expression) -> frozenset[str]:
    """The words of the bare name, folded, without its titles."""
    text = expression.text
    if expression.name is not None:
        text = text[expression.name[0] - expression.span[0] : expression.name[1] - expression.span[0]]
    return frozenset(fold_word(word) for word in text.split())


# Actors


def _actor(draft: Draft, expression: Expression, before: list[Expression]) -> Expression:
    """«التنظيم» is the last organisation so called, «القوات» the last forces; a weak name one of those it may be short for."""
    head = _head_noun(draft, expression)
    wanted = {entity.id for entity in expression.candidates}
    named: list[Entity] = []
    for earlier in _recent(before):
        entity = earlier.entity
        member = next(
            (
                one
                for one in earlier.members
                if one.id in wanted or without_article(fold_word(one.ar.split()[0])) == head
            ),
            None,
        )
        whole = (
            expression.type == earlier.type == "coalition" and earlier.members and _head_noun(draft, earlier) == head
        )
        if whole:
            return _taking(expression, earlier)
        if member is not None and entity is None and (not wanted or member.id in wanted):
            return msgspec.structs.replace(expression, entity=member)
        if earlier.sort != "actor" or (entity is None and not earlier.members):
            continue
        if wanted:
            if entity is not None and entity.id in wanted:
                return _taking(expression, earlier)
        elif _head_noun(draft, earlier) == head or _named_so(earlier, head):
            return _taking(expression, earlier)
        elif entity is not None and entity.type in expression.may_be:
            named.append(entity)
    if not wanted and named and expression.may_be:
        only = {entity.id: entity for entity in named}
        if len(only) == 1:
            return msgspec.structs.replace(expression, entity=named[0])
        return msgspec.structs.replace(expression, candidates=tuple(only.values())[:4])
    return expression


def _taking(expression: Expression, earlier: Expression) -> Expression:
    return msgspec.structs.replace(expression, entity=earlier.entity, members=earlier.members)


def _head_noun(draft: Draft, expression: Expression) -> str:
    return without_article(draft.trees[expression.sentence].folded[expression.head])


def _named_so(expression: Expression, noun: str) -> bool:
    """Whether the neutral name of what is meant begins with the noun: «داعش» is «تنظيم الدولة»."""
    return expression.entity is not None and without_article(fold_word(expression.entity.ar.split()[0])) == noun


# Places


def _place(draft: Draft, expression: Expression, before: list[Expression]) -> Expression:
    """«المدينة» is the town last spoken of, «المحطة» the last station, «البلاد» the country, «البلدين» the last two countries.

    The subject of a clause is spoken of more than what stands in it, and a capital that stands for its government («حليفة دمشق») less.
    """
    head = _head_noun(draft, expression)
    if head in grammar().country_nouns:
        return _countries(expression, before)
    if not expression.definite:
        return _predicate(draft, expression, before)
    best: tuple[float, Expression] | None = None
    candidates = [
        earlier
        for earlier in _recent(before)
        if earlier.sort == "place" and earlier.sentence >= expression.sentence - _PLACE_REACH
    ]
    for rank, earlier in enumerate(candidates[:_PLACE_MEMORY]):
        same_noun = earlier.name is None and _head_noun(draft, earlier) == head
        if not same_noun and (earlier.place is None or not _kind_fits(expression.type, earlier.place)):
            continue
        tree = draft.trees[earlier.sentence]
        score = -0.4 * rank + 1.0 * same_noun
        score += 1.5 * tree.word(earlier.head).deprel.startswith("nsubj")
        score -= 1.5 * (earlier.sentence == expression.sentence and earlier.name is None)
        score -= 1.2 * (
            not tree.prepositions(earlier.head)
            and tree.word(earlier.head).deprel.startswith("nmod")
            and earlier.text == draft.text(earlier.name or (0, 0))
        )
        if best is None or score > best[0]:
            best = (score, earlier)
    if best is None:
        return expression
    return msgspec.structs.replace(expression, place=best[1].place, others=best[1].others, same_as=best[1].span)


def _predicate(draft: Draft, expression: Expression, before: list[Expression]) -> Expression:
    """«الموصل وهي أكبر مدينة»: a predicate of «هو» or «هي» is the place named before the pronoun."""
    tree = draft.trees[expression.sentence]
    first = tree.at(expression.span[0])
    pronoun = next(
        (at for at in range(first - 1, max(-1, first - 1 - _PREDICATE_REACH), -1) if tree.word(at).upos == "PRON"), -1
    )
    if pronoun < 0 or (
        pronoun
        and tree.word(pronoun - 1).span[1] == tree.word(pronoun).span[0]
        and tree.word(pronoun - 1).upos not in ("CCONJ", "PART")
    ):
        return expression
    for earlier in _recent(before):
        if earlier.sort == "place" and earlier.sentence == expression.sentence and earlier.place is not None:
            return msgspec.structs.replace(expression, place=earlier.place, others=earlier.others, same_as=earlier.span)
    return expression


def _kind_fits(kind: str | None, place: Place) -> bool:
    if kind is None:
        return False
    return place.kind == kind or kind == "pronoun" or (kind in ("region", "area") and place.kind in _AREA_KINDS)


def _countries(expression: Expression, before: list[Expression]) -> Expression:
    """The country or two countries that the report last spoke of."""
    seen: dict[str, Place] = {}
    for earlier in _recent(before):
        if earlier.place is not None and earlier.place.kind == "country":
            seen.setdefault(earlier.place.id, earlier.place)
        wanted = 2 if expression.number == "d" else 1
        if len(seen) == wanted:
            break
    places = tuple(seen.values())
    if expression.number == "d":
        return msgspec.structs.replace(expression, others=places)
    return msgspec.structs.replace(expression, place=places[0]) if places else expression
