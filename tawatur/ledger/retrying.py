"""What was put aside is tried again: from its place in its source where that is still there, else from the bytes kept."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tawatur.errors import ReportError
from tawatur.ledger.adding import Store, add_reports
from tawatur.ledger.quarantine import mark, quarantined
from tawatur.ledger.readers import Reader
from tawatur.ledger.records import Quarantined, Refusal
from tawatur.sources.records import Found, Position
from tawatur.sources.walk import sources_from, sources_in

_OF_ONE_KIND = frozenset({".jsonl", ".txt", ".html", ".htm"})


def retry(
    ledger: Store, *, published: str | None, outlet: str | None, reader: Reader
) -> Iterator[tuple[Quarantined, str | None]]:
    """Each refusal that was not read yet, and why it is not read now either; None where it is."""
    with ledger.asking() as connection:
        waiting = list(quarantined(connection, states=("waiting", "retried")))
    for one in waiting:
        items = list(_again(one.refusal, published=published, outlet=outlet))
        found = [item for item in items if isinstance(item, Found)]
        wrong = next((str(item) for item in items if isinstance(item, ReportError)), None)
        added = add_reports(ledger, incoming=found, reader=reader, jobs=1, told=lambda _: None)
        if wrong is None and (not found or added.added + added.known < len(found)):
            wrong = one.refusal.reason
        with ledger.writing() as connection:
            mark(connection, id=one.id, state="retried" if wrong else "read")
        yield one, wrong


def _again(refusal: Refusal, *, published: str | None, outlet: str | None) -> Iterator[Found | ReportError]:
    """What stands now at the place of a refusal."""
    if refusal.source and Path(refusal.source).is_file():
        after = Position(item=max(0, (refusal.item or 1) - 1))
        yield from islice(sources_in(Path(refusal.source), published=published, outlet=outlet, after=after), 1)
    elif refusal.content is not None:
        stream = io.BytesIO(refusal.content)
        yield from sources_from(stream, name=_named(refusal), published=published, outlet=outlet)


def _named(refusal: Refusal) -> str:
    """A name for the bytes of a refusal: a line of JSON Lines or a whole text is one by its name, what was packed with
    others in an archive or a feed is known by its first signs."""
    source = refusal.source or "quarantine"
    return source if Path(source).suffix.lower() in _OF_ONE_KIND else f"{source}, item {refusal.item}"
