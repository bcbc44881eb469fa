"""Web archives: pages and feeds of status 200, damage, and dates of download."""

import gzip
import io

import pytest
from fastwarc.warc import WarcRecordType

from tawatur.errors import BadRecord, NotArabic, ReportError, TooLarge
from tawatur.sources import Found, Position, sources_from
from tests.sources.build import ARTICLE, item, page, record, rss

PAGE = page().encode()
RECORDS = [record(f"https://nawras.example/{number}", PAGE) for number in range(4)]


def given(data: bytes, name: str = "x.warc", after: Position | None = None) -> list[Found | ReportError]:
    return list(sources_from(io.BytesIO(data), name=name, after=after))


def urls(items: list[Found | ReportError]) -> list[str | None]:
    return [one.report.url if isinstance(one, Found) else type(one).__name__ for one in items]


ALL = [f"https://nawras.example/{number}" for number in range(4)]


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz", "-"])
@pytest.mark.parametrize("pack", ["plain", "each", "whole"])
def test_every_page_of_an_archive(name: str, pack: str) -> None:
    data = b"".join(gzip.compress(one) if pack == "each" else one for one in RECORDS)
    items = given(gzip.compress(data) if pack == "whole" else data, name)
    assert urls(items) == ALL
    assert [one.position for one in items] == [Position(item=number) for number in range(1, 5)]
    assert urls(given(data, name, after=Position(item=3))) == ALL[3:]


def test_an_archive_whose_first_bytes_hold_the_end_of_a_line() -> None:
    data = b"".join(gzip.compress(one, mtime=0x0A) for one in RECORDS)
    assert urls(given(data, "-")) == ALL


def test_the_day_of_download_is_no_day_of_publication() -> None:
    (found,) = given(RECORDS[0])
    assert isinstance(found, Found)
    assert (found.report.published, found.published_from, found.report.outlet) == (None, None, None)
    (found,) = given(record("https://nawras.example/2018/06/14/a", PAGE))
    assert isinstance(found, Found)
    assert (found.report.published, found.published_from) == ("2018-06-14", "url")


def test_only_pages_and_feeds_of_status_200_are_read() -> None:
    data = b"".join(
        [
            record("https://nawras.example/r", b"", of=WarcRecordType.request),
            record("https://nawras.example/404", PAGE, status="404 Not Found"),
            record("https://nawras.example/img", b"\xff\xd8", kind="image/jpeg"),
            record("https://nawras.example/feed", rss(item(1, content=ARTICLE)).encode(), kind="application/rss+xml"),
            record("https://nawras.example/x", PAGE),
        ]
    )
    items = given(data)
    assert urls(items) == ["https://nawras.example/1", "https://nawras.example/x"]
    assert [one.position for one in items] == [Position(item=4), Position(item=5)]


BODIES = {
    "gzip": (gzip.compress(PAGE), "Content-Encoding: gzip\r\n", Found),
    "said to be gzip": (PAGE, "Content-Encoding: gzip\r\n", Found),
    "chunked": (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked\r\n", Found),
    "brotli": (PAGE, "Content-Encoding: br\r\n", BadRecord),
    "bomb": (gzip.compress(b" " * 50_000_000), "Content-Encoding: gzip\r\n", TooLarge),
    "large": (b" " * 10_000_001, "", TooLarge),
    "cut gzip": (gzip.compress(PAGE)[:3] + b"x", "Content-Encoding: gzip\r\n", BadRecord),
    "latin": (b"<html><body><article><p>" + b"Only English here, no other. " * 30 + b"</p></article>", "", NotArabic),
}


@pytest.mark.parametrize(("body", "headers", "kind"), BODIES.values(), ids=BODIES.keys())
def test_bodies_as_servers_send_them(body: bytes, headers: str, kind: type) -> None:
    items = given(record("https://nawras.example/b", body, headers=headers) + RECORDS[0])
    assert [type(one) for one in items] == [kind, Found]


def test_the_server_says_the_encoding() -> None:
    body = page().replace('<meta charset="utf-8">', "").encode("cp1256")
    (found,) = given(record("https://nawras.example/b", body, kind="text/html; charset=windows-1256"))
    assert isinstance(found, Found)
    assert "تل رفعت" in found.report.text


def test_a_cut_archive_gives_what_is_whole() -> None:
    for pack in (lambda one: one, gzip.compress):
        data = b"".join(pack(one) for one in RECORDS)
        items = given(data[: -len(pack(RECORDS[3])) // 2])
        assert urls(items)[:3] == ALL[:3]
        assert [type(one) for one in items[3:]] == [BadRecord] * (len(items) - 3)
        assert len(items) >= 4, "the cut is said"


def test_behind_damage_it_goes_on() -> None:
    plain = RECORDS[0] + b"\x00" * 300 + b"".join(RECORDS[1:])
    packed = gzip.compress(RECORDS[0]) + gzip.compress(RECORDS[1])[:-150] + b"".join(map(gzip.compress, RECORDS[2:]))
    for data, lost in ((plain, []), (packed, [ALL[1]])):
        found = urls(given(data))
        assert [url for url in found if url in ALL] == [url for url in ALL if url not in lost]
        assert "BadRecord" in found


@pytest.mark.parametrize(
    "data",
    [b"WARC/1.0\r\n" + b"A" * 10_000_000, b"\x00" * 1000, gzip.compress(b"\x00" * 10_000_000), b"\x1f\x8b\x08" * 1000],
)
def test_what_is_no_archive_is_said(data: bytes) -> None:
    items = given(data)
    assert items
    assert all(isinstance(one, ReportError) for one in items)
    assert len(items) < 20


def test_who_stops_within_a_feed_loses_none_of_its_entries() -> None:
    feed = rss(*(item(number, content=ARTICLE) for number in range(3)), item(9)).encode()
    data = RECORDS[0] + record("https://nawras.example/feed", feed, kind="application/rss+xml") + RECORDS[1]
    items = given(data)
    assert len(items) == 6
    for number, one in enumerate(items):
        rest = urls(given(data, after=one.position))
        assert rest[-len(items[number + 1 :]) :] == urls(items[number + 1 :]) or number == len(items) - 1
    assert given(data, after=items[-1].position) == []
