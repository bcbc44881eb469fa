"""Which day and which outlet a report gets, and what is said when two do not agree."""

import io
import json

import pytest

from tawatur.sources import Found, sources_from
from tawatur.sources.dateline import dateline_day
from tawatur.sources.days import page_day, url_day
from tests.sources.build import ARTICLE, SENTENCE, json_ld, meta, page


def of(data: str, name: str, **options: str) -> Found:
    (item,) = sources_from(io.BytesIO(data.encode()), name=name, **options)  # type: ignore[arg-type]
    assert isinstance(item, Found), item
    return item


def of_row(**row: str) -> Found:
    return of(json.dumps({"text": SENTENCE, **row}), "x.jsonl")


LD = json_ld(datePublished="2018-06-14T09:00:00+03:00", publisher={"@type": "Organization", "name": "وكالة نورس"})
GRAPH = f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"}, {"@type": ["Article", "X"], "datePublished": "2018-06-14"}]})}</script>'
META = meta("article:published_time", "2018-06-15T01:00:00Z") + meta("og:site_name", "نورس نت")
TIME = '<time datetime="2018-06-13">أمس</time>'
URL = '<link rel="canonical" href="https://nawras.example/2018/06/12/road">'

PAGES = {
    # the order of trust, one after the other taken away
    "all": (LD + META + URL, TIME, "2018-06-14", "json-ld", "وكالة نورس", "json-ld"),
    "no json-ld": (META + URL, TIME, "2018-06-15", "meta", "نورس نت", "meta"),
    "no meta": (URL, TIME, "2018-06-13", "time", None, None),
    "no time": (URL, "", "2018-06-12", "url", None, None),
    "nothing": ("", "", None, None, None, None),
    # an article in a graph; the site's own day is not its day
    "graph": (GRAPH, "", "2018-06-14", "json-ld", None, None),
    # a day of change, a day that systems write for none, a day that may be two
    "changed": (meta("article:modified_time", "2018-06-14") + json_ld(dateModified="2018-06-14"), "", None, None, None, None),
    "epoch": (json_ld(datePublished="1970-01-01T00:00:00Z") + meta("dc.date", "0001-01-01"), "", None, None, None, None),
    "ambiguous": (meta("pubdate", "03/04/2018"), "", None, None, None, None),
    # several times on the page and none that says it is the article's
    "times": ("", TIME + '<time datetime="2018-01-02">قبل أشهر</time>', None, None, None, None),
    "named time": ("", '<time datetime="2018-01-02">x</time><time itemprop="datePublished" datetime="2018-06-13">y</time>', "2018-06-13", "time", None, None),
    # JSON-LD that is no JSON
    "bad json-ld": ('<script type="application/ld+json">{"@type": </script>' + META, "", "2018-06-15", "meta", "نورس نت", "meta"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("head", "before", "day", "day_from", "outlet", "outlet_from"), PAGES.values(), ids=PAGES.keys()
)
def test_a_page_says_its_day_and_outlet(
    head: str, before: str, day: str | None, day_from: str | None, outlet: str | None, outlet_from: str | None
) -> None:
    item = of(page(head=head, before=before), "x.html")
    assert (item.report.published, item.published_from) == (day, day_from)
    assert (item.report.outlet, item.outlet_from) == (outlet, outlet_from)


def test_the_callers_word_stands_before_the_page_and_behind_the_row() -> None:
    item = of(page(head=META), "x.html", published="2018-06-16", outlet="س")
    assert (item.report.published, item.published_from, item.outlet_from) == ("2018-06-16", "option", "option")
    assert item.notes == ()
    row = json.dumps({"text": SENTENCE, "published": "2018-06-14", "outlet": "نورس"})
    item = of(row, "x.jsonl", published="2018-06-15", outlet="س")
    assert (item.report.published, item.published_from, item.outlet_from) == ("2018-06-14", "jsonl", "jsonl")


def test_days_more_than_one_apart_are_noted() -> None:
    assert of_row(published="2018-06-14", url="https://n.example/2018/06/15/x").notes == ()
    (note,) = of_row(published="2018-06-14", url="https://n.example/2018/06/10/x").notes
    assert note.code == "published-disagrees"
    assert note.text == "Published 2018-06-14 by jsonl, which is taken; url says 2018-06-10."


DATELINES = {
    # between place and credit
    "بغداد 15-7-2014 (اف ب) - وصلت القافلة.": "2014-07-15",
    "دير الزور في ١٥ تموز ٢٠١٤ /نورس/ وصلت القافلة.": "2014-07-15",
    # behind the credit
    "القاهرة (نورس) 3 يونيو/حزيران 2016 - وصلت القافلة.": "2016-06-03",
    # no year: it would be a guess
    "بغداد ١٥ - ٧ (اف ب) - وصلت القافلة.": None,
    # a day in the story, with or without a dash
    "وقعت في 15/7/2014 اشتباكات في البلدة - سكان.": None,
    "دمشق (نورس) - وصلت القافلة في 15 تموز 2014 إلى البلدة.": None,
    "15/7/2014 (نورس) - وصلت القافلة.": None,
    # no such day
    "بغداد 31-2-2014 (اف ب) - وصلت القافلة.": None,
}


@pytest.mark.parametrize(("text", "day"), DATELINES.items())
def test_datelines(text: str, day: str | None) -> None:
    assert dateline_day(text) == day
    item = of(text, "x.txt")
    assert (item.report.published, item.published_from) == (day, "dateline" if day else None)


@pytest.mark.parametrize(
    ("published", "apart"),
    # sent on the day, put out a day later, put out the day before by the clock elsewhere, four days on, over new year
    [("2014-07-15", False), ("2014-07-16", False), ("2014-07-14", False), ("2014-07-19", True), ("2015-01-01", True)],
)
def test_a_dateline_without_a_year_is_held_against_the_day(published: str, apart: bool) -> None:
    item = of("بغداد ١٥ - ٧ (اف ب) - وصلت القافلة إلى البلدة.", "x.txt", published=published)
    assert item.report.published == published
    assert bool(item.notes) is apart


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://n.example/2018/06/14/road", "2018-06-14"),
        ("https://n.example/news/2018-6-4-road.html", "2018-06-04"),
        ("https://n.example/a20180614.html", "2018-06-14"),
        # a month, a number that is no day, a longer number, two days, a day asked for, no address
        ("https://n.example/2018/06/road", None),
        ("https://n.example/20181314", None),
        ("https://n.example/120180614", None),
        ("https://n.example/2018/06/14/2018-06-20", None),
        ("https://n.example/?d=2018-06-14", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    assert url_day(url) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-06-14 10:00", "2018-06-14"),
        ("20180614T100000Z", "2018-06-14"),
        ("14.06.2018", "2018-06-14"),
        ("06/14/2018", "2018-06-14"),
        ("05/05/2018", "2018-05-05"),
        ("Thu, 14 Jun 2018 23:30:00 +0300", "2018-06-14"),
        ("2018-06-31", None),
        ("1528934400", None),
        ("أمس", None),
    ],
)
def test_days_as_pages_write_them(written: str, day: str | None) -> None:
    assert page_day(written) == day


def test_the_page_of_an_address_in_a_row_gives_the_day_that_the_row_lacks() -> None:
    item = of_row(url="https://n.example/2018/06/14/x", text=ARTICLE)
    assert (item.report.published, item.published_from) == ("2018-06-14", "url")
