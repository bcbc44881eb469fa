"""Amounts, open intervals, durations and hours."""

from __future__ import annotations

import pytest

from .cases import Case, expected, first_time, told

CASES = (
    Case("days ago", "وقع قبل ثلاثة أيام", "قبل ثلاثة أيام", "2017-10-24", "2017-10-24", facing="past"),
    Case(
        "a year and a half ago", "وقع قبل عام ونصف", "قبل عام ونصف", "2016-04-27", "2016-04-27", "month", facing="past"
    ),
    Case("a few days are three to ten", "وقع قبل أيام", "قبل أيام", "2017-10-17", "2017-10-24", facing="past"),
    Case("since weeks ago", "يحاصرونها منذ أسبوعين", "منذ أسبوعين", "2017-10-13", "2017-10-27", "week"),
    Case("since a year, up to publication", "يسيطر منذ 2014", "منذ 2014", "2014-01-01", "2017-10-27", "year", "text"),
    Case(
        "since looks back whatever the verb",
        "ستبقى كما هي منذ الأحد",
        "منذ الأحد",
        "2017-10-22",
        "2017-10-27",
        facing="future",
    ),
    Case("from a day on", "سيطبق اعتبارا من الأحد", "اعتبارا من الأحد", "2017-10-29", None, facing="future"),
    Case(
        "since an event with its date",
        "قتلوا منذ بدء الاحتجاجات في 30 مارس",
        "منذ بدء الاحتجاجات في 30 مارس",
        "2017-03-30",
        "2017-10-27",
    ),
    Case(
        "since one day until another",
        "قصفوها منذ الأربعاء حتى الخميس",
        "منذ الأربعاء حتى الخميس",
        "2017-10-25",
        "2017-10-26",
        facing="past",
    ),
    Case("in two days", "سيعود بعد يومين", "بعد يومين", "2017-10-29", "2017-10-29", facing="future"),
    Case("two days after what was told", "عثر عليه بعد يومين", "بعد يومين", anchor="none", facing="past"),
    Case(
        "two days before an event", "وصل قبل يومين من الهجوم", "قبل يومين", grain="period", anchor="none", facing="past"
    ),
    Case(
        "the last three days",
        "قتلوا خلال الأيام الثلاثة الماضية",
        "خلال الأيام الثلاثة الماضية",
        "2017-10-24",
        "2017-10-27",
    ),
    Case("the coming hours", "خلال الـ24 ساعة المقبلة", "خلال الـ24 ساعة المقبلة", "2017-10-27", "2017-10-28"),
    Case("within hours, ahead", "سيخرجون خلال 48 ساعة", "خلال 48 ساعة", "2017-10-27", "2017-10-29", facing="future"),
    Case(
        "within hours, past: a duration",
        "سيطروا عليها خلال 48 ساعة",
        "خلال 48 ساعة",
        grain="period",
        anchor="none",
        facing="past",
    ),
    Case("last week is Sunday to Saturday", "وقع الأسبوع الماضي", "الأسبوع الماضي", "2017-10-15", "2017-10-21", "week"),
    Case("the weekend before", "اتخذ في نهاية الأسبوع", "نهاية الأسبوع", "2017-10-21", "2017-10-22", facing="past"),
    Case("this month", "خلال الشهر الحالي", "خلال الشهر الحالي", "2017-10-01", "2017-10-31", "month"),
    Case("until the end of the year", "يستمر حتى نهاية العام", "حتى نهاية العام", None, "2017-12-31", "year"),
    Case("before a year", "قبل عام 2003", "قبل عام 2003", None, "2002-12-31", "year", "text"),
    Case("after a year counts it", "بعد عام 2003", "بعد عام 2003", "2003-01-01", None, "year", "text"),
    Case("after a day does not", "بعد الخميس", "بعد الخميس", "2017-10-27", None, facing="past"),
    Case("before an event", "كانت هناك قبل سقوط الموصل", "قبل سقوط الموصل", grain="period", anchor="none"),
    Case(
        "a stretch before an event",
        "في الفترة التي سبقت معركة سرت",
        "الفترة التي سبقت معركة سرت",
        grain="period",
        anchor="none",
    ),
    Case("a duration", "هدنة لمدة ثلاثة أيام", "لمدة ثلاثة أيام", grain="period", anchor="none"),
    Case("a duration without its word", "بعد عناء ثلاثة أيام من القتال", "ثلاثة أيام", grain="period", anchor="none"),
    Case("the day told before", "في اليوم التالي", "اليوم التالي", anchor="none"),
    Case(
        "an hour of a day",
        "الساعة 10:30 من صباح الخميس",
        "الساعة 10:30 من صباح الخميس",
        "2017-10-26T10:30",
        "2017-10-26T10:30",
        "minute",
        facing="past",
    ),
    Case(
        "an evening hour in words",
        "عند الساعة الثالثة والنصف من مساء أمس",
        "الساعة الثالثة والنصف من مساء أمس",
        "2017-10-26T15:30",
        "2017-10-26T15:30",
        "minute",
    ),
    Case("an hour without a day", "الساعة الثالثة فجرا", "الساعة الثالثة فجرا", grain="hour", anchor="none"),
    Case(
        "an hour in two zones",
        "الساعة 10:30 (08:30 ت غ) يوم الخميس",
        "الساعة 10:30 (08:30 ت غ) يوم الخميس",
        "2017-10-26T10:30",
        "2017-10-26T10:30",
        "minute",
        facing="past",
    ),
    Case(
        "nothing relative without a publication date",
        "وقع قبل ثلاثة أيام",
        "قبل ثلاثة أيام",
        anchor="none",
        published=None,
    ),
    Case(
        "an open interval whose start is told",
        "يسيطر منذ 2014",
        "منذ 2014",
        "2014-01-01",
        None,
        "year",
        "text",
        published=None,
    ),
    Case("an amount after a day", "سيعود بعد أسبوع من الغد", "بعد أسبوع من الغد", "2017-11-04", "2017-11-04"),
    Case("an amount before a day", "وصل قبل يومين من الخميس", "قبل يومين من الخميس", "2017-10-24", "2017-10-24"),
    Case("until an hour", "أغلق حتى الساعة 10:30", "حتى الساعة 10:30", grain="minute", anchor="none"),
    Case(
        "before an hour of a day",
        "قبل الساعة 10:30 من صباح الخميس",
        "قبل الساعة 10:30 من صباح الخميس",
        None,
        "2017-10-26T10:30",
        "minute",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_span(case: Case) -> None:
    assert told(first_time(case)) == expected(case)
