"""Run the console examples of the README and the tutorial, and put what they print under them: `python -m tools.outputs`.

A block that begins with ```console holds one command after "$ " and below it what it printed, at most `MOST` lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/tutorial.md")
MOST = 40
_BLOCK = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```")


def console_commands(page: str) -> tuple[str, ...]:
    """The commands of a page."""
    return tuple(found["command"] for found in _BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")))


def printed(command: str) -> str:
    """What a command prints from the root of the checkout, with this Python's commands first; raises where it fails."""
    folder = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": folder + os.pathsep + os.environ["PATH"], "COLUMNS": "80"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"$ {command}\nexit code {done.returncode}\n{done.stderr}")
    return done.stdout


def shortened(output: str) -> str:
    """The first lines, and a sign where there are more."""
    lines = [line.rstrip() for line in output.strip("\n").split("\n")]
    return "\n".join(lines if len(lines) <= MOST else [*lines[:MOST], "…"]) + "\n"


def main() -> None:
    """Write the outputs anew."""
    for page in PAGES:
        path = ROOT / page
        text = path.read_text(encoding="utf-8")
        path.write_text(
            _BLOCK.sub(
                lambda found: f"```console\n$ {found['command']}\n{shortened(printed(found['command']))}```", text
            ),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
