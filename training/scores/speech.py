"""Speech: the right cue with the right speaker and content, and false alarms."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser import Analyser
from tawatur.records import Span
from tawatur.text.tokens import tokens
from training.corpora.speech import SpeechSentence

_ENOUGH_SPEAKER = 0.5
_ENOUGH_CONTENT = 0.7


def score_speech(analyser: Analyser, sentences: Sequence[SpeechSentence]) -> dict[str, float]:
    """In percent: cues found and right, attributions with speaker and content mostly right, false alarms on texts without."""
    gold = predicted = cues = right = alarms = without = speakers = contents = 0
    for sentence in sentences:
        (analysis,) = analyser.analyse(sentence.text, sentences=[(0, len(sentence.text))])
        gold += len(sentence.attributions)
        predicted += len(analysis.speech)
        if not sentence.attributions:
            without += 1
            alarms += bool(analysis.speech)
        for wanted in sentence.attributions:
            near = [s for s in analysis.speech if s.cue[0] < wanted.cue[1] and wanted.cue[0] < s.cue[1]]
            if near:
                cues += 1
                speaker = _overlap(sentence.text, [wanted.speaker], [near[0].speaker]) >= _ENOUGH_SPEAKER
                content = _overlap(sentence.text, wanted.content, near[0].content) >= _ENOUGH_CONTENT
                speakers += speaker
                contents += content
                right += speaker and content
    found = {
        "cue_precision": cues / max(1, predicted),
        "cue_recall": cues / max(1, gold),
        "speaker": speakers / max(1, gold),
        "content": contents / max(1, gold),
        "right": right / max(1, gold),
        "false_alarms": alarms / max(1, without),
    }
    return {"n": gold, **{name: round(100 * value, 2) for name, value in found.items()}}


def _overlap(text: str, gold: Sequence[Span | None], found: Sequence[Span | None]) -> float:
    """Token F1 of two sets of spans; 1 where both are empty."""
    a, b = (
        {
            t.span[0]
            for t in tokens(text)
            if t.text[0].isalnum() and any(s and s[0] < t.span[1] and t.span[0] < s[1] for s in spans)
        }
        for spans in (gold, found)
    )
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
