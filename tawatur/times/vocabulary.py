"""The words of time of `data/ar/time*.toml`, ready for look-up by their first word.

>>> [sense.id for rest, sense in VOCABULARY.starting_with["الخميس"]]
['weekday.thursday']
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from tawatur.text.fold import fold_word
from tawatur.text.tokens import tokens

Calendar = Literal["gregorian", "hijri"]


class Sense(NamedTuple):
    """One meaning of a word of time: «أسبوعين» is the unit "week", twice."""

    kind: str
    """The table it stands in, such as "weekday", "unit", "opener"."""
    id: str
    number: int = 0
    """The value where it is a number: weekday from Monday, month, days from today, units from now."""
    name: str = ""
    """The value where it is a name: "week", "dawn", "since"."""
    quantity: int = 0
    """How many a form of a unit stands for: 1, 2, or 0 for a plural."""
    calendar: Calendar = "gregorian"
    needs: str = ""
    """"support" or "number": what must stand by it before it is read at all."""
    written: str = ""
    """The one spelling that may be read without a number beside it."""


Rest = tuple[str, ...]


class Vocabulary(NamedTuple):
    """All words of time and the lists that go with them, folded."""

    starting_with: Mapping[str, tuple[tuple[Rest, Sense], ...]]
    """First word of an entry → what must follow it and what it means, longest first."""
    lists: Mapping[str, frozenset[str]]
    """Named lists of words, such as "future", "break", "counted"."""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("tawatur").joinpath(f"data/ar/{name}").read_text(encoding="utf-8"))


def _senses(kind: str, row: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    value = row.get("value", 0)
    plain = Sense(
        kind=kind,
        id=row.get("id", kind),
        number=value if isinstance(value, int) else 0,
        name=value if isinstance(value, str) else "",
        calendar=row.get("calendar", "gregorian"),
        needs=row.get("needs", ""),
        written=row.get("written", ""),
    )
    for words, quantity in (("words", 0), ("one", 1), ("two", 2), ("many", 0)):
        for word in row.get(words, ()):
            yield word, plain._replace(quantity=quantity)


def load() -> Vocabulary:
    """The vocabulary of the shipped data files."""
    starting: dict[str, list[tuple[Rest, Sense]]] = {}
    for table in (_table("time.toml"), _table("time_numbers.toml")):
        for kind, rows in table.items():
            for row in rows:
                for word, sense in _senses(kind, row):
                    first, *rest = (fold_word(token.text) for token in tokens(word))
                    starting.setdefault(first, []).append((tuple(rest), sense))
    lists = {name: frozenset(fold_word(word) for word in words) for name, words in _table("time_signs.toml").items()}
    return Vocabulary(
        {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in starting.items()}, lists
    )


VOCABULARY = load()
