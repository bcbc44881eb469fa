"""A run over a list of feeds: what is new comes into the folder, one web archive for each feed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from tawatur import __version__
from tawatur.errors import FetchError
from tawatur.records import Record
from tawatur.sources.feeds import has_reports, linked_pages
from tawatur.sources.fetch.address import Address
from tawatur.sources.fetch.archive import archive_of
from tawatur.sources.fetch.feedlist import Feed, FeedList
from tawatur.sources.fetch.memory import Remembered, remember, remembered, written
from tawatur.sources.fetch.request import Answer
from tawatur.sources.fetch.visitor import Visitor
from tawatur.sources.warc import PAGES

MOST_HELD = 50_000_000
"""Bytes of pages in memory before an archive is written; the pages after them wait for the next run."""
_FOR_FEEDS = {"Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"}
_FOR_PAGES = {"Accept": "text/html, application/xhtml+xml"}
_NOT_IN_NAMES = re.compile(r"[^a-z0-9.-]+")


class Fetched(Record, kw_only=True):
    """What came of one feed."""

    url: str
    file: Path | None = None
    """The archive; None where nothing was new."""
    changed: bool = False
    pages: int = 0
    waiting: int = 0
    problems: tuple[str, ...] = ()
    """A sentence for everything that could not be had."""
    failed: bool = False
    """Whether the feed itself could not be had."""


def visitor_for(listed: FeedList) -> Visitor:
    """Named after this program and those who use it."""
    contact = f" ({listed.contact})" if listed.contact else ""
    return Visitor(agent=f"tawatur/{__version__}{contact}", seconds_between=listed.seconds_between)


def fetch(
    listed: FeedList,
    *,
    into: Path,
    visitor: Visitor | None = None,
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
) -> Iterator[Fetched]:
    """Each feed of the list, and what came of it; archive and memory are on the disk before the next one begins."""
    visitor = visitor or visitor_for(listed)
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FetchError(f"{into}: is no folder to write to ({error.strerror}).") from None
    feeds = remembered(into)
    for feed in listed.feed:
        result, answers, memory = _one(feed, memory=feeds.get(feed.url, Remembered()), visitor=visitor)
        if answers:
            stamp = now().strftime("%Y%m%dT%H%M%S%fZ")
            host = _NOT_IN_NAMES.sub("-", Address.of(feed.url).host)
            path = into / f"{stamp}-{host}.warc.gz"
            written(path, archive_of(answers))
            result = msgspec.structs.replace(result, file=path)
        feeds[feed.url] = memory
        remember(into, feeds)
        yield result


def _one(feed: Feed, *, memory: Remembered, visitor: Visitor) -> tuple[Fetched, list[Answer], Remembered]:
    try:
        answer = visitor.get(feed.url, headers={**_FOR_FEEDS, **memory.conditions})
        if answer.status not in (200, 304):
            raise FetchError(f"{feed.url}: the server says {answer.status} {answer.reason}.")
    except FetchError as error:
        return Fetched(url=feed.url, problems=(str(error),), failed=True), [], memory
    changed = answer.status == 200
    if changed:
        links = linked_pages(answer.body, url=answer.url) if feed.pages else {}
        memory = Remembered(
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
            done={url: mark for url, mark in links.items() if memory.done.get(url) == mark},
            waiting={url: mark for url, mark in links.items() if memory.done.get(url) != mark},
        )
    answers = [answer] if changed and has_reports(answer.body) else []
    pages: list[Answer] = []
    problems: list[str] = []
    done, waiting = dict(memory.done), dict(memory.waiting)
    for url, mark in list(waiting.items())[: feed.most_pages]:
        if sum(len(page.body) for page in pages) > MOST_HELD:
            break
        try:
            pages.append(_page(url, visitor=visitor))
        except FetchError as error:
            problems.append(str(error))
            if not isinstance(error, _Gone):
                continue
        done[url] = mark
        del waiting[url]
    result = Fetched(url=feed.url, changed=changed, pages=len(pages), waiting=len(waiting), problems=tuple(problems))
    return result, answers + pages, msgspec.structs.replace(memory, done=done, waiting=waiting)


class _Gone(FetchError):
    """Asking again would not help."""


def _page(url: str, *, visitor: Visitor) -> Answer:
    answer = visitor.get(url, headers=_FOR_PAGES)
    if 400 <= answer.status < 500 and answer.status != 429:
        raise _Gone(f"{url}: the server says {answer.status} {answer.reason}.")
    if answer.status != 200:
        raise FetchError(f"{url}: the server says {answer.status} {answer.reason}.")
    if answer.kind not in PAGES:
        raise _Gone(f"{url}: no web page but {answer.kind or 'something without a kind'}.")
    return answer
