"""When two sayings are one act of saying, and when they only sound so."""

from __future__ import annotations

from itertools import chain, permutations

import pytest

from tawatur.merge.chains import chain_graph
from tawatur.merge.copies import compare
from tawatur.merge.origins import join, joins_of, origins_of
from tawatur.merge.records import Body, Copy, Origin, Saying, Teller, Telling
from tests.merge.acts import ARMY, MAYOR, SDF, SOURCE, claim, said, teller

A, B, C = "صحيفة المرفأ", "صحيفة الشاطئ", "وكالة نورس"
QUOTE = "دخلنا البلدة بلا قتال وسنبقى فيها حتى يعود آخر النازحين إلى بيته"
WORDS = "دخل مقاتل بلده مركده جنوب مدينه حسكه ليل خميس"


def of(*reports: tuple[Telling, ...], copies: tuple[Copy, ...] = (), texts: tuple[str, ...] = ()) -> tuple[Origin, ...]:
    """The origins of the claims of some reports, all of one happening."""
    tellings = tuple(chain(*reports))
    found = zip(reports, (*texts, *[""] * len(reports)), strict=False)
    sayings = [saying for report, text in found for saying in said(*report, text=text)]
    known = {(copy.a, copy.b): copy for copy in copies}
    return origins_of(tellings, sayings, joins_of(tellings, sayings, known))


def copy(a: str, b: str, *, at: int = 0, length: int = 40) -> Copy:
    passage = (at, at + length)
    return Copy(a=a, b=b, extent="paragraph", share=1.0, passages=((passage, passage),), reason="")


def pair(one: Teller | None, other: Teller | None, *, outlets: tuple[str, str] = (A, B), days: tuple[str | None, str | None] = ("2019-03-08", "2019-03-08"),
         words: tuple[str, str] = ("", ""), quotes: tuple[str | None, str | None] = (None, None)) -> tuple[Saying, Saying]:  # fmt: skip
    """Two sayings of two reports."""
    made = [
        said(claim(*([who] if who else []), report=key, outlet=outlet, published=day, words=said_, quotation=quote))[0]
        for who, key, outlet, day, said_, quote in zip((one, other), "ab", outlets, days, words, quotes, strict=True)
    ]
    return made[0], made[1]


SPOKESMAN = teller("المتحدث باسم وزاره الدفاع", id_="x.defence", side="x")
MINISTER = teller("وزير الدفاع", id_="x.defence", side="x")


@pytest.mark.parametrize(
    ("one", "other", "more", "reason"),
    [
        (ARMY, ARMY, {}, "same speaker and day"),
        (ARMY, ARMY, {"days": ("2019-03-08", "2019-03-09")}, "same speaker and day"),  # printed on the morrow
        (ARMY, ARMY, {"days": ("2019-03-08", "2019-03-10")}, None),  # said again
        (ARMY, ARMY, {"days": ("2019-03-08", None)}, None),  # an unknown day joins nothing
        (ARMY, SDF, {"quotes": (QUOTE, QUOTE)}, None),  # two sides
        (ARMY, SDF, {"words": (WORDS, WORDS)}, None),
        (SPOKESMAN, MINISTER, {}, None),  # two offices
        (MAYOR, MAYOR, {}, "same speaker and day"),  # nobody lists him, but he has a name
        (SOURCE, SOURCE, {"words": (WORDS, WORDS)}, None),  # of two outlets: unknown independence
        (SOURCE, SOURCE, {"quotes": (QUOTE, QUOTE)}, "same quotation"),
        (SOURCE, SOURCE, {"outlets": (A, A)}, "told again"),  # of one outlet on one day
        (SOURCE, MAYOR, {"words": (WORDS, WORDS)}, None),
        (teller("ضابط في اللواء"), teller("ضابط في اللواء"), {"words": (WORDS, WORDS)}, None),  # one of many
        (MAYOR, teller("القياده"), {"words": (WORDS, WORDS)}, "same words"),
        (MAYOR, teller("القياده"), {"words": (WORDS, "دخل مقاتل بلده اخري")}, None),
        (None, None, {}, None),  # two outlets
        (None, None, {"outlets": (A, A), "days": ("2019-03-08", "2019-05-08")}, "same outlet"),
        (None, MAYOR, {"words": (WORDS, WORDS)}, None),
        (teller("رويترز", id_="reuters"), teller("وكاله رويترز", id_="reuters"), {}, "agency credit"),
        (teller("رويترز", id_="reuters"), teller("فرانس برس", id_="afp"), {}, None),
        (MAYOR, MAYOR, {"quotes": (QUOTE, "دخلنا البلدة بلا قتال")}, "same speaker and day"),  # too short to say anything
    ],
)  # fmt: skip
def test_join(one: Teller | None, other: Teller | None, more: dict[str, tuple[str, str]], reason: str | None) -> None:
    a, b = pair(one, other, **more)
    assert join(a, b, copy=None, same_happening=True) == reason
    assert join(b, a, copy=None, same_happening=True) == reason


def test_two_audiences_or_occasions_are_two_acts() -> None:
    governor = "محافظ الحسكه"
    for one, other in (
        (teller(governor, audience="رويترز"), teller(governor, audience="فرانس برس")),
        (teller(governor, medium="interview"), teller(governor, medium="statement")),
    ):
        a, b = pair(one, other)
        assert join(a, b, copy=None, same_happening=True) is None
    a, b = pair(teller("محافظ الحسكه", medium="statement"), teller("محافظ الحسكه", medium="document"))
    assert join(a, b, copy=None, same_happening=True) is None


def test_one_statement() -> None:
    a, b = pair(teller("محافظ الحسكه", medium="statement"), teller("محافظ الحسكه", medium="statement"))
    assert join(a, b, copy=None, same_happening=True) == "same document"


def test_a_speaker_and_a_day_say_nothing_about_another_happening() -> None:
    a, b = pair(ARMY, ARMY)
    assert join(a, b, copy=None, same_happening=False) is None
    a, b = pair(ARMY, ARMY, quotes=(QUOTE, QUOTE))
    assert join(a, b, copy=None, same_happening=False) == "same quotation"


def test_an_unnamed_source_through_one_agency_is_one() -> None:
    reuters, afp = teller("رويترز", id_="reuters"), teller("فرانس برس", id_="afp")
    one, two, three = (
        (claim(agency, SOURCE, report=key, outlet=outlet),)
        for agency, key, outlet in ((reuters, "a", A), (reuters, "b", B), (afp, "c", C))
    )
    assert [origin.reports for origin in sorted(of(one, two, three), key=lambda o: o.reports)] == [("a", "b"), ("c",)]


def test_copied_words_lead_to_the_agency() -> None:
    agency = (claim(report="a", outlet="وكالة رويترز"),)
    paper = (claim(report="b", outlet=B),)
    (origin,) = of(agency, paper, copies=(copy("a", "b"),))
    assert (origin.entity, origin.own_voice, origin.reasons) == ("reuters", True, ("copy",))
    credited = (claim(report="c", outlet=C),)
    (origin,) = of(paper, credited, copies=(copy("b", "c"),), texts=("", "عدن (رويترز) - ..."))
    assert (origin.entity, origin.own_voice) == ("reuters", False)


def test_copied_words_lead_to_the_teller_whom_one_of_them_names() -> None:
    (origin,) = of((claim(MAYOR, report="a", outlet=A),), (claim(report="b", outlet=B),), copies=(copy("a", "b"),))
    assert origin.who == MAYOR.words


def test_a_copy_joins_only_what_stands_in_it() -> None:
    outside, inside = claim(SOURCE, report="a", outlet=A), claim(report="a", outlet=A, at=100)
    further, there = claim(SOURCE, report="b", outlet=B), claim(report="b", outlet=B, at=100)
    found = of((outside, inside), (further, there), copies=(copy("a", "b", at=100),))
    assert sorted(len(origin.reports) for origin in found) == [1, 1, 2]


def test_the_lead_is_its_tellers() -> None:
    (origin,) = of((claim(report="a", outlet=A), claim(MAYOR, report="a", outlet=A, at=20)))
    assert (origin.who, origin.reasons) == (MAYOR.words, ("lead",))
    assert (
        len(
            of(
                (
                    claim(report="a", outlet=A),
                    claim(MAYOR, report="a", outlet=A, at=20),
                    claim(SDF, report="a", outlet=A, at=40),
                )
            )
        )
        == 3
    )
    assert len(of((claim(MAYOR, report="a", outlet=A), claim(report="a", outlet=A, at=20)))) == 2


def test_the_only_teller_counts_for_the_lead_also_where_he_speaks_of_something_else() -> None:
    lead, later = claim(report="a", outlet=A), claim(ARMY, report="a", outlet=A, at=20)
    other = claim(ARMY, report="b", outlet=B)
    sayings = [*said(lead, later), *said(other)]
    tellings = (lead, other)
    (origin,) = origins_of(tellings, sayings, joins_of(tellings, sayings, {}))
    assert origin.reports == ("a", "b")
    assert later.claim not in origin.claims


def test_an_outlet_that_tells_it_again_later_adds_nothing() -> None:
    first = (claim(MAYOR, report="a", outlet=A),)
    again = (claim(report="b", outlet=A, published="2019-03-12"),)
    (origin,) = of(first, again)
    assert origin.reasons == ("told again",)
    assert len(of(first, (claim(report="b", outlet=B, published="2019-03-12"),))) == 2


def test_a_voice_does_not_make_one_of_two_tellers() -> None:
    one = (claim(report="a", outlet=A), claim(MAYOR, report="a", outlet=A, at=50))
    other = (claim(report="b", outlet=B), claim(ARMY, report="b", outlet=B, at=50))
    found = of(one, other, copies=(copy("a", "b", length=20),))
    assert sorted(origin.who for origin in found) == sorted((MAYOR.words, ARMY.words))


def test_forty_articles_of_one_call_are_one_origin() -> None:
    reports = [(claim(ARMY, report=f"r{at:02}", outlet=f"صحيفة {at}"),) for at in range(40)]
    (origin,) = of(*reports)
    assert len(origin.reports) == 40


def test_origins_do_not_depend_on_the_order_of_reports() -> None:
    reports = [
        (claim(report="a", outlet=A), claim(MAYOR, report="a", outlet=A, at=50)),
        (claim(report="b", outlet=B), claim(ARMY, report="b", outlet=B, at=50)),
        (claim(SOURCE, report="c", outlet=C),),
        (claim(ARMY, report="d", outlet=C, published="2019-03-09"),),
    ]
    known = (copy("a", "b"), copy("b", "c"))
    assert len({of(*order, copies=known) for order in permutations(reports)}) == 1


def test_every_claim_has_one_origin() -> None:
    reports = [(claim(ARMY, report="a", outlet=A), claim(SDF, report="a", outlet=A)), (claim(report="b", outlet=B),)]
    found = of(*reports, copies=(copy("a", "b"),))
    claims = [key for origin in found for key in origin.claims]
    assert sorted(claims) == sorted(t.claim for report in reports for t in report)


def test_the_chain_graph_leads_from_reports_to_origins() -> None:
    agency = teller("رويترز", id_="reuters")
    one, other = (claim(agency, MAYOR, report="a", outlet=A),), (claim(agency, MAYOR, report="b", outlet=B),)
    text = " ".join(f"كلمة{at}" for at in range(60))
    copied = compare(
        Body(key="a", title=None, text=text, outlet=A, published="2019-03-08"),
        Body(key="b", title=None, text=text, outlet=B, published="2019-03-09"),
    )
    assert copied is not None
    graph = chain_graph((*one, *other), copies=(copied,), origins=of(one, other))
    lines = {(edge.a.split(":")[0], edge.b.split(":")[0], edge.sort) for edge in graph.edges}
    assert lines == {
        ("report", "outlet", "published by"),
        ("report", "teller", "tells after"),
        ("teller", "teller", "tells after"),
        ("teller", "origin", "goes back to"),
        ("report", "report", "copy"),
    }
    assert [edge.b for edge in graph.edges if edge.sort == "copy"] == ["report:a"]
    assert {edge.a for edge in graph.edges} | {edge.b for edge in graph.edges} == {node.id for node in graph.nodes}
