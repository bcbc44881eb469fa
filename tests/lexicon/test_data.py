"""What the shipped lexicon must hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur.lexicon import Lexicon
from tawatur.lexicon.check import check


def test_the_shipped_lexicon_has_no_fault_that_shows_without_reading(lexicon: Lexicon) -> None:
    assert [str(problem) for problem in check(lexicon)] == []


def test_it_is_as_large_as_promised(lexicon: Lexicon) -> None:
    lemmas = {trigger.lemma for trigger in lexicon.files.triggers}
    assert len(lexicon.kinds) >= 75
    assert len(lemmas) >= 400
    assert len(lexicon.files.says) >= 90
    assert {kind.id for kind in lexicon.kinds.values()} >= {
        "attack", "clash", "shell", "airstrike", "bombing", "kill", "abduct", "arrest", "seize", "lose", "hold", "besiege",
        "advance", "withdraw", "fortify", "mobilise", "relocate", "truce", "talks", "threaten", "accuse", "deny", "demand",
        "aid", "displacement", "return", "protest", "strike", "sanction", "casualties",
    }  # fmt: skip


def test_codes_are_spelled_as_in_the_codebooks(lexicon: Lexicon, shared: Path) -> None:
    codes = json.loads((shared / "standards/codes.json").read_text(encoding="utf-8"))
    plover = {name for name, *_ in codes["plover"]["events"]}
    plover |= {f"{event}/{mode}" for event, modes in codes["plover"]["modes"].items() for mode, _ in modes}
    acled = {f"{event}/{sub}" for event, subs in codes["acled"]["event_types"].items() for sub in subs}
    kinds = lexicon.kinds.values()
    assert {kind.plover for kind in kinds if kind.plover} <= plover
    assert {kind.acled for kind in kinds if kind.acled} <= acled


@pytest.mark.parametrize(
    "reality", ["negated", "denied", "announced", "expected", "possible", "conditional", "desired"]
)
def test_every_reality_that_words_give_has_cues(lexicon: Lexicon, reality: str) -> None:
    assert any(cue.effect == reality for cue in lexicon.files.realities)
