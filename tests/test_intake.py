"""From bytes to reports: encodings, formats, and what is said when something cannot be read."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.decoding import decode
from tawatur.errors import EmptyReport, MalformedLine, MissingReport, NotArabic, NotText, ReportError, TooLarge
from tawatur.intake import LONGEST_REPORT, MOST_BYTES, day, report_of, reports_from, reports_in
from tawatur.records import Report

TEXT = "أعلن متحدث باسم بلدية الرقة أمس الخميس أن فرقها رفعت الأنقاض من شارعين.\r\nوأضاف أن العمل مستمر.\n"


def reports(data: bytes, name: str = "x.txt", **options: str) -> list[Report | ReportError]:
    return list(reports_from(io.BytesIO(data), name=name, **options))


def one(data: bytes, name: str = "x.txt", **options: str) -> Report:
    (report,) = reports(data, name, **options)
    assert isinstance(report, Report), report
    return report


def error(data: bytes, name: str = "x.txt") -> ReportError:
    (found,) = reports(data, name)
    assert isinstance(found, ReportError)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("name", ["x.txt", "-", "no_suffix"])
def test_text_comes_out_verbatim_in_every_encoding(encoding: str, name: str) -> None:
    assert one(TEXT.encode(encoding), name).text == TEXT


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data, name="x")
    except NotText:
        return
    assert isinstance(text, str)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_give_reports_or_errors(data: bytes) -> None:
    for name in ("x.txt", "x.jsonl"):
        for item in reports(data, name):
            assert isinstance(item, Report | ReportError)


BAD = {
    # nothing
    "empty": (b"", EmptyReport, "nothing in it"),
    "blank": (b" \n\t\r\n", EmptyReport, "nothing in it"),
    # text of another language; digits and signs alone
    "latin": (b"The army said it withdrew from the town on Thursday.", NotArabic, "0% of its letters"),
    "digits": (b"12 13 14", NotArabic, "0% of its letters"),
    # no text
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, NotText, "not text in"),
    "zeros": (b"\x00" * 1000, NotText, "not text in"),
    # UTF-8 with one damaged byte is not taken for Windows-1256, where every pair of bytes is two letters
    "broken utf-8": (TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:], NotText, "broken UTF-8 at byte 60"),
    "broken utf-16": (b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00", NotText, "broken UTF-16"),
    # too long for one report
    "long": (("قال " * (LONGEST_REPORT // 4 + 1)).encode(), TooLarge, "1,000,004 characters"),
    "huge": (b"\xd9\x82" * (MOST_BYTES // 2 + 1), TooLarge, "more than 32,000,000 bytes"),
}


@pytest.mark.parametrize(("data", "kind", "says"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_read_is_said(data: bytes, kind: type[ReportError], says: str) -> None:
    found = error(data)
    assert type(found) is kind
    assert says in str(found)
    assert str(found).startswith("x.txt: ")
    assert str(found).endswith("."), "a sentence"


def test_lines_are_reports_and_a_bad_one_has_its_number() -> None:
    lines = [
        json.dumps({"id": 7, "text": TEXT, "published": "2019-03-08T10:00:00Z", "section": "news"}).encode(),
        b"",
        b'{"text": "cut',
        b'{"title": "no text"}',
        json.dumps({"text": "English only, not Arabic."}).encode(),
        b'{"text": "\xd9\x82\xff"}',
        json.dumps({"text": TEXT, "published": "yesterday"}).encode(),
        json.dumps({"text": TEXT, "outlet": "وكالة"}, ensure_ascii=False).encode(),
    ]
    found = reports(b"\n".join(lines), "x.jsonl", outlet="شبكة")
    good = [item for item in found if isinstance(item, Report)]
    bad = [item for item in found if isinstance(item, ReportError)]
    assert [(item.id, item.published, item.outlet) for item in good] == [
        ("7", "2019-03-08", "شبكة"),
        (good[1].id, None, "وكالة"),
    ]
    assert [str(item).split(":")[0] for item in bad] == [f"x.jsonl, line {n}" for n in (3, 4, 5, 6, 7)]
    assert [type(item) for item in bad] == [MalformedLine, MalformedLine, NotArabic, NotText, ReportError]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_lines_in_every_encoding_from_a_pipe(encoding: str) -> None:
    rows = "".join(json.dumps({"id": i, "text": TEXT}, ensure_ascii=False) + "\n" for i in range(3))
    name = "x.jsonl" if encoding == "utf-16" else "-"
    found = reports(rows.encode(encoding), name)
    assert [item.id if isinstance(item, Report) else item for item in found] == ["0", "1", "2"]


def test_lines_are_read_as_they_come() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = (json.dumps({"text": TEXT}) + "\n").encode()[: len(buffer)]
            buffer[: len(line)] = line
            return len(line)

    stream = reports_from(io.BufferedReader(Endless()), name="-")
    assert [isinstance(next(stream), Report) for _ in range(3)] == [True] * 3


PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="CHARSET"><title>رفع الأنقاض في الرقة</title>
<meta property="og:site_name" content="وكالة نورس"><meta property="article:published_time" content="2019-03-08T09:00:00+03:00">
</head><body><nav><a href="/">الرئيسية</a><a href="/news">أخبار</a></nav><article><h1>رفع الأنقاض في الرقة</h1>
<p>{TEXT}</p><p>{"وقال سكان إن الشارع فتح أمام السيارات بعد أسبوع من العمل. " * 5}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("windows-1256", "cp1256"), ("x-none", "utf-8")])
def test_a_web_page_gives_the_article_and_what_it_says_of_itself(charset: str, encoding: str) -> None:
    page = PAGE.replace("CHARSET", charset).encode(encoding)
    for name in ("x.html", "-"):
        report = one(page, name)
        assert "رفعت الأنقاض من شارعين" in report.text
        assert "جميع الحقوق" not in report.text
        assert (report.published, report.outlet) == ("2019-03-08", "وكالة نورس")
    assert one(page, "x.html", published="2019-03-01").published == "2019-03-01"


def test_a_page_without_a_day_of_publication_has_none() -> None:
    page = PAGE.replace("CHARSET", "utf-8").replace("2019-03-08T09:00:00+03:00", "").replace("محفوظة", "محفوظة 2015")
    assert one(page.encode(), "x.html").published is None


def test_a_page_without_an_article_is_said() -> None:
    assert "no article text" in str(error(b"<html><body></body></html>", "x.html"))


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1256"))
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "c", "text": TEXT}), encoding="utf-8")
    (tmp_path / "notes.md").write_text("not read", encoding="utf-8")
    found = list(reports_in(tmp_path, published="2019-03-08"))
    assert [item.published for item in found if isinstance(item, Report)] == ["2019-03-08"] * 3
    assert isinstance(found[2], Report)
    assert found[2].id == "c"


def test_a_missing_file_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        (found,) = reports_in(path)
        assert isinstance(found, MissingReport)
        assert str(path) in str(found)


@pytest.mark.parametrize(
    ("given_day", "expected"),
    [
        ("2017-10-27", "2017-10-27"),
        ("2017-10-27T22:30:00+03:00", "2017-10-27"),
        ("Fri, 27 Oct 2017 10:00:00 +0300", "2017-10-27"),
        # no such day, no date, nothing
        ("2017-02-30", None),
        ("الخميس", None),
        ("", None),
        (None, None),
    ],
)
def test_days_of_publication(given_day: str | None, expected: str | None) -> None:
    assert day(given_day) == expected


def test_the_id_of_a_report_without_one_follows_from_its_text() -> None:
    assert report_of(TEXT).id == report_of(TEXT, outlet="x").id != report_of(TEXT + " ").id
