"""Forests of symmetric trees, grown by CatBoost, in the form that `cleanpage.models.forest` evaluates."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from catboost import CatBoostClassifier, Pool

from cleanpage.models.arrays import Array
from cleanpage.models.forest import LEAF_UNIT

__all__ = ["grow"]

Item = TypeVar("Item")

SETTINGS: Mapping[str, Any] = {
    "loss_function": "CrossEntropy",  # the labels are shares
    "l2_leaf_reg": 5,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "border_count": 48,
    "random_seed": 1,
    "thread_count": 2,  # another number of threads may give other sums
    "verbose": 0,
    "allow_writing_files": False,
}


def grow(
    rows: Array, labels: Array, weights: Array, *, trees: int, depth: int, rate: float, seen: float = 1.0
) -> dict[str, Any]:
    """Learn a forest.

    Args:
        rows: Shape (rows, features).
        labels: Shape (rows,), shares from 0 to 1.
        weights: Shape (rows,).
        trees: Number of trees.
        depth: Levels of each tree.
        rate: Learning rate.
        seen: Share of the features among which each level of a tree may choose.

    Returns:
        The forest as `models/weights.json` has it.
    """
    model = CatBoostClassifier(iterations=trees, depth=depth, learning_rate=rate, rsm=seen, **SETTINGS)
    model.fit(Pool(rows, labels, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        return forest_data(json.loads(path.read_text(encoding="utf-8")))


def forest_data(model: Mapping[str, Any]) -> dict[str, Any]:
    """The part of CatBoost's own file that counts. Trees that stopped early get levels that ask nothing."""
    trees = model["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    scale, bias = model["scale_and_bias"]
    return {
        "bias": round(bias[0], 6),
        "features": [padded([s["float_feature_index"] for s in tree["splits"]], 0, depth) for tree in trees],
        "borders": [padded([rounded(s["border"]) for s in tree["splits"]], 1e30, depth) for tree in trees],
        # A level that asks nothing has the same leaves on both sides.
        "leaves": [
            [round(leaf * scale * LEAF_UNIT) for leaf in tree["leaf_values"]] * (2 ** (depth - len(tree["splits"])))
            for tree in trees
        ],
    }


def rounded(border: float) -> float:
    """A border to six digits: as good, and easier to review."""
    return float(np.format_float_positional(border, precision=6, fractional=False))


def padded(items: Sequence[Item], filler: Item, length: int) -> list[Item]:
    """The items with fillers behind."""
    return [*items, *[filler] * (length - len(items))]
