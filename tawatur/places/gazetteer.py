"""The gazetteer: places by id and by name, with outlines of countries and provinces.

>>> gazetteer = load_gazetteer()
>>> [entry.country for entry in gazetteer.find("القائم")][0]
'IQ'
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur.errors import GazetteerError
from tawatur.places.packed import FORMAT, Body, Header
from tawatur.places.records import Candidate, GazetteerEntry, Grade
from tawatur.places.words import fold_words

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SHIPPED = Path(__file__).parent.parent / "data" / "gazetteer.msgpack.gz"
SCALE = 1_000.0
_GRADES: tuple[Grade, ...] = ("name", "noisy", "base")


class Gazetteer:
    """Places by id and by folded name; read-only after loading."""

    def __init__(self, *, header: Header, body: Body) -> None:
        self.header = header
        self._body = body
        self._by_id = {entry.id: entry for entry in body.entries}
        self._longest: dict[str, int] = {}
        for key in body.index:
            words = key.split(" ")
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        self._seats = {entry.seat: entry for entry in body.entries if entry.seat}

    @property
    def version(self) -> str:
        """Twelve digits of the content hash, for the run id."""
        return self.header.content_hash[:12]

    @property
    def entries(self) -> tuple[GazetteerEntry, ...]:
        """All places, by id."""
        return self._body.entries

    def entry(self, identity: str) -> GazetteerEntry | None:
        """The place of this id."""
        return self._by_id.get(identity)

    def longest(self, first: str) -> int:
        """How many words the longest name has that begins with this folded word; 0 when none does."""
        return self._longest.get(first, 0)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """What a folded name may mean, unordered."""
        rows = self._body.index.get(name, ())
        return tuple(Candidate(entry=self._body.entries[row.entry], grade=_GRADES[row.grade]) for row in rows)

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All places of a name as a person writes it, the most important first."""
        found = self.candidates(fold_words(name))
        return tuple(c.entry for c in sorted(found, key=lambda c: (-importance(c.entry), c.entry.id)))

    def seat(self, identity: str) -> GazetteerEntry | None:
        """The capital of a country or the seat of a province."""
        return self._seats.get(identity)

    def __hash__(self) -> int:
        return hash(self.header.content_hash)

    @lru_cache(maxsize=512)  # noqa: B019 (one gazetteer lives as long as the process)
    def outline(self, identity: str) -> BaseGeometry | None:
        """The outline of a country or province as a shapely geometry, longitude first; None where none is known."""
        raw = self._body.areas.get(identity)
        return None if raw is None else outline_of(msgspec.msgpack.decode(raw, type=list[list[list[int]]]))


def outline_of(shape: list[list[list[int]]]) -> BaseGeometry:
    """A packed shape, polygons of rings of steps, as a shapely geometry."""
    from shapely.geometry import MultiPolygon, Polygon

    polygons = [
        Polygon(_points(rings[0]), [_points(ring) for ring in rings[1:]]) for rings in shape if len(rings[0]) >= 8
    ]
    return MultiPolygon([polygon for polygon in polygons if not polygon.is_empty]).buffer(0)


class _Weight(NamedTuple):
    kind: float
    per_digit: float


_WEIGHTS = {
    "country": _Weight(9.0, 0.0),
    "adm1": _Weight(4.5, 0.0),
    "settlement": _Weight(0.0, 1.0),
    "district": _Weight(0.0, 0.8),
    "adm2": _Weight(1.0, 0.0),
}
_CURATED = 4.0
"""A row of ours is there because the news speaks of it."""
_UNKNOWN_POPULATION = 3.3
"""Digits of the population of a settlement whose population nobody says: about 2,000."""


def importance(entry: GazetteerEntry) -> float:
    """How likely a place is spoken of, before any context: about the digits of its population."""
    weight = _WEIGHTS.get(entry.kind, _Weight(_CURATED, 0.0))
    if entry.source == "tawatur":
        return max(_CURATED, weight.kind)
    digits = len(str(entry.population)) - 1 + int(str(entry.population)[0]) / 10 if entry.population else None
    score = weight.kind + weight.per_digit * (digits if digits is not None else _UNKNOWN_POPULATION)
    return score + (1.5 if entry.seat else 0.0)


def _points(steps: list[int]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    x = y = 0
    for position in range(0, len(steps), 2):
        x += steps[position]
        y += steps[position + 1]
        points.append((x / SCALE, y / SCALE))
    return points


def load(path: Path) -> Gazetteer:
    """Read a gazetteer file and check its hash; raises GazetteerError where it is missing or damaged."""
    try:
        raw_header, raw_body = msgspec.msgpack.decode(gzip.decompress(path.read_bytes()), type=tuple[bytes, bytes])
        header = msgspec.msgpack.decode(raw_header, type=Header)
        if header.format != FORMAT or hashlib.sha256(raw_body).hexdigest() != header.content_hash:
            raise GazetteerError(f"{path}: format or hash differ from what was built; install Tawatur again.")
        return Gazetteer(header=header, body=msgspec.msgpack.decode(raw_body, type=Body))
    except (msgspec.MsgspecError, OSError, EOFError, zlib.error) as error:
        raise GazetteerError(f"{path}: missing or damaged ({error}); install Tawatur again.") from error


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer that is shipped, read once."""
    return load(SHIPPED)
