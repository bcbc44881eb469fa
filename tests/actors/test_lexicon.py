"""The actor files: schema, references, spelling, names."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from tawatur.actors import load_actors
from tawatur.actors.checks import faults
from tawatur.actors.load import data_folder, read_files
from tawatur.errors import LexiconError
from tawatur.text.fold import fold_word


def test_shipped_files_hold_every_rule() -> None:
    assert faults(read_files(data_folder())) == ()


def test_sizes() -> None:
    actors = load_actors().actors.values()
    assert sum(actor.type == "state" for actor in actors) >= 193
    assert sum(actor.type not in ("person", "state") for actor in actors) >= 450
    assert sum(actor.type == "person" for actor in actors) >= 120
    assert sum(actor.type in ("agency", "outlet") for actor in actors) >= 60


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        # an unknown side
        ("actors/lebanon.toml", 'side = "lebanon-gov"', 'side = "nobody"', "there is no side nobody"),
        # a field that no actor has
        (
            "actors/lebanon.toml",
            'side = "lebanon-gov"',
            'camp = "lebanon-gov"',
            "lebanon.toml, actor lebanon.government",
        ),
        # membership in an actor that does not exist
        ("actors/lebanon.toml", 'member_of = ["hezbollah"]', 'member_of = ["hizb"]', "there is no other actor hizb"),
        # a strong name that another actor has too
        ("actors/lebanon.toml", 'names = ["عصبة الأنصار"]', 'names = ["حركة حماس"]', "is a strong name of both"),
        # one name written in two ways that fold to one
        (
            "actors/lebanon.toml",
            'names = ["عصبة الأنصار"]',
            'names = ["عصبة الأنصار", "عصبة الانصار"]',
            "twice after folding",
        ),
        # tatweel
        ("actors/lebanon.toml", 'names = ["عصبة الأنصار"]', 'names = ["عصبـة الأنصار"]', "no entry may hold"),
        # a type that is none
        ("actors/lebanon.toml", 'type = "armed_group"', 'type = "gang"', "key type"),
        # an organ that no state has
        ("actors/lebanon.toml", 'organ = "army"', 'organ = "choir"', "organs.toml"),
    ],
)
def test_a_fault_names_file_and_entry(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    folder = tmp_path / "data"
    for part in ("actors", "ar"):
        copytree(data_folder() / part, folder / part)
    (folder / "sides.toml").write_bytes((data_folder() / "sides.toml").read_bytes())
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        found = "\n".join(faults(read_files(folder)))
    except LexiconError as error:
        found = str(error)
    assert message in found
    assert "lebanon" in found


@pytest.mark.parametrize(
    ("owner", "organ", "entity", "english"),
    [
        # listed
        ("syria", "army", "syria.army", "Syrian army"),
        ("israel", "intelligence", "mossad", "Mossad"),
        # by pattern, for a state with an adjective and for one without
        ("senegal", "army", "senegal.army", "Senegalese army"),
        ("tuvalu", "government", "tuvalu.government", "Tuvaluan government"),
        ("iraq", "oil_minister", "iraq.oil_minister", "Oil Minister of Iraq"),
        # of a body that is no state
        ("hezbollah", "war_media", "hezbollah.war-media", "Hezbollah war media"),
    ],
)
def test_organs(owner: str, organ: str, entity: str, english: str) -> None:
    found = load_actors().organ_of(owner, organ)
    assert found is not None
    assert (found.id, found.en) == (entity, english)


def test_a_group_has_no_made_up_organs() -> None:
    assert load_actors().organ_of("hezbollah", "army") is None


@pytest.mark.parametrize(
    ("word", "state"),
    [("الروسية", "russia"), ("تركيتين", "turkey"), ("الحوثيين", "houthis"), ("أتراك", "turkey"), ("الكبيرة", None)],
)
def test_adjectives(word: str, state: str | None) -> None:
    found = load_actors().state_of_adjective(fold_word(word))
    assert (found.id if found else None) == state
