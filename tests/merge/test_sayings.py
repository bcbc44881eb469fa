"""Who says what in one report."""

from __future__ import annotations

import msgspec

from tawatur.merge.credits import UNNAMED
from tests.merge.acts import ARMY, MAYOR, SDF, SOURCE, claim, said, teller

OUTLET = "صحيفة المرفأ"


def whos(*chains: tuple[object, ...], text: str = "") -> list[str]:
    return [s.who for s in said(*(claim(*chain, report="r", outlet=OUTLET) for chain in chains), text=text)]  # type: ignore[arg-type]


def test_the_last_teller_says_it() -> None:
    agency = teller("وكاله رويترز", id_="reuters")
    (saying,) = said(claim(agency, MAYOR, report="r", outlet=OUTLET))
    assert saying.who == MAYOR.words
    assert saying.voice is None
    assert "reuters" in saying.through


def test_who_only_hands_on_is_not_who_says_it() -> None:
    agency, bare = teller("وكاله المرفا"), teller("الوكاله")
    assert whos((agency, MAYOR, bare), (MAYOR, bare)) == [MAYOR.words]
    assert whos((agency, bare)) == [bare.words]


def test_an_analyst_taken_for_a_body_is_not_its_spokesman() -> None:
    spokesman, analyst = (
        teller("متحدث باسم الجيش", id_="syria.army"),
        teller("العميد نبيل الصالح وهو محلل", id_="syria.army"),
    )
    assert whos((spokesman,), (analyst,), (ARMY,)) == [spokesman.words, analyst.words]


def test_a_teller_is_called_as_the_report_writes_it() -> None:
    (saying,) = said(
        claim(msgspec.structs.replace(MAYOR, text="رئيس المجلس المحلي في مركدة"), report="r", outlet=OUTLET)
    )
    assert (saying.who, saying.called) == (MAYOR.words, "رئيس المجلس المحلي في مركدة")


def test_the_outlet_speaks_for_itself_where_nobody_is_named() -> None:
    (saying,) = said(claim(report="r", outlet=OUTLET))
    assert (saying.who, saying.own_voice, saying.anonymous) == (OUTLET, True, False)


def test_a_correspondent_is_the_outlet() -> None:
    assert whos((), (teller("مراسلنا"),)) == [OUTLET]


def test_a_credit_takes_the_place_of_the_outlet() -> None:
    (saying,) = said(claim(report="r", outlet=OUTLET), text="عدن (رويترز) - وصلت القافلة.")
    assert (saying.voice, saying.entity, saying.own_voice) == ("reuters", "reuters", False)
    (agency,) = said(claim(teller("رويترز", id_="reuters"), report="r", outlet=OUTLET))
    assert agency.voice == "reuters"


def test_nobody_knows_which_agencies_agencies_are() -> None:
    (saying,) = said(claim(report="r", outlet=OUTLET), text="وصلت القافلة.\n(وكالات)")
    assert (saying.voice, saying.anonymous, saying.entity) == (UNNAMED, True, None)


def test_two_tellers_are_two_sayings() -> None:
    assert whos((ARMY,), (SDF,), (ARMY,), ()) == [ARMY.words, SDF.words, OUTLET]


def test_a_name_taken_up_is_the_same_teller() -> None:
    ministry = teller("وزاره الصحه في بيان")
    assert whos((ministry,), (teller("الوزاره"),)) == [ministry.words]
    director, observatory = teller("مدير المرصد", id_="rami-abdel-rahman"), teller("المرصد السوري", id_="sohr")
    assert whos((observatory,), (director,)) == [observatory.words]


def test_two_offices_of_one_body_are_two() -> None:
    minister, spokesman = teller("وزير الدفاع", id_="x.defence"), teller("المتحدث باسم الوزاره", id_="x.defence")
    assert len(whos((minister,), (spokesman,))) == 2


def test_two_audiences_are_two_acts() -> None:
    to_one, to_other = teller("المحافظ", audience="رويترز"), teller("المحافظ", audience="فرانس برس")
    assert len(whos((to_one,), (to_other,))) == 2


def test_one_of_many_is_nobody_in_particular() -> None:
    assert [
        s.anonymous
        for s in said(*(claim(t, report="r", outlet=OUTLET) for t in (SOURCE, teller("ضابط في اللواء"), MAYOR)))
    ] == [
        True,
        True,
        False,
    ]


def test_ids_are_those_of_the_report_and_the_teller() -> None:
    one, other = (said(claim(ARMY, report="r", outlet=OUTLET))[0].id for _ in range(2))
    assert one == other
    assert one != said(claim(ARMY, report="s", outlet=OUTLET))[0].id
