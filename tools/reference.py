"""Write what the docs say about the code from the code: docs/reference.md, docs/reading.schema.json, counts in docs/data-card.md.

python -m tools.reference            write them
python -m tools.reference --check    say which are out of date; exit code 1 if any is
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tawatur import errors
from tawatur.schema import written
from tools.commands import command_sections
from tools.counts import counted
from tools.kinds import kind_rows
from tools.python import python_sections
from tools.records import record_sections

DOCS = Path(__file__).resolve().parents[1] / "docs"
_HEAD = """# Reference

Made from the code by `make docs`; do not edit it here. [What the JSON means](json.md) tells it at more leisure.
"""
_BEGIN, _END = "<!-- counted by make docs -->", "<!-- end -->"


def reference() -> str:
    """The text of docs/reference.md."""
    parts = [_HEAD, "## Commands\n", *command_sections(), "## Records\n", *record_sections()]
    parts += ["## Python\n", *python_sections()]
    parts += ["## Kinds of event\n", "\n".join(kind_rows()) + "\n", "## Errors\n", "\n".join(_errors())]
    return "\n".join(parts).rstrip() + "\n"


def _errors() -> Iterator[str]:
    yield f"```text\n{(errors.__doc__ or '').partition(chr(10) * 2)[2].strip()}\n```\n"
    yield "Messages go to stderr, one line each: where, what is wrong, what to do. Exit codes: 0 all was done, 1 something could not be"
    yield "read and the rest was, 2 nothing could be done."


def data_card(text: str) -> str:
    """A data card with its counts brought up to date."""
    before, rest = text.split(_BEGIN)
    return f"{before}{_BEGIN}\n\n{counted()}\n{_END}{rest.split(_END)[1]}"


def pages() -> dict[Path, str]:
    """Each page that is made from the code, and what it should be."""
    card = DOCS / "data-card.md"
    return {
        DOCS / "reference.md": reference(),
        DOCS / "reading.schema.json": written(),
        card: data_card(card.read_text(encoding="utf-8")),
    }


def outdated() -> tuple[Path, ...]:
    """Pages that differ from what the code says."""
    return tuple(
        path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    )


def main(arguments: list[str]) -> int:
    """Write or check; the exit code."""
    if arguments == ["--check"]:
        stale = outdated()
        for path in stale:
            sys.stderr.write(f"{path.name} is out of date; write it anew: make docs\n")
        return 1 if stale else 0
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
