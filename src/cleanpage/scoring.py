"""Scores: the probability of each block to be part of the body, and what made it so.

First the kind of page: is it an article? Then a forest for all kinds of pages, and on articles the mean with a forest
that was grown on articles alone: they see one block at a time. Last, the mean with a network that sees the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cleanpage.arrays import Array
from cleanpage.features import Features
from cleanpage.model import Model, load_model

__all__ = [
    "SURROUNDINGS",
    "Scores",
    "contribution_table",
    "contribution_tables",
    "contributions",
    "log_odds",
    "page_vector",
    "rescored",
    "score_blocks",
    "starting_odds",
    "term_names",
]

# Below this probability of an article, the forest for articles need not be asked.
UNLIKELY = 0.03
# How much the network has to say beside the forests, in log odds; chosen by cross-validation.
NETWORK_SHARE = 0.4
# Probabilities are no surer than this where their log odds count: else the forests could silence the network.
SUREST = 1e-6
# What the network makes of the blocks around one, and of the page: no single feature's contribution.
SURROUNDINGS = "surroundings"
# Blocks whose contributions are computed at once: bounds the memory.
BLOCKS_OF_TABLE = 1_024


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
    """Probabilities of the blocks of a page by their features alone.

    Args:
        values: Shape (features, blocks): all blocks of the page, in order.
        article: Probability that the page is an article.
        model: Weights; by default those of the package.
    """
    model = model or load_model()
    probabilities = logistic(model.other.predict(values))
    share = article_share(article)
    if share:
        probabilities = (1 - share) * probabilities + share * logistic(model.article.predict(values))
    return logistic((1 - NETWORK_SHARE) * log_odds(probabilities) + NETWORK_SHARE * model.network.predict(values))


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


def log_odds(probabilities: Array) -> Array:
    """Log odds of probabilities, of 0 and 1 as of the surest others."""
    bounded = np.clip(probabilities, SUREST, 1 - SUREST)
    odds: Array = np.log(bounded / (1 - bounded))
    return odds


def term_names(features: Features) -> tuple[str, ...]:
    """What contributes to a score: the features, and last what stands around a block."""
    return (*features.names, SURROUNDINGS)


def contributions(features: Features, scores: Scores, block: int, model: Model | None = None) -> dict[str, float]:
    """What each of `term_names` added to the score of one block, in log odds, the largest first."""
    sums = contribution_table(features, scores, slice(block, block + 1), model)[:, 0]
    order = np.argsort(-np.abs(sums), kind="stable")
    names = term_names(features)
    return {names[n]: float(sums[n]) for n in order if sums[n]}


def contribution_table(
    features: Features, scores: Scores, blocks: slice, model: Model | None = None, page: Array | None = None
) -> Array:
    """What each of `term_names` added to the scores of some blocks, in log odds; shape (terms, blocks).

    `page` is what the network's `page_of` says, where it is known already.
    """
    model = model or load_model()
    rows = features.values[:, blocks]
    share = article_share(scores.article)
    table: Array = (1 - share) * model.other.contributions(rows)
    if share:
        table += share * model.article.contributions(rows)
    own, around = model.network.contributions(features.values, blocks, page)
    return np.vstack(((1 - NETWORK_SHARE) * table + NETWORK_SHARE * own, NETWORK_SHARE * around))


def contribution_tables(features: Features, scores: Scores) -> Iterator[tuple[slice, Array]]:
    """Contributions to all blocks in order, some at a time: which, and their `contribution_table`."""
    model = load_model()
    page = model.network.page_of(features.values)
    for start in range(0, len(scores.probabilities), BLOCKS_OF_TABLE):
        blocks = slice(start, start + BLOCKS_OF_TABLE)
        yield blocks, contribution_table(features, scores, blocks, model, page)


def starting_odds(scores: Scores, model: Model | None = None) -> float:
    """What every block of a page has before its features are looked at, in log odds: contributions add to this."""
    model = model or load_model()
    share = article_share(scores.article)
    forests = (1 - share) * model.other.start() + share * model.article.start()
    return (1 - NETWORK_SHARE) * forests + NETWORK_SHARE * model.network.start()
