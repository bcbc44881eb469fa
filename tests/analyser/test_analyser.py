"""The shipped analyser: laws on any text, and a few sentences that it must read."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.analyser import load_analyser
from tawatur.analyser.model import WEIGHTS, weights_hash
from tawatur.analyser.records import Analysis

SENTENCE = "وقال المتحدث باسم الجيش في بنغازي إن قواته انسحبت من المطار."
_WEIRD = "\u0640\u064b\u0651\u200f\ufefb\ufdfa\u202e\x00😀٣۴½ﬁ"


def analyse(text: str) -> Analysis:
    return load_analyser().analyse(text, sentences=[(0, len(text))])[0]


def check_laws(text: str, analysis: Analysis) -> None:
    assert all(text[slice(*word.span)] == word.text and word.text for word in analysis.words)
    starts = [word.span for word in analysis.words]
    assert starts == sorted(starts)
    assert all(a[1] <= b[0] for a, b in pairwise(starts))
    if analysis.words:
        assert sum(word.head == -1 for word in analysis.words) == 1
    for i, word in enumerate(analysis.words):
        node, steps = i, 0
        while node >= 0 and steps <= len(analysis.words):
            node, steps = analysis.words[node].head, steps + 1
        assert node == -1
        assert (word.deprel == "root") == (word.head == -1)
    spans = [name.span for name in analysis.names]
    for saying in analysis.speech:
        spans += [saying.cue, *saying.content, *([saying.speaker] if saying.speaker else [])]
    for event in analysis.events:
        assert 0 <= event.score <= 1
        spans += [*event.actor, *event.trigger, *event.target]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from('وفبلكسهاقيمةى ،.«»"' + _WEIRD), st.characters()), max_size=120))
def test_laws_on_any_text(text: str) -> None:
    analysis = analyse(text)
    check_laws(text, analysis)
    assert analyse(text) == analysis


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "و",
        "،،،" * 300,
        "قال " * 700,  # longer than a window
        "ا" * 5_000,
        "وَقَالَ المُتَحَدِّثُ إِنَّ القُوَّاتِ انْسَحَبَتْ.",
        "NATO said on Monday",
    ],
)
def test_laws_on_odd_texts(text: str) -> None:
    check_laws(text, analyse(text))


def test_reads_a_plain_sentence() -> None:
    analysis = analyse(SENTENCE)
    by_text = {word.text: word for word in analysis.words}
    assert by_text["و"].upos in ("CCONJ", "PART")  # the trees have both at the start of a sentence
    assert (by_text["قال"].upos, by_text["قال"].lemma, by_text["قال"].aspect) == ("VERB", "قال", "perf")
    assert by_text["ه"].upos == "PRON"
    assert analysis.words[by_text["انسحبت"].head].text == "قال"
    assert [SENTENCE[slice(*name.span)] for name in analysis.names if name.type == "place"] == ["بنغازي"]
    (saying,) = analysis.speech
    assert SENTENCE[slice(*saying.cue)] == "قال"
    assert saying.speaker is not None
    assert SENTENCE[slice(*saying.speaker)].startswith("المتحدث")
    assert SENTENCE[slice(*saying.content[0])] == "إن قواته انسحبت من المطار"


def test_several_sentences_keep_their_places() -> None:
    text = f"{SENTENCE} {SENTENCE}"
    first, second = load_analyser().analyse(text, sentences=[(0, len(SENTENCE)), (len(SENTENCE) + 1, len(text))])
    check_laws(text, first)
    check_laws(text, second)
    assert [w.text for w in first.words] == [w.text for w in second.words]


def test_the_card_is_that_of_the_weights() -> None:
    card = json.loads((WEIGHTS / "MODEL.json").read_text(encoding="utf-8"))
    assert card["version"] == load_analyser().version
    assert card["sha256"] == weights_hash()
    assert card["licence"] == "CC-BY-SA-4.0"
    assert sum((WEIGHTS / name).stat().st_size for name in card["files"]) < 40_000_000
