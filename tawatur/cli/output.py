"""Readings on stdout: a table for people, JSON for programs."""

from __future__ import annotations

import sys

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tawatur.lexicon import load_lexicon
from tawatur.records import Claim, Reading, Report, Role

_ISOLATE, _POP, _LEFT = "\u2068", "\u2069", "\u200e"
_HEADS = {
    "en": ("#", "what", "reality", "who", "to whom / what", "where", "when", "said by"),
    "ar": ("#", "الحدث", "الوقوع", "الفاعل", "المستهدف", "المكان", "الزمان", "المصدر"),
}


def isolated(text: str) -> Text:
    """A cell whose direction does not spill into its neighbours: wrapped in Unicode isolates."""
    return Text(f"{_LEFT}{_ISOLATE}{' '.join(text.split())}{_POP}") if text else Text("–", style="dim")


class Writer:
    """Writes readings one by one; `close` ends a JSON document."""

    def __init__(self, *, format: str, lang: str) -> None:
        self.format, self.lang = format, lang
        self._first = True
        self._console = Console(file=sys.stdout, highlight=False, soft_wrap=False)

    def write(self, report: Report, reading: Reading) -> None:
        """Write one reading."""
        if self.format == "table":
            self._console.print(table_of(report, reading, lang=self.lang))
        else:
            line = msgspec.json.encode(reading).decode("utf-8", errors="surrogatepass")
            if self.format == "json":
                line = msgspec.json.format(line, indent=2)
                sys.stdout.write("[\n" if self._first else ",\n")
                sys.stdout.write(line)
            else:
                sys.stdout.write(line + "\n")
                sys.stdout.flush()
        self._first = False

    def close(self) -> None:
        """End the output."""
        if self.format == "json":
            sys.stdout.write("[]\n" if self._first else "\n]\n")


def table_of(report: Report, reading: Reading, *, lang: str) -> Table:
    """The claims of a report, a row each, in the order of the text."""
    title = " · ".join(part for part in (report.outlet, report.published, report.title or report.id) if part)
    table = Table(title=f"{_LEFT}{_ISOLATE}{title}{_POP}", box=box.SIMPLE_HEAD, show_lines=False, title_justify="left")
    for head in _HEADS[lang]:
        table.add_column(head, overflow="fold")
    for number, claim in enumerate(reading.claims, start=1):
        table.add_row(str(number), *(isolated(cell) for cell in _cells(claim, lang=lang)))
    if not reading.claims:
        table.caption = "no claims found"
    return table


def _cells(claim: Claim, *, lang: str) -> tuple[str, ...]:
    kind = load_lexicon().kinds[claim.kind]
    others = [role for role in claim.roles if role.role not in ("actor",)]
    return (
        kind.ar if lang == "ar" else kind.en,
        claim.reality,
        " + ".join(_name(role) for role in claim.roles if role.role == "actor"),
        " + ".join(_name(role) for role in others),
        " ، ".join(dict.fromkeys(place.text for place in claim.where)),
        _when(claim),
        " ← ".join(link.text for link in claim.chain),
    )


def _name(role: Role) -> str:
    return role.entity.ar if role.entity else role.text


def _when(claim: Claim) -> str:
    when = claim.when
    if when is None:
        return ""
    if when.earliest is None and when.latest is None:
        return when.text
    return str(when.earliest) if when.earliest == when.latest else f"{when.earliest or '…'} – {when.latest or '…'}"
