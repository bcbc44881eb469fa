"""What the model reads of a token."""

import pytest

from tawatur.analyser.letters import letters


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("قَالَ", "قال"),
        ("قـــال", "قال"),
        ("\ufefb", "لا"),  # presentation form of lam-alef
        ("ق\u200fال", "قال"),
        ("\u064b", "\u064b"),  # a sign alone stays, so that there is something to read
        ("ABC", "ABC"),
    ],
)
def test_letters(token: str, text: str) -> None:
    assert letters(token).text == text


def test_starts_lead_back_to_the_token() -> None:
    word = letters("وَقَالَ")
    assert ["وَقَالَ"[start] for start in word.starts] == list(word.text)
