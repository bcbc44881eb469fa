"""Keys that are hashes of content: the same thing has the same key in every ledger.

>>> from tawatur.records import Report
>>> report_key(Report(id="a", text="نص")) == report_key(Report(id="b", text="نص"))
True
"""

from __future__ import annotations

import hashlib

import msgspec

from tawatur.records import Report

REPORT_KEY, CLAIM_KEY, SHORT_KEY = 24, 20, 16
"""Hex digits: 96, 80 and 64 bits, so that among a billion reports, or a million judgements, no two share one."""


def report_key(report: Report) -> str:
    """Hash of all that a report says of itself but the id it came in with."""
    return content_key((report.text, report.title, report.outlet, report.url, report.published), digits=REPORT_KEY)


def claim_key(report: str, claim: str) -> str:
    """Key of a claim by the key of its report and its id."""
    return hashlib.sha256((report + claim).encode()).hexdigest()[:CLAIM_KEY]


def content_key(content: object, *, digits: int = SHORT_KEY) -> str:
    """Hash of the JSON of anything."""
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:digits]


def text_hash(text: str) -> str:
    """Hash of a text alone, as it stands in a Reading."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
