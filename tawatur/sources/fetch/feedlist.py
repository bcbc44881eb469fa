"""FEEDS.toml: which feeds are fetched, and how politely."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from tawatur.errors import FeedListError, FetchError
from tawatur.records import Record
from tawatur.sources.fetch.address import Address

SLOWEST_FLOOR = 1.0
"""Seconds between two requests to a host; no list may ask for fewer."""
_WHERE = re.compile(r" - at `\$\.?(?P<path>.*?)`")
_ENTRY = re.compile(r"feed\[(\d+)\]\.?")
_CONTACT = re.compile(r"[\x20-\x7e]{1,200}")


class Feed(Record, kw_only=True):
    """A feed to fetch."""

    url: str
    pages: bool = True
    """Whether the pages of entries without their full text are fetched too."""
    most_pages: int = 50
    """Pages of this feed in one run; the others wait for the next."""


class FeedList(Record, kw_only=True):
    """All that FEEDS.toml says."""

    feed: tuple[Feed, ...]
    seconds_between: float = 5.0
    """Between two requests to the same host."""
    contact: str | None = None
    """An address where the people of a site reach those who fetch; sent with every request."""


def read_feedlist(path: Path) -> FeedList:
    """The list in a file, checked; raises FeedListError with the file, the entry and the key."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FeedListError(f"{path}: cannot be opened ({error.strerror}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FeedListError(f"{path}: no TOML ({error}); write a [[feed]] with a url for every feed.") from None
    try:
        listed = msgspec.convert(raw, FeedList)
    except msgspec.ValidationError as error:
        raise FeedListError(_sentence(path, str(error))) from None
    for problem in _problems(listed):
        raise FeedListError(f"{path}, {problem}")
    return listed


def _sentence(path: Path, message: str) -> str:
    found = _WHERE.search(message)
    key = found["path"] if found else ""
    entry = _ENTRY.match(key)
    where = f"{path}, feed {int(entry[1]) + 1}" if entry else f"{path}"
    key = key[entry.end() :] if entry else key
    return f"{where}{f', {key}' if key else ''}: {_WHERE.sub('', message)}."


def _problems(listed: FeedList) -> Any:
    if not listed.feed:
        yield "feed: there is none; write a [[feed]] with a url."
    if not SLOWEST_FLOOR <= listed.seconds_between <= 3600:
        yield f"seconds_between: {listed.seconds_between:g} is not from {SLOWEST_FLOOR:g} to 3600."
    if listed.contact is not None and not _CONTACT.fullmatch(listed.contact):
        yield "contact: write it in at most 200 signs of ASCII, such as a mail address."
    seen: dict[str, int] = {}
    for number, feed in enumerate(listed.feed, start=1):
        try:
            Address.of(feed.url)
        except FetchError as error:
            yield f"feed {number}, url: {error}"
        if feed.most_pages < 0:
            yield f"feed {number}, most_pages: {feed.most_pages} is below 0; pages = false fetches none."
        if feed.url in seen:
            yield f"feed {number}, url: the same as feed {seen[feed.url]}; leave one out."
        seen[feed.url] = number
