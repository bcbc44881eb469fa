"""Feeds, pages and archives for tests, about invented happenings."""

import io
import json
from html import escape

from fastwarc.warc import WarcRecord, WarcRecordType

SENTENCE = "وصلت قافلة المساعدات إلى بلدة تل رفعت صباح اليوم، وقال سائقوها إن الطريق كان مفتوحا. "
ARTICLE = SENTENCE * 6


def page(*, head: str = "", body: str = ARTICLE, title: str = "قافلة تصل تل رفعت", before: str = "") -> str:
    """A web page with an article."""
    words = "".join(f"<p>{part}</p>" for part in body.split("\n"))
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<nav><a href='/'>الرئيسية</a></nav><article>{before}<h1>{title}</h1>{words}</article></body></html>"
    )


def json_ld(**node: object) -> str:
    """A script of JSON-LD about a news article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **node}, ensure_ascii=False)}</script>'


def meta(name: str, content: str) -> str:
    """A meta tag."""
    return f'<meta property="{name}" content="{content}">'


def item(
    number: int = 1,
    *,
    content: str | None = None,
    summary: str = "ملخص",
    date: str | None = None,
    link: str | None = None,
) -> str:
    """An entry of RSS."""
    full = f"<content:encoded><![CDATA[<p>{content}</p>]]></content:encoded>" if content else ""
    day = f"<pubDate>{date}</pubDate>" if date else ""
    url = link or f"https://nawras.example/{number}"
    return f"<item><title>خبر {number}</title><link>{escape(url)}</link><guid>g{number}</guid>{day}<description>{escape(summary)}</description>{full}</item>"


def rss(*items: str, title: str = "وكالة نورس", doctype: str = "") -> str:
    """A feed of RSS 2.0."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{doctype}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{title}</title>{"".join(items)}</channel></rss>'
    )


def record(
    url: str,
    body: bytes,
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
    of: WarcRecordType = WarcRecordType.response,
) -> bytes:
    """A record of a web archive."""
    made = WarcRecord()
    made.init_headers(of)
    made.headers["WARC-Target-URI"] = url
    made.headers["Content-Type"] = f"application/http; msgtype={of}"
    top = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nDate: Mon, 01 Jan 2024 00:00:00 GMT\r\n{headers}\r\n"
    made.set_bytes_content(top.encode() + body)
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()
