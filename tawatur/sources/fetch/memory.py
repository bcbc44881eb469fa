"""What a folder remembers of earlier runs: tags for conditional requests, pages that are in, pages that wait."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from tawatur.errors import FetchError
from tawatur.records import Record

NAME = ".tawatur-fetch.json"
"""Hidden, so that `tawatur add` leaves it alone."""


class Remembered(Record, kw_only=True):
    """One feed."""

    etag: str | None = None
    last_modified: str | None = None
    done: dict[str, str] = msgspec.field(default_factory=dict)
    """Pages that are in, with the day or title that their entry had then; another one is fetched anew."""
    waiting: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for the feed only if it has changed."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


def remembered(folder: Path) -> dict[str, Remembered]:
    """By the address of the feed; nothing in a new folder."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Remembered])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError) as error:
        raise FetchError(f"{path}: cannot be read ({error}); delete it, and everything is fetched anew.") from None


def remember(folder: Path, feeds: dict[str, Remembered]) -> None:
    """Write it down, at once or not at all."""
    written(folder / NAME, msgspec.json.format(msgspec.json.encode(feeds, order="deterministic")))


def written(path: Path, data: bytes) -> None:
    """A file that is there whole or not at all; raises FetchError where the disk does not take it."""
    part = path.with_name(f".{path.name.lstrip('.')}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FetchError(f"{path}: cannot be written ({error.strerror}).") from None
