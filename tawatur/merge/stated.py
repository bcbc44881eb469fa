"""Rules that stand in the files of `tawatur/data`, read into records once."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from tawatur.errors import LexiconError

Rules = TypeVar("Rules", bound=msgspec.Struct)


def stated(name: str, form: type[Rules]) -> Rules:
    """The tables of `data/NAME.toml` that a form asks for; raises LexiconError naming file and key."""
    rules = _read(name, form)
    assert isinstance(rules, form)
    return rules


@lru_cache(maxsize=16)
def _read(name: str, form: type[msgspec.Struct]) -> msgspec.Struct:
    text = (files("tawatur") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), form)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"data/{name}.toml: {error}; mend the file.") from error
