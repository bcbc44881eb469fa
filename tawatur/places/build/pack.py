"""The gazetteer as one file: entries, an index of folded names, outlines, and where all of it came from."""

from __future__ import annotations

import gzip
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from tawatur.places.build.arabic import bare, folded
from tawatur.places.packed import FORMAT, Body, Header, IndexRow
from tawatur.places.records import GazetteerEntry
from tawatur.places.words import ARTICLE, place_words

_GRADES = {"name": 0, "noisy": 1, "base": 2}


def bases(name: str) -> tuple[str, ...]:
    """What is left of a folded name without its leading type word and its closing adjectives: «العمر» of «حقل العمر النفطي»."""
    words = folded(name).split()
    known = place_words()
    start = known.leading_noun(words)
    found: list[str] = []
    stop = len(words)
    while stop > max(start, 1) and words[stop - 1] in known.tails:
        stop -= 1
    for first in {start, 0}:
        for last in {stop, len(words)}:
            rest = " ".join(words[first:last])
            if last > first and (first, last) != (0, len(words)):
                found.append(rest)
    return tuple(sorted(set(found), key=len))


def index(entries: Iterable[GazetteerEntry]) -> dict[str, tuple[IndexRow, ...]]:
    """Folded name → (entry number, grade), the best grade of each."""
    listed = list(entries)
    grades: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def put(key: str, number: int, grade: str) -> None:
        best = grades[key].get(number, 9)
        grades[key][number] = min(best, _GRADES[grade])

    for number, entry in enumerate(listed):
        for name in (entry.ar, *entry.names):
            put(folded(name), number, "name")
            leads = place_words().leading_noun(folded(name).split()) > 0
            for base in bases(name):
                put(base, number, "base" if leads and not base.startswith(folded(name).split()[0]) else "name")
        for name in entry.noisy:
            put(folded(name), number, "noisy")
    _free_provinces(listed, grades)
    for key in grades.keys() & _reserved():
        for number in grades[key]:
            if listed[number].kind != "country":
                grades[key][number] = _GRADES["base"]
    return {key: tuple(IndexRow(n, g) for n, g in sorted(found.items())) for key, found in sorted(grades.items())}


def _reserved() -> set[str]:
    """Names that are words of the language of place itself, such as «الشمال» and «العاصمة»: good only after a type word."""
    known = place_words()
    articled = {ARTICLE + word for word in known.nouns}
    lists = {word for name in ("whole", "border", "coast", "near", "inside") for word in known.lists[name]}
    return {*known.nouns, *articled, *known.nominals, *known.directions, *known.demonyms, *known.ordinals, *lists}


def _free_provinces(listed: list[GazetteerEntry], grades: Mapping[str, dict[int, int]]) -> None:
    """A province's base name stands alone where no town of its country has it: «الأنبار», not «حلب»."""
    towns = {(bare(name), e.country) for e in listed if e.kind == "settlement" for name in (e.ar, *e.names)}
    for key, found in grades.items():
        for number, grade in found.items():
            entry = listed[number]
            if entry.kind != "adm1":
                continue
            taken = (bare(key), entry.country) in towns
            if grade == _GRADES["base"] and not taken:
                found[number] = _GRADES["name"]
            elif grade != _GRADES["base"] and taken:
                found[number] = _GRADES["base"]


def write(
    path: Path,
    *,
    entries: Iterable[GazetteerEntry],
    areas: Mapping[str, list[list[list[int]]]],
    sources: Mapping[str, str],
    rows_hash: str,
) -> Header:
    """Write the file: the same input gives the same bytes."""
    listed = tuple(sorted(entries, key=lambda entry: entry.id))
    body = msgspec.msgpack.encode(
        Body(
            entries=listed,
            index=index(listed),
            areas={key: msgspec.msgpack.encode(shape) for key, shape in sorted(areas.items())},
        )
    )
    header = Header(
        format=FORMAT,
        content_hash=hashlib.sha256(body).hexdigest(),
        rows_hash=rows_hash,
        sources=dict(sources),
        entries=len(listed),
    )
    path.write_bytes(gzip.compress(msgspec.msgpack.encode((msgspec.msgpack.encode(header), body)), 9, mtime=0))
    return header
