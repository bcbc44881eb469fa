"""Folding maps forms together and back to where they came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.fold import fold, fold_word


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("إلى", "الي"),  # hamza below, alef maksura
        ("المدينة", "المدينه"),  # ta marbuta
        ("قـــوات", "قوات"),  # tatweel
        ("كَتَبَ", "كتب"),  # diacritics
        ("ﻻ", "لا"),  # one presentation form is two letters
        ("کابل", "كابل"),  # Persian kaf
        ("١٥۷", "157"),  # Arabic-Indic and Persian digits
        ("وال\u200fعراق\u202c", "والعراق"),  # bidi controls
        ("مسؤول", "مسوول"),
        ("شيء", "شيء"),  # a hamza alone stays
        ("T4", "t4"),
    ],
)
def test_fold_word(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@given(st.text())
def test_fold_maps_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    for position in range(len(folded.text)):
        start, end = folded.original((position, position + 1))
        assert 0 <= start < end <= len(text)
        assert folded.text[position] in fold_word(text[start:end])


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
