"""The heads' weights and the sums that they all do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Heads:
    """Weights by name; a linear layer "upos" is "upos.weight" [in, out] and "upos.bias"."""

    def __init__(self, weights: Mapping[str, npt.NDArray[np.generic]]) -> None:
        self.weights: dict[str, Floats] = {
            name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()
        }

    def linear(self, name: str, x: Floats) -> Floats:
        """`x` through the linear layer `name`."""
        out: Floats = x @ self.weights[name + ".weight"]
        bias = self.weights.get(name + ".bias")
        return out if bias is None else out + bias


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def with_one(x: Floats) -> Floats:
    """`x` with a last column of ones."""
    return np.concatenate([x, np.ones((*x.shape[:-1], 1), np.float32)], axis=-1)


def leaky(x: Floats) -> Floats:
    """What is negative, shrunk to a tenth."""
    return np.asarray(np.maximum(x, np.float32(0.1) * x), dtype=np.float32)


def gelu(x: Floats) -> Floats:
    """The smooth step of the network's hidden layers, by its usual tanh form."""
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
    return np.asarray(np.float32(0.5) * x * (1 + np.tanh(inner)), dtype=np.float32)


def range_means(x: Floats, starts: Ints, ends: Ints) -> Floats:
    """Means of rows `starts[i]` up to `ends[i]`, none empty."""
    padded = np.concatenate([x, np.zeros((1, x.shape[1]), np.float32)])
    pairs = np.stack([starts, ends], axis=1).reshape(-1)
    sums = np.add.reduceat(padded, pairs)[::2]
    return np.asarray(sums / (ends - starts)[:, None], dtype=np.float32)


def bio(scores: Floats, labels: Sequence[str]) -> list[int]:
    """The best sequence of labels in which "I-x" only follows "B-x" or "I-x"."""
    wanted = {
        i: {j for j, y in enumerate(labels) if y[1:] == x[1:] and y[0] in "BI"}
        for i, x in enumerate(labels)
        if x[0] == "I"
    }
    best: list[int] = scores.argmax(axis=1).tolist()
    if all(label not in wanted or (i and best[i - 1] in wanted[label]) for i, label in enumerate(best)):
        return best
    barred = np.zeros((len(labels), len(labels)), np.float32)
    for label, before in wanted.items():
        barred[[i for i in range(len(labels)) if i not in before], label] = -1e4
    scores = log_softmax(scores)
    total = scores[0] + np.array([-1e4 if i in wanted else 0 for i in range(len(labels))], np.float32)
    back = []
    for row in scores[1:]:
        paths = total[:, None] + barred
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def runs(path: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Start, end and kind of what `path` marks: "B-person I-person O" is (0, 2, "person")."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(path):
        mark, _, kind = labels[label].partition("-")
        if mark == "B":
            found.append((i, i + 1, kind))
        elif mark == "I" and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found
