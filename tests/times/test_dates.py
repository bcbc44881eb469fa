"""Dates, months, years and what lies between them."""

from __future__ import annotations

import pytest

from .cases import Case, expected, first_time, told

CASES = (
    Case(
        "Egyptian name with year", "وقع في 26 أكتوبر 2017", "26 أكتوبر 2017", "2017-10-26", "2017-10-26", anchor="text"
    ),
    Case("Levantine name", "وقع في 15 تموز 2014", "15 تموز 2014", "2014-07-15", "2014-07-15", anchor="text"),
    Case("Maghrebi name", "وقع في 15 جويلية 2014", "15 جويلية 2014", "2014-07-15", "2014-07-15", anchor="text"),
    Case(
        "a name of two words",
        "وقع في 3 كانون الثاني 2016",
        "3 كانون الثاني 2016",
        "2016-01-03",
        "2016-01-03",
        anchor="text",
    ),
    Case(
        "doubled with a stroke and a blank",
        "وقع في 30 يونيو/ حزيران 2015",
        "30 يونيو/ حزيران 2015",
        "2015-06-30",
        "2015-06-30",
        anchor="text",
    ),
    Case(
        "doubled in brackets",
        "وقع في 30 يناير (كانون الثاني) 2015",
        "30 يناير (كانون الثاني) 2015",
        "2015-01-30",
        "2015-01-30",
        anchor="text",
    ),
    Case("Arabic-Indic digits", "وقع في ١٥ تموز ٢٠١٤", "١٥ تموز ٢٠١٤", "2014-07-15", "2014-07-15", anchor="text"),
    Case(
        "day in words",
        "وقع في السادس والعشرين من أكتوبر 2017",
        "السادس والعشرين من أكتوبر 2017",
        "2017-10-26",
        "2017-10-26",
        anchor="text",
    ),
    Case(
        "«الـ» before digits",
        "وقع في الـ15 من تموز 2014",
        "الـ15 من تموز 2014",
        "2014-07-15",
        "2014-07-15",
        anchor="text",
    ),
    Case(
        "year after «عام»",
        "وقع في 12 أيلول من عام 1943",
        "12 أيلول من عام 1943",
        "1943-09-12",
        "1943-09-12",
        anchor="text",
    ),
    Case("without year: the last one", "أعلن في 12 مايو", "12 مايو", "2017-05-12", "2017-05-12", facing="past"),
    Case(
        "without year: the next one", "سيجتمعون في 12 ديسمبر", "12 ديسمبر", "2017-12-12", "2017-12-12", facing="future"
    ),
    Case(
        "too far ahead to be the next one",
        "سيكشف ما جرى في 12 سبتمبر",
        "12 سبتمبر",
        "2017-09-12",
        "2017-09-12",
        facing="future",
    ),
    Case(
        "the weekday chooses the year",
        "أعلن الاثنين 30 أكتوبر",
        "الاثنين 30 أكتوبر",
        "2017-10-30",
        "2017-10-30",
        facing="past",
    ),
    Case(
        "weekday with date in brackets",
        "قتل الخميس (26 تشرين الأول/أكتوبر)",
        "الخميس (26 تشرين الأول/أكتوبر)",
        "2017-10-26",
        "2017-10-26",
        facing="past",
    ),
    Case("«الماضي» after a date", "وقع في 30 مايو الماضي", "30 مايو الماضي", "2017-05-30", "2017-05-30", facing="past"),
    Case(
        "«الجاري» keeps the year, ahead too",
        "وقع في 30 أكتوبر الجاري",
        "30 أكتوبر الجاري",
        "2017-10-30",
        "2017-10-30",
        facing="past",
    ),
    Case(
        "of last year",
        "وقع في 3 مايو من العام الماضي",
        "3 مايو من العام الماضي",
        "2016-05-03",
        "2016-05-03",
        facing="past",
    ),
    Case(
        "a day of the present month",
        "وقع في العاشر من الشهر الجاري",
        "العاشر من الشهر الجاري",
        "2017-10-10",
        "2017-10-10",
        facing="past",
    ),
    Case("days of a month", "عقدت في 3 و7 مايو 2014", "3 و7 مايو 2014", "2014-05-03", "2014-05-07", anchor="text"),
    Case("with «بين»", "عقدت بين 3 و7 مايو 2014", "بين 3 و7 مايو 2014", "2014-05-03", "2014-05-07", anchor="text"),
    Case("every year is no day", "تحتفل به في 18 مارس من كل عام", "18 مارس من كل عام", anchor="none"),
    Case("digits, day first", "بتاريخ 15/7/2018", "بتاريخ 15/7/2018", "2018-07-15", "2018-07-15", anchor="text"),
    Case("digits, year first", "وقع 2016/02/22", "2016/02/22", "2016-02-22", "2016-02-22", anchor="text"),
    Case("digits with hyphens", "وقع 15-7-2018", "15-7-2018", "2018-07-15", "2018-07-15", anchor="text"),
    Case("a dateline", "بغداد ١٥ - ٧ (اف ب) -", "١٥ - ٧", "2017-07-15", "2017-07-15"),
    Case("two-digit year that is not to come", "وقع 16/04/21", "16/04/21", "2016-04-21", "2016-04-21", anchor="text"),
    Case("Hijri date", "في 12 رمضان 1436", "12 رمضان 1436", "2015-06-29", "2015-06-29", anchor="text"),
    Case("Hijri year", "سنة 1436هـ", "سنة 1436هـ", "2014-10-25", "2015-10-13", "year", "text"),
    Case("last Ramadan", "هاجموا في رمضان الماضي", "رمضان الماضي", "2017-05-27", "2017-06-24", "month"),
    Case(
        "month and year",
        "في أكتوبر/تشرين الأول 2013",
        "أكتوبر/تشرين الأول 2013",
        "2013-10-01",
        "2013-10-31",
        "month",
        "text",
    ),
    Case(
        "month alone: the last one", "بدأت في آب/أغسطس", "آب/أغسطس", "2017-08-01", "2017-08-31", "month", facing="past"
    ),
    Case("month with «المقبل»", "في مارس المقبل", "مارس المقبل", "2018-03-01", "2018-03-31", "month"),
    Case(
        "two months",
        "خلال شهري مايو ويونيو 2014",
        "خلال شهري مايو ويونيو 2014",
        "2014-05-01",
        "2014-06-30",
        "month",
        "text",
    ),
    Case(
        "months with a shared year",
        "بين مايو ويوليو 2014",
        "بين مايو ويوليو 2014",
        "2014-05-01",
        "2014-07-31",
        "month",
        "text",
    ),
    Case("a year", "في عام 2014", "عام 2014", "2014-01-01", "2014-12-31", "year", "text"),
    Case(
        "a year in words", "في عام ألفين وأربعة عشر", "عام ألفين وأربعة عشر", "2014-01-01", "2014-12-31", "year", "text"
    ),
    Case("a bare year", "اندلعت في 2011", "2011", "2011-01-01", "2011-12-31", "year", "text"),
    Case("a range of years", "تولى المنصب (2014-2017)", "2014-2017", "2014-01-01", "2017-12-31", "year", "text"),
    Case("two years", "بين عامي 2014 و2017", "بين عامي 2014 و2017", "2014-01-01", "2017-12-31", "year", "text"),
    Case("last year", "في العام الماضي", "العام الماضي", "2016-01-01", "2016-12-31", "year"),
    Case("this year", "قتل هذا العام", "هذا العام", "2017-01-01", "2017-12-31", "year"),
    Case("a season", "في صيف 2014", "صيف 2014", "2014-06-01", "2014-08-31", "season", "text"),
    Case("last spring", "في الربيع الماضي", "الربيع الماضي", "2017-03-01", "2017-05-31", "season"),
    Case(
        "a decade of a century",
        "في ثمانينات القرن الماضي",
        "ثمانينات القرن الماضي",
        "1980-01-01",
        "1989-12-31",
        "period",
    ),
    Case("a decade alone", "في التسعينيات", "التسعينيات", "1990-01-01", "1999-12-31", "period", "text"),
    Case(
        "a third of a month",
        "في أواخر أيلول/سبتمبر 2015",
        "أواخر أيلول/سبتمبر 2015",
        "2015-09-21",
        "2015-09-30",
        "month",
        "text",
    ),
    Case("a third of a year", "مطلع العام الجاري", "مطلع العام الجاري", "2017-01-01", "2017-04-30", "year"),
    Case(
        "an absolute date needs no publication date",
        "وقع في 26 أكتوبر 2017",
        "26 أكتوبر 2017",
        "2017-10-26",
        "2017-10-26",
        anchor="text",
        published=None,
    ),
    Case("a date without year does", "وقع في 26 أكتوبر", "26 أكتوبر", anchor="none", published=None),
    Case("31 November is no day", "وقع في 31 نوفمبر 2016", "31 نوفمبر 2016", anchor="none"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_date(case: Case) -> None:
    assert told(first_time(case)) == expected(case)
