"""Names of the gazetteer in a text: the longest match at each word, and whether the words around it let it be a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.places.gazetteer import Gazetteer, importance
from tawatur.places.records import Candidate, Evidence
from tawatur.places.units import NameType, Unit
from tawatur.places.words import ARTICLE, place_words
from tawatur.records import Span

WARS = frozenset(["SY", "IQ", "YE", "LY", "SD", "LB"])
"""Reports are mostly from here, so small towns are met by their bare names."""
ARAB = frozenset(["IL", "EG", "JO", "SA", "KW", "QA", "BH", "OM", "AE", "TN", "DZ", "MA", "MR", "SO", "DJ", "SS"])
KNOWN_WAR = 3.2
KNOWN_PALESTINE = 4.2
KNOWN_ARAB = 6.0
KNOWN_FAR = 7.4
"""Importance from which a bare name that is no common word is taken without other evidence, by country."""
KNOWN_WAR_PLAINLY = 4.2
KNOWN_PLAINLY = 5.5
"""The same where the analyser has read the sentence and saw no name."""
SHORT = 3
"""Letters of names that are too short to be taken so."""


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


def cut_short(match: NameMatch, units: Sequence[Unit]) -> bool:
    """Whether a common word was matched at the start of a longer name of the analyser's: «تل» of «تل زعفران»."""
    last = units[match.stop - 1]
    following = units[match.stop] if match.stop < len(units) else None
    if following is None or last.name != "place" or following.name_span != last.name_span:
        return False
    words = place_words()
    described = following.text in words.tails or following.text in words.directions or following.text in words.demonyms
    return match.key in words.common and not described


def other_name(units: Sequence[Unit]) -> NameType | None:
    """The type of a name of another sort that covers any of these units."""
    return next((unit.name for unit in units if unit.name and unit.name != "place"), None)


def evidence_alone(match: NameMatch, units: Sequence[Unit]) -> Evidence | None:
    """What lets a bare name be a place without any word beside it; None when nothing does."""
    covered = units[match.first : match.stop]
    if cut_short(match, units):
        return None
    if any(unit.name == "place" for unit in covered):
        return "name"
    if any(unit.name == "person" for unit in covered):
        return None
    usable = [c for c in match.candidates if c.grade == "name"]
    if not usable:
        return None
    words = place_words()
    common = match.key in words.common
    if match.key in words.demonyms and match.offset == 0 and match.first > 0:
        before = units[match.first - 1].text
        if before.startswith(ARTICLE) or before in words.nouns:
            return None
    if all(unit.proper for unit in covered) and not common and covered[0].name is None and len(match.key) > SHORT:
        return "proper noun"
    if common or len(match.key) < SHORT:
        return None
    seen_plain = covered[0].analysed and match.stop - match.first == 1
    known = any(importance(c.entry) >= _threshold(c, match, seen_plain=seen_plain) for c in usable)
    return "known" if known else None


def _threshold(candidate: Candidate, match: NameMatch, *, seen_plain: bool) -> float:
    entry = candidate.entry
    if entry.source == "tawatur" or entry.kind == "country":
        return 0.0
    longer = 1.0 if match.stop - match.first > 1 else 0.0
    if entry.country in WARS:
        return KNOWN_WAR_PLAINLY if seen_plain else KNOWN_WAR
    if entry.country == "PS":
        return KNOWN_WAR_PLAINLY if seen_plain else KNOWN_PALESTINE
    if entry.country in ARAB:
        return max(KNOWN_ARAB - 2 * longer, KNOWN_PLAINLY if seen_plain else 0.0)
    return KNOWN_FAR - 2 * longer if len(match.key) > SHORT else 99.0
