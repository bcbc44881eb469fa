"""Command line: read the corpora, train, write the weights, measure them on the parts kept back."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from pathlib import Path
from typing import NamedTuple

import torch

from tawatur.analyser import Analyser
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.vocabulary import Vocabulary
from training.base_model import read_base_model
from training.corpora.conllu import TreeLabels, read_trees, tree_inventory
from training.corpora.conllu import split as split_trees
from training.corpora.names import read_anercorp
from training.corpora.names import split as split_names
from training.counting import stem_counts, word_counts
from training.courses import (
    ARTICLES_OVER,
    KEPT,
    LAST,
    ROUNDS,
    SETTLED,
    SETTLED_FIRST,
    SHARES,
    Round,
    all_examples,
    courses,
)
from training.encoder import Encoder, base_encoder
from training.examples import Example
from training.export import write_card, write_weights
from training.learning import learn
from training.measure import measure
from training.network import Network
from training.settling import settle
from training.shipped import shipped_pieces, shipped_state
from training.trimming import kept_pieces, trim
from training.verbs import stems_of, verb_forms

_HERE = Path(__file__).parent
_STEPS = ("train", "write", "measure")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("steps", nargs="*", help=f"of {', '.join(_STEPS)}; all if none is given")
    parser.add_argument("--data", type=Path, required=True, help="folder with trees/, names/, news/, gsr/")
    parser.add_argument("--labels", type=Path, default=_HERE / "labels", help="own labels (speech/)")
    parser.add_argument("--work", type=Path, default=_HERE / "work", help="where the trained network is kept")
    parser.add_argument("--weights", type=Path, default=_HERE.parent / "tawatur" / "analyser" / "weights")
    parser.add_argument("--version", default="1", help="version of the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--rounds-done", type=int, default=0, help="go on after so many rounds, from the networks in --work"
    )
    parser.add_argument(
        "--from-shipped", action="store_true", help="only the last round, from the weights in --weights"
    )
    parser.add_argument("--length", type=float, default=1.0, help="share of the full run, such as 0.3 for a quick one")
    return parser.parse_args()


class _Run(NamedTuple):
    """What all rounds share: the network that learns, what it learns from, and what it is saved with."""

    network: Network
    pieces: list[str]
    scores: list[float]
    examples: dict[str, list[Example]]
    given: argparse.Namespace

    @property
    def vocabulary(self) -> Vocabulary:
        """The pieces that tokens are read as."""
        return Vocabulary(self.pieces, self.scores)

    def learn(self, round_: Round, inventory: Inventory, *, number: int) -> None:
        """One round."""
        learn(
            self.network,
            courses(self.examples, round_, length=self.given.length),
            vocabulary=self.vocabulary,
            slots=TreeLabels(inventory).clitics.sizes,
            seed=self.given.seed + number,
            encoder_rate=round_.encoder_rate,
            rounding_from=round_.rounding_from,
        )

    def settle(self, *, epochs: int) -> None:
        """The head of triggers alone."""
        settle(
            self.network,
            self.examples["claims"] * ARTICLES_OVER + self.examples["lexicon"],
            vocabulary=self.vocabulary,
            epochs=epochs,
            seed=self.given.seed,
        )

    def save(self, path: Path, state: dict[str, torch.Tensor]) -> None:
        """Keep a state of the network."""
        torch.save({"state": state, "pieces": self.pieces, "scores": self.scores}, path)


def _train(given: argparse.Namespace, inventory: Inventory) -> None:
    """The first rounds or the shipped weights, then the last round; its mean with what was before, and the head of triggers settled."""
    run = _from_shipped(given, inventory) if given.from_shipped else _from_base(given, inventory)
    before = {name: weight.clone() for name, weight in run.network.state_dict().items()}
    run.settle(epochs=SETTLED_FIRST)
    run.learn(LAST, inventory, number=len(ROUNDS) + 1)
    after = run.network.state_dict()
    mean = {
        name: weight if name.startswith("deeds.") else KEPT * before[name] + (1 - KEPT) * weight
        for name, weight in after.items()
    }
    run.network.load_state_dict(mean)
    run.settle(epochs=SETTLED)
    run.save(_path(given), run.network.state_dict())


def _from_shipped(given: argparse.Namespace, inventory: Inventory) -> _Run:
    """The network as the wheel has it; a head that it lacks begins anew."""
    clitics = TreeLabels(inventory).clitics
    pieces, scores = shipped_pieces(given.weights)
    torch.manual_seed(given.seed)
    network = Network(Encoder(pieces=len(pieces)), inventory, forms=clitics.forms, slots=clitics.sizes)
    state = {**network.state_dict(), **shipped_state(given.weights)}
    network.load_state_dict(state)
    return _Run(network, pieces, scores, all_examples(given.data, given.labels, inventory), given)


def _from_base(given: argparse.Namespace, inventory: Inventory) -> _Run:
    """The mean of the networks after each of the first rounds."""
    full = read_base_model()
    base = trim(full, kept_pieces(full, given.data / "news" / "ant2018.jsonl"))
    clitics = TreeLabels(inventory).clitics
    torch.manual_seed(given.seed)
    network = Network(base_encoder(base.weights), inventory, forms=clitics.forms, slots=clitics.sizes)
    examples = all_examples(given.data, given.labels, inventory)
    run = _Run(network, list(base.pieces), base.scores.tolist(), examples, given)
    if given.rounds_done:
        network.load_state_dict(torch.load(_path(given, given.rounds_done))["state"])
    for number, round_ in enumerate(ROUNDS[given.rounds_done :], given.rounds_done + 1):
        run.learn(round_, inventory, number=number)
        run.save(_path(given, number), network.state_dict())
    after = [torch.load(_path(given, number))["state"] for number in range(1, len(ROUNDS) + 1)]
    mean = {
        name: torch.stack([share * state[name] for share, state in zip(SHARES, after, strict=True)]).sum(0)
        for name in after[0]
    }
    network.load_state_dict(mean)
    return run


def _path(given: argparse.Namespace, after_round: int | None = None) -> Path:
    """Where the network is kept: after a round, or the mean."""
    suffix = "" if after_round is None else f"-{after_round}"
    return Path(given.work / f"network-{given.seed}{suffix}.pt")


def main() -> None:
    """Do the steps asked for."""
    given = _arguments()
    steps = given.steps or _STEPS
    given.work.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    learned, _ = split_trees(read_trees(given.data / "trees" / "ar_pud-ud.conllu"))
    inventory = tree_inventory(learned)
    if "train" in steps:
        _train(given, inventory)
    if "write" in steps:
        stored = torch.load(_path(given))
        clitics = TreeLabels(inventory).clitics
        named, _ = split_names(read_anercorp(given.data / "names" / "anercorp_train.jsonl"))
        counts = word_counts(given.data / "news" / "ant2018.jsonl", (sentence.text for sentence in named))
        write_weights(
            given.weights,
            state={name: weight.float().numpy() for name, weight in stored["state"].items()},
            pieces=stored["pieces"],
            scores=stored["scores"],
            inventory=inventory,
            verbs=verb_forms(stems_of(counts, clitics)),
            counts=stem_counts(counts),
            version=given.version,
            scored={},
        )
    if "measure" in steps:
        scored = measure(Analyser(given.weights), data=given.data, labels=given.labels)
        write_card(given.weights, version=given.version, scored=scored)
        sys.stdout.write(json.dumps(scored, indent=2) + "\n")


if __name__ == "__main__":
    main()
