"""The phrase matcher: clitics, quotation marks, hashtags, diacritics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.phrases import PhraseTrie, pieces

TRIE = PhraseTrie([("القوات العراقية", "army"), ("القوات", "forces"), ("تنظيم الدولة", "group"), ("لبنان", "state")])


@pytest.mark.parametrize(
    ("text", "payload", "words"),
    [
        ("القوات العراقية تتقدم", "army", "القوات العراقية"),  # the longest
        ("والقوات تتقدم", "forces", "القوات"),  # و
        ("للقوات العراقية", "army", "لقوات العراقية"),  # the alif of ال is not written after ل
        ("وبالقوات", "forces", "القوات"),  # two proclitics
        ('تنظيم "الدولة"', "group", 'تنظيم "الدولة'),  # a mark inside
        ("لبنان", "state", "لبنان"),  # begins with a letter that can be a proclitic
        ("ولبنان", "state", "لبنان"),
        ("#القوات_العراقية", "army", "القوات_العراقية"),  # a hashtag
        ("وَالقُوّاتُ", "forces", "القُوّاتُ"),  # diacritics: the cut counts them
    ],
)
def test_longest(text: str, payload: str, words: str) -> None:
    line = pieces(text)
    found = TRIE.longest(line, 0)
    assert found is not None
    assert found.payloads == (payload,)
    assert text[line[0].start + found.reading.cut : line[found.last].end] == words


def test_without_clitics_only_whole_words_match() -> None:
    assert TRIE.longest(pieces("والقوات"), 0, clitics=False) is None


@given(st.text(alphabet='والقتنظيم كبف"«» َُ#_', max_size=40))
def test_spans_stay_inside(text: str) -> None:
    line = pieces(text)
    for at in range(len(line)):
        for found in TRIE.all_at(line, at):
            assert 0 <= line[at].start + found.reading.cut <= line[found.last].end <= len(text)
