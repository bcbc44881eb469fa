"""Composites: «الجيش اليمني وحلفاؤه», «كل من الشرطة والجيش من جهة والقبائل من جهة أخرى»."""

from __future__ import annotations

from msgspec.structs import replace

from tawatur.actors.line import Line, Parsed, follows
from tawatur.actors.phrases import phrase_at
from tawatur.actors.records import ActorMention
from tawatur.records import Entity
from tawatur.text.fold import fold_word

_OWN_CLAUSE = ("nsubj", "root", "dislocated", "parataxis")


def composite_at(line: Line, at: int) -> Parsed | None:
    """What begins at a piece: one mention, or all that are joined to it."""
    if not line.begins[at]:
        return None
    opened = line.lexicon.words.each_of.longest(line.pieces, at)
    if opened is not None:
        first = phrase_at(line, opened.last + 1, clitics=False)
        if first is not None:
            start = line.pieces[at].start + opened.reading.cut
            joined = _joined(line, first, forced=True)
            if joined is first:
                return first
            return Parsed(replace(joined.mention, span=(start, joined.mention.span[1])), joined.last)
    first = phrase_at(line, at)
    return _joined(line, first, forced=False) if first is not None else None


def _joined(line: Line, first: Parsed, *, forced: bool) -> Parsed:
    parts, last = [first.mention], first.last
    end = last
    while True:
        after_side = _after_side(line, last)
        following = _conjunct(line, after_side + 1, parts, forced=forced)
        if following is None:
            end = after_side if len(parts) > 1 and after_side > last else last
            break
        parts.append(following.mention)
        last = following.last
    if len(parts) == 1:
        return first
    return Parsed(_composite(line, parts, end), end)


def _after_side(line: Line, last: int) -> int:
    if last + 1 >= len(line.pieces):
        return last
    found = line.lexicon.words.on_a_side.longest(line.pieces, last + 1, clitics=False)
    return found.last if found is not None else last


def _conjunct(line: Line, at: int, parts: list[ActorMention], *, forced: bool) -> Parsed | None:
    if at >= len(line.pieces) or at in line.breaks:
        return None
    joiner = follows(line, line.lexicon.words.joiners, at) if forced else None
    if joiner is not None:
        return phrase_at(line, joiner)
    piece, and_ = line.pieces[at], line.lexicon.words.and_
    cut = next((r.cut for r in piece.readings[1:] if fold_word(piece.text[: r.cut]) == and_), None)
    if cut is None:
        return None
    if fold_word(piece.text[cut:]) in line.lexicon.words.allies:
        return Parsed(_allies((piece.start + cut, piece.end)), at)
    parsed = phrase_at(line, at)
    if parsed is None or parsed.mention.span[0] != piece.start + cut:
        return None
    return parsed if _joins(line, parts, parsed.mention, forced=forced) else None


def _joins(line: Line, parts: list[ActorMention], mention: ActorMention, *, forced: bool) -> bool:
    first = parts[0]
    if forced:
        return True
    if mention.sort != first.sort or first.sort == "person":
        return False
    if any(part.metonym or part.type in ("state", "agency", "outlet") for part in (first, mention)):
        return False
    stem = line.stems.get(mention.head_span[0])
    if stem is None:
        return not line.analyses
    if stem.word.deprel.startswith("conj"):
        head = line.analyses[stem.sentence].words[stem.word.head]
        return first.span[0] <= head.span[0] < parts[-1].span[1]
    return not stem.word.deprel.startswith(_OWN_CLAUSE)


def _allies(span: tuple[int, int]) -> ActorMention:
    return ActorMention(span=span, head_span=span, type="coalition", sort="actor", nominal=True, weak=True, number="p")


def _composite(line: Line, parts: list[ActorMention], end: int) -> ActorMention:
    first = parts[0]
    known = [entity for part in parts for entity in ((part.entity,) if part.entity else part.members)]
    members: tuple[Entity, ...] = tuple(dict.fromkeys(known))
    types = {part.type for part in parts}
    return ActorMention(
        span=(first.span[0], line.pieces[end].end),
        head_span=first.head_span,
        type=first.type if len(types) == 1 else "people" if first.sort == "people" else "coalition",
        sort=first.sort,
        members=members,
        parts=tuple(parts),
        country=tuple(dict.fromkeys(code for part in parts for code in part.country)),
        proper=all(part.proper for part in parts),
        weak=any(part.weak for part in parts),
        nominal=first.nominal,
        anonymous=all(part.anonymous for part in parts),
        loaded=next((part.loaded for part in parts if part.loaded), None),
        gender=first.gender,
        number="p",
    )
