"""The data files of time, and the numbers and calendars under them."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from tawatur.text.fold import fold_word
from tawatur.times.calendar import day_of, later, month_of, season_of, third, unit_around, year_of
from tawatur.times.numerals import day_number, number
from tawatur.times.terms import terms
from tawatur.times.vocabulary import VOCABULARY

FILES = ("time.toml", "time_numbers.toml", "time_signs.toml")
TABLES = {
    name: tomllib.loads(files("tawatur").joinpath(f"data/ar/{name}").read_text(encoding="utf-8")) for name in FILES
}


def test_ids_are_unique() -> None:
    ids = Counter(row["id"] for rows in TABLES["time.toml"].values() for row in rows)
    assert [name for name, count in ids.items() if count > 1] == []


def test_no_kind_lists_a_form_twice() -> None:
    for table in (TABLES["time.toml"], TABLES["time_numbers.toml"]):
        for kind, rows in table.items():
            words = [word for row in rows for key in ("words", "one", "two", "many") for word in row.get(key, ())]
            forms = Counter(" ".join(fold_word(part) for part in word.split()) for word in words)
            assert (kind, [form for form, count in forms.items() if count > 1]) == (kind, [])


def test_no_list_of_signs_repeats_itself() -> None:
    for name, words in TABLES["time_signs.toml"].items():
        forms = Counter(fold_word(word) for word in words)
        assert (name, [form for form, count in forms.items() if count > 1]) == (name, [])


def test_words_are_plain() -> None:
    text = "".join(files("tawatur").joinpath(f"data/ar/{name}").read_text(encoding="utf-8") for name in FILES)
    assert unicodedata.normalize("NFC", text) == text
    assert not any(unicodedata.category(sign) == "Cf" for sign in text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26", 26),
        ("ثلاثة", 3),
        ("خمسة عشر", 15),
        ("خمسة وعشرين", 25),
        ("ألفين وأربعة عشر", 2014),
        ("ألف وتسعمئة وثمانية وتسعين", 1998),
        ("مئة وثلاثة", 103),
    ],
)
def test_number(text: str, value: int) -> None:
    found = number(terms(text), 0)
    assert found is not None
    assert found[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الحادي والعشرين", 21),
        ("الثانية والعشرون", 22),
        ("الثاني عشر", 12),
        ("العاشر", 10),
        ("الـ15", 15),
        ("العشرين", 20),
    ],
)
def test_day_number(text: str, value: int) -> None:
    found = day_number(terms(text), 0)
    assert found is not None
    assert found[0] == value


def test_two_numbers_are_not_added() -> None:
    assert number(terms("ثلاثة وأربعة"), 0) == (3, 1)


def test_calendar() -> None:
    assert day_of(1439, 9, 1, calendar="hijri") == date(2018, 5, 16)
    assert month_of(2016, 2) == (date(2016, 2, 1), date(2016, 2, 29))
    assert year_of(1980, years=10) == (date(1980, 1, 1), date(1989, 12, 31))
    assert season_of(2018, 0) == (date(2017, 12, 1), date(2018, 2, 28))
    assert later(date(2018, 3, 31), -1, "month") == date(2018, 2, 28)
    assert unit_around(date(2018, 6, 17), "week") == (date(2018, 6, 17), date(2018, 6, 23))
    assert third(year_of(2018), "middle") == (date(2018, 5, 1), date(2018, 8, 31))
    assert third(month_of(2018, 6), "end") == (date(2018, 6, 21), date(2018, 6, 30))


def test_expressions_of_several_words_are_one_term() -> None:
    assert [term.word for term in terms("مساء أمس الأول")] == ["مساء", "امس الاول"]


def test_every_word_is_known_by_its_first() -> None:
    assert all(first == fold_word(first) for first in VOCABULARY.starting_with)
