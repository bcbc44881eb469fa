"""Times that count from another time of the same sentence."""

from __future__ import annotations

import pytest

from tawatur.times import find_times

from .cases import FRIDAY

LAST_TIMES = (
    ("the next day", "سقطت البلدة في 3 مايو 2016 واستعيدت في اليوم التالي", "2016-05-04", "2016-05-04"),
    ("the same day", "هاجموا القاعدة الأربعاء وانسحبوا في اليوم نفسه", "2017-10-25", "2017-10-25"),
    ("that year", "أغلق المعبر عام 2013 ولم يفتح في تلك السنة", "2013-01-01", "2013-12-31"),
    ("the next month", "اتفقا في يونيو 2015 وأعلنا الهدنة في الشهر التالي", "2015-07-01", "2015-07-31"),
    ("a year of a date without year", "في 3 مايو الماضي ومن العام نفسه", None, None),
    (
        "a day of another year leaves the year",
        "وقع في 3 مايو 2016 وفي نفس اليوم من عام 1999",
        "1999-01-01",
        "1999-12-31",
    ),
    ("the next day of a month", "وقع ذلك في مايو 2016 وفي اليوم التالي", None, None),
    ("years after it", "تسلموا السجن عام 2006 وأغلق بعد ذلك بثماني سنوات", "2014-01-01", "2014-12-31"),
    ("a day before it", "بدأت الدوريات الخميس وأعلن عنها قبل ذلك بيوم", "2017-10-25", "2017-10-25"),
    ("days after an unknown day", "وأعلن عن ذلك بعد ذلك بيومين", None, None),
    ("an hour after its day", "انفجرت السيارة الخميس عند الساعة العاشرة", "2017-10-26T10:00", "2017-10-26T10:00"),
    ("a second hour", "وقع في الساعة 04:50 من فجر الخميس والساعة 05:05", "2017-10-26T05:05", "2017-10-26T05:05"),
    ("an hour after midnight", "من الساعة 22:30 من ليل الأربعاء ثم عاد الساعة 2:30", None, None),
    ("months of a story", "اتفقوا في مارس 2015 لتنتهي العملية في مايو", "2015-05-01", "2015-05-31"),
    ("days of a story", "اندلعت الاشتباكات عام 2012 وسقط الحي في 3 مايو", "2012-05-03", "2012-05-03"),
    ("a day just past is no story", "رفض طلبه عام 2012 وغادر في 20 أكتوبر", "2017-10-20", "2017-10-20"),
    ("the story has ended", "رفض طلبه عام 2012 وعاد أمس كما وعد في مايو", "2017-05-01", "2017-05-31"),
    ("since an earlier year", "يسيطرون منذ عام 2012 وتقدموا في مايو", "2017-05-01", "2017-05-31"),
    ("a verb of the future", "انتخب عام 2012 وسينتخب في ديسمبر", "2017-12-01", "2017-12-31"),
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"), [row[1:] for row in LAST_TIMES], ids=[why for why, *_ in LAST_TIMES]
)
def test_counts_from_the_sentence(text: str, earliest: str | None, latest: str | None) -> None:
    last = find_times(text, published=FRIDAY)[-1]
    assert (last.earliest, last.latest) == (earliest, latest)


def test_the_hour_before_its_day() -> None:
    first = find_times("عند الساعة 10:30 انفجرت السيارة أمس", published=FRIDAY)[0]
    assert first.earliest == "2017-10-26T10:30"
