"""Which claims were read in a sentence with some words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import tables
from tawatur.ledger.merging.rows import listed, numbered
from tawatur.ledger.searching import folded_words, phrases_in
from tawatur.records import Span


class _Sentence(msgspec.Struct):
    """All that is needed of a claim."""

    sentence: Span


_SENTENCE = msgspec.json.Decoder(_Sentence)


def saying(connection: Connection, *, words: str, claims: Collection[str], reports: Collection[str]) -> set[str]:
    """Those of the claims in whose sentence all the words stand, folded; "…" quotes words side by side.

    `reports` are the keys of those that have the words at all: the others need not be looked at.
    """
    rows = tables.claims
    query = (
        select(rows.c.key, rows.c.claim, rows.c.report)
        .join(tables.reports, tables.reports.c.number == rows.c.report)
        .where(rows.c.current, rows.c.key.in_(listed(connection, claims)))
        .where(tables.reports.c.key.in_(listed(connection, reports)))
    )
    by_sentence: dict[tuple[int, Span], list[str]] = defaultdict(list)
    for key, claim, report in connection.execute(query):
        by_sentence[report, _SENTENCE.decode(claim).sentence].append(key)
    texts = _texts(connection, numbers={report for report, _ in by_sentence})
    phrases = [f" {phrase} " for phrase in phrases_in(words)]
    found: set[str] = set()
    for (report, span), keys in by_sentence.items():
        sentence = f" {folded_words(texts[report][slice(*span)])} "
        if all(phrase in sentence for phrase in phrases):
            found.update(keys)
    return found


def _texts(connection: Connection, *, numbers: Collection[int]) -> dict[int, str]:
    reports = tables.reports.c
    query = select(reports.number, reports.text).where(reports.number.in_(numbered(connection, numbers)))
    return {row.number: row.text for row in connection.execute(query)}
