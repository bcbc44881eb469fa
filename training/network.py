"""The heads over the encoder, in PyTorch; `tawatur.analyser.heads` does the same sums without it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as f

from tawatur.analyser.inventory import BIO_TRIGGERS, Inventory
from training.batches import Batch
from training.encoder import WIDTH, Encoder

ARC = 256
RELATION = 96
SAYING = 128
DEED = 192
FARTHEST = 40
"""Distances from a cue are told apart up to so many tokens."""
_SLOPE = 0.1


def mean_of(vectors: Tensor, group: Tensor, groups: int) -> Tensor:
    """Mean of the rows of `vectors` that share a group."""
    total = vectors.new_zeros(groups, vectors.shape[1]).index_add(0, group, vectors)
    count = vectors.new_zeros(groups).index_add(0, group, vectors.new_ones(len(group)))
    return total / count.clamp(min=1)[:, None]


def with_one(x: Tensor) -> Tensor:
    """`x` with a last column of ones."""
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)


class TokenVectors(nn.Module):
    """Pieces to raw tokens: their mean, and first and last piece."""

    def forward(self, pieces: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """Means, and means beside first and last pieces."""
        mean = mean_of(pieces, batch.token_of, len(batch.first))
        return mean, torch.cat([mean, pieces[batch.first], pieces[batch.last]], -1)


class Trees(nn.Module):
    """Words to part of speech, features, lemma edit, head and relation."""

    def __init__(self, inventory: Inventory, *, forms: int) -> None:
        super().__init__()
        self.form = nn.Embedding(forms, WIDTH)
        self.token = nn.Linear(WIDTH, WIDTH, bias=False)
        self.upos = nn.Linear(WIDTH, len(inventory.upos))
        self.features = nn.Linear(WIDTH, sum(map(len, inventory.features.values())))
        self.lemma = nn.Linear(WIDTH, len(inventory.lemma_edits))
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_word = nn.Linear(WIDTH, ARC)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.relation_word = nn.Linear(WIDTH, RELATION)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.relation = nn.Parameter(torch.randn(len(inventory.deprel), RELATION + 1, RELATION + 1) * 0.05)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.dropout = nn.Dropout(0.25)
        self.wide_dropout = nn.Dropout(0.33)
        nn.init.xavier_uniform_(self.arc)
        nn.init.zeros_(self.token.weight)
        nn.init.normal_(self.form.weight, std=0.05)

    def words(self, pieces: Tensor, tokens: Tensor, batch: Batch) -> Tensor:
        """A vector for each word of the batch."""
        piece, word = batch.word_pieces
        rows = [w for example in batch.examples for w in (example.tree.words if example.tree else ())]
        before = [0, *torch.tensor(batch.sizes).cumsum(0).tolist()]
        token = [before[i] + w.token for i, e in enumerate(batch.examples) for w in (e.tree.words if e.tree else ())]
        own = mean_of(pieces[piece], word, len(rows))
        x = own + self.token(tokens[torch.tensor(token)]) + self.form(torch.tensor([w.form for w in rows]))
        return self.dropout(x)  # type: ignore[no-any-return]

    def arcs(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores [sentences, words, words + 1], and both sides of relations; `words` is padded."""
        rooted = torch.cat([self.root.expand(len(words), 1, WIDTH), words], 1)
        head = self.wide_dropout(f.leaky_relu(self.arc_head(rooted), _SLOPE))
        word = self.wide_dropout(f.leaky_relu(self.arc_word(words), _SLOPE))
        scores = with_one(word) @ self.arc @ head.transpose(1, 2)
        scores = scores.masked_fill(~torch.cat([mask.new_ones(len(mask), 1), mask], 1)[:, None], -1e4)
        relation_head = self.wide_dropout(f.leaky_relu(self.relation_head(rooted), _SLOPE))
        relation_word = self.wide_dropout(f.leaky_relu(self.relation_word(words), _SLOPE))
        return scores, with_one(relation_head), with_one(relation_word)


class Sayings(nn.Module):
    """Cues of speech; and, for one cue, the part that every token plays."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self.cue = nn.Linear(WIDTH, len(inventory.cues))
        self.token = nn.Linear(WIDTH, 2 * SAYING)
        self.of_cue = nn.Linear(WIDTH, 2 * SAYING)
        self.distance = nn.Embedding(2 * FARTHEST + 1, SAYING)
        self.role = nn.Linear(SAYING, len(inventory.speech_roles))
        self.dropout = nn.Dropout(0.2)

    def roles(self, tokens: Tensor, cue: tuple[int, ...]) -> Tensor:
        """Role scores of the tokens of one sentence for one cue."""
        at = torch.tensor(cue)
        add, times = self.token(tokens).chunk(2, -1)
        cue_add, cue_times = self.of_cue(tokens[at].mean(0, keepdim=True)).chunk(2, -1)
        away = torch.arange(len(tokens)) - cue[0]
        near = self.distance(away.clamp(-FARTHEST, FARTHEST) + FARTHEST)
        return self.role(self.dropout(f.gelu(add + cue_add + times * cue_times + near, approximate="tanh")))  # type: ignore[no-any-return]


class Events(nn.Module):
    """Whether a sentence reports an event, and the part that every token plays in it."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self.reported = nn.Linear(2 * WIDTH, len(inventory.event_kinds))
        self.role = nn.Linear(WIDTH, len(inventory.event_kinds) * len(inventory.event_roles))
        self.dropout = nn.Dropout(0.2)

    def sentence(self, tokens: Tensor) -> Tensor:
        """Scores of the kinds for one sentence."""
        return self.reported(self.dropout(torch.cat([tokens.mean(0), tokens.max(0).values], -1)))  # type: ignore[no-any-return]


class Deeds(nn.Module):
    """Triggers of claims; and, for one trigger, its kind, its reality, and the part that every token plays."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self.trigger = nn.Linear(WIDTH, len(BIO_TRIGGERS))
        self.token = nn.Linear(WIDTH, 2 * DEED)
        self.of_trigger = nn.Linear(WIDTH, 2 * DEED)
        self.distance = nn.Embedding(2 * FARTHEST + 1, DEED)
        self.role = nn.Linear(DEED, len(inventory.claim_roles) * 3)
        self.kind = nn.Linear(WIDTH, len(inventory.claim_kinds))
        self.scope = nn.Linear(2 * WIDTH, DEED)
        self.reality = nn.Linear(DEED, len(inventory.realities))
        self.dropout = nn.Dropout(0.25)

    def real(self, own: Tensor, around: Tensor) -> Tensor:
        """Scores of the realities of triggers, from their vectors and those of their sentences."""
        hidden = f.gelu(self.scope(self.dropout(torch.cat([own, around], -1))), approximate="tanh")
        return self.reality(self.dropout(hidden))  # type: ignore[no-any-return]

    def roles(self, tokens: Tensor, at: tuple[int, ...]) -> Tensor:
        """Scores [tokens, roles, outside-begin-inside] of one sentence for one trigger."""
        add, times = self.token(tokens).chunk(2, -1)
        own_add, own_times = self.of_trigger(tokens[torch.tensor(at)].mean(0, keepdim=True)).chunk(2, -1)
        away = torch.arange(len(tokens)) - at[0]
        near = self.distance(away.clamp(-FARTHEST, FARTHEST) + FARTHEST)
        hidden = f.gelu(add + own_add + times * own_times + near, approximate="tanh")
        return self.role(self.dropout(hidden)).view(len(tokens), -1, 3)  # type: ignore[no-any-return]


class Network(nn.Module):
    """One encoder and all heads."""

    def __init__(self, encoder: Encoder, inventory: Inventory, *, forms: int, slots: tuple[int, ...]) -> None:
        super().__init__()
        self.encoder = encoder
        self.vectors = TokenVectors()
        self.cut = nn.Linear(3 * WIDTH, sum(slots))
        self.trees = Trees(inventory, forms=forms)
        self.name = nn.Linear(WIDTH, len(inventory.names))
        self.sayings = Sayings(inventory)
        self.events = Events(inventory)
        self.deeds = Deeds(inventory)
        self.dropout = nn.Dropout(0.2)

    def pieces(self, batch: Batch) -> Tensor:
        """Vectors of the pieces of tokens."""
        return self.encoder(batch.ids, batch.mask)[batch.inner]  # type: ignore[no-any-return]
