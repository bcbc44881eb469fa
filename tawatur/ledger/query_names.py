"""What a person calls a kind, an actor, a side or a place, as the ids that a ledger holds.

>>> sorted(kinds_called("clash"))
['battle', 'clash', 'repel']
>>> actor_called("قسد", known=lambda identity: False), side_called("تنظيم القاعدة")
('sdf', 'al-qaeda')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from tawatur.actors import load_actors
from tawatur.actors.finder import find_actors
from tawatur.errors import UnknownName
from tawatur.lexicon import load_lexicon
from tawatur.places.called import latin, place_expressed, places_called
from tawatur.places.gazetteer import load_gazetteer
from tawatur.places.records import as_place
from tawatur.records import Place, Record
from tawatur.text.fold import fold_word

NEAREST = 4
"""Names that are offered in place of one that nobody knows."""
_ALIKE = 0.6
"""Of the letters of two names, so many in common make the one worth offering for the other."""


class _Called(NamedTuple):
    """Something by one of its names."""

    id: str
    name: str


class PlaceAsked(Record, kw_only=True):
    """The place that a question is about, and others that bear its name."""

    place: Place
    others: tuple[str, ...] = ()
    """Ids, the most important first."""


def kinds_called(name: str) -> frozenset[str]:
    """A kind with the narrower kinds under it, or all kinds of a group; by id or by label."""
    kinds = load_lexicon().kinds
    group = frozenset(kind.id for kind in kinds.values() if kind.group == name)
    if group:
        return group
    labels = _by_name((kind.id, label) for kind in kinds.values() for label in (kind.id, kind.en, kind.ar))
    found = labels.get(_folded(name))
    if found is None:
        raise _unknown("kind", name, labels | _by_name((kind.group, kind.group) for kind in kinds.values()))
    return frozenset(kind for kind in kinds if _is_a(kind, found.id, {one.id: one.of for one in kinds.values()}))


def _is_a(kind: str | None, broad: str, of: Mapping[str, str | None]) -> bool:
    while kind is not None and kind != broad:
        kind = of[kind]
    return kind is not None


def actor_called(name: str, *, known: Callable[[str], bool]) -> str:
    """The id of an actor by its id or any of its names; `known` says whether the ledger has an id that no list has."""
    lexicon = load_actors()
    if name in lexicon.actors or known(name):
        return name
    found = _actors().get(_folded(name))
    if found is not None:
        return found.id
    for mention in find_actors(name, analyses=(), lexicon=lexicon):
        if mention.span == (0, len(name)) and mention.entity is not None:
            return mention.entity.id
    raise _unknown("actor", name, _actors())


@lru_cache(maxsize=1)
def _actors() -> dict[str, _Called]:
    """Actors by all their names; a name that several bear is that of the one that it names most strongly."""
    ranked = sorted(
        (rank, actor.id, name)
        for actor in load_actors().actors.values()
        for rank, names in enumerate(
            (
                (actor.id, actor.ar, actor.en),
                actor.names,
                [loaded.name for loaded in actor.loaded],
                (*actor.weak, *actor.bracketed, *actor.shared),
            )
        )
        for name in names
    )
    return _by_name((identity, name) for _, identity, name in ranked)


def side_called(name: str) -> str:
    """The id of a side by its id or label."""
    sides = load_actors().files.sides
    labels = _by_name((side.id, label) for side in sides for label in (side.id, side.en, side.ar))
    found = labels.get(_folded(name))
    if found is None:
        raise _unknown("side", name, labels)
    return found.id


def place_called(name: str) -> PlaceAsked:
    """A place by its id, by its name, or by an expression such as «ريف دير الزور».

    >>> place_called("الموصل").place.id, place_called("SY.07").place.kind
    ('gn:99072', 'adm1')
    """
    gazetteer = load_gazetteer()
    entry = gazetteer.entry(name)
    if entry is not None:
        return PlaceAsked(place=as_place(entry))
    entries = places_called(name, gazetteer=gazetteer)
    if entries:
        return PlaceAsked(place=as_place(entries[0]), others=tuple(one.id for one in entries[1:]))
    expressed = place_expressed(name, gazetteer=gazetteer)
    if expressed is not None:
        return PlaceAsked(place=expressed)
    labels = ((one.id, label) for one in gazetteer.entries for label in (one.ar, *one.names, one.en) if label)
    raise _unknown("place", name, _by_name(labels))


def _folded(name: str) -> str:
    return latin(name) or " ".join(fold_word(word) for word in name.split())


def _by_name(labels: Iterable[tuple[str, str]]) -> dict[str, _Called]:
    """Things by their folded names, from (id, name); the first of a name has it."""
    found: dict[str, _Called] = {}
    for identity, name in labels:
        found.setdefault(_folded(name), _Called(identity, name))
    return found


def _unknown(what: str, name: str, known: Mapping[str, _Called]) -> UnknownName:
    names = get_close_matches(_folded(name), known, n=2 * NEAREST, cutoff=_ALIKE)
    near: dict[str, str] = {}
    for called in map(known.__getitem__, names):
        near.setdefault(called.id, called.id if called.name == called.id else f"{called.name} ({called.id})")
    offered = f"the nearest are {', '.join([*near.values()][:NEAREST])}" if near else "and none is like it"
    return UnknownName(f"{what} {name!r}: no {what} of this name or id is known; {offered}.")
