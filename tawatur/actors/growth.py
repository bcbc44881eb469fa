"""How far a noun phrase goes and what it names on the way: adjectives, a genitive, a quoted name, complements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from tawatur.actors.inflect import State
from tawatur.actors.lexicon import AdjectiveHit
from tawatur.actors.line import Line, Parsed, cut_off, follows
from tawatur.actors.records import ActorLink, ActorMention, ActorNoun, Modifier, Relation
from tawatur.records import Record, Span
from tawatur.text.fold import fold_word

_LONGEST_QUOTED = 4
"""Words in a quoted name; a longer quotation is speech."""

_GROWING = ("NOUN", "PROPN", "ADJ", "X")
_DEPENDENT = ("amod", "nmod", "flat", "compound")


class Inner(Protocol):
    """The parser of a mention inside another."""

    def __call__(self, line: Line, at: int, *, clitics: bool = True) -> Parsed | None:
        """The mention that begins at a piece."""
        ...


class Owner(Record, kw_only=True):
    """Whose a noun is: by an adjective («العراقية») or by a mention («قوات حزب الله»)."""

    span: Span
    actor: str | None = None
    mention: ActorMention | None = None


class Growth(Record, kw_only=True):
    """A noun phrase so far."""

    start: int
    last: int
    agree: State
    owners: tuple[Owner, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    links: tuple[ActorLink, ...] = ()
    parts: tuple[ActorMention, ...] = ()
    name_span: Span | None = None
    genitive: bool = False
    """A genitive may still follow."""


@dataclass(frozen=True, kw_only=True)
class _Field:
    line: Line
    noun: ActorNoun | None
    inner: Inner


def grown(line: Line, last: int, *, start: int, state: State, noun: ActorNoun | None, inner: Inner) -> Growth:
    """The phrase of a noun that ends in piece `last`, taken as far as it goes; relative clauses stay outside."""
    field = _Field(line=line, noun=noun, inner=inner)
    growth = Growth(start=start, last=last, agree=state, genitive=state == "indefinite")
    while True:
        following = line.after(growth.last, growth.start)
        if following >= len(line.pieces) or following in line.breaks:
            return growth
        for step in _STEPS:
            further = step(field, growth, following)
            if further is not None:
                growth = further
                break
        else:
            return growth


def _adjective(field: _Field, growth: Growth, at: int) -> Growth | None:
    line = field.line
    wanted = "definite" if growth.agree in ("definite", "possessed") else "indefinite"
    found = line.lexicon.adjectives.longest(line.pieces, at, clitics=False)
    if found is None:
        return None
    hits = [hit for hit in found.payloads if hit.state == wanted]
    if not hits:
        return None
    agreed = replace(growth, last=found.last, genitive=False)
    actors = tuple(dict.fromkeys(hit.actor for hit in hits if hit.actor is not None))
    if actors:
        owner = Owner(actor=actors[0], span=(line.pieces[at].start, line.pieces[found.last].end))
        return replace(agreed, owners=(*growth.owners, owner) if len(actors) == 1 else growth.owners)
    modifier = next(hit.modifier for hit in hits if hit.modifier is not None)
    agreed = replace(agreed, modifiers=(*growth.modifiers, modifier))
    if modifier.prep and modifier.relation is not None:
        linked = _complement(field, agreed, found.last + 1, modifier)
        if linked is not None:
            return linked
    return agreed


def _complement(field: _Field, growth: Growth, at: int, modifier: Modifier) -> Growth | None:
    """What «المدعومة من», «الموالية ل» govern."""
    line = field.line
    if at >= len(line.pieces) or at in line.breaks or modifier.relation is None:
        return None
    prepositions = tuple(fold_word(prep) for prep in modifier.prep)
    cut = cut_off(line, at, prepositions) or 0
    if line.form(at) in prepositions:
        at, cut = at + 1, 0
    elif not cut:
        return None
    if at >= len(line.pieces):
        return None
    return _linked(field, growth, at, start=line.pieces[at].start + cut, relation=modifier.relation)


def _linked(field: _Field, growth: Growth, at: int, *, start: int, relation: Relation) -> Growth | None:
    line = field.line
    parsed = field.inner(line, at, clitics=start != line.pieces[at].start)
    if parsed is None or parsed.mention.span[0] != start:
        if not line.pieces[at].text[0].isalpha() or not line.is_nominal(start):
            return None
        span = (start, line.pieces[at].end)
        link = ActorLink(relation=relation, entity=None, span=span, text=line.quoted(span))
        return replace(growth, last=at, links=(*growth.links, link))
    mention = parsed.mention
    entity = mention.entity or (mention.candidates[0] if mention.metonym else None)
    link = ActorLink(relation=relation, entity=entity, span=mention.span, text=line.quoted(mention.span))
    return replace(growth, last=parsed.last, links=(*growth.links, link), parts=(*growth.parts, mention))


def _joined_adjective(field: _Field, growth: Growth, at: int) -> Growth | None:
    """«السورية والعراقية»: a second owner joined by «و» to the first."""
    if not growth.owners or growth.owners[-1].actor is None:
        return None
    line, and_ = field.line, field.line.lexicon.words.and_
    wanted = "definite" if growth.agree in ("definite", "possessed") else "indefinite"
    for found in line.lexicon.adjectives.all_at(line.pieces, at):
        if fold_word(line.pieces[at].text[: found.reading.cut]) != and_:
            continue
        hits: list[AdjectiveHit] = [hit for hit in found.payloads if hit.state == wanted and hit.actor is not None]
        if hits:
            span = (line.pieces[at].start + found.reading.cut, line.pieces[found.last].end)
            return replace(growth, last=found.last, owners=(*growth.owners, Owner(actor=hits[0].actor, span=span)))
    return None


def _genitive(field: _Field, growth: Growth, at: int) -> Growth | None:
    if not growth.genitive:
        return None
    line = field.line
    opened = line.pieces[at].mark
    parsed = field.inner(line, at + 1 if opened else at, clitics=False)
    if parsed is None:
        return None
    mention = parsed.mention
    last = parsed.last
    if opened:
        if last + 1 >= len(line.pieces) or not line.pieces[last + 1].mark:
            return None
        last += 1
    definite = mention.proper or line.text[mention.head_span[0] :].startswith(line.lexicon.article)
    return replace(
        growth,
        last=last,
        genitive=False,
        agree="definite" if definite else "indefinite",
        owners=(*growth.owners, Owner(mention=mention, span=mention.span)),
        parts=(*growth.parts, mention),
    )


def _quoted_name(field: _Field, growth: Growth, at: int) -> Growth | None:
    """A name that the lexicon does not know, in quotation marks: «جماعة "…"»."""
    line = field.line
    bodies = field.noun is not None and field.noun.class_ in ("force", "group", "media")
    mark = line.pieces[at]
    opens = mark.mark and line.text[mark.start - 1].isspace() and line.text[mark.end : mark.end + 1].isalpha()
    if not bodies or growth.name_span is not None or growth.owners or not opens or growth.agree == "definite":
        return None
    for closing in range(at + 2, min(at + 2 + _LONGEST_QUOTED, len(line.pieces))):
        if closing in line.breaks or not (line.pieces[closing].mark or line.pieces[closing].text[0].isalnum()):
            return None
        if line.pieces[closing].mark:
            span = (line.pieces[at].end, line.pieces[closing].start)
            return replace(growth, last=closing, name_span=span, genitive=False)
    return None


def _led_by(field: _Field, growth: Growth, at: int) -> Growth | None:
    following = follows(field.line, field.line.lexicon.words.led_by, at)
    if following is None or following >= len(field.line.pieces):
        return None
    return _linked(field, growth, following, start=field.line.pieces[following].start, relation="led_by")


def _inside(field: _Field, growth: Growth, at: int) -> Growth | None:
    """The body of a teller or member: «مصدر في الجيش», «عناصر من تنظيم الدولة»."""
    line, noun = field.line, field.noun
    if noun is None or not (noun.members or noun.body or noun.class_ == "source") or growth.parts:
        return None
    if noun.members and growth.agree == "definite":
        return None
    words = line.lexicon.words.inside if noun.body or noun.class_ == "source" else line.lexicon.words.partitives
    cut = cut_off(line, at, tuple(words)) or 0
    if line.form(at) in words:
        at, cut = at + 1, 0
    elif not cut:
        return None
    if at >= len(line.pieces):
        return None
    parsed = field.inner(line, at, clitics=cut > 0)
    if parsed is None or parsed.mention.span[0] != line.pieces[at].start + cut:
        return None
    mention = parsed.mention
    if mention.sort != "actor" or mention.type == "state" or mention.metonym:
        return None
    return replace(
        growth,
        last=parsed.last,
        genitive=False,
        owners=(*growth.owners, Owner(mention=mention, span=mention.span)),
        parts=(*growth.parts, mention),
    )


def _for_body(field: _Field, growth: Growth, at: int) -> Growth | None:
    """The body of a media arm after «ل»: «الإعلام الحربي لحزب الله»."""
    line, noun = field.line, field.noun
    cut = cut_off(line, at, line.lexicon.words.for_the)
    if noun is None or noun.type != "media_arm" or growth.owners or cut is None:
        return None
    parsed = field.inner(line, at, clitics=True)
    if parsed is None or parsed.mention.span[0] != line.pieces[at].start + cut or parsed.mention.sort != "actor":
        return None
    owner = Owner(mention=parsed.mention, span=parsed.mention.span)
    return replace(growth, last=parsed.last, genitive=False, owners=(owner,), parts=(parsed.mention,))


def _by_tree(field: _Field, growth: Growth, at: int) -> Growth | None:
    """The next word where the tree hangs it on the phrase as an adjective, a genitive or a part of a name."""
    line = field.line
    stem = line.stems.get(line.pieces[at].start)
    if stem is None or stem.word.upos not in _GROWING or not stem.word.deprel.startswith(_DEPENDENT):
        return None
    words = line.analyses[stem.sentence].words
    if stem.word.head < 0 or at - growth.last > 1:
        return None
    head, governed = (
        words[stem.word.head],
        any(word.head == stem.at and word.deprel.startswith("case") for word in words[max(0, stem.at - 2) : stem.at]),
    )
    joined = line.name_at(at, clitics=True)
    if (joined is not None and joined.reading.cut) or follows(line, line.lexicon.words.in_the_name_of, at) is not None:
        return None
    if governed or not growth.start <= head.span[0] < line.pieces[growth.last].end:
        return None
    return replace(growth, last=at, genitive=False)


_STEPS: tuple[Callable[[_Field, Growth, int], Growth | None], ...] = (
    _adjective,
    _genitive,
    _joined_adjective,
    _quoted_name,
    _led_by,
    _inside,
    _for_body,
    _by_tree,
)
