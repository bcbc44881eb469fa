"""Web pages: encodings, and what a hostile page costs. What a page says of its day is in test_days."""

import io
import time

import pytest

from tawatur.decoding import decode
from tawatur.errors import EmptyReport, TooLarge
from tawatur.sources import Found, sources_from
from tests.sources.build import ARTICLE, page


def given(data: bytes) -> Found | Exception:
    (item,) = sources_from(io.BytesIO(data), name="x.html")
    return item


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6", "utf-8"])
def test_a_page_that_does_not_say_its_encoding(encoding: str) -> None:
    plain = page(before="<div class='" + "x" * 60 + "'></div>" * 300).replace('<meta charset="utf-8">', "")
    item = given(plain.encode(encoding))
    assert isinstance(item, Found)
    assert ARTICLE.strip() in item.report.text


def test_windows_1256_and_iso_8859_6_are_told_apart_in_any_forty_letters() -> None:
    text = (
        "أعلن مجلس بلدي في ريف حلب أن فرق الصيانة أعادت المياه إلى ثلاثة أحياء بعد انقطاع دام أسبوعا، "
        "وقال ناطق باسمه إن ضخها سيزداد غدا. ونفى سائق شاحنة أن يكون الطريق قد أغلق؟ "
    )
    for encoding in ("cp1256", "iso8859_6"):
        for start in range(len(text) - 40):
            part = text[start : start + 40]
            assert decode(part.encode(encoding), name="x") == part, (encoding, part)
    french = text + "Le maire a parlé à la presse hier, il a été très clair."
    assert decode(french.encode("cp1256"), name="x") == french


HOSTILE = {
    "deep": (page(before="<div>" * 50_000), EmptyReport),
    "tags": (page(before="<a href='/'>x</a>" * 60_000), TooLarge),
    "bytes": (page(before=" " * 10_000_000), TooLarge),
    "deep json-ld": (page(head='<script type="application/ld+json">' + "[" * 200_000 + "</script>"), Found),
    "attributes": (page(before="<p " + "a=b " * 100_000 + ">"), Found),
    "null": (page(before="\x00"), Found),
}


@pytest.mark.parametrize(("data", "kind"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_bounded(data: str, kind: type) -> None:
    begun = time.process_time()
    assert isinstance(given(data.encode()), kind)
    assert time.process_time() - begun < 5
