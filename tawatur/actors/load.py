"""Reads the files of the actor lexicon into records; a fault names file, entry and key."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tawatur.actors.records import Actor, ActorNoun, Modifier, OfficeNoun, Organ, Side, Title
from tawatur.errors import LexiconError
from tawatur.records import Record

_WHERE = re.compile(r" - at `\$(?P<path>[^`]*)`")
Entry = TypeVar("Entry", bound=Record)


class Grammar(Record, kw_only=True):
    """Words that hold mentions together, as listed in actor_nouns.toml."""

    and_: str = msgspec.field(name="and")
    each_of: tuple[str, ...]
    sides: tuple[str, ...]
    led_by: tuple[str, ...]
    allies: tuple[str, ...]
    in_the_name_of: tuple[str, ...]
    inside: tuple[str, ...]
    partitive: tuple[str, ...]
    joiners: tuple[str, ...]
    for_the: tuple[str, ...]
    posted_to: tuple[str, ...]
    comma: tuple[str, ...]
    opening: tuple[str, ...]
    absolute_plural: tuple[str, ...]
    absolute_dual: tuple[str, ...]
    quantifiers: tuple[str, ...]


class NameVariant(Record, kw_only=True):
    """Another form that a word of a name takes: «الحوثيون» is also «الحوثيين»."""

    becomes: tuple[str, ...]
    ends: str | None = None
    word: str | None = None


class Placed(Record, kw_only=True):
    """An actor and the file that it stands in, for error messages."""

    file: str
    actor: Actor


class ActorFiles(Record, kw_only=True):
    """Everything that the files hold, in the order of the files."""

    placed: tuple[Placed, ...]
    sides: tuple[Side, ...]
    nouns: tuple[ActorNoun, ...]
    modifiers: tuple[Modifier, ...]
    grammar: Grammar
    variants: tuple[NameVariant, ...]
    titles: tuple[Title, ...]
    offices: tuple[OfficeNoun, ...]
    organs: tuple[Organ, ...]
    version: str


def data_folder() -> Path:
    """Where the package keeps its data."""
    return Path(str(resources.files("tawatur").joinpath("data")))


def read_files(folder: Path) -> ActorFiles:
    """The files of a folder laid out like data/; raises LexiconError naming file, entry and key."""
    paths = [*sorted((folder / "actors").glob("*.toml")), folder / "sides.toml"]
    paths += [folder / "ar" / name for name in ("actor_nouns.toml", "titles.toml", "organs.toml")]
    raw = {path: _parsed(path) for path in paths}
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    actor_paths, (sides, nouns, titles, organs) = paths[:-4], paths[-4:]
    return ActorFiles(
        placed=tuple(
            Placed(file=path.name, actor=actor)
            for path in actor_paths
            for actor in _entries(path, raw[path], key="actor", sort=Actor)
        ),
        sides=tuple(_entries(sides, raw[sides], key="side", sort=Side)),
        nouns=tuple(_entries(nouns, raw[nouns], key="noun", sort=ActorNoun)),
        modifiers=tuple(_entries(nouns, raw[nouns], key="modifier", sort=Modifier)),
        grammar=_converted(nouns, raw[nouns].get("grammar", {}), name="grammar", sort=Grammar),
        variants=tuple(_entries(nouns, raw[nouns], key="name_variant", sort=NameVariant)),
        titles=tuple(_entries(titles, raw[titles], key="title", sort=Title)),
        offices=tuple(_entries(titles, raw[titles], key="office", sort=OfficeNoun)),
        organs=tuple(_entries(organs, raw[organs], key="organ", sort=Organ)),
        version=digest.hexdigest()[:12],
    )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: cannot be read: {error}") from error


def _entries(path: Path, data: dict[str, Any], *, key: str, sort: type[Entry]) -> Iterator[Entry]:
    for number, row in enumerate(data.get(key, []), start=1):
        name = row.get("id") or row.get("lemma") or f"number {number}"
        yield _converted(path, row, name=f"{key} {name}", sort=sort)


def _converted(path: Path, row: object, *, name: str, sort: type[Entry]) -> Entry:
    try:
        return msgspec.convert(row, sort)
    except msgspec.ValidationError as error:
        message = str(error)
        where = _WHERE.search(message)
        key = f", key {where['path'].lstrip('.')}" if where else ""
        raise LexiconError(f"{path.name}, {name}{key}: {_WHERE.sub('', message)}") from error
