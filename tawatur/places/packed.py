"""The shape of the shipped gazetteer file: gzip over MessagePack of (header, body)."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.places.records import GazetteerEntry
from tawatur.records import Record

FORMAT = 1


class IndexRow(NamedTuple):
    """That an entry bears a name, and how: 0 a good name, 1 a noisy one, 2 good only after its type word."""

    entry: int
    grade: int


class Header(Record, kw_only=True):
    """Where the gazetteer came from."""

    format: int
    content_hash: str
    """SHA-256 of the body."""
    rows_hash: str
    """SHA-256 over the TOML files of our rows and aliases that were built in."""
    sources: dict[str, str]
    """Each source package with version, data licence and the SHA-256 of its archive."""
    entries: int


class Body(Record, kw_only=True):
    """All places, the index of their folded names, and packed outlines by entry id."""

    entries: tuple[GazetteerEntry, ...]
    index: dict[str, tuple[IndexRow, ...]]
    areas: dict[str, bytes]
