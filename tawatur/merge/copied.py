"""Whether two claims stand in text that one report has of the other."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.merge.records import Copy, Telling
from tawatur.records import Span

_MOST = 0.5
"""Part of both sentences that the copied passages hold: an editor's clause before or behind is as long at most."""


def copied(a: Telling, b: Telling, *, copy: Copy) -> bool:
    """Whether most of the sentences of two claims is one copied text.

    >>> from tawatur.merge.records import Setting
    >>> def telling(report, sentence):
    ...     return Telling(claim=report, report=report, outlet=None, published=None, kind="kill", reality="happened", actors=(), targets=(),
    ...         spots=(), earliest=None, latest=None, grain=None, counts=(), chain=(), trigger=(), sentence=sentence, words=(), quotation=None, score=1.0)
    >>> copy = Copy(a="r1", b="r2", extent="paragraph", share=1.0, passages=(((0, 80), (200, 280)),), reason="")
    >>> copied(telling("r2", (190, 285)), telling("r1", (0, 90)), copy=copy), copied(telling("r1", (90, 150)), telling("r2", (200, 280)), copy=copy)
    (True, False)
    """
    first, second = (a, b) if a.report == copy.a else (b, a)
    both = [
        (here, there)
        for here, there in copy.passages
        if _shared(here, first.sentence) > 0 and _shared(there, second.sentence) > 0
    ]
    return _covers((here for here, _ in both), first.sentence) and _covers(
        (there for _, there in both), second.sentence
    )


def _covers(passages: Iterable[Span], sentence: Span) -> bool:
    return sum(_shared(passage, sentence) for passage in passages) > _MOST * (sentence[1] - sentence[0])


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
