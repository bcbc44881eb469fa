"""Which reports have text of which: keys by which near-copies meet, and the comparing of two reports.

    >>> a = Body(key="a", title=None, outlet="o1", published="2018-05-01", text=(
    ...     "وصلت قافلة من ثلاثين شاحنة إلى البلدة فجر الأحد بعد انتظار دام يومين عند الحاجز الأخير، "
    ...     "وقال السائقون إن المواد الغذائية سلمت إلى المجلس المحلي في اليوم نفسه."))
    >>> b = Body(key="b", title=None, outlet="o2", published="2018-05-02", text=a.text)
    >>> copy = compare(a, b)
    >>> copy.extent, copy.share, copy.first
    ('report', 1.0, 'a')
    >>> bool(set(keys(a)) & set(keys(b)))
    True

Whether two reports are copies depends on the two alone, so that a ledger that grew day by day holds the same copies as one made anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import Literal

from rensa import RMinHash

from tawatur.merge.credits import credit_of, same_voice, voice
from tawatur.merge.passages import Run, Words, aligned, runs, stretches, worded
from tawatur.merge.records import Body, Copy
from tawatur.merge.words import bare, meaningful
from tawatur.records import Span
from tawatur.text.quotes import quotes

_SEED = 42
"""Any number, the same for ever: keys of all years must meet."""
_BANDS, _ROWS = 6, 4
"""Of the whole text: two texts with half of their shingles in common share a key two times in three, with three quarters nearly always."""
_SHINGLE = 3
_MARK_WORDS, _MARK_WINDOW = 6, 20
"""Of passages: of every 20 shingles of 6 words in a row one, the same wherever they stand, so any 25 words in common share a key."""
_TITLE_BANDS, _TITLE_ROWS = 5, 3
_HEADLINE = 5
"""Meaningful words that a headline needs before it can be a copy: «قتلى في انفجار» is everybody's."""
_HEADLINE_SHARE = 0.8
_FLASH = 30
"""Words of a text at most that is itself no more than a headline."""

REPORT = 0.5
"""Share of the shorter text from which the whole report counts as a copy: pairs of the overlap files of ant2018 reach it
from a listed share of .4 on; below, half or more of the shorter report is something else."""
AGAIN = 0.8
"""Share of the *longer* text from which an outlet's own later report is the same report again: below, it is what it always repeats."""
PASSAGE = 20
"""Words of one stretch, outside of quotation marks, from which a paragraph counts as lifted: two sentences of news hold
as many, and a name with titles, a formula of condolence or a figure with its context fewer."""


def keys(body: Body) -> tuple[str, ...]:
    """Blocking keys: two reports with text in common share at least one, others seldom do."""
    words = worded(body.text)
    shingles = [" ".join(words.forms[at : at + _SHINGLE]) for at in range(len(words.forms) - _SHINGLE + 1)]
    found = [f"r{key}" for key in _bands(shingles, bands=_BANDS, rows=_ROWS)]
    found.extend(f"p{mark}" for mark in sorted(_marks(words.forms)))
    for headline in _headlines(body):
        found.extend(f"h{key}" for key in _bands(list(headline), bands=_TITLE_BANDS, rows=_TITLE_ROWS))
    return tuple(dict.fromkeys(found))


def _bands(shingles: list[str], *, bands: int, rows: int) -> Iterator[str]:
    if not shingles:
        return
    sketch = RMinHash(num_perm=bands * rows, seed=_SEED)
    sketch.update(shingles)
    digest = sketch.digest()
    for band in range(bands):
        row = "-".join(map(str, digest[band * rows : (band + 1) * rows]))
        yield f"{band}:{hashlib.blake2b(row.encode(), digest_size=8).hexdigest()}"


def _marks(forms: tuple[str, ...]) -> set[str]:
    """The least hash of every window of shingles: winnowing, which keeps one of any words that two texts share in a row."""
    hashes = [
        hashlib.blake2b(" ".join(forms[at : at + _MARK_WORDS]).encode(), digest_size=8).hexdigest()
        for at in range(len(forms) - _MARK_WORDS + 1)
    ]
    return {min(hashes[at : at + _MARK_WINDOW]) for at in range(max(1, len(hashes) - _MARK_WINDOW + 1)) if hashes}


def _headlines(body: Body) -> list[tuple[str, ...]]:
    """The meaningful words of the headline, and of the text where it is no longer than one."""
    found = [meaningful(body.title or "")]
    forms = worded(body.text).forms
    if len(forms) <= _FLASH:
        found.append(tuple(word for form in forms if (word := bare(form)) is not None))
    return [words for words in found if len(words) >= _HEADLINE]


def compare(a: Body, b: Body) -> Copy | None:
    """What of one report stands in the other, and who had it first; None where neither has text of the other."""
    if a.key > b.key:
        a, b = b, a
    words_a, words_b = worded(a.text), worded(b.text)
    shared = tuple(run for group in stretches(runs(words_a, words_b)) if _length(group) >= PASSAGE for run in group)
    together = _length(shared)
    if together:
        share = together / min(len(words_a.forms), len(words_b.forms))
        of_longer = together / max(len(words_a.forms), len(words_b.forms))
        own = _same_outlet(a, b)
        if share >= REPORT and (not own or a.published == b.published or of_longer >= AGAIN):
            return _copy(a, b, "report", share, passages=_passages(words_a, words_b, shared))
        lifted = _lifted(a.text, words_a, shared)
        if lifted and not own:
            inside = _length(lifted) / sum(end - start for start, end in _sentences_of(words_a, lifted))
            return _copy(a, b, "paragraph", min(inside, 1.0), passages=_passages(words_a, words_b, lifted))
    return _headline(a, b)


def _length(found: tuple[Run, ...]) -> int:
    return sum(run.length for run in found)


def _same_outlet(a: Body, b: Body) -> bool:
    return a.outlet is not None and same_voice(voice(a.outlet), voice(b.outlet))


def _lifted(text: str, words: Words, shared: tuple[Run, ...]) -> tuple[Run, ...]:
    """The stretches that hold enough words outside of quotation marks: a speech that two outlets quote was not copied from either."""
    quoted = [quote.inner for quote in quotes(text) if quote.depth == 0 and quote.closed]

    def said(at: int) -> bool:
        start, end = words.spans[at]
        return any(first <= start and end <= last for first, last in quoted)

    return tuple(
        run
        for group in stretches(shared)
        if sum(not said(at) for run in group for at in range(run.a, run.a + run.length)) >= PASSAGE
        for run in group
    )


def _sentences_of(words: Words, found: tuple[Run, ...]) -> list[tuple[int, int]]:
    """The sentences of `a` that runs touch."""
    return [(s, e) for s, e in words.sentences if any(run.a < e and s < run.a + run.length for run in found)]


def _passages(a: Words, b: Words, found: tuple[Run, ...]) -> tuple[tuple[Span, Span], ...]:
    return tuple(pair for run in found for pair in aligned(a, b, run=run))


def _headline(a: Body, b: Body) -> Copy | None:
    """Two headlines of one wording, or a headline and a text that is no longer: of two outlets within a day."""
    if _same_outlet(a, b) or not near(a.published, b.published, days=1):
        return None
    best = max((_likeness(x, y) for x in _headlines(a) for y in _headlines(b)), default=0.0)
    if best < _HEADLINE_SHARE:
        return None
    first_a, first_b = _first_sentence(a), _first_sentence(b)
    return _copy(a, b, "headline", best, passages=((first_a, first_b),) if first_a and first_b else ())


def _likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Words that two headlines share, of those of the longer."""
    return len(set(a) & set(b)) / max(len(set(a)), len(set(b)))


def _first_sentence(body: Body) -> Span | None:
    words = worded(body.text)
    if not words.sentences:
        return None
    start, end = words.sentences[0]
    return words.spans[start][0], words.spans[end - 1][1]


def near(a: str | None, b: str | None, *, days: int) -> bool:
    """Whether two ISO days are at most so many days apart; False where one is unknown."""
    if a is None or b is None:
        return False
    return abs((dt.date.fromisoformat(a) - dt.date.fromisoformat(b)).days) <= days


def _copy(
    a: Body,
    b: Body,
    extent: Literal["report", "paragraph", "headline"],
    share: float,
    *,
    passages: tuple[tuple[Span, Span], ...],
) -> Copy:
    first, why = _first(a, b)
    of = {"report": "the shorter text", "paragraph": "the sentences it lies in", "headline": "the headline"}[extent]
    return Copy(
        a=a.key,
        b=b.key,
        extent=extent,
        share=round(share, 3),
        passages=passages,
        reason=f"{share:.0%} of {of}; {why}",
        first=first,
    )


def _first(a: Body, b: Body) -> tuple[str | None, str]:
    """The key of the report that the other took from, and how that is known: a credit, else the day, else what is shorter by far."""
    credit_a, credit_b = credit_of(a.text, outlet=a.outlet), credit_of(b.text, outlet=b.outlet)
    a_owes, b_owes = same_voice(credit_a, voice(b.outlet)), same_voice(credit_b, voice(a.outlet))
    if a_owes != b_owes:
        return (b.key if a_owes else a.key), "credits the other"
    if credit_a is not None and credit_a == credit_b:
        return None, f"both credit {credit_a}"
    if a.published and b.published and a.published != b.published:
        return min((a.published, a.key), (b.published, b.key))[1], "published on an earlier day"
    length_a, length_b = len(worded(a.text).forms), len(worded(b.text).forms)
    if min(length_a, length_b) * 2 <= max(length_a, length_b):
        return (a.key if length_a > length_b else b.key), "the other is less than half as long"
    return None, "nobody can know which came first"
