"""Let the analyser say what each sentence is made of: words, tree, names, speech; and cut the clitics that it left on."""

from __future__ import annotations

from tawatur.cutting import cut_clitics, verbs_by_form
from tawatur.draft import Draft
from tawatur.kit import Kit


def analyse(draft: Draft, kit: Kit) -> Draft:
    """Adds analyses, one for each sentence."""
    lexicon = kit.lexicon

    def known(form: str) -> bool:
        return bool(lexicon.by_form(form) or lexicon.say_by_form(form) or lexicon.light_by_form(form))

    analyses = kit.analyser.analyse(draft.report.text, sentences=draft.sentences)
    return draft.having(analyses=tuple(verbs_by_form(cut_clitics(analysis, known), lexicon) for analysis in analyses))
