"""A stream whose beginning has been looked at: compressed ones are opened, and their kind is told by name and first signs."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from pathlib import Path
from typing import BinaryIO, Literal, cast

Kind = Literal["lines", "array", "feed", "page", "warc", "text"]

GZIP = b"\x1f\x8b"
_LOOK = 65_536
"""Bytes of the first line that are looked at."""
_HEAD = 1_024
"""Bytes within which a feed or a page says what it is."""
_SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "lines",
    ".json": "array",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
}
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf|channel)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


class Opened(io.RawIOBase):
    """What has been read of a stream, then its rest; closing it leaves the stream open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = self._rest.read1(len(buffer)) if hasattr(self._rest, "read1") else self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def looked_at(stream: BinaryIO) -> tuple[bytes, io.BufferedReader]:
    """The first line of a stream, or so much of it as tells its kind, and the whole stream."""
    head = stream.readline(_LOOK)
    while not head.strip() and 0 < len(head) < _LOOK and (more := stream.readline(_LOOK)):
        head += more
    if _is_markup(head) or head.startswith(GZIP):
        head += stream.read(_HEAD)
    return head, io.BufferedReader(Opened(head, stream))


def unpacked(head: bytes) -> bytes:
    """The first bytes behind gzip; none where it is damaged."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except zlib.error:
        return b""


def decompressed(stream: BinaryIO) -> BinaryIO:
    """A gzip stream opened."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def kind_of(head: bytes, *, name: str) -> Kind:
    """What a source holds, by the suffix of its name, else by its first signs."""
    sign = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    kind = suffix_kind(name)
    if kind == "array" and sign.startswith(b"{") and sign.rstrip().endswith(b"}"):
        return "lines"
    if kind is not None and kind != "text":
        return kind
    if sign.startswith(b"{"):
        return "lines"
    if kind == "text" and not _is_markup(head):
        return kind
    if sign.startswith(b"WARC/"):
        return "warc"
    if sign.startswith(b"[") and sign[1:].lstrip()[:1] in (b"{", b""):
        return "array"
    if _is_markup(head):
        if _PAGE.search(head[:_HEAD]):
            return "page"
        if _FEED.search(head[:_HEAD]):
            return "feed"
    return "text"


def suffix_kind(name: str) -> Kind | None:
    """What the name of a file promises, "x.jsonl.gz" the same as "x.jsonl"; None where it is no kind that is read."""
    return _SUFFIXES.get(Path(name.lower().removesuffix(".gz")).suffix)


def _is_markup(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
