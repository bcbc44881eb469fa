"""How much of what is in the package, as a table."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tawatur.places.gazetteer import load_gazetteer

PACKAGE = Path(__file__).resolve().parents[1] / "tawatur"
DATA = PACKAGE / "data"
_WHAT = (
    ("kinds of event", "kinds.toml", "kind"),
    ("frames", "ar/frames.toml", "frame"),
    ("trigger entries", "ar/triggers/*.toml", "trigger"),
    ("light verbs", "ar/light.toml", "light"),
    ("cues of reality", "ar/reality.toml", "reality"),
    ("cues of saying", "ar/say.toml", "say"),
    ("channels", "ar/say.toml", "medium"),
    ("actors and persons", "actors/*.toml", "actor"),
    ("hand-checked places", "places/rows-*.toml", "place"),
    ("names of ours for known places", "places/aliases.toml", "alias"),
)


def counted() -> str:
    """The rows of the table."""
    return "\n".join(("| what | how many | where |", "|---|---|---|", *_rows())) + "\n"


def _rows() -> Iterator[str]:
    for what, pattern, key in _WHAT:
        number = sum(len(tomllib.loads(path.read_text(encoding="utf-8"))[key]) for path in sorted(DATA.glob(pattern)))
        yield f"| {what} | {number:,} | `data/{pattern}` |"
    gazetteer = load_gazetteer()
    yield f"| places in the gazetteer | {len(gazetteer.entries):,} | `data/gazetteer.msgpack.gz` |"
    model = json.loads((PACKAGE / "analyser" / "weights" / "MODEL.json").read_text(encoding="utf-8"))
    megabytes = sum(path.stat().st_size for path in (PACKAGE / "analyser" / "weights").iterdir()) / 1e6
    yield f"| weights of the analyser | version {model['version']}, {megabytes:.0f} MB | `analyser/weights` |"
