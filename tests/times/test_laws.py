"""Laws that hold for any text, and the time that reading takes."""

from __future__ import annotations

import time
from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.records import When
from tawatur.times import TenseCue, find_times, surface_cues
from tawatur.times.vocabulary import VOCABULARY

from .cases import FRIDAY

WORDS = sorted({" ".join((first, *rest)) for first, found in VOCABULARY.starting_with.items() for rest, _ in found})
SIGNS = [
    *WORDS,
    "و",
    "الـ",
    "-",
    "/",
    "(",
    ")",
    "،",
    ".",
    ":",
    "في",
    "قال",
    "سيلتقي",
    "2014",
    "15",
    "31",
    "0",
    "15/7/2018",
    "10:30",
    "99999",
    "هـ",
]
SENTENCES = st.lists(st.sampled_from(SIGNS), max_size=14).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))


def check(text: str, published: date | None) -> None:
    found = find_times(text, published=published)
    assert found == find_times(text, published=published)
    last = 0
    for when in found:
        start, end = when.span
        assert last <= start < end <= len(text)
        assert when.text == text[start:end]
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        assert (when.anchor == "none") <= (when.earliest is when.latest is None)
        assert published is not None or when.anchor != "publication"
        assert msgspec.json.decode(msgspec.json.encode(when), type=When) == when
        last = end


@given(SENTENCES, DAYS)
@settings(max_examples=150, deadline=None)
def test_sentences_of_time_words(text: str, published: date | None) -> None:
    check(text, published)


@given(st.text(max_size=60), DAYS)
@settings(max_examples=60, deadline=None)
def test_any_text(text: str, published: date | None) -> None:
    check(text, published)


@given(SENTENCES, st.integers(0, 20), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_a_part_of_a_text(text: str, before: int, after: int) -> None:
    whole = "أ " * before + text + " ب" * after
    moved = find_times(whole, start=2 * before, end=2 * before + len(text), published=FRIDAY)
    assert [when.text for when in moved] == [when.text for when in find_times(text, published=FRIDAY)]


@given(st.text(max_size=80))
def test_cues_lie_in_the_text(text: str) -> None:
    assert all(0 <= cue.span[0] < cue.span[1] <= len(text) for cue in surface_cues(text))


def test_a_given_cue_turns_a_day() -> None:
    future = TenseCue(span=(0, 5), direction="future")
    assert [when.earliest for when in find_times("مؤتمر الأحد", published=FRIDAY, cues=(future,))] == ["2017-10-29"]


def test_reading_is_linear() -> None:
    """Ten times the text takes about ten times as long: also where every word is one of time."""
    for sentence in (
        "قال المتحدث إن القوات دخلت البلدة مساء أمس الخميس 26 أكتوبر 2017 بعد معارك. ",
        "منذ مطلع قبل بين ",
        "و ",
        "3-",
    ):
        short, long = (_seconds(sentence * count) for count in (100, 1_000))
        assert long < 30 * max(short, 0.005)


def _seconds(text: str) -> float:
    began = time.process_time()
    find_times(text, published=FRIDAY)
    return time.process_time() - began
