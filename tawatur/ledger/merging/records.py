"""What a merge has made of a ledger."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.records import Record


class Step(Record, kw_only=True):
    """How far a merge has come."""

    done: int
    """Reports merged by it so far."""
    of: int
    """Reports that there are to merge."""


Heard = Callable[[Step], None]
"""Hears of each batch."""


class Merged(Record, kw_only=True):
    """What a merge took in, and what the views hold after it."""

    taken: int
    """Reports that were new or read anew."""
    rebuilt: bool
    """All was made anew, since somebody asked for it or the rules have changed."""
    reports: int
    copies: int
    happenings: int
    origins: int
    """Acts of saying; one that tells of several happenings is one."""
    contradictions: int
    """Pairs of claims that cannot both be."""
    links: int
    """Ties among happenings, and what was announced and did not follow."""
    holdings: int
