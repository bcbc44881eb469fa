"""Copies and origins held against labels: the overlap files, pairs of articles, pairs of claims, counts of our own scenarios.

Which claims are of one happening is taken from the labels, so that origins are measured and not happenings.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import Any

import msgspec

from evaluation.matching import Row
from tawatur.kit import Kit, load_kit
from tawatur.merge.copies import compare, keys
from tawatur.merge.origins import joins_of, origins_of
from tawatur.merge.pairs import weigh
from tawatur.merge.records import Body, Copy, Origin, Saying, Telling
from tawatur.merge.sayings import sayings_of
from tawatur.merge.tellings import tellings_of
from tawatur.reading import read
from tawatur.records import Reading, Report, Span
from tawatur.sources.days import day

GOLD = Path(__file__).parent.parent / "gold" / "pairs"
NEWS = ("ant2018", "saudi2015")
BANDS = (0.1, 0.2, 0.3, 0.5, 0.8)
LEAD = 2
"""Sentences of an article that tell its main happening, where no label says which claims do."""
Place = tuple[str, Span]
"""A claim of the labels: its report and its trigger."""


def rows(path: Path) -> list[Row]:
    """The lines of a file of JSON Lines; none where it is absent."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Material:
    """Reports and what was read in them, each read when it is first asked for."""

    def __init__(self, shared: Path, *, keep: Path | None) -> None:
        self.shared, self.keep = shared, keep
        self._said: dict[str, tuple[tuple[Telling, ...], tuple[Saying, ...]]] = {}
        if keep:
            keep.mkdir(parents=True, exist_ok=True)

    @cached_property
    def kit(self) -> Kit:
        """Loaded when the first report is read."""
        return load_kit()

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Own reports and, where they are there, the news articles, by id."""
        found = {row["id"]: _report(row) for row in rows(GOLD / "own" / "reports.jsonl")}
        for name in NEWS:
            found.update({row["id"]: _report(row) for row in rows(self.shared / "data" / "news" / f"{name}.jsonl")})
        return found

    def body(self, id_: str) -> Body:
        """A report as it is compared for copies."""
        report = self.reports[id_]
        return Body(
            key=id_,
            title=report.title,
            text=report.text,
            outlet=report.outlet,
            published=report.published,
            url=report.url,
        )

    def said(self, id_: str) -> tuple[tuple[Telling, ...], tuple[Saying, ...]]:
        """The tellings and sayings of a report."""
        if id_ not in self._said:
            report = self.reports[id_]
            reading = self._reading(report)
            tellings = tellings_of(
                reading.claims,
                report,
                claim_keys=[f"{id_}#{at}" for at in range(len(reading.claims))],
                report_key=id_,
                mentions=reading.mentions,
            )
            self._said[id_] = tellings, sayings_of(tellings, self.body(id_))
        return self._said[id_]

    def _reading(self, report: Report) -> Reading:
        if self.keep is None:
            return read(report, kit=self.kit)
        known = json.dumps([report.text, report.published, report.outlet], ensure_ascii=False)
        path = self.keep / f"{hashlib.sha256(known.encode()).hexdigest()[:24]}.json"
        if not path.exists():
            path.write_bytes(msgspec.json.encode(read(report, kit=self.kit)))
        return msgspec.json.decode(path.read_bytes(), type=Reading)

    def claims_at(self, place: Place) -> tuple[Telling, ...]:
        """The tellings whose trigger shares letters with a label."""
        start, end = place[1]
        return tuple(t for t in self.said(place[0])[0] if any(s < end and start < e for s, e in t.trigger))

    def origins(self, tellings: Iterable[Telling]) -> tuple[Origin, ...]:
        """The origins of claims that are of one happening."""
        told = {telling.claim: telling for telling in tellings}
        reports = sorted({telling.report for telling in told.values()})
        sayings = [saying for id_ in reports for saying in self.said(id_)[1]]
        copies = {(a, b): copy for a, b in combinations(reports, 2) if (copy := self.copy(a, b))}
        return origins_of(told.values(), sayings, joins_of(told.values(), sayings, copies))

    def copy(self, a: str, b: str) -> Copy | None:
        """The copy between two reports, if there is one."""
        return compare(self.body(a), self.body(b))


def _report(row: Row) -> Report:
    return Report(
        id=row["id"],
        text=row["text"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        published=day(row.get("published")),
    )


def copies(material: Material) -> dict[str, Any]:
    """How many pairs of the overlap files meet by their keys and are found to be copies, by share; and what the keys cost."""
    listed = [row for name in NEWS for row in rows(material.shared / "data" / "news" / f"{name}_overlap_pairs.jsonl")]
    ids = [row["id"] for name in NEWS for row in rows(material.shared / "data" / "news" / f"{name}.jsonl")]
    start = process_time()
    keyed = {id_: keys(material.body(id_)) for id_ in ids}
    keying = (process_time() - start) / len(ids)
    met = _met(keyed)
    start = process_time()
    found = {pair: copy for pair in met if (copy := material.copy(*pair))}
    comparing = (process_time() - start) / max(len(met), 1)
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    for share, a, b in listed:
        pair = (min(a, b), max(a, b))
        band = f"{max(limit for limit in BANDS if limit <= max(float(share), BANDS[0])):.1f}"
        bands[band].update(["pairs"] + ["met"] * (pair in met) + ([found[pair].extent] if pair in found else []))
    known = {(min(a, b), max(a, b)) for _, a, b in listed}
    return {
        "articles": len(ids),
        "keys a report": round(sum(map(len, keyed.values())) / len(ids), 1),
        "ms for the keys of a report": round(1000 * keying, 2),
        "ms for comparing two": round(1000 * comparing, 2),
        "met a report": round(len(met) / len(ids), 2),
        "met and no copy, a report": round((len(met) - len(found)) / len(ids), 2),
        "copies": dict(sorted(Counter(copy.extent for copy in found.values()).items())),
        "copies not listed": len(found.keys() - known),
        "by share": {band: dict(bands[band]) for band in sorted(bands)},
    }


def _met(keyed: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    together: dict[str, list[str]] = defaultdict(list)
    for id_, found in keyed.items():
        for key in found:
            together[key].append(id_)
    return {(min(a, b), max(a, b)) for ids in together.values() for a, b in combinations(ids, 2)}


def happenings(folder: str) -> list[tuple[str, list[Row], set[Place]]]:
    """The happenings that the labels make: part, the pairs of claims labelled "same", and all claims that these lead together."""
    linked = [row for row in rows(GOLD / folder / "pairs.jsonl") if row["label"] == "same"]
    group: dict[Place, set[Place]] = {}
    for row in linked:
        a, b = place(row["a"]), place(row["b"])
        together = group.get(a, {a}) | group.get(b, {b})
        for one in together:
            group[one] = together
    found: dict[int, tuple[str, list[Row], set[Place]]] = {}
    for row in linked:
        together = group[place(row["a"])]
        found.setdefault(id(together), (row["part"], [], together))[1].append(row)
    return list(found.values())


def place(label: Row) -> Place:
    """Where a label stands."""
    start, end = label["trigger"]
    return label.get("report") or label["id"], (start, end)


def claims(material: Material, folder: str) -> Iterator[tuple[str, bool, bool | None, Row]]:
    """Part, whether one origin is labelled and whether it is found (None: the reader found not both claims), of pairs of claims of one happening."""
    for part, labelled, together in happenings(folder):
        if any(id_ not in material.reports for id_, _ in together):
            continue
        at = {one: material.claims_at(one) for one in together}
        origin = {
            claim: found.id
            for found in material.origins(t for tellings in at.values() for t in tellings)
            for claim in found.claims
        }
        for row in labelled:
            a, b = at[place(row["a"])], at[place(row["b"])]
            if place(row["a"])[0] == place(row["b"])[0]:
                continue
            told = {origin[t.claim] for t in a}, {origin[t.claim] for t in b}
            yield part, row["stance"] == "repeats", bool(told[0] & told[1]) if a and b else None, row


def articles(material: Material) -> Iterator[tuple[str, str, bool, Row]]:
    """Part, label and whether a common origin is found, of pairs of articles."""
    of_report: dict[str, list[set[Place]]] = defaultdict(list)
    for _, _, together in happenings("news"):
        for id_ in {id_ for id_, _ in together}:
            of_report[id_].append(together)
    for row in rows(GOLD / "news" / "origins.jsonl"):
        a, b = row["a"], row["b"]
        if a not in material.reports or b not in material.reports:
            continue
        shared = [together for together in of_report[a] if any(together is other for other in of_report[b])]
        told = [t for together in shared for one in together if one[0] in (a, b) for t in material.claims_at(one)]
        if {t.report for t in told} != {a, b}:
            told = _main(material, (a, b))
        copy = material.copy(a, b)
        whole = copy is not None and copy.extent == "report"
        common = whole or any({a, b} <= set(origin.reports) for origin in material.origins(told))
        yield row["part"], str(row["common_origin"]).lower(), common, row


def _main(material: Material, ids: tuple[str, str]) -> list[Telling]:
    """The claims of the first sentences of both articles in which there are any, and what the other has of the same happenings."""
    lead: dict[str, list[Telling]] = {}
    for id_ in ids:
        tellings = material.said(id_)[0]
        first = sorted({telling.sentence for telling in tellings})[:LEAD]
        lead[id_] = [telling for telling in tellings if telling.sentence in first]
    found = [telling for tellings in lead.values() for telling in tellings]
    for id_, other in (ids, ids[::-1]):
        found.extend(t for t in material.said(other)[0] if any(weigh(t, one).label == "same" for one in lead[id_]))
    return found


def scenarios(material: Material) -> Iterator[tuple[str, int, int, bool, Row]]:
    """Part, origins labelled and found, and whether the reader found every claim, of our own scenarios."""
    for row in rows(GOLD / "own" / "origins.jsonl"):
        at = [material.claims_at(place(label)) for label in row["triggers"]]
        found = material.origins(t for tellings in at for t in tellings)
        yield row["part"], len(row["origins"]), len(found), all(at), row


def figures(material: Material) -> dict[str, Any]:
    """All figures, as `merge_origins.json` keeps them."""
    common: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for part, label, joined, _ in articles(material):
        common[part][label].update(["pairs"] + ["joined"] * joined)
    told: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for folder in ("own", "news"):
        for part, one, found, _ in claims(material, folder):
            known = told[f"{folder}, {part}"]["one origin" if one else "several"]
            known.update(["pairs"] + ["read"] * (found is not None) + ["joined"] * bool(found))
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for part, right, got, read_all, _ in scenarios(material):
        count[part].update(["scenarios"] + ["right"] * (right == got) + ["read"] * read_all)
        count[part].update(["read, right"] * (read_all and right == got))
    return {
        "copies": copies(material),
        "articles": {part: {label: dict(n) for label, n in sorted(common[part].items())} for part in sorted(common)},
        "claims": {part: {sort: dict(n) for sort, n in sorted(told[part].items())} for part in sorted(told)},
        "scenarios": {part: dict(count[part]) for part in sorted(count)},
    }
