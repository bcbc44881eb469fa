"""Mentions that are names of the lexicon, with the adjectives and complements that go with a name."""

from __future__ import annotations

from msgspec.structs import replace

from tawatur.actors.lexicon import NameHit
from tawatur.actors.line import Line, Parsed
from tawatur.actors.records import ActorMention
from tawatur.records import Entity
from tawatur.text.phrases import Found

SURE = 0.8
"""Score from which an organisation that only the analyser knows counts; lower ones are often parts of names (ant2018)."""
_RANK = {"strong": 0, "weak": 1, "bracketed": 2, "capital": 3}


def named(line: Line, at: int, *, clitics: bool = True) -> Parsed | None:
    """The listed name that begins at a piece: «الجيش السوري», «"داعش"», «حزب الله اللبناني»."""
    found = line.name_at(at, clitics=clitics)
    if found is None:
        return None
    start = line.pieces[at].start + found.reading.cut
    if found.last == at and not line.is_nominal(start):
        return None
    hits = [hit for hit in found.payloads if hit.strength != "bracketed" or _bracketed(line, at, found)]
    hits = [hit for hit in hits if hit.strength != "weak" or not _is_adjective_here(line, at, found, hit)]
    hits = [hit for hit in hits if line.lexicon.actors[hit.actor].type != "person"]
    if not hits:
        return None
    best = min(_RANK[hit.strength] for hit in hits)
    mention = _mention(line, at, found, [hit for hit in hits if _RANK[hit.strength] == best])
    return _with_adjectives(line, Parsed(mention, found.last))


def _mention(line: Line, at: int, found: Found[NameHit], hits: list[NameHit]) -> ActorMention:
    lexicon = line.lexicon
    start = line.pieces[at].start + found.reading.cut
    span = (start, line.end(found.last, start))
    strong = hits[0].strength in ("strong", "bracketed") and len(hits) == 1
    metonym = hits[0].strength == "capital"
    meant = tuple(dict.fromkeys(_meant(line, hit, metonym=metonym) for hit in hits))
    first = lexicon.actors[hits[0].actor]
    return ActorMention(
        span=span,
        head_span=(start, line.pieces[at].end),
        name_span=span,
        type="government" if metonym else first.type,
        sort="people" if first.type == "people" else "actor",
        entity=meant[0] if strong else None,
        candidates=() if strong else meant,
        country=tuple(dict.fromkeys(code for hit in hits for code in lexicon.countries(hit.actor))),
        proper=True,
        weak=not strong,
        metonym=metonym,
        loaded=hits[0].loaded,
    )


def _meant(line: Line, hit: NameHit, *, metonym: bool) -> Entity:
    if metonym:
        government = line.lexicon.organ_of(hit.actor, "government")
        if government is not None:
            return government
    return line.lexicon.entity(hit.actor)


def _bracketed(line: Line, at: int, found: Found[NameHit]) -> bool:
    """Whether a name stands alone in brackets or marks, or after a slash: «(واس)», «دمشق/سانا»."""
    opening = line.lexicon.words.opening
    before = line.pieces[at - 1] if at else None
    return before is not None and (before.mark or before.text in opening) and found.reading.cut == 0


def _is_adjective_here(line: Line, at: int, found: Found[NameHit], hit: NameHit) -> bool:
    """«طائرة سورية»: a name that is also an adjective form, after a noun."""
    if found.last != at or line.lexicon.actors[hit.actor].type != "state":
        return False
    upos = line.upos(line.pieces[at].start + found.reading.cut)
    if upos is not None:
        return upos == "ADJ"
    form = found.reading.form
    return form in line.lexicon.adjectives and found.reading.cut == 0 and at > 0 and line.pieces[at - 1].text.isalpha()


def _with_adjectives(line: Line, parsed: Parsed) -> Parsed:
    """Takes in an adjective of the name's own country, or one that only judges: «طالبان الأفغانية»."""
    mention, last = parsed
    if mention.type == "state" or mention.metonym:
        return parsed
    following = line.after(last, mention.span[0])
    if following >= len(line.pieces) or following in line.breaks:
        return parsed
    found = line.lexicon.adjectives.longest(line.pieces, following, clitics=False)
    if found is None:
        return parsed
    for hit in found.payloads:
        if hit.state != "definite":
            continue
        own = hit.actor is not None and set(line.lexicon.countries(hit.actor)) & set(mention.country)
        judged = hit.modifier.loaded if hit.modifier is not None else None
        if own or judged:
            span = (mention.span[0], line.pieces[found.last].end)
            return Parsed(replace(mention, span=span, loaded=mention.loaded or judged), found.last)
    return parsed


def organisation(line: Line, at: int, *, clitics: bool = True) -> Parsed | None:
    """A body of which only the name is known, as the analyser saw it."""
    piece = line.pieces[at]
    for reading in piece.readings if clitics else piece.readings[:1]:
        start = piece.start + reading.cut
        seen = line.names.get(start)
        if (
            seen is None
            or seen.type != "organisation"
            or reading.form in line.lexicon.nouns
            or seen.score < SURE
            or line.upos(start) != "PROPN"
        ):
            continue
        last = at
        while last + 1 < len(line.pieces) and line.pieces[last + 1].start < seen.span[1]:
            last += 1
        span = (start, line.pieces[last].end)
        mention = ActorMention(
            span=span, head_span=(start, piece.end), name_span=span, type="organisation", sort="actor", proper=True
        )
        return Parsed(mention, last)
    return None
