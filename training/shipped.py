"""The weights that the wheel ships, back as a network's state, so that training can go on from them.

The encoder comes back as it was rounded, to eight bits by output; the heads in half precision.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from tawatur.analyser.vocabulary import read_vocabulary
from training.encoder import LAYERS
from training.export import TABLES

_PARTS = ("query", "key", "value")


def shipped_state(folder: Path) -> dict[str, Tensor]:
    """The network's weights by their names in PyTorch; heads that the files do not have are missing."""
    graph = onnx.load(folder / "encoder.onnx").graph
    stored = {weight.name: numpy_helper.to_array(weight) for weight in graph.initializer}
    state = {f"encoder.{name}": torch.from_numpy(value.copy()) for name, value in _encoder(stored).items()}
    with np.load(folder / "heads.npz") as heads:
        for name in heads.files:
            weight = heads[name].astype(np.float32)
            linear = name.endswith(".weight") and name not in TABLES
            state[name] = torch.from_numpy(np.ascontiguousarray(weight.T if linear else weight))
    return state


def shipped_pieces(folder: Path) -> tuple[list[str], list[float]]:
    """The pieces of the shipped vocabulary and their scores."""
    rows = [line.split("\t") for line in (folder / "pieces.tsv").read_text(encoding="utf-8").split("\n") if line]
    read_vocabulary(folder / "pieces.tsv")
    return [row[0] for row in rows], [float(row[1]) for row in rows]


def _encoder(stored: dict[str, npt.NDArray[np.generic]]) -> dict[str, npt.NDArray[np.float32]]:
    def whole(name: str) -> npt.NDArray[np.float32]:
        return np.asarray(stored[name + ".whole"].T.astype(np.float32) * stored[name + ".scale"][:, None], np.float32)

    state = {
        "pieces.weight": np.asarray(stored["pieces.whole"].astype(np.float32) * stored["pieces.scale"], np.float32),
        "positions.weight": np.asarray(stored["positions"], np.float32),
        "norm.weight": np.asarray(stored["norm.weight"], np.float32),
        "norm.bias": np.asarray(stored["norm.bias"], np.float32),
    }
    for layer in range(LAYERS):
        at = f"layers.{layer}"
        weights = np.split(whole(f"{at}.qkv"), len(_PARTS))
        biases = np.split(stored[f"{at}.qkv.bias"], len(_PARTS))
        for part, weight, bias in zip(_PARTS, weights, biases, strict=True):
            state[f"{at}.{part}.weight"], state[f"{at}.{part}.bias"] = weight, np.asarray(bias, np.float32)
        for name in ("attended", "widen", "narrow"):
            state[f"{at}.{name}.weight"] = whole(f"{at}.{name}")
            state[f"{at}.{name}.bias"] = np.asarray(stored[f"{at}.{name}.bias"], np.float32)
        for name in ("attended_norm", "narrow_norm"):
            for kind in ("weight", "bias"):
                state[f"{at}.{name}.{kind}"] = np.asarray(stored[f"{at}.{name}.{kind}"], np.float32)
    return state
