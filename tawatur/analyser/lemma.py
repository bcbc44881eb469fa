"""How a word becomes its lemma: an edit tree, learned from pairs, applied to words never seen.

>>> tree = edit_tree("walking", "walk")
>>> apply(tree, "talking")
'talk'
"""

from __future__ import annotations

from typing import Any, NamedTuple

Tree = tuple[Any, ...]
"""Either `(old, new)`, to replace the whole of a part, or `(before, after, tree, tree)`: keep the middle, edit both sides."""


class _Common(NamedTuple):
    in_word: int
    in_lemma: int
    size: int


def _longest_common(word: str, lemma: str) -> _Common:
    best = _Common(0, 0, 0)
    row = [0] * (len(lemma) + 1)
    for i, a in enumerate(word):
        new = [0] * (len(lemma) + 1)
        for j, b in enumerate(lemma):
            if a == b:
                new[j + 1] = row[j] + 1
                if new[j + 1] > best.size:
                    best = _Common(i + 1 - new[j + 1], j + 1 - new[j + 1], new[j + 1])
        row = new
    return best


def edit_tree(word: str, lemma: str) -> Tree:
    """The edit tree from `word` to `lemma`."""
    common = _longest_common(word, lemma)
    if not common.size:
        return (word, lemma)
    after_word, after_lemma = common.in_word + common.size, common.in_lemma + common.size
    return (
        common.in_word,
        len(word) - after_word,
        edit_tree(word[: common.in_word], lemma[: common.in_lemma]),
        edit_tree(word[after_word:], lemma[after_lemma:]),
    )


def apply(tree: Tree, word: str) -> str | None:
    """The lemma that `tree` makes of `word`; None where the word has not the parts that the tree edits."""
    if len(tree) == 2:
        return tree[1] if word == tree[0] else None
    before, after, left, right = tree
    if before + after >= len(word):
        return None
    start = apply(left, word[:before])
    end = apply(right, word[len(word) - after :])
    if start is None or end is None:
        return None
    return start + word[before : len(word) - after] + end


def tree_from_json(value: list[Any]) -> Tree:
    """A tree read back from JSON, where tuples came as lists."""
    return tuple(tree_from_json(part) if isinstance(part, list) else part for part in value)
