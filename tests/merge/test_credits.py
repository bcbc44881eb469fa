"""Whose text a report says it is."""

from __future__ import annotations

import pytest

from tawatur.merge.credits import UNNAMED, credit_of, same_voice, voice

NEWS = "قال متحدث إن القافلة وصلت."


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        (f"القاهرة (رويترز) - {NEWS}", "reuters"),
        (f"بيروت 3 - 30 (أ ف ب) - {NEWS}", "afp"),
        (f"رويترز- بنغازي: {NEWS}", "reuters"),
        (f"المرفأ- وكالات: {NEWS}", UNNAMED),
        (f"عدن (نورس) - {NEWS}", "نورس"),  # an agency nobody listed, in a dateline
        (f"{NEWS}\n(أ ف ب)", "afp"),
        (f"{NEWS} (وكالات)\n\nوكان قد غادر أمس.", UNNAMED),
        (f"{NEWS}\nالمرفأ/ أ ف ب", "afp"),
        (f"{NEWS}\nأ ف ب/ رويترز", UNNAMED),  # two, and nobody says which
        (f"عدن (المرفأ) - {NEWS}", None),  # its own
        (f"عدن - {NEWS}", None),
        (f"طرابلس (ليبيا): {NEWS}", None),
        (f"قال الوزير لرويترز إن القافلة وصلت. {NEWS}", None),  # one teller's audience, not the text's
        (f"{NEWS} بحسب وكالة الأنباء الإيرانية (إرنا).", None),  # one claim's teller
        ("وصلت القافلة (شمال المدينة) - كما قيل - أمس.", None),
    ],
)
def test_credits(text: str, credited: str | None) -> None:
    assert credit_of(text, outlet="صحيفة المرفأ") == credited


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("وكالة رويترز", "Reuters", True),
        ("وكالة سنابل الرسمية", "سنابل", True),
        ("وكالة القرن للأنباء", "القرن", True),
        ("skynews", "سكاي نيوز عربية", True),
        ("صحيفة المرفأ", "صحيفة الشاطئ", False),
        ("وكالات", "رويترز", False),
        ("وكالات", "صحيفة وكالات", True),
    ],
)
def test_one_outlet_under_several_names(a: str, b: str, *, one: bool) -> None:
    assert same_voice(voice(a), voice(b)) == one


def test_an_unknown_outlet_is_nobody() -> None:
    assert voice(None) is None
    assert not same_voice(None, None)
