"""A place mention while it is being recognised: by units of the text, with its bases inside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.places.records import Candidate, Evidence, PlaceMention, Relation, RelationType
from tawatur.places.words import Number
from tawatur.records import Span


@dataclass(frozen=True, eq=False)
class Draft:
    """A mention found so far; two drafts are the same only when they are the same object."""

    first: int
    """Index of the first unit."""
    stop: int
    """Index after the last unit."""
    span: Span
    offset: int = 0
    """Letters of the first unit before it."""
    name_span: Span | None = None
    kind: str | None = None
    nominal: bool = False
    number: Number = "s"
    definite: bool = True
    candidates: tuple[Candidate, ...] = ()
    evidence: Evidence = "known"
    inside: str | None = None
    within: tuple[str, ...] = ()
    relation: RelationType | None = None
    bases: tuple[Draft, ...] = ()
    azimuth: float | None = None
    km: float | None = None
    many: bool = False
    """Whether its words are plural, so that a place joined on shares them: «ريفي إدلب وحماة»."""


def widened(draft: Draft, *, first: int, start: int, offset: int = 0) -> Draft:
    """The draft with its beginning moved to the left."""
    return replace(draft, first=first, span=(start, draft.span[1]), offset=offset)


def mentions(drafts: list[Draft]) -> tuple[PlaceMention, ...]:
    """The drafts and all their bases as records in the order of the text, the larger before the smaller."""
    outer: dict[int, Draft] = {}
    listed: dict[int, Draft] = {}

    def add(draft: Draft) -> None:
        listed[id(draft)] = draft
        for base in draft.bases:
            outer[id(base)] = draft
            add(base)

    for draft in drafts:
        add(draft)
    ordered = sorted(listed.values(), key=lambda d: (d.span[0], -d.span[1], d.relation is None))
    number = {id(draft): index for index, draft in enumerate(ordered)}
    return tuple(
        PlaceMention(
            span=draft.span,
            name_span=draft.name_span,
            kind=draft.kind,
            nominal=draft.nominal,
            number=draft.number,
            definite=draft.definite,
            candidates=draft.candidates,
            relation=Relation(
                type=draft.relation,
                bases=tuple(number[id(base)] for base in draft.bases),
                azimuth=draft.azimuth,
                km=draft.km,
            )
            if draft.relation
            else None,
            outer=number[id(outer[id(draft)])] if id(draft) in outer else None,
            within=draft.within,
            evidence=draft.evidence,
            inside=draft.inside,  # type: ignore[arg-type]
        )
        for draft in ordered
    )
