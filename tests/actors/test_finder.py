"""Own sentences about invented happenings: which words are found, and whom they mean. Words alone, no analyser."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.actors import ActorMention, find_actors, load_actors


def found(text: str) -> tuple[ActorMention, ...]:
    return find_actors(text, analyses=(), lexicon=load_actors())


def words(text: str, mention: ActorMention) -> str:
    return text[mention.span[0] : mention.span[1]]


def meant(mention: ActorMention) -> str:
    """The entity, "a + b" for the members of a composite, "?a" for a candidate, "-" for unknown."""
    if mention.entity is not None:
        return mention.entity.id
    if mention.members:
        return " + ".join(entity.id for entity in mention.members)
    return "".join(f"?{entity.id}" for entity in mention.candidates) or "-"


NAMES = [
    # a name by itself
    ("دخل الجيش السوري البلدة فجرا", [("الجيش السوري", "syria.army")]),
    ("انسحبت قوات سوريا الديمقراطية من الحقل", [("قوات سوريا الديمقراطية", "sdf")]),
    ("أعلن الحشد الشعبي وصول تعزيزات", [("الحشد الشعبي", "pmf")]),
    ("نفت هيئة تحرير الشام الخبر", [("هيئة تحرير الشام", "hts")]),
    ("اشتبكت قوات الدعم السريع مع سكان القرية", [("قوات الدعم السريع", "rsf"), ("سكان", "-")]),
    # proclitics stay outside
    ("وقصفت طائرات مواقع لحزب الله", [("حزب الله", "hezbollah")]),
    ("بحسب المرصد السوري لحقوق الإنسان", [("المرصد السوري لحقوق الإنسان", "sohr")]),
    ("موقع للجيش اللبناني", [("لجيش اللبناني", "lebanon.army")]),
    ("وبالتحالف الدولي بقيادة الولايات المتحدة", [("التحالف الدولي بقيادة الولايات المتحدة", "us-coalition")]),
    # spelling: hamza, ى, ة, other transcription
    ("قال الاتحاد الافريقي إنه قلق", [("الاتحاد الافريقي", "african-union")]),
    ("الجيش الأميركي ينفي", [("الجيش الأميركي", "usa.army")]),
    ("قتل ستة من البشمركة", [("البشمركة", "peshmerga")]),
    # the case of a plural name
    ("هاجم الحوثيون نقطة تفتيش", [("الحوثيون", "houthis")]),
    ("صد الجيش اليمني هجوما من الحوثيين", [("الجيش اليمني", "yemen.army"), ("الحوثيين", "houthis")]),
    # quotation marks inside and around
    ('طرد مقاتلي تنظيم "الدولة الإسلامية" من القرية', [('مقاتلي تنظيم "الدولة الإسلامية"', "islamic-state")]),
    ('نقلت "رويترز" عن شاهد عيان', [("رويترز", "reuters"), ("شاهد عيان", "-")]),
    # short agency names only in brackets
    ("الرياض (واس) - وصل الوفد", [("الرياض", "?saudi-arabia.government"), ("واس", "spa-agency"), ("الوفد", "-")]),
    ("عسكري واع بالخطر", []),
    # loaded names keep their words and mean the neutral entity
    ("قصفت قوات الأسد الحي", [("قوات الأسد", "syria.army")]),
    ("ميليشيات الحوثي الانقلابية تقصف الحي", [("ميليشيات الحوثي الانقلابية", "houthis")]),
    ("جيش الاحتلال يقتحم المخيم", [("جيش الاحتلال", "israel.army")]),
    ("أسرت قسد خمسة مسلحين", [("قسد", "sdf"), ("خمسة مسلحين", "-")]),
    ("قوات حفتر تتقدم نحو المطار", [("قوات حفتر", "lna")]),
    # an adjective of its own country goes with the name
    ("حركة طالبان الأفغانية ترفض", [("حركة طالبان الأفغانية", "taliban")]),
    # weak names wait for context
    ("قال الجيش الحر إنه انسحب", [("الجيش الحر", "?fsa")]),
    # states, and capitals that stand for governments
    ("دعت فرنسا إلى هدنة", [("فرنسا", "france")]),
    ("رفضت موسكو الاقتراح", [("موسكو", "?russia.government")]),
]

NOUNS = [
    # noun and adjective of a state
    ("تقدمت القوات العراقية شرقا", [("القوات العراقية", "iraq.army")]),
    ("اعتقلت الشرطة السنغالية طالبا", [("الشرطة السنغالية", "senegal.police")]),
    ("قالت وزارة الصحة اليمنية", [("وزارة الصحة اليمنية", "yemen.health_ministry")]),
    ("مخابرات كوريا الشمالية تراقب", [("مخابرات كوريا الشمالية", "north-korea.intelligence")]),
    ("غرقت ثلاثة زوارق إيرانية", [("ثلاثة زوارق إيرانية", "iran.navy")]),
    # noun and government, or the person who heads it
    ("هاجمت قوات الحكومة السورية التل", [("قوات الحكومة السورية", "syria.army")]),
    ("هاجمت قوات الرئيس اليمني عبد ربه منصور هادي التل", [("قوات الرئيس اليمني عبد ربه منصور هادي", "yemen.army")]),
    # one noun, two owners
    ("القوات السورية والعراقية تنسق", [("القوات السورية والعراقية", "syria.army + iraq.army")]),
    # those of a body are the body
    ("قتل مسلحو حركة حماس أربعة", [("مسلحو حركة حماس", "hamas")]),
    ("استسلم عناصر من تنظيم الدولة", [("عناصر من تنظيم الدولة", "islamic-state")]),
    ("ميليشيات حزب الله اللبنانية انتشرت", [("ميليشيات حزب الله اللبنانية", "hezbollah")]),
    ("الإعلام الحربي لحزب الله بث صورا", [("الإعلام الحربي لحزب الله", "hezbollah.war-media")]),
    # bodies that the lexicon does not know
    ("الفصائل المدعومة من إيران تنتشر", [("الفصائل المدعومة من إيران", "-")]),
    ("مسلحون موالون لأنقرة أطلقوا النار", [("مسلحون موالون لأنقرة", "-")]),
    ('تبنت جماعة "صقور الوادي" التفجير', [('جماعة "صقور الوادي"', "-")]),
    ("لواء بقيادة الإمارات", [("لواء بقيادة الإمارات", "-")]),
    # weak nouns
    ("انسحب التنظيم من القرية", [("التنظيم", "-")]),
    ("قيادة التنظيم غادرت", [("قيادة التنظيم", "-")]),
    ("قصفت القوات الحكومية الحي", [("القوات الحكومية", "-")]),
    # a homograph without owner is no actor
    ("تشهد المدينة حركة نشطة", []),
    ("أعاد تنظيم صفوفه", []),
    # people, counted or not
    ("نزح عشرات المدنيين", [("عشرات المدنيين", "-")]),
    ("تظاهر الطلاب في الساحة", [("الطلاب", "-")]),
    ("أصيب 12 متظاهرا", [("12 متظاهرا", "-")]),
    ("قتل ثلاثة فلسطينيين", [("ثلاثة فلسطينيين", "-")]),
    ("غرق 46 مهاجرا قبالة الساحل", [("46 مهاجرا", "-")]),
    # tellers
    ("قال مصدر عسكري عراقي", [("مصدر عسكري عراقي", "-")]),
    ("وأكد مسؤول في وزارة الدفاع الروسية", [("مسؤول في وزارة الدفاع الروسية", "-")]),
]

PERSONS = [
    ("التقى فلاديمير بوتين الوفد", [("فلاديمير بوتين", "vladimir-putin"), ("الوفد", "-")]),
    ("قال الرئيس السوري بشار الأسد", [("الرئيس السوري بشار الأسد", "bashar-al-assad")]),
    ("وصل الرئيس الأسد", [("الرئيس الأسد", "bashar-al-assad")]),
    ("قال وزير الخارجية الروسي، سيرغي لافروف", [("وزير الخارجية الروسي، سيرغي لافروف", "sergei-lavrov")]),
    ("قال وزير الخارجية التونسي", [("وزير الخارجية التونسي", "tunisia.foreign_minister")]),
    ("الرئيسان الروسي والتركي اتفقا", [("الرئيسان الروسي والتركي", "russia.president + turkey.president")]),
    (
        "قال المتحدث باسم التحالف الدولي بقيادة الولايات المتحدة",
        [("المتحدث باسم التحالف الدولي بقيادة الولايات المتحدة", "-")],
    ),
    ("هجوم رئيسي على المدينة", []),
]

COMPOSITES = [
    ("الجيش السوري وحلفاؤه سيطروا على التل", [("الجيش السوري وحلفاؤه", "syria.army")]),
    ("اتهم كل من الجيش اليمني وجماعة الحوثي الآخر", [("كل من الجيش اليمني وجماعة الحوثي", "yemen.army + houthis")]),
    (
        "أعلنت كل من القوات العراقية والبيشمركة من جهة والجيش السوري من جهة أخرى",
        [("كل من القوات العراقية والبيشمركة من جهة والجيش السوري من جهة أخرى", "iraq.army + peshmerga + syria.army")],
    ),
    ("قتل جنود ومدنيون", [("جنود", "-"), ("مدنيون", "-")]),
    ("اشتبك الجيش اللبناني وعصبة الأنصار", [("الجيش اللبناني وعصبة الأنصار", "lebanon.army + osbat-al-ansar")]),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *NOUNS, *PERSONS, *COMPOSITES])
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words(text, mention), meant(mention)) for mention in found(text)] == expected


def only(text: str) -> ActorMention:
    (mention,) = found(text)
    return mention


def test_loaded_words_are_marked_and_neutral_ones_are_not() -> None:
    assert only("قصفت قوات الأسد الحي").loaded == "pejorative"
    assert only("قصف الجيش السوري الحي").loaded is None
    assert only("ميليشيات حزب الله اللبنانية انتشرت").loaded == "pejorative"


def test_backers_are_links() -> None:
    (link,) = only("الفصائل المدعومة من إيران تنتشر").links
    assert (link.relation, link.entity.id if link.entity else None, link.text) == ("backed_by", "iran", "إيران")
    (link,) = only("مسلحون موالون لأنقرة أطلقوا النار").links
    assert (link.relation, link.entity.id if link.entity else None, link.text) == (
        "loyal_to",
        "turkey.government",
        "أنقرة",
    )


def test_a_weak_noun_says_what_it_can_mean() -> None:
    mention = only("انسحب التنظيم من القرية")
    assert (mention.weak, mention.fits) == (True, ("armed_group",))
    mention = only("قصفت القوات الحكومية الحي")
    assert (mention.weak, mention.organ) == (True, "army")
    mention = only("قيادة التنظيم غادرت")
    assert (mention.weak, mention.same_as_part, mention.parts[0].fits) == (True, True, ("armed_group",))


def test_in_whose_name() -> None:
    text = "قال المتحدث باسم التحالف الدولي بقيادة الولايات المتحدة"
    mention = only(text)
    assert mention.capacity is not None
    assert mention.capacity.id == "us-coalition"
    assert mention.capacity_span is not None
    assert text[slice(*mention.capacity_span)] == "التحالف الدولي بقيادة الولايات المتحدة"
    mention = only("وأكد مسؤول في وزارة الدفاع الروسية")
    assert mention.anonymous
    assert mention.capacity is not None
    assert mention.capacity.id == "russia.defence-ministry"


def test_a_post_after_the_name_gives_capacity() -> None:
    person, _ = found("قال فلاديمير بوتين، رئيس روسيا")
    assert person.capacity is not None
    assert person.capacity.id == "russia.kremlin"


def test_surname_needs_its_whole_name_somewhere() -> None:
    assert found("قال الأسد إنه مستعد") == ()
    full, surname = found("تحدث بشار الأسد. وقال الأسد إنه مستعد")
    assert full.entity is not None
    assert surname.weak
    assert [entity.id for entity in surname.candidates] == ["bashar-al-assad"]


def test_every_sentence_has_a_reason_to_be_here() -> None:
    assert len([*NAMES, *NOUNS, *PERSONS, *COMPOSITES]) >= 60


_WORDS = sorted({word for text, _ in [*NAMES, *NOUNS, *PERSONS, *COMPOSITES] for word in text.split()})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_WORDS, '"', "«", "»", "،", ".", "#", "و", "12"]), max_size=25))
def test_spans_are_in_bounds_ordered_and_apart(chosen: list[str]) -> None:
    text = " ".join(chosen)
    position = 0
    for mention in found(text):
        start, end = mention.span
        assert position <= start < end <= len(text)
        assert start <= mention.head_span[0] <= mention.head_span[1] <= max(end, mention.head_span[1])
        assert all(start <= part.span[0] < part.span[1] <= end or mention.type == "person" for part in mention.parts)
        position = end
