"""`tawatur judge` and `tawatur judgements`: what people say of claims."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from tawatur.cli.language import Labels, Language
from tawatur.cli.ledger import DEFAULT, Where
from tawatur.cli.query import stdout
from tawatur.cli.show import SheetShape
from tawatur.cli.sources import say
from tawatur.errors import LedgerError


class Saying(StrEnum):
    """What may be said of claims."""

    same = "same"
    different = "different"
    related = "related"
    right = "right"
    wrong = "wrong"
    unsure = "unsure"
    undo = "undo"


def judge(
    verdict: Annotated[
        Saying,
        typer.Argument(
            help="same, different or related, of two claims; right, wrong or unsure, of one; undo, of a judgement."
        ),
    ],
    a: Annotated[str, typer.Argument(help="Id of a claim or its beginning; to undo, of a judgement.")],
    b: Annotated[str | None, typer.Argument(help="Id of the other claim, of two.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    author: Annotated[
        str | None, typer.Option(envvar="TAWATUR_AUTHOR", help="Who says it; without it the name you are logged in by.")
    ] = None,
    lang: Labels = Language.en,
    ledger: Where = DEFAULT,
) -> None:
    """Say of claims what merging must honour, and merge anew what it touches."""
    from tawatur.cli.bidi import Parts
    from tawatur.cli.found import ID_SHOWN
    from tawatur.cli.sheet_lines import judgement_parts
    from tawatur.ledger import Ledger
    from tawatur.ledger.show_records import ClaimSheet

    undo = verdict is Saying.undo
    if undo and b is not None:
        raise LedgerError(f"undo takes back one judgement; {b} is one too many.")
    with Ledger(ledger, create=False) as opened:
        behind = opened.unmerged()
        judgement = opened.judge(
            verdict.value,
            author=author or _login(),
            a=None if undo else a,
            b=b,
            note=note,
            undoes=a if undo else None,
        )
        if not behind:
            opened.merge()
        claims = [claim for claim in (judgement.a, judgement.b) if claim]
        found = {claim: opened.show(claim) for claim in claims if not behind}
    stdout().print(Parts(judgement_parts(judgement, lang=lang.value), lang=lang.value))
    for claim, sheet in found.items():
        if isinstance(sheet, ClaimSheet):
            say(
                f"{claim[:ID_SHOWN]} is in {f'happening {sheet.told.happening}' if sheet.told.happening else 'no happening'} now."
            )
    if behind:
        say("it will shape the happenings with the next `tawatur merge`: there is more to bring in than this.")


def judgements(
    format: Annotated[SheetShape, typer.Option(help="Lines to read, or one JSON document.")] = SheetShape.table,
    lang: Labels = Language.en,
    ledger: Where = DEFAULT,
) -> None:
    """Show all that was said, in the order in which it was: what stands, what was taken back, what has lost its words."""
    from tawatur.cli.sheet_lines import judgement_parts
    from tawatur.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        said = opened.judgements()
        standing = {one.judgement.id: one.holds for one in opened.standing()}
    states = {
        one.id: "undoing"
        if one.verdict == "undo"
        else "undone"
        if one.id not in standing
        else "stands"
        if standing[one.id]
        else "lost"
        for one in said
    }
    if format is SheetShape.json:
        rows = [{**msgspec.structs.asdict(one), "state": states[one.id]} for one in said]
        print(msgspec.json.format(msgspec.json.encode({"judgements": rows}), indent=2).decode("utf-8"))
        return
    from tawatur.cli.bidi import Parts
    from tawatur.cli.labels import label

    for one in said:
        state = label("state", states[one.id], lang=lang.value)
        stdout().print(Parts((*judgement_parts(one, lang=lang.value), state), lang=lang.value))


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise LedgerError("nobody is logged in by a name; say who judges: --author NAME.") from error
