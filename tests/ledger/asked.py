"""A small ledger of invented reports and readings made by hand, for asking: no analyser is needed.

Two tell of one shelling with two tolls; an announcement, a denial, and a hold on a town stand alone.
"""

from __future__ import annotations

from typing import Any

from tawatur.ledger import Ledger
from tawatur.ledger.keys import content_key, text_hash
from tawatur.merge.records import Happening
from tawatur.places.gazetteer import load_gazetteer
from tawatur.places.records import as_place
from tawatur.records import (
    Claim,
    Codes,
    Entity,
    Evidence,
    Link,
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

ENTITIES = {
    "الجيش": Entity(id="syria.army", ar="الجيش السوري", en="Syrian army", type="army", side="syr-gov"),
    "قسد": Entity(id="sdf", ar="قوات سوريا الديمقراطية", en="SDF", type="armed_group", side="sdf"),
    "المسلحون": Entity(id="guards.x", ar="حراس القرية", type="armed_group"),
}
PLACES = {"مركدة": "gn:167208", "ذيبان": "gn:170691", "القائم": "gn:92138"}
REPORTS = (
    Report(
        id="agency-1",
        outlet="وكالة المرفأ",
        published="2019-03-08",
        text="قال مصدر طبي إن الجيش قصف بلدة مركدة يوم الخميس، وإن القصف قتل خمسة من السكان كانوا في السوق.",
    ),
    Report(
        id="paper-2",
        outlet="صحيفة السفح",
        published="2019-03-09",
        text="أعلن الدفاع المدني أن الجيش قصف مركدة الخميس وأن ثلاثة من أهلها قضوا تحت أنقاض بيوتهم.",
    ),
    Report(
        id="channel-3",
        outlet="قناة الجسر",
        published="2019-03-10",
        text="تعهد ناطق بأن قسد ستنسحب من ذيبان قبل نهاية الشهر.\n\nونفى مجلس البلدة أن يكون المسلحون قد حاصروا القائم.",
    ),
    Report(id="site-4", outlet="موقع الساقية", text="تسيطر قسد على مركدة كلها."),
)


SHELLED: dict[str, Any] = {"kind": "shell", "trigger": "قصف", "actor": "الجيش", "place": "مركدة", "day": "2019-03-07"}
SAID: dict[str, tuple[dict[str, Any], ...]] = {
    "agency-1": ({**SHELLED, "teller": "مصدر طبي", "toll": ("خمسة", 5)},),
    "paper-2": ({**SHELLED, "teller": "الدفاع المدني", "toll": ("ثلاثة", 3)},),
    "channel-3": (
        {
            "kind": "withdraw",
            "trigger": "ستنسحب",
            "actor": "قسد",
            "place": "ذيبان",
            "teller": "ناطق",
            "reality": "announced",
        },
        {
            "kind": "besiege",
            "trigger": "حاصروا",
            "actor": "المسلحون",
            "place": "القائم",
            "teller": "مجلس البلدة",
            "reality": "denied",
        },
    ),
    "site-4": ({"kind": "hold", "trigger": "تسيطر", "actor": "قسد", "place": "مركدة", "reality": "state"},),
}
"""What the readings find in each."""


def asked_of(ledger: Ledger) -> None:
    """Fill a ledger with the reports above, judge the two shellings to be one, and merge."""
    ledger.add_readings((report, reading(report)) for report in REPORTS)
    first, second = (claim.key for claim in ledger.claims() if claim.claim.kind == "shell")
    ledger.judge("same", author="مدققة", a=first, b=second, note="قصف واحد")
    ledger.merge()


def shelling(ledger: Ledger) -> Happening:
    """The happening of the two reports."""
    (found,) = ledger.query("shell").found
    return found.happening


def reading(report: Report) -> Reading:
    """What each report says."""
    head = ReportHead(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        text_hash=text_hash(report.text),
        length=len(report.text),
    )
    claims = tuple(_claim(report, **said) for said in SAID[report.id])
    return Reading(report=head, mentions=(), attributions=(), claims=claims, notes=(), run="by hand")


def _claim(
    report: Report,
    *,
    kind: str,
    trigger: str,
    actor: str,
    place: str,
    day: str | None = None,
    teller: str | None = None,
    toll: tuple[str, int] | None = None,
    reality: Reality = "happened",
) -> Claim:
    def span(words: str) -> Span:
        start = report.text.index(words)
        return start, start + len(words)

    entry = load_gazetteer().entry(PLACES[place])
    assert entry is not None
    words = [("trigger", trigger), ("actor", actor), ("where", place), *([("speaker", teller)] if teller else [])]
    start = report.text.rfind("\n", 0, span(trigger)[0]) + 1
    end = report.text.find("\n", start)
    return Claim(
        id=content_key((kind, report.text), digits=20),
        kind=kind,
        codes=Codes(),
        reality=reality,
        roles=(Role(role="actor", text=actor, span=span(actor), entity=ENTITIES[actor]),),
        where=(Where(text=place, span=span(place), relation="at", place=as_place(entry)),),
        when=When(text="", span=(0, 0), earliest=day, latest=day, grain="day", anchor="publication") if day else None,
        quantities=(
            (Quantity(text=toll[0], span=span(toll[0]), low=toll[1], high=toll[1], unit=None, of="killed"),)
            if toll
            else ()
        ),
        chain=(Link(text=teller, span=span(teller), anonymous=teller.startswith("مصدر")),) if teller else (),
        evidence=tuple(Evidence(role=role, span=span(text), quote=text) for role, text in words),
        sentence=(start, len(report.text) if end < 0 else end),
        rule="test",
        score=0.9,
    )
