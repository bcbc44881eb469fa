"""The rules of control: what a kind of event does to who is said to hold its place, and in which reality; data/control.toml."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from tawatur.merge.stated import stated
from tawatur.records import Record

Effect = Literal["takes", "leaves", "holds", "enters", "contests", "besieges", "disputes", "relieved", "refuted"]


class Rule(Record, kw_only=True):
    """What some kinds of event do for their actor and their target."""

    kinds: tuple[str, ...]
    at: tuple[str, ...]
    actor: Effect | None = None
    target: Effect | None = None
    both: bool = False
    """Only where actor and target are named."""
    object: bool = False
    """What the event has as its object is the place."""


class Control(msgspec.Struct, frozen=True):
    """data/control.toml."""

    near_days: int
    effect: tuple[Rule, ...]
    told: dict[str, dict[Effect, Effect]]


def control() -> Control:
    """The rules of control as the data states them."""
    return stated("control", Control)


def rule_of(kind: str) -> Rule | None:
    """The rule for a kind of event; None where it says nothing of who holds a place."""
    return _rules().get(kind)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Rule]:
    return {kind: rule for rule in control().effect for kind in rule.kinds}
