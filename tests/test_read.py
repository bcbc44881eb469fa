"""The way of a document: the order of its stages, and the laws that hold for any text."""

import json
import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import Reading, Report, read
from tawatur.draft import Draft
from tawatur.reading import STAGES
from tests.conftest import reading_of

_PIECES = [
    "قال", "متحدث باسم الجيش", "إن", "القوات", "انسحبت من", "الرقة", "أمس الخميس", "«", "»", '"', ".", "\n", "،", "لم", "تقصف",
    "المدينة", "وأضاف أن", "12 قتيلا", "…", "abc", "\u202e", "\u200f", "😀", "مَدِينَة", "ـــ", "(أ ف ب)", "ﻻ", "١٥/٧", "و", " ", "\ufeff",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join) | st.text(max_size=120)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_stages_stand_in_an_order_that_gives_each_what_it_needs() -> None:
    have = {"report"}
    for stage in STAGES:
        missing = [field for field in stage.needs if field not in have]
        assert not missing, f"{stage.run.__name__} needs {missing} before it"
        assert set(stage.adds) <= set(Draft.__struct_fields__)
        have.update(stage.adds)
    assert "claims" in have


def test_stages_do_not_import_each_other() -> None:
    from pathlib import Path

    import tawatur.stages

    for file in Path(tawatur.stages.__path__[0]).glob("*.py"):
        source = file.read_text(encoding="utf-8")
        assert "from tawatur.stages" not in source, f"{file.name} imports a stage"
        assert "tawatur.ledger" not in source


def spans_of(value: object) -> list[tuple[int, int]]:
    """Every "span" (and cue, speaker, sentence, content) anywhere in a JSON value."""
    found: list[tuple[int, int]] = []
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("span", "cue", "speaker", "sentence") and isinstance(item, list):
                found.append((item[0], item[1]))
            elif key == "content" and isinstance(item, list):
                found.extend((start, end) for start, end in item)
            else:
                found.extend(spans_of(item))
    elif isinstance(value, list):
        for item in value:
            found.extend(spans_of(item))
    return found


def check_laws(text: str, reading: Reading) -> None:
    """Spans in bounds, quotes equal to their text, JSON there and back."""
    encoded = msgspec.json.encode(reading)
    assert msgspec.json.decode(encoded, type=Reading) == reading
    for start, end in spans_of(json.loads(encoded)):
        assert 0 <= start <= end <= len(text)
    for claim in reading.claims:
        assert claim.evidence, "a claim without evidence"
        assert any(piece.role == "trigger" for piece in claim.evidence)
        for piece in claim.evidence:
            assert piece.quote == text[piece.span[0] : piece.span[1]]
        for role in claim.roles:
            assert role.text == text[role.span[0] : role.span[1]]
        for place in claim.where:
            assert place.text == text[place.span[0] : place.span[1]]
    for mention in reading.mentions:
        assert mention.text == text[mention.span[0] : mention.span[1]]


@given(TEXTS)
@SLOW
def test_laws_hold_for_any_text(text: str) -> None:
    report = Report(id="x", text=text, published="2019-03-08")
    reading = read(report)
    check_laws(text, reading)
    assert read(report) == reading


ODD = {
    "empty": "",
    "blank": " \n\t ",
    "no punctuation": "قال قائد الشرطة إن مسلحين هاجموا الحاجز وقتلوا جنديين ثم انسحبوا " * 60,
    "one quotation": "«" + "هاجم مسلحون القرية وقتلوا رجلا. " * 50 + "»",
    "vocalised": "قَالَ المُتَحَدِّثُ إِنَّ القُوَّاتِ انْسَحَبَتْ مِنَ المَدِينَةِ.",
    "mixed": "Reuters reported that قال الجيش: we withdrew from مدينة الرقة yesterday.",
    "undotted": "ٯال الحىس اں ٯواٮه اٮسحىٮ مں المدىٮه.",
    "signs only": "«»\"\"...؟!،؛" * 50,
    "lone surrogate": "قال الجيش \ud800 إن القوات انسحبت.",
    "long word": "ا" * 5000,
    "binary-like": "\x00\x01\x02" * 40,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_are_read_without_an_exception(text: str) -> None:
    reading = read(Report(id="x", text=text))
    if "\ud800" not in text:
        check_laws(text, reading)


def test_without_a_publication_day_nothing_relative_is_resolved() -> None:
    text = "انسحبت القوات الحكومية من بلدة سراقب أمس الخميس."
    dated, undated = reading_of(text), reading_of(text, published=None)
    assert [claim.when.earliest for claim in dated.claims if claim.when] == ["2019-03-07"]
    assert [claim.when.earliest for claim in undated.claims if claim.when] == [None]


def test_ids_do_not_depend_on_the_order_of_reading() -> None:
    texts = ["قصف الجيش بلدة سراقب.", "انسحب المسلحون من مدينة الباب.", "تظاهر المئات في بغداد."]
    ids = {text: [claim.id for claim in reading_of(text).claims] for text in texts}
    random.Random(1).shuffle(texts)
    assert {text: [claim.id for claim in reading_of(text).claims] for text in texts} == ids
