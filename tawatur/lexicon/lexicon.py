"""The lexicon as the reader asks it: entries by id, and the entries that a folded form may belong to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from tawatur.errors import LexiconError
from tawatur.lexicon.forms import inflection
from tawatur.lexicon.index import Index
from tawatur.lexicon.inflect import Rules
from tawatur.lexicon.load import Files, content_hash, data_folder, read_files, read_forms, read_rules, verb_key
from tawatur.lexicon.records import (
    FormMatch,
    Frame,
    Inflection,
    Kind,
    LightMatch,
    LightVerb,
    MediumCue,
    NounClass,
    NounMatch,
    RealityCue,
    RealityMatch,
    SayCue,
    SayMatch,
    Trigger,
)
from tawatur.text.fold import fold_word


class Lexicon:
    """All entries with their inflected forms. Cheap to ask; made once by `load_lexicon`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: Files = read_files(folder)
        self.rules: Rules = read_rules(folder)
        self.kinds: dict[str, Kind] = {kind.id: kind for kind in self.files.kinds}
        self.frames: dict[str, Frame] = {frame.id: frame for frame in self.files.frames}
        self.triggers: dict[str, Trigger] = {trigger.id: trigger for trigger in self.files.triggers}
        self.media: tuple[MediumCue, ...] = self.files.media
        for trigger in self.files.triggers:
            where = f"{self.files.origin[trigger.id]}: {trigger.id}"
            if trigger.kind not in self.kinds:
                raise LexiconError(f"{where}: kind: there is no kind {trigger.kind!r}")
            if trigger.frame not in self.frames:
                raise LexiconError(f"{where}: frame: there is no frame {trigger.frame!r}")

    @property
    def version(self) -> str:
        """A hash of the files, such as "3fa9…", that goes into the run of a reading."""
        return content_hash(self.folder)

    def by_form(self, form: str) -> tuple[FormMatch, ...]:
        """Triggers that a folded form may be a form of: `by_form("انتزعوا")`."""
        return self._triggers.at(form)

    def light_by_form(self, form: str) -> tuple[LightMatch, ...]:
        """Light verbs that a folded form may be a form of: `light_by_form("شنت")`."""
        return self._lights.at(form)

    def say_by_form(self, form: str) -> tuple[SayMatch, ...]:
        """Cues of saying that a folded form may be, or whose first word it may be."""
        return self._says.at(form)

    def reality_by_form(self, form: str) -> tuple[RealityMatch, ...]:
        """Cues of reality that a folded form may be, or whose first word it may be."""
        return self._realities.at(form)

    def nouns_by_form(self, form: str) -> tuple[NounMatch, ...]:
        """Noun classes that a folded form may belong to."""
        return self._nouns.at(form)

    @cached_property
    def _verb_forms(self) -> dict[str, tuple[tuple[str, Inflection], ...]]:
        return {
            verb: tuple((form, inflection(code)) for form, code in listed)
            for verb, listed in read_forms(self.folder).items()
        }

    @cached_property
    def _triggers(self) -> Index[Trigger, FormMatch]:
        return Index(self.files.triggers, self._inflected, lambda entry, _, tells: FormMatch(trigger=entry, **tells))

    @cached_property
    def _lights(self) -> Index[LightVerb, LightMatch]:
        return Index(self.files.lights, self._inflected, lambda entry, _, tells: LightMatch(light=entry, **tells))

    @cached_property
    def _says(self) -> Index[SayCue, SayMatch]:
        return Index(
            self.files.says, self._cue_forms, lambda entry, words, tells: SayMatch(cue=entry, words=words, **tells)
        )

    @cached_property
    def _realities(self) -> Index[RealityCue, RealityMatch]:
        return Index(
            self.files.realities,
            self._cue_forms,
            lambda entry, words, tells: RealityMatch(cue=entry, words=words, **tells),
        )

    @cached_property
    def _nouns(self) -> Index[NounClass, NounMatch]:
        return Index(
            self.files.nouns,
            lambda entry: self._noun_forms(entry.lemma, entry.plurals),
            lambda entry, _, tells: NounMatch(noun=entry, **tells),
        )

    def _noun_forms(self, lemma: str, plurals: tuple[str, ...]) -> Iterator[tuple[str, Inflection]]:
        yield from self.rules.noun_forms(lemma, part="noun")
        for plural in plurals:
            yield from self.rules.plural_forms(plural, part="noun")

    def _inflected(self, entry: Trigger | LightVerb) -> Iterator[tuple[str, Inflection]]:
        if entry.pos == "noun":
            yield from self._noun_forms(entry.lemma, entry.plurals)
        elif entry.pos == "adj":
            yield from self.rules.adjective_forms(entry.lemma, part="adj")
        yield from self._verb_and_masdars(entry)

    def _cue_forms(self, cue: SayCue | RealityCue) -> Iterator[tuple[str, Inflection]]:
        if cue.pos == "noun":
            yield from self._noun_forms(cue.lemma, cue.plurals)
        elif cue.pos == "adj":
            yield from self.rules.adjective_forms(cue.lemma, part="adj")
        elif cue.pos != "verb":
            yield fold_word(cue.lemma), Inflection(part="word")
        yield from ((fold_word(form), Inflection(part="word")) for form in cue.forms)
        yield from self._verb_and_masdars(cue)

    def _verb_and_masdars(self, entry: Trigger | LightVerb | RealityCue | SayCue) -> Iterator[tuple[str, Inflection]]:
        key = verb_key(entry)
        if key is not None:
            yield from self._verb_forms.get(str(key), ())
        for masdar in entry.masdar:
            yield from self.rules.noun_forms(masdar, part="masdar")
        if entry.pos != "noun":
            for plural in entry.plurals:
                yield from self.rules.plural_forms(plural, part="masdar")


@lru_cache(maxsize=4)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of a folder, or the one that is shipped; read once."""
    return Lexicon(folder or data_folder())
