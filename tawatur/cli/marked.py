"""The words of a report that a claim was read in, with what shows it marked: [so], and the word of the event ⟦so⟧."""

from __future__ import annotations

from tawatur.records import Claim

_TRIGGER, _OTHER = ("⟦", "⟧"), ("[", "]")


def marked(sentence: str, claim: Claim) -> str:
    """A sentence with the evidence of its claim in brackets; of evidence within other evidence the outer is marked.

    `sentence` are the words at `claim.sentence`; evidence elsewhere in the report is not in it.
    """
    start, end = claim.sentence
    pieces = [piece for piece in claim.evidence if start <= piece.span[0] and piece.span[1] <= end]
    triggers = {piece.span for piece in pieces if piece.role == "trigger"}
    spans = sorted({piece.span for piece in pieces}, key=lambda span: (span not in triggers, span[0] - span[1]))
    taken: list[tuple[int, int]] = []
    for span in spans:
        if all(span[1] <= other[0] or other[1] <= span[0] for other in taken):
            taken.append(span)
    shown, at = [], start
    for span in sorted(taken):
        opening, closing = _TRIGGER if span in triggers else _OTHER
        inner = sentence[span[0] - start : span[1] - start]
        shown += [sentence[at - start : span[0] - start], opening, inner, closing]
        at = span[1]
    return "".join([*shown, sentence[at - start :]])
