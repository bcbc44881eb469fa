"""Noise on spelling and punctuation at training time, so that the model meets the habits of many newsrooms.

Every change keeps the number of raw tokens and the number of their letters, so labels stay where they are.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from pathlib import Path

_TABLE = tomllib.loads((Path(__file__).parent / "spelling.toml").read_text(encoding="utf-8"))
_LETTERS = [
    (str.maketrans(change["from"], change["to"]), change["chance"], change.get("last", False))
    for change in _TABLE["letters"]
]
_SIGNS = {sign: family["signs"] for family in _TABLE["signs"] for sign in family["signs"]}
_QUOTES: list[list[str]] = _TABLE["quotes"]
_QUOTE_SIGNS = {sign for pair in _QUOTES for sign in pair}
_SIGN_CHANCE = 0.5
_QUOTE_CHANCE = 0.6


def respell(tokens: Sequence[str], chance: random.Random) -> list[str]:
    """`tokens` as another newsroom might write them."""
    words = list(tokens)
    for table, likely, last in _LETTERS:
        if chance.random() < likely:
            words = [w[:-1] + w[-1].translate(table) if last else w.translate(table) for w in words]
    if chance.random() < _SIGN_CHANCE:
        chosen = {sign: chance.choice(family) for sign, family in _SIGNS.items()}
        words = [chosen.get(w, w) for w in words]
    if chance.random() < _QUOTE_CHANCE:
        pair = chance.choice(_QUOTES)
        is_open = False
        for i, word in enumerate(words):
            if word in _QUOTE_SIGNS:
                is_open = not is_open
                words[i] = pair[0 if is_open else 1]
    return words
