"""A text laid out for finding actors: its pieces, and for each what the analyser says of its stem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tawatur.actors.lexicon import ActorLexicon, NameHit
from tawatur.actors.records import ActorMention
from tawatur.analyser.records import Analysis, Name, Word
from tawatur.records import Span
from tawatur.text.fold import fold_word
from tawatur.text.phrases import Found, Piece, pieces


class Parsed(NamedTuple):
    """A mention and the piece it ends in."""

    mention: ActorMention
    last: int


class Stem(NamedTuple):
    """A word of an analysis with the sentence it stands in and its index there."""

    sentence: int
    at: int
    word: Word


@dataclass(frozen=True, kw_only=True)
class Line:
    """The text with everything that the parsers of mentions ask about."""

    text: str
    lexicon: ActorLexicon
    analyses: Sequence[Analysis]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Tokens with their readings."""
        return pieces(self.text)

    @cached_property
    def stems(self) -> dict[int, Stem]:
        """Analysed words by the position they begin at."""
        return {
            word.span[0]: Stem(sentence, index, word)
            for sentence, analysis in enumerate(self.analyses)
            for index, word in enumerate(analysis.words)
        }

    @cached_property
    def names(self) -> dict[int, Name]:
        """Persons and organisations that the analyser saw, by the position they begin at behind proclitics."""
        return {
            self._behind_proclitics(name.span[0]): name
            for analysis in self.analyses
            for name in analysis.names
            if name.type in ("person", "organisation")
        }

    def _behind_proclitics(self, position: int) -> int:
        while (stem := self.stems.get(position)) is not None and stem.word.upos in ("ADP", "CCONJ"):
            position = stem.word.span[1]
        return position

    @cached_property
    def breaks(self) -> frozenset[int]:
        """Indexes of pieces that begin a sentence."""
        starts = {analysis.span[0] for analysis in self.analyses}
        return frozenset(at for at, piece in enumerate(self.pieces) if piece.start in starts)

    @cached_property
    def begins(self) -> tuple[bool, ...]:
        """For each piece whether a mention can begin there."""
        known, seen = self.lexicon.first_words, self.names
        return tuple(
            any(reading.form in known or piece.start + reading.cut in seen for reading in piece.readings)
            or piece.text[0].isdecimal()
            for piece in self.pieces
        )

    def quoted(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]

    def end(self, last: int, start: int) -> int:
        """Where a phrase that ends in a piece ends, with the closing quotation mark of one opened inside it."""
        following = last + 1
        if following < len(self.pieces) and self.pieces[following].mark:
            inside = [piece for piece in self.pieces[max(0, last - 8) : last] if piece.mark and piece.start >= start]
            if len(inside) % 2:
                return self.pieces[following].end
        return self.pieces[last].end

    def after(self, last: int, start: int) -> int:
        """The piece to go on with after a phrase: past the closing mark that belongs to it."""
        return last + 2 if self.end(last, start) != self.pieces[last].end else last + 1

    def form(self, at: int) -> str:
        """The folded form of a piece with nothing cut off, "" past the end or past the sentence."""
        return self.pieces[at].readings[0].form if 0 <= at < len(self.pieces) else ""

    def upos(self, position: int) -> str | None:
        """Part of speech of the word that begins at a position; None when nothing was analysed there."""
        stem = self.stems.get(position)
        return stem.word.upos if stem else None

    def is_nominal(self, position: int) -> bool:
        """Whether a noun, name or adjective begins here, or nobody knows."""
        return self.upos(position) not in ("VERB", "ADP", "PART", "CCONJ", "SCONJ", "PRON", "AUX", "PUNCT", "ADV")

    def name_at(self, at: int, *, clitics: bool) -> Found[NameHit] | None:
        """The longest listed name that begins at a piece."""
        if at >= len(self.pieces):
            return None
        if not clitics:
            return self.lexicon.names.longest(self.pieces, at, clitics=False)
        return self._names_found.get(at)

    @cached_property
    def _names_found(self) -> dict[int, Found[NameHit]]:
        found = ((at, self.lexicon.names.longest(self.pieces, at)) for at in range(len(self.pieces)))
        return {at: name for at, name in found if name is not None}

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Ids of actors whose strong name stands somewhere in the text."""
        return frozenset(
            hit.actor for found in self._names_found.values() for hit in found.payloads if hit.strength == "strong"
        )

    def may_be(self, person: str, start: int) -> bool:
        """Whether a surname can mean a person here: the analyser saw one, or the whole name stands elsewhere in the text."""
        seen = self.names.get(start)
        return (seen is not None and seen.type == "person") or person in self.mentioned


def follows(line: Line, phrases: frozenset[tuple[str, ...]], at: int) -> int | None:
    """The piece after a set phrase such as «كل من» that begins at a piece; None when none does."""
    for words in phrases:
        if all(line.form(at + offset) == word for offset, word in enumerate(words)):
            return at + len(words)
    return None


def cut_off(line: Line, at: int, prepositions: Sequence[str]) -> int | None:
    """How many characters a preposition joined to a piece takes: 1 for ل of «لدمشق»; None when it has none of them."""
    if at >= len(line.pieces):
        return None
    piece = line.pieces[at]
    for reading in piece.readings[1:]:
        if fold_word(piece.text[: reading.cut]) in prepositions:
            return reading.cut
    return None
