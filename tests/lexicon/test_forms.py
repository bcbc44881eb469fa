"""Inflected forms: what a folded form of running text is found to be."""

from __future__ import annotations

import pytest

from tawatur.lexicon import Lexicon
from tawatur.lexicon.forms import inflection, merged, parse, render
from tawatur.lexicon.load import FORMS_FILE


@pytest.mark.parametrize(
    ("form", "entry", "part"),
    [
        ("انتزعوا", "seize.intaza3", "verb"),  # perfect with the plural alif
        ("انتزعو", "seize.intaza3", "verb"),  # before an object pronoun: «انتزعوه»
        ("تنتزع", "seize.intaza3", "verb"),
        ("الانتزاع", "seize.intaza3", "masdar"),
        ("انتزاعا", "seize.intaza3", "masdar"),  # accusative
        ("رما", "grenade.rama", "verb"),  # «رماها»
        ("استولت", "seize.istawla", "verb"),  # weak
        ("استولوا", "seize.istawla", "verb"),
        ("سيطرت", "hold.saytara", "noun"),  # «سيطرته»: ta marbuta before a pronoun
        ("هجمات", "attack.hujum", "noun"),  # irregular plural
        ("هجوما", "attack.hujum", "noun"),
        ("غارتين", "airstrike.ghara2", "noun"),  # dual
        ("المعاقل", "hold.ma3qil", "noun"),  # broken plural with the article
        ("انسحابات", "withdraw.insahaba", "masdar"),  # regular plural of a verbal noun
        ("اعتداو", "attack.i3tada", "masdar"),  # «اعتداؤهم»: hamza on its seat before a pronoun
        ("محاصره", "besiege.hasara", "participle"),
        ("المحاصرين", "besiege.hasara", "participle"),
    ],
)
def test_a_form_leads_to_its_entry(lexicon: Lexicon, form: str, entry: str, part: str) -> None:
    assert part in {match.part for match in lexicon.by_form(form) if match.trigger.id == entry}


@pytest.mark.parametrize(
    ("form", "aspect", "voice", "person", "number"),
    [
        ("انتزعوا", "perf", None, 3, "p"),  # active and passive are written alike
        ("ينتزعون", "imp", None, 3, "p"),
        ("انتزعت", "perf", None, 3, "s"),  # 3fs before 1s
        ("ننتزع", "imp", None, 1, "p"),
        ("انتزعتم", "perf", None, 2, "p"),
    ],
)
def test_a_form_tells_what_it_can(
    lexicon: Lexicon, form: str, aspect: str, voice: str | None, person: int, number: str
) -> None:
    match = next(match for match in lexicon.by_form(form) if match.trigger.id == "seize.intaza3")
    assert (match.aspect, match.voice, match.person, match.number) == (aspect, voice, person, number)


def test_a_passive_that_is_written_differently_is_known(lexicon: Lexicon) -> None:
    voices = {match.voice for match in lexicon.by_form("اغتيل") if match.trigger.id == "assassinate.ightala"}
    assert voices == {"pass"}


def test_light_verbs_cues_and_nouns_have_forms(lexicon: Lexicon) -> None:
    assert [match.light.id for match in lexicon.light_by_form("شنت")] == ["light.shanna"]
    assert "say.qala" in {match.cue.id for match in lexicon.say_by_form("قالوا")}
    assert "denial.nafa" in {match.cue.id for match in lexicon.reality_by_form("تنفي")}
    assert {match.noun.of for match in lexicon.nouns_by_form("قتلي")} == {"killed"}


def test_phrases_come_word_by_word(lexicon: Lexicon) -> None:
    assert ("لا", "تزال") in {match.words for match in lexicon.reality_by_form("لا")}
    assert ("نقلا", "عن") in {match.words for match in lexicon.say_by_form("نقلا")}


def test_generated_file_reads_back() -> None:
    forms = {"انتزع|نزع|8": (("انتزعوا", "p.3mp"), ("منتزع", "x.ms"))}
    assert parse(render({"what": "test"}, forms)) == ({"what": "test"}, forms)


def test_codes() -> None:
    assert merged(["pa3fs", "pa2ms", "pp3fs", "pa1.s"]) == "p.3fs"
    tells = inflection("xp.p")
    assert (tells.part, tells.voice, tells.gender, tells.number) == ("participle", "pass", None, "p")


def test_generated_file_is_up_to_date(lexicon: Lexicon) -> None:
    build = pytest.importorskip("tawatur.lexicon.build", reason="needs mazini, a development dependency")
    shipped = (lexicon.folder / FORMS_FILE).read_text(encoding="utf-8")
    generated = build.verb_forms(lexicon.folder)
    assert parse(shipped)[1] == parse(generated)[1], "run python -m tawatur.lexicon.build"
