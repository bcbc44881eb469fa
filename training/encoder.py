"""The encoder in PyTorch: a BERT of twelve layers over a trimmed vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as f

WIDTH = 384
WIDE = 1536
ATTENTION_HEADS = 12
LAYERS = 12
POSITIONS = 512
EPSILON = 1e-12
_DROPOUT = 0.1


def _whole_weight(weight: Tensor) -> Tensor:
    """`weight` as it will be shipped, eight bits by output; gradients pass as if nothing had happened."""
    fixed = weight.detach()
    scale = fixed.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
    return weight + ((fixed / scale).round_() * scale - fixed)


def _whole_input(x: Tensor) -> Tensor:
    """`x` in eight bits between its least and its greatest value, as the graph does it with every batch."""
    fixed = x.detach().float()
    low, high = torch.aminmax(fixed)
    low, high = low.clamp(max=0), high.clamp(min=0)
    scale = ((high - low) / 255).clamp(min=1e-8)
    zero = (-low / scale).round()
    rounded = (((fixed / scale).round_() + zero).clamp_(0, 255) - zero) * scale
    return x + (rounded - fixed)


class Whole(nn.Linear):
    """A linear layer that can learn under the rounding that the shipped graph does."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        """`x` through the layer."""
        if not self.rounding:
            return super().forward(x)
        return f.linear(_whole_input(x), _whole_weight(self.weight), self.bias)


class Layer(nn.Module):
    """Attention over the sentence, then a wide layer, each added to its input and normed."""

    def __init__(self) -> None:
        super().__init__()
        self.query = Whole(WIDTH, WIDTH)
        self.key = Whole(WIDTH, WIDTH)
        self.value = Whole(WIDTH, WIDTH)
        self.attended = Whole(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen = Whole(WIDTH, WIDE)
        self.narrow = Whole(WIDE, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is [sentences, pieces, WIDTH]; `mask` broadcasts over it, true where a piece stands."""
        sentences, size, _ = x.shape
        q, k, v = (
            part(x).view(sentences, size, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = f.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(sentences, size, WIDTH)
        x = self.attended_norm(x + self.dropout(self.attended(seen)))
        wide = f.gelu(self.widen(x))
        return self.narrow_norm(x + self.dropout(self.narrow(wide)))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Pieces of sentences to vectors."""

    def __init__(self, *, pieces: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(_DROPOUT)

    def round(self, on: bool) -> None:
        """Round weights and inputs from here on, or stop it."""
        for module in self.modules():
            if isinstance(module, Whole):
                module.rounding = on

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` are [sentences, pieces]."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        x = self.dropout(self.norm(x))
        seen = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return x


def base_encoder(
    weights: Mapping[str, npt.NDArray[np.float32]], *, layers: tuple[int, ...] = tuple(range(LAYERS))
) -> Encoder:
    """The encoder with the weights of the base model, of which `layers` are kept."""
    encoder = Encoder(pieces=len(weights["pieces.weight"]), layers=len(layers))
    state = {name: torch.from_numpy(w.copy()) for name, w in weights.items() if not name.startswith("layers.")}
    for new, old in enumerate(layers):
        prefix = f"layers.{old}."
        for name, w in weights.items():
            if name.startswith(prefix):
                state[f"layers.{new}." + name[len(prefix) :]] = torch.from_numpy(w.copy())
    encoder.load_state_dict(state)
    return encoder
