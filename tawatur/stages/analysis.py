"""Let the analyser say what each sentence is made of: words, tree, names, speech."""

from __future__ import annotations

from tawatur.draft import Draft
from tawatur.kit import Kit


def analyse(draft: Draft, kit: Kit) -> Draft:
    """Adds analyses, one for each sentence; what could not be analysed whole is named in the notes."""
    analyses = kit.analyser.analyse(draft.report.text, sentences=draft.sentences)
    return draft.having(analyses=analyses)
