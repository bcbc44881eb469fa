"""Files, folders and streams: what they give, where it stood, and how one goes on."""

import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given as given_bytes
from hypothesis import settings
from hypothesis import strategies as st

from tawatur.errors import EmptyReport, MalformedLine, NotText, ReportError, TooLarge
from tawatur.sources import Found, Position, sources_from, sources_in
from tawatur.sources.reports import MOST_BYTES

TEXT = "وصلت قافلة المساعدات إلى بلدة تل رفعت صباح اليوم، وقال سائقوها إن الطريق كان مفتوحا."


def row(number: int, **more: str) -> bytes:
    return json.dumps({"id": number, "text": TEXT, **more}, ensure_ascii=False).encode() + b"\n"


def given(data: bytes, name: str, **options: object) -> list[Found | ReportError]:
    return list(sources_from(io.BytesIO(data), name=name, **options))  # type: ignore[arg-type]


def ids(items: list[Found | ReportError]) -> list[str]:
    return [item.report.id if isinstance(item, Found) else type(item).__name__ for item in items]


def test_lines_have_a_position_from_which_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(row(1) + b"\n" + b"{bad\n" + row(2) + row(3))
    whole = list(sources_in(path))
    assert ids(whole) == ["1", "MalformedLine", "2", "3"]
    assert [item.position.item for item in whole if item.position] == [1, 3, 4, 5]
    for number, item in enumerate(whole, start=1):
        rest = list(sources_in(path, after=item.position))
        assert ids(rest) == ids(whole)[number:]
        assert [one.position for one in rest] == [one.position for one in whole[number:]]


@pytest.mark.parametrize("name", ["x.jsonl.gz", "x.json", "x.json.gz", "utf16.jsonl"])
def test_what_cannot_be_sought_is_skimmed_up_to_the_position(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    rows = [row(number) for number in range(4)]
    data = b"[" + b",".join(rows) + b"]" if ".json" in name and "jsonl" not in name else b"".join(rows)
    data = data.decode().encode("utf-16") if name.startswith("utf16") else data
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert ids(list(sources_in(path))) == ["0", "1", "2", "3"]
    assert ids(list(sources_in(path, after=Position(item=2)))) == ["2", "3"]


def test_one_json_object_over_several_lines_is_one_report() -> None:
    (item,) = given(json.dumps({"id": "a", "text": TEXT}, indent=2).encode(), "x.json")
    assert ids([item]) == ["a"]


def test_gzip_of_a_text_is_a_text() -> None:
    for name in ("x.txt.gz", "-"):
        (item,) = given(gzip.compress(TEXT.encode()), name)
        assert isinstance(item, Found)
        assert item.report.text == TEXT


def test_errors_say_where_and_keep_the_bytes() -> None:
    items = given(row(1) + b"{bad\n", "x.jsonl")
    error = items[1]
    assert isinstance(error, MalformedLine)
    assert (error.source, error.data) == ("x.jsonl", b"{bad\n")
    assert error.position == Position(item=2, offset=len(row(1)) + 5)


HOSTILE = {
    # a row cut in the middle of the compressed bytes: what came before it is read
    "cut gzip": (gzip.compress(b"".join(row(n) for n in range(2000)))[:-20], "x.jsonl.gz", ReportError, "damaged after item"),
    "damaged gzip": (b"\x1f\x8b\x08\x00" + b"x" * 50, "x.jsonl.gz", ReportError, "damaged after item 0"),
    # NUL bytes between good rows
    "nul": (row(1) + b'{"text": "\x00\x00"}\n' + row(2), "x.jsonl", NotText, "line 2: not text"),
    # one line of 40 MB between good rows
    "long line": (row(1) + b" " * 40_000_000 + b"\n" + row(2), "x.jsonl", TooLarge, f"line 2: more than {MOST_BYTES:,}"),
    "ten million letters": (row(1) + row(0).replace(TEXT.encode(), b"\xd9\x82" * 5_000_000) + row(2), "x.jsonl", TooLarge, "line 2: 5,000,000 characters"),
    # brackets in brackets
    "deep": (row(1) + b'{"text": ' + b"[" * 200_000 + b"\n" + row(2), "x.jsonl", MalformedLine, "line 2: no report"),
    "deep array": (b"[" * 200_000, "x.json", MalformedLine, "no JSON array"),
    # half of a pair, between good rows
    "broken utf-16": (row(1).decode().encode("utf-16") + b"\x00\xd8\n\x00" + row(2).decode().encode("utf-16-le"), "x.jsonl", NotText, "line 2: broken UTF-16-LE"),
    "empty gzip": (gzip.compress(b""), "x.txt.gz", EmptyReport, "nothing in it"),
    # 1 GB of zeros in 1 MB
    "bomb": (gzip.compress(b"\x00" * 100_000_000), "x.txt.gz", TooLarge, "more than 32,000,000 bytes"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "kind", "says"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_said_and_the_rest_is_read(data: bytes, name: str, kind: type[ReportError], says: str) -> None:
    items = given(data, name)
    errors = [item for item in items if isinstance(item, ReportError)]
    assert any(type(error) is kind and says in str(error) and name in str(error) for error in errors), errors
    assert all(error.source == name and error.position is not None for error in errors)
    if b"\n" + row(2) in data:
        assert ids(items)[0] == "1"
        assert ids(items)[-1] == "2"


def test_before_the_cut_everything_is_read() -> None:
    data, name, _, _ = HOSTILE["cut gzip"]
    items = given(data, name)
    assert ids(items)[:-1] == [str(number) for number in range(len(items) - 1)]
    assert len(items) > 1000


def test_direction_marks_stay_as_they_came() -> None:
    text = "\u202e" + TEXT + "\u202c\u2066\u2069"
    (item,) = given(json.dumps({"text": text}).encode(), "x.jsonl")
    assert isinstance(item, Found)
    assert item.report.text == text


def test_a_folder_leaves_hidden_files_out(tmp_path: Path) -> None:
    (tmp_path / ".state").mkdir()
    (tmp_path / ".state" / "a.jsonl").write_bytes(row(1))
    (tmp_path / ".b.jsonl").write_bytes(row(2))
    (tmp_path / "c.JSONL").write_bytes(row(3))
    assert ids(list(sources_in(tmp_path))) == ["3"]


def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    with path.open("wb") as stream:
        for number in range(2_000):
            stream.write(row(number, title="س" * 4_000))
    assert path.stat().st_size > 15_000_000
    tracemalloc.start()
    try:
        assert sum(1 for _ in sources_in(path)) == 2_000
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


@given_bytes(st.binary(max_size=400), st.sampled_from(["x.json", "x.xml", "x.warc", "x.html", "x.jsonl.gz", "-"]))
@settings(deadline=None, max_examples=60)
def test_any_bytes_give_reports_or_errors_that_say_where(data: bytes, name: str) -> None:
    for start in (b"", gzip.compress(data)[:200], b"WARC/1.0\r\n", b"<rss>", b"[{"):
        for item in given(start + data, name):
            assert isinstance(item, Found) or (item.source == name and item.position is not None)
