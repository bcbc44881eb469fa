"""Days by name and by counting, with the direction that verbs give them."""

from __future__ import annotations

from datetime import date

import pytest

from .cases import Case, expected, first_time, told

SATURDAY = date(2017, 10, 28)

CASES = (
    Case("a bare weekday looks back", "أعلن الجيش الخميس", "الخميس", "2017-10-26", "2017-10-26", facing="past"),
    Case(
        "the day of publication is included", "أعلن الجيش الجمعة", "الجمعة", "2017-10-27", "2017-10-27", facing="past"
    ),
    Case(
        "the farthest it looks back is six days", "أعلن الجيش السبت", "السبت", "2017-10-21", "2017-10-21", facing="past"
    ),
    Case("a verb of the future turns it", "يلتقي الوزيران الأحد", "الأحد", "2017-10-29", "2017-10-29", facing="future"),
    Case("today may still be to come", "يلتقي الوزيران الجمعة", "الجمعة", "2017-10-27", "2017-10-27", facing="future"),
    Case(
        "yesterday's name is never next week's",
        "سيعلن لاحقا ما قاله الخميس",
        "الخميس",
        "2017-10-26",
        "2017-10-26",
        facing="future",
    ),
    Case("tomorrow's name without any verb is tomorrow", "مؤتمر صحافي السبت", "السبت", "2017-10-28", "2017-10-28"),
    Case("the other days without any verb look back", "مؤتمر صحافي الأحد", "الأحد", "2017-10-22", "2017-10-22"),
    Case("«الماضي» excludes today", "قتل الجمعة الماضي", "الجمعة الماضي", "2017-10-20", "2017-10-20", facing="past"),
    Case(
        "«المقبل» beats a past verb",
        "قررت عقده الأحد المقبل",
        "الأحد المقبل",
        "2017-10-29",
        "2017-10-29",
        facing="past",
    ),
    Case("«القادم» excludes today", "يعقد الجمعة القادم", "الجمعة القادم", "2017-11-03", "2017-11-03", facing="future"),
    Case(
        "the one before the last",
        "وقع الخميس قبل الماضي",
        "الخميس قبل الماضي",
        "2017-10-19",
        "2017-10-19",
        facing="past",
    ),
    Case("«يوم» belongs to it", "وقع يوم الخميس", "يوم الخميس", "2017-10-26", "2017-10-26", facing="past"),
    Case("one expression, not two", "وقع أمس الخميس", "أمس الخميس", "2017-10-26", "2017-10-26", facing="past"),
    Case(
        "the name beats the counting when a report is late",
        "وقع أمس الخميس",
        "أمس الخميس",
        "2017-10-26",
        "2017-10-26",
        facing="past",
        published=SATURDAY,
    ),
    Case(
        "with a comma between", "وقع أمس، الخميس، في المدينة", "أمس، الخميس", "2017-10-26", "2017-10-26", facing="past"
    ),
    Case(
        "a bracket is closed",
        "وقع اليوم (الجمعة) في المدينة",
        "اليوم (الجمعة)",
        "2017-10-27",
        "2017-10-27",
        facing="past",
    ),
    Case("yesterday", "وصل أمس", "أمس", "2017-10-26", "2017-10-26", facing="past"),
    Case("the day before", "وصل أول من أمس", "أول من أمس", "2017-10-25", "2017-10-25", facing="past"),
    Case("the same in other words", "وصل أمس الأول", "أمس الأول", "2017-10-25", "2017-10-25", facing="past"),
    Case("tomorrow", "سيصل غدا", "غدا", "2017-10-28", "2017-10-28", facing="future"),
    Case("the day after", "سيصل بعد غد", "بعد غد", "2017-10-29", "2017-10-29", facing="future"),
    Case("now is the day of publication", "يسيطر الآن على البلدة", "الآن", "2017-10-27", "2017-10-27"),
    Case("a part of a named day", "قصف فجر السبت", "فجر السبت", "2017-10-21", "2017-10-21", "part", facing="past"),
    Case("a part after the day", "قصف الخميس فجرا", "الخميس فجرا", "2017-10-26", "2017-10-26", "part", facing="past"),
    Case(
        "after noon is no «after»",
        "قصف بعد ظهر الخميس",
        "بعد ظهر الخميس",
        "2017-10-26",
        "2017-10-26",
        "part",
        facing="past",
    ),
    Case(
        "a night between two days",
        "قصف ليل الأربعاء الخميس",
        "ليل الأربعاء الخميس",
        "2017-10-25",
        "2017-10-26",
        "part",
        facing="past",
    ),
    Case(
        "the same with a stroke",
        "قصف ليل الأربعاء/الخميس",
        "ليل الأربعاء/الخميس",
        "2017-10-25",
        "2017-10-26",
        "part",
        facing="past",
    ),
    Case(
        "the same with «إلى»",
        "قصف ليل الأربعاء إلى الخميس",
        "ليل الأربعاء إلى الخميس",
        "2017-10-25",
        "2017-10-26",
        "part",
        facing="past",
    ),
    Case("last night", "قصف الليلة الماضية", "الليلة الماضية", "2017-10-26", "2017-10-26", "part", facing="past"),
    Case(
        "part, counting and name",
        "قصف مساء أمس الخميس",
        "مساء أمس الخميس",
        "2017-10-26",
        "2017-10-26",
        "part",
        facing="past",
    ),
    Case(
        "a week told after the day",
        "سيعود الأربعاء من الأسبوع المقبل",
        "الأربعاء من الأسبوع المقبل",
        "2017-11-01",
        "2017-11-01",
        facing="future",
    ),
    Case(
        "two days as one interval",
        "تظاهروا يومي الأربعاء والخميس",
        "يومي الأربعاء والخميس",
        "2017-10-25",
        "2017-10-26",
        facing="past",
    ),
    Case(
        "three days as one interval",
        "تظاهروا أيام الثلاثاء والأربعاء والخميس",
        "أيام الثلاثاء والأربعاء والخميس",
        "2017-10-24",
        "2017-10-26",
        facing="past",
    ),
    Case(
        "a range of weekdays stays in one week",
        "توقف من الاثنين إلى الأربعاء",
        "من الاثنين إلى الأربعاء",
        "2017-10-23",
        "2017-10-25",
        facing="past",
    ),
    Case(
        "the same ahead",
        "سيزورها من الاثنين إلى الأربعاء",
        "من الاثنين إلى الأربعاء",
        "2017-10-30",
        "2017-11-01",
        facing="future",
    ),
    Case(
        "the second Sunday of a month",
        "انتخب في الأحد الثاني من أيار 2016",
        "الأحد الثاني من أيار 2016",
        "2016-05-08",
        "2016-05-08",
        anchor="text",
    ),
    Case(
        "the last of a series is no «last week's»",
        "أصيب في الجمعة الأخيرة من الاحتجاجات",
        "الجمعة",
        "2017-10-27",
        "2017-10-27",
        facing="past",
    ),
    Case(
        "nothing fixes it without a publication date",
        "أعلن الخميس",
        "الخميس",
        anchor="none",
        facing="past",
        published=None,
    ),
    Case("nor this", "وصل أمس", "أمس", anchor="none", facing="past", published=None),
    Case("a prefixed «و» is left out", "والخميس أعلن", "الخميس", "2017-10-26", "2017-10-26"),
    Case("vowel marks do not matter", "يومَ الخَمِيسِ", "يومَ الخَمِيسِ", "2017-10-26", "2017-10-26"),
    Case("before yesterday", "وصل قبل البارحة", "قبل البارحة", "2017-10-25", "2017-10-25"),
    Case("the coming day", "سيصل في اليوم المقبل", "اليوم المقبل", "2017-10-28", "2017-10-28", facing="future"),
    Case("a day of the month in words", "وصل يوم الثاني والعشرين", "يوم الثاني والعشرين", "2017-10-22", "2017-10-22"),
    Case("with its weekday", "وصل الأحد الخامس عشر", "الأحد الخامس عشر", "2017-10-15", "2017-10-15"),
    Case("the twelfth Friday is no date", "تظاهروا الجمعة الثانية عشرة", "الجمعة", "2017-10-27", "2017-10-27"),
    Case(
        "a bare day after a past verb is not to come", "وصل يوم 30", "يوم 30", "2017-09-30", "2017-09-30", facing="past"
    ),
    Case(
        "a week told before the day",
        "الأسبوع المقبل يوم الأربعاء",
        "الأسبوع المقبل يوم الأربعاء",
        "2017-11-01",
        "2017-11-01",
    ),
    Case("the same with «هذا»", "هذا الأسبوع يوم الثلاثاء", "هذا الأسبوع يوم الثلاثاء", "2017-10-24", "2017-10-24"),
    Case("the last of a month", "آخر جمعة في شهر رمضان", "آخر جمعة في شهر رمضان", "2017-06-23", "2017-06-23"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_day(case: Case) -> None:
    assert told(first_time(case)) == expected(case)
