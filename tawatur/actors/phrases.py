"""One mention at one place of the text: the longest of a name, a noun with what hangs on it, and a titled person."""

from __future__ import annotations

from tawatur.actors.headed import headed, nationals, quantified
from tawatur.actors.line import Line, Parsed
from tawatur.actors.named import named, organisation
from tawatur.actors.persons import person


def phrase_at(line: Line, at: int, *, clitics: bool = True) -> Parsed | None:
    """The mention that begins at a piece; without `clitics` only if nothing is joined before it."""
    if at >= len(line.pieces) or not line.begins[at]:
        return None
    found = [
        parsed
        for parsed in (
            person(line, at, clitics=clitics, inner=phrase_at),
            named(line, at, clitics=clitics),
            headed(line, at, clitics=clitics, inner=phrase_at),
            nationals(line, at, clitics=clitics),
            quantified(line, at, clitics=clitics, inner=phrase_at),
        )
        if parsed is not None
    ]
    return max(found, key=_worth) if found else organisation(line, at, clitics=clitics)


def _worth(parsed: Parsed) -> tuple[bool, int, bool, bool, bool]:
    mention = parsed.mention
    return (
        mention.proper and mention.entity is not None,
        mention.span[1] - mention.span[0],
        mention.entity is not None or bool(mention.members),
        bool(mention.candidates),
        not mention.weak,
    )
