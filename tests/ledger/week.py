"""An invented month in real places: reports of few happenings by many outlets, with readings made by hand."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from tawatur.actors import load_actors
from tawatur.ledger.keys import content_key, text_hash
from tawatur.places import load_gazetteer
from tawatur.records import (
    Claim,
    Codes,
    Evidence,
    Link,
    Mention,
    Place,
    Quantity,
    Reading,
    Reality,
    Report,
    ReportHead,
    Role,
    Span,
    When,
    Where,
)

RUN = "reader-1"
OUTLETS = ("وكالة نورس", "صحيفة الضفتين", "شبكة طمي", "قناة ميقات")
_PLACES = {"الميادين": "gn:173480", "البوكمال": "gn:174448", "صبيخان": "gn:164025", "الشدادي": "gn:172837"}
_ACTORS = {"قوات سوريا الديمقراطية": "sdf", "الجيش السوري": "syria.army", "تنظيم الدولة": "islamic-state"}
_BACKGROUND = "وتقع المنطقة على ضفة النهر حيث عبرت قوافل المدنيين خلال الأشهر الماضية بعد اتفاق رعاه الوجهاء ولم تعلن أي جهة تفاصيل بنوده حتى اليوم رغم مطالبات السكان المتكررة بذلك."


class Happening(NamedTuple):
    """Something that the week tells of."""

    kind: str
    verb: str
    actor: str
    target: str | None
    place: str
    day: str
    reality: Reality = "happened"


HAPPENINGS = (
    Happening("seize", "سيطرت", "قوات سوريا الديمقراطية", "تنظيم الدولة", "الميادين", "2019-03-05"),
    Happening("seize", "استعادت", "الجيش السوري", None, "الميادين", "2019-03-06"),
    Happening("attack", "هاجمت", "تنظيم الدولة", "الجيش السوري", "البوكمال", "2019-03-05"),
    Happening("attack", "هاجمت", "تنظيم الدولة", "الجيش السوري", "البوكمال", "2019-03-06"),
    Happening("kill", "قتلت", "تنظيم الدولة", "الجيش السوري", "البوكمال", "2019-03-05"),
    Happening("attack", "تهاجم", "الجيش السوري", "تنظيم الدولة", "صبيخان", "2019-03-07", "announced"),
    Happening("attack", "هاجمت", "الجيش السوري", "تنظيم الدولة", "صبيخان", "2019-03-07"),
    Happening("withdraw", "انسحبت", "تنظيم الدولة", None, "صبيخان", "2019-03-08"),
    Happening("seize", "سيطرت", "قوات سوريا الديمقراطية", "تنظيم الدولة", "الشدادي", "2019-03-06", "denied"),
)
_SAYS = (None, "وقال متحدث باسم قوات سوريا الديمقراطية إن", "وذكر مصدر طبي أن", "وأفاد سكان في البلدة بأن")


class _Line(NamedTuple):
    """A sentence and the claim in it."""

    text: str
    claim: Claim
    mentions: tuple[Mention, ...]


def week(seed: int, *, reports: int) -> list[tuple[Report, Reading]]:
    """Reports with their readings; some take text of others, some share a sentence of background."""
    chance = random.Random(seed)
    made: list[tuple[Report, Reading]] = []
    for number in range(reports):
        outlet = chance.choice(OUTLETS)
        if made and chance.random() < 0.25:
            old, reading = chance.choice(made)
            day = (dt.date.fromisoformat(old.published or "") + dt.timedelta(days=chance.randint(0, 1))).isoformat()
            made.append(_pair(f"r{number}", old.text, outlet, day, list(reading.claims), list(reading.mentions)))
            continue
        lines: list[_Line] = []
        at = 0
        for told in chance.sample(HAPPENINGS, chance.randint(1, 3)):
            later = dt.date.fromisoformat(told.day) + dt.timedelta(weeks=chance.choice((0, 0, 3)))
            line = _line(
                told._replace(day=later.isoformat()),
                at=at,
                says=chance.choice(_SAYS),
                count=chance.choice((None, 4, 6, 15)),
            )
            lines.append(line)
            at += len(line.text) + 1
        text = "\n".join([*(line.text for line in lines), *([_BACKGROUND] if chance.random() < 0.5 else [])])
        latest = max(line.claim.when.earliest or "" for line in lines if line.claim.when)
        day = (dt.date.fromisoformat(latest) + dt.timedelta(days=chance.randint(0, 1))).isoformat()
        mentions = [mention for line in lines for mention in line.mentions]
        made.append(_pair(f"r{number}", text, outlet, day, [line.claim for line in lines], mentions))
    return list({(one.text, one.outlet, one.published): (one, reading) for one, reading in made}.values())


def reread(report: Report, reading: Reading, *, seed: int) -> Reading:
    """What another run reads in a report: one claim fewer, or one of another day."""
    chance = random.Random(f"{seed}{report.id}")
    claims = list(reading.claims)
    if len(claims) > 1 and chance.random() < 0.5:
        claims.pop(chance.randrange(len(claims)))
    elif claims:
        at = chance.randrange(len(claims))
        claims[at] = _on_another_day(claims[at])
    return _reading(report, claims, list(reading.mentions), run=f"reader-{seed + 2}")


def _on_another_day(claim: Claim) -> Claim:

    assert claim.when is not None
    when = msgspec.structs.replace(claim.when, earliest="2019-03-03", latest="2019-03-04")
    return msgspec.structs.replace(claim, when=when, id=content_key((claim.id, "again"), digits=20))


def _pair(
    id_: str, text: str, outlet: str, published: str, claims: list[Claim], mentions: list[Mention]
) -> tuple[Report, Reading]:
    report = Report(id=id_, text=text, title=None, outlet=outlet, published=published)
    return report, _reading(report, claims, mentions, run=RUN)


def _reading(report: Report, claims: list[Claim], mentions: list[Mention], *, run: str) -> Reading:
    return Reading(
        report=ReportHead(
            id=report.id,
            title=report.title,
            outlet=report.outlet,
            url=report.url,
            published=report.published,
            text_hash=text_hash(report.text),
            length=len(report.text),
        ),
        mentions=tuple(mentions),
        attributions=(),
        claims=tuple(claims),
        notes=(),
        run=run,
    )


def _line(told: Happening, *, at: int, says: str | None, count: int | None) -> _Line:
    """A sentence that begins at a place of its text."""
    words = [*([says] if says else []), told.actor, told.verb, *([told.target] if told.target else [])]
    words += ["في بلدة", told.place, *([f"وسقط {count} قتيلا"] if count else []), f"يوم {told.day}."]
    text = " ".join(words)

    def span(piece: str) -> Span:
        start = text.rindex(piece) if piece == told.actor and says and piece in says else text.index(piece)
        return at + start, at + start + len(piece)

    def role(name: str, piece: str) -> Role:
        return Role(role=name, text=piece, span=span(piece), entity=load_actors().entity(_ACTORS[piece]))

    entry = load_gazetteer().entry(_PLACES[told.place])
    assert entry is not None
    place = Place(
        id=entry.id, ar=entry.ar, lat=entry.lat, lon=entry.lon, radius_m=3000.0, country=entry.country, kind=entry.kind
    )
    when = When(
        text=told.day, span=span(told.day), earliest=told.day, latest=told.day, grain="day", anchor="publication"
    )
    roles = (role("actor", told.actor), *([role("target", told.target)] if told.target else []))
    pieces = [("trigger", told.verb), ("actor", told.actor), ("where", told.place)]
    evidence = tuple(Evidence(role=name, span=span(piece), quote=piece) for name, piece in pieces)
    claim = Claim(
        id=content_key((text, told.kind), digits=20),
        kind=told.kind,
        codes=Codes(),
        reality=told.reality,
        roles=roles,
        where=(Where(text=told.place, span=span(told.place), relation="at", place=place),),
        when=when,
        quantities=_dead(count, span) if count else (),
        chain=_chain(says, span) if says else (),
        evidence=evidence,
        sentence=(at, at + len(text)),
        rule="test",
        score=0.9,
    )
    mentions = (
        *(Mention(span=one.span, text=one.text, type="actor", entity=one.entity) for one in roles),
        Mention(span=span(told.place), text=told.place, type="place", place=place),
    )
    return _Line(text, claim, mentions)


def _dead(count: int, span: Callable[[str], Span]) -> tuple[Quantity, ...]:
    words = f"{count} قتيلا"
    return (Quantity(text=words, span=span(words), low=count, high=count, unit=None, of="killed"),)


def _chain(says: str, span: Callable[[str], Span]) -> tuple[Link, ...]:
    cue, rest = says.split(" ", 1)
    teller = rest.rsplit(" ", 1)[0]
    known = load_actors().entity("sdf") if "باسم" in teller else None
    return (Link(text=teller, span=span(teller), cue=cue, entity=known, anonymous="مصدر" in teller),)
