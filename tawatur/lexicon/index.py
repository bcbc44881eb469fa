"""An index from folded forms to entries; a match is made when its form is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, TypeVar

from tawatur.lexicon.records import Inflection

Indexed = TypeVar("Indexed")
Match = TypeVar("Match", bound=Inflection)


class Index(Generic[Indexed, Match]):
    """Forms of entries, each with what it tells; a form of several words is found at its first."""

    def __init__(
        self,
        entries: Iterable[Indexed],
        forms: Callable[[Indexed], Iterator[tuple[str, Inflection]]],
        match: Callable[[Indexed, tuple[str, ...], dict[str, Any]], Match],
    ) -> None:
        self._match = match
        self._found: dict[str, list[tuple[Indexed, str, Inflection]]] = {}
        self._made: dict[str, tuple[Match, ...]] = {}
        for entry in entries:
            for form, tells in forms(entry):
                self._found.setdefault(form.partition(" ")[0], []).append((entry, form, tells))

    def __len__(self) -> int:
        return len(self._found)

    def at(self, form: str) -> tuple[Match, ...]:
        """What a form may be, in the order of the entries; () for an unknown form."""
        if form not in self._found:
            return ()
        if form not in self._made:
            matches = (
                self._match(entry, tuple(whole.split(" ")), _fields(tells)) for entry, whole, tells in self._found[form]
            )
            distinct: list[Match] = []
            for match in matches:
                if match not in distinct:
                    distinct.append(match)
            self._made[form] = tuple(distinct)
        return self._made[form]


@lru_cache(maxsize=1000)
def _fields(tells: Inflection) -> dict[str, Any]:
    return {name: getattr(tells, name) for name in Inflection.__struct_fields__}
