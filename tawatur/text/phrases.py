"""Longest match of listed phrases over the words of a text, whatever clitics stand before the first word.

    >>> trie = PhraseTrie([("القوات العراقية", "iraq.army")])
    >>> line = pieces("وللقوات العراقية")
    >>> found = trie.longest(line, 0)
    >>> found.payloads, found.last, line[0].start + found.reading.cut
    (('iraq.army',), 1, 2)

Quotation marks inside a phrase are passed over: «تنظيم "الدولة"» is «تنظيم الدولة».
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

T = TypeVar("T")
MARKS = frozenset("«»“”„\"'‘’")
"""Quotation marks that may stand inside a name."""
_HASHTAG = frozenset("#_")
"""Signs of a hashtag: «#السفارة_العراقية» is «السفارة العراقية»."""


class Reading(NamedTuple):
    """One way to read a token: a folded word after `cut` characters of proclitics."""

    form: str
    cut: int


class Piece(NamedTuple):
    """A token of the text with the ways to read it; the first reading has nothing cut off."""

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    mark: bool


class Found(NamedTuple, Generic[T]):
    """A phrase found: its payloads, the piece it ends in, and how its first piece was read."""

    payloads: tuple[T, ...]
    last: int
    reading: Reading


class _Proclitics(NamedTuple):
    plain: tuple[str, ...]
    assimilated: tuple[tuple[str, str, int], ...]


@lru_cache(maxsize=1)
def _proclitics() -> _Proclitics:
    data = tomllib.loads(files("tawatur").joinpath("data/ar/proclitics.toml").read_text(encoding="utf-8"))
    return _Proclitics(
        tuple(fold_word(word) for word in data["proclitics"]),
        tuple((fold_word(row["written"]), fold_word(row["stands_for"]), row["cut"]) for row in data["assimilated"]),
    )


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """A token as it stands, then without each run of proclitics it may begin with: «وللقوات» is also «القوات»."""
    folded = fold_word(word)
    found = [Reading(folded, 0)]
    known = _proclitics()
    for written, stands_for, cut in known.assimilated:
        if folded.startswith(written) and len(folded) > len(written) + 1:
            found.append(Reading(stands_for + folded[len(written) :], _original_cut(word, cut)))
    for proclitic in known.plain:
        if folded.startswith(proclitic) and len(folded) > len(proclitic) + 1:
            found.append(Reading(folded[len(proclitic) :], _original_cut(word, len(proclitic))))
    return tuple(found)


def pieces(text: str, *, start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """The tokens of a text, ready for matching."""
    return tuple(
        Piece(token.text, token.span[0], token.span[1], readings(token.text), token.text in MARKS)
        for token in tokens(text, start=start, end=end)
        if token.text[0] not in _HASHTAG
    )


def words_of(phrase: str) -> tuple[str, ...]:
    """A listed phrase as folded words, quotation marks left out."""
    return tuple(fold_word(token.text) for token in tokens(phrase) if token.text not in MARKS)


def phrase_set(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Listed phrases as a set of folded words."""
    return frozenset(words_of(phrase) for phrase in phrases)


class _Node(Generic[T]):
    """What may come next, and what ends here."""

    __slots__ = ("next", "payloads")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.payloads: tuple[T, ...] = ()


class PhraseTrie(Generic[T]):
    """Phrases by their folded words; a phrase may carry several payloads."""

    def __init__(self, entries: Iterable[tuple[str | Sequence[str], T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, payload in entries:
            node = self._root
            for word in words_of(phrase) if isinstance(phrase, str) else phrase:
                node = node.next.setdefault(word, _Node())
            node.payloads = (*node.payloads, payload)

    @property
    def first_words(self) -> frozenset[str]:
        """The folded words that a phrase may begin with."""
        return frozenset(self._root.next)

    def __contains__(self, form: str) -> bool:
        """Whether a phrase begins with this folded word."""
        return form in self._root.next

    def longest(self, line: Sequence[Piece], at: int, *, clitics: bool = True) -> Found[T] | None:
        """The longest phrase that begins at a piece; of equally long ones that with the least cut off."""
        best: Found[T] | None = None
        for found in self.all_at(line, at, clitics=clitics):
            if best is None or found.last > best.last:
                best = found
        return best

    def all_at(self, line: Sequence[Piece], at: int, *, clitics: bool = True) -> Iterator[Found[T]]:
        """Every phrase that begins at a piece, reading by reading, the shorter before the longer."""
        first = self._root.next
        for reading in line[at].readings if clitics else line[at].readings[:1]:
            node = first.get(reading.form)
            if node is None:
                continue
            last = at
            while True:
                if node.payloads:
                    yield Found(node.payloads, last, reading)
                if not node.next:
                    break
                following = last + 1
                while following < len(line) and line[following].mark:
                    following += 1
                if following >= len(line):
                    break
                step = node.next.get(line[following].readings[0].form)
                if step is None:
                    break
                node, last = step, following


def _original_cut(word: str, folded_cut: int) -> int:
    """Characters of the word as written that the first `folded_cut` folded characters stand for, marks after them included."""
    kept = 0
    for position, character in enumerate(word):
        if kept >= folded_cut and fold_word(character) and not unicodedata.combining(character):
            return position
        kept += len(fold_word(character))
    return len(word)
