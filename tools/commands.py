"""The commands of the terminal as sections of a page: usage, arguments, options."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from tawatur.cli import app


def commands() -> tuple[tuple[str, Any], ...]:
    """Every command that does something, by its full name, such as ("tawatur gazetteer find", …)."""
    return tuple(_leaves("tawatur", typer.main.get_command(app)))


def _leaves(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None or name == "tawatur":
        yield name, command
    for key, one in (inner or {}).items():
        yield from _leaves(f"{name} {key}", one)


def command_sections() -> Iterator[str]:
    """A section for each command."""
    for name, command in commands():
        yield f"### `{name}`\n"
        yield f"{(command.help or '').strip()}\n"
        rows = [_row(parameter) for parameter in command.params]
        if rows:
            yield "\n".join(("| | | default |", "|---|---|---|", *rows)) + "\n"


def option_names(command: Any) -> tuple[str, ...]:
    """The options of a command as they are typed."""
    return tuple(
        name for one in command.params if one.param_type_name == "option" for name in (*one.opts, *one.secondary_opts)
    )


def _row(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        shown = f"`{parameter.name.upper()}{' …' if parameter.nargs == -1 else ''}`"
    else:
        shown = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    default = parameter.default
    choices = type(default) if isinstance(default, Enum) else ()
    values = f" ({', '.join(f'`{choice.value}`' for choice in choices)})" if choices else ""
    return f"| {shown} | {parameter.help or ''}{values} | {_value(default)} |"


def _value(default: object) -> str:
    if default is None or not isinstance(default, (str, int, Path)):
        return ""
    value = default.value if isinstance(default, Enum) else default
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
