"""What must hold of the actor files beyond their schema: each fault is one line that names file, entry and key."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from tawatur.actors.load import ActorFiles, Placed
from tawatur.actors.records import Actor
from tawatur.text.fold import fold_word

STATES = 193
"""Members of the United Nations; the lexicon must name at least these."""
_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_MONTH = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?)?")
_FORBIDDEN = re.compile(
    "[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff\u06cc\u06a9]"
)


def faults(files: ActorFiles) -> tuple[str, ...]:
    """Everything wrong in the actor files, () when all is well."""
    return (*_actor_faults(files), *_name_faults(files), *_word_faults(files))


def folded_name(name: str) -> str:
    """A name as it is compared: folded word by word."""
    return " ".join(fold_word(word) for word in name.split())


def _actor_faults(files: ActorFiles) -> Iterator[str]:
    ids = {placed.actor.id for placed in files.placed}
    sides = {side.id for side in files.sides}
    organs = {organ.id for organ in files.organs}
    seen: set[str] = set()
    for placed in files.placed:
        actor, where = placed.actor, f"{placed.file}, actor {placed.actor.id}"
        if not _ID.fullmatch(actor.id):
            yield f"{where}, key id: letters a-z, digits, dots and hyphens only"
        if actor.id in seen:
            yield f"{where}, key id: used twice"
        seen.add(actor.id)
        if actor.side is not None and actor.side not in sides:
            yield f"{where}, key side: there is no side {actor.side}"
        for key, referred in (
            ("member_of", actor.member_of),
            ("of", (actor.of,) if actor.of else ()),
            ("office", tuple(office.of for office in actor.office)),
        ):
            for other in referred:
                if other not in ids or other == actor.id:
                    yield f"{where}, key {key}: there is no other actor {other}"
        if (actor.of is None) != (actor.organ is None) or (actor.organ and actor.organ not in organs):
            yield f"{where}, key organ: needs `of` and one of organs.toml"
        times = [*(actor.active or ()), *(time for office in actor.office for time in (office.from_, office.to))]
        if not all(_MONTH.fullmatch(time) for time in times):
            yield f"{where}, key active or office: times are YYYY or YYYY-MM"
        if not all(re.fullmatch("[A-Z]{2}", code) for code in actor.country):
            yield f"{where}, key country: two capital letters"
    yield from _organ_faults(files)
    if sum(placed.actor.type == "state" for placed in files.placed) < STATES:
        yield f"states.toml: fewer than {STATES} states"


def _organ_faults(files: ActorFiles) -> Iterator[str]:
    taken: dict[tuple[str, str], str] = {}
    for placed in files.placed:
        actor = placed.actor
        if actor.of is None or actor.organ is None:
            continue
        other = taken.setdefault((actor.of, actor.organ), actor.id)
        if other != actor.id:
            yield f"{placed.file}, actor {actor.id}, key organ: {other} is already the {actor.organ} of {actor.of}"


def _own_names(actor: Actor) -> tuple[str, ...]:
    return (*actor.names, *actor.weak, *actor.bracketed, *(item.name for item in actor.loaded))


def _name_faults(files: ActorFiles) -> Iterator[str]:
    strong: dict[str, list[Placed]] = defaultdict(list)
    for placed in files.placed:
        actor, where = placed.actor, f"{placed.file}, actor {placed.actor.id}"
        names = _own_names(actor)
        if not names:
            yield f"{where}, key names: no name at all"
        seen: set[str] = set()
        for name in names:
            if folded_name(name) in seen:
                yield f"{where}, key names: «{name}» twice after folding"
            seen.add(folded_name(name))
        for text in (actor.ar, *names, *actor.shared, *actor.adjectives, *actor.adjective_plurals, *actor.capitals):
            yield from spelling_faults(text, where)
        shared = {folded_name(name) for name in actor.shared}
        for name in (*actor.names, *(item.name for item in actor.loaded if not item.weak)):
            if folded_name(name) not in shared:
                strong[folded_name(name)].append(placed)
    for name, bearers in strong.items():
        if len(bearers) > 1:
            listed = " and ".join(f"{placed.file} {placed.actor.id}" for placed in bearers)
            yield f"{listed}, key names: «{name}» is a strong name of both; list it as shared"


def _word_faults(files: ActorFiles) -> Iterator[str]:
    organs = {organ.id for organ in files.organs}
    actors = {placed.actor.id for placed in files.placed}
    for kind, lemmas in (
        ("actor_nouns.toml, noun", [noun.lemma for noun in files.nouns]),
        ("actor_nouns.toml, modifier", [modifier.lemma for modifier in files.modifiers]),
        ("titles.toml, title", [title.lemma for title in files.titles]),
        ("titles.toml, office", [office.lemma for office in files.offices]),
    ):
        seen: set[str] = set()
        for lemma in lemmas:
            if folded_name(lemma) in seen:
                yield f"{kind} {lemma}: twice after folding"
            seen.add(folded_name(lemma))
            yield from spelling_faults(lemma, f"{kind} {lemma}")
    for kind, entry, organ in (
        *(("actor_nouns.toml, noun", noun.lemma, noun.organ) for noun in files.nouns),
        *(("titles.toml, office", office.lemma, office.organ) for office in files.offices),
        *(("organs.toml, organ", pattern.id, pattern.body) for pattern in files.organs),
    ):
        if organ is not None and organ not in organs:
            yield f"{kind} {entry}: there is no organ {organ}"
    for modifier in files.modifiers:
        if modifier.people is not None and modifier.people not in actors:
            yield f"actor_nouns.toml, modifier {modifier.lemma}: there is no actor {modifier.people}"


def spelling_faults(text: str, where: str) -> Iterator[str]:
    """Signs that no entry may hold: tatweel, diacritics, presentation forms, Persian letters, controls, stray blanks."""
    if unicodedata.normalize("NFC", text) != text or _FORBIDDEN.search(text) or text != " ".join(text.split()):
        yield f"{where}: «{text}» holds a sign or blank that no entry may hold"
