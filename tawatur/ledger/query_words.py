"""Which claims were read in a sentence with some words."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, select

from tawatur.ledger import tables
from tawatur.ledger.merging.rows import listed
from tawatur.ledger.searching import folded_words, phrases_in
from tawatur.records import Span


class _Sentence(msgspec.Struct):
    """All that is needed of a claim."""

    sentence: Span


_SENTENCE = msgspec.json.Decoder(_Sentence)


def saying(connection: Connection, *, words: str, claims: Collection[str]) -> set[str]:
    """Those of the claims in whose sentence all the words stand, folded; "…" quotes words side by side."""
    rows = tables.claims
    query = (
        select(rows.c.key, rows.c.claim, tables.reports.c.text)
        .join(tables.reports, tables.reports.c.number == rows.c.report)
        .where(rows.c.current, rows.c.key.in_(listed(connection, claims)))
    )
    phrases = [f" {phrase} " for phrase in phrases_in(words)]
    found = set()
    for key, claim, text in connection.execute(query):
        sentence = f" {folded_words(text[slice(*_SENTENCE.decode(claim).sentence)])} "
        if phrases and all(phrase in sentence for phrase in phrases):
            found.add(key)
    return found
