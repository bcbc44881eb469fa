"""Laws: spans in bounds, same in same out, linear time, a damaged file is told."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.errors import GazetteerError
from tawatur.places import find_places, load, load_gazetteer, resolve_places
from tawatur.places.gazetteer import SHIPPED

PIECES = (
    "مدينة", "ريف", "على بعد", "70", "كيلومترا", "من", "البوكمال", "والقائم", "للباب", "الجنوبي", "شمال", "الحدود",
    "السورية", "العراقية", "بين", "سوريا", "قبالة", "سواحل", "ليبيا", "المدينة", "منها", "حي", "محافظتي", "دير الزور",
    "،", ".", "\"", "(", ")", "-", "\n", "مُحَمَّد", "دِمَشْق", "T4", "صور", "حلبـــ", "٣٠", "كلم", "\u200f", "جامعة",
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_laws_of_recognition(pieces: list[str]) -> None:
    text = " ".join(pieces)
    gazetteer = load_gazetteer()
    found = find_places(text, analyses=(), gazetteer=gazetteer)
    assert found == find_places(text, analyses=(), gazetteer=gazetteer)
    for index, mention in enumerate(found):
        start, end = mention.span
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        if mention.name_span:
            assert start <= mention.name_span[0] < mention.name_span[1] <= end
        if mention.relation:
            assert all(0 <= base < len(found) and base != index for base in mention.relation.bases)
            assert all(found[base].outer == index for base in mention.relation.bases)
    readings = resolve_places(found, text=text, gazetteer=gazetteer)
    assert [reading.mention for reading in readings] == list(found)
    assert readings == resolve_places(found, text=text, gazetteer=gazetteer)


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    gazetteer = load_gazetteer()
    resolve_places(find_places(text, analyses=(), gazetteer=gazetteer), text=text, gazetteer=gazetteer)


def test_time_grows_with_length() -> None:
    gazetteer = load_gazetteer()
    unit = "سيطرت القوات على مدينة البوكمال في ريف دير الزور الجنوبي بعد معارك شمال سوريا. "

    def seconds(times: int) -> float:
        text = unit * times
        started = time.process_time()
        resolve_places(find_places(text, analyses=(), gazetteer=gazetteer), text=text, gazetteer=gazetteer)
        return time.process_time() - started

    seconds(10)
    assert seconds(800) < 14 * max(seconds(100), 0.02)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:5_000],  # cut
        lambda data: data[:2_000] + bytes(200) + data[2_200:],  # a hole in the packed bytes
        lambda data: b"",
        lambda data: gzip.compress(b"no gazetteer"),
        lambda data: gzip.compress(msgspec.msgpack.encode((b"no header", b"no body"))),
    ],
    ids=["cut", "hole", "empty", "other", "header"],
)
def test_a_damaged_file_is_told(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    broken = tmp_path / "broken.gz"
    broken.write_bytes(damage(SHIPPED.read_bytes()))
    with pytest.raises(GazetteerError, match=r"broken\.gz: .*install Tawatur again"):
        load(broken)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.gz: missing"):
        load(tmp_path / "none.gz")
