"""Everything in a file, a folder or a stream, one report at a time; what cannot be read comes as an error in its place."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tawatur.decoding import decode
from tawatur.errors import MissingReport, ReportError, TooLarge
from tawatur.sources.opened import GZIP, decompressed, kind_of, looked_at, suffix_kind, unpacked
from tawatur.sources.pages import from_page
from tawatur.sources.records import Found, Given, Position, refused
from tawatur.sources.reports import MOST_BYTES
from tawatur.sources.rows import from_array, from_lines
from tawatur.sources.stated import found

_START = Position(item=0)
_ONLY = Position(item=1)


def files_in(path: Path) -> tuple[Path, ...]:
    """The files of a folder that are read, by name, those in hidden folders and hidden ones left out."""
    return tuple(
        file
        for file in sorted(path.rglob("*"))
        if suffix_kind(file.name) is not None
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.is_file()
    )


def sources_in(
    path: Path, *, published: str | None = None, outlet: str | None = None, after: Position | None = None
) -> Iterator[Found | ReportError]:
    """The reports of a file, or of a folder in the order of its names; `after` goes on with one file where it was left.

    `published` and `outlet` are for reports that do not say theirs. Every error has `source`, `position` and, where
    they are few, the bytes in `data`.
    """
    try:
        if not path.exists():
            yield _misplaced(MissingReport(f"{path}: no such file or folder."), path)
        elif path.is_dir():
            files = files_in(path)
            if not files:
                yield _misplaced(
                    MissingReport(f"{path}: no .txt, .html, .jsonl, feed or .warc file in this folder."), path
                )
            for file in files:
                yield from sources_in(file, published=published, outlet=outlet)
        else:
            with path.open("rb") as stream:
                yield from sources_from(stream, name=str(path), published=published, outlet=outlet, after=after)
    except OSError as error:
        yield _misplaced(ReportError(f"{path}: cannot be opened ({error.strerror or error})."), path)


def sources_from(
    stream: BinaryIO,
    *,
    name: str,
    published: str | None = None,
    outlet: str | None = None,
    after: Position | None = None,
) -> Iterator[Found | ReportError]:
    """The reports of one stream, such as standard input; its kind is told by its name, else by its first signs."""
    given = Given(name=name, published=published, outlet=outlet)
    seen = after or _START
    try:
        for item in _reports(stream, given=given, after=after):
            seen = item.position or seen
            yield item
    except (EOFError, zlib.error, OSError) as error:
        why = ReportError(f"{name}: damaged after item {seen.item} ({error}); fetch or pack it again.")
        yield refused(why, source=name, position=seen)
    except ReportError as error:
        yield error if error.source else refused(error, source=name, position=seen)


def _reports(stream: BinaryIO, *, given: Given, after: Position | None) -> Iterator[Found | ReportError]:
    head, whole = looked_at(stream)
    packed = head.startswith(GZIP)
    kind = kind_of(unpacked(head) if packed else head, name=given.name)
    if kind == "warc":
        from tawatur.sources.warc import from_warc

        yield from from_warc(_from_start(stream, whole), given=given, after=after)
    elif packed:
        yield from _reports(decompressed(whole), given=given, after=after)
    elif kind == "lines":
        yield from from_lines(stream if _is_sought(stream, after) else whole, head=head, given=given, after=after)
    elif kind == "array":
        yield from from_array(whole, given=given, after=after)
    elif kind == "feed":
        from tawatur.sources.feeds import MOST_FEED, from_feed

        yield from from_feed(whole.read(MOST_FEED + 1), given=given, where=given.name, after=after)
    elif after is None or after.item < 1:
        yield _one(whole, given=given, page=kind == "page")


def _is_sought(stream: BinaryIO, after: Position | None) -> bool:
    return after is not None and after.offset is not None and stream.seekable()


def _from_start(stream: BinaryIO, whole: BinaryIO) -> BinaryIO:
    """The stream itself where it can be sought, for going on behind damage; standard input cannot."""
    if not stream.seekable():
        return whole
    stream.seek(0)
    return stream


def _one(stream: BinaryIO, *, given: Given, page: bool) -> Found | ReportError:
    data = stream.read(MOST_BYTES + 1)
    try:
        if len(data) > MOST_BYTES:
            raise TooLarge(f"{given.name}: more than {MOST_BYTES:,} bytes; split it into reports, one a line of JSONL.")
        if page:
            return from_page(data, given=given, where=given.name, position=_ONLY)
        return found(decode(data, name=given.name), given=given, where=given.name, position=_ONLY)
    except ReportError as error:
        return refused(error, source=given.name, position=_ONLY, data=data)


def _misplaced(error: ReportError, path: Path) -> ReportError:
    return refused(error, source=str(path), position=_START)
