"""The actor lexicon as a frozen value with its indexes: names, nouns, adjectives, titles, organs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from tawatur.actors.checks import faults
from tawatur.actors.function_words import FunctionWords
from tawatur.actors.inflect import State, adjective_forms, article, definite_adjective, noun_forms
from tawatur.actors.load import ActorFiles, data_folder, read_files
from tawatur.actors.records import Actor, ActorNoun, Modifier, OfficeNoun, Organ, Title
from tawatur.errors import LexiconError
from tawatur.records import Entity
from tawatur.text.fold import fold_word
from tawatur.text.phrases import PhraseTrie, words_of

Strength = Literal["strong", "weak", "bracketed", "capital"]


class NameHit(NamedTuple):
    """A name of an actor: whose, how strongly it names, and the slant it carries."""

    actor: str
    strength: Strength
    loaded: str | None


class NounHit(NamedTuple):
    """A form of an actor noun."""

    noun: ActorNoun
    state: State
    number: Literal["s", "d", "p"] | None
    gender: Literal["m", "f"] | None
    counted: bool
    """It is an actor only after a number: «46 مهاجرا»."""


class AdjectiveHit(NamedTuple):
    """A form of an adjective: of a state or group (`actor`), or a modifier."""

    actor: str | None
    modifier: Modifier | None
    state: State
    number: Literal["s", "d", "p"] | None
    gender: Literal["m", "f"] | None


class OfficeHit(NamedTuple):
    """A form of a post."""

    office: OfficeNoun
    state: State
    number: Literal["s", "d", "p"] | None
    gender: Literal["m", "f"] | None


@dataclass(frozen=True, kw_only=True)
class ActorLexicon:
    """All actors with the words that mean them. Made once; every index is computed when first asked for."""

    files: ActorFiles

    @property
    def version(self) -> str:
        """A hash of the files."""
        return self.files.version

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {placed.actor.id: placed.actor for placed in self.files.placed}

    @cached_property
    def organs(self) -> dict[str, Organ]:
        """Organs that every state can have, by id."""
        return {organ.id: organ for organ in self.files.organs}

    def entity(self, actor: str) -> Entity:
        """The neutral entity of a listed actor."""
        found = self.actors[actor]
        return Entity(id=found.id, ar=found.ar, en=found.en, type=found.type, side=found.side)

    def countries(self, actor: str) -> tuple[str, ...]:
        """ISO codes of an actor's countries, () when unknown."""
        base = actor if actor in self.actors else actor.rpartition(".")[0]
        return self.actors[base].country if base in self.actors else ()

    @cached_property
    def _organs_of(self) -> dict[tuple[str, str], str]:
        return {(actor.of, actor.organ): actor.id for actor in self.actors.values() if actor.of and actor.organ}

    def organ_of(self, owner: str, organ: str) -> Entity | None:
        """The organ of a state or body: ("iraq", "army") is the Iraqi army; made up for any state where none is listed."""
        listed = self._organs_of.get((owner, organ))
        if listed is not None:
            return self.entity(listed)
        state, pattern = self.actors.get(owner), self.organs.get(organ)
        if state is None or state.type != "state" or pattern is None:
            return None
        return _patterned(state, pattern)

    @cached_property
    def names(self) -> PhraseTrie[NameHit]:
        """Every name of every actor in each of its forms."""
        return PhraseTrie(self._names())

    def _names(self) -> Iterator[tuple[tuple[str, ...], NameHit]]:
        for actor in self.actors.values():
            seen: set[tuple[str, ...]] = set()
            shared = {words_of(name) for name in actor.shared}
            listed: list[tuple[str, Strength, str | None]] = [(name, "strong", None) for name in actor.names]
            listed += [(name, "weak", None) for name in (*actor.weak, *actor.shared)]
            listed += [(name, "bracketed", None) for name in actor.bracketed]
            listed += [(name, "capital", None) for name in actor.capitals]
            listed += [(item.name, "weak" if item.weak else "strong", item.slant) for item in actor.loaded]
            for name, strength, loaded in listed:
                for words in self._variants(words_of(name)):
                    if words in seen or (strength == "strong" and words in shared):
                        continue
                    seen.add(words)
                    yield words, NameHit(actor.id, strength, loaded)

    def _variants(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield words
        for variant in self.files.variants:
            for new in variant.becomes:
                changed = tuple(_changed(word, variant.word, variant.ends, new) for word in words)
                if changed != words:
                    yield changed

    @cached_property
    def nouns(self) -> PhraseTrie[NounHit]:
        """Every form of every actor noun; of homographs the noun listed first."""
        taken: dict[tuple[str, ...], NounHit] = {}
        for noun in self.files.nouns:
            for form in noun_forms(noun):
                taken.setdefault(form.words, NounHit(noun, form.state, form.number, form.gender, form.counted))
        return PhraseTrie(taken.items())

    @cached_property
    def adjectives(self) -> PhraseTrie[AdjectiveHit]:
        """Adjectives of states and groups, and modifiers."""
        found: dict[tuple[tuple[str, ...], AdjectiveHit], None] = {}
        for actor in self.actors.values():
            for lemma in actor.adjectives:
                for form in adjective_forms(lemma, plurals=actor.adjective_plurals):
                    found[form.words, AdjectiveHit(actor.id, None, form.state, form.number, form.gender)] = None
        for modifier in self.files.modifiers:
            for form in adjective_forms(modifier.lemma):
                found[form.words, AdjectiveHit(None, modifier, form.state, form.number, form.gender)] = None
        return PhraseTrie(found)

    @cached_property
    def titles(self) -> PhraseTrie[Title]:
        """Ranks and honours with and without ال."""
        found: dict[tuple[str, ...], Title] = {}
        for title in self.files.titles:
            for form in adjective_forms(title.lemma.split()[0]):
                rest = words_of(" ".join(title.lemma.split()[1:]))
                found.setdefault((*form.words, *rest), title)
                if rest and form.state == "definite":
                    found.setdefault((*form.words, *(article() + word for word in rest)), title)
        return PhraseTrie(found.items())

    @cached_property
    def offices(self) -> PhraseTrie[OfficeHit]:
        """Every form of every post."""
        found: dict[tuple[str, ...], OfficeHit] = {}
        for office in self.files.offices:
            noun = ActorNoun(
                lemma=office.lemma,
                class_="person",
                type="office",
                plurals=office.plurals,
                fixed=office.fixed,
                human=" " not in office.lemma and not office.plurals,
            )
            for form in noun_forms(noun):
                if form.state != "possessed":
                    found.setdefault(form.words, OfficeHit(office, form.state, form.number, form.gender))
        return PhraseTrie(found.items())

    @cached_property
    def first_words(self) -> frozenset[str]:
        """Folded words that a mention may begin with; most words of a text are none of them."""
        tries = (
            self.names,
            self.nouns,
            self.adjectives,
            self.titles,
            self.offices,
            self.words.quantifiers,
            self.words.each_of,
        )
        return frozenset().union(*(trie.first_words for trie in tries))

    @cached_property
    def article(self) -> str:
        """The definite article as it is written."""
        return article()

    @cached_property
    def words(self) -> FunctionWords:
        """Words that hold mentions together."""
        return FunctionWords(grammar=self.files.grammar)

    @cached_property
    def _states_by_adjective(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for actor in self.actors.values():
            for lemma in actor.adjectives:
                for form in adjective_forms(lemma, plurals=actor.adjective_plurals):
                    if len(form.words) == 1:
                        found.setdefault(form.words[0], actor.id)
        return found

    def state_of_adjective(self, folded: str) -> Entity | None:
        """The state or group that an adjective ties to: «الروسيه» is Russia; None for other words."""
        actor = self._states_by_adjective.get(folded)
        return self.entity(actor) if actor is not None else None


def _changed(word: str, whole: str | None, ends: str | None, new: str) -> str:
    new = fold_word(new)
    if whole is not None:
        return new if word == fold_word(whole) else word
    if ends is not None and word.endswith(fold_word(ends)):
        return word[: -len(fold_word(ends))] + new
    return word


def _patterned(state: Actor, pattern: Organ) -> Entity:
    if state.adjectives and " " not in state.adjectives[0] and "{of}" not in pattern.ar:
        masculine, feminine = definite_adjective(state.adjectives[0])
        arabic = pattern.ar.format(m=masculine, f=feminine)
    else:
        arabic = pattern.ar_without_adjective.format(of=state.ar, m="", f="").strip()
    english = pattern.en.format(adj=state.en_adjective or state.en, name=state.en)
    return Entity(id=f"{state.id}.{pattern.id}", ar=arabic, en=english, type=pattern.type, side=None)


@lru_cache(maxsize=1)
def load_actors() -> ActorLexicon:
    """The shipped lexicon, read and checked once."""
    files = read_files(data_folder())
    problems = faults(files)
    if problems:
        raise LexiconError("\n".join(problems))
    return ActorLexicon(files=files)
