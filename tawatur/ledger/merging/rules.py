"""The version of all that shapes the views: when it changes, they are made anew."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files

from tawatur import __version__
from tawatur.actors import load_actors
from tawatur.places import load_gazetteer

_FILES = (
    "kinds.toml",
    "merge.toml",
    "merge_weights.toml",
    "grades.toml",
    "control.toml",
    "ar/merge.toml",
    "ar/frequent.tsv",
    "ar/actor_nouns.toml",
)
"""Data that merging goes by, besides actors and gazetteer."""


@lru_cache(maxsize=1)
def rules_version() -> str:
    """Versions of code, of the data of merging, of actors and gazetteer."""
    data = files("tawatur") / "data"
    content = hashlib.sha256(b"\0".join((data / name).read_bytes() for name in _FILES)).hexdigest()[:12]
    return f"tawatur-{__version__} merge-{content} actors-{load_actors().version} gazetteer-{load_gazetteer().version}"
