"""The parts of a Reading that are not claims: mentions and attributions in the words of the contract."""

from __future__ import annotations

from tawatur.draft import Draft, Expression
from tawatur.records import Attribution, Mention

_TYPE = {"actor": "actor", "people": "actor", "place": "place", "person": "person", "weapon": "weapon"}


def mentions_of(draft: Draft) -> tuple[Mention, ...]:
    """All expressions, times and quantities, in text order."""
    found = [_mention(expression) for expression in draft.expressions]
    found += [Mention(span=when.span, text=when.text, type="time", when=when) for when in draft.times]
    found += [Mention(span=one.span, text=one.text, type="quantity", quantity=one) for one in draft.quantities]
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.type)))


def _mention(expression: Expression) -> Mention:
    return Mention(
        span=expression.span,
        text=expression.text,
        type=_TYPE[expression.sort],  # type: ignore[arg-type]
        entity=expression.entity,
        place=expression.place,
        candidates=expression.candidates if expression.entity is None else (),
    )


def attributions_of(draft: Draft) -> tuple[Attribution, ...]:
    """Each act of saying whose teller is known, with the chain from the nearest teller down to the origin."""
    found: list[Attribution] = []
    for said in draft.said:
        if said.speaker is None and said.teller is None:
            continue
        outer = [
            other
            for other in draft.inside(said.sentence).said
            if other is not said and any(start <= said.cue[0] < end for start, end in other.content)
        ]
        outer.sort(key=lambda other: other.content[0][0] - other.content[-1][1])
        chain = tuple(link for one in (*outer, said) for link in (one.link, *one.sources))
        found.append(Attribution(cue=said.cue, speaker=said.speaker, content=said.content, mode=said.mode, chain=chain))
    return tuple(found)
