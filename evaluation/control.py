"""Measure the control ledger on the scenarios of gold/pairs/own, twice: with the claims of gold/control, which are made by hand and
show what the ledger does, and with those that the reader finds in the reports.

python -m evaluation.control                        both parts; writes merge_control.json and the table of docs/control.md
python -m evaluation.control --show by-hand|read    what differs on the part for tuning
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.actors import load_actors
from tawatur.kit import load_kit
from tawatur.merge.control import holdings
from tawatur.merge.records import Holding, Party, Spot, Teller, Telling
from tawatur.merge.sides import named
from tawatur.merge.tellings import folded, tellings_of
from tawatur.places import load_gazetteer
from tawatur.reading import read
from tawatur.records import Report

GOLD = Path(__file__).resolve().parents[1] / "gold"
RESULTS = Path(__file__).parent / "merge_control.json"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "control.md"
_BEGIN, _END = "<!-- measured by python -m evaluation.control -->", "<!-- end -->"


class Compared(NamedTuple):
    """One labelled holding beside the one computed."""

    label: dict[str, Any]
    found: Holding | None
    holder: str
    """"right", "missed" (a holder is labelled and none given), "wrong" (another is given)."""
    contested: bool


def scenarios(names: frozenset[str], *, by_hand: bool) -> dict[str, list[Telling]]:
    """The claims of these scenarios as merging compares them: made by hand, or read in their reports."""
    claims = list(rows("control/claims")) if by_hand else []
    tellings: dict[str, list[Telling]] = defaultdict(list)
    for row in rows("pairs/own/reports"):
        if row["scenario"] not in names:
            continue
        fields = {key: row.get(key) for key in ("title", "outlet", "published")}
        report = Report(id=row["id"], text=row["text"], **fields)
        tellings[row["scenario"]] += _by_hand(report, claims) if by_hand else _read(report)
    return tellings


def _read(report: Report) -> tuple[Telling, ...]:
    claims = read(report).claims
    keys = [f"{report.id}:{claim.id}" for claim in claims]
    return tellings_of(claims, report, claim_keys=keys, report_key=report.id)


def _by_hand(report: Report, claims: list[dict[str, Any]]) -> tuple[Telling, ...]:
    return tuple(
        _telling(claim, report, f"{report.id}:{number}")
        for number, claim in enumerate(claims)
        if claim["report"] == report.id
    )


def _telling(claim: dict[str, Any], report: Report, key: str) -> Telling:
    place = folded(claim["place"])
    whole = folded(claim["whole"]) if claim["whole"] else None
    speaker = _named_party(claim["by"]) if claim["by"] else None
    chain = (
        (Teller(words=speaker.words, id=speaker.id, side=speaker.side, anonymous=claim["anonymous"]),)
        if speaker
        else ()
    )
    return Telling(
        claim=key,
        report=report.id,
        outlet=report.outlet,
        published=report.published,
        kind=claim["kind"],
        reality=claim["reality"],
        actors=(_named_party(claim["actor"]),) if claim["actor"] else (),
        targets=(_named_party(claim["target"]),) if claim["target"] else (),
        spots=(Spot(words=place, relation="at", id=f"part({whole})" if whole else place, ar=claim["place"]),),
        earliest=claim["first"],
        latest=claim["last"],
        grain="day",
        counts=(),
        chain=chain,
        trigger=((0, 1),),
        sentence=(0, 1),
        words=(),
        quotation=None,
        score=1.0,
    )


def _named_party(name: str) -> Party:
    listed = load_actors().actors.get(name)
    if listed is None:
        return Party(words=folded(name))
    return Party(words=folded(listed.ar), id=listed.id, side=listed.side, type=listed.type)


def compared(part: str, *, by_hand: bool) -> Iterator[Compared]:
    """Every labelled holding of a part beside what the ledger says."""
    labels = [row for row in rows("pairs/own/holdings") if row["part"] == part]
    known = scenarios(frozenset(row["scenario"] for row in labels), by_hand=by_hand)
    for label in labels:
        found = _of_place(holdings(known[label["scenario"]], at=label["at"]), label["place"])
        expected = _party(label["holder"], label["scenario"]) if label["holder"] else None
        given = _given(found.holder, found.holder_id) if found else None
        how = "right" if given == expected else "missed" if given is None else "wrong"
        contesting = {_party(name, label["scenario"]) for name in label["contested_by"]}
        said = {_given(name, None) for name in found.contested_by} if found else set()
        yield Compared(label, found, how, contesting == said)


def figures(found: list[Compared]) -> dict[str, Any]:
    """Counts of a part."""
    holders = Counter(row.holder for row in found)
    return {
        "holdings": len(found),
        "scenarios": len({row.label["scenario"] for row in found}),
        "place known": sum(row.found is not None for row in found),
        "holder right": holders["right"],
        "holder right where one is labelled": sum(row.holder == "right" and bool(row.label["holder"]) for row in found),
        "holders labelled": sum(bool(row.label["holder"]) for row in found),
        "holder missed": holders["missed"],
        "holder wrong": holders["wrong"],
        "contested right": sum(row.contested for row in found),
        "both right": sum(row.contested and row.holder == "right" for row in found),
    }


def _of_place(found: tuple[Holding, ...], place: str) -> Holding | None:
    identities = {entry.id for entry in load_gazetteer().find(place)}
    words = set(folded(place).split())
    by_id = [holding for holding in found if holding.place_id in identities]
    by_name = [holding for holding in found if set(folded(holding.place).split()) == words]
    by_name += [holding for holding in found if words <= set(folded(holding.place).split())]
    return next(iter((*by_id, *by_name)), None)


def _given(name: str | None, identity: str | None) -> str | None:
    """A party of the ledger by its side, else its id, else its words."""
    actors = load_actors().actors
    if identity in actors:
        return actors[identity].side or identity
    return _side(name) or folded(name) if name else None


def _party(name: str, scenario: str) -> str:
    """A labelled party, which stands in the words of a text, by what these words mean there."""
    meant = next(
        (row["party"] for row in rows("control/parties") if (row["scenario"], row["name"]) == (scenario, name)), name
    )
    return _given(meant, meant) or folded(name)


def _side(name: str | None) -> str | None:
    actor = named(name) if name else None
    return (actor.side or actor.id) if actor else None


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of labels."""
    for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def table(results: dict[str, dict[str, Any]]) -> str:
    """The figures as a Markdown table."""
    parts = list(results)
    lines = [f"| | {' | '.join(parts)} |", f"|---|{'---:|' * len(parts)}"]
    lines += [f"| {name} | {' | '.join(str(results[part][name]) for part in parts)} |" for name in results[parts[0]]]
    return "\n".join(lines)


def main() -> int:
    """Measure, or show what differs on the part for tuning."""
    parser = argparse.ArgumentParser(prog="evaluation.control", description=__doc__)
    parser.add_argument("--show", choices=("by-hand", "read"))
    options = parser.parse_args()
    if options.show:
        for row in compared("tune", by_hand=options.show == "by-hand"):
            if row.holder != "right" or not row.contested:
                sys.stdout.write(f"{json.dumps(row.label, ensure_ascii=False)}\n  {row.found}\n")
        return 0
    results = {
        f"{name}, {part}": figures(list(compared(part, by_hand=name == "by hand")))
        for name in ("by hand", "read")
        for part in ("tune", "measure")
    }
    kept = {"run": load_kit().run, **results}
    RESULTS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    before, rest = PAGE.read_text(encoding="utf-8").split(_BEGIN)
    PAGE.write_text(f"{before}{_BEGIN}\n\n{table(results)}\n\n{_END}{rest.split(_END)[1]}", encoding="utf-8")
    sys.stdout.write(table(results) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
