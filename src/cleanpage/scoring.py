"""Scores: the probability of each block to be part of the body, and what made it so.

First the kind of page: is it an article? Then a forest for all kinds of pages, and on articles the mean with a forest
that was grown on articles alone.
"""

from dataclasses import dataclass

import numpy as np

from cleanpage.arrays import Array
from cleanpage.features import Features
from cleanpage.model import Model, load_model

__all__ = ["Scores", "contribution_table", "contributions", "page_vector", "rescored", "score_blocks", "starting_odds"]

# Below this probability of an article, the forest for articles need not be asked.
UNLIKELY = 0.03


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of a page."""

    probabilities: Array
    """Shape (blocks,), 0 to 1: how probable each block is part of the body."""
    article: float
    """Probability that the page is an article rather than another kind of page."""


def score_blocks(features: Features, model: Model | None = None) -> Scores:
    """Score all blocks of a page.

    Args:
        features: The blocks.
        model: Weights; by default those of the package.
    """
    if not features.names:
        return Scores(np.zeros(0), 0.0)
    model = model or load_model()
    article = float(logistic(model.kind.predict(page_vector(features)[:, None]))[0])
    return Scores(rescored(features.values, article, model), article)


def rescored(values: Array, article: float, model: Model | None = None) -> Array:
    """Probabilities of blocks by their features alone.

    Args:
        values: Shape (features, blocks).
        article: Probability that the page is an article.
        model: Weights; by default those of the package.
    """
    model = model or load_model()
    probabilities = logistic(model.other.predict(values))
    share = article_share(article)
    if share:
        probabilities = (1 - share) * probabilities + share * logistic(model.article.predict(values))
    return probabilities


def article_share(article: float) -> float:
    """How much the forest for articles has to say: on a sure article as much as the one for all pages."""
    return article / 2 if article > UNLIKELY else 0.0


def page_vector(features: Features) -> Array:
    """The page as one row: means of the features over its blocks, weighted by words; shape (features,)."""
    words = features.column("words")
    means: Array = (features.values @ words) / words.sum()
    return means


def logistic(odds: Array) -> Array:
    """Probabilities of log odds."""
    return 1.0 / (1.0 + np.exp(-odds))


def contributions(features: Features, scores: Scores, block: int, model: Model | None = None) -> dict[str, float]:
    """What each feature added to the score of one block, in log odds, the largest first."""
    sums = contribution_table(features, scores, slice(block, block + 1), model)[:, 0]
    order = np.argsort(-np.abs(sums), kind="stable")
    return {features.names[n]: float(sums[n]) for n in order if sums[n]}


def contribution_table(features: Features, scores: Scores, blocks: slice, model: Model | None = None) -> Array:
    """What each feature added to the scores of some blocks, in log odds; shape (features, blocks)."""
    model = model or load_model()
    rows = features.values[:, blocks]
    share = article_share(scores.article)
    table: Array = (1 - share) * model.other.contributions(rows)
    return table + share * model.article.contributions(rows) if share else table


def starting_odds(scores: Scores, model: Model | None = None) -> float:
    """What every block of a page has before its features are looked at, in log odds: contributions add to this."""
    model = model or load_model()
    share = article_share(scores.article)
    return (1 - share) * model.other.start() + share * model.article.start()
