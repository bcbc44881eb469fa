"""Which of the ways to a lemma is taken."""

import numpy as np

from tawatur.analyser.inventory import Inventory
from tawatur.analyser.lemma import edit_tree
from tawatur.analyser.lemmas import Lemmas

EDITS = (
    edit_tree("قال", "قال"),
    edit_tree("يصدر", "صدر"),
    edit_tree("يرسل", "أرسل"),
    edit_tree("القوات", "قوة"),
    *(edit_tree("ا" * n, "ب" * n) for n in range(2, 12)),
)
INVENTORY = Inventory(
    conjunctions=("",),
    particles=("",),
    pronouns=("",),
    article="ال",
    upos=("NOUN", "VERB"),
    deprel=("root",),
    lemma_edits=EDITS,
    lexicon={"NOUN أقاليم": "إقليم"},
)
LEMMAS = Lemmas(INVENTORY, {"يصدر": ("صدر", "أصدر"), "اعلن": ("أعلن",)})


def lemma(word: str, upos: str, *, likely: int = 0) -> str:
    scores = np.linspace(0, -1, len(EDITS), dtype=np.float32)[None].copy()
    scores[0, likely] = 5
    return LEMMAS.best([word], [upos], scores)[0]


def test_a_word_of_the_trees_has_its_lemma_whatever_its_hamza() -> None:
    assert lemma("أقاليم", "NOUN") == "إقليم"
    assert lemma("اقاليم", "NOUN") == "إقليم"


def test_a_verb_form_has_a_lemma_that_it_may_have() -> None:
    assert lemma("يصدر", "VERB", likely=1) == "صدر"
    assert lemma("يصدر", "VERB", likely=2) == "أصدر"
    assert lemma("اعلن", "VERB") == "أعلن"


def test_other_words_follow_the_best_edit_that_fits() -> None:
    assert lemma("الغارات", "NOUN", likely=3) == "غارة"
    assert lemma("بيان", "NOUN") == "بيان"


def test_signs_are_their_own_lemma() -> None:
    assert lemma("،", "PUNCT", likely=3) == "،"
