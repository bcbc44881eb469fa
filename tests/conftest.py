"""What tests share: the data folder beside the checkout where there is one, and small builders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tawatur.records import Reading, Report

SHARED = Path(os.environ.get("TAWATUR_DATA", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the measuring data; tests that need it are skipped aloud without it."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"measuring data not found at {SHARED}; set TAWATUR_DATA to its folder")
    return SHARED


def reading_of(text: str, *, published: str | None = "2019-03-08") -> Reading:
    """A reading of a text, with a publication day unless told otherwise."""
    from tawatur import read

    return read(Report(id="test", text=text, published=published))
