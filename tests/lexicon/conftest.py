"""What the lexicon's tests share: the shipped lexicon, and a small one in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.lexicon.load import data_folder

KIND = '[[kind]]\nid = "seize"\ngroup = "control"\nar = "سيطرة"\nen = "Seizure"\nplover = "COERCE/seize"\n'
FRAME = '[[frame]]\nid = "take"\nsubj = "actor:actor"\nobj = ["where:place"]\nmasdar = "obj"\n'
TRIGGER = """[[trigger]]
id = "seize.intaza3"
kind = "seize"
frame = "take"
pos = "verb"
lemma = "انتزع"
root = "نزع"
form = 8
masdar = ["انتزاع"]
yes = ["[trigger:انتزع] [actor:الجيش] [where:البلدة]."]
no = ["انتزع الطبيب الشظية."]
"""


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that is shipped."""
    return load_lexicon()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A lexicon of one entry in a folder; `folder(trigger=…)` puts other text in its place."""

    def made(*, kind: str = KIND, frame: str = FRAME, trigger: str = TRIGGER) -> Path:
        (tmp_path / "ar/triggers").mkdir(parents=True)
        shutil.copy(data_folder() / "ar/inflection.toml", tmp_path / "ar/inflection.toml")
        (tmp_path / "kinds.toml").write_text(kind, encoding="utf-8")
        (tmp_path / "ar/frames.toml").write_text(frame, encoding="utf-8")
        (tmp_path / "ar/triggers/one.toml").write_text(trigger, encoding="utf-8")
        return tmp_path

    return made
