"""The best dependency tree over scored arcs (Chu-Liu and Edmonds), always with a single root."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_IMPOSSIBLE = np.float64(-1e9)
_ROOT_COST = 1e5
"""Taken from every arc out of the root, so that the best tree uses one."""


def best_heads(scores: Floats) -> Ints:
    """Heads of words 1..n, 0 for the root; `scores[d - 1, h]` is what arc h → d is worth."""
    size = len(scores) + 1
    arcs = np.full((size, size), _IMPOSSIBLE)
    arcs[1:] = scores
    np.fill_diagonal(arcs, _IMPOSSIBLE)
    heads: Ints = arcs.argmax(axis=1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and not _cycle(heads):
        return heads[1:]
    arcs[1:, 0] -= _ROOT_COST
    return _arborescence(arcs)[1:]


def _cycle(heads: Ints) -> list[int]:
    """The nodes of one cycle; empty if there is none."""
    state = [0] * len(heads)
    state[0] = -1
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = start
            path.append(node)
            node = int(heads[node])
        if state[node] == start:
            return path[path.index(node) :]
    return []


def _arborescence(arcs: npt.NDArray[np.float64]) -> Ints:
    """Heads of all nodes in the best tree from node 0; contracts cycles until none is left, then opens them again."""
    opened = []
    while True:
        heads: Ints = arcs.argmax(axis=1)
        heads[0] = 0
        cycle = _cycle(heads)
        if not cycle:
            break
        nodes = np.array(cycle, np.int64)
        opened.append((arcs, heads, nodes))
        arcs = _contract(arcs, heads, nodes)
    for outer, inner_heads, nodes in reversed(opened):
        heads = _open(outer, inner_heads, nodes, heads)
    return heads


def _rest(size: int, cycle: Ints) -> Ints:
    outside = np.ones(size, bool)
    outside[cycle] = False
    rest: Ints = np.flatnonzero(outside)
    return rest


def _contract(arcs: npt.NDArray[np.float64], heads: Ints, cycle: Ints) -> npt.NDArray[np.float64]:
    """The arcs with `cycle` as one node, the last."""
    rest = _rest(len(arcs), cycle)
    kept = arcs[cycle, heads[cycle]]
    out = arcs[rest]
    small = np.full((len(rest) + 1, len(rest) + 1), _IMPOSSIBLE)
    small[:-1, :-1] = out[:, rest]
    small[:-1, -1] = out[:, cycle].max(axis=1)
    small[-1, :-1] = (arcs[cycle][:, rest] - kept[:, None]).max(axis=0)
    return small


def _open(arcs: npt.NDArray[np.float64], heads: Ints, cycle: Ints, small_heads: Ints) -> Ints:
    """Heads of all nodes, from those of the arcs with `cycle` as one node."""
    rest = _rest(len(arcs), cycle)
    joined = len(rest)
    full = heads.copy()
    outer = small_heads[:joined]
    from_cycle = cycle[arcs[rest][:, cycle].argmax(axis=1)]
    full[rest] = np.where(outer == joined, from_cycle, rest[np.minimum(outer, joined - 1)])
    source = rest[small_heads[joined]]
    kept = arcs[cycle, heads[cycle]]
    full[cycle[int((arcs[cycle, source] - kept).argmax())]] = source
    full[0] = 0
    return full
