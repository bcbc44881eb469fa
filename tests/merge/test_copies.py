"""Texts that have text of one another, and those that only look so."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.merge.copies import compare, keys
from tawatur.merge.passages import runs, worded
from tawatur.merge.records import Body

FLOOD = (
    "غمرت مياه السيول ثلاثة أحياء في مدينة شبوة ليل الاثنين وأجبرت عشرات العائلات على ترك بيوتها، بحسب الدفاع المدني. "
    "وقالت فرق الإنقاذ إنها نقلت سبعين شخصا بالقوارب إلى مدرسة في الطرف الجنوبي من المدينة، وإن الطريق المؤدي إلى الميناء قطع تماما. "
    "وأضافت أن المياه جرفت جسرا صغيرا وعددا من السيارات المتوقفة قرب السوق القديم."
)
BACKGROUND = (
    "وتشهد المحافظة منذ أربع سنوات نزاعا بين القوات الحكومية ومسلحين من القبائل على عائدات حقول النفط الواقعة شمالها، "
    "وقد أخفقت ثلاث وساطات في إنهاء هذا النزاع الذي شرد آلاف السكان."
)
MARKET = (
    "أعاد تجار سوق الخضار في مدينة شبوة فتح محالهم صباح الخميس بعد إضراب استمر أسبوعا احتجاجا على رسوم جديدة فرضتها البلدية، "
    "وقال رئيس نقابتهم إن المجلس المحلي وعد بإلغاء الرسوم قبل نهاية الشهر."
)
SPEECH = (
    "«لن نسمح بأن يتحول الميناء إلى ورقة ضغط في يد أحد، وسنفتح الطريق إليه قبل نهاية الأسبوع مهما كلف الأمر، وعلى الجميع أن يعرف "
    "أن صبر الأهالي نفد وأن الحكومة لن تتراجع عن قرارها»"
)


def body(
    key: str, text: str, *, outlet: str = "أ", published: str | None = "2019-03-08", title: str | None = None
) -> Body:
    return Body(key=key, text=text, title=title, outlet=f"صحيفة {outlet}", published=published)


def meets(a: Body, b: Body) -> bool:
    return bool(set(keys(a)) & set(keys(b)))


def test_a_changed_figure_and_a_cut_sentence_leave_a_copy_of_the_report() -> None:
    a = body("a", FLOOD)
    b = body("b", FLOOD.replace("سبعين", "ثمانين").rsplit("وأضافت", 1)[0], outlet="ب")
    copy = compare(a, b)
    assert meets(a, b)
    assert copy is not None
    assert copy.extent == "report"
    assert copy.share > 0.9
    for here, there in copy.passages:
        assert worded(a.text[slice(*here)]).forms == worded(b.text[slice(*there)]).forms


def test_spelling_and_marks_do_not_hide_a_copy() -> None:
    other = FLOOD.replace("أ", "ا").replace("ة", "ه").replace("،", "").replace("إ", "ا")
    assert meets(body("a", FLOOD), body("b", other, outlet="ب"))
    found = compare(body("a", FLOOD), body("b", other, outlet="ب"))
    assert found is not None
    assert found.share == 1.0


def test_a_lifted_paragraph_is_found_wherever_it_stands() -> None:
    a, b = body("a", f"{FLOOD}\n{BACKGROUND}"), body("b", f"{MARKET} {MARKET[::-1]}\n{BACKGROUND}", outlet="ب")
    copy = compare(a, b)
    assert meets(a, b)
    assert copy is not None
    assert copy.extent == "paragraph"
    assert a.text[copy.passages[0][0][0] :].startswith("وتشهد")


def test_what_an_outlet_always_repeats_makes_no_copy_of_its_later_report() -> None:
    monday = body("a", f"{FLOOD} {BACKGROUND}")
    thursday = body("b", f"{MARKET} {BACKGROUND}", published="2019-03-11")
    assert compare(monday, thursday) is None
    short = body("c", f"هدأت السيول. {BACKGROUND}", published="2019-03-11")
    assert compare(monday, short) is None


def test_an_outlets_own_report_printed_again_is_a_copy() -> None:
    copy = compare(body("a", FLOOD), body("b", f"{FLOOD} وتستمر الأمطار.", published="2019-03-10"))
    assert copy is not None
    assert copy.first == "a"


def test_what_stands_under_every_text_is_left_out() -> None:
    under = "\nتابعوا آخر الأخبار المحلية والعربية والعالمية عبر قناتنا على التطبيق واشتركوا في نشرتنا اليومية لتصلكم الأخبار العاجلة أولا بأول مع التحليلات والصور"
    assert compare(body("a", f"هطلت أمطار.{under}"), body("b", f"فتحت السوق.{under}", outlet="ب")) is None


def test_a_speech_that_both_quote_is_no_copy() -> None:
    a = body("a", f"تعهد رئيس الوزراء أمام البرلمان بحل قريب وقال: {SPEECH}. {MARKET}")
    b = body("b", f"في كلمة ألقاها مساء أمس خاطب رئيس الحكومة النواب: {SPEECH}. {FLOOD}", outlet="ب")
    assert meets(a, b)
    assert compare(a, b) is None


@pytest.mark.parametrize(
    ("title", "published", "found"),
    [
        ("السيول تقطع طريق ميناء شبوة وتشرد عشرات العائلات", "2019-03-08", True),
        ("السيول تقطع طريق ميناء شبوة وتشرد عشرات العائلات", "2019-03-12", False),  # another week's flood
        ("إضراب التجار يقطع طريق ميناء شبوة لليوم الثالث", "2019-03-08", False),  # shares four words
        ("السيول في شبوة", "2019-03-08", False),  # everybody's headline
    ],
)
def test_headlines(title: str, published: str, *, found: bool) -> None:
    a = body("a", FLOOD, title="السيول تقطع طريق ميناء شبوة وتشرد عشرات العائلات")
    b = body("b", MARKET, outlet="ب", title=title, published=published)
    copy = compare(a, b)
    assert (copy is not None and copy.extent == "headline") == found
    if found:
        assert meets(a, b)


@pytest.mark.parametrize(
    ("change", "first"),
    [
        ({"published": "2019-03-09"}, "a"),  # the older one
        ({"text": f"عدن (المرفأ) - {FLOOD}", "published": "2019-03-07"}, "a"),  # a credit says more than a day
        ({"text": FLOOD[:150]}, "a"),  # less than half as long
        ({"published": None}, None),
        ({}, None),
    ],
)
def test_who_took_from_whom(change: dict[str, str | None], first: str | None) -> None:
    a = body("a", FLOOD, outlet="المرفأ")
    text, published = change.get("text") or FLOOD, change.get("published", "2019-03-08")
    b = body("b", text, outlet="الشاطئ", published=published)
    copy = compare(a, b)
    assert copy is not None
    assert copy.first == first


def test_two_that_credit_one_agency_took_from_it_and_not_from_each_other() -> None:
    a = body("a", f"عدن (رويترز) - {FLOOD}")
    b = body("b", f"{FLOOD}\n(رويترز)", outlet="ب", published="2019-03-09")
    copy = compare(a, b)
    assert copy is not None
    assert copy.first is None
    assert "reuters" in copy.reason


def test_different_reports_of_one_flood_are_no_copies() -> None:
    other = (
        "اجتاحت السيول مدينة شبوة فجر الثلاثاء، وقال مدير المستشفى العام إن ثلاثة أشخاص غرقوا. "
        "وشاهد مراسلنا قوارب الدفاع المدني تنقل السكان من أحياء غمرتها المياه إلى مدرسة جنوب المدينة."
    )
    assert compare(body("a", FLOOD), body("b", other, outlet="ب")) is None


def test_comparing_does_not_depend_on_the_order() -> None:
    texts = (FLOOD, MARKET, f"{FLOOD} {BACKGROUND}", f"{MARKET} {BACKGROUND}", FLOOD[:300])
    bodies = [body(str(at), text, outlet=str(at)) for at, text in enumerate(texts)]
    for a, b in combinations(bodies, 2):
        assert compare(a, b) == compare(b, a)


def test_keys_are_the_same_in_another_process() -> None:
    code = (
        "import sys; from tawatur.merge.copies import keys; from tawatur.merge.records import Body; "
        "print(*keys(Body(key='a', title=None, text=sys.argv[1], outlet=None, published=None)))"
    )
    done = subprocess.run([sys.executable, "-c", code, FLOOD], capture_output=True, text=True, check=True)
    assert tuple(done.stdout.split()) == keys(Body(key="z", title=None, text=FLOOD, outlet=None, published=None))


SOME = st.sampled_from(["غادر", "وصل", "قال", "نقل", "سقط", "جرح", "مدينة", "بلدة", "طريق", "جسر"])
WORDS = st.lists(SOME, max_size=60).map(" ".join)


@given(WORDS, WORDS)
def test_runs_hold_the_same_words_and_each_word_once(one: str, other: str) -> None:
    a, b = worded(one), worded(other)
    found = runs(a, b)
    for run in found:
        assert a.forms[run.a : run.a + run.length] == b.forms[run.b : run.b + run.length]
    for side in ("a", "b"):
        taken = [getattr(run, side) + at for run in found for at in range(run.length)]
        assert len(taken) == len(set(taken))


@given(
    st.lists(SOME, min_size=25, max_size=60).map(" ".join),
    st.lists(st.sampled_from(["نهر", "جبل", "واد", "سهل"]), max_size=30),
    st.lists(st.sampled_from(["نهر", "جبل"]), max_size=30),
)
def test_any_25_words_in_a_row_share_a_key(shared: str, before: list[str], after: list[str]) -> None:
    a = body("a", " ".join([*before, shared]))
    b = body("b", " ".join([shared, *after]), outlet="ب")
    assert meets(a, b)
