"""Run the console examples of the README and the tutorial, and put what they print under them: `python -m tools.outputs`.

A block that begins with ```console holds one command after "$ " and below it what it printed, at most `MOST` lines. The commands of a page
run one after the other in an empty folder that has the examples in it, so that a ledger that one makes is there for the next.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/tutorial.md")
MOST = 40
AUTHOR = "reader"
"""Who judges in the examples."""
_BLOCK = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```")


def console_commands(page: str) -> tuple[str, ...]:
    """The commands of a page."""
    return tuple(found["command"] for found in _BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")))


def printed_by(page: str) -> Iterator[tuple[str, str]]:
    """Each command of a page with what it prints on a terminal; raises where one fails."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        for command in console_commands(page):
            yield command, _printed(command, folder=folder)


def _printed(command: str, *, folder: str) -> str:
    """What a command prints, with this Python's commands first."""
    path = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", "TAWATUR_AUTHOR": AUTHOR},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"$ {command}\nexit code {done.returncode}\n{done.stdout}")
    return done.stdout


def shortened(output: str) -> str:
    """The first lines, and a sign where there are more."""
    lines = [line.rstrip() for line in output.strip("\n").split("\n")]
    return "\n".join(lines if len(lines) <= MOST else [*lines[:MOST], "…"]) + "\n"


def main() -> None:
    """Write the outputs anew."""
    for page in PAGES:
        path = ROOT / page
        outputs = printed_by(page)

        def block(_: re.Match[str]) -> str:
            command, output = next(outputs)  # noqa: B023 (used up before the next page)
            return f"```console\n$ {command}\n{shortened(output)}```"

        path.write_text(_BLOCK.sub(block, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
