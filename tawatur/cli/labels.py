"""Words of the tables in English and Arabic, from labels.toml beside this file."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))


def label(group: str, key: str, *, lang: str) -> str:
    """The word for a key of a group, such as "denied" of "reality"; the key itself where there is none."""
    return _labels()[group].get(key, {}).get(lang, key)
