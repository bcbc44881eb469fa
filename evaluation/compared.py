"""One article as read beside its gold: claims paired, and whether each field says the same.

A field is right when:
* actor, target: some span overlaps one of the gold, or has the same words («العبادي» for «حيدر العبادي»); or both are empty;
* where: some point lies within max(25 km, the gold's radius) of a place of the gold; or both are empty;
* when: the first and last days are the same (`when`), or the intervals meet (`when_meets`); or both are empty;
* reality: it is the gold's or one that it also takes (`reality_exact`: it is the gold's);
* chain: as many tellers, each the gold's (`chain`); the last teller is the gold's (`origin`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from evaluation.matching import Pair, Row, Span, kilometres, matched, overlap, touches, unmatched
from tawatur.lexicon import load_lexicon
from tawatur.records import Reading
from tawatur.text.fold import fold

NEAR_KM = 25.0
FIELDS = ("reality", "reality_exact", "actor", "target", "where", "when", "when_meets", "origin", "chain")


def claims_of(reading: Reading) -> list[Row]:
    """The claims of a reading in the form of the gold."""
    rows: list[Row] = []
    for claim in reading.claims:
        spans = [evidence.span for evidence in claim.evidence if evidence.role == "trigger"]
        roles = {name: [role.span for role in claim.roles if role.role in names] for name, names in _ROLES.items()}
        rows.append(
            {
                "trigger": (min(start for start, _ in spans), max(end for _, end in spans)),
                "words": spans,
                "kind": claim.kind,
                "reality": claim.reality,
                **roles,
                "where": [
                    {"span": where.span, "lat": where.place and where.place.lat, "lon": where.place and where.place.lon}
                    for where in claim.where
                ],
                "when": claim.when and [day and day[:10] for day in (claim.when.earliest, claim.when.latest)],
                "chain": [link.span for link in claim.chain],
                "rule": claim.rule,
            }
        )
    return rows


_ROLES = {"actor": ("actor",), "target": ("target", "partner", "beneficiary"), "theme": ("theme",)}
"""The gold has one field for all whom or what an event is done to or with; a theme may be that, and need not."""


def paired(gold: Row, read: Sequence[Row]) -> tuple[list[Pair], list[Row], list[Row]]:
    """Pairs of gold and read claims, gold claims alone, and read claims alone that only repeat what was said (`again`) left out."""
    pairs = matched(gold["claims"], read, alike=same_kind)
    alone = unmatched(read, pairs, side=1)
    wrong = [row for row in alone if not any(touches(span, gold.get("again", [])) for span in row["words"])]
    return pairs, unmatched(gold["claims"], pairs, side=0), wrong


def same_kind(gold: Row, read: Row) -> bool:
    """The kind of the gold or one that it also takes."""
    return read["kind"] in (gold["kind"], *gold.get("also", ()))


def near_kind(gold: Row, read: Row) -> bool:
    """A kind of the same family: «غارة» where the gold has «هجوم»."""
    family = _family(read["kind"])
    return same_kind(gold, read) or any(_family(kind) == family for kind in (gold["kind"], *gold.get("also", ())))


@lru_cache(maxsize=1024)
def _family(kind: str) -> str:
    broader = load_lexicon().kinds[kind].of
    return kind if broader is None else _family(broader)


def right_fields(text: str, gold: Row, read: Row) -> dict[str, bool]:
    """Whether each of FIELDS is right."""
    return {
        "reality": read["reality"] in (gold["reality"], *gold.get("reality_also", ())),
        "reality_exact": read["reality"] == gold["reality"],
        "actor": _any_same(text, gold["actor"], read["actor"]),
        "target": _any_same(text, gold["target"], (*read["target"], *(read["theme"] if gold["target"] else ()))),
        "where": _any_near(gold["where"], read["where"]),
        "when": _same_days(gold["when"], read["when"]),
        "when_meets": _meet(gold["when"], read["when"]),
        "origin": _all_same(text, gold["chain"][-1:], read["chain"][-1:]),
        "chain": _all_same(text, gold["chain"], read["chain"]),
    }


def is_near(gold: Row, read: Row) -> bool:
    """Whether a point lies within 25 km of the right one, or within the gold's radius where that is larger."""
    return read["lat"] is not None and kilometres(gold, read) <= max(NEAR_KM, gold["radius_km"])


def same_words(text: str, *, gold: Span, read: Span) -> bool:
    """Whether two spans overlap, or all words of the shorter are words of the longer."""
    if overlap(gold, read):
        return True
    shorter, longer = sorted((_words(text, gold), _words(text, read)), key=len)
    return bool(shorter) and shorter <= longer


def _words(text: str, span: Span) -> frozenset[str]:
    return frozenset(fold(text[span[0] : span[1]]).text.split())


def _any_same(text: str, gold: Sequence[Span], read: Sequence[Span]) -> bool:
    return (not gold and not read) or any(same_words(text, gold=a, read=b) for a in gold for b in read)


def _all_same(text: str, gold: Sequence[Span], read: Sequence[Span]) -> bool:
    return len(gold) == len(read) and all(same_words(text, gold=a, read=b) for a, b in zip(gold, read, strict=True))


def _any_near(gold: Sequence[Row], read: Sequence[Row]) -> bool:
    return (not gold and not read) or any(is_near(a, b) for a in gold for b in read)


def _same_days(gold: Sequence[str] | None, read: Sequence[str | None] | None) -> bool:
    return list(gold) == list(read) if gold and read else not gold and not read


def _meet(gold: Sequence[str] | None, read: Sequence[str | None] | None) -> bool:
    if not gold or not read:
        return not gold and not read
    return (read[0] or gold[0]) <= gold[1] and gold[0] <= (read[1] or gold[1])
