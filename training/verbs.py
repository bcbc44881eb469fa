"""Verb forms met in the news with the lemmas that they may have: every attested verb conjugated (mazini, CC BY 4.0)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from mazini import MaziniError, conjugate
from mazini.lexicon import attested_wazns, lexicon_roots

from tawatur.analyser.clitics import STEM, Clitics
from tawatur.analyser.letters import same_alef

_LEMMA = "past_3ms"
_NO_VERBS = ("ap", "pp", "vn")
_PLURAL_END, _PLURAL_STEM = "\u0648\u0627", "\u0648"
_FINAL_YA, _INNER_ALEF = "\u0649", "\u0627"
_SECOND_PLURAL = "\u062a\u0645"


def plain(word: str) -> str:
    """`word` without vowel signs."""
    return "".join(c for c in unicodedata.normalize("NFC", word) if unicodedata.category(c) != "Mn").replace(
        "\u0671", "\u0627"
    )


def _written(form: str) -> Iterator[str]:
    """`form`, and as it is written before a pronoun."""
    yield form
    if form.endswith(_PLURAL_END):
        yield form[:-1]
    if form.endswith(_FINAL_YA):
        yield form[:-1] + _INNER_ALEF
    if form.endswith(_SECOND_PLURAL):
        yield form + _PLURAL_STEM


def stems_of(words: Iterable[str], clitics: Clitics) -> frozenset[str]:
    """What may be a stem in `words`, every alef bare: under every cut that the letters allow."""
    found: set[str] = set()
    for word in words:
        for cut in clitics.cuts(word):
            stem = next(s for s in clitics.segments(word, cut) if s.form == STEM)
            found.add(same_alef(word[stem.start : stem.end]))
    return frozenset(found)


def verb_forms(wanted: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Lemmas of every form in `wanted` that a verb may have, as the lexicon orders its patterns."""
    found: dict[str, list[str]] = {}
    for root in lexicon_roots():
        for wazn in attested_wazns(root):
            try:
                slots = conjugate(root, wazn).slots
            except MaziniError:
                continue
            if _LEMMA not in slots:
                continue
            lemma = plain(slots[_LEMMA][0].form)
            for slot, forms in slots.items():
                if slot in _NO_VERBS:
                    continue
                for form in forms:
                    for text in _written(plain(form.form)):
                        key = same_alef(text)
                        lemmas = found.setdefault(key, []) if key in wanted else []
                        if lemma not in lemmas:
                            lemmas.append(lemma)
    return {form: tuple(lemmas) for form, lemmas in sorted(found.items())}
