"""Holdings for people."""

from __future__ import annotations

from rich.console import RenderableType

from tawatur.actors import load_actors
from tawatur.cli.bidi import Cell
from tawatur.cli.found import ID_SHOWN, days
from tawatur.cli.grid import WIDE, Block, blocked, tabled
from tawatur.cli.labels import label
from tawatur.ledger.show_records import Held
from tawatur.merge.records import Holding
from tawatur.places import load_gazetteer

_NUMBER_WIDTH = 4
_COLUMNS = ("holder", "since", "by", "contested", "besieged", "before", "mentioned", "judged")


def held_shown(held: tuple[Held, ...], *, lang: str, width: int) -> RenderableType:
    """A table where there is room, else blocks, a place each."""
    if not held:
        return Cell(label("asked", "nobody", lang=lang), style="dim")
    if width < WIDE:
        blocks = (_block(one, number=number, lang=lang) for number, one in enumerate(held, start=1))
        return blocked(blocks, lang=lang, mark_width=_NUMBER_WIDTH)
    heads = [label("asked", name, lang=lang) for name in ("place", *_COLUMNS)]
    rows = (
        [Cell(_place(one.holding, lang=lang)), *(Cell(*words) for words in _cells(one, lang=lang).values())]
        for one in held
    )
    return tabled(heads, rows, lang=lang)


def _block(held: Held, *, number: int, lang: str) -> Block:
    cells = _cells(held, lang=lang)
    lines = [(label("asked", name, lang=lang), Cell(*words)) for name, words in cells.items() if words]
    return Block(str(number), _place(held.holding, lang=lang), lines)


def _cells(held: Held, *, lang: str) -> dict[str, tuple[str, ...]]:
    one = held.holding
    itself = (label("asked", "itself", lang=lang),) if one.self_interested else ()
    return {
        "holder": (_party(one, lang=lang),) if one.holder else (),
        "since": (days(one.earliest, one.latest),) if one.earliest or one.latest else (),
        "by": (*one.claimed_by, *itself),
        "contested": one.contested_by,
        "besieged": one.besieged_by,
        "before": (one.before,) if one.before else (),
        "mentioned": (one.last_mention,) if one.last_mention else (),
        "judged": tuple(judgement[:ID_SHOWN] for judgement in held.judgements),
    }


def _place(one: Holding, *, lang: str) -> str:
    entry = load_gazetteer().entry(one.place_id or "")
    name = (entry.en if entry is not None and lang == "en" else None) or one.place
    return name if one.part_of is None else f"{name} ({label('asked', 'part', lang=lang)} {one.part_of})"


def _party(one: Holding, *, lang: str) -> str:
    actor = load_actors().actors.get(one.holder_id or "")
    return actor.en if actor is not None and lang == "en" else one.holder or ""
