"""Find the expressions of a report: actors, persons, people, places and weapons, each with the words that name it.

Where an actor's name and a place's overlap, the longer wins («إعلام دير الزور» is no place); a state's name alone is a place after a
preposition of place and in a genitive («شمال سوريا»), an actor where it acts («أعلنت روسيا»).
"""

from __future__ import annotations

from typing import Literal

from tawatur.actors import ActorMention, find_actors
from tawatur.analyser.records import Word
from tawatur.draft import Draft, Expression
from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.places import PlaceReading, find_places, resolve_places
from tawatur.records import Span
from tawatur.text.fold import fold_word
from tawatur.tree import Tree

_STATES = frozenset({"state"})
_SHORTEST = 4
"""Letters of a single word that is a place again without a sign: shorter names are ordinary words too often."""
_ACTING = frozenset({"nsubj", "nsubj:pass", "iobj"})


def find_mentions(draft: Draft, kit: Kit) -> Draft:
    """Adds expressions, in text order."""
    text = draft.report.text
    actors = find_actors(text, analyses=draft.analyses, lexicon=kit.actors)
    mentions = find_places(text, analyses=draft.analyses, gazetteer=kit.gazetteer)
    places = resolve_places(mentions, text=text, gazetteer=kit.gazetteer)
    places_in: dict[int, list[PlaceReading]] = {}
    for place in places:
        places_in.setdefault(draft.sentence_at(place.mention.span[0]), []).append(place)
    found: list[Expression] = []
    for actor in (part for whole in actors for part in _with_parts(whole)):
        expression = _of_actor(draft, actor)
        if expression is not None and not _is_place_after_all(
            draft, actor, expression, places_in.get(expression.sentence, [])
        ):
            found.append(expression)
    actors_in: dict[int, list[Expression]] = {}
    for expression in found:
        actors_in.setdefault(expression.sentence, []).append(expression)
    for index, place in enumerate(places):
        expression = _of_place(draft, place, index)
        if expression is None or any(
            _overlap(expression.span, when.span)
            for when in draft.inside(expression.sentence).times
            if when.grain != "period"
        ):
            continue
        if not any(_loses_to(expression, actor) for actor in actors_in.get(expression.sentence, ())):
            found.append(expression)
    found.extend(_again(draft, found))
    found.extend(_weapons(draft, kit, found))
    found.sort(key=lambda expression: (expression.span[0], -expression.span[1]))
    return draft.having(expressions=tuple(found), places=mentions)


def _with_parts(actor: ActorMention) -> tuple[ActorMention, ...]:
    """An actor and the bodies named inside it («متحدث باسم التحالف»), but not the members of a composite, which stay one."""
    return (actor,) if actor.members else (actor, *(part for part in actor.parts if part.span != actor.span))


def _headed(draft: Draft, span: Span, *, by: Span) -> tuple[int, int] | None:
    """The sentence of a mention and the head word of a span of it; None where the analyser has no word there."""
    sentence = draft.sentence_at(span[0])
    head = draft.trees[sentence].head_of(by) if sentence >= 0 else -1
    return (sentence, head) if head >= 0 else None


def _of_actor(draft: Draft, actor: ActorMention) -> Expression | None:
    found = _headed(draft, actor.span, by=actor.head_span)
    if found is None:
        return None
    sentence, head = found
    tree = draft.trees[sentence]
    word = tree.word(head)
    return Expression(
        sentence=sentence,
        head=head,
        span=_readable(draft, actor.span),
        text=draft.text(_readable(draft, actor.span)),
        sort=actor.sort,
        type=actor.type,
        entity=actor.entity,
        members=actor.members,
        name=actor.name_span,
        proper=actor.proper,
        weak=actor.weak,
        anonymous=actor.anonymous,
        gender=actor.gender or _gender(tree.folded[head], word),
        number=actor.number or word.number,
        candidates=actor.candidates,
        may_be=actor.fits,
        speaks_for=actor.capacity_span,
        body=actor.capacity,
        composite=len(actor.members) > 1 or (actor.type == "coalition" and len(actor.parts) > 1),
        means_part=actor.same_as_part,
    )


def _gender(form: str, word: Word) -> Literal["m", "f"] | None:
    """The gender of a noun: feminine with «ة», whatever the analyser says."""
    return "f" if form.endswith(grammar().feminine_ending) else word.gender


def _of_place(draft: Draft, reading: PlaceReading, index: int) -> Expression | None:
    mention = reading.mention
    found = _headed(draft, mention.span, by=mention.span)
    if found is None:
        return None
    sentence, head = found
    word = draft.trees[sentence].word(head)
    return Expression(
        sentence=sentence,
        head=head,
        span=_readable(draft, mention.span),
        text=draft.text(_readable(draft, mention.span)),
        sort="place",
        type=mention.kind or (reading.place.kind if reading.place else None),
        place=reading.place,
        others=reading.others,
        name=mention.name_span,
        proper=mention.name_span is not None,
        weak=mention.nominal,
        definite=mention.definite,
        mention=index,
        gender=word.gender,
        number=mention.number,
    )


def _readable(draft: Draft, span: Span) -> Span:
    """«للجيش» whole: without its first letter the article could not be read."""
    text = draft.report.text
    return (span[0] - 1, span[1]) if text[max(0, span[0] - 1) : span[0] + 1] == grammar().doubled_lam else span


def _is_place_after_all(draft: Draft, actor: ActorMention, expression: Expression, places: list[PlaceReading]) -> bool:
    """Whether a state's bare name stands where a place stands."""
    if not (actor.type in _STATES or actor.metonym) or not any(
        _overlap(actor.span, place.mention.span) for place in places
    ):
        return False
    tree = draft.trees[expression.sentence]
    word = tree.word(expression.head)
    if expression.head > 0 and tree.word(expression.head - 1).upos == "VERB" and not tree.prepositions(expression.head):
        return False
    if any(place.mention.span != actor.span and _inside(actor.span, place.mention.span) for place in places):
        return True
    prepositions = tree.prepositions(expression.head)
    if prepositions:
        return prepositions[-1] in grammar().relation and not _is_hearer(prepositions)
    if word.deprel.split(":")[0] == "conj":
        return _conjunct_is_place(tree, expression.head)
    return word.deprel not in _ACTING


def _is_hearer(prepositions: tuple[str, ...]) -> bool:
    return " ".join(prepositions) in grammar().agent


def _conjunct_is_place(tree: Tree, index: int) -> bool:
    first = tree.conjuncts(index)[0]
    if first == index:
        return True
    prepositions = tree.prepositions(first)
    return prepositions[-1] in grammar().relation if prepositions else tree.word(first).deprel not in _ACTING


def _loses_to(place: Expression, actor: Expression) -> bool:
    """A place inside an actor's own words, or crossing them, or the same words, is no place of its own."""
    if not _overlap(place.span, actor.span):
        return False
    if _inside(actor.span, place.span) and actor.span != place.span:
        return False
    return _inside(place.span, actor.name or actor.span) or not _inside(place.span, actor.span)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _spans_in(found: list[Expression]) -> dict[int, list[Span]]:
    """The spans of expressions by sentence."""
    spans: dict[int, list[Span]] = {}
    for expression in found:
        spans.setdefault(expression.sentence, []).append(expression.span)
    return spans


def _again(draft: Draft, found: list[Expression]) -> list[Expression]:
    """A place named once in the report is the same place wherever its name comes again, also where no sign shows it."""
    known = {
        tuple(fold_word(word) for word in draft.text(one.name).split()): one
        for one in found
        if one.sort == "place" and one.name is not None and one.place is not None
    }
    longest = max(map(len, known), default=0)
    more: list[Expression] = []
    spans = _spans_in(found)
    for number, tree in enumerate(draft.trees):
        taken = spans.get(number, [])
        for index, word in enumerate(tree.words):
            if word.upos not in ("NOUN", "PROPN", "X", "ADJ") or any(_overlap(word.span, span) for span in taken):
                continue
            for length in range(min(longest, len(tree) - index), 0, -1):
                first = known.get(tree.folded[index : index + length])
                if first is not None and not (length == 1 and len(tree.folded[index]) < _SHORTEST):
                    span = (word.span[0], tree.word(index + length - 1).span[1])
                    more.append(
                        Expression(
                            sentence=number,
                            head=index,
                            span=_readable(draft, span),
                            text=draft.text(_readable(draft, span)),
                            sort="place",
                            type=first.type,
                            place=first.place,
                            others=first.others,
                            name=span,
                            proper=True,
                            gender=first.gender,
                            number=first.number,
                        )
                    )
                    taken.append(span)
                    break
    return more


def _weapons(draft: Draft, kit: Kit, found: list[Expression]) -> list[Expression]:
    """Weapons by their nouns: «صواريخ», «سيارة مفخخة», «قذيفة هاون»."""
    weapons: list[Expression] = []
    spans = _spans_in(found)
    for number, tree in enumerate(draft.trees):
        taken = spans.get(number, [])
        for index, word in enumerate(tree.words):
            if word.upos not in ("NOUN", "X", "ADJ") or any(_inside(word.span, span) for span in taken):
                continue
            after = index + 1 if index + 1 < len(tree) else index
            for form in dict.fromkeys((tree.folded[index], without_article(tree.folded[index]))):
                match = next(
                    (
                        one
                        for one in kit.lexicon.nouns_by_form(form)
                        if one.noun.type == "weapon"
                        and (not one.noun.with_ or without_article(tree.folded[after]) in one.noun.with_)
                    ),
                    None,
                )
                if match is not None:
                    span = (word.span[0], tree.word(after).span[1] if match.noun.with_ else word.span[1])
                    weapons.append(
                        Expression(
                            sentence=number,
                            head=index,
                            span=span,
                            text=draft.text(span),
                            sort="weapon",
                            type=match.noun.id,
                            gender=word.gender,
                            number=word.number,
                        )
                    )
                    break
    return weapons
