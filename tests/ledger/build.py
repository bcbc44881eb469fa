"""Builders: reports about invented happenings, and readings made by hand, so that no analyser is needed to test the store."""

from __future__ import annotations

from tawatur.ledger.keys import content_key, text_hash
from tawatur.records import Claim, Codes, Entity, Evidence, Place, Reading, Report, ReportHead, Role, When, Where

RUN = "reader-1"
_ENTITIES = {
    "الجيش": Entity(id="army.x", ar="الجيش", en="the army", type="army", side="gov"),
    "الفصائل": Entity(id="factions.x", ar="الفصائل", en="the factions", type="armed_group", side="rebels"),
}
_PLACES = {
    "سراقب": Place(id="p.saraqib", ar="سراقب", lat=35.864, lon=36.803, radius_m=3000.0, country="SY"),
    "ترهونة": Place(id="p.tarhuna", ar="ترهونة", lat=32.435, lon=13.634, radius_m=3000.0, country="LY"),
}


def report(number: int = 1, *, text: str | None = None, **fields: str | None) -> Report:
    """A report; another number is another report."""
    words = text or f"أعلن الجيش دخول بلدة سراقب يوم الخميس. وخرجت الفصائل من القرية رقم {number}."
    return Report(**{"id": f"r{number}", "text": words, "published": "2019-03-08", **fields})  # type: ignore[arg-type]


def claim(of: Report, *, trigger: str, kind: str, actor: str, place: str | None = None) -> Claim:
    """A claim whose words stand in the report."""

    def span(words: str) -> tuple[int, int]:
        start = of.text.index(words)
        return start, start + len(words)

    pieces = [("trigger", trigger), ("actor", actor), *([("where", place)] if place else [])]
    evidence = tuple(Evidence(role=role, span=span(words), quote=words) for role, words in pieces)
    role = Role(role="actor", text=actor, span=span(actor), entity=_ENTITIES.get(actor))
    where = (Where(text=place, span=span(place), relation="at", place=_PLACES.get(place)),) if place else ()
    body = (text_hash(of.text), kind, [(piece.role, piece.span) for piece in evidence])
    return Claim(
        id=content_key(body, digits=20),
        kind=kind,
        codes=Codes(),
        reality="happened",
        roles=(role,),
        where=where,
        when=When(
            text="", span=(0, 0), earliest="2019-03-07", latest="2019-03-07T10:30", grain="day", anchor="publication"
        ),
        quantities=(),
        chain=(),
        evidence=evidence,
        sentence=(0, len(of.text)),
        rule="test",
        score=0.9,
    )


def reading(of: Report, *, run: str = RUN) -> Reading:
    """What a reader of our own finds in a report of ours: entering and leaving. Another run finds only the entering."""
    claims = [
        claim(of, trigger=trigger, kind=kind, actor=actor, place=place)
        for trigger, kind, actor, place in (
            ("دخول", "seize", "الجيش", "سراقب"),
            ("خرجت", "withdraw", "الفصائل", None),
        )
        if trigger in of.text and actor in of.text and (place is None or place in of.text)
    ]
    return Reading(
        report=ReportHead(
            id=of.id,
            title=of.title,
            outlet=of.outlet,
            url=of.url,
            published=of.published,
            text_hash=text_hash(of.text),
            length=len(of.text),
        ),
        mentions=(),
        attributions=(),
        claims=tuple(claims if run == RUN else claims[:1]),
        notes=(),
        run=run,
    )


def pairs(count: int, *, first: int = 1) -> list[tuple[Report, Reading]]:
    """Reports with their readings."""
    return [(one, reading(one)) for one in (report(number) for number in range(first, first + count))]
