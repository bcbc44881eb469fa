"""What a web page says of itself: its day of publication, its outlet and its address, each with where it is written.

>>> head_of('<html><head><meta property="og:site_name" content="نورس"></head></html>').outlet[0].value
'نورس'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from lxml import etree, html

from tawatur.sources.days import page_day
from tawatur.sources.stated import Said

_DAY_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
_OUTLET_METAS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_ARTICLES = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "AnalysisNewsArticle",
    }
)
_MOST_NODES = 200
"""Objects of JSON-LD that are looked at: pages list what else there is to read."""


class PageHead(NamedTuple):
    """Days and outlets in the order they are trusted."""

    published: tuple[Said, ...] = ()
    outlet: tuple[Said, ...] = ()
    url: str | None = None


def head_of(source: str) -> PageHead:
    """JSON-LD before meta tags before `<time>`; a day of change is never one of publication."""
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return PageHead()
    metas = _metas(tree)
    days, outlets = [], []
    for node in _articles(tree):
        if (day := page_day(_string(node.get("datePublished")))) is not None:
            days.append(Said(day, "json-ld"))
        if name := _name(node.get("publisher")):
            outlets.append(Said(name, "json-ld"))
    days += [Said(day, "meta") for key in _DAY_METAS if (day := page_day(metas.get(key))) is not None]
    days += [Said(day, "time") for day in _times(tree)]
    outlets += [Said(metas[key], "meta") for key in _OUTLET_METAS if metas.get(key)]
    return PageHead(tuple(_first_of_each(days)), tuple(_first_of_each(outlets)), _url(tree, metas))


def _first_of_each(said: list[Said]) -> Iterator[Said]:
    seen = set()
    for one in said:
        if one.by not in seen:
            seen.add(one.by)
            yield one


def _metas(tree: html.HtmlElement) -> Mapping[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            if content and meta.get(attribute):
                metas.setdefault(meta.get(attribute).strip().lower(), content)
    return metas


def _times(tree: html.HtmlElement) -> Iterator[str]:
    """Of a `<time>` that says it is the publication's, or else of the only one in the page's articles."""
    times = list(tree.iter("time"))
    named = [one for one in times if one.get("pubdate") is not None or one.get("itemprop") == "datePublished"]
    days = {page_day(one.get("datetime")) for one in named or times} - {None}
    if len(days) == 1:
        yield str(days.pop())


def _url(tree: html.HtmlElement, metas: Mapping[str, str]) -> str | None:
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next(
        (url.strip() for url in (*links, metas.get("og:url", "")) if url.strip().startswith(("http://", "https://"))),
        None,
    )


def _articles(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = msgspec.json.decode(script.text or "")
        except (msgspec.DecodeError, RecursionError):
            continue
        for node in _nodes(data):
            kind = node.get("@type")
            if _ARTICLES.intersection(kind if isinstance(kind, list) else [str(kind)]):
                yield node


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD document: itself, its list, its graph, what the page is about."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one[:_MOST_NODES]
        elif isinstance(one, dict):
            yield one
            waiting += [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]


def _name(publisher: Any) -> str | None:
    if isinstance(publisher, list) and publisher:
        return _name(publisher[0])
    return _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher)


def _string(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
