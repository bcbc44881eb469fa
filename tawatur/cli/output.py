"""Readings on stdout: a table for people, JSON for programs."""

from __future__ import annotations

import sys
from enum import StrEnum

import msgspec
from rich.console import Console

from tawatur.records import Reading, Report


class Format(StrEnum):
    """How readings are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class Writer:
    """Writes readings one by one; `close` ends a JSON document."""

    def __init__(self, *, format: Format, lang: str) -> None:
        self.format, self.lang = format, lang
        self._first = True
        self._console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)

    def write(self, report: Report, reading: Reading) -> None:
        """Write one reading."""
        if self.format is Format.table:
            from tawatur.cli.table import shown

            self._console.print(shown(report, reading, lang=self.lang, width=self._console.width))
        elif self.format is Format.jsonl:
            sys.stdout.write(msgspec.json.encode(reading).decode("utf-8") + "\n")
        else:
            document = msgspec.json.format(msgspec.json.encode(reading), indent=2).decode("utf-8")
            sys.stdout.write(("[\n" if self._first else ",\n") + document)
        sys.stdout.flush()
        self._first = False

    def close(self) -> None:
        """End the output."""
        if self.format is Format.json:
            sys.stdout.write("[]\n" if self._first else "\n]\n")
