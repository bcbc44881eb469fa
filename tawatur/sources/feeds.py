"""RSS and Atom: an entry with its full text is a report; one with a summary only where the summary is as good as one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from tawatur.errors import EmptyReport, MalformedFeed, ReportError, SummaryOnly, TooLarge
from tawatur.sources.days import page_day
from tawatur.sources.markup import words_of
from tawatur.sources.records import Found, Given, Position, refused
from tawatur.sources.stated import Said, found

MOST_FEED = 10_000_000
"""Bytes. A feed of a hundred long articles has two million."""
SHORTEST_SUMMARY = 400
"""Letters and signs. Teasers end at some 300, the shortest agency reports in full begin at some 400."""
_CUT = ("…", "...", "..", "[…]", "[...]", "(...)", "»»", ">>")
"""Ends of a text that goes on elsewhere."""
_ENDS = (b"</rss>", b"</feed>", b"</rdf:rdf>", b"</channel>")


def from_feed(
    data: bytes,
    *,
    given: Given,
    where: str,
    after: Position | None = None,
    within: Position | None = None,
    url: str | None = None,
) -> Iterator[Found | ReportError]:
    """The entries of a feed. `within` is the position of a feed that is itself one record of a larger source.

    The day is that of publication as the entry states it: RSS has `pubDate` or `dc:date`, Atom `published`; the
    `updated` of Atom is the day of a change.
    """
    done = after.item if after else 0
    try:
        feed = _parsed(data, where=where)
    except ReportError as error:
        yield refused(error, source=given.name, position=within or Position(item=0), data=data)
        return
    outlet = words_of(feed.feed.get("title", ""))
    cut = _cut(feed, data)
    dates = ("published", "updated") if feed.version.startswith("rss") and b"modified" not in data else ("published",)
    for number, entry in enumerate(feed.entries[:-1] if cut else feed.entries, start=1):
        if number <= done:
            continue
        position = within or Position(item=number)
        spot = f"{where}, entry {number}"
        try:
            yield _report(
                entry, link=_link(entry, url), dates=dates, outlet=outlet, given=given, where=spot, position=position
            )
        except ReportError as error:
            yield refused(error, source=given.name, position=position, data=(_link(entry, url) or "").encode())
    if cut:
        broken = MalformedFeed(f"{where}: cut off in entry {len(feed.entries)}; fetch it again.")
        yield refused(broken, source=given.name, position=within or Position(item=len(feed.entries)), data=data)


def linked_pages(data: bytes, *, url: str) -> dict[str, str]:
    """The pages of the entries that are no reports without them, with a mark that changes when the entry does."""
    try:
        entries = _parsed(data, where=url).entries
    except ReportError:
        return {}
    return {
        link: str(dict.get(entry, "updated") or dict.get(entry, "published") or entry.get("title", ""))
        for entry in entries
        if (link := _link(entry, url)) is not None and _full(entry) is None
    }


def has_reports(data: bytes) -> bool:
    """Whether an entry of the feed is a report by itself."""
    try:
        return any(_full(entry) is not None for entry in _parsed(data, where="feed").entries)
    except ReportError:
        return False


def _parsed(data: bytes, *, where: str) -> Any:
    import feedparser

    if len(data) > MOST_FEED:
        raise TooLarge(f"{where}: a feed of more than {MOST_FEED:,} bytes; split it.")
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    except (RecursionError, ValueError, AssertionError, LookupError) as error:
        raise MalformedFeed(f"{where}: no RSS or Atom that can be read ({error}); fetch it again.") from None
    if not feed.get("version") and not feed.entries:
        raise MalformedFeed(f"{where}: no RSS or Atom in it; other XML is not read.")
    if not feed.entries:
        raise EmptyReport(f"{where}: the feed has no entry that can be read.")
    return feed


def _cut(feed: Any, data: bytes) -> bool:
    """Whether the end is missing: the last entry may be half a text. A wrong sign on the way is passed over."""
    return bool(feed.bozo) and not data.rstrip().lower().endswith(_ENDS)


def _report(
    entry: Any, *, link: str | None, dates: tuple[str, ...], outlet: str, given: Given, where: str, position: Position
) -> Found:
    text = _full(entry)
    if text is None:
        raise SummaryOnly(f"{where}: only a summary; fetch its page {link or '(no address given)'}.")
    published = next((day for key in dates if (day := _day(entry, key)) is not None), None)
    outlet = words_of((entry.get("source") or {}).get("title", "")) or outlet
    return found(
        text,
        given=given,
        where=where,
        position=position,
        id=entry.get("id") or None,
        title=words_of(entry.get("title", "")) or None,
        url=link,
        published=[Said(published, "feed")] if published else [],
        outlet=[Said(outlet, "feed")] if outlet else [],
    )


def _link(entry: Any, base: str | None) -> str | None:
    """The whole address of an entry's page; None where it has none. A `guid` in its place is whole or no address."""
    try:
        link = urljoin(base if base and not entry.get("guidislink") else "", str(entry.get("link", "")).strip())
    except ValueError:
        return None
    return link if link.startswith(("http://", "https://")) and link != base else None


def _full(entry: Any) -> str | None:
    """The longest content; else the summary, if it is long enough and does not break off."""
    contents = [words_of(content.get("value", "")) for content in entry.get("content", ())]
    text = max(contents, key=len, default="")
    summary = words_of(entry.get("summary", ""))
    if len(text) > len(summary):
        return text
    whole = len(summary) >= SHORTEST_SUMMARY and not summary.rstrip().endswith(_CUT)
    return summary if whole else text or None


def _day(entry: Any, key: str) -> str | None:
    """The day as it is written, in the feed's own time zone, else as the parser makes it out."""
    day = page_day(entry[key]) if key in entry else None
    parsed = entry.get(f"{key}_parsed")
    return day or (page_day(f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}") if parsed else None)
