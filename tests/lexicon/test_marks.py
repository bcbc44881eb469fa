"""Marks of example sentences."""

from __future__ import annotations

import pytest

from tawatur.errors import LexiconError
from tawatur.lexicon import marked


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    sentence = marked("قال إن و[trigger:انتزعته] [actor:القوات] من [target:التنظيم].")
    assert sentence.text == "قال إن وانتزعته القوات من التنظيم."
    assert [(role, sentence.text[start:end]) for role, (start, end) in sentence.spans] == [
        ("trigger", "انتزعته"),
        ("actor", "القوات"),
        ("target", "التنظيم"),
    ]
    assert sentence.of("actor") == (sentence.spans[1][1],)


def test_a_sentence_without_marks_is_itself() -> None:
    assert marked("انتزع الطبيب الشظية.") == ("انتزع الطبيب الشظية.", ())


@pytest.mark.parametrize("example", ["[trigger:انتزع [actor:الجيش]]", "[trigger:انتزع الجيش", "انتزع] الجيش"])
def test_open_and_nested_marks_are_refused(example: str) -> None:
    with pytest.raises(LexiconError, match="mark"):
        marked(example)
