"""Forests of symmetric trees, evaluated by numpy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleanpage.models.arrays import Array

__all__ = ["Forest", "read_forest"]

# Leaves are whole numbers in the file: units of a thousandth of log odds.
LEAF_UNIT = 1_000.0
MAX_DEPTH = 8
# Rows that are predicted at a time: the largest array has a row of numbers for each tree.
MAX_ROWS = 4_096


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Symmetric (oblivious) decision trees: all nodes of a level ask the same question.

    Such trees are what CatBoost grows (Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features",
    NeurIPS 2018). A leaf is found by `depth` comparisons, for all trees and rows at once.
    """

    features: NDArray[np.intp]
    """Shape (depth, trees): which feature each level asks for."""
    borders: NDArray[np.float32]
    """Shape (depth, trees): above this, the answer is yes."""
    leaves: NDArray[np.float32]
    """Shape (trees, 2 ** depth): log odds; the answer of level `i` is bit `i` of the index."""
    bias: float

    questions: NDArray[np.intp]
    """Shape (questions,): the feature of each distinct question; trees share many."""
    limits: NDArray[np.float32]
    """Shape (questions, 1): the border of each distinct question."""
    asked: NDArray[np.intp]
    """Shape (depth, trees): which question each level asks."""

    @classmethod
    def of(
        cls, features: NDArray[np.intp], borders: NDArray[np.float32], leaves: NDArray[np.float32], bias: float
    ) -> "Forest":
        """A forest of trees, its questions sorted so that those on one feature follow each other."""
        pairs = np.stack([features.ravel(), borders.ravel()], axis=1, dtype=np.float64)
        distinct, asked = np.unique(pairs, axis=0, return_inverse=True)
        questions, limits = distinct[:, 0].astype(np.intp), distinct[:, 1:].astype(np.float32)
        return cls(features, borders, leaves, bias, questions, limits, asked.reshape(features.shape))

    def predict(self, values: Array) -> Array:
        """Log odds of each row; `values` has shape (features, rows)."""
        rows = values.shape[1]
        if rows > MAX_ROWS:
            # In parts of nearly one size: numpy would add the trees of a single row up in another order.
            parts = np.array_split(values, -(-rows // MAX_ROWS), axis=1)
            return np.concatenate([self.predict(part) for part in parts])
        index = self.indices(values)
        places = np.add(index, np.arange(0, self.leaves.size, self.leaves.shape[1])[:, None], dtype=np.intp)
        odds: Array = np.take(self.leaves, places).sum(axis=0) + self.bias
        return odds

    def indices(self, values: Array) -> NDArray[np.uint8]:
        """The leaf that each row comes to in each tree, shape (trees, rows).

        Each question is answered once, and in bytes, as the time goes by their size. The answers become bits of the
        index from the last level on by doubling it, which numpy does for many bytes at once; it shifts one by one.
        """
        answers = (np.take(values, self.questions, axis=0) > self.limits).view(np.uint8)
        index: NDArray[np.uint8] = np.take(answers, self.asked[-1], axis=0)
        for level in self.asked[-2::-1]:
            index += index
            index |= np.take(answers, level, axis=0)
        return index

    def contributions(self, values: Array) -> Array:
        """What each feature adds to the log odds of each row; `values` and the result have shape (features, rows).

        Each answer adds the change of the mean over the leaves that remain (Saabas, "Interpreting random forests",
        2014); with the bias and the means of the trees they add up to the prediction.
        """
        sums = np.zeros(values.shape)
        trees = np.arange(len(self.leaves))[:, None]
        chosen = np.zeros((len(trees), values.shape[1]), dtype=np.intp)
        before = self.leaves.mean(axis=1)[:, None]
        for level in range(len(self.features) - 1, -1, -1):
            chosen = 2 * chosen + (values[self.features[level]] > self.borders[level][:, None])
            after = self.leaves.reshape(len(trees), -1, 1 << level).mean(axis=2)[trees, chosen]
            add_by_feature(sums, self.features[level], after - before)
            before = after
        return sums

    def start(self) -> float:
        """What contributions add to, in log odds: the bias and the means of all trees."""
        return float(self.leaves.mean(axis=1).sum() + self.bias)


def add_by_feature(sums: Array, features: NDArray[np.intp], changes: Array) -> None:
    """Add to the row of each feature of `sums` the rows of `changes` whose trees ask for it."""
    order = np.argsort(features, kind="stable")
    found, starts = np.unique(features[order], return_index=True)
    sums[found] += np.add.reduceat(changes[order], starts, axis=0)


def read_forest(data: Mapping[str, Any], count: int) -> Forest:
    """A forest from its part of the file, which may ask for `count` features."""
    features = np.array(data["features"], dtype=np.intp).T
    borders = np.array(data["borders"], dtype=np.float32).T
    leaves = np.array(data["leaves"], dtype=np.float32) / LEAF_UNIT
    if features.ndim != 2 or not features.size or features.shape != borders.shape:
        raise ValueError(f"a forest of shape {features.shape} has borders of shape {borders.shape}")
    if leaves.shape != (features.shape[1], 2 ** features.shape[0]):
        raise ValueError(f"a forest of shape {features.shape} has leaves of shape {leaves.shape}")
    if len(features) > MAX_DEPTH:
        raise ValueError(f"a forest of depth {len(features)}: the answers of a row must fit into {MAX_DEPTH} bits")
    if features.min() < 0 or features.max() >= count:
        raise ValueError(f"a forest asks for features {features.min()} to {features.max()} of {count}")
    return Forest.of(np.ascontiguousarray(features), np.ascontiguousarray(borders), leaves, float(data["bias"]))
