"""The words that the reader knows, as data: kinds, frames, triggers, light verbs, cues of saying and of reality."""

from tawatur.lexicon.lexicon import Lexicon, load_lexicon
from tawatur.lexicon.marks import Marked, marked
from tawatur.lexicon.records import (
    FormMatch,
    Frame,
    Kind,
    LightMatch,
    LightVerb,
    MediumCue,
    NounClass,
    NounMatch,
    RealityCue,
    RealityMatch,
    SayCue,
    SayMatch,
    Slot,
    Slots,
    Trigger,
)

__all__ = [
    "FormMatch",
    "Frame",
    "Kind",
    "Lexicon",
    "LightMatch",
    "LightVerb",
    "Marked",
    "MediumCue",
    "NounClass",
    "NounMatch",
    "RealityCue",
    "RealityMatch",
    "SayCue",
    "SayMatch",
    "Slot",
    "Slots",
    "Trigger",
    "load_lexicon",
    "marked",
]
