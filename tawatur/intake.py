"""From files to reports, for reading them: `tawatur.sources` without where each day and outlet comes from.

>>> report_of("وصلت القافلة إلى المدينة.", published="2017-10-27").published
'2017-10-27'
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import ReportError
from tawatur.records import Report
from tawatur.sources import Found, sources_from, sources_in
from tawatur.sources.days import day
from tawatur.sources.reports import LONGEST_REPORT, MOST_BYTES, report_of

__all__ = ["LONGEST_REPORT", "MOST_BYTES", "day", "report_of", "reports_from", "reports_in"]


def reports_in(
    path: Path, *, published: str | None = None, outlet: str | None = None
) -> Iterator[Report | ReportError]:
    """The reports of a file or folder in name order; what cannot be read comes as an error in its place."""
    for item in sources_in(path, published=published, outlet=outlet):
        yield item.report if isinstance(item, Found) else item


def reports_from(
    stream: BinaryIO, *, name: str, published: str | None = None, outlet: str | None = None
) -> Iterator[Report | ReportError]:
    """The reports of one source, such as standard input."""
    for item in sources_from(stream, name=name, published=published, outlet=outlet):
        yield item.report if isinstance(item, Found) else item
