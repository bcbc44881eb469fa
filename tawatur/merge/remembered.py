"""Functions of one claim that are asked for the same claim again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from tawatur.merge.records import Telling

Value = TypeVar("Value")
MOST = 40_000
"""Claims that are remembered: more than a merge has in hand at a time."""


def remembered(function: Callable[[Telling], Value]) -> Callable[[Telling], Value]:
    """The same function, which keeps what it gave for the very same record: comparing records field by field would take longer than asking."""
    kept: dict[int, tuple[Telling, Value]] = {}

    @wraps(function)
    def ask(telling: Telling) -> Value:
        found = kept.get(id(telling))
        if found is not None and found[0] is telling:
            return found[1]
        if len(kept) >= MOST:
            kept.clear()
        value = function(telling)
        kept[id(telling)] = (telling, value)
        return value

    return ask
