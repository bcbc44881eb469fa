"""Inflected forms of nouns and adjectives, other spellings of verb forms: by the rules of `data/ar/inflection.toml`.

Forms are bare stems as the analyser leaves them when clitics are split off, with ال kept, and folded:
«سيطرة» gives «سيطره», «السيطره», «سيطرت» (of «سيطرته») and the dual and plural.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from tawatur.lexicon.records import Inflection
from tawatur.records import Record
from tawatur.text.fold import fold_word

_MARKS = dict.fromkeys((*range(0x064B, 0x064D), *range(0x064E, 0x0653), 0x0670))
"""Every diacritic but the kasra tanwin, which shows a defective participle."""
_WASLA = {0x0671: 0x0627}


class Rule(Record, frozen=True, kw_only=True):
    """One ending: where it applies, what is cut, what is added, and what the result tells."""

    add: str
    ends: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(name="not", default=())
    cut: int = 0
    number: Literal["s", "d", "p"] | None = None
    gender: Literal["m", "f"] | None = None
    article: bool = False

    def fits(self, word: str) -> bool:
        """True when the word's end is one that the rule is for."""
        return (not self.ends or word.endswith(self.ends)) and not (self.not_ and word.endswith(self.not_))

    def apply(self, word: str) -> str:
        """The word with the ending."""
        return word[: len(word) - self.cut] + self.add


class Article(Record, frozen=True, kw_only=True):
    """The definite article, as it is written before a noun."""

    add: str


class Rules(Record, frozen=True, kw_only=True):
    """All rules of the inflection file."""

    article: Article
    noun: tuple[Rule, ...]
    plural: tuple[Rule, ...]
    adj: tuple[Rule, ...]
    verb: tuple[Rule, ...]

    def noun_forms(self, word: str, *, part: Literal["noun", "masdar"]) -> Iterator[tuple[str, Inflection]]:
        """Folded forms of a singular noun with what each tells."""
        return self._forms(word, self.noun, part)

    def plural_forms(self, word: str, *, part: Literal["noun", "masdar"]) -> Iterator[tuple[str, Inflection]]:
        """Folded forms of a plural that is listed."""
        return self._forms(word, self.plural, part)

    def adjective_forms(self, word: str, *, part: Literal["adj", "participle"]) -> Iterator[tuple[str, Inflection]]:
        """Folded forms of an adjective or participle, given in the masculine singular."""
        return self._forms(word, self.adj, part)

    def verb_spellings(self, form: str) -> tuple[str, ...]:
        """A verb form in each of its folded spellings: «انتزعوا» also as «انتزعو», before an object pronoun."""
        bare = _bare(form)
        spellings = [bare, *(rule.apply(bare) for rule in self.verb if rule.fits(bare))]
        return tuple(dict.fromkeys(fold_word(spelling) for spelling in spellings))

    def _forms(
        self, word: str, rules: tuple[Rule, ...], part: Literal["noun", "masdar", "adj", "participle"]
    ) -> Iterator[tuple[str, Inflection]]:
        bare = _bare(word)
        for rule in rules:
            if rule.fits(bare):
                form = fold_word(rule.apply(bare))
                tells = Inflection(part=part, number=rule.number, gender=rule.gender)
                yield form, tells
                if rule.article:
                    yield self.article.add + form, tells


def _bare(word: str) -> str:
    """A word without diacritics, but with the kasra tanwin last where it has one."""
    plain = word.translate(_MARKS).translate(_WASLA)
    tanwin = "\u064d"
    return plain.replace(tanwin, "") + tanwin if tanwin in plain else plain
