"""What the joint run learns from: the parts not kept back of every corpus."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tawatur.analyser.inventory import Inventory
from training.corpora import conllu, events, names, speech
from training.examples import Example
from training.learning import Course

_TREE_EPOCHS = 14
_NAME_EPOCHS = 4
_SPEECH_EPOCHS = 12
_EVENT_EPOCHS = 3
_ROLE_EPOCHS = 8
"""Sentences with judged roles are few; they come again beside the judged sentences."""
_LONGEST = 110
"""Raw tokens; a longer sentence is cut for training where its labels allow it (names) or left whole up to twice that."""


def all_courses(data: Path, labels: Path, inventory: Inventory, *, length: float = 1.0) -> dict[str, Course]:
    """The courses of a run; `length` scales all epochs."""
    trees = conllu.TreeLabels(inventory)
    learned_trees, _ = conllu.split(conllu.read_trees(data / "trees" / "ar_pud-ud.conllu"))
    learned_names, _ = names.split(names.read_anercorp(data / "names" / "anercorp_train.jsonl"))
    wojood = names.read_wojood(data / "names" / "wojood_sample")
    said, _ = speech.split(speech.read_speech(labels / "speech", data / "news" / "ant2018.jsonl"))
    judged, _ = events.split(events.read_events(data / "gsr"))
    made = {
        "trees": ([trees.example(s) for s in learned_trees], _TREE_EPOCHS),
        "names": (_parts(names.name_example(s) for s in [*learned_names, *wojood]), _NAME_EPOCHS),
        "speech": ([speech.speech_example(s) for s in said], _SPEECH_EPOCHS),
        "events": ([events.event_example(s) for s in judged], _EVENT_EPOCHS),
        "roles": ([events.event_example(s) for s in judged if s.annotations], _ROLE_EPOCHS),
    }
    return {
        name: Course([e for e in found if len(e.tokens) <= 2 * _LONGEST], times * length)
        for name, (found, times) in made.items()
    }


def _parts(examples: Iterable[Example]) -> list[Example]:
    """Sentences with names, long ones cut."""
    parts = []
    for example in examples:
        for start in range(0, len(example.tokens), _LONGEST):
            end = start + _LONGEST
            parts.append(Example(example.tokens[start:end], names=example.names[start:end] if example.names else None))
    return parts
