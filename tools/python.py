"""`tawatur.Ledger` as sections of a page: its methods, and the records that they give back."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from types import ModuleType

from tawatur.ledger import Ledger, query, records, show_records
from tawatur.ledger.merging import records as merging_records
from tawatur.merge import records as merge_records
from tools.records import sections_of

GIVEN: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
    (records, ("Added",)),
    (merging_records, ("Merged",)),
    (query, ("Answer", "Found")),
    (show_records, ("Names", "Name", "Toll", "Figure", "Held")),
    (show_records, ("HappeningSheet", "ClaimSheet", "ReportSheet", "OriginSheet", "Told", "Tied")),
    (merge_records, ("Happening", "Party", "Spot", "Origin", "Said", "Tie", "Pair", "Copy", "Holding")),
    (records, ("Judgement", "Anchor", "Standing")),
)
"""Records in the order in which one meets them."""


def python_sections() -> Iterator[str]:
    """The class, each method, each record."""
    yield "### `tawatur.Ledger`\n"
    yield f"{inspect.cleandoc(Ledger.__doc__ or '').partition('>>>')[0].strip()}\n"
    for name, method in vars(Ledger).items():
        if callable(method) and not name.startswith("_"):
            yield f"#### `ledger.{name}{_signature(method)}`\n"
            yield f"{inspect.cleandoc(method.__doc__ or '').partition('>>>')[0].strip()}\n"
    for module, names in GIVEN:
        yield from sections_of(module, names)


def _signature(method: object) -> str:
    """The arguments without `self`, and without the types, which the table of records tells."""
    signature = inspect.signature(inspect.unwrap(method))  # type: ignore[arg-type]
    some = [
        one.replace(annotation=inspect.Parameter.empty) for one in signature.parameters.values() if one.name != "self"
    ]
    defaults = [
        one.replace(default=...) if callable(one.default) and one.default is not one.empty else one for one in some
    ]
    return str(inspect.Signature(defaults)).replace("Ellipsis", "…")
