"""Names of the gazetteer in a text: the longest match at each word, and whether the words around it let it be a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.places.gazetteer import Gazetteer, importance
from tawatur.places.records import Candidate, Evidence
from tawatur.places.units import Unit
from tawatur.places.words import place_words
from tawatur.records import Span

KNOWN = 4.9
"""Importance from which a name is taken without any other evidence: countries, towns of some 90,000, rows of ours that
are no common word. Set on the looked-at half of training/labels/places.jsonl."""
KNOWN_WORDS = 3.9
"""The same for names of two words or more, which are seldom anything else."""


class NameMatch(NamedTuple):
    """A run of words that the gazetteer has as a name."""

    first: int
    """Index of its first unit."""
    stop: int
    """Index after its last unit."""
    span: Span
    offset: int
    """Letters of the first token before the name."""
    key: str
    """The folded name."""
    candidates: tuple[Candidate, ...]


def match_at(units: Sequence[Unit], first: int, *, gazetteer: Gazetteer) -> NameMatch | None:
    """The longest name that begins in this unit; among equal lengths the reading with fewer proclitics."""
    best: NameMatch | None = None
    for stem in units[first].stems:
        reach = gazetteer.longest(stem.text)
        words = [stem.text]
        found: tuple[int, str] | None = None
        for stop in range(first + 1, min(first + max(reach, 1), len(units)) + 1):
            if stop > first + 1:
                following = units[stop - 1]
                if not following.stems:
                    break
                words.append(following.text)
            key = " ".join(words)
            if reach and gazetteer.candidates(key):
                found = (stop, key)
        if found and (best is None or found[0] > best.stop or _agrees(units[first], stem.offset, best)):
            stop, key = found
            start = units[first].span[0] + stem.offset
            span = (start, units[stop - 1].span[1])
            best = NameMatch(first, stop, span, stem.offset, key, gazetteer.candidates(key))
    return best


def _agrees(unit: Unit, offset: int, best: NameMatch) -> bool:
    """A shorter reading wins only when nothing good bears the longer one."""
    return all(candidate.grade != "name" for candidate in best.candidates) and offset > best.offset


def evidence_alone(match: NameMatch, units: Sequence[Unit]) -> Evidence | None:
    """What lets a bare name be a place without any word beside it; None when nothing does."""
    covered = units[match.first : match.stop]
    if any(unit.name == "place" for unit in covered):
        return "name"
    if any(unit.name == "person" for unit in covered):
        return None
    usable = [c for c in match.candidates if c.grade == "name"]
    if not usable:
        return None
    common = match.key in place_words().common
    if all(unit.proper for unit in covered) and covered[0].name is None and len(match.key) > 3:
        return "proper noun"
    if common or len(match.key) < 3:
        return None
    weight = max(importance(candidate.entry) for candidate in usable)
    return "known" if weight >= (KNOWN_WORDS if match.stop - match.first > 1 else KNOWN) else None
