"""Words that look like times and are none."""

from __future__ import annotations

import pytest

from tawatur.times import find_times

from .cases import FRIDAY

NOT_TIMES = (
    ("nobody", "لا أحد يعرف مكانه"),
    ("one of", "أصيب أحد المسلحين"),
    ("a market named after a day", "قصفوا سوق الجمعة"),
    ("a man's name", "قال أبو خميس"),
    ("a secretary general", "قال الأمين العام الحالي للمنظمة"),
    ("in general", "تراجعت بشكل عام"),
    ("public opinion", "خاطب الرأي العام المقبل على الاقتراع"),
    ("practised", "مارس ضغوطا على الحكومة"),
    ("a surname", "قالت تيريزا ماي"),
    ("a town", "في محافظة إب"),
    ("an application", "رسالة عبر واتس آب"),
    ("returned", "آب المقاتلون إلى قراهم"),
    ("a car", "سيارة نيسان بيضاء"),
    ("a president", "الرئيس رجب طيب أردوغان"),
    ("a newspaper", "نشرت صحيفة اليوم السابع"),
    ("a channel", "نقلت روسيا اليوم"),
    ("an age", "يبلغ من العمر ثلاثة أشهر"),
    ("an age in years", "رجل في الـ47 عاما"),
    ("an age in decades", "في الثمانينات من عمره"),
    ("a score", "فاز 4-2 في المباراة"),
    ("a fraction", "نحو 1/4 من السكان"),
    ("a unit's number", "الوحدة 23/45"),
    ("a revolution", "ثورة 25 يناير"),
    ("an alliance", "قوى 14 آذار"),
    ("a town named after a day", "مدينة 6 أكتوبر"),
    ("a count like a year", "قتل 2014 مقاتلا"),
    ("a count after «في»", "في 2014 موقعا"),
    ("an hour of nobody", "حانت الساعة"),
    ("blew himself up", "فجر انتحاري نفسه"),
    ("through", "من خلال ممر آمن"),
    ("on the part of", "من قبل المحكمة"),
    ("even", "حتى المدنيون قتلوا"),
)


@pytest.mark.parametrize("text", [text for _, text in NOT_TIMES], ids=[why for why, _ in NOT_TIMES])
def test_is_no_time(text: str) -> None:
    assert find_times(text, published=FRIDAY) == ()
