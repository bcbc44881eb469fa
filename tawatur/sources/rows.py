"""Reports that are rows of JSON: one a line, or in an array."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from tawatur.decoding import decode
from tawatur.errors import EmptyReport, MalformedLine, NotText, ReportError, TooLarge
from tawatur.records import Record
from tawatur.sources.records import Found, Given, Position, refused
from tawatur.sources.reports import MOST_BYTES
from tawatur.sources.stated import Said, found

MOST_ARRAY = 100_000_000
"""Bytes of a .json file, which is held in memory; JSON Lines have no such bound."""
LONGEST_LINE = 1_000_000_000
"""Bytes without a line end after which a source is given up: it is no JSON Lines, or made to keep us busy."""
_UTF16 = {
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"{\x00": "utf-16-le",
    b"\x00{": "utf-16-be",
}
_CHUNK = 1 << 20


class Row(Record, kw_only=True, forbid_unknown_fields=False):
    """A line of JSON Lines input; other keys are allowed and left alone."""

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


class Line(NamedTuple):
    """A line, where it stood, and its bytes, or why there are none."""

    position: Position
    data: bytes | ReportError


def from_lines(
    stream: BinaryIO, *, head: bytes, given: Given, after: Position | None = None
) -> Iterator[Found | ReportError]:
    """A report for every line; a line that is none is an error with its number. Any number of lines fits in memory."""
    empty = after is None
    for line in _lines(stream, head=head, name=given.name, after=after):
        if isinstance(line.data, bytes) and not line.data.strip():
            continue
        empty = False
        yield _row_or_error(
            line.data, where=f"{given.name}, line {line.position.item}", given=given, position=line.position
        )
    if empty:
        yield refused(
            EmptyReport(f"{given.name}: nothing in it; give one report a line."),
            source=given.name,
            position=Position(item=0),
        )


def from_array(stream: BinaryIO, *, given: Given, after: Position | None = None) -> Iterator[Found | ReportError]:
    """A report for every element of a JSON array, or the one that a JSON object is."""
    done = after.item if after else 0
    try:
        rows = _elements(stream, name=given.name)
    except ReportError as error:
        yield refused(error, source=given.name, position=Position(item=0))
        return
    for number, row in enumerate(rows, start=1):
        if number > done:
            yield _row_or_error(
                bytes(row), where=f"{given.name}, row {number}", given=given, position=Position(item=number)
            )


def _elements(stream: BinaryIO, *, name: str) -> list[msgspec.Raw]:
    data = stream.read(MOST_ARRAY + 1)
    if len(data) > MOST_ARRAY:
        raise TooLarge(f"{name}: more than {MOST_ARRAY:,} bytes of one JSON value; write it as JSON Lines.")
    text = decode(data, name=name)
    try:
        whole = msgspec.json.decode(text, type=list[msgspec.Raw] | dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise MalformedLine(f"{name}: no JSON array of reports ({error}); write one report a line.") from None
    if isinstance(whole, dict):
        return [msgspec.Raw(text.encode("utf-8"))]
    if not whole:
        raise EmptyReport(f"{name}: nothing in it; give an array of reports.")
    return whole


def _row_or_error(data: bytes | ReportError, *, where: str, given: Given, position: Position) -> Found | ReportError:
    if isinstance(data, ReportError):
        return refused(data, source=given.name, position=position)
    try:
        return _found(data, where=where, given=given, position=position)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        malformed = MalformedLine(f'{where}: no report ({error}); each line is one JSON object with a "text".')
        return refused(malformed, source=given.name, position=position, data=data)
    except ReportError as error:
        return refused(error, source=given.name, position=position, data=data)


def _found(data: bytes, *, where: str, given: Given, position: Position) -> Found:
    row = msgspec.json.decode(decode(data, name=where), type=Row)
    return found(
        row.text,
        given=given,
        where=where,
        position=position,
        id=None if row.id is None else str(row.id),
        title=row.title,
        url=row.url,
        published=[Said(row.published, "jsonl")] if row.published else [],
        outlet=[Said(row.outlet, "jsonl")] if row.outlet else [],
    )


def _lines(stream: BinaryIO, *, head: bytes, name: str, after: Position | None) -> Iterator[Line]:
    encoding = next((name for mark, name in _UTF16.items() if head.startswith(mark)), None)
    done = after.item if after else 0
    if encoding is not None:
        yield from (line for line in _of_utf16(stream, encoding=encoding, name=name) if line.position.item > done)
        return
    number, offset = 0, 0
    if after is not None and after.offset is not None and stream.seekable():
        number, offset = after.item, stream.seek(after.offset)
    while data := stream.readline(MOST_BYTES + 1):
        number += 1
        offset += len(data)
        if len(data) > MOST_BYTES and not data.endswith(b"\n"):
            offset += _rest_of_line(stream, where=f"{name}, line {number}")
        if number > done:
            position = Position(item=number, offset=offset)
            yield Line(position, data if len(data) <= MOST_BYTES else _too_long(f"{name}, line {number}"))


def _too_long(where: str) -> TooLarge:
    return TooLarge(f"{where}: more than {MOST_BYTES:,} bytes; split it into reports, one a line.")


def _rest_of_line(stream: BinaryIO, *, where: str) -> int:
    passed = 0
    while more := stream.readline(_CHUNK):
        passed += len(more)
        if more.endswith(b"\n"):
            break
        if passed > LONGEST_LINE:
            raise TooLarge(f"{where}: more than {LONGEST_LINE:,} bytes without an end; this is not JSON Lines.")
    return passed


def _of_utf16(stream: BinaryIO, *, encoding: str, name: str) -> Iterator[Line]:
    """Lines of UTF-16 as UTF-8, so that a damaged one costs no other."""
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    number = 0
    while written := text.readline(MOST_BYTES // 2):
        number += 1
        where = f"{name}, line {number}"
        data: bytes | ReportError = written.removeprefix("\ufeff").encode("utf-8")
        if "\ufffd" in written:
            data = NotText(f"{where}: broken {encoding.upper()}; save it as UTF-8 again.")
        yield Line(Position(item=number), data)
