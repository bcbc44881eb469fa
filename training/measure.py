"""All scores of an analyser on the parts kept back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tawatur.analyser import Analyser
from training.corpora import conllu, events, names, speech
from training.scores.events import score_events
from training.scores.names import score_names
from training.scores.speech import score_speech
from training.scores.trees import score_trees


def measure(analyser: Analyser, *, data: Path, labels: Path) -> dict[str, Any]:
    """Scores by head, from raw text, with the quantised encoder."""
    _, trees = conllu.split(conllu.read_trees(data / "trees" / "ar_pud-ud.conllu"))
    _, named = names.split(names.read_anercorp(data / "names" / "anercorp_train.jsonl"))
    _, said = speech.split(speech.read_speech(labels / "speech", data / "news" / "ant2018.jsonl"))
    _, judged = events.split(events.read_events(data / "gsr"))
    return {
        "trees": score_trees(analyser, trees),
        "names": score_names(analyser, named),
        "speech": score_speech(analyser, said),
        "events": score_events(analyser, judged),
    }
