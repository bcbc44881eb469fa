"""Tawatur reads Arabic news reports into claims: who says it and through whom, what, who to whom, where, when, and whether
it happened, with the words that show each of these. It says what is claimed, never what is true.

    from tawatur import Report, read
    reading = read(Report(id="1", text=..., published="2017-10-27"))
"""

from tawatur.records import Reading, Report

__version__ = "0.1.0"
__all__ = ["Ledger", "Reading", "Report", "read"]


def __getattr__(name: str) -> object:
    """`read` and `Ledger` are loaded when first asked for: the libraries behind them take half a second."""
    if name == "read":
        from tawatur.reading import read

        return read
    if name == "Ledger":
        from tawatur.ledger import Ledger

        return Ledger
    raise AttributeError(f"module 'tawatur' has no attribute {name!r}")
