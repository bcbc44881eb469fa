"""`tawatur fetch FEEDS.toml`: the only command that touches the network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.sources import say


def fetch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="The feeds, a [[feed]] with a url for each.")],
    into: Annotated[Path, typer.Option(help="Folder for the web archives, which `tawatur add` reads.")] = Path(
        "fetched"
    ),
) -> None:
    """Fetch what is new in feeds, and the pages of entries that give a summary only, politely."""
    from tawatur.sources.fetch import fetch as fetched
    from tawatur.sources.fetch import read_feedlist

    done = failed = 0
    for result in fetched(read_feedlist(feeds), into=into):
        for problem in result.problems:
            say(problem)
        failed += bool(result.problems)
        done += not result.failed
        if result.file is not None:
            later = f", {result.waiting} more next time" if result.waiting else ""
            say(f"{result.url}: {result.pages} pages{later}; in {result.file}")
        elif not result.failed:
            say(f"{result.url}: nothing new")
    if failed:
        raise typer.Exit(1 if done else 2)
