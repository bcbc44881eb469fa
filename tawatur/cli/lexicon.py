"""`tawatur lexicon check`: is every entry sound?"""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.sources import say

lexicon_app = typer.Typer(help="The words that the reader knows.", no_args_is_help=True)


@lexicon_app.callback()
def words() -> None:
    """The words that the reader knows."""


@lexicon_app.command("check")
def check(
    examples: Annotated[bool, typer.Option(help="Also read every example sentence with the whole reader.")] = True,
) -> None:
    """Check every entry: schema, ids, spelling, references, and its example sentences; a line for each fault."""
    from tawatur.actors.checks import faults
    from tawatur.actors.load import data_folder, read_files
    from tawatur.lexicon import load_lexicon
    from tawatur.lexicon.check import check as problems_of
    from tawatur.reading import read

    found = [*map(str, problems_of(load_lexicon(), read if examples else None)), *faults(read_files(data_folder()))]
    for problem in found:
        print(problem)
    say(f"{len(found)} faults" if found else "no faults")
    if found:
        raise typer.Exit(1)
