"""The encoder as an ONNX graph for the CPU: whole numbers of eight bits wherever matrices are multiplied."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.encoder import ATTENTION_HEADS, EPSILON, WIDTH

Floats = npt.NDArray[np.float32]
_FUSED = "com.microsoft"
_OPSET = 17


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: npt.NDArray[np.generic]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, *, fused: bool = False, **attributes: object) -> str:
        domain = _FUSED if fused else ""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def multiply(self, x: str, name: str, weight: Floats, bias: Floats) -> str:
        """`x @ weight.T + bias`, both sides quantised: the weight by column, `x` as it comes."""
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / 127
        whole = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
        inputs = [
            x,
            self.weight(name + ".whole", whole.T),
            self.weight(name + ".scale", scale.astype(np.float32)),
            self.weight(name + ".zero", np.zeros(len(weight), np.int8)),
            self.weight(name + ".bias", bias.astype(np.float32)),
        ]
        return self.add("DynamicQuantizeMatMul", inputs, name + ".out", fused=True)

    def norm(self, x: str, added: str, name: str, state: Mapping[str, Floats]) -> str:
        """The norm of `x + added`; fused into one SkipLayerNormalization they take longer."""
        inputs = [self.add("Add", [x, added], name + ".sum")]
        inputs += [self.weight(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", inputs, name + ".out", axis=-1, epsilon=EPSILON)


def encoder_graph(state: Mapping[str, Floats], *, layers: int) -> onnx.ModelProto:
    """The graph of an encoder: `ids` and `mask` [sentences, pieces] as int32 in, `vectors` [sentences, pieces, 384] out."""
    graph = _Graph()
    table = state["pieces.weight"]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    graph.weight("pieces.whole", np.clip(np.rint(table / scale), -127, 127).astype(np.int8))
    graph.weight("pieces.scale", scale.astype(np.float32))
    graph.add("Gather", ["pieces.whole", "ids"], "pieces.row")
    graph.add("Cast", ["pieces.row"], "pieces.number", to=TensorProto.FLOAT)
    graph.add("Gather", ["pieces.scale", "ids"], "pieces.row_scale")
    graph.add("Mul", ["pieces.number", "pieces.row_scale"], "pieces.vector")
    graph.weight("positions", state["positions.weight"].astype(np.float32))
    graph.weight("zero", np.array([0], np.int64))
    graph.weight("one", np.array([1], np.int64))
    graph.add("Shape", ["ids"], "shape")
    graph.add("Slice", ["shape", "one", graph.weight("two", np.array([2], np.int64))], "size")
    graph.add("Slice", ["positions", "zero", "size", "zero"], "positions.used")
    graph.add("Add", ["pieces.vector", "positions.used"], "embedded")
    names = [graph.weight("norm.weight", state["norm.weight"]), graph.weight("norm.bias", state["norm.bias"])]
    x = graph.add("LayerNormalization", ["embedded", *names], "norm.out", axis=-1, epsilon=EPSILON)
    for layer in range(layers):
        x = _layer(graph, x, f"layers.{layer}", state)
    graph.nodes[-1].output[0] = "vectors"
    return _model(graph)


def _layer(graph: _Graph, x: str, at: str, state: Mapping[str, Floats]) -> str:
    parts = ("query", "key", "value")
    joined = graph.multiply(
        x,
        at + ".qkv",
        np.concatenate([state[f"{at}.{part}.weight"] for part in parts]),
        np.concatenate([state[f"{at}.{part}.bias"] for part in parts]),
    )
    outputs = [f"{at}.{part}.out" for part in parts]
    graph.nodes.append(helper.make_node("Split", [joined], outputs, name=at + ".split", axis=-1))
    seen = graph.add("MultiHeadAttention", [*outputs, "", "mask"], at + ".seen", fused=True, num_heads=ATTENTION_HEADS)
    out = graph.multiply(seen, at + ".attended", state[at + ".attended.weight"], state[at + ".attended.bias"])
    x = graph.norm(x, out, at + ".attended_norm", state)
    wide = graph.multiply(x, at + ".widen", state[at + ".widen.weight"], state[at + ".widen.bias"])
    wide = graph.add("Gelu", [wide], at + ".wide", fused=True)
    out = graph.multiply(wide, at + ".narrow", state[at + ".narrow.weight"], state[at + ".narrow.bias"])
    return graph.norm(x, out, at + ".narrow_norm", state)


def _model(graph: _Graph) -> onnx.ModelProto:
    shape = ["sentences", "pieces"]
    body = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [*shape, WIDTH])],
        graph.weights,
    )
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=8)
