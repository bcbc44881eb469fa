"""Closed sets of Arabic function words that stages ask about, folded, from data/ar/grammar.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from tawatur.records import Record
from tawatur.text.fold import fold_word


class _Words(Record, kw_only=True):
    words: tuple[str, ...]


class _Copulas(Record, kw_only=True):
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]


class Pronoun(Record, kw_only=True):
    """A pronoun written to a word, with its features."""

    form: str
    person: Literal[1, 2, 3]
    number: Literal["s", "d", "p"]
    gender: Literal["m", "f"] | None = None


class Clitics(Record, kw_only=True):
    """What may be written to a word before and after it."""

    conjunctions: tuple[str, ...]
    prepositions: tuple[str, ...]
    article: str
    verb_ending: str
    pronouns: tuple[Pronoun, ...]


class _Source(Record, kw_only=True):
    agent_prepositions: tuple[str, ...]
    against: tuple[str, ...]
    instrument_prepositions: tuple[str, ...]
    country_nouns: tuple[str, ...]
    future: tuple[str, ...]
    past: tuple[str, ...]
    person_prefixes: tuple[str, ...]
    aims: tuple[str, ...]
    matters: tuple[str, ...]
    told_before: tuple[str, ...]
    hands: tuple[str, ...]
    measures: tuple[str, ...]
    noun_agent: tuple[str, ...]
    any_words: tuple[str, ...]
    campaigns: tuple[str, ...]
    that: tuple[str, ...]
    that_alone: str
    hamzas: tuple[str, ...]
    doubled_lam: str
    feminine_ending: str
    perception: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    vague_counts: tuple[str, ...]
    place_prepositions: dict[str, tuple[str, ...]]
    transparent: _Words
    copula: _Copulas
    dative_control: _Words
    bracing: _Words
    clitics: Clitics


class Grammar(Record, kw_only=True):
    """The sets, folded: `grammar().relation["في"]` is "at"."""

    agent: frozenset[str]
    against: frozenset[str]
    instrument: frozenset[str]
    country_nouns: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    person_prefixes: frozenset[str]
    aims: frozenset[str]
    matters: frozenset[str]
    told_before: frozenset[str]
    hands: frozenset[str]
    measures: frozenset[str]
    noun_agent: frozenset[str]
    any_words: frozenset[str]
    campaigns: frozenset[str]
    that: frozenset[str]
    that_alone: str
    hamzas: frozenset[str]
    doubled_lam: str
    feminine_ending: str
    perception: frozenset[str]
    at_least: frozenset[str]
    at_most: frozenset[str]
    vague_counts: frozenset[str]
    relation: dict[str, str]
    transparent: frozenset[str]
    copula: frozenset[str]
    copula_forms: frozenset[str]
    dative_control: frozenset[str]
    bracing: frozenset[str]
    clitics: Clitics


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(fold_word(part) for part in word.split()) for word in words)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The closed sets, read once."""
    table = tomllib.loads(files("tawatur").joinpath("data/ar/grammar.toml").read_text(encoding="utf-8"))
    source = msgspec.convert(table, _Source)
    relation = {word: name for name, words in source.place_prepositions.items() for word in _folded(words)}
    return Grammar(
        agent=_folded(source.agent_prepositions),
        against=_folded(source.against),
        instrument=_folded(source.instrument_prepositions),
        country_nouns=_folded(source.country_nouns),
        future=_folded(source.future),
        past=_folded(source.past),
        person_prefixes=_folded(source.person_prefixes),
        aims=_folded(source.aims),
        matters=_folded(source.matters),
        told_before=_folded(source.told_before),
        hands=_folded(source.hands),
        measures=_folded(source.measures),
        noun_agent=_folded(source.noun_agent),
        any_words=_folded(source.any_words),
        campaigns=_folded(source.campaigns),
        that=_folded(source.that),
        that_alone=fold_word(source.that_alone),
        hamzas=frozenset(source.hamzas),
        doubled_lam=source.doubled_lam,
        feminine_ending=fold_word(source.feminine_ending),
        perception=_folded(source.perception),
        at_least=_folded(source.at_least),
        at_most=_folded(source.at_most),
        vague_counts=_folded(source.vague_counts),
        relation=relation,
        transparent=_folded(source.transparent.words),
        copula=_folded(source.copula.lemmas),
        copula_forms=_folded(source.copula.forms),
        dative_control=_folded(source.dative_control.words),
        bracing=_folded(source.bracing.words),
        clitics=source.clitics,
    )


def without_article(folded: str) -> str:
    """A folded noun without its article: «القوات» becomes «قوات»."""
    return folded[2:] if len(folded) > 4 and folded.startswith("\u0627\u0644") else folded
