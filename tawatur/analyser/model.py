"""The analyser: one pass of one encoder, and the heads over it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from tawatur.analyser.encoder import Encoder
from tawatur.analyser.events import EventReader
from tawatur.analyser.grammar import Grammar, vectors
from tawatur.analyser.heads import Heads
from tawatur.analyser.inventory import Inventory
from tawatur.analyser.lemmas import read_verbs
from tawatur.analyser.names import names
from tawatur.analyser.records import Analysis, Event, Name, Speech, Trigger, Word
from tawatur.analyser.speech import SpeechReader
from tawatur.analyser.stems import read_counts
from tawatur.analyser.triggers import TriggerReader
from tawatur.analyser.vocabulary import read_vocabulary
from tawatur.analyser.windows import Window, batches, windows
from tawatur.errors import ModelError
from tawatur.records import Span

WEIGHTS = Path(__file__).parent / "weights"
_JOINED = "parataxis"
"""Relation of a part of a sentence too long to be read at once to the part before it."""


class _Part(msgspec.Struct, frozen=True):
    """What is found in one window."""

    words: list[Word]
    names: list[Name]
    speech: list[Speech]
    events: list[Event]
    triggers: list[Trigger]


class Analyser:
    """Reads sentences into words, tree, names, speech and events."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        card: dict[str, Any] = json.loads((folder / "MODEL.json").read_text(encoding="utf-8"))
        self.version: str = card["version"]
        inventory = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Inventory)
        with np.load(folder / "heads.npz") as stored:
            heads = Heads(dict(stored))
        self._vocabulary = read_vocabulary(folder / "pieces.tsv")
        self._encoder = Encoder(folder / "encoder.onnx", threads=threads)
        self._heads = heads
        self._names = inventory.names
        self._grammar = Grammar(
            heads,
            inventory,
            verbs=read_verbs(folder / "verbs.tsv"),
            counts=read_counts(folder / "words.tsv"),
        )
        self._speech = SpeechReader(heads, inventory)
        self._events = EventReader(heads, inventory)
        self._triggers = TriggerReader(heads, inventory)

    def analyse(self, text: str, *, sentences: Sequence[Span]) -> tuple[Analysis, ...]:
        """An analysis of each of `sentences`, which are spans of `text`; all spans in it are spans of `text` too."""
        made = windows(text, sentences, self._vocabulary)
        parts: dict[int, _Part] = {}
        for batch in batches(made):
            for i, part in zip(batch, self._read([made[i] for i in batch]), strict=True):
                parts[i] = part
        by_sentence: list[list[tuple[Window, _Part]]] = [[] for _ in sentences]
        for i, window in enumerate(made):
            by_sentence[window.sentence].append((window, parts[i]))
        return tuple(_joined(span, own) for span, own in zip(sentences, by_sentence, strict=True))

    def _read(self, batch: Sequence[Window]) -> list[_Part]:
        rows = [[i for pieces in window.pieces for i in pieces.ids] for window in batch]
        at = vectors(self._encoder.vectors(rows), batch)
        segments = self._grammar.segments(batch, at)
        words = self._grammar.words(batch, at, segments)
        name_scores = self._heads.linear("name", at.tokens)
        found = []
        for window, own_words, end in zip(batch, words, accumulate(at.sizes), strict=True):
            own = slice(end - len(window.tokens), end)
            found.append(
                _Part(
                    own_words,
                    names(
                        window,
                        segments[own],
                        name_scores[own],
                        labels=self._names,
                        conjunctions=self._grammar.clitics.conjunction_forms,
                    ),
                    self._speech.speech(window, segments[own], at.tokens[own]),
                    self._events.events(window, at.tokens[own]),
                    self._triggers.triggers(window, segments[own], at.tokens[own]),
                )
            )
        return found


def _joined(span: Span, parts: Sequence[tuple[Window, _Part]]) -> Analysis:
    """One analysis of a sentence: the trees of later parts hang from the root of the first."""
    if len(parts) == 1:
        only = parts[0][1]
        return Analysis(
            span=span,
            words=tuple(only.words),
            names=tuple(only.names),
            speech=tuple(only.speech),
            events=tuple(only.events),
            triggers=tuple(only.triggers),
        )
    words: list[Word] = []
    tokens = 0
    root = -1
    for window, part in parts:
        shift = len(words)
        for i, word in enumerate(part.words):
            if word.head >= 0:
                words.append(msgspec.structs.replace(word, head=word.head + shift, token=word.token + tokens))
            elif root < 0:
                root = shift + i
                words.append(word)
            else:
                words.append(msgspec.structs.replace(word, head=root, deprel=_JOINED, token=word.token + tokens))
        tokens += len(window.tokens)
    best: dict[str, Event] = {}
    for _, part in parts:
        for event in part.events:
            if event.kind not in best or event.score > best[event.kind].score:
                best[event.kind] = event
    return Analysis(
        span=span,
        words=tuple(words),
        names=tuple(name for _, part in parts for name in part.names),
        speech=tuple(saying for _, part in parts for saying in part.speech),
        events=tuple(sorted(best.values(), key=lambda event: -event.score)),
        triggers=tuple(trigger for _, part in parts for trigger in part.triggers),
    )


@lru_cache(maxsize=4)
def load_analyser(*, threads: int = 1) -> Analyser:
    """The shipped analyser, loaded once; `threads` for the encoder."""
    return load(WEIGHTS, threads=threads)


def load(folder: Path, *, threads: int = 1) -> Analyser:
    """The analyser of a folder of weights; raises ModelError where a file is not what its MODEL.json says."""
    try:
        files = json.loads((folder / "MODEL.json").read_text(encoding="utf-8"))["files"]
        for name, digest in files.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                raise ModelError(f"{folder / name}: damaged, or of another version; install Tawatur again.")
        return Analyser(folder, threads=threads)
    except (OSError, ValueError, LookupError, AttributeError, TypeError, msgspec.MsgspecError) as error:
        raise ModelError(
            f"{folder}: the analyser's files are missing or damaged ({error}); install Tawatur again."
        ) from error


def weights_hash(folder: Path = WEIGHTS) -> str:
    """SHA-256 over the weight files, in the order that MODEL.json lists them."""
    card = json.loads((folder / "MODEL.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256()
    for name in card["files"]:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
