"""Why a claim is there, in words: rule, lexicon entry, frame, and the quoted evidence for each part."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.cli.bidi import isolated
from tawatur.cli.labels import label
from tawatur.lexicon import load_lexicon
from tawatur.records import Claim, Entity, Link, Quantity, Report, Role, When, Where

_NAME_WIDTH = 15
_OPEN = "…"


def explained(report: Report, claim: Claim, *, lang: str) -> str:
    """Some lines on one claim: a name and what stands for it on each."""

    def named(group: str, key: str) -> str:
        return f"  {label(group, key, lang=lang):<{_NAME_WIDTH}} "

    def lines() -> Iterator[str]:
        kind = load_lexicon().kinds[claim.kind]
        start, end = claim.sentence
        yield f"{label('explain', 'claim', lang=lang)} {claim.id}  {label('explain', 'score', lang=lang)} {claim.score}"
        yield f"{named('heads', 'what')}{isolated(kind.ar if lang == 'ar' else kind.en)} ({kind.id})"
        yield f"{named('explain', 'codes')}PLOVER {kind.plover or '–'}, ACLED {kind.acled or '–'}"
        yield f"{named('heads', 'reality')}{isolated(label('reality', claim.reality, lang=lang))}"
        yield f"{named('explain', 'rule')}{_rule(claim.rule)}"
        yield f"{named('explain', 'sentence')}{_quoted(report.text[start:end])}"
        for role in claim.roles:
            yield f"{named('role', role.role)}{_quoted(role.text)}{_meant(role, lang=lang)}"
        for where in claim.where:
            relation = "" if where.relation == "at" else label("relation", where.relation, lang=lang) + " "
            yield f"{named('heads', 'where')}{relation}{_quoted(where.text)}{_placed(where, lang=lang)}"
        if claim.when:
            yield f"{named('heads', 'when')}{_quoted(claim.when.text)}{_dated(claim.when, lang=lang)}"
        for quantity in claim.quantities:
            yield f"{named('explain', 'counted')}{_quoted(quantity.text)}{_counted(quantity)}"
        for link in claim.chain:
            yield f"{named('heads', 'chain')}{_told(link, lang=lang)}"
        for piece in claim.evidence:
            place = f"{piece.span[0]}-{piece.span[1]}"
            yield f"{named('explain', 'evidence')}{place:<10} {piece.role:<10} {_quoted(piece.quote)}"

    return "\n".join(lines())


def _quoted(text: str) -> str:
    return f"«{isolated(text)}»"


def _rule(rule: str) -> str:
    lexicon = load_lexicon()
    entry = lexicon.triggers.get(rule)
    if entry is None:
        return rule
    return f"{rule}: {_quoted(entry.lemma)}, {entry.gloss}; frame {entry.frame}; in {lexicon.files.origin[rule]}"


def _entity(entity: Entity, *, lang: str) -> str:
    return f"{entity.id} ({isolated((entity.en if lang == 'en' else None) or entity.ar)})"


def _meant(role: Role, *, lang: str) -> str:
    known = " + ".join(_entity(one, lang=lang) for one in role.members or ((role.entity,) if role.entity else ()))
    if known:
        return f" = {known}"
    perhaps = ", ".join(_entity(one, lang=lang) for one in role.candidates)
    return f" ({label('explain', 'maybe', lang=lang)} {perhaps})" if perhaps else ""


def _placed(where: Where, *, lang: str) -> str:
    place = where.place
    if place is None:
        return f" ({label('explain', 'unknown', lang=lang)})"
    return f" = {place.id} {isolated(f'{place.lat:.3f}, {place.lon:.3f} ± {place.radius_m:,.0f} m')}"


def _dated(when: When, *, lang: str) -> str:
    if when.earliest is None and when.latest is None:
        return f" ({label('explain', 'unknown', lang=lang)})"
    return f" = {isolated(f'{when.earliest or _OPEN} – {when.latest or _OPEN}')} ({when.grain}, {when.anchor})"


def _counted(quantity: Quantity) -> str:
    between = (
        "" if quantity.low is None and quantity.high is None else f" = {_number(quantity.low)}–{_number(quantity.high)}"
    )
    return f"{between} {quantity.of or quantity.unit or ''}".rstrip()


def _number(value: float | None) -> str:
    return _OPEN if value is None else f"{value:g}"


def _told(link: Link, *, lang: str) -> str:
    parts = [_quoted(link.text) + (f" = {_entity(link.entity, lang=lang)}" if link.entity else "")]
    for key, value in (("cue", link.cue), ("to", link.audience), ("medium", link.medium)):
        if value:
            parts.append(f"{label('explain', key, lang=lang)} {isolated(value)}")
    return ", ".join(parts)
