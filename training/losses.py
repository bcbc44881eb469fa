"""What each head is to minimise on a batch."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as f
from torch.nn.utils.rnn import pad_sequence

from tawatur.analyser.inventory import FEATURES
from training.batches import Batch
from training.examples import NO_LABEL, Example, TreeWord
from training.network import Network

_SMOOTHING = 0.03
LEMMA_WEIGHT = 0.5
FEATURE_WEIGHT = 0.3
CUT_WEIGHT = 1.0
PART_WEIGHT = 4.0
"""Most tokens play no part for a trigger."""
KIND_WEIGHT = 0.5
ROLE_WEIGHT = 5.0
"""Marked words are few among many."""


def loss(network: Network, batch: Batch, slots: tuple[int, ...]) -> Tensor:
    """Sum of the losses of all heads that the batch has labels for; its examples come from one corpus."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        pieces = network.pieces(batch)
    pieces = pieces.float()
    tokens, cut_view = network.vectors(pieces, batch)
    first = batch.examples[0]
    total = pieces.new_zeros(())
    if first.tree:
        total = total + _cuts(network, batch, cut_view, slots) + _trees(network, batch, pieces, tokens)
    if first.names is not None:
        labels = torch.tensor([label for e in batch.examples for label in e.names or ()])
        total = total + f.cross_entropy(network.name(network.dropout(tokens)), labels, ignore_index=NO_LABEL)
    if first.speech:
        total = total + _speech(network, batch, tokens)
    if first.event:
        total = total + _events(network, batch, tokens)
    if first.deeds:
        total = total + deeds_loss(network, batch.examples, tokens.split(batch.sizes))
    return total


def _cuts(network: Network, batch: Batch, view: Tensor, slots: tuple[int, ...]) -> Tensor:
    scores = network.cut(network.dropout(view)).split(slots, -1)
    gold = torch.tensor([cut for e in batch.examples if e.tree for cut in e.tree.cuts])
    return (
        CUT_WEIGHT
        * torch.stack([f.cross_entropy(s, gold[:, i], ignore_index=NO_LABEL) for i, s in enumerate(scores)]).sum()
    )


def _trees(network: Network, batch: Batch, pieces: Tensor, tokens: Tensor) -> Tensor:
    trees = network.trees
    words = trees.words(pieces, tokens, batch)
    by_sentence = [list(e.tree.words) for e in batch.examples if e.tree]
    flat = [word for sentence in by_sentence for word in sentence]
    total = f.cross_entropy(trees.upos(words), torch.tensor([w.upos for w in flat]), ignore_index=NO_LABEL)
    edits = torch.tensor([w.lemma for w in flat])
    total = total + LEMMA_WEIGHT * f.cross_entropy(trees.lemma(words), edits, ignore_index=NO_LABEL)
    features = torch.tensor([w.features for w in flat])
    for i, part in enumerate(trees.features(words).split([len(v) for v in FEATURES.values()], -1)):
        total = total + FEATURE_WEIGHT * f.cross_entropy(part, features[:, i])
    return total + _arcs(network, words, by_sentence)


def _arcs(network: Network, words: Tensor, sentences: list[list[TreeWord]]) -> Tensor:
    sizes = [len(s) for s in sentences]
    padded = pad_sequence(list(words.split(sizes)), batch_first=True)
    mask = torch.arange(max(sizes))[None] < torch.tensor(sizes)[:, None]
    scores, head_side, word_side = network.trees.arcs(padded, mask)

    def labels(values: list[list[int]]) -> Tensor:
        return pad_sequence([torch.tensor(v) for v in values], batch_first=True, padding_value=NO_LABEL)

    heads = labels([[w.head for w in s] for s in sentences])
    relations = labels([[w.deprel for w in s] for s in sentences])
    chosen = head_side.gather(1, heads.clamp(min=0)[:, :, None].expand(-1, -1, head_side.shape[2]))
    relation_scores = torch.einsum("swi,rij,swj->swr", word_side, network.trees.relation, chosen)
    return f.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=NO_LABEL) + f.cross_entropy(
        relation_scores.flatten(0, 1), relations.flatten(), ignore_index=NO_LABEL
    )


def _speech(network: Network, batch: Batch, tokens: Tensor) -> Tensor:
    sayings = network.sayings
    labels = torch.tensor([label for e in batch.examples if e.speech for label in e.speech.cues])
    total = 2 * f.cross_entropy(sayings.cue(network.dropout(tokens)), labels)
    scores, gold = [], []
    for example, own in zip(batch.examples, tokens.split(batch.sizes), strict=True):
        for saying in example.speech.sayings if example.speech else ():
            scores.append(sayings.roles(own, saying.cue))
            gold += saying.roles
    if scores:
        total = total + f.cross_entropy(torch.cat(scores), torch.tensor(gold))
    return total


def deeds_loss(network: Network, examples: Sequence[Example], vectors: Sequence[Tensor]) -> Tensor:
    """Of the head of triggers, over the vectors of the tokens of each sentence."""
    deeds = network.deeds
    labels = torch.tensor([label for e in examples if e.deeds for label in e.deeds.triggers])
    total = _labelled(deeds.trigger(network.dropout(torch.cat(list(vectors)))), labels)
    scores, gold, owns, around, kinds, realities = [], [], [], [], [], []
    for example, own in zip(examples, vectors, strict=True):
        for deed in example.deeds.deeds if example.deeds else ():
            scores.append(deeds.roles(own, deed.at).flatten(0, 1))
            gold.append(torch.tensor(deed.roles).T.flatten())
            owns.append(own[torch.tensor(deed.at)].mean(0))
            around.append(own.mean(0))
            kinds.append(deed.kind)
            realities.append(deed.reality)
    if not scores:
        return total
    of_triggers = torch.stack(owns)
    return (
        total
        + PART_WEIGHT * _labelled(torch.cat(scores), torch.cat(gold))
        + KIND_WEIGHT * _labelled(deeds.kind(deeds.dropout(of_triggers)), torch.tensor(kinds))
        + KIND_WEIGHT * _labelled(deeds.real(of_triggers, torch.stack(around)), torch.tensor(realities))
    )


def _labelled(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy over what has a label; nothing where none has."""
    if not (labels != NO_LABEL).any():
        return scores.sum() * 0
    return f.cross_entropy(scores, labels, ignore_index=NO_LABEL)


def _events(network: Network, batch: Batch, tokens: Tensor) -> Tensor:
    events = network.events
    found = torch.stack([events.sentence(own) for own in tokens.split(batch.sizes)])
    reported = torch.tensor([e.event.reported for e in batch.examples if e.event])
    roles = torch.tensor([row for e in batch.examples if e.event for row in e.event.roles])
    total = _known(found, reported)
    return total + ROLE_WEIGHT * _known(events.role(network.dropout(tokens)), roles)


def _known(scores: Tensor, wanted: Tensor) -> Tensor:
    known = ~wanted.isnan()
    if not known.any():
        return scores.sum() * 0
    smooth = wanted[known] * (1 - 2 * _SMOOTHING) + _SMOOTHING
    return f.binary_cross_entropy_with_logits(scores[known], smooth)
