"""The six example reports in a ledger of their own, held against examples/expected.json: what a careful reader finds in them.

python -m evaluation.examples          prints what is found, field by field; writes examples.json and the table of docs/happenings.md
python -m evaluation.examples --dry    prints alone

A happening counts as found if a computed one rests on the words that `expected.json` names for it and is of its kind, or of one that can
tell the same act (`[[alike]]` in data/merge.toml). Of several the one with the same kind, then with the most claims counts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from tawatur.actors import find_actors, load_actors
from tawatur.errors import UnknownName
from tawatur.ledger import Ledger
from tawatur.ledger.query_names import actor_called, place_called
from tawatur.ledger.show_records import Name
from tawatur.ledger.viewing import CopyLine, HappeningLine, HoldingLine
from tawatur.merge.kinds import likeness
from tawatur.merge.records import Spot, Tie
from tawatur.merge.spots import base_of
from tawatur.merge.tellings import folded
from tawatur.records import Report, Span

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RESULTS = Path(__file__).parent / "examples.json"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "happenings.md"
FIELDS = ("kind", "reality", "actor", "target", "place", "days", "reports", "origins")
"""What is compared of a happening that is found."""
_ALIKE = frozenset({"kind.same", "kind.general", "kind.alike"})
_MOST = 1_000
"""Happenings asked for at once: more than six reports tell of."""
_MARKED = re.compile(r"(<!-- examples -->\n).*?(<!-- end -->)", re.DOTALL)
Row = Mapping[str, Any]


class Claimed(NamedTuple):
    """Of a claim, the report that it is in, where its trigger stands, and its last teller."""

    report: str
    trigger: Span


class Computed(NamedTuple):
    """A happening that the ledger made, with its names as they are shown."""

    line: HappeningLine
    actor: Name | None
    target: Name | None
    reports: frozenset[str]


class Made(NamedTuple):
    """What the ledger made of the six reports."""

    texts: dict[str, str]
    claims: dict[str, Claimed]
    happenings: tuple[Computed, ...]
    copies: tuple[CopyLine, ...]
    holdings: tuple[HoldingLine, ...]


class Held(NamedTuple):
    """An expected thing beside what was computed: each field asked for, right or not; no fields where nothing was found."""

    id: str
    found: str | None
    fields: dict[str, bool]

    @property
    def exact(self) -> bool:
        """Found, with every field right that was asked for."""
        return self.found is not None and all(self.fields.values())


def made(where: str = ":memory:") -> Made:
    """The six reports read, kept and merged."""
    rows = [json.loads(line) for line in (EXAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    known = ("id", "text", "title", "outlet", "url", "published")
    with Ledger(where) as ledger:
        ledger.add(Report(**{key: row[key] for key in known}) for row in rows)
        ledger.merge()
        given = {kept.key: kept.report.id or kept.key for kept in ledger.reports()}
        shown = {found.happening.id: found for found in ledger.query(limit=_MOST).found}
        lines = [msgspec.json.decode(line, type=HappeningLine) for line in ledger.view("happenings")]
        return Made(
            texts={row["id"]: row["text"] for row in rows},
            claims={
                one.key: Claimed(
                    given[one.report], next(piece.span for piece in one.claim.evidence if piece.role == "trigger")
                )
                for one in ledger.claims()
            },
            happenings=tuple(
                Computed(
                    line,
                    actor=shown[line.id].names.actor,
                    target=shown[line.id].names.target,
                    reports=frozenset(shown[line.id].reports),
                )
                for line in lines
            ),
            copies=tuple(msgspec.json.decode(line, type=CopyLine) for line in ledger.view("copies")),
            holdings=tuple(msgspec.json.decode(line, type=HoldingLine) for line in ledger.view("holdings")),
        )


def match(row: Row, known: Made) -> Computed | None:
    """The computed happening that rests on the words of an expected one and can be it."""
    words = {report: _span(known.texts[report], text) for report, text in row["words"].items()}
    ranked = [
        (one.line.kind != row["kind"], -_resting(one, words, known), one.line.id, one)
        for one in known.happenings
        if _resting(one, words, known) and likeness(one.line.kind, row["kind"]).code in _ALIKE
    ]
    return min(ranked)[-1] if ranked else None


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def _resting(one: Computed, words: Mapping[str, Span], known: Made) -> int:
    """Claims of a happening whose triggers stand in these words."""
    claims = (known.claims[key] for key in one.line.claims)
    return sum(
        claim.report in words
        and claim.trigger[0] < words[claim.report][1]
        and words[claim.report][0] < claim.trigger[1]
        for claim in claims
    )


def happenings(expected: Row, known: Made) -> list[Held]:
    """Every expected happening beside the one computed."""
    rows = expected["happenings"]
    found = [(row, match(row, known)) for row in rows]
    return [Held(row["id"], one.line.id if one else None, _fields(row, one) if one else {}) for row, one in found]


def _fields(row: Row, one: Computed) -> dict[str, bool]:
    """Which fields are right; what is not expected is not asked for."""
    line = one.line
    asked = {
        "kind": line.kind == row["kind"],
        "reality": line.reality == row["reality"],
        "actor": row["actor"] and is_called(one.actor, row["actor"]),
        "target": row["target"] and is_called(one.target, row["target"]),
        "place": row["place"] and is_at(line.place, row["place"]),
        "days": fits((row["earliest"], row["latest"]), (line.earliest, line.latest)),
        "reports": one.reports == frozenset(row["reports"]),
        "origins": line.origins == len(row["origins"]),
    }
    return {field: bool(right) for field, right in asked.items() if right is not None}


def is_called(found: Name | None, name: str) -> bool:
    """Whether somebody is who is meant: one entity, or the same words."""
    if found is None:
        return False
    if folded(found.ar) == folded(name):
        return True
    return found.id is not None and found.id in _actors(name)


def _actors(name: str) -> frozenset[str]:
    """Ids of those whom a name means: of «الجيش وحلفاؤه» the army, for it is not said who its allies are."""
    try:
        return frozenset((actor_called(name, known=lambda _: False),))
    except UnknownName:
        mentions = find_actors(name, analyses=(), lexicon=load_actors())
        named = [one for mention in mentions for one in (mention, *mention.parts)]
        return frozenset(one.entity.id for one in named if one.entity is not None)


def is_at(found: Spot | None, name: str) -> bool:
    """Whether a place is the one meant, or lies in or beside it: «أطراف مركدة» is told of مركدة."""
    if found is None:
        return False
    meant = {base_of(Spot(words=name, relation="at", id=id_)) for id_ in _ids(name)}
    return base_of(found) in meant


def _ids(name: str) -> Iterator[str]:
    """Ids of the place that an expression means; where no rule reads it, of the name at its end."""
    words = name.split()
    for start in range(len(words)):
        try:
            yield place_called(" ".join(words[start:])).place.id
        except UnknownName:
            continue
        return


def fits(meant: tuple[str | None, str | None], found: tuple[str | None, str | None]) -> bool:
    """Whether days are those meant; of an open beginning it is enough that they end in time.

    >>> fits(("2019-03-05", "2019-03-05"), ("2019-03-05", "2019-03-05")), fits((None, "2019-03-04"), (None, None))
    (True, True)
    >>> fits((None, "2019-03-04"), ("2019-03-06", "2019-03-06")), fits(("2019-03-02", "2019-03-08"), (None, None))
    (False, False)
    """
    if None not in meant:
        return meant == found
    return found[1] is None or meant[1] is None or found[1] <= meant[1]


def copies(expected: Row, known: Made) -> list[Held]:
    """Every expected copy: its extent, and which report took from which."""
    found = {frozenset(one.reports): one for one in known.copies}
    return [
        Held(
            f"{row['of']} > {row['in']}",
            one.reason if (one := found.get(frozenset((row["of"], row["in"])))) else None,
            {"extent": one.extent == row["extent"], "first": one.first == row["of"]} if one else {},
        )
        for row in expected["copies"]
    ]


def contradictions(expected: Row, known: Made) -> list[Held]:
    """Every expected contradiction: found if two claims of the happenings that it is about are said not to stand together."""
    rows = {row["id"]: row for row in expected["happenings"]}
    held = []
    for row in expected["contradictions"]:
        about = [one for id_ in row["happenings"] if (one := match(rows[id_], known)) is not None]
        found = [two for one in about for two in one.line.contradictions]
        held.append(Held(row["id"], ", ".join(sorted({field for two in found for field in two.about})) or None, {}))
    return held


def links(expected: Row, known: Made) -> list[Held]:
    """Every expected tie: what was announced, and that the one expected followed, or that nothing did."""
    rows = {row["id"]: row for row in expected["happenings"]}
    held = []
    for row in expected["links"]:
        ahead = match(rows[row["announced"]], known)
        after = match(rows[row["followed"]], known) if row["followed"] else None
        name = f"{row['announced']} > {row['followed'] or 'nothing'}"
        if ahead is None or ahead.line.reality == "happened" or (row["followed"] and after is None):
            held.append(Held(name, None, {}))
            continue
        followed = [tie for tie in ahead.line.links if tie.what == "followed"]
        held.append(Held(name, ahead.line.id, {"followed": _as_expected(followed, after)}))
    return held


def _as_expected(followed: Sequence[Tie], after: Computed | None) -> bool:
    return not followed if after is None else any(tie.b == after.line.id for tie in followed)


def holdings(expected: Row, known: Made) -> list[Held]:
    """Every expected holding at the end of the week."""
    found = {one.place_id: one for one in known.holdings}
    held = []
    for row in expected["holdings"]:
        one = next((found[id_] for id_ in _ids(row["place"]) if id_ in found), None)
        held.append(Held(row["place"], one.place if one else None, _holding_fields(row, one) if one else {}))
    return held


def _holding_fields(row: Row, one: HoldingLine) -> dict[str, bool]:
    since = row["since"] and one.latest == row["since"]
    before = row["before"] and is_called(Name(ar=one.before or ""), row["before"])
    holder = is_called(Name(id=one.holder_id, ar=one.holder or ""), row["holder"])
    asked = {"holder": holder, "since": since, "before": before}
    return {field: bool(right) for field, right in asked.items() if right is not None}


COMPARED: dict[str, Callable[[Row, Made], list[Held]]] = {
    "happenings": happenings,
    "copies": copies,
    "contradictions": contradictions,
    "links": links,
    "holdings": holdings,
}


def compared(known: Made | None = None) -> dict[str, list[Held]]:
    """All that is expected beside what the ledger made."""
    expected = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
    known = known or made()
    return {what: compare(expected, known) for what, compare in COMPARED.items()}


def figures(held: Mapping[str, Sequence[Held]]) -> dict[str, Any]:
    """How many of each sort are expected, found and exact, each field of those found, and what is missing."""
    return {what: _figures(some) for what, some in held.items()}


def _figures(some: Sequence[Held]) -> dict[str, Any]:
    asked = Counter(field for one in some for field in one.fields)
    right = Counter(field for one in some for field, is_right in one.fields.items() if is_right)
    return {
        "expected": len(some),
        "found": sum(one.found is not None for one in some),
        "exact": sum(one.exact for one in some),
        "fields": {field: [right[field], asked[field]] for field in asked},
        "missing": [one.id for one in some if one.found is None],
        "wrong": {one.id: _wrong(one) for one in some if one.found is not None and not one.exact},
    }


def _wrong(one: Held) -> list[str]:
    return [field for field, right in one.fields.items() if not right]


def table(found: Mapping[str, Row]) -> str:
    """The figures as a table of the page."""
    lines = ["| | expected | found | exact | right of those found | missing |", "|---|---|---|---|---|---|"]
    for what, row in found.items():
        fields = ", ".join(f"{field} {right}/{of}" for field, (right, of) in row["fields"].items())
        lines.append(
            f"| {what} | {row['expected']} | {row['found']} | {row['exact']} | {fields} | {', '.join(row['missing'])} |"
        )
    return "\n".join(lines)


def _shown(held: Mapping[str, Iterable[Held]]) -> Iterator[str]:
    for what, some in held.items():
        yield f"\n{what}\n"
        for one in some:
            wrong = ", ".join(_wrong(one))
            verdict = "not found" if one.found is None else f"not: {wrong}" if wrong else "exact"
            yield f"  {one.id:<24}{one.found or '-':<20}{verdict}\n"


def main() -> int:
    """Measure, print, and write what was measured."""
    parser = argparse.ArgumentParser(
        prog="evaluation.examples", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()
    held = compared()
    found = figures(held)
    sys.stdout.writelines([*_shown(held), f"\n{table(found)}\n"])
    if not options.dry:
        RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(_MARKED.sub(lambda mark: f"{mark[1]}{table(found)}\n{mark[2]}", page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
