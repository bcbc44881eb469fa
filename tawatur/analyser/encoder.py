"""The encoder at run time: pieces of sentences to vectors, on the CPU, without any network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from tawatur.analyser.vocabulary import FIRST, LAST, PAD

Floats = npt.NDArray[np.float32]


class Encoder:
    """An ONNX graph with `ids` and `mask` in and `vectors` out."""

    def __init__(self, path: Path, *, threads: int = 1) -> None:
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.graph_optimization_level = (
            onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        )  # the graph is fused as it is best
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def vectors(self, rows: Sequence[Sequence[int]]) -> Floats:
        """A vector for every piece of every row, rows one after the other."""
        longest = max(map(len, rows)) + 2
        ids = np.full((len(rows), longest), PAD, np.int32)
        ids[:, 0] = FIRST
        inner = np.zeros(ids.shape, bool)
        for i, row in enumerate(rows):
            ids[i, 1 : len(row) + 1] = row
            ids[i, len(row) + 1] = LAST
            inner[i, 1 : len(row) + 1] = True
        (found,) = self._session.run(None, {"ids": ids, "mask": (ids != PAD).astype(np.int32)})
        kept: Floats = found[inner]
        return kept
