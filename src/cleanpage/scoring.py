"""Scores: the probability of each block to be part of the article, and what made it so."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleanpage.features import Features
from cleanpage.rules.weights import BIAS, TERMS, Term

__all__ = ["Scores", "contributions", "score_blocks"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scores:
    """One probability a block."""

    probabilities: Array
    """Shape (blocks,), from 0 to 1."""


def score_blocks(features: Features) -> Scores:
    """Add up the terms of each block and squash the sum to a probability."""
    if not features.names:
        return Scores(np.zeros(0))
    total = np.full(features.values.shape[1], BIAS, dtype=np.float64)
    for term in TERMS:
        total += term_values(features, term)
    return Scores(1.0 / (1.0 + np.exp(-total)))


def term_values(features: Features, term: Term) -> Array:
    """What one term adds to each block's score: linear in the feature between two bounds."""
    values = np.clip(features.column(term.feature), term.low, term.high)
    return term.weight * (values - term.low) / (term.high - term.low)


def contributions(features: Features, block: int) -> dict[str, float]:
    """What each feature added to the score of one block, in log odds, the largest first."""
    sums: dict[str, float] = {}
    for term in TERMS:
        sums[term.feature] = sums.get(term.feature, 0.0) + float(term_values(features, term)[block])
    return dict(sorted(sums.items(), key=lambda item: -abs(item[1])))
