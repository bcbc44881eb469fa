"""Mentions headed by a common noun: «القوات العراقية», «مقاتلو التنظيم», «الفصائل المدعومة من إيران», «عشرات المسلحين»."""

from __future__ import annotations

from msgspec.structs import replace

from tawatur.actors.growth import Growth, Inner, grown
from tawatur.actors.lexicon import NounHit
from tawatur.actors.line import Line, Parsed
from tawatur.actors.meaning import meant
from tawatur.actors.records import ActorLink, ActorMention
from tawatur.text.phrases import Found


def headed(line: Line, at: int, *, clitics: bool, inner: Inner, counted: bool = False) -> Parsed | None:
    """The mention that an actor noun heads at a piece, None where it is no actor: «حركة» with nothing to say whose."""
    found = line.lexicon.nouns.longest(line.pieces, at, clitics=clitics)
    if found is None:
        return None
    start = line.pieces[at].start + found.reading.cut
    hit = found.payloads[0]
    if (hit.counted and not counted) or not _heads(line, start, hit, found):
        return None
    growth = grown(line, found.last, start=start, state=hit.state, noun=hit.noun, inner=inner)
    if not counted and not _enough(hit, growth):
        return None
    head = (start, line.pieces[at].end)
    return Parsed(meant(line, growth, hit=hit, head=head), growth.last)


def quantified(line: Line, at: int, *, clitics: bool, inner: Inner) -> Parsed | None:
    """A counted mention: «25 مسلحا», «عشرات المدنيين», «ثلاثة من عناصر التنظيم»."""
    start_and_next = _quantifier(line, at, clitics=clitics)
    if start_and_next is None:
        return None
    start, following = start_and_next
    again = _quantifier(line, following, clitics=False)
    if again is not None:
        following = again[1]
    if line.form(following) in line.lexicon.words.partitives:
        following += 1
    if following in line.breaks:
        return None
    if following >= len(line.pieces):
        return None
    parsed = headed(line, following, clitics=False, inner=inner, counted=True)
    parsed = parsed or nationals(line, following, clitics=False, counted=True)
    if parsed is None:
        return None
    return Parsed(replace(parsed.mention, span=(start, parsed.mention.span[1]), number="p"), parsed.last)


def nationals(line: Line, at: int, *, clitics: bool, counted: bool = False) -> Parsed | None:
    """People named by their state: «الفلسطينيون», «أربعة أتراك», «135 فلسطينيا»."""
    found = line.lexicon.adjectives.longest(line.pieces, at, clitics=clitics)
    if found is None:
        return None
    start = line.pieces[at].start + found.reading.cut
    wanted = ("p", "d", "s") if counted else ("p",)
    hits = [hit for hit in found.payloads if hit.actor and hit.number in wanted and hit.gender == "m"]
    stem = line.stems.get(start)
    if not hits or (stem is not None and (stem.word.deprel == "amod" or not line.is_nominal(start))):
        return None
    actors = tuple(dict.fromkeys(hit.actor for hit in hits if hit.actor is not None))
    span = (start, line.pieces[found.last].end)
    entity = line.lexicon.entity(actors[0]) if len(actors) == 1 else None
    mention = ActorMention(
        span=span,
        head_span=(start, line.pieces[at].end),
        type="people",
        sort="people",
        links=(ActorLink(relation="of", entity=entity, span=span, text=line.quoted(span)),),
        country=tuple(dict.fromkeys(code for actor in actors for code in line.lexicon.countries(actor))),
        nominal=True,
        gender="m",
        number=hits[0].number,
    )
    return Parsed(mention, found.last)


def _quantifier(line: Line, at: int, *, clitics: bool) -> tuple[int, int] | None:
    if at >= len(line.pieces):
        return None
    piece = line.pieces[at]
    if piece.text[0].isdecimal():
        return piece.start, at + 1
    found = line.lexicon.words.quantifiers.longest(line.pieces, at, clitics=clitics)
    return (piece.start + found.reading.cut, found.last + 1) if found is not None else None


def _heads(line: Line, start: int, hit: NounHit, found: Found[NounHit]) -> bool:
    """Whether the word is a noun here and not, say, an adjective after one: «هجوم مسلح»."""
    if not line.is_nominal(start):
        return False
    stem = line.stems.get(start)
    return stem is None or not (stem.word.deprel == "amod" and stem.word.upos == "ADJ" and not hit.noun.fixed)


def _enough(hit: NounHit, growth: Growth) -> bool:
    noun = hit.noun
    owned = bool(growth.owners or growth.links or growth.name_span or growth.modifiers)
    if "article" in noun.needs and hit.state != "definite" and not growth.owners:
        return False
    if "owner" in noun.needs and not owned:
        return bool(noun.weak) and hit.state == "definite"
    return True
