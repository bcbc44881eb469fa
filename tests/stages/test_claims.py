"""Whole sentences to claims: what, whether, who, to whom, where, by whom told. Each row says what it is there for."""

from typing import NamedTuple

import pytest

from tawatur.records import Claim
from tests.conftest import reading_of


class Row(NamedTuple):
    """A sentence and what one claim in it must say; None and "" are not checked."""

    why: str
    text: str
    kind: str
    reality: str
    actor: str = ""
    target: str = ""
    place: str = ""
    teller: str = ""
    earliest: str | None = None


ROWS = [
    Row(
        "active verb, verb first",
        "انسحبت القوات الحكومية من بلدة سراقب أمس الخميس.",
        "withdraw",
        "happened",
        "القوات الحكومية",
        place="سراقب",
        earliest="2019-03-07",
    ),
    Row(
        "told by a spokesman",
        "قال متحدث باسم الجيش العراقي إن مسلحين هاجموا نقطة تفتيش قرب الرطبة.",
        "attack",
        "happened",
        "مسلحين",
        teller="متحدث باسم الجيش العراقي",
    ),
    Row(
        "light verb carries the noun",
        "شن الطيران الروسي غارات على مدينة خان شيخون.",
        "airstrike",
        "happened",
        "الروسي",
        place="خان شيخون",
    ),
    Row("set phrase", "أطلق جنود النار على متظاهرين في مدينة الناصرية.", "shoot", "happened", "جنود", "متظاهرين"),
    Row("passive", "قتل ثلاثة مدنيين في قصف على بلدة دوما.", "kill", "happened", target="مدنيين"),
    Row(
        "future is announced",
        "ستزحف القوات العراقية على مدينة القائم.",
        "advance",
        "announced",
        "القوات العراقية",
        place="القائم",
    ),
    Row("negated", "لم تقصف القوات التركية مدينة منبج.", "shell", "negated", "القوات التركية"),
    Row("denied", "نفت وزارة الدفاع الروسية أن طائراتها قصفت مستشفى في إدلب.", "airstrike", "denied"),
    Row("possible", "قد تنسحب القوات الأمريكية من قاعدة التنف.", "withdraw", "possible", "القوات الأمريكية"),
    Row(
        "conditional",
        "إذا انسحب المقاتلون من المدينة فستدخلها القوات الحكومية.",
        "withdraw",
        "conditional",
        "المقاتلون",
    ),
    Row("wished", "يجب أن ينسحب المسلحون من مدينة الباب.", "withdraw", "desired", "المسلحون", place="الباب"),
    Row(
        "imperfect is under way",
        "تحاصر قوات النظام بلدة مضايا منذ ستة أشهر.",
        "besiege",
        "state",
        "قوات النظام",
        place="مضايا",
    ),
    Row("ongoing action", "تقصف قوات النظام بلدة كفرنبل.", "shell", "ongoing", "قوات النظام", place="كفرنبل"),
    Row(
        "prepositional source",
        "سيطرت فصائل معارضة على بلدة مورك، بحسب المرصد السوري لحقوق الإنسان.",
        "seize",
        "happened",
        "فصائل معارضة",
        place="مورك",
        teller="المرصد السوري لحقوق الإنسان",
    ),
    Row("relative clause", "وصلت القوات التي انسحبت من مطار كويرس إلى حلب.", "withdraw", "happened", "القوات"),
    Row("shared subject", "دخل المسلحون قرية العريشة وأحرقوا منازل.", "arson", "happened", "المسلحون"),
    Row(
        "adjective of a state",
        "أسفرت الغارات الإسرائيلية على قطاع غزة عن مقتل أربعة فلسطينيين.",
        "airstrike",
        "happened",
        "الإسرائيلية",
    ),
    Row(
        "demonstration",
        "تظاهر مئات المحتجين في ساحة التحرير وسط بغداد أمس.",
        "protest",
        "happened",
        "المحتجين",
        place="بغداد",
        earliest="2019-03-07",
    ),
    Row("arrest", "اعتقلت الشرطة عشرة ناشطين في الخرطوم.", "arrest", "happened", "الشرطة", "ناشطين", "الخرطوم"),
    Row("displacement", "نزح آلاف المدنيين من مدينة الحديدة.", "displacement", "happened", target="المدنيين"),
    Row("purpose is no fact", "وصلت تعزيزات عسكرية إلى المدينة لاقتحام بلدة الشيخ مسكين.", "storm", "desired"),
]


def find(row: Row) -> Claim | None:
    """The claim of the row's kind, if the reader makes one."""
    return next((claim for claim in reading_of(row.text).claims if claim.kind == row.kind), None)


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_sentence(row: Row) -> None:
    claim = find(row)
    assert claim is not None, f"no {row.kind} in {[c.kind for c in reading_of(row.text).claims]}"
    assert claim.reality == row.reality
    roles = {role.role: role.text for role in reversed(claim.roles)}
    assert row.actor in roles.get("actor", "")
    assert row.target in roles.get("target", "")
    assert row.place in " ".join(place.text for place in claim.where)
    assert row.teller in " ".join(link.text for link in claim.chain)
    if row.earliest is not None:
        assert claim.when is not None
        assert claim.when.earliest == row.earliest


def test_roles_are_not_swapped_by_word_order() -> None:
    """The party named first is the one attacked."""
    text = "قوات سوريا الديمقراطية هاجمها مسلحو تنظيم الدولة قرب بلدة هجين."
    claim = next(claim for claim in reading_of(text).claims if claim.kind == "attack")
    actors = [role.text for role in claim.roles if role.role == "actor"]
    assert actors
    assert all("تنظيم الدولة" in text for text in actors)


def test_what_the_outlet_says_itself_has_no_chain() -> None:
    claim = reading_of("انسحبت القوات الحكومية من بلدة سراقب.").claims[0]
    assert claim.chain == ()
