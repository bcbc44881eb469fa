"""Readings of many reports in the order of the reports, on one core or on several."""

from __future__ import annotations

import multiprocessing
import os
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from pathlib import Path
from typing import Protocol, TypeVar

from tawatur.errors import LedgerError, ReportError, TawaturError
from tawatur.records import Reading, Report

T = TypeVar("T")
AHEAD = 4
"""Reports that wait for each process: enough that none idles while a long report holds up the order."""


class Reader(Protocol):
    """Reads a report; in several processes, it is pickled once into each."""

    @property
    def run(self) -> str:
        """What it writes into its readings as their run."""

    def __call__(self, report: Report) -> Reading:
        """The reading of one report."""


class OwnReader:
    """`tawatur.read` with the kit of this installation."""

    @property
    def run(self) -> str:
        """Versions of code, lexicon, gazetteer and model."""
        from tawatur.kit import load_kit

        return load_kit().run

    def __call__(self, report: Report) -> Reading:
        """The reading of one report."""
        from tawatur.reading import read

        return read(report)


def reading_or_fault(report: Report, *, reader: Reader) -> Reading | ReportError:
    """A reading; where one report shows a fault of the reader, the fault, so that it does not cost the others."""
    try:
        return reader(report)
    except ReportError as error:
        return error
    except TawaturError:
        raise
    except Exception as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return ReportError(
            f"{report.id}: a fault in Tawatur itself, {type(fault).__name__} at {Path(where.filename).name}:{where.lineno}"
            f" ({fault}); please report it with this text."
        )


def read_all(
    items: Iterable[T], *, of: Callable[[T], Report | None], reader: Reader, jobs: int
) -> Iterator[tuple[T, Reading | ReportError | None]]:
    """Each item with the reading of its report, or None where it has none to read; in order, whatever the number of jobs."""
    if jobs == 1:
        for item in items:
            report = of(item)
            yield item, None if report is None else reading_or_fault(report, reader=reader)
        return
    waiting: deque[tuple[T, Future[Reading | ReportError] | None]] = deque()
    # spawn: a copy of this process would share its open database and the analyser's threads
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (reader,)) as pool:
        try:
            for item in items:
                report = of(item)
                waiting.append((item, None if report is None else pool.submit(_read, report)))
                if len(waiting) > jobs * AHEAD:
                    yield _first(waiting)
            while waiting:
                yield _first(waiting)
        except BrokenProcessPool as ended:
            raise LedgerError(
                "a reading process was ended from outside, perhaps for want of memory; run it again with fewer --jobs."
            ) from ended
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _first(waiting: deque[tuple[T, Future[Reading | ReportError] | None]]) -> tuple[T, Reading | ReportError | None]:
    item, future = waiting.popleft()
    return item, None if future is None else future.result()


_reader: Reader


def _begin(reader: Reader) -> None:
    """In a new process: hold the reader, and end with the parent, even when that is killed."""
    global _reader
    _reader = reader
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read(report: Report) -> Reading | ReportError:
    return reading_or_fault(report, reader=_reader)
