"""A text becomes a report: checked, with a day of publication that is a day.

>>> report_of("وصلت القافلة إلى المدينة.", published="Fri, 27 Oct 2017 10:00:00 +0300").published
'2017-10-27'
"""

from __future__ import annotations

import hashlib

from tawatur.decoding import ARABIC_SHARE, arabic_share
from tawatur.errors import EmptyReport, NotArabic, ReportError, TooLarge
from tawatur.records import Report
from tawatur.sources.days import day

LONGEST_REPORT = 1_000_000
"""Code points. A long news report has 10,000; what is longer than this is a collection of reports or no report."""
MOST_BYTES = 32_000_000
"""Of a file or line that is one report: the longest report in UTF-16, or as JSON full of escapes."""


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
