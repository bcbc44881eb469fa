"""From files to reports: text, HTML and JSON Lines in whatever encoding Arabic news comes in.

>>> report_of("وصلت القافلة إلى المدينة.", published="Fri, 27 Oct 2017 10:00:00 +0300").published
'2017-10-27'
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

from tawatur.decoding import ARABIC_SHARE, arabic_share, decode, decode_page
from tawatur.errors import EmptyReport, MalformedLine, MissingReport, NotArabic, ReportError, TooLarge
from tawatur.records import Record, Report

LONGEST_REPORT = 1_000_000
"""Code points. A long news report has 10,000; what is longer than this is a collection of reports or no report."""
MOST_BYTES = 32_000_000
"""Of a file that is one report: the longest report in UTF-16, or as a web page full of markup."""
SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl"})
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PAGE = (b"<!doctype html", b"<html")


class Row(Record, kw_only=True, forbid_unknown_fields=False):
    """A line of JSON Lines input; other keys are allowed and left alone."""

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def day(published: str | None) -> str | None:
    """An ISO day from "2017-10-27", an ISO time or a mail date; None when there is none or it is no date."""
    if not published:
        return None
    found = _ISO_DAY.match(published.strip())
    try:
        if found:
            return dt.date.fromisoformat(found.group()).isoformat()
        return parsedate_to_datetime(published).date().isoformat()
    except (ValueError, TypeError):
        return None


def report_of(
    text: str,
    *,
    name: str = "report",
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Report:
    """A Report, checked: raises EmptyReport, TooLarge, NotArabic or ReportError with the name of its source."""
    if not text.strip():
        raise EmptyReport(f"{name}: nothing in it; give a report with text.")
    if len(text) > LONGEST_REPORT:
        raise TooLarge(
            f"{name}: {len(text):,} characters, more than {LONGEST_REPORT:,}; split it into reports, one a line of JSONL."
        )
    share = arabic_share(text)
    if share < ARABIC_SHARE:
        raise NotArabic(f"{name}: only {share:.0%} of its letters are Arabic; only Arabic reports are read.")
    if published and day(published) is None:
        raise ReportError(f"{name}: {published!r} is no date of publication; write it as 2017-10-27 or leave it out.")
    key = id or hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
    return Report(id=key, text=text, title=title, outlet=outlet, url=url, published=day(published))


def reports_in(
    path: Path, *, published: str | None = None, outlet: str | None = None
) -> Iterator[Report | ReportError]:
    """The reports of a file or folder in name order; what cannot be read comes as an error in its place."""
    try:
        if not path.exists():
            yield MissingReport(f"{path}: no such file or folder.")
        elif path.is_dir():
            files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            if not files:
                yield MissingReport(f"{path}: no .txt, .html or .jsonl file in this folder.")
            for file in files:
                yield from reports_in(file, published=published, outlet=outlet)
        else:
            with path.open("rb") as stream:
                yield from reports_from(stream, name=str(path), published=published, outlet=outlet)
    except OSError as error:
        yield ReportError(f"{path}: cannot be opened ({error.strerror}).")


def reports_from(
    stream: BinaryIO, *, name: str, published: str | None = None, outlet: str | None = None
) -> Iterator[Report | ReportError]:
    """The reports of one source: a line each of JSON Lines (by its name or its first sign), else one text or web page.

    JSON Lines are read as they come, so a collection may be larger than the memory, or have no end.
    """
    first = stream.readline(MOST_BYTES)
    suffix = Path(name).suffix.lower()
    sign = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    try:
        if suffix == ".jsonl" or sign.startswith(b"{"):
            yield from _rows(_lines(first, stream, name=name), name=name, published=published, outlet=outlet)
            return
        data = first + stream.read(MOST_BYTES + 1 - len(first))
        if len(data) > MOST_BYTES:
            raise TooLarge(f"{name}: more than {MOST_BYTES:,} bytes; split it into reports, one a line of JSONL.")
        if suffix in (".html", ".htm") or sign.lower().startswith(_PAGE):
            yield _page(data, name=name, published=published, outlet=outlet)
        else:
            yield report_of(decode(data, name=name), name=name, published=published, outlet=outlet)
    except ReportError as error:
        yield error


def _lines(first: bytes, rest: BinaryIO, *, name: str) -> Iterable[bytes]:
    if b"\x00" in first:
        return decode(first + rest.read(), name=name).encode("utf-8").split(b"\n")
    return chain([first], rest)


def _rows(
    lines: Iterable[bytes], *, name: str, published: str | None, outlet: str | None
) -> Iterator[Report | ReportError]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        where = f"{name}, line {number}"
        try:
            row = msgspec.json.decode(decode(line, name=where), type=Row)
            yield report_of(
                row.text,
                name=where,
                id=None if row.id is None else str(row.id),
                title=row.title,
                outlet=row.outlet or outlet,
                url=row.url,
                published=row.published or published,
            )
        except (msgspec.DecodeError, UnicodeError) as error:
            yield MalformedLine(f'{where}: no report ({error}); each line is one JSON object with a "text".')
        except ReportError as error:
            yield error
    if empty:
        yield EmptyReport(f"{name}: nothing in it; give one report a line.")


def _page(data: bytes, *, name: str, published: str | None, outlet: str | None) -> Report:
    from trafilatura import bare_extraction

    source = decode_page(data, name=name)
    if not source.strip():
        raise EmptyReport(f"{name}: nothing in it; give a report with text.")
    page = bare_extraction(
        source,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or isinstance(page, dict) or not page.text:
        raise EmptyReport(f"{name}: no article text found in the page; save the article's text instead.")
    return report_of(
        page.text,
        name=name,
        title=page.title,
        outlet=outlet or page.sitename,
        url=page.url,
        published=published or day(page.date),
    )
