"""Forms of actor nouns, modifiers and adjectives as they stand in raw text, folded, with what each tells.

«مسلح» gives «المسلحين» (definite, plural), «مسلحو» (construct), «مسلحوها» (with a pronoun).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

from tawatur.actors.load import data_folder
from tawatur.actors.records import ActorNoun
from tawatur.lexicon.inflect import Rules
from tawatur.lexicon.load import read_rules
from tawatur.text.fold import fold_word
from tawatur.text.phrases import words_of

State = Literal["definite", "indefinite", "absolute", "possessed"]


class Form(NamedTuple):
    """A folded form of one or more words: definite by ال, possessed by a pronoun, absolute («مسلحين», no construct), or neither."""

    words: tuple[str, ...]
    state: State
    number: Literal["s", "d", "p"] | None
    gender: Literal["m", "f"] | None
    counted: bool = False
    """Only after a number is this the noun meant: «46 مهاجرا»."""


@lru_cache(maxsize=1)
def _rules() -> Rules:
    return read_rules(data_folder())


@lru_cache(maxsize=1)
def _pronouns() -> tuple[str, ...]:
    data = tomllib.loads((data_folder() / "ar" / "proclitics.toml").read_text(encoding="utf-8"))
    return tuple(fold_word(ending) for ending in data["pronouns"]["endings"])


@lru_cache(maxsize=4)
def _absolute(number: Literal["s", "d", "p"] | None) -> tuple[str, ...]:
    grammar = tomllib.loads((data_folder() / "ar" / "actor_nouns.toml").read_text(encoding="utf-8"))["grammar"]
    return tuple(grammar.get({"p": "absolute_plural", "d": "absolute_dual"}.get(number or "", ""), ()))


def _state(form: str, *, article: str) -> State:
    return "definite" if form.startswith(article) else "indefinite"


def noun_forms(noun: ActorNoun) -> Iterator[Form]:
    """Every form of an actor noun; phrases agree word by word: «القوات المسلحة», «قوات مسلحة»."""
    for lemma in (noun.lemma, *noun.variants):
        if noun.fixed:
            words = words_of(lemma)
            article = _rules().article.add
            definite = any(word.startswith(article) for word in words)
            yield Form(words, "definite" if definite else "indefinite", noun.number or "s", noun.gender)
        elif " " in lemma:
            yield from _phrase_forms(lemma, noun)
        else:
            yield from _word_forms(lemma, noun)
    for plural in noun.plurals:
        if " " in plural:
            yield from _phrase_forms(plural, noun)
        else:
            yield from _with_pronouns(_listed_plural(plural), base=plural, number="p", noun=noun)


def _listed_plural(plural: str) -> Iterator[str]:
    for form, _ in _rules().plural_forms(plural, part="noun"):
        yield form


def _word_forms(lemma: str, noun: ActorNoun) -> Iterator[Form]:
    rules = _rules()
    if noun.human:
        for form, tells in rules.adjective_forms(lemma, part="adj"):
            if noun.plural_only and tells.number != "p":
                state = _state(form, article=rules.article.add)
                if state == "indefinite" and tells.number == "s":
                    yield Form((form,), "absolute", tells.number, tells.gender, counted=True)
                continue
            yield from _with_pronouns([form], base=lemma, number=tells.number, noun=noun, gender=tells.gender)
        return
    if noun.number == "p":
        yield from _with_pronouns(_listed_plural(lemma), base=lemma, number="p", noun=noun)
        return
    if noun.plural_only:
        for form, tells in rules.noun_forms(lemma, part="noun"):
            if tells.number != "p" and _state(form, article=rules.article.add) == "indefinite":
                yield Form((form,), "absolute", tells.number, noun.gender, counted=True)
        return
    for form, tells in rules.noun_forms(lemma, part="noun"):
        yield from _with_pronouns([form], base=lemma, number=tells.number, noun=noun)


def _with_pronouns(
    forms: Iterable[str],
    *,
    base: str,
    number: Literal["s", "d", "p"] | None,
    noun: ActorNoun,
    gender: Literal["m", "f"] | None = None,
) -> Iterator[Form]:
    article = _rules().article.add
    for form in forms:
        state = _state(form, article=article)
        if state == "indefinite" and form.endswith(_absolute(number)):
            state = "absolute"
        changed_end = len(form) == len(base) and form != fold_word(base) and state == "indefinite"
        if not changed_end:
            yield Form((form,), state, number, noun.gender or gender)
        if state == "indefinite":
            for ending in _pronouns():
                yield Form((form + ending,), "possessed", number, noun.gender or gender)


def _phrase_forms(lemma: str, noun: ActorNoun) -> Iterator[Form]:
    first, *rest = lemma.split()
    article = _rules().article.add
    base = fold_word(first)
    plain = [fold_word(word) for word in rest]
    yield Form((base, *plain), "indefinite", noun.number or "s", noun.gender)
    yield Form((article + base, *(article + word for word in plain)), "definite", noun.number or "s", noun.gender)


def adjective_forms(lemma: str, *, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Every form of an adjective of one or two words, with and without ال: «كوري جنوبي» → «الكورية», «الجنوبية»."""
    article = _rules().article.add
    per_word = [list(_adjective_word(word)) for word in lemma.split()]
    for combination in product(*per_word):
        last = combination[-1]
        if len({(form.state, form.number, form.gender) for form in combination}) > 1 and len(combination) > 1:
            continue
        yield Form(tuple(word for form in combination for word in form.words), last.state, last.number, last.gender)
    if len(per_word) > 1:
        head = fold_word(lemma.split()[0])
        for form in per_word[-1]:
            for start in (head, article + head):
                yield Form((start, *form.words), "definite" if start != head else form.state, form.number, form.gender)
    for plural in plurals:
        for word in _listed_plural(plural):
            yield Form((word,), _state(word, article=article), "p", "m")


def _adjective_word(word: str) -> Iterator[Form]:
    article = _rules().article.add
    for form, tells in _rules().adjective_forms(word, part="adj"):
        yield Form((form,), _state(form, article=article), tells.number, tells.gender)


def article() -> str:
    """The definite article as it is written."""
    return _rules().article.add


def definite_adjective(lemma: str) -> tuple[str, str]:
    """Masculine and feminine with the article, as written: «سوري» gives «السوري», «السورية»."""
    feminine = next(rule.add for rule in _rules().adj if rule.gender == "f" and rule.number == "s" and not rule.ends)
    words = lemma.split()
    return (
        " ".join(article() + word for word in words),
        " ".join(article() + word + feminine for word in words),
    )
