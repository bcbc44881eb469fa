"""What a grown noun phrase means: noun and owner make an entity, as «قوات» and «العراقية» make the Iraqi army."""

from __future__ import annotations

from typing import cast

from tawatur.actors.growth import Growth, Owner
from tawatur.actors.lexicon import NounHit
from tawatur.actors.line import Line
from tawatur.actors.records import Actor, ActorLink, ActorMention, ActorNoun, MentionType
from tawatur.records import Entity, Record, Span


class _Meaning(Record, kw_only=True):
    entities: tuple[Entity, ...] = ()
    same_as_part: bool = False
    organ: str | None = None
    fits: tuple[str, ...] = ()
    candidates: tuple[Entity, ...] = ()


def meant(line: Line, growth: Growth, *, hit: NounHit, head: Span) -> ActorMention:
    """The mention that a noun heads, with all that its phrase tells."""
    noun, lexicon = hit.noun, line.lexicon
    span = (growth.start, line.end(growth.last, growth.start))
    meaning = _meaning(line, growth, hit)
    person = noun.class_ in ("person", "source")
    bodies = tuple(_body(line, owner) for owner in growth.owners)
    entities = () if person else meaning.entities
    owned = [body for body in bodies if body is not None]
    links = growth.links
    known = bool(bodies and bodies[0])
    unlisted = next((part.span for part in growth.parts if part.type == "organisation" and not known), None)
    if not entities and not person and not meaning.same_as_part:
        links = (*links, *(_of(line, owner) for owner in growth.owners))
    return ActorMention(
        span=span,
        head_span=head,
        name_span=growth.name_span or unlisted,
        type=_type(growth, meaning, entities, noun),
        sort="people" if noun.class_ == "people" else "person" if person else "actor",
        entity=entities[0] if len(entities) == 1 else None,
        members=entities if len(entities) > 1 else (),
        parts=growth.parts,
        same_as_part=meaning.same_as_part,
        links=links,
        candidates=meaning.candidates,
        fits=meaning.fits,
        organ=meaning.organ,
        country=tuple(dict.fromkeys(code for body in owned for code in lexicon.countries(body.id))),
        capacity=_capacity(line, owned) if person else None,
        capacity_span=growth.parts[0].span if person and growth.parts else None,
        noun=noun.lemma,
        proper=growth.name_span is not None or unlisted is not None,
        weak=not entities and bool(meaning.fits or meaning.same_as_part),
        nominal=True,
        anonymous=noun.anonymous or noun.class_ == "source",
        loaded=noun.loaded or next((modifier.loaded for modifier in growth.modifiers if modifier.loaded), None),
        gender=hit.gender or noun.gender,
        number=hit.number,
    )


def _type(growth: Growth, meaning: _Meaning, entities: tuple[Entity, ...], noun: ActorNoun) -> MentionType:
    if meaning.same_as_part:
        return growth.parts[0].type
    return cast(MentionType, entities[0].type or noun.type) if len(entities) == 1 else noun.type


def _meaning(line: Line, growth: Growth, hit: NounHit) -> _Meaning:
    noun = hit.noun
    if growth.owners:
        known = [_owned(line, hit, owner) for owner in growth.owners]
        entities = tuple(entity for entity in known if entity is not None)
        if entities:
            return _Meaning(entities=entities)
        first = growth.owners[0].mention
        if first is not None and (first.weak or first.entity is None):
            if noun.organ is not None and ("government" in first.fits or first.organ == "government"):
                return _Meaning(organ=noun.organ, fits=_types(line, noun.organ))
            if noun.members and first.weak:
                return _Meaning(same_as_part=True, candidates=first.candidates)
        return _Meaning()
    if hit.state == "possessed" and noun.organ is not None:
        return _Meaning(organ=noun.organ, fits=_types(line, noun.organ))
    if any(modifier.owner == "state" for modifier in growth.modifiers) and noun.organ is not None:
        return _Meaning(organ=noun.organ, fits=_types(line, noun.organ))
    if any(modifier.owner == "opposition" for modifier in growth.modifiers):
        return _Meaning(organ="opposition", fits=("armed_group", "movement"))
    plain = not growth.modifiers and not growth.links and growth.name_span is None
    if plain and hit.state == "definite" and noun.weak:
        return _Meaning(organ=noun.organ, fits=noun.weak)
    return _Meaning()


def _types(line: Line, organ: str) -> tuple[str, ...]:
    return (line.lexicon.organs[organ].type,)


def _body(line: Line, owner: Owner) -> Entity | None:
    """The known body behind an owner; a capital stands for its government."""
    if owner.actor is not None:
        return line.lexicon.entity(owner.actor)
    mention = owner.mention
    if mention is None:
        return None
    return mention.entity or (mention.candidates[0] if mention.metonym else None)


def _owned(line: Line, hit: NounHit, owner: Owner) -> Entity | None:
    body, noun, lexicon = _body(line, owner), hit.noun, line.lexicon
    if body is None and noun.members and owner.mention is not None and len(owner.mention.candidates) == 1:
        body = owner.mention.candidates[0]
    if body is None:
        return None
    if noun.organ is not None:
        organ = lexicon.organ_of(_state_behind(line, body.id), noun.organ)
        if organ is not None:
            return organ
    if noun.class_ == "media" and body.type in ("agency", "outlet"):
        return body
    if noun.members and body.type not in ("state", "government", "person", "people", "office"):
        return body
    return None


def _state_behind(line: Line, body: str) -> str:
    """The state that a government, or the person who heads it, stands for: «قوات الرئيس هادي» are Yemen's."""
    actors = line.lexicon.actors
    actor = actors.get(body)
    if actor is None:
        return body
    if actor.organ == "government" and actor.of is not None:
        return actor.of
    states = {_headed_state(actors.get(office.of)) for office in actor.office} - {None}
    return next(iter(states)) or body if len(states) == 1 else body


def _headed_state(body: Actor | None) -> str | None:
    if body is None:
        return None
    if body.type == "state":
        return body.id
    return body.of if body.organ in ("presidency", "government") else None


def _of(line: Line, owner: Owner) -> ActorLink:
    body = _body(line, owner)
    return ActorLink(relation="of", entity=body, span=owner.span, text=line.quoted(owner.span))


def _capacity(line: Line, owned: list[Entity]) -> Entity | None:
    if not owned:
        return None
    if owned[0].type == "state":
        return line.lexicon.organ_of(owned[0].id, "government")
    return owned[0]
