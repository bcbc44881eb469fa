"""Sentences and quotations over the breaks and marks that real reports have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.quotes import quotes
from tawatur.text.sentences import LONGEST, sentences
from tawatur.text.tokens import tokens

CASES = [
    # a stray break after a preposition does not end the sentence
    ("تقدمت القوات في\nريف المدينة. وتوقفت.", ["تقدمت القوات في\nريف المدينة.", "وتوقفت."]),
    # a blank line does, with or without a full stop
    ("هدوء حذر في المدينة\n\nعاد السكان إلى منازلهم.", ["هدوء حذر في المدينة", "عاد السكان إلى منازلهم."]),
    # a short first line is a headline
    (
        "انسحاب من البلدة\nانسحبت القوات من البلدة. وعاد الأهالي.",
        ["انسحاب من البلدة", "انسحبت القوات من البلدة.", "وعاد الأهالي."],
    ),
    # abbreviations and single letters
    ("بغداد (د. ب. أ) - عقد المجلس جلسة. ثم رفعها.", ["بغداد (د. ب. أ) - عقد المجلس جلسة.", "ثم رفعها."]),
    # numbers keep their points
    ("بلغت النسبة 3.5 بالمئة. وارتفعت.", ["بلغت النسبة 3.5 بالمئة.", "وارتفعت."]),
    # dots inside a sentence
    ("وصلوا إلى المدينة... ثم غادروا. انتهى.", ["وصلوا إلى المدينة... ثم غادروا.", "انتهى."]),
    # the closing mark belongs to the sentence
    ("قال: «انتهت المعركة.» ثم غادر.", ["قال: «انتهت المعركة.»", "ثم غادر."]),
    # a question ends a sentence
    ("هل انسحبوا؟ لا أحد يعرف.", ["هل انسحبوا؟", "لا أحد يعرف."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


QUOTES = [
    ("قال «سنعود» ومضى", ["سنعود"]),
    ('قال "سنعود" ومضى', ["سنعود"]),
    ("قال “سنعود” ومضى", ["سنعود"]),
    ('قال " سنعود غدا " ومضى', ["سنعود غدا"]),  # blanks inside the marks, as old wires have them
    ('قال «وصف الحال بأنه "سيئ" ثم مضى» وسكت', ['وصف الحال بأنه "سيئ" ثم مضى', "سيئ"]),
    ('قال "سنعود ولم يكمل', ["سنعود ولم يكمل"]),  # never closed
    ('عناصر تنظيم "داعش" انسحبوا".', ["داعش"]),  # a closing mark without an opening one
    ("قال «الأمر... انتهى» ومضى", ["الأمر... انتهى"]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quotes(text: str, expected: list[str]) -> None:
    assert [text[quote.inner[0] : quote.inner[1]] for quote in quotes(text)] == expected


@given(st.text(alphabet='ابتون \n.،:؟!"«»“”()1٢', max_size=200))
def test_any_text_is_cut_without_loss(text: str) -> None:
    covered = 0
    for start, end in sentences(text):
        assert covered <= start < end <= len(text)
        assert not text[covered:start].strip()
        covered = end
    assert not text[covered:].strip()
    for quote in quotes(text):
        assert quote.span[0] <= quote.inner[0] <= quote.inner[1] <= quote.span[1] <= len(text)


@given(st.text())
def test_tokens_lie_in_order_and_cover_letters(text: str) -> None:
    last = 0
    for token, (start, end) in tokens(text):
        assert last <= start < end <= len(text)
        assert text[start:end] == token
        last = end


def test_long_text_without_a_stop_is_cut() -> None:
    """No sentence grows without bound, and nothing is lost at the cuts."""
    text = 'قال "تقدمت القوات في ريف المدينة وانسحب المسلحون من القرى ' * 20_000
    cut = sentences(text)
    assert max(len(tokens(text, start=start, end=end)) for start, end in cut) <= LONGEST
    assert "".join("".join(text[start:end].split()) for start, end in cut) == "".join(text.split())
