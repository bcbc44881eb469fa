"""The vocabulary that is kept: every piece of Arabic letters, and what else the news needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

from tawatur.analyser.vocabulary import UNKNOWN, Vocabulary
from tawatur.text.tokens import tokens
from training.base_model import BaseModel

_ARABIC = re.compile("^\u2581?[\u0621-\u064a\u0660-\u0669]+$")
_SIGNS = re.compile("^\u2581?[!-\u007e\u060c\u061b\u061f\u00ab\u00bb\u2018-\u201d\u2026\u2013\u2014\u066a-\u066c]$")


def kept_pieces(base: BaseModel, news: Path) -> list[int]:
    """Ids of the pieces to keep, ascending: those of Arabic letters, single signs, and all that `news` is cut into."""
    full = Vocabulary(base.pieces, base.scores.tolist())
    seen = {i for i, piece in enumerate(base.pieces) if i <= UNKNOWN or _ARABIC.match(piece) or _SIGNS.match(piece)}
    words: set[str] = set()
    with news.open(encoding="utf-8") as lines:
        for line in lines:
            words.update(token.text for token in tokens(json.loads(line)["text"]))
    for word in sorted(words):
        seen.update(full.pieces(word).ids)
    return sorted(seen)


def trim(base: BaseModel, kept: list[int]) -> BaseModel:
    """`base` with the pieces `kept` alone, renumbered."""
    weights = {**base.weights, "pieces.weight": base.weights["pieces.weight"][kept]}
    return BaseModel(tuple(base.pieces[i] for i in kept), base.scores[np.array(kept)], weights, base.sha256)
