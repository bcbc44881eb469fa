"""Loading: a fault names file, entry and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur.errors import LexiconError
from tawatur.lexicon import Lexicon, load_lexicon
from tests.lexicon.conftest import FRAME, TRIGGER

Folder = Callable[..., Path]


def test_a_small_lexicon_loads(folder: Folder) -> None:
    lexicon = Lexicon(folder())
    assert lexicon.triggers["seize.intaza3"].gloss == ""
    assert [match.part for match in lexicon.by_form("انتزاع")] == ["masdar"]
    assert lexicon.frames["take"].obj[0].role == "where"


@pytest.mark.parametrize(
    ("trigger", "says"),
    [
        (TRIGGER.replace("frame =", "fame ="), "ar/triggers/one.toml: seize.intaza3: .*fame"),
        (TRIGGER.replace('"take"', '"grab"'), "one.toml: seize.intaza3: frame: there is no frame 'grab'"),
        (TRIGGER.replace('kind = "seize"', 'kind = "grab"'), "one.toml: seize.intaza3: kind: there is no kind 'grab'"),
        (TRIGGER.replace("form = 8", 'form = "eight"'), "one.toml: seize.intaza3: form: "),
        (TRIGGER + 'slots = { "من" = ["victim:actor"] }\n', "seize.intaza3: slots.من: 'victim' is no role"),
        (TRIGGER + 'slots = { "من" = ["target:army"] }\n', "seize.intaza3: slots.من: 'army' is no filler type"),
        (TRIGGER + "needs = \n", "one.toml: "),
    ],
)
def test_a_fault_names_file_entry_and_key(folder: Folder, trigger: str, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        Lexicon(folder(trigger=trigger))


def test_a_fault_in_a_frame_is_named_too(folder: Folder) -> None:
    with pytest.raises(LexiconError, match=r"ar/frames\.toml: take: masdar"):
        Lexicon(folder(frame=FRAME.replace('masdar = "obj"', 'masdar = "whole"')))


def test_the_version_follows_the_content(folder: Folder) -> None:
    from tawatur.lexicon.load import content_hash

    path = folder()
    before = content_hash(path)
    content_hash.cache_clear()
    (path / "kinds.toml").write_text("", encoding="utf-8")
    assert content_hash(path) != before


def test_the_shipped_lexicon_is_read_once() -> None:
    assert load_lexicon() is load_lexicon()
