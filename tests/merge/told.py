"""Tellings by hand: what a report says, without reading it."""

from __future__ import annotations

from itertools import count

from tawatur.actors import load_actors
from tawatur.merge.records import Party, Spot, Teller, Telling
from tawatur.merge.tellings import folded
from tawatur.records import Reality

_number = count(1)
SPOTS = {
    "town": Spot(words="مركده", relation="at", id="gn:167208", ar="مركدة", lat=35.6, lon=40.7, radius_m=3000.0, kind="settlement"),
    "quarter": Spot(words="الحي الشمالي", relation="at", id="part(gn:167208)", ar="الحي الشمالي", lat=35.62, lon=40.7),
    "other quarter": Spot(words="الحي الجنوبي", relation="at", id="part(gn:167208)", ar="الحي الجنوبي", lat=35.58, lon=40.7),
    "village": Spot(words="قريه العين", relation="at", ar=None),
    "desert": Spot(words="الباديه", relation="toward", id="sy-badiya", ar="البادية", lat=34.5, lon=39.5, radius_m=130000.0, kind="region"),
}  # fmt: skip


def party(actor: str) -> Party:
    """A listed actor by id, a composite as "id+id", else bare words."""
    actors = load_actors().actors
    if "+" in actor:
        return Party(words=actor, members=tuple(actor.split("+")))
    if actor in actors:
        known = load_actors().entity(actor)
        return Party(words=folded(known.ar), id=known.id, side=known.side, type=known.type)
    assert not actor.isascii(), f"no actor has the id {actor}"
    return Party(words=folded(actor))


def told(
    kind: str,
    *,
    actor: str | None = None,
    target: str | None = None,
    at: str | Spot | tuple[str, ...] | None = "town",
    day: str | None = None,
    until: str | None = None,
    published: str | None = "2019-03-08",
    by: str | None = "سكان من البلدة",
    reality: Reality = "happened",
    report: str | None = None,
    outlet: str | None = "شبكة طمي",
    anonymous: bool = False,
) -> Telling:
    """A claim; `by` is an actor's id or words, None is the outlet's own voice; `day` to `until` is when."""
    number = next(_number)
    speaker = party(by) if by else None
    chain = (Teller(words=speaker.words, id=speaker.id, side=speaker.side, anonymous=anonymous),) if speaker else ()
    names = (at,) if isinstance(at, str) else at if isinstance(at, tuple) else ()
    spots = (at,) if isinstance(at, Spot) else tuple(SPOTS[name] for name in names)
    return Telling(
        claim=f"c{number:04}",
        report=report or f"r{number:04}",
        outlet=outlet,
        published=published,
        kind=kind,
        reality=reality,
        actors=(party(actor),) if actor else (),
        targets=(party(target),) if target else (),
        spots=spots,
        earliest=day,
        latest=until or day,
        grain="day" if day else None,
        counts=(),
        chain=chain,
        trigger=((0, 1),),
        sentence=(0, 10),
        words=(),
        quotation=None,
        score=1.0,
    )
