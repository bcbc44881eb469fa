"""The way of a document, from top to bottom: each stage takes a Draft and gives back one with more in it.

`read` is a pure function: no input or output, no clock, no randomness. The same report gives the same Reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from tawatur.draft import Draft
from tawatur.kit import Kit, load_kit
from tawatur.records import Reading, Report, ReportHead
from tawatur.stages.analysis import analyse
from tawatur.stages.attribution import attribute
from tawatur.stages.claims import make_claims
from tawatur.stages.dateline import find_dateline
from tawatur.stages.mentions import find_mentions
from tawatur.stages.output import attributions_of, mentions_of
from tawatur.stages.quantities import count
from tawatur.stages.reality import judge_reality
from tawatur.stages.reference import resolve_references
from tawatur.stages.roles import fill_roles
from tawatur.stages.segmentation import segment
from tawatur.stages.times import find_when
from tawatur.stages.triggers import find_triggers
from tawatur.stages.when import place_in_time


class Stage(NamedTuple):
    """A step on the way: what it does, the fields of the draft that it reads, and the field that it fills."""

    run: Callable[[Draft, Kit], Draft]
    needs: tuple[str, ...]
    adds: tuple[str, ...]


STAGES: tuple[Stage, ...] = (
    Stage(segment, ("report",), ("sentences", "quotes")),
    Stage(analyse, ("sentences",), ("analyses",)),
    Stage(find_when, ("analyses",), ("times",)),
    Stage(find_mentions, ("analyses", "times"), ("expressions", "places")),
    Stage(find_dateline, ("sentences", "expressions"), ("dateline",)),
    Stage(resolve_references, ("expressions", "places"), ("expressions",)),
    Stage(attribute, ("analyses", "quotes", "expressions", "times"), ("said",)),
    Stage(find_triggers, ("analyses", "expressions"), ("propositions",)),
    Stage(fill_roles, ("propositions", "expressions", "said", "times"), ("propositions",)),
    Stage(count, ("propositions",), ("propositions", "quantities")),
    Stage(judge_reality, ("propositions", "said"), ("propositions",)),
    Stage(place_in_time, ("propositions", "times", "said"), ("propositions",)),
    Stage(make_claims, ("propositions", "said", "dateline"), ("claims",)),
)


def draft_of(report: Report, *, kit: Kit | None = None) -> Draft:
    """The report after the last stage, with all that was found on the way; `read` gives the part that is the contract."""
    draft = Draft(report=report)
    resources = kit or load_kit()
    for stage in STAGES:
        draft = stage.run(draft, resources)
    return draft


def read(report: Report, *, kit: Kit | None = None) -> Reading:
    """What one report says: mentions, attributions and claims.

    >>> from tawatur import Report, read
    >>> reading = read(Report(id="r", text="أعلن الجيش الليبي أن قواته انسحبت من ترهونة.", published="2020-06-05"))
    >>> [(claim.kind, claim.reality) for claim in reading.claims]
    [('withdraw', 'happened')]
    """
    resources = kit or load_kit()
    draft = draft_of(report, kit=resources)
    return Reading(
        report=ReportHead(
            id=report.id,
            title=report.title,
            outlet=report.outlet,
            url=report.url,
            published=report.published,
            text_hash=hashlib.sha256(report.text.encode("utf-8", errors="surrogatepass")).hexdigest(),
            length=len(report.text),
        ),
        mentions=mentions_of(draft),
        attributions=attributions_of(draft),
        claims=draft.claims,
        notes=draft.notes,
        run=resources.run,
    )
