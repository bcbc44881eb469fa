"""The best tree, against all trees."""

import itertools

import numpy as np
import pytest

from tawatur.analyser.spanning import best_heads


def worth(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@pytest.mark.parametrize("seed", range(40))
def test_best_of_all_trees(seed: int) -> None:
    random = np.random.default_rng(seed)
    size = int(random.integers(1, 6))
    scores = random.normal(size=(size, size + 1)).astype(np.float32)
    every = (h for h in itertools.product(range(size + 1), repeat=size) if is_tree(h))
    best = max(worth(scores, heads) for heads in every)
    found = tuple(int(head) for head in best_heads(scores))
    assert is_tree(found)
    assert worth(scores, found) == pytest.approx(best, abs=1e-4)


def test_a_long_chain_of_cycles_is_a_tree_in_the_end() -> None:
    size = 160
    scores = np.zeros((size, size + 1), np.float32)
    for i in range(0, size, 2):  # every pair points at itself
        scores[i, i + 2] = 5
        scores[i + 1, i + 1] = 5
    assert is_tree(tuple(int(head) for head in best_heads(scores)))
