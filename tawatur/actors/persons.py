"""Persons and offices: «الكولونيل ريان ديلون», «المتحدث باسم التحالف», «وزير الخارجية الروسي سيرغي لافروف»."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from tawatur.actors.growth import Inner
from tawatur.actors.line import Line, Parsed
from tawatur.actors.posts import post
from tawatur.actors.records import ActorMention
from tawatur.records import Entity, Span
from tawatur.text.fold import fold_word

SURE = 0.6
"""Score from which a person that only the analyser knows counts without a title; under it half are no persons (ant2018)."""
_GUESSED = 2
"""Words taken for a name after a military rank where nothing was analysed."""


class _Named(NamedTuple):
    span: Span
    last: int
    known: ActorMention | None


def person(line: Line, at: int, *, clitics: bool, inner: Inner) -> Parsed | None:
    """The person or office that begins at a piece, titles and post included."""
    office = post(line, at, clitics=clitics, inner=inner)
    if office is not None:
        return _holder(line, office) or (office if office.mention.proper or _stands_alone(office) else None)
    titled = _titled(line, at, clitics=clitics)
    return titled if titled is not None else _bare(line, at, clitics=clitics)


def _stands_alone(office: Parsed) -> bool:
    mention = office.mention
    known = mention.entity or mention.members or mention.capacity or mention.parts or mention.weak or mention.country
    return bool(known) or mention.span[1] > mention.head_span[1]


def _holder(line: Line, office: Parsed) -> Parsed | None:
    """The post with the name of who holds it."""
    at = office.last + 1
    if line.form(at) in line.lexicon.words.commas:
        at += 1
    following = _after_titles(line, at)
    name = _name(line, following, clitics=False)
    if name is None or at in line.breaks or following in line.breaks:
        return None
    mention = office.mention
    if at > office.last + 1 and not _stands_alone(office):
        return None
    held = replace(
        mention,
        span=(mention.span[0], name.span[1]),
        name_span=name.span,
        type="person",
        entity=_holder_entity(line, name, mention),
        members=(),
        fits=(),
        proper=True,
        weak=False,
        loaded=mention.loaded or (name.known.loaded if name.known is not None else None),
    )
    candidates = name.known.candidates if name.known is not None and held.entity is None else ()
    return Parsed(replace(held, candidates=candidates, weak=bool(candidates)), name.last)


def _holder_entity(line: Line, name: _Named, office: ActorMention) -> Entity | None:
    """Who a name means after a post: a surname alone will do where one of those it may mean is all there is."""
    if name.known is None:
        return None
    if name.known.entity is not None:
        return name.known.entity
    return name.known.candidates[0] if len(name.known.candidates) == 1 else None


def _after_titles(line: Line, at: int) -> int:
    while at < len(line.pieces):
        found = line.lexicon.titles.longest(line.pieces, at, clitics=False)
        if found is None or _name(line, at, clitics=False) is not None:
            return at
        at = found.last + 1
    return at


def _titled(line: Line, at: int, *, clitics: bool) -> Parsed | None:
    found = line.lexicon.titles.longest(line.pieces, at, clitics=clitics)
    if found is None:
        return None
    start = line.pieces[at].start + found.reading.cut
    following = _after_titles(line, found.last + 1)
    if following in line.breaks:
        return None
    name = _name(line, following, clitics=False)
    if name is None and found.payloads[0].rank == "military" and not line.analyses:
        name = _guess(line, following)
    if name is None:
        return None
    entity = name.known.entity if name.known is not None else None
    candidates = name.known.candidates if name.known is not None else ()
    if entity is None and len(candidates) == 1:
        entity = candidates[0]
    return Parsed(
        ActorMention(
            span=(start, name.span[1]),
            head_span=(start, line.pieces[at].end),
            name_span=name.span,
            type="person",
            sort="person",
            entity=entity,
            candidates=() if entity is not None else candidates,
            country=name.known.country if name.known is not None else (),
            proper=True,
            weak=entity is None and bool(candidates),
            loaded=name.known.loaded if name.known is not None else None,
        ),
        name.last,
    )


def _bare(line: Line, at: int, *, clitics: bool) -> Parsed | None:
    name = _name(line, at, clitics=clitics)
    if name is None:
        return None
    if name.known is not None:
        if name.known.weak and not any(line.may_be(entity.id, name.span[0]) for entity in name.known.candidates):
            return None
        return Parsed(replace(name.known, span=name.span, name_span=name.span), name.last)
    if line.names[name.span[0]].score < SURE or _only_adjectives(line, at, name):
        return None
    head = (name.span[0], line.pieces[at].end)
    return Parsed(
        ActorMention(span=name.span, head_span=head, name_span=name.span, type="person", sort="person", proper=True),
        name.last,
    )


def _only_adjectives(line: Line, at: int, name: _Named) -> bool:
    """«جوي روسي» is no person: every word is an adjective of the lexicon."""
    readings = [piece.readings for piece in line.pieces[at + 1 : name.last + 1]]
    first = [reading for reading in line.pieces[at].readings if line.pieces[at].start + reading.cut == name.span[0]]
    return all(any(reading.form in line.lexicon.adjectives for reading in word) for word in (first, *readings))


def _name(line: Line, at: int, *, clitics: bool) -> _Named | None:
    """A person's name at a piece: of the lexicon, or as the analyser saw it."""
    if at >= len(line.pieces):
        return None
    known = _known(line, at, clitics=clitics)
    piece = line.pieces[at]
    for reading in piece.readings if clitics else piece.readings[:1]:
        seen = line.names.get(piece.start + reading.cut)
        if seen is None or seen.type != "person":
            continue
        last = at
        while last + 1 < len(line.pieces) and line.pieces[last + 1].start < seen.span[1]:
            last += 1
        if known is None or known.span[1] < seen.span[1]:
            whole = known if known is not None and known.known is not None and not known.known.weak else None
            return _Named((piece.start + reading.cut, line.pieces[last].end), last, whole.known if whole else None)
    return known


def _known(line: Line, at: int, *, clitics: bool) -> _Named | None:
    found = line.name_at(at, clitics=clitics)
    if found is None:
        return None
    actors = line.lexicon.actors
    hits = [hit for hit in found.payloads if actors[hit.actor].type == "person"]
    if not hits:
        return None
    start = line.pieces[at].start + found.reading.cut
    strong = len(hits) == 1 and hits[0].strength == "strong"
    span = (start, line.pieces[found.last].end)
    named = [hit for hit in hits if hit.actor in line.mentioned] or hits
    entities = tuple(line.lexicon.entity(hit.actor) for hit in named)
    return _Named(
        span,
        found.last,
        ActorMention(
            span=span,
            head_span=(start, line.pieces[at].end),
            name_span=span,
            type="person",
            sort="person",
            entity=entities[0] if strong else None,
            candidates=() if strong else entities,
            country=tuple(dict.fromkeys(code for hit in hits for code in actors[hit.actor].country)),
            proper=True,
            weak=not strong,
            loaded=hits[0].loaded,
        ),
    )


def _guess(line: Line, at: int) -> _Named | None:
    """Up to two words after a rank that are no noun, preposition or definite word."""
    lexicon, last = line.lexicon, at
    article = fold_word(lexicon.article)
    while last < len(line.pieces) and last - at < _GUESSED:
        piece = line.pieces[last]
        form = piece.readings[0].form
        if not piece.text[0].isalpha() or form in lexicon.words.inside or (last == at and form.startswith(article)):
            break
        last += 1
    if last == at:
        return None
    return _Named((line.pieces[at].start, line.pieces[last - 1].end), last - 1, None)
