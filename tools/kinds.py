"""The kinds of event as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.lexicon import load_lexicon


def kind_rows() -> Iterator[str]:
    """A row for each kind, in the order of its file."""
    yield "| kind | | | PLOVER | ACLED |"
    yield "|---|---|---|---|---|"
    for kind in load_lexicon().files.kinds:
        yield f"| `{kind.id}` | {kind.en} | {kind.ar} | {kind.plover or ''} | {kind.acled or ''} |"
