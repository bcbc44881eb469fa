"""The records of the JSON contract as sections of a page, with the docstrings of their fields."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import get_args

from tawatur import records
from tawatur.sources import rows

_ORDER = (
    "Reading", "ReportHead", "Claim", "Codes", "Role", "Entity", "Where", "Place", "When", "Quantity", "Link", "Evidence",
    "Mention", "Attribution", "Note",
)  # fmt: skip


def record_sections() -> Iterator[str]:
    """A section for each record, `Reading` first, and the lines of JSON Lines input last."""
    classes = _classes(inspect.getsource(records))
    for name in _ORDER:
        yield from _section(name, classes[name])
    yield "### Realities\n"
    yield ", ".join(f"`{value}`" for value in get_args(records.Reality)) + ": [what each means](json.md#reality).\n"
    yield "### Input: a line of JSON Lines\n"
    yield from _table(_classes(inspect.getsource(rows))["Row"])


def sections_of(module: ModuleType, names: Iterable[str]) -> Iterator[str]:
    """A section for each of some records of a module."""
    classes = _classes(inspect.getsource(module))
    for name in names:
        yield from _section(name, classes[name])


def field_names() -> dict[str, tuple[str, ...]]:
    """The fields of every record in the contract."""
    classes = _classes(inspect.getsource(records))
    return {name: tuple(field for field, _, _ in _fields(classes[name])) for name in _ORDER}


def _classes(source: str) -> dict[str, ast.ClassDef]:
    return {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}


def _section(name: str, node: ast.ClassDef) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"{_flat((ast.get_docstring(node) or '').partition('>>>')[0])}\n"
    yield from _table(node)


def _table(node: ast.ClassDef) -> Iterator[str]:
    rows = (f"| `{field}` | `{_kind(kind)}` | {text} |" for field, kind, text in _fields(node))
    yield "\n".join(("| field | type | |", "|---|---|---|", *rows)) + "\n"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    body = node.body
    for number, line in enumerate(body):
        if not (isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)):
            continue
        after = body[number + 1] if number + 1 < len(body) else None
        doc = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
        yield line.target.id, ast.unparse(line.annotation), _flat(str(doc))


def _kind(annotation: str) -> str:
    return annotation.replace("'", '"').replace("|", "\\|")


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
