"""Posts without who holds them: «المتحدث باسم التحالف», «وزير الخارجية الروسي», «الرئيسان الروسي والتركي», «زعيم التنظيم»."""

from __future__ import annotations

from tawatur.actors.growth import Growth, Inner, grown
from tawatur.actors.lexicon import OfficeHit
from tawatur.actors.line import Line, Parsed, cut_off, follows
from tawatur.actors.records import ActorMention
from tawatur.records import Entity
from tawatur.text.fold import fold_word


def post(line: Line, at: int, *, clitics: bool, inner: Inner) -> Parsed | None:
    """The post that begins at a piece with the body it belongs to."""
    found = line.lexicon.offices.longest(line.pieces, at, clitics=clitics)
    if found is None:
        return None
    start = line.pieces[at].start + found.reading.cut
    if not line.is_nominal(start):
        return None
    hit = found.payloads[0]
    growth = grown(line, found.last, start=start, state=hit.state, noun=None, inner=inner)
    body = None if growth.parts else _linked(line, growth.last + 1, hit, inner)
    last = body.last if body is not None else growth.last
    abroad = _posted(line, last + 1)
    span = (start, line.end(abroad if abroad is not None else last, start))
    mention = body.mention if body is not None else growth.parts[0] if growth.parts else None
    return Parsed(
        _mention(line, growth, hit=hit, body=mention, span=span, head=(start, line.pieces[at].end)),
        abroad if abroad is not None else last,
    )


def _linked(line: Line, at: int, hit: OfficeHit, inner: Inner) -> Parsed | None:
    """The body after «باسم» or «ل»."""
    if at >= len(line.pieces) or at in line.breaks:
        return None
    following = follows(line, line.lexicon.words.in_the_name_of, at)
    if following is not None and hit.office.speaks:
        parsed = inner(line, following, clitics=False)
        return parsed if parsed is not None and parsed.mention.sort == "actor" else None
    prepositions = tuple(fold_word(word) for word in hit.office.linked_by)
    cut = cut_off(line, at, prepositions)
    if cut is None:
        return None
    parsed = inner(line, at, clitics=True)
    if parsed is None or parsed.mention.sort != "actor" or parsed.mention.span[0] != line.pieces[at].start + cut:
        return None
    return parsed


def _posted(line: Line, at: int) -> int | None:
    """The last piece of «إلى سوريا» after an envoy or ambassador."""
    following = follows(line, line.lexicon.words.posted_to, at)
    if following is None or at in line.breaks:
        return None
    found = line.name_at(following, clitics=False)
    if found is None or line.lexicon.actors[found.payloads[0].actor].type not in ("state", "igo"):
        return None
    return found.last


def _mention(
    line: Line,
    growth: Growth,
    *,
    hit: OfficeHit,
    body: ActorMention | None,
    span: tuple[int, int],
    head: tuple[int, int],
) -> ActorMention:
    lexicon, office = line.lexicon, hit.office
    states = [owner.actor for owner in growth.owners if owner.actor is not None]
    if body is not None and body.entity is not None and body.entity.type == "state":
        states.append(body.entity.id)
    entities: list[Entity] = []
    if office.organ is not None:
        found = [lexicon.organ_of(state, office.organ) for state in states]
        entities = [entity for entity in found if entity is not None]
    capacity = _capacity(line, hit, states, body)
    known = bool(entities or capacity or body)
    alone = hit.state == "definite" and not known and not growth.modifiers
    return ActorMention(
        span=span,
        head_span=head,
        type="office",
        sort="person",
        entity=entities[0] if len(entities) == 1 else None,
        members=tuple(entities) if len(entities) > 1 else (),
        parts=(body,) if body is not None else (),
        country=tuple(dict.fromkeys(code for state in states for code in lexicon.countries(state))),
        capacity=capacity,
        capacity_span=body.span if body is not None else None,
        office=office.organ,
        noun=office.lemma,
        weak=alone or (not entities and body is not None and body.weak),
        fits=("person", "office") if alone else (),
        nominal=True,
        gender=hit.gender,
        number=hit.number,
    )


def _capacity(line: Line, hit: OfficeHit, states: list[str], body: ActorMention | None) -> Entity | None:
    lexicon = line.lexicon
    if body is not None and (body.entity is None or body.entity.type != "state"):
        return body.entity or (body.candidates[0] if body.metonym else None)
    if not states:
        return None
    organ = lexicon.organs[hit.office.organ].body if hit.office.organ is not None else None
    return lexicon.organ_of(states[0], organ or "government") or lexicon.entity(states[0])
