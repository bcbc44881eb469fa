"""Days as rows, pages, feeds and addresses write them.

>>> day("2017-10-27T22:30:00+03:00"), day("الخميس")
('2017-10-27', None)
>>> page_day("2017/10/27 22:30"), page_day("1970-01-01T00:00:00Z"), page_day("03/04/2017")
('2017-10-27', None, None)
>>> url_day("https://news.example/2018/06/14/road"), url_day("https://news.example/a/20180614-77")
('2018-06-14', '2018-06-14')
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urlsplit

EARLIEST_YEAR = 1990
"""No page is older than the web: 1970-01-01 and 0001-01-01 are what systems write for a day that they do not know."""
LATEST_YEAR = 2100
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6})?Z?$")
_IN_PATH = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})(?P<mark>[-/_])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})|(?P<Y>\d{4})(?P<M>\d{2})(?P<D>\d{2}))(?!\d)"
)


def day(published: str | None) -> str | None:
    """An ISO day from "2017-10-27", an ISO time or a mail date; None when there is none or it is no date."""
    if not published:
        return None
    found = _ISO_DAY.match(published.strip())
    try:
        if found:
            return dt.date.fromisoformat(found.group()).isoformat()
        return parsedate_to_datetime(published).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def page_day(written: str | None) -> str | None:
    """A day as pages and feeds write it in attributes; "03/04/2017" may be two days and is none."""
    text = (written or "").strip()
    found = _YEAR_FIRST.match(text) or _DIGITS.match(text)
    if found:
        return _day(found[1], found[2], found[3])
    found = _YEAR_LAST.match(text)
    if found:
        readings = {_day(found[3], found[2], found[1]), _day(found[3], found[1], found[2])} - {None}
        return readings.pop() if len(readings) == 1 else None
    plain = day(text)
    return plain if plain and EARLIEST_YEAR <= int(plain[:4]) <= LATEST_YEAR else None


def url_day(url: str | None) -> str | None:
    """The day in the path of an address, as /2018/06/14/ or 20180614; None where there is none or there are several."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return None
    days = {
        _day(found["y"] or found["Y"], found["m"] or found["M"], found["d"] or found["D"])
        for found in _IN_PATH.finditer(path)
    } - {None}
    return days.pop() if len(days) == 1 else None


def _day(year: str, month: str, day_of_month: str) -> str | None:
    try:
        found = dt.date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None
    return found.isoformat() if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None
