"""Killed at any moment, a ledger is sound, and adding again ends where it would have ended without."""

from __future__ import annotations

import json
import multiprocessing
import random
import re
import signal
from pathlib import Path

from tawatur.ledger import Ledger
from tests.ledger.build import report
from tests.ledger.filler import FAULTY, QuickReader, fill

KILLS = 50
REPORTS = 400
LIFE_S = 0.05
"""Of a process at first; it grows while lives are too short to add anything, and shrinks when they are not, whatever the machine."""
_TIMES = re.compile(rb'"(added|begun|made)":"[^"]*"')


def source(folder: Path) -> Path:
    """JSON Lines with a report a line, some of them broken, some of them versions of one address."""
    lines = []
    for number in range(REPORTS):
        one = report(number, url=f"https://news.example/{number % 200}")
        lines.append(json.dumps({"text": one.text, "url": one.url, "published": one.published}, ensure_ascii=False))
        if number % 50 == 7:
            lines.append('{"text": ')
        if number % 50 == 9:
            lines.append(json.dumps({"text": f"في القرية رقم {number} {FAULTY} طويل"}, ensure_ascii=False))
    path = folder / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def facts(ledger: Ledger) -> list[bytes]:
    """All that is in a ledger but the times at which it came in."""
    return [_TIMES.sub(b"", line) for line in ledger.export()]


def test_kill_minus_nine_at_fifty_moments(place: str, other_place: str, tmp_path: Path) -> None:
    path = source(tmp_path)
    moments = random.Random(4)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.ledger.filler", "pg8000", "sqlalchemy.dialects.postgresql.pg8000"])
    kills, counts, life = 0, [0], LIFE_S
    while kills < KILLS:
        begun = processes.Event()
        process = processes.Process(target=fill, args=(place, str(path), begun))
        process.start()
        assert begun.wait(30)
        process.join(moments.uniform(0, life))
        process.kill()
        process.join()
        assert process.exitcode in (-signal.SIGKILL, 0)
        kills += process.exitcode == -signal.SIGKILL
        with Ledger(place) as ledger:
            assert list(ledger.examine()) == [], f"after kill {kills}"
            counts.append(sum(1 for _ in ledger.reports()))
        assert counts[-1] >= counts[-2], "what was added stays"
        if process.exitcode == 0:
            life *= 0.5
        else:
            life *= 1.2 if counts[-1] == counts[-2] else 0.8
    assert len(set(counts)) > KILLS // 5, "kills at many states of the ledger"
    with Ledger(place) as killed, Ledger(other_place) as whole:
        killed.add_path(path, reader=QuickReader())
        whole.add_path(path, reader=QuickReader())
        assert facts(killed) == facts(whole)
        assert len(list(killed.reports())) == REPORTS
        assert len(killed.quarantine()) == 2 * REPORTS // 50
