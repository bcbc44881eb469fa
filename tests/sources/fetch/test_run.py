"""A run over feeds: what comes into the folder, what is remembered, and that the archives give reports."""

import datetime as dt
from pathlib import Path

import pytest

from tawatur.errors import FetchError
from tawatur.sources import Found, sources_in
from tawatur.sources.fetch import Feed, FeedList, Fetched, fetch
from tawatur.sources.fetch.memory import NAME
from tawatur.sources.fetch.visitor import Visitor
from tests.sources.build import ARTICLE, item, meta, page, rss
from tests.sources.fetch.conftest import Reply, Site

RSS = ("Content-Type", "application/rss+xml")


def run(site: Site, visitor: Visitor, folder: Path, **feed: object) -> Fetched:
    listed = FeedList(feed=(Feed(url=f"{site.address}/rss", **feed),))  # type: ignore[arg-type]
    (result,) = fetch(listed, into=folder, visitor=visitor, now=ticking)
    return result


_TICKS = iter(range(10_000))


def ticking() -> dt.datetime:
    return dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=next(_TICKS))


def feed(site: Site, *items: str, tag: str = '"1"') -> None:
    site.replies["/rss"] = Reply(rss(*items).encode(), headers=(RSS, ("ETag", tag)))


def reports(folder: Path) -> list[str | None]:
    found = [one for one in sources_in(folder) if isinstance(one, Found)]
    return [one.report.url.rsplit("/", 1)[-1] if one.report.url else None for one in found]


def test_feed_and_pages_become_reports(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    feed(site, item(1, content=ARTICLE), item(2, link=f"{site.address}/2018/06/14/two"))
    site.replies["/2018/06/14/two"] = Reply(page(head=meta("og:site_name", "وكالة نورس")).encode())
    result = run(site, visitor, tmp_path)
    assert (result.changed, result.pages, result.waiting, result.problems) == (True, 1, 0, ())
    assert result.file is not None
    assert result.file.name.startswith("20240101T")
    assert result.file.name.endswith("Z-nawras.example.warc.gz")
    found = [one for one in sources_in(tmp_path) if isinstance(one, Found)]
    assert [(one.report.published, one.published_from, one.report.outlet, one.outlet_from) for one in found] == [
        (None, None, "وكالة نورس", "feed"),
        ("2018-06-14", "url", "وكالة نورس", "meta"),
    ]


def test_what_has_not_changed_is_not_fetched_again(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    feed(site, item(1, link=f"{site.address}/1"))
    site.replies["/1"] = Reply(page().encode())
    run(site, visitor, tmp_path)
    site.asked.clear()
    again = run(site, visitor, tmp_path)
    assert (again.changed, again.pages, again.file) == (False, 0, None)
    assert site.paths == ["/rss"]
    assert site.asked[0][1]["if-none-match"] == '"1"'
    feed(site, item(1, link=f"{site.address}/1"), item(2, link=f"{site.address}/2"), tag='"2"')
    site.replies["/2"] = Reply(page().encode())
    site.asked.clear()
    assert run(site, visitor, tmp_path).pages == 1
    assert site.paths == ["/rss", "/2"]


def test_a_changed_entry_is_fetched_anew(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    site.replies["/1"] = Reply(page().encode())
    for tag, date in (('"1"', "Thu, 14 Jun 2018 10:00:00 GMT"), ('"2"', "Fri, 15 Jun 2018 10:00:00 GMT")):
        feed(site, item(1, link=f"{site.address}/1", date=date), tag=tag)
        assert run(site, visitor, tmp_path).pages == 1
    assert reports(tmp_path) == ["1", "1"]


def test_pages_beyond_the_bound_wait_for_the_next_run(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    feed(site, *(item(number, link=f"{site.address}/{number}") for number in range(5)))
    site.replies |= {f"/{number}": Reply(page().encode()) for number in range(5)}
    results = [run(site, visitor, tmp_path, most_pages=2) for _ in range(4)]
    assert [(one.pages, one.waiting) for one in results] == [(2, 3), (2, 1), (1, 0), (0, 0)]
    assert sorted(map(str, reports(tmp_path))) == ["0", "1", "2", "3", "4"]


def test_a_page_that_fails_is_said_and_asked_for_again_a_page_that_is_gone_is_not(
    site: Site, visitor: Visitor, tmp_path: Path
) -> None:
    feed(site, *(item(number, link=f"{site.address}/{number}") for number in range(3)))
    site.replies |= {
        "/0": Reply(status=404),
        "/1": Reply(status=500),
        "/2": Reply(b"x", headers=(("Content-Type", "image/png"),)),
    }
    result = run(site, visitor, tmp_path)
    assert (result.pages, result.waiting, len(result.problems), result.failed) == (0, 1, 3, False)
    site.replies["/1"] = Reply(page().encode())
    assert run(site, visitor, tmp_path).pages == 1


def test_a_feed_that_fails_does_not_stop_the_others(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    feed(site, item(1, content=ARTICLE))
    listed = FeedList(feed=(Feed(url=f"{site.address}/none"), Feed(url=f"{site.address}/rss", pages=False)))
    bad, good = fetch(listed, into=tmp_path, visitor=visitor, now=ticking)
    assert bad.failed
    assert "404" in bad.problems[0]
    assert good.file is not None
    assert reports(tmp_path) == ["1"]


def test_nothing_half_written_is_left(
    site: Site, visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(site, item(1, content=ARTICLE))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FetchError, match="No space left on device"):
        run(site, visitor, tmp_path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    assert run(site, visitor, tmp_path).file is not None, "what was not written is fetched again"


def test_a_damaged_memory_is_said(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{", encoding="utf-8")
    with pytest.raises(FetchError, match="delete it"):
        run(site, visitor, tmp_path)


def test_a_feed_that_the_server_calls_plain_text(site: Site, visitor: Visitor, tmp_path: Path) -> None:
    site.replies["/rss"] = Reply(rss(item(1, content=ARTICLE)).encode(), headers=(("Content-Type", "text/plain"),))
    run(site, visitor, tmp_path)
    assert reports(tmp_path) == ["1"]
