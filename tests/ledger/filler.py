"""A reader that needs no analyser, and a process that adds a file with it until somebody kills it."""

from __future__ import annotations

import time
from multiprocessing.synchronize import Event

from tawatur.ledger import Ledger, adding
from tawatur.records import Reading, Report
from tests.ledger.build import RUN, reading

PAUSE_S = 0.001
FAULTY = "عطل"
"""A report with this word in it breaks the reader."""


class QuickReader:
    """Reads what `tests.ledger.build` writes."""

    def __init__(self, run: str = RUN, *, pause: float = 0.0) -> None:
        self._run, self._pause = run, pause

    @property
    def run(self) -> str:
        """Its version."""
        return self._run

    def __call__(self, report: Report) -> Reading:
        """The reading of one report."""
        if FAULTY in report.text:
            raise ValueError("no such word")
        time.sleep(self._pause)
        return reading(report, run=self._run)


def fill(place: str, path: str, begun: Event) -> None:
    """Add a file in transactions that are smaller than usual, so that more of them are hit."""
    adding.BATCH = 5  # type: ignore[misc]
    begun.set()
    with Ledger(place) as ledger:
        ledger.add_path(path, reader=QuickReader(pause=PAUSE_S))
