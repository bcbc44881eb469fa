"""Rows of ours in data/places/*.toml: places the sources lack, and names for those they have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from tawatur.places.records import GazetteerEntry
from tawatur.records import Record


class Near(Record, kw_only=True):
    """The settlement a row was checked against: «km» kilometres away, the row lying `bearing` of it."""

    place: str
    """Id of the settlement in the gazetteer."""
    name: str
    """Its Arabic name, for the reader of the file."""
    km: float
    bearing: str
    """"N", "NE", "E", "SE", "S", "SW", "W", "NW", or "-" within 1 km."""


class CuratedRow(Record, kw_only=True):
    """One hand-checked place."""

    id: str
    kind: str
    names: tuple[str, ...]
    """The preferred Arabic name first."""
    en: str
    lat: float
    lon: float
    radius_m: float
    country: str
    adm1: str | None = None
    """None for what spans several provinces or lies at sea."""
    near: Near
    checked: str
    """How the point was checked, and how sure it is."""
    not_: str | None = msgspec.field(name="not", default=None)
    """The other place of that name."""

    def entry(self) -> GazetteerEntry:
        """The row as the gazetteer keeps it."""
        return GazetteerEntry(
            id=self.id,
            kind=self.kind,
            ar=self.names[0],
            en=self.en,
            country=self.country,
            adm1=self.adm1,
            lat=self.lat,
            lon=self.lon,
            radius_m=self.radius_m,
            names=self.names[1:],
            source="tawatur",
        )


def row_files() -> tuple[Traversable, ...]:
    """The TOML files of rows and aliases, by name."""
    folder = files("tawatur").joinpath("data/places")
    return tuple(
        sorted(
            (file for file in folder.iterdir() if file.name.startswith(("rows-", "aliases"))),
            key=lambda file: file.name,
        )
    )


def rows() -> Iterator[CuratedRow]:
    """Every row of ours, checked against its record; an error names the file and the row."""
    for file in row_files():
        if not file.name.startswith("rows-"):
            continue
        for raw in tomllib.loads(file.read_text(encoding="utf-8"))["place"]:
            try:
                yield msgspec.convert(raw, CuratedRow)
            except msgspec.ValidationError as error:
                raise ValueError(f"{file.name}: {raw.get('id', raw)}: {error}") from error


def aliases() -> dict[str, dict[str, Any]]:
    """Preferred names and further names of entries that the sources have, by id."""
    found: dict[str, dict[str, Any]] = {}
    for file in row_files():
        if file.name.startswith("aliases"):
            for raw in tomllib.loads(file.read_text(encoding="utf-8"))["alias"]:
                found[raw["id"]] = raw
    return found
