"""Answers of servers as a web archive, which `tawatur add` reads."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable

from fastwarc.warc import WarcRecord, WarcRecordType

from tawatur.sources.fetch.request import Answer

_KEPT = ("content-type", "date", "last-modified", "etag")
"""Headers that are kept: what the body is, and what the server says of its age."""


def archive_of(answers: Iterable[Answer]) -> bytes:
    """A .warc.gz with a record for each answer, each packed on its own; bodies as they were unpacked."""
    return b"".join(gzip.compress(_record(answer)) for answer in answers)


def _record(answer: Answer) -> bytes:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = answer.url
    record.headers["Content-Type"] = "application/http; msgtype=response"
    kept = [f"{name}: {answer.headers[name]}" for name in _KEPT if name in answer.headers]
    lines = [f"HTTP/1.1 {answer.status} {answer.reason}", *kept, f"content-length: {len(answer.body)}", "", ""]
    record.set_bytes_content("\r\n".join(lines).encode("latin-1", errors="replace") + answer.body)
    stream = io.BytesIO()
    record.write(stream)
    return stream.getvalue()
