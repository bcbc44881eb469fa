"""Edit trees: learned on one word, applied to another."""

import pytest

from tawatur.analyser.lemma import apply, edit_tree, tree_from_json


@pytest.mark.parametrize(
    ("word", "lemma", "other", "expected"),
    [
        ("هجمات", "هجمة", "غارات", "غارة"),  # sound plural
        ("جنود", "جندي", "رجال", None),  # a broken plural whose parts do not fit the other word
        ("انسحبوا", "انسحب", "هاجموا", "هاجم"),
        ("القوات", "قوة", "الغارات", "غارة"),
        ("قال", "قال", "عاد", "عاد"),
    ],
)
def test_apply(word: str, lemma: str, other: str, expected: str | None) -> None:
    tree = edit_tree(word, lemma)
    assert apply(tree, word) == lemma
    assert apply(tree, other) == expected


def test_a_tree_survives_json() -> None:
    tree = edit_tree("القوات", "قوة")
    as_json = [list(part) if isinstance(part, tuple) else part for part in tree]
    assert tree_from_json(as_json) == tree
