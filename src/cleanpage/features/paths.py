"""What tag, class and id of a block's elements say, from the block itself up to the root."""

import numpy as np

from cleanpage.features.arrays import Columns
from cleanpage.page import Page
from cleanpage.tokens import element_weights

__all__ = ["path_features"]


def path_features(page: Page) -> Columns:
    """Sums of token weights: of the block's own element, of its parent, of all others up the path."""
    rows = [element_weights(tag, a.get("class"), a.get("id"), a.get("itemprop"), a.get("role")) if a else element_weights(tag, None, None, None, None) for tag, a in zip(page.tags, page.attributes, strict=True)]
    weights = np.array(rows, dtype=np.float32)
    far: list[float] = []
    for parent, row in zip(page.parents, rows, strict=True):
        far.append(row[2] + (far[parent] if parent >= 0 else 0.0))
    leaves = np.array(page.leaves)
    parents = np.array(page.parents)
    above = np.maximum(parents[leaves], 0)
    grand = np.maximum(parents[above], 0)
    near, parent_weight, far_weight = weights[leaves, 0], weights[above, 1], np.array(far, dtype=np.float32)[grand]
    return {
        "path_near": near,
        "path_parent": parent_weight,
        "path_far": far_weight,
        "path": near + parent_weight + far_weight,
    }
