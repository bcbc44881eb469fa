"""Why a claim is there, in words: rule, lexicon entry, frame, and the quoted evidence for each part."""

from __future__ import annotations

from tawatur.kit import Kit
from tawatur.records import Claim, Report

_ISOLATE, _POP = "\u2068", "\u2069"


def explained(report: Report, claim: Claim, *, kit: Kit, lang: str) -> str:
    """Some lines on one claim."""
    kind = kit.lexicon.kinds[claim.kind]
    entry = kit.lexicon.triggers.get(claim.rule)
    lines = [
        f"claim {claim.id}  score {claim.score}",
        f"  what      {kind.ar if lang == 'ar' else kind.en} ({kind.id}; PLOVER {kind.plover or '-'}, ACLED {kind.acled or '-'})",
        f"  reality   {claim.reality}",
        f"  rule      {claim.rule}"
        + (f", {_quoted(entry.lemma)}, frame {entry.frame}: {entry.gloss}" if entry else ""),
        f"  sentence  {_quoted(report.text[claim.sentence[0] : claim.sentence[1]])}",
    ]
    for role in claim.roles:
        meant = f" = {role.entity.id} ({role.entity.en or role.entity.ar})" if role.entity else ""
        lines.append(f"  {role.role:<9} {_quoted(role.text)}{meant}")
    for place in claim.where:
        where = place.place
        meant = f" = {where.id} {where.lat:.3f}, {where.lon:.3f} ± {where.radius_m:.0f} m" if where else " (unknown)"
        lines.append(f"  where     {place.relation} {_quoted(place.text)}{meant}")
    if claim.when:
        lines.append(
            f"  when      {_quoted(claim.when.text)} = {claim.when.earliest} to {claim.when.latest} by {claim.when.anchor}"
        )
    for link in claim.chain:
        more = "".join(
            f", {name} {_quoted(str(value))}"
            for name, value in (("for", link.capacity), ("to", link.audience), ("by", link.medium))
            if value
        )
        lines.append(f"  said by   {_quoted(link.text)}{more}")
    lines += [
        f"  evidence  {piece.role:<9} {piece.span[0]}-{piece.span[1]} {_quoted(piece.quote)}"
        for piece in claim.evidence
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return f"«{_ISOLATE}{' '.join(text.split())}{_POP}»"
