"""Cut the report into sentences and quotations."""

from __future__ import annotations

from tawatur.draft import Draft
from tawatur.kit import Kit
from tawatur.text.quotes import quotes
from tawatur.text.sentences import sentences


def segment(draft: Draft, _: Kit) -> Draft:
    """Adds sentences and quotes."""
    return draft.having(sentences=sentences(draft.report.text), quotes=quotes(draft.report.text))
