"""Scores: the probability of each block to be part of the body, and what made it so.

First the kind of page: is it an article? Then a forest for all kinds of pages, or one that was grown on articles alone,
or the mean of both: they see one block at a time. Last, the mean with a network that sees the page.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cleanpage.models.arrays import SUREST, Array, log_odds, logistic
from cleanpage.models.feature_table import Features
from cleanpage.models.forest import Forest
from cleanpage.models.weights import Model, load_model

__all__ = [
    "LIKELY_ARTICLE",
    "SURROUNDINGS",
    "Scores",
    "contribution_table",
    "contribution_tables",
    "contributions",
    "score_blocks",
    "starting_odds",
    "term_names",
]

# Up to this probability of an article, the forest for articles need not be asked.
UNLIKELY = 0.03
# From this on the forest for all pages need not be: what it knows of articles the network knows as well. Leaving it out
# is no worse by cross-validation (below .65 it is), and half of all pages are spared the larger forest.
SURE = 0.9
# From this probability of an article on, a page is treated as one: bylines, dates and captions are fields of it, and no
# block enters the body for want of better ones. A page of an unknown kind is more often an article than not, and loses
# more as a listing, of which nearly everything is kept, than a listing loses as an article. Chosen by cross-validation
# and on the corpora that are never learned from.
LIKELY_ARTICLE = 0.15
# How much the network has to say beside the forests, in log odds; chosen by cross-validation.
NETWORK_SHARE = 0.4
MOST_ODDS = math.log(1 / SUREST - 1)
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

    @property
    def likely_article(self) -> bool:
        """Whether the page may well be an article."""
        return self.article >= LIKELY_ARTICLE


def score_blocks(features: Features, model: Model | None = None) -> Scores:
    """Score all blocks of a page.

    Args:
        features: The blocks.
        model: Weights; by default those of the package.
    """
    if not features.names:
        return Scores(np.zeros(0), 0.0)
    model = model or load_model()
    article = float(logistic(model.kind.predict(features.means()[:, None]))[0])
    values = features.values
    odds = (1 - NETWORK_SHARE) * forest_odds(values, article, model) + NETWORK_SHARE * model.network.predict(values)
    return Scores(logistic(odds), article)


def forest_odds(values: Array, article: float, model: Model) -> Array:
    """What the forests make of the blocks, in log odds; no surer than `SUREST`."""
    (share, forest), *others = forests_of(article, model)
    odds = forest.predict(values)
    if not others:
        return np.clip(odds, -MOST_ODDS, MOST_ODDS, out=odds)
    probabilities = share * logistic(odds)
    for other_share, other in others:
        probabilities += other_share * logistic(other.predict(values))
    return log_odds(probabilities)


def forests_of(article: float, model: Model) -> list[tuple[float, Forest]]:
    """The forests that score the blocks of a page, and the share of each: half for articles on one that seems to be."""
    if article <= UNLIKELY:
        return [(1.0, model.other)]
    if article >= SURE:
        return [(1.0, model.article)]
    return [(1 - article / 2, model.other), (article / 2, model.article)]


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
    if not features.names:
        return np.zeros((1, rows.shape[1]))
    table = np.sum([share * forest.contributions(rows) for share, forest in forests_of(scores.article, model)], axis=0)
    own, around = model.network.contributions(features.values, blocks, page)
    return np.vstack(((1 - NETWORK_SHARE) * table + NETWORK_SHARE * own, NETWORK_SHARE * around))


def contribution_tables(features: Features, scores: Scores) -> Iterator[tuple[slice, Array]]:
    """Contributions to all blocks in order, some at a time: which, and their `contribution_table`."""
    model = load_model()
    page = model.network.page_of(features.values) if features.names else None
    for start in range(0, len(scores.probabilities), BLOCKS_OF_TABLE):
        blocks = slice(start, start + BLOCKS_OF_TABLE)
        yield blocks, contribution_table(features, scores, blocks, model, page)


def starting_odds(scores: Scores, model: Model | None = None) -> float:
    """What every block of a page has before its features are looked at, in log odds: contributions add to this."""
    model = model or load_model()
    forests = sum(share * forest.start() for share, forest in forests_of(scores.article, model))
    return (1 - NETWORK_SHARE) * forests + NETWORK_SHARE * model.network.start()
