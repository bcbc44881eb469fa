"""Cut clitics that the analyser left on a word, where the whole is no listed form and the rest is one.

«وأشار» → «و» + «أشار»; «قصفها» → «قصف» + «ها»; «للتقدم» → «ل» + «لتقدم».
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from tawatur.analyser.records import Analysis, Word
from tawatur.grammar import Pronoun, grammar
from tawatur.lexicon import Lexicon
from tawatur.text.fold import fold_word

SHORTEST = 3
"""Letters that must be left of a word after cutting."""
_NOT_VERBS = frozenset({"NOUN", "ADJ", "PROPN", "X"})
_OPEN = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "X"})


class _Cut(NamedTuple):
    before: tuple[str, int] | None
    """Tag of the proclitic and its length in characters."""
    after: Pronoun | None
    characters: int
    """Length of the pronoun in characters of the text."""


def verbs_by_form(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis with «انسحب» and «انتزعت» verbs where they were taken for nouns or adjectives: they can be nothing else."""
    words = tuple(_as_verb(word, lexicon) if word.upos in _NOT_VERBS else word for word in analysis.words)
    return msgspec.structs.replace(analysis, words=words)


def _as_verb(word: Word, lexicon: Lexicon) -> Word:
    form = fold_word(word.text)
    matches = lexicon.by_form(form)
    if not matches or any(match.part != "verb" for match in matches):
        return word
    if word.aspect is None and (word.upos == "NOUN" or form[-1:] != grammar().clitics.verb_ending):
        return word
    first = matches[0]
    return msgspec.structs.replace(
        word,
        upos="VERB",
        lemma=first.trigger.lemma,
        aspect=first.aspect,
        person=first.person,
        gender=first.gender,
        number=first.number,
    )


def cut_clitics(analysis: Analysis, known: Callable[[str], bool]) -> Analysis:
    """The analysis with such words cut; heads are renumbered."""
    cuts = [_cut(word, known) if word.upos in _OPEN else None for word in analysis.words]
    if not any(cuts):
        return analysis
    place: list[int] = []
    at = 0
    for cut in cuts:
        at += bool(cut and cut.before)
        place.append(at)
        at += 1 + bool(cut and cut.after)
    words: list[Word] = []
    for word, cut, stem in zip(analysis.words, cuts, place, strict=True):
        head = place[word.head] if word.head >= 0 else -1
        words.extend(_pieces(word, cut, stem=stem, head=head))
    return msgspec.structs.replace(analysis, words=tuple(words))


def _cut(word: Word, known: Callable[[str], bool]) -> _Cut | None:
    form = fold_word(word.text)
    if len(form) != len(word.text) or len(form) <= SHORTEST or known(form):
        return None
    clitics = grammar().clitics
    article = fold_word(clitics.article)
    starts: list[tuple[str, tuple[str, int] | None]] = [(form, None)]
    if form[0] in clitics.conjunctions:
        starts.append((form[1:], ("CCONJ", 1)))
    for preposition in clitics.prepositions:
        if form.startswith(preposition * 2) and preposition == clitics.prepositions[0]:
            starts.append((article + form[2:], ("ADP", 1)))
        elif form.startswith(preposition + article):
            starts.append((form[1:], ("ADP", 1)))
    for rest, before in starts:
        if before is not None and len(rest) >= SHORTEST and known(rest):
            return _Cut(before, None, 0)
        for pronoun in clitics.pronouns:
            stem = rest.removesuffix(pronoun.form)
            if stem != rest and len(stem) >= SHORTEST and known(stem) and word.upos in ("VERB", "NOUN", "X"):
                return _Cut(before, pronoun, len(pronoun.form))
    return None


def _pieces(word: Word, cut: _Cut | None, *, stem: int, head: int) -> list[Word]:
    """The words that one word becomes."""
    if cut is None:
        return [msgspec.structs.replace(word, head=head)]
    first = word.span[0] + (cut.before[1] if cut.before else 0)
    last = word.span[1] - cut.characters
    text = word.text[first - word.span[0] : len(word.text) - cut.characters]
    pieces = [msgspec.structs.replace(word, span=(first, last), text=text, head=head, lemma=None)]
    if cut.before is not None:
        tag, length = cut.before
        pieces.insert(
            0,
            Word(
                span=(word.span[0], first), text=word.text[:length], token=word.token, lemma=word.text[:length],
                upos=tag, head=stem, deprel="cc" if tag == "CCONJ" else "case",
            ),
        )  # fmt: skip
    if cut.after is not None:
        pieces.append(
            Word(
                span=(last, word.span[1]), text=word.text[len(word.text) - cut.characters :], token=word.token,
                lemma=None, upos="PRON", head=stem, deprel="obj" if word.upos == "VERB" else "nmod",
                person=cut.after.person, gender=cut.after.gender, number=cut.after.number,
            )
        )  # fmt: skip
    return pieces
