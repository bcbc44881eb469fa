"""What the joint run learns from: the parts not kept back of every corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tawatur.analyser.inventory import Inventory
from training.corpora import claims, conllu, events, names, speech
from training.examples import Example
from training.learning import Course


class Round(NamedTuple):
    """How many times over each corpus is learned from in one round, and from where on the encoder learns under rounding."""

    trees: float
    names: float
    speech: float
    events: float
    roles: float
    """Sentences with judged roles are few; they come again beside the judged sentences."""
    claims: float = 0.0
    lexicon: float = 0.0
    """Example sentences of the lexicon, one trigger marked in each."""
    rounding_from: float = 2.0
    tree_pieces: int = 320
    """Batch size for trees: a small corpus takes more and smaller steps."""
    encoder_rate: float = 1.5e-4
    wojood: bool = True
    """Whether its sentences are among the names; they count the kind of place («city of») to the name, ANERcorp does not."""


ROUNDS = (
    Round(trees=4.6, names=1.3, speech=4, events=1, roles=2.6, tree_pieces=640),
    Round(trees=10, names=0.3, speech=1.5, events=0.2, roles=1),
    Round(trees=3, names=1, speech=3, events=0.5, roles=2.5, rounding_from=0.4, tree_pieces=480, encoder_rate=1e-4),
    Round(trees=1, names=1.3, speech=0.8, events=0.3, roles=1, rounding_from=0, wojood=False, encoder_rate=8e-5),
)
"""Each round warms up and cools down by itself."""
LAST = Round(
    trees=3,
    names=0.6,
    speech=1.2,
    events=0.4,
    roles=1.5,
    claims=6,
    lexicon=1.5,
    rounding_from=0,
    wojood=False,
    encoder_rate=5e-5,
)
"""From the mean of the rounds before it, or from the shipped weights: the claims are learned, the rest is kept up."""
KEPT = 0.4
"""Share of the network before the last round in the mean with the network after it: what the claims cost the trees comes back."""
SETTLED_FIRST, SETTLED = 4, 7
"""Times over its examples that the head of triggers learns alone, before the last round and at the end."""
ARTICLES_OVER = 3
"""Times that sentences of articles come for each time that examples of the lexicon do."""
SHARES = (0.0, 0.2, 0.4, 0.4)
"""The shipped network is the mean of the networks after each round, in these shares; it does better than any one of them."""
_LONGEST = 110
"""Raw tokens; a longer sentence is cut for training where its labels allow it (names) or left whole up to twice that."""


def all_examples(data: Path, labels: Path, inventory: Inventory) -> dict[str, list[Example]]:
    """What is learned from, by course."""
    trees = conllu.TreeLabels(inventory)
    learned_trees, _ = conllu.split(conllu.read_trees(data / "trees" / "ar_pud-ud.conllu"))
    learned_names, _ = names.split(names.read_anercorp(data / "names" / "anercorp_train.jsonl"))
    said, _ = speech.split(speech.read_speech(labels / "speech", data / "news" / "ant2018.jsonl"))
    judged, _ = events.split(events.read_events(data / "gsr"))
    claimed = claims.read_claims(labels / "claims", data / "news" / "ant2018.jsonl")
    kinds = inventory.claim_kinds
    return {
        "trees": [trees.example(s) for s in learned_trees],
        "names": _parts(map(names.name_example, learned_names)),
        "wojood": _parts(map(names.name_example, names.read_wojood(data / "names" / "wojood_sample"))),
        "speech": [e for e in map(speech.speech_example, said) if len(e.tokens) <= 2 * _LONGEST],
        "events": [events.event_example(s) for s in judged],
        "roles": [events.event_example(s) for s in judged if s.annotations],
        "claims": [e for e in (claims.claim_example(s, kinds) for s in claimed) if len(e.tokens) <= 2 * _LONGEST],
        "lexicon": [claims.claim_example(s, kinds) for s in (*claims.read_examples(), *claims.read_counterexamples())],
    }


def courses(examples: Mapping[str, list[Example]], round_: Round, *, length: float = 1.0) -> dict[str, Course]:
    """The courses of a round; `length` scales all of it."""
    mixed = {**examples, "names": examples["names"] + (examples["wojood"] if round_.wojood else [])}
    del mixed["wojood"]
    made = {name: Course(found, getattr(round_, name) * length) for name, found in mixed.items()}
    return {**made, "trees": made["trees"]._replace(pieces=round_.tree_pieces)}


def _parts(examples: Iterable[Example]) -> list[Example]:
    """Sentences with names, long ones cut."""
    parts = []
    for example in examples:
        for start in range(0, len(example.tokens), _LONGEST):
            end = start + _LONGEST
            parts.append(Example(example.tokens[start:end], names=example.names[start:end] if example.names else None))
    return parts
