"""A happening as a row: what it is searched and tied by."""

from __future__ import annotations

import msgspec

from tawatur.merge.links import reckoned, subject_of
from tawatur.merge.records import Happening


def happening_row(happening: Happening, *, told: str | None) -> dict[str, object]:
    """The row of a happening; `told` is the day on which it was first told."""
    actor, target, spot = happening.actor, happening.target, happening.spot
    return {
        "id": happening.id,
        "kind": happening.kind,
        "reality": happening.reality,
        "actor": actor.id if actor else None,
        "actor_side": actor.side if actor else None,
        "target": target.id if target else None,
        "target_side": target.side if target else None,
        "place": spot.id if spot else None,
        "lat": spot.lat if spot else None,
        "lon": spot.lon if spot else None,
        "radius_m": spot.radius_m if spot else None,
        "earliest": happening.earliest,
        "latest": happening.latest,
        "told": told,
        "day": happening.earliest or told,
        "reckoned": reckoned(happening, told=told),
        "subject": subject_of(happening),
        "articles": happening.articles,
        "origins": len(happening.origins),
        "grade": happening.grade,
        "grade_rule": happening.grade_rule,
        "happening": msgspec.json.encode(happening).decode(),
    }
