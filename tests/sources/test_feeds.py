"""RSS and Atom: which entries are reports, and what a hostile feed costs."""

import io
import time

import pytest

from tawatur.errors import EmptyReport, MalformedFeed, NotArabic, ReportError, SummaryOnly
from tawatur.sources import Found, Position, sources_from
from tawatur.sources.feeds import SHORTEST_SUMMARY, linked_pages
from tawatur.sources.markup import words_of
from tests.sources.build import ARTICLE, SENTENCE, item, rss


def given(data: str | bytes, name: str = "x.rss", after: Position | None = None) -> list[Found | ReportError]:
    raw = data.encode() if isinstance(data, str) else data
    return list(sources_from(io.BytesIO(raw), name=name, after=after))


def test_an_entry_with_its_text_is_a_report() -> None:
    feed = rss(item(1, content=ARTICLE, date="Thu, 14 Jun 2018 23:30:00 +0300"))
    for name in ("x.rss", "x.xml", "-", "x.txt"):
        (found,) = given(feed, name)
        assert isinstance(found, Found)
        report = found.report
        assert (report.id, report.title, report.url) == ("g1", "خبر 1", "https://nawras.example/1")
        assert report.text == ARTICLE.strip()
        assert (report.published, found.published_from) == ("2018-06-14", "feed")
        assert (report.outlet, found.outlet_from) == ("وكالة نورس", "feed")
        assert found.position == Position(item=1)


LONG = (SENTENCE * 6)[: SHORTEST_SUMMARY + 1].strip() + "."
SUMMARIES = {
    # long enough and to its end; too short; breaks off
    "whole": (LONG, True),
    "in markup": (f"<div><p>{LONG}</p></div>", True),
    "short": (SENTENCE, False),
    "cut": (LONG + "…", False),
    "cut in dots": (LONG + " [...]", False),
    "markup only": ("<p>" + "<br/>" * 500 + "</p>", False),
}


@pytest.mark.parametrize(("summary", "report"), SUMMARIES.values(), ids=SUMMARIES.keys())
def test_a_summary_is_a_report_only_where_it_is_as_good_as_one(summary: str, report: bool) -> None:
    feed = rss(item(1, summary=summary))
    (found,) = given(feed)
    assert isinstance(found, Found if report else SummaryOnly)
    linked = linked_pages(feed.encode(), url="https://nawras.example/feed")
    assert list(linked) == ([] if report else ["https://nawras.example/1"])


def test_entries_that_are_none_do_not_hide_the_others() -> None:
    feed = rss(item(1), item(2, content=ARTICLE), item(3, content="Only English here."), item(4, content=ARTICLE))
    assert [type(found) for found in given(feed)] == [SummaryOnly, Found, NotArabic, Found]
    assert [type(found) for found in given(feed, after=Position(item=2))] == [NotArabic, Found]


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>نورس</title><entry><id>a1</id>
<title>خبر</title><link href="https://nawras.example/a1"/>DATES<source><title>وكالة ميقات</title></source>
<content type="html">&lt;p&gt;{ARTICLE}&lt;/p&gt;</content></entry></feed>"""


def test_the_day_of_a_change_is_no_day_of_publication() -> None:
    both = "<published>2018-06-14T08:00:00Z</published><updated>2018-06-20T08:00:00Z</updated>"
    for dates, day in ((both, "2018-06-14"), ("<updated>2018-06-20T08:00:00Z</updated>", None)):
        (found,) = given(ATOM.replace("DATES", dates), "x.atom")
        assert isinstance(found, Found)
        assert (found.report.published, found.report.outlet) == (day, "وكالة ميقات")


def test_dublin_core_dates_of_rss_are_days_of_publication() -> None:
    (found,) = given(rss(item(1, content=ARTICLE).replace("</guid>", "</guid><dc:date>2018-06-14</dc:date>")))
    assert isinstance(found, Found)
    assert found.report.published == "2018-06-14"


def test_a_feed_in_windows_1256() -> None:
    (found,) = given(rss(item(1, content=ARTICLE)).replace("utf-8", "windows-1256").encode("cp1256"))
    assert isinstance(found, Found)
    assert found.report.text == ARTICLE.strip()


def test_a_cut_feed_gives_all_but_its_last_entry() -> None:
    feed = rss(item(1, content=ARTICLE), item(2, content=ARTICLE))
    found = given(feed[: feed.index("</item></channel>") - 100])
    assert [type(one) for one in found] == [Found, MalformedFeed]
    assert "cut off in entry 2" in str(found[1])


def test_a_wrong_sign_in_a_feed_costs_nothing() -> None:
    feed = rss(item(1, content=ARTICLE), item(2, content=ARTICLE)).replace("خبر 1", "خبر & 1 \x00")
    assert [type(one) for one in given(feed)] == [Found, Found]


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY l0 'lol'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)
HOSTILE = {
    # entities within entities, one long entity many times, a file of the machine
    "laughs": (rss(item(1, content="&l9;").replace("خبر", "&l9;"), doctype=LAUGHS), ReportError),
    "quadratic": (rss(item(1, content=ARTICLE).replace("خبر", "&a;" * 50_000), doctype=f"<!DOCTYPE x [<!ENTITY a '{'ا' * 100_000}'>]>"), Found),
    "file": (rss(item(1, content=ARTICLE).replace("خبر", "&a;"), doctype="<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), Found),
    # elements in elements; a line of nearly ten million signs
    "deep": ("<rss version='2.0'><channel>" + "<a>" * 20_000, ReportError),
    "long line": (rss(item(1, content="ق" * 4_900_000)), ReportError),
    "too much": (rss(item(1, content="ق" * 5_100_000)), ReportError),
    # other XML, no XML, nothing
    "other xml": ("<?xml version='1.0'?><note>نص</note>", MalformedFeed),
    "no xml": ("نص", MalformedFeed),
    "empty": (rss(), ReportError),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_feeds_are_bounded_and_said(data: str, kind: type) -> None:
    begun = time.process_time()
    (found,) = given(data)
    assert isinstance(found, kind)
    if isinstance(found, Found):
        assert len(found.report.title or "") < 400_000
        assert "root:" not in (found.report.title or "")
    assert time.process_time() - begun < 10


def test_an_empty_file_is_said() -> None:
    (found,) = given("", "x.xml")
    assert isinstance(found, MalformedFeed | EmptyReport)


def test_words_of_markup() -> None:
    assert words_of("أ<br>ب<style>x</style>ج<!-- د -->ه<p>و\nز</p>") == "أ\nبجه\nو ز"
    assert words_of("<div>" * 50_000 + "نص") in ("نص", "")
    assert words_of("5 < 6 و 7") == "5 < 6 و 7"


def test_relative_links_lead_from_the_feed() -> None:
    feed = rss(item(1, link="../a/1"), item(2).replace("<link>https://nawras.example/2</link>", "")).encode()
    assert list(linked_pages(feed, url="https://nawras.example/feeds/rss")) == ["https://nawras.example/a/1"]
    (first, second) = given(feed)
    assert "no address given" in str(first)
    assert "no address given" in str(second)
