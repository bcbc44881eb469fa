"""From files to reports: text, HTML and JSON Lines in whatever encoding Arabic news comes in.

>>> report_of("وصلت القافلة إلى المدينة.", published="Fri, 27 Oct 2017 10:00:00 +0300").published
'2017-10-27'
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

import msgspec

from tawatur.errors import EmptyReport, MalformedLine, MissingReport, NotArabic, NotText, ReportError, TooLarge
from tawatur.records import Record, Report

LONGEST_REPORT = 1_000_000
"""Code points. A long news report has 10,000; what is longer than this is a collection of reports or no report."""
ARABIC_SHARE = 0.3
"""Of the letters, at least so many are Arabic in a report: names and quotations in Latin script stay well below the rest."""
SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl"})
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Row(Record, kw_only=True, forbid_unknown_fields=False):
    """A line of JSON Lines input; other keys are allowed and left alone."""

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def decode(data: bytes, *, name: str) -> str:
    """Text from bytes in UTF-8, UTF-16 (with or without a mark) or Windows-1256; raises NotText."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(data, "utf-16", name=name)
    if data.startswith(b"\xef\xbb\xbf"):
        return _try(data[3:], "utf-8", name=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is not None and "\x00" not in text:
        if len(_CONTROL.findall(text[:100_000])) * 100 > len(text[:100_000]):
            raise NotText(f"{name}: this is binary data, not text; give the report's text.")
        return text
    for order in ("utf-16-le", "utf-16-be"):
        if len(data) % 2 == 0 and _arabic_share(data.decode(order, errors="replace")[:20_000]) >= ARABIC_SHARE:
            return _try(data, order, name=name)
    if b"\x00" not in data:
        text = data.decode("cp1256", errors="replace")
        if "\ufffd" not in text and _arabic_share(text[:20_000]) >= ARABIC_SHARE and not _CONTROL.search(text[:20_000]):
            return text
    raise NotText(f"{name}: not text in UTF-8, UTF-16 or Windows-1256; convert it to UTF-8.")


def _try(data: bytes, encoding: str, *, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"{name}: broken {encoding.upper()} at byte {error.start}; convert it to UTF-8.") from None


def _arabic_share(text: str) -> float:
    letters = len(_LETTER.findall(text))
    return len(_ARABIC.findall(text)) / letters if letters else 0.0


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
    """A Report, checked: raises EmptyReport, TooLarge or NotArabic with the name of its source."""
    if not text.strip():
        raise EmptyReport(f"{name}: nothing in it; give a report with text.")
    if len(text) > LONGEST_REPORT:
        raise TooLarge(
            f"{name}: {len(text):,} characters, more than {LONGEST_REPORT:,}; split it into reports, one a line of JSONL."
        )
    if _arabic_share(text) < ARABIC_SHARE:
        raise NotArabic(
            f"{name}: only {_arabic_share(text):.0%} of its letters are Arabic; only Arabic reports are read."
        )
    if published and day(published) is None:
        raise ReportError(f"{name}: {published!r} is no date of publication; write it as 2017-10-27 or leave it out.")
    key = id or hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
    return Report(id=key, text=text, title=title, outlet=outlet, url=url, published=day(published))


def reports_in(
    path: Path, *, published: str | None = None, outlet: str | None = None
) -> Iterator[Report | ReportError]:
    """The reports of a file or folder in name order; what cannot be read comes as an error in its place."""
    if not path.exists():
        yield MissingReport(f"{path}: no such file or folder.")
    elif path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in SUFFIXES)
        if not files:
            yield MissingReport(f"{path}: no .txt, .html or .jsonl file in this folder.")
        for file in files:
            yield from reports_in(file, published=published, outlet=outlet)
    else:
        try:
            data = path.read_bytes()
        except OSError as error:
            yield ReportError(f"{path}: cannot be opened ({error.strerror}).")
            return
        yield from reports_of(data, name=str(path), published=published, outlet=outlet)


def reports_of(
    data: bytes, *, name: str, published: str | None = None, outlet: str | None = None
) -> Iterator[Report | ReportError]:
    """The reports in the bytes of one source: a line each of JSON Lines (by its name or by its first sign), else one."""
    try:
        text = decode(data, name=name)
        if name.lower().endswith(".jsonl") or (name == "-" and text.lstrip().startswith("{")):
            yield from _lines(text, name=name, published=published, outlet=outlet)
        elif name.lower().endswith((".html", ".htm")) or (
            name == "-" and text.lstrip()[:200].lower().startswith(("<!doctype", "<html"))
        ):
            yield _html(text, name=name, published=published, outlet=outlet)
        else:
            yield report_of(text, name=name, published=published, outlet=outlet)
    except ReportError as error:
        yield error


def _lines(text: str, *, name: str, published: str | None, outlet: str | None) -> Iterator[Report | ReportError]:
    empty = True
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        empty = False
        where = f"{name}, line {number}"
        try:
            row = msgspec.json.decode(line.encode("utf-8", errors="surrogatepass"), type=Row)
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


def _html(source: str, *, name: str, published: str | None, outlet: str | None) -> Report:
    from trafilatura import bare_extraction

    page = bare_extraction(source, favor_precision=True, include_comments=False, with_metadata=True)
    if page is None or isinstance(page, dict) or not page.text:
        raise EmptyReport(f"{name}: no article text found in the page; save the article's text instead.")
    return report_of(
        page.text,
        name=name,
        title=page.title,
        outlet=outlet or page.sitename,
        url=page.url,
        published=published or page.date,
    )
