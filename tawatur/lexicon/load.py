"""Reads the lexicon's files into records; a fault names file, entry and key."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

from tawatur.errors import LexiconError
from tawatur.lexicon.forms import VerbForms, VerbKey, parse
from tawatur.lexicon.inflect import Rules
from tawatur.lexicon.records import (
    Entry,
    Filler,
    Frame,
    Kind,
    LightVerb,
    MediumCue,
    NounClass,
    RealityCue,
    RoleName,
    SayCue,
    Trigger,
)
from tawatur.records import Record
from tawatur.text.fold import fold_word

FORMS_FILE = "verb_forms.tsv"
_TRIGGERS = "ar/triggers"
_SECTIONS: dict[str, tuple[str, type[Record]]] = {
    "kind": ("kinds.toml", Kind),
    "frame": ("ar/frames.toml", Frame),
    "light": ("ar/light.toml", LightVerb),
    "reality": ("ar/reality.toml", RealityCue),
    "say": ("ar/say.toml", SayCue),
    "medium": ("ar/say.toml", MediumCue),
    "noun": ("ar/nouns.toml", NounClass),
    "trigger": (_TRIGGERS, Trigger),
}
_SLOT_KEYS = ("subj", "obj")
_SLOT_TABLES = ("prep", "slots")
_FOLDED_LISTS = ("with", "after", "noun", "content", "audience")
"""Words that are only ever compared with folded words of a text."""
_WHERE = re.compile(r" - at `\$(?P<path>[^`]*)`")

AnyEntry = TypeVar("AnyEntry", bound=Record)


class Files(Record, frozen=True, kw_only=True):
    """The entries of all files, in the order of the files."""

    kinds: tuple[Kind, ...]
    frames: tuple[Frame, ...]
    triggers: tuple[Trigger, ...]
    lights: tuple[LightVerb, ...]
    realities: tuple[RealityCue, ...]
    says: tuple[SayCue, ...]
    media: tuple[MediumCue, ...]
    nouns: tuple[NounClass, ...]
    origin: dict[str, str]
    """Id of a trigger → the file it is in."""


def data_folder() -> Path:
    """The folder of the data that is shipped with the package."""
    return Path(str(resources.files("tawatur"))) / "data"


def read_rules(folder: Path) -> Rules:
    """The rules of inflection."""
    return _converted(_toml(folder / "ar/inflection.toml"), Rules, "ar/inflection.toml")


def read_forms(folder: Path) -> VerbForms:
    """The generated verb forms; none where they have not been generated."""
    path = folder / FORMS_FILE
    return parse(path.read_text(encoding="utf-8"))[1] if path.exists() else {}


def read_files(folder: Path) -> Files:
    """All entries of the files in a folder, checked for types and keys."""
    origin: dict[str, str] = {}
    triggers: list[Trigger] = []
    for path in sorted((folder / _TRIGGERS).glob("*.toml")):
        name = f"{_TRIGGERS}/{path.name}"
        for trigger in _entries(folder, name, "trigger", Trigger):
            origin.setdefault(trigger.id, name)
            triggers.append(trigger)
    return Files(
        kinds=_entries(folder, _SECTIONS["kind"][0], "kind", Kind),
        frames=_entries(folder, _SECTIONS["frame"][0], "frame", Frame),
        triggers=tuple(triggers),
        lights=_entries(folder, _SECTIONS["light"][0], "light", LightVerb),
        realities=_entries(folder, _SECTIONS["reality"][0], "reality", RealityCue),
        says=_entries(folder, _SECTIONS["say"][0], "say", SayCue),
        media=_entries(folder, _SECTIONS["medium"][0], "medium", MediumCue),
        nouns=_entries(folder, _SECTIONS["noun"][0], "noun", NounClass),
        origin=origin,
    )


def verb_keys(files: Files) -> tuple[VerbKey, ...]:
    """Every verb of the lexicon once, sorted."""
    entries: Iterable[Trigger | LightVerb | RealityCue | SayCue] = (
        *files.triggers,
        *files.lights,
        *files.realities,
        *files.says,
    )
    return tuple(sorted({key for entry in entries if (key := verb_key(entry)) is not None}, key=str))


def verb_key(entry: Trigger | LightVerb | RealityCue | SayCue) -> VerbKey | None:
    """What the entry's verb forms follow from; None when it is no verb."""
    if entry.pos != "verb" or entry.root is None or entry.form is None:
        return None
    return VerbKey(lemma=entry.lemma, root=entry.root, form=entry.form, vowels=entry.vowels)


@lru_cache(maxsize=4)
def content_hash(folder: Path) -> str:
    """Twelve hex digits that change when any of the lexicon's files does."""
    digest = hashlib.sha256()
    names = {name for name, _ in _SECTIONS.values() if name.endswith(".toml")} | {"ar/inflection.toml", FORMS_FILE}
    paths = [*(folder / name for name in names), *(folder / _TRIGGERS).glob("*.toml")]
    for path in sorted(path for path in paths if path.exists()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _entries(folder: Path, name: str, section: str, kind: type[AnyEntry]) -> tuple[AnyEntry, ...]:
    path = folder / name
    listed = _toml(path).get(section, []) if path.exists() else []
    return tuple(_converted(_prepared(raw, name), kind, f"{name}: {raw.get('id', f'{section} {number}')}")
                 for number, raw in enumerate(listed, start=1))  # fmt: skip


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error


def _converted(raw: dict[str, Any], kind: type[AnyEntry], where: str) -> AnyEntry:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        message = str(error)
        found = _WHERE.search(message)
        key = found["path"].lstrip(".") if found else ""
        plain = _WHERE.sub("", message)
        raise LexiconError(f"{where}: {key + ': ' if key else ''}{plain}") from error


def _prepared(raw: dict[str, Any], name: str) -> dict[str, Any]:
    """The raw entry with its slots, written "role:type|type", as tables, and its words of company folded."""
    where = f"{name}: {raw.get('id')}"
    written = dict(raw)
    for key in _SLOT_KEYS:
        if key in written:
            written[key] = _slots(written[key], f"{where}: {key}")
    for key in _SLOT_TABLES:
        if isinstance(written.get(key), dict):
            table = written[key].items()
            written[key] = {fold_word(word): _slots(slots, f"{where}: {key}.{word}") for word, slots in table}
    for key in _FOLDED_LISTS:
        if isinstance(written.get(key), list):
            written[key] = [fold_word(word) if isinstance(word, str) else word for word in written[key]]
    if written.get("reality") == "":
        del written["reality"]
    return written


def _slots(written: Any, where: str) -> list[dict[str, Any]]:
    slots = []
    for text in [written] if isinstance(written, str) else written:
        role, _, fillers = str(text).partition(":")
        slot: dict[str, Any] = {"role": role, "fillers": fillers.split("|") if fillers else ["any"]}
        if role not in get_args(RoleName):
            raise LexiconError(f"{where}: {role!r} is no role; roles are {', '.join(get_args(RoleName))}")
        for filler in slot["fillers"]:
            if filler not in get_args(Filler):
                raise LexiconError(f"{where}: {filler!r} is no filler type; they are {', '.join(get_args(Filler))}")
        slots.append(slot)
    return slots


__all__ = ["FORMS_FILE", "Entry", "Files", "content_hash", "data_folder", "read_files", "read_forms", "read_rules",
           "verb_key", "verb_keys"]  # fmt: skip
