"""Kinds of happenings beside one another: the same, one the general word for the other, the act and what it did.

>>> likeness("airstrike", "airstrike").code, likeness("airstrike", "attack").code, likeness("airstrike", "kill").code
('kind.same', 'kind.general', 'kind.force-harm')
>>> likeness("airstrike", "election").code
'kind.apart'
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.merge.records import Finding


class Kinds(NamedTuple):
    """What data/kinds.toml and data/merge.toml say of kinds."""

    general: dict[str, str]
    """The more general kind of a kind."""
    groups: dict[str, tuple[str, ...]]
    """Of each kind the groups of families that can tell one happening, for keys."""
    families: dict[str, frozenset[str]]
    alike: frozenset[frozenset[str]]
    bridges: frozenset[frozenset[str]]
    yields: frozenset[str]
    """Kinds whose actor is the one who loses: «انسحب المسلحون» tells the same as «طرد الجيش المسلحين»."""
    lasts: frozenset[str]
    mutual: frozenset[str]
    """Kinds whose parties do the same to one another."""


@lru_cache(maxsize=1)
def kinds() -> Kinds:
    """The kinds, read once."""
    data = files("tawatur") / "data"
    rows = tomllib.loads((data / "kinds.toml").read_text(encoding="utf-8"))["kind"]
    merge = tomllib.loads((data / "merge.toml").read_text(encoding="utf-8"))
    families: dict[str, set[str]] = {row["id"]: set() for row in rows}
    for family, members in merge["family"].items():
        for kind in members:
            families[kind].add(family)
    together = {family: name for name, members in merge["group"].items() for family in members}
    return Kinds(
        general={row["id"]: row["of"] for row in rows if "of" in row},
        groups={kind: tuple(sorted({together.get(one, one) for one in found})) for kind, found in families.items()},
        families={kind: frozenset(found) for kind, found in families.items()},
        alike=frozenset(frozenset(row["of"]) for row in merge["alike"]),
        bridges=frozenset(frozenset(bridge["of"]) for bridge in merge["bridge"]),
        yields=frozenset(merge["yields"]["kinds"]),
        lasts=frozenset(merge["lasts"]["kinds"]),
        mutual=frozenset(merge["mutual"]["kinds"]),
    )


@lru_cache(maxsize=50_000)
def likeness(a: str, b: str) -> Finding:
    """How two kinds stand to one another."""
    return Finding(code=f"kind.{_relation(a, b)}", says=lambda: f"kind: {a}" if a == b else f"kind: {a} ~ {b}")


def _relation(a: str, b: str) -> str:
    known = kinds()
    if a == b:
        return "same"
    if known.general.get(a) == b or known.general.get(b) == a:
        return "general"
    if any(a in row and b in row for row in known.alike):
        return "alike"
    first, second = known.families[a], known.families[b]
    if first & second:
        return "kin"
    joined = sorted("-".join(sorted((x, y))) for x in first for y in second if frozenset((x, y)) in known.bridges)
    return joined[0] if joined else "apart"
