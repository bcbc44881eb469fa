"""The forms in which the other words of a set phrase may stand: «أسير» of «تبادل … أسير» also as «الأسرى», «أسيرين»."""

from __future__ import annotations

from functools import lru_cache

from tawatur.lexicon.lexicon import Lexicon
from tawatur.text.fold import fold_word


@lru_cache(maxsize=4096)
def partner_forms(lexicon: Lexicon, words: tuple[str, ...]) -> frozenset[str]:
    """The listed words and their regular forms, folded."""
    forms = {fold_word(word) for word in words}
    for word in words:
        if " " not in word:
            forms.update(form for form, _ in lexicon.rules.noun_forms(word, part="noun"))
            forms.update(form for form, _ in lexicon.rules.adjective_forms(word, part="adj"))
    return frozenset(forms)
