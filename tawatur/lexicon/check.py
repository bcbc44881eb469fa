"""Checks of the lexicon: what `tawatur lexicon check` says, each fault with its file or entry.

Types, keys and unknown kinds or frames are refused when the lexicon is loaded; here is what can only be seen from above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

from tawatur.errors import LexiconError
from tawatur.lexicon.examples import example_problems
from tawatur.lexicon.lexicon import Lexicon
from tawatur.lexicon.load import read_forms, verb_key
from tawatur.lexicon.marks import marked
from tawatur.lexicon.problems import Problem
from tawatur.lexicon.records import Frame, LightVerb, MediumCue, NounClass, RealityCue, SayCue, Trigger
from tawatur.records import Reading, Record, Report
from tawatur.text.fold import fold_word

_FORBIDDEN = {
    "presentation form": re.compile("[\ufb50-\ufdff\ufe70-\ufefc]"),
    "tatweel": re.compile("\u0640"),
    "bidi control": re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"),
    "Persian letter": re.compile("[\u06cc\u06a9\u06d2]"),
    "double blank": re.compile("  "),
    "blank at the edge": re.compile(r"^\s|\s$"),
}
_DIACRITIC = re.compile("[\u064b-\u0652\u0670]")
_WORD_FIELDS = ("lemma", "masdar", "plurals", "forms", "with_", "after", "noun")
_EXAMPLE_FIELDS = ("yes", "no")
_MUST_BE_MARKED = {"Trigger": "trigger", "LightVerb": "light", "RealityCue": "cue", "SayCue": "cue"}


def check(lexicon: Lexicon, read: Callable[[Report], Reading] | None = None) -> tuple[Problem, ...]:
    """All faults of a lexicon; with a reader, its example sentences are read as well."""
    entries = tuple(_entries(lexicon))
    return (
        *_ids(lexicon),
        *(problem for where, entry in entries for problem in _spelling(where, entry)),
        *_equal(entries),
        *_references(lexicon),
        *_verb_forms(lexicon),
        *(problem for where, entry in entries for problem in _marks(where, entry)),
        *(example_problems(lexicon, read) if read else ()),
    )


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, Any]]:
    """Every entry with the file that it is in."""
    files = lexicon.files
    for name, listed in (
        ("kinds.toml", files.kinds),
        ("ar/frames.toml", files.frames),
        ("ar/light.toml", files.lights),
        ("ar/reality.toml", files.realities),
        ("ar/say.toml", (*files.says, *files.media)),
        ("ar/nouns.toml", files.nouns),
    ):
        yield from ((name, entry) for entry in listed)
    yield from ((files.origin[trigger.id], trigger) for trigger in files.triggers)


def _ids(lexicon: Lexicon) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for where, entry in _entries(lexicon):
        space = f"{type(entry).__name__}:" if isinstance(entry, (Frame,)) else ""
        if space + entry.id in seen:
            yield Problem(check="ids", where=where, entry=entry.id, says=f"the id is also in {seen[space + entry.id]}")
        seen[space + entry.id] = where
        if isinstance(entry, Trigger) and not entry.id.startswith(f"{entry.kind}."):
            yield Problem(check="ids", where=where, entry=entry.id, says=f"the id does not begin with {entry.kind!r}")


def _spelling(where: str, entry: Record) -> Iterator[Problem]:
    for field in (*_WORD_FIELDS, *_EXAMPLE_FIELDS, "ar"):
        value = getattr(entry, field, None)
        words = (value,) if isinstance(value, str) else value or ()
        for word in words:
            for fault in _faults(word, diacritics=field in _EXAMPLE_FIELDS):
                yield Problem(
                    check="spelling", where=where, entry=_id(entry), says=f"{field.rstrip('_')}: {fault}: {word}"
                )
        folded = [fold_word(word) for word in words]
        if field in _WORD_FIELDS and not isinstance(value, str) and len(set(folded)) < len(folded):
            twice = next(word for word in words if folded.count(fold_word(word)) > 1)
            yield Problem(
                check="equal", where=where, entry=_id(entry), says=f"{field.rstrip('_')}: equal when folded: {twice}"
            )


def _faults(word: str, *, diacritics: bool) -> Iterator[str]:
    if unicodedata.normalize("NFC", word) != word:
        yield "not NFC"
    yield from (name for name, pattern in _FORBIDDEN.items() if pattern.search(word))
    if not diacritics and _DIACRITIC.search(word):
        yield "diacritics"


def _equal(entries: Iterable[tuple[str, Any]]) -> Iterator[Problem]:
    """Entries that nothing tells apart: same word, same kind or effect, same company."""
    seen: dict[Hashable, str] = {}
    for where, entry in entries:
        key = _identity(entry)
        if key is None:
            continue
        if key in seen:
            yield Problem(check="equal", where=where, entry=entry.id, says=f"says the same as {seen[key]}")
        seen.setdefault(key, entry.id)


def _identity(entry: Any) -> Hashable | None:
    if not isinstance(entry, (Trigger, LightVerb, RealityCue, SayCue, MediumCue, NounClass)):
        return None
    company = frozenset(fold_word(word) for word in getattr(entry, "with_", ()))
    sense = [
        getattr(entry, field, None) for field in ("pos", "form", "root", "kind", "effect", "aspect", "act", "medium", "after")
    ]
    if isinstance(entry, NounClass):
        sense.append(entry.type)
    return type(entry).__name__, fold_word(entry.lemma), company, *sense


def _references(lexicon: Lexicon) -> Iterator[Problem]:
    for kind in lexicon.files.kinds:
        if kind.of is not None and kind.of not in lexicon.kinds:
            yield Problem(check="references", where="kinds.toml", entry=kind.id, says=f"of: no kind {kind.of!r}")
    used = {trigger.frame for trigger in lexicon.files.triggers}
    for frame in lexicon.files.frames:
        if frame.id not in used:
            yield Problem(check="references", where="ar/frames.toml", entry=frame.id, says="no trigger has this frame")


def _verb_forms(lexicon: Lexicon) -> Iterator[Problem]:
    generated = read_forms(lexicon.folder)
    for where, entry in _entries(lexicon):
        if not isinstance(entry, (Trigger, LightVerb, RealityCue, SayCue)) or entry.pos != "verb":
            continue
        key = verb_key(entry)
        if key is None:
            yield Problem(check="forms", where=where, entry=entry.id, says="a verb needs root and form")
        elif str(key) not in generated:
            yield Problem(
                check="forms", where=where, entry=entry.id, says="no forms; run python -m tawatur.lexicon.build"
            )


def _marks(where: str, entry: Any) -> Iterator[Problem]:
    must = _MUST_BE_MARKED.get(type(entry).__name__)
    if must is None:
        return
    for field in _EXAMPLE_FIELDS:
        if not getattr(entry, field):
            yield Problem(check="examples", where=where, entry=entry.id, says=f"{field}: no example")
    for example in (*entry.yes, *entry.no):
        try:
            sentence = marked(example)
        except LexiconError as error:
            yield Problem(check="examples", where=where, entry=entry.id, says=str(error))
            continue
        if example in entry.yes and not sentence.of(must):
            yield Problem(check="examples", where=where, entry=entry.id, says=f"{must} is not marked: {example}")


def _id(entry: Any) -> str:
    return str(entry.id)
