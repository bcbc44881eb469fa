"""Measure happenings: pairs of claims held against their labels, and the happenings that come of them.

python -m evaluation.pairs                    everything; writes merge_pairs.json and the tables of docs/happenings.md
python -m evaluation.pairs --keep FOLDER      keep the readings there, or take them from there
python -m evaluation.pairs --fit              first fit the weights anew, on the parts for tuning alone
python -m evaluation.pairs --errors same      what is wrongly taken for one happening (or --errors other: wrongly parted), tuning parts only
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.copies_origins import GOLD, Material, place, rows
from evaluation.fitting import Example, fitted, write_weights
from evaluation.matching import Row
from evaluation.pair_tables import write_tables
from tawatur.merge.clusters import clusters
from tawatur.merge.copied import copied
from tawatur.merge.keys import keys
from tawatur.merge.pairs import findings, weigh
from tawatur.merge.records import Telling
from tawatur.merge.stance import stance

RESULTS = Path(__file__).parent / "merge_pairs.json"
FOLDERS = ("own", "news")
PARTS = ("tune", "measure")
Place = tuple[str, tuple[int, int]]


class Labelled(NamedTuple):
    """A pair of claims with its label, and what the reader makes of the two; None where it has no claim in these words."""

    row: Row
    folder: str
    group: str
    a: Telling | None
    b: Telling | None
    copied: bool

    @property
    def read(self) -> bool:
        """Whether the reader found both, as two."""
        return self.a is not None and self.b is not None and self.a.claim != self.b.claim


def labelled(material: Material, *, part: str, folders: Iterable[str] = FOLDERS) -> list[Labelled]:
    """The pairs of a part whose reports are there."""
    found = []
    for folder in folders:
        for row in rows(GOLD / folder / "pairs.jsonl"):
            ends = place(row["a"]), place(row["b"])
            if row["part"] == part and all(id_ in material.reports for id_, _ in ends):
                a, b = (_claim_at(material, end) for end in ends)
                lifted = a is not None and b is not None and is_copied(material, a, b)
                found.append(Labelled(row, folder, row.get("group") or ends[0][0].rsplit("-", 1)[0], a, b, lifted))
    return found


def is_copied(material: Material, a: Telling, b: Telling) -> bool:
    """Whether the sentences of two claims lie in text that one report has of the other."""
    copy = material.copy(*sorted((a.report, b.report))) if a.report != b.report else None
    return copy is not None and copied(a, b, copy=copy)


def _claim_at(material: Material, end: Place) -> Telling | None:
    """The claim whose trigger covers a label best."""
    start, stop = end[1]

    def covered(telling: Telling) -> float:
        shared = sum(max(0, min(stop, e) - max(start, s)) for s, e in telling.trigger)
        return shared / sum(e - s for s, e in telling.trigger)

    return max(
        material.claims_at(end), key=lambda telling: (covered(telling), telling.score, telling.claim), default=None
    )


def figures(material: Material, *, part: str, folder: str) -> dict[str, Any]:
    """Precision, recall and F1 of pairs, two by two and after gathering, B³, keys and stances of one part."""
    pairs = labelled(material, part=part, folders=[folder])
    read = [pair for pair in pairs if pair.read]
    one = _gathered(material, pairs)
    same = [pair for pair in read if pair.row["label"] == "same"]
    weighed = {id(pair): weigh(pair.a, pair.b, copied=pair.copied).label for pair in read if pair.a and pair.b}
    together = {id(pair): one[pair.a.claim] == one[pair.b.claim] for pair in read if pair.a and pair.b}
    return {
        "pairs": len(pairs),
        "read": len(read),
        "labels": dict(sorted(Counter(pair.row["label"] for pair in pairs).items())),
        "weighed": _scores((weighed[id(p)] == "same", p.row["label"] == "same") for p in read),
        "weighed, all": _scores((weighed.get(id(p)) == "same", p.row["label"] == "same") for p in pairs),
        "gathered": _scores((together[id(p)], p.row["label"] == "same") for p in read),
        "gathered, all": _scores((together.get(id(p), False), p.row["label"] == "same") for p in pairs),
        "b3": _b3(pairs, one, missing=False),
        "b3, all": _b3(pairs, one, missing=True),
        "share a key": round(
            sum(bool({*keys(p.a)} & {*keys(p.b)}) for p in same if p.a and p.b) / max(1, len(same)), 3
        ),
        "stance": _stances(same),
        "by what is hard": _hard(read, together),
    }


def _scores(found: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    count = Counter(found)
    right, taken, meant = (
        count[True, True],
        count[True, True] + count[True, False],
        count[True, True] + count[False, True],
    )
    precision, recall = right / taken if taken else 0.0, right / meant if meant else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def _gathered(material: Material, pairs: Sequence[Labelled]) -> dict[str, str]:
    """Of each claim of the reports of a group, the first claim of its happening."""
    reports: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        reports[pair.group] |= {place(pair.row["a"])[0], place(pair.row["b"])[0]}
    found: dict[str, str] = {}
    for group in sorted(reports):
        tellings = [telling for report in sorted(reports[group]) for telling in material.said(report)[0]]
        meeting = [(a, b) for a, b in combinations(tellings, 2) if {*keys(a)} & {*keys(b)}]
        weighed = [weigh(a, b, copied=is_copied(material, a, b)) for a, b in meeting]
        some = clusters(tellings, pairs=weighed, copied=partial(is_copied, material))
        found |= {claim: claims[0] for claims in some for claim in claims}
    return found


def _b3(pairs: Sequence[Labelled], one: dict[str, str], *, missing: bool) -> dict[str, float]:
    """B³ over the labelled claims; those that no label joins are of two happenings."""
    meant: dict[Place, set[Place]] = {}
    told: dict[Place, Telling | None] = {}
    for pair in pairs:
        ends = place(pair.row["a"]), place(pair.row["b"])
        told |= {ends[0]: pair.a, ends[1]: pair.b}
        for end in ends:
            meant.setdefault(end, {end})
        if pair.row["label"] == "same":
            union = meant[ends[0]] | meant[ends[1]]
            meant |= dict.fromkeys(union, union)
    ends_ = [end for end in meant if missing or told[end] is not None]
    made: dict[str, set[Place]] = defaultdict(set)
    for end in ends_:
        made[_made(end, told, one)].add(end)
    precision = recall = 0.0
    for end in ends_:
        mine, right = made[_made(end, told, one)], meant[end] & set(ends_)
        precision += len(mine & right) / len(mine) / len(ends_)
        recall += len(mine & right) / len(right) / len(ends_)
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3),
    }


def _made(end: Place, told: dict[Place, Telling | None], one: dict[str, str]) -> str:
    telling = told[end]
    return one[telling.claim] if telling else str(end)


def _stances(same: Sequence[Labelled]) -> dict[str, Any]:
    """Contradictions among pairs of one happening that are not of one origin."""
    apart = [pair for pair in same if pair.row["stance"] != "repeats" and pair.a and pair.b]
    return _scores(
        (stance(p.a, p.b, same_origin=False) == "contradicts", p.row["stance"] == "contradicts")
        for p in apart
        if p.a and p.b
    )


def _hard(read: Sequence[Labelled], together: dict[int, bool]) -> dict[str, str]:
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for pair in read:
        count[pair.row["hard"]] += 1
        right[pair.row["hard"]] += together[id(pair)] == (pair.row["label"] == "same")
    return {hard: f"{right[hard]} of {count[hard]}" for hard in sorted(count)}


def examples(material: Material) -> Iterator[Example]:
    """What the weights are fitted on: pairs for tuning of which the reader found both claims."""
    for pair in labelled(material, part="tune"):
        if pair.read and pair.a and pair.b:
            a, b = sorted((pair.a, pair.b), key=lambda telling: telling.claim)
            yield Example(
                findings(a, b, copied=pair.copied),
                same=pair.row["label"] == "same",
                group=f"{pair.folder} {pair.group}",
            )


def errors(material: Material, *, wrong: str) -> Iterator[str]:
    """Pairs for tuning on which the weighing is wrong, each with its reasons."""
    for pair in labelled(material, part="tune"):
        if pair.read and pair.a and pair.b:
            found = weigh(pair.a, pair.b, copied=pair.copied)
            if (found.label == "same") == (wrong == "same") != (pair.row["label"] == "same"):
                yield f"{found.score:.2f} {pair.row['label']} {pair.row['hard']}: {pair.row['why']}"
                yield from (f"    {_shown(material, telling)}" for telling in (pair.a, pair.b))
                yield f"    {' | '.join(found.reasons[:8])}"


def _shown(material: Material, telling: Telling) -> str:
    text, (start, end) = material.reports[telling.report].text, telling.trigger[0]
    around = f"{text[max(0, start - 80) : start]}[{text[start:end]}]{text[end : end + 80]}".replace("\n", " ")
    return f"{telling.report} {telling.kind}/{telling.reality} {telling.earliest}..{telling.latest} {around}"


def main() -> int:
    """Do what the options ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with data/")
    parser.add_argument("--keep", type=Path, help="keep the readings in this folder")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew")
    parser.add_argument("--errors", choices=("same", "other"))
    options = parser.parse_args()
    material = Material(options.data, keep=options.keep)
    if options.errors:
        sys.stdout.writelines(f"{line}\n" for line in errors(material, wrong=options.errors))
        return 0
    if options.fit:
        found = fitted(list(examples(material)))
        write_weights(found)
        sys.stderr.write(json.dumps(found.curve, indent=1) + "\n")
        return 0
    results = {f"{folder} {part}": figures(material, part=part, folder=folder) for folder in FOLDERS for part in PARTS}
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_tables(results)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
