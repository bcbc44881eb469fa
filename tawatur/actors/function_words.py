"""Function words that hold mentions together, folded, from data/ar/actor_nouns.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tawatur.actors.load import Grammar
from tawatur.text.fold import fold_word
from tawatur.text.phrases import PhraseTrie, phrase_set, words_of


@dataclass(frozen=True, kw_only=True)
class FunctionWords:
    """The sets, each made when first asked for."""

    grammar: Grammar

    @cached_property
    def and_(self) -> str:
        """«و»."""
        return fold_word(self.grammar.and_)

    @cached_property
    def opening(self) -> frozenset[str]:
        """Signs before a bracketed name, such as «(» and «/»."""
        return frozenset(self.grammar.opening)

    @cached_property
    def quantifiers(self) -> PhraseTrie[None]:
        """Words that count: «عشرات», «عدد من»."""
        return PhraseTrie({words_of(phrase): None for phrase in self.grammar.quantifiers}.items())

    @cached_property
    def inside(self) -> frozenset[str]:
        """Prepositions between a teller and the body: «مصدر في الجيش»."""
        return frozenset(fold_word(word) for word in self.grammar.inside)

    @cached_property
    def partitives(self) -> frozenset[str]:
        """«من» in «عناصر من التنظيم»."""
        return frozenset(fold_word(word) for word in self.grammar.partitive)

    @cached_property
    def led_by(self) -> frozenset[tuple[str, ...]]:
        """«بقيادة» and the like."""
        return phrase_set(self.grammar.led_by)

    @cached_property
    def in_the_name_of(self) -> frozenset[tuple[str, ...]]:
        """«باسم»."""
        return phrase_set(self.grammar.in_the_name_of)

    @cached_property
    def posted_to(self) -> frozenset[tuple[str, ...]]:
        """«إلى» after an envoy."""
        return phrase_set(self.grammar.posted_to)

    @cached_property
    def commas(self) -> frozenset[str]:
        """Commas, as they are folded."""
        return frozenset(fold_word(sign) for sign in self.grammar.comma)

    @cached_property
    def each_of(self) -> PhraseTrie[None]:
        """«كل من» and the like, before a composite."""
        return PhraseTrie((words_of(phrase), None) for phrase in self.grammar.each_of)

    @cached_property
    def joiners(self) -> frozenset[tuple[str, ...]]:
        """«وكذلك» between the parts of a composite."""
        return phrase_set(self.grammar.joiners)

    @cached_property
    def for_the(self) -> tuple[str, ...]:
        """«ل» before the body of an organ that is named first: «الإعلام الحربي لحزب الله»."""
        return tuple(fold_word(word) for word in self.grammar.for_the)

    @cached_property
    def on_a_side(self) -> PhraseTrie[None]:
        """«من جهة», «من جهة أخرى» after a part of a composite."""
        return PhraseTrie((words_of(phrase), None) for phrase in self.grammar.sides)

    @cached_property
    def allies(self) -> frozenset[str]:
        """«حلفاؤه» in its forms."""
        return frozenset(fold_word(word) for word in self.grammar.allies)
