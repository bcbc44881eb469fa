"""What is a place expression, what is none, and where it begins and ends."""

from __future__ import annotations

import pytest

from tawatur.analyser.records import Analysis, Name, Word
from tawatur.places import PlaceMention, find_places, load_gazetteer


def mentions(text: str, analyses: tuple[Analysis, ...] = ()) -> dict[str, PlaceMention]:
    found = find_places(text, analyses=analyses, gazetteer=load_gazetteer())
    by_words: dict[str, PlaceMention] = {}
    for mention in found:
        by_words.setdefault(text[slice(*mention.span)], mention)
    return by_words


# sentence, the outermost expressions in it
OUTERMOST = (
    # type word, adjective after it, proclitics
    ("عبروا إلى مدينة البوكمال وحقل العمر النفطي", {"مدينة البوكمال", "حقل العمر النفطي"}),
    ("للقائم أهمية كبيرة عند الحكومة ولبنان كذلك", {"لقائم", "لبنان"}),
    # derived areas with the noun they describe
    ("انسحبوا من قاعدة على بعد 45 كيلومترا من البوكمال", {"قاعدة على بعد 45 كيلومترا من البوكمال"}),
    ("قصفوا ريف دير الزور الجنوبي", {"ريف دير الزور الجنوبي"}),
    ("تجمعوا في منطقة على الحدود بين ليبيا وتونس", {"منطقة على الحدود بين ليبيا وتونس"}),
    ("عبروا الحدود السورية العراقية ليلا", {"الحدود السورية العراقية"}),
    ("انتقلوا إلى بلدات في العمق السوري", {"بلدات", "العمق السوري"}),
    ("غرق قارب قبالة سواحل ليبيا", {"قبالة سواحل ليبيا"}),
    ("تقدموا في أحياء غرب الموصل", {"أحياء غرب الموصل"}),
    ("انتشروا في محيط مدينة الباب", {"محيط مدينة الباب"}),
    ("اشتبكوا على الطريق بين حمص وتدمر", {"الطريق بين حمص وتدمر"}),
    ("سيطروا على قرى في ريفي إدلب وحماة", {"قرى", "ريفي إدلب", "حماة"}),
    ("وصلوا إلى العاصمة السورية دمشق", {"العاصمة السورية دمشق"}),
    ("قتلوا في جنوب البلاد", {"جنوب البلاد"}),
    # two names after a dual
    ("في محافظتي دير الزور والحسكة", {"محافظتي دير الزور", "الحسكة"}),
    # unknown name after its type word
    ("دخلوا قرية المحسنية صباحا", {"قرية المحسنية"}),
    # nominal
    ("سيطروا على محطة ضخ نفطي وتركوا المدينة", {"محطة ضخ نفطي", "المدينة"}),
    ("خسروا أراضيهم في البلدين وبقوا في تلك المنطقة", {"البلدين", "تلك المنطقة"}),
)

NO_PLACE = (
    "قال الآن إن صور الأقمار تظهر ذلك",  # الآن and صور are towns too
    "وصل الخميس وغادر الجمعة والأحد",  # days
    "دوما ما يعود إليه ويتحدث عنه",  # دوما and عنه
    "فتح الباب ثم جلس",  # الباب
    "سرت شائعة في السوق",  # سوق: سرت is a verb here
    "الجيش السوري وحلفاؤه هاجموا الليلة الماضية",  # an adjective of origin is no place
    "القائم بأعمال السفير",  # chargé d'affaires
    "أعلن علي حسن ذلك في مارس",  # given names, a month
)


@pytest.mark.parametrize(("text", "expected"), OUTERMOST, ids=[row[0] for row in OUTERMOST])
def test_outermost_expressions(text: str, expected: set[str]) -> None:
    found = {words for words, mention in mentions(text).items() if mention.outer is None}
    assert found == expected


@pytest.mark.parametrize("text", [text for text in NO_PLACE if not text.startswith("سرت")])
def test_no_place(text: str) -> None:
    assert not [words for words, mention in mentions(text).items() if not mention.nominal]


def test_the_analyser_makes_a_common_word_a_place() -> None:
    text = "قصفت الطائرات صور فجرا"
    start = text.index("صور")
    named = Analysis(
        span=(0, len(text)),
        words=(),
        names=(Name(span=(start, start + 3), type="place", score=0.9),),
        speech=(),
    )
    assert "صور" in mentions(text, (named,))


def test_the_analyser_makes_a_town_a_person() -> None:
    text = "التقى الوزير حلب أمس"
    start = text.index("حلب")
    person = Analysis(
        span=(0, len(text)),
        words=(),
        names=(Name(span=(start, start + 3), type="person", score=0.9),),
        speech=(),
    )
    assert "حلب" not in mentions(text, (person,))


def test_a_name_of_another_sort_around_it_is_told() -> None:
    text = "قال باحثون في جامعة دمشق ذلك"
    start = text.index("جامعة")
    university = Analysis(
        span=(0, len(text)),
        words=(),
        names=(Name(span=(start, start + 10), type="organisation", score=0.9),),
        speech=(),
    )
    found = mentions(text, (university,))
    assert all(mention.inside == "organisation" for mention in found.values() if mention.candidates)


def test_unknown_place_of_the_analyser_is_kept() -> None:
    text = "هاجموا بلدة تل زعفران ليلا"
    start = text.index("تل")
    named = Analysis(
        span=(0, len(text)), words=(), names=(Name(span=(start, start + 9), type="place", score=0.9),), speech=()
    )
    assert "بلدة تل زعفران" in mentions(text, (named,))
    alone = "هاجموا زعفرانية ليلا"
    start = alone.index("زعفرانية")
    named = Analysis(
        span=(0, len(alone)), words=(), names=(Name(span=(start, start + 8), type="place", score=0.9),), speech=()
    )
    assert mentions(alone, (named,))["زعفرانية"].candidates == ()


def test_relation_of_a_distance_to_a_pronoun() -> None:
    text = "وصلوا إلى المدينة ثم انسحبوا نحو قاعدة على بعد 45 كيلومترا منها"
    found = mentions(text)
    base = found["قاعدة على بعد 45 كيلومترا منها"]
    assert base.relation is not None
    assert base.relation.km == 45
    assert base.kind == "airbase"
    assert found["ها"].kind == "pronoun"


def test_a_day_that_the_tagger_calls_a_proper_noun_is_no_place() -> None:
    text = "انتزعوه يوم الأحد"
    start = text.index("الأحد")
    word = Word(span=(start, start + 5), text="الأحد", token=2, lemma=None, upos="PROPN", head=-1, deprel="root")
    tagged = Analysis(span=(0, len(text)), words=(word,), names=(), speech=())
    assert not mentions(text, (tagged,))


def test_proper_nouns_of_the_tagger() -> None:
    text = "غادروا سراقب أمس"
    start = text.index("سراقب")
    word = Word(span=(start, start + 5), text="سراقب", token=1, lemma=None, upos="PROPN", head=-1, deprel="root")
    tagged = Analysis(span=(0, len(text)), words=(word,), names=(), speech=())
    assert "سراقب" in mentions(text, (tagged,))
