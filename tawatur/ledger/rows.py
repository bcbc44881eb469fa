"""Reports and readings as rows of tables: pure functions."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import msgspec

from tawatur.ledger.keys import claim_key, text_hash
from tawatur.ledger.records import Kept
from tawatur.records import Claim, Place, Reading
from tawatur.text.fold import fold_word

Row = dict[str, Any]
_METRES_A_DEGREE = 111_194.9
"""On a sphere of the earth's mean radius, rounded down so that a box is never too small."""
_NEAR_A_POLE = 0.01
"""Least cosine of a latitude that a width is divided by: beyond 89.4 degrees a circle goes all the way round."""


def report_row(kept: Kept, *, number: int, change: int) -> Row:
    """The row of a report."""
    report = kept.report
    return {
        "number": number,
        "key": kept.key,
        "given": report.id,
        "text": report.text,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "published_from": kept.published_from,
        "outlet_from": kept.outlet_from,
        "source": kept.source,
        "previous": kept.previous,
        "added": kept.added,
        "text_hash": text_hash(report.text),
        "change": change,
    }


def reading_row(reading: Reading, *, number: int, report: int, run: int, added: str, current: bool, change: int) -> Row:
    """The row of a reading."""
    return {
        "number": number,
        "report": report,
        "run": run,
        "added": added,
        "rest": rest_of(reading),
        "claims": len(reading.claims),
        "current": current,
        "change": change,
    }


def rest_of(reading: Reading) -> str:
    """A reading without its claims, as JSON."""
    return msgspec.json.encode(msgspec.structs.replace(reading, claims=())).decode()


def reading_of(rest: str, *, claims: tuple[Claim, ...]) -> Reading:
    """The reading that `rest_of` took apart."""
    return msgspec.structs.replace(msgspec.json.decode(rest, type=Reading), claims=claims)


def claim_row(
    claim: Claim, *, number: int, report_key: str, reading: int, report: int, ordinal: int, current: bool
) -> Row:
    """The row of a claim; its time cut to days."""
    when = claim.when
    return {
        "number": number,
        "key": claim_key(report_key, claim.id),
        "reading": reading,
        "report": report,
        "ordinal": ordinal,
        "claim": msgspec.json.encode(claim).decode(),
        "kind": claim.kind,
        "reality": claim.reality,
        "earliest": when.earliest[:10] if when and when.earliest else None,
        "latest": when.latest[:10] if when and when.latest else None,
        "current": current,
    }


def party_rows(claim: Claim, *, number: int) -> Iterator[Row]:
    """A row for each participant, and for each part of one that is several."""
    parties = [
        (role.role, entity, words)
        for role in claim.roles
        for entity, words in ((role.entity, role.text), *((member, member.ar) for member in role.members))
    ]
    for ordinal, (role, entity, words) in enumerate(parties):
        yield {
            "claim": number,
            "ordinal": ordinal,
            "role": role,
            "entity": entity.id if entity else None,
            "side": entity.side if entity else None,
            "words": fold_word(words),
        }


def spot_rows(claim: Claim, *, number: int, first: int) -> Iterator[Row]:
    """A row for each place, known or not; `first` is the number of the first row."""
    for spot, where in enumerate(claim.where, start=first):
        place = where.place
        yield {
            "number": spot,
            "claim": number,
            "place": place.id if place else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            "radius_m": place.radius_m if place else None,
            "relation": where.relation,
            "words": fold_word(where.text),
            **(_box(place) if place else dict.fromkeys(("south", "north", "west", "east"))),
        }


def box_around(lat: float, lon: float, *, radius_m: float) -> dict[str, float]:
    """The sides of a box that holds a circle; one that would cross the 180th meridian ends there.

    >>> {side: round(degrees, 2) for side, degrees in box_around(36.0, 43.0, radius_m=11_120).items()}
    {'south': 35.9, 'north': 36.1, 'west': 42.88, 'east': 43.12}
    """
    high = radius_m / _METRES_A_DEGREE
    wide = high / max(math.cos(math.radians(min(90.0, abs(lat) + high))), _NEAR_A_POLE)
    return {
        "south": max(-90.0, lat - high),
        "north": min(90.0, lat + high),
        "west": max(-180.0, lon - wide),
        "east": min(180.0, lon + wide),
    }


def _box(place: Place) -> dict[str, float]:
    return box_around(place.lat, place.lon, radius_m=place.radius_m)
