"""Running the command in this process, with what it writes and its exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tawatur.cli import main

TEXT = "قال متحدث باسم الجيش الليبي إن القوات انسحبت من مدينة ترهونة يوم الخميس. ونفى سكان المدينة ذلك.\n"
OTHER = "قصف الطيران السوري بلدة سراقب في ريف إدلب يوم السبت، بحسب مصدر طبي.\n"


class Outcome(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def tawatur(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """`tawatur("read", path, stdin=b"", columns=80)`."""

    def run(*arguments: object, stdin: bytes = b"", columns: int = 80) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["tawatur", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setenv("COLUMNS", str(columns))
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A file with a report in UTF-8."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
