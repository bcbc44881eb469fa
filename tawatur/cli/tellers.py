"""Who told it, drawn as trees: the origin, through whom it went, and the reports in which it came out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from tawatur.cli.bidi import clipped
from tawatur.cli.grid import Branch
from tawatur.cli.labels import label
from tawatur.ledger.show_records import Told
from tawatur.merge.own_side import Interest
from tawatur.merge.records import Copy, Origin
from tawatur.merge.tellings import folded

_LONGEST = 60
Way = tuple[tuple[str, ...], ...]
"""From the one after the origin to the report, in parts: names of tellers, the outlet with the report last."""


def tree_of(
    origin: Origin,
    *,
    number: int,
    teller: str,
    claims: Iterable[Told],
    copies: Collection[Copy],
    interest: Interest | None,
    lang: str,
) -> Branch:
    """An origin as the root of what it told; `teller` is its name."""
    own = [one for one in claims if one.origin == origin.id]
    given = {one.report: one.given for one in own}
    ways = dict.fromkeys(_way(one, origin, copied=_copied(one.report, copies, given, lang=lang)) for one in own)
    return Branch(_root(origin, teller, number=number, interest=interest, lang=lang), _under(list(ways)))


def _root(origin: Origin, teller: str, *, number: int, interest: Interest | None, lang: str) -> list[str]:
    voice = "own" if origin.own_voice else "anonymous" if origin.anonymous else "named"
    parts = [str(number), clipped(teller, _LONGEST), label("voice", voice, lang=lang)]
    if origin.side is not None:
        parts.append(f"{label('sheet', 'side', lang=lang)} {origin.side}")
    if interest in ("self-interested", "against own interest"):
        parts.append(label("interest", interest, lang=lang))
    if origin.reasons:
        why = " + ".join(label("joined", reason, lang=lang) for reason in origin.reasons)
        parts.append(f"{label('sheet', 'because', lang=lang)}: {why}")
    return parts


def _way(told: Told, origin: Origin, *, copied: str) -> Way:
    """The last of a chain is the origin itself; where a report names it otherwise, its words stand beside the report."""
    tellers = [clipped(link.text, _LONGEST) for link in told.claim.chain]
    named = f"«{tellers[-1]}»" if tellers and folded(tellers[-1]) != folded(origin.who) else None
    report = tuple(part for part in (told.outlet, told.published, told.given, named, copied) if part)
    return (*((teller,) for teller in reversed(tellers[:-1])), report)


def _copied(report: str, copies: Collection[Copy], given: Mapping[str, str], *, lang: str) -> str:
    """What a report was copied from, where that is known and it is here."""
    for copy in copies:
        if report in (copy.a, copy.b) and copy.first not in (None, report) and copy.first in given:
            return f"{label('sheet', 'copy', lang=lang)} {given[copy.first]}"
    return ""


def _under(ways: Sequence[Way]) -> tuple[Branch, ...]:
    """Ways that begin alike as one branch."""
    by_first: dict[tuple[str, ...], list[Way]] = {}
    for way in ways:
        by_first.setdefault(way[0], []).append(way[1:])
    return tuple(Branch(first, _under([rest for rest in rests if rest])) for first, rests in by_first.items())
