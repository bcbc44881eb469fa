"""A web archive: every page and every feed that a server gave with status 200. Its dates are those of download, and no
day of publication is taken from them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tawatur.errors import BadRecord, EmptyReport, ReportError, TooLarge
from tawatur.sources.feeds import from_feed
from tawatur.sources.opened import GZIP, kind_of
from tawatur.sources.pages import MOST_PAGE, from_page
from tawatur.sources.records import Found, Given, Position, refused

PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"}
)
_SAID_OF_FEEDS = frozenset({"text/plain", "application/octet-stream"})
"""What servers say of feeds that they do not know; the first signs tell."""
_HEAD = 1_024
_GZIPPED = frozenset({"gzip", "x-gzip"})
_GZIP_MEMBER = b"\x1f\x8b\x08"
_PLAIN_RECORD = b"WARC/1."
_CHUNK = 1 << 20


class Response(NamedTuple):
    """What a server gave for an address."""

    url: str
    kind: str
    charset: str | None
    body: bytes


def from_warc(stream: BinaryIO, *, given: Given, after: Position | None = None) -> Iterator[Found | ReportError]:
    """The reports of the archive's pages and feeds, record by record; behind damage it goes on with the next record."""
    done = after.item if after else 0
    number = 0
    for record in _records(stream, name=given.name):
        number += 1
        if number <= done:
            continue
        before, position = Position(item=number - 1), Position(item=number)
        where = f"{given.name}, record {number}"
        if isinstance(record, ReportError):
            yield refused(record, source=given.name, position=position)
            continue
        try:
            response = _response(record, where=where)
            if response is None:
                continue
            if response.kind in _FEEDS or kind_of(response.body[:_HEAD], name="") == "feed":
                entries = from_feed(response.body, given=given, where=where, within=before, url=response.url)
                yield from _last_at(position, list(entries))
            elif response.kind in PAGES:
                yield from_page(
                    response.body,
                    given=given,
                    where=where,
                    position=position,
                    url=response.url,
                    charset=response.charset,
                )
        except ReportError as error:
            yield refused(error, source=given.name, position=position)
        except OSError as error:
            damaged = BadRecord(f"{where}: damaged ({error}); fetch it again.")
            yield refused(damaged, source=given.name, position=position)


def _last_at(position: Position, entries: list[Found | ReportError]) -> Iterator[Found | ReportError]:
    """The entries of a feed that is one record: who stops within it begins with it again, and loses none."""
    yield from entries[:-1]
    for last in entries[-1:]:
        if isinstance(last, Found):
            yield msgspec.structs.replace(last, position=position)
        else:
            yield refused(last, source=last.source or "", position=position, data=last.data)


def _records(stream: BinaryIO, *, name: str) -> Iterator[WarcRecord | ReportError]:
    start = 0
    empty = True
    while start >= 0:
        last = start
        try:
            for record in ArchiveIterator(stream, auto_decode="transfer"):
                last = max(start, record.stream_pos)
                empty = False
                yield record
            if _ends_in_a_cut(stream, last):
                yield BadRecord(f"{name}: cut off in a record after byte {last:,}; fetch it again.")
            elif empty:
                yield EmptyReport(f"{name}: no record of a web archive in it.")
            return
        except OSError as error:
            yield BadRecord(f"{name}: a damaged record after byte {last:,} ({error}); the next whole one is read.")
        start = _next_record(stream, after=last) if stream.seekable() else -1


def _ends_in_a_cut(stream: BinaryIO, last: int) -> bool:
    """Whether the packed bytes from the last record on stop short, which the iterator passes over in silence."""
    if not stream.seekable() or stream.seek(0) != 0 or stream.read(2) != GZIP:
        return False
    stream.seek(last)
    unpacking = zlib.decompressobj(wbits=31)
    begun = False
    try:
        while data := unpacking.unconsumed_tail or stream.read(_CHUNK):
            begun = True
            unpacking.decompress(data, _CHUNK)
            while unpacking.eof and unpacking.unused_data:
                rest, unpacking = unpacking.unused_data, zlib.decompressobj(wbits=31)
                unpacking.decompress(rest, _CHUNK)
    except zlib.error:
        return True
    return begun and not unpacking.eof


def _next_record(stream: BinaryIO, *, after: int) -> int:
    """The stream set to the byte where the next record may begin, which is returned; -1 where there is none."""
    stream.seek(0)
    mark = _GZIP_MEMBER if stream.read(2) == GZIP else _PLAIN_RECORD
    at = stream.seek(after + 1)
    tail = b""
    while chunk := stream.read(_CHUNK):
        here = (tail + chunk).find(mark)
        if here >= 0:
            return stream.seek(at - len(tail) + here)
        at += len(chunk)
        tail = (tail + chunk)[-len(mark) + 1 :]
    return -1


def _response(record: WarcRecord, *, where: str) -> Response | None:
    """The page or feed of a record, None for what is neither; raises BadRecord or TooLarge."""
    if record.record_type != WarcRecordType.response or not record.is_http_parsed:
        return None
    headers = record.http_headers
    kind = (record.http_content_type or "").split(";")[0].strip().lower()
    if headers.status_code != 200 or kind not in PAGES | _FEEDS | _SAID_OF_FEEDS:
        return None
    body = record.reader.read(MOST_PAGE + 1)
    if len(body) > MOST_PAGE:
        raise TooLarge(f"{where}: a page of more than {MOST_PAGE:,} bytes; save the article's text instead.")
    if len(body) < record.content_length and not headers.get("Transfer-Encoding"):
        raise BadRecord(f"{where}: cut off after {len(body):,} of {record.content_length:,} bytes; fetch it again.")
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    return Response(url, kind, record.http_charset, _decoded(body, headers.get("Content-Encoding"), where=where))


def _decoded(body: bytes, encoding: str | None, *, where: str) -> bytes:
    """The body as a browser shows it, never more than a page may have; archives may hold it unpacked already."""
    name = (encoding or "identity").strip().lower()
    if name == "identity" or (name in _GZIPPED and not body.startswith(GZIP)):
        return body
    if name not in _GZIPPED:
        raise BadRecord(f"{where}: packed as {name}; only gzip is unpacked, write the archive with plain bodies.")
    try:
        plain = zlib.decompressobj(wbits=31).decompress(body, MOST_PAGE + 1)
    except zlib.error as error:
        raise BadRecord(f"{where}: its body cannot be unpacked ({error}); fetch it again.") from None
    if len(plain) > MOST_PAGE:
        raise TooLarge(f"{where}: a page of more than {MOST_PAGE:,} bytes; save the article's text instead.")
    return plain
