"""Triggers of claims with their parts: labels of our own over articles by offsets, and the examples of the lexicon for and against.

A sentence may have several triggers; each has a kind, a reality and the words that are its actor, target, place and time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.analyser.inventory import CLAIM_ROLES, REALITIES
from tawatur.lexicon import Lexicon, load_lexicon, marked
from tawatur.records import Span
from tawatur.text.phrases import readings
from tawatur.text.sentences import sentences
from tawatur.text.tokens import Token, tokens
from training.examples import NO_LABEL, Deed, Deeds, Example

_PLACES = frozenset({"where", "from", "to", "toward", "near"})
_MARKED = {"actor": "actor", "target": "target", **dict.fromkeys(_PLACES, "where")}


class Labelled(NamedTuple):
    """A trigger and its parts; offsets in the sentence. `kind` and `reality` are None where nobody judged them."""

    trigger: tuple[Span, ...]
    kind: str | None
    reality: str | None
    parts: tuple[tuple[str, Span], ...]


class ClaimSentence(NamedTuple):
    """A sentence with its claims; `whole` says that all its triggers are marked, but for those in `doubtful`."""

    source: str
    text: str
    claims: tuple[Labelled, ...]
    doubtful: tuple[Span, ...]
    whole: bool
    none_at: tuple[Span, ...] = ()
    """Words that are no triggers, where not all triggers are marked."""


def read_claims(folder: Path, news: Path) -> tuple[ClaimSentence, ...]:
    """The sentences of the labelled articles, cut out of `news`."""
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in _lines(path)]
    wanted = {row["id"] for row in rows}
    articles = {a["id"]: a["text"] for a in map(json.loads, _lines(news)) if a["id"] in wanted}
    return tuple(s for row in rows if row["id"] in articles for s in _sentences(row, articles[row["id"]]))


def _lines(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="utf-8").split("\n") if line.strip())


def _sentences(row: dict[str, Any], text: str) -> Iterator[ClaimSentence]:
    for start, end in sentences(text):

        def here(span: Sequence[int], start: int = start, end: int = end) -> bool:
            return start <= span[0] and span[1] <= end

        def shift(span: Sequence[int], start: int = start) -> Span:
            return span[0] - start, span[1] - start

        claims = tuple(
            Labelled(
                tuple(map(shift, claim["trigger"])),
                claim["kind"],
                claim["reality"],
                tuple(
                    (role, shift(span))
                    for role in CLAIM_ROLES
                    for span in ([claim["when"]] if role == "when" and claim["when"] else claim.get(role) or ())
                    if role != "when" or claim["when"]
                    if here(span)
                ),
            )
            for claim in row["claims"]
            if here(claim["trigger"][0])
        )
        doubtful = tuple(shift(span) for spans in row["again"] for span in spans if here(span))
        yield ClaimSentence(row["id"], text[start:end], claims, doubtful, whole=True)


def read_examples() -> tuple[ClaimSentence, ...]:
    """The `yes` examples of the lexicon's triggers and cues of reality; other words of them may be triggers too."""
    files = load_lexicon().files
    found = [_example(entry.id, text, kind=entry.kind, reality=None) for entry in files.triggers for text in entry.yes]
    found += [_example(cue.id, text, kind=None, reality=cue.effect) for cue in files.realities for text in cue.yes]
    return tuple(sentence for sentence in found if sentence.claims)


def read_counterexamples() -> tuple[ClaimSentence, ...]:
    """The `no` examples of the lexicon's triggers: the entry's word stands in them and is no event."""
    lexicon = load_lexicon()
    return tuple(
        ClaimSentence(entry.id, text, (), (), whole=False, none_at=_forms_at(lexicon, entry.id, text))
        for entry in lexicon.files.triggers
        for text in entry.no
    )


def _forms_at(lexicon: Lexicon, entry: str, text: str) -> tuple[Span, ...]:
    """Where a form of the entry stands in the text, with or without clitics before it."""
    return tuple(
        token.span
        for token in tokens(text)
        if any(match.trigger.id == entry for reading in readings(token.text) for match in lexicon.by_form(reading.form))
    )


def _example(entry: str, text: str, *, kind: str | None, reality: str | None) -> ClaimSentence:
    sentence = marked(text)
    triggers = tuple(span for role, span in sentence.spans if role == "trigger")
    parts = tuple((_MARKED[role], span) for role, span in sentence.spans if role in _MARKED)
    known = reality if reality in REALITIES else None
    claims = (Labelled(triggers, kind, known, parts),) if triggers else ()
    return ClaimSentence(entry, sentence.text, claims, (), whole=False)


def claim_example(sentence: ClaimSentence, kinds: Sequence[str]) -> Example:
    """The example of `sentence`; `kinds` are the labels of kinds in their order."""
    raw = tokens(sentence.text)
    labels = [0 if sentence.whole else NO_LABEL] * len(raw)
    for span in sentence.none_at:
        for i in _inside(raw, span):
            labels[i] = 0
    for span in sentence.doubtful:
        for i in _inside(raw, span):
            labels[i] = NO_LABEL
    deeds = []
    for claim in sentence.claims:
        at = tuple(i for span in claim.trigger for i in _inside(raw, span))
        if not at:
            continue
        for i in at:
            labels[i] = 2 if i - 1 in at else 1
        deeds.append(
            Deed(
                at,
                _roles(raw, claim, whole=sentence.whole),
                NO_LABEL if claim.kind is None else kinds.index(claim.kind),
                NO_LABEL if claim.reality is None else REALITIES.index(claim.reality),
            )
        )
    return Example(tuple(token.text for token in raw), deeds=Deeds(tuple(labels), tuple(deeds)))


def _roles(raw: Sequence[Token], claim: Labelled, *, whole: bool) -> tuple[tuple[int, ...], ...]:
    """For each role, the label of every token: outside, begin, inside. Examples of the lexicon do not mark times."""
    rows = []
    for role in CLAIM_ROLES:
        known = whole or role != "when"
        row = [0 if known else NO_LABEL] * len(raw)
        for name, span in claim.parts:
            if name == role:
                covered = _inside(raw, span)
                for i in covered:
                    row[i] = 1 if i == covered[0] else 2
        rows.append(tuple(row))
    return tuple(rows)


def _inside(raw: Sequence[Token], span: Span) -> tuple[int, ...]:
    """The tokens that `span` touches."""
    return tuple(i for i, token in enumerate(raw) if token.span[0] < span[1] and span[0] < token.span[1])
