"""The control ledger on the labelled scenarios, with claims made by hand: what it got right it goes on getting right."""

from __future__ import annotations

import json

import pytest

from evaluation.control import RESULTS, compared, figures, rows
from tawatur.actors import load_actors
from tawatur.lexicon import load_lexicon


@pytest.mark.parametrize("part", ["tune", "measure"])
def test_no_holding_is_lost(part: str) -> None:
    """The figures of the last measured run are the floor."""
    now = figures(list(compared(part, by_hand=True)))
    then = json.loads(RESULTS.read_text(encoding="utf-8"))[f"by hand, {part}"]
    for name in ("holder right", "contested right", "both right"):
        assert now[name] / now["holdings"] >= then[name] / then["holdings"], name


def test_the_claims_by_hand_are_whole() -> None:
    reports = {row["id"] for row in rows("pairs/own/reports")}
    actors = load_actors().actors
    for claim in rows("control/claims"):
        assert claim["report"] in reports
        assert claim["kind"] in load_lexicon().kinds
        for name in ("actor", "target", "by"):
            assert claim[name] is None or not claim[name].isascii() or claim[name] in actors, claim
        assert claim["first"] is None or claim["first"] <= claim["last"]
