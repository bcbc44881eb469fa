"""A web page is a report: the article's text, and the day, outlet and address that the page says of itself."""

from __future__ import annotations

from tawatur.decoding import decode_page
from tawatur.errors import EmptyReport, TooLarge
from tawatur.sources.page_head import head_of
from tawatur.sources.records import Found, Given, Position
from tawatur.sources.stated import found

MOST_PAGE = 10_000_000
"""Bytes. The longest article fits five times with its markup; what is larger is no article."""
MOST_TAGS = 100_000
"""Pages of news have some 3,000 tags; a page of 200,000 links is looked through for half a minute."""


def from_page(
    data: bytes, *, given: Given, where: str, position: Position, url: str | None = None, charset: str | None = None
) -> Found:
    """The article of a page; `url` and `charset` as the server said them, where it is known."""
    from trafilatura import bare_extraction

    if len(data) > MOST_PAGE:
        raise TooLarge(f"{where}: a page of more than {MOST_PAGE:,} bytes; save the article's text instead.")
    source = decode_page(data, name=where, declared=charset)
    if source.count("<") > MOST_TAGS:
        raise TooLarge(f"{where}: a page of more than {MOST_TAGS:,} tags; save the article's text instead.")
    if not source.strip():
        raise EmptyReport(f"{where}: nothing in it; give a report with text.")
    try:
        page = bare_extraction(
            source,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except RecursionError:
        raise TooLarge(f"{where}: its markup is nested too deep; save the article's text instead.") from None
    if page is None or isinstance(page, dict) or not page.text:
        raise EmptyReport(f"{where}: no article text found in the page; save the article's text instead.")
    head = head_of(source)
    return found(
        page.text,
        given=given,
        where=where,
        position=position,
        title=page.title,
        url=url or head.url,
        published=head.published,
        outlet=head.outlet,
        option_first=True,
    )
