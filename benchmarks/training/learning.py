"""From samples to a model, and the honest measure of it: cross-validation grouped by domain.

The forests read sums of token weights. Where those weights come from the very page, they look far surer than they are
on a new one; so every page's token weights come from a fit that has not seen its fold.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from benchmarks.corpora import check_learnable
from benchmarks.pages import UNKNOWN
from benchmarks.training.cards import CARDS
from benchmarks.training.excerpts import EXCERPTS
from benchmarks.training.forests import grow
from benchmarks.training.networks import Lesson, learn_weights, network_data, standard_of
from benchmarks.training.samples import Sample, Tokens
from benchmarks.training.token_weights import TokenData, TokenWeights, fit_tokens, lexical_data, path_data
from benchmarks.training.unspaced import UNSPACED
from cleanpage.features.paths import path_columns
from cleanpage.features.read import derived_features
from cleanpage.models.arrays import Array
from cleanpage.models.feature_table import Features

__all__ = [
    "CROSSED",
    "FOLDS",
    "LEARNED",
    "TokenFits",
    "features_of",
    "fit_all_tokens",
    "folds_of",
    "learn_forests",
    "learn_network",
    "learn_parts",
    "table_of",
]

FOLDS = 5
# Rows of one page beyond this are a sample that stands for all: pages of ten thousand blocks must not rule.
MAX_ROWS = 400
# A block counts by its words to this power: the measure counts words, but headings must be right as well.
WORDS_POWER = 0.6
# Pages of which only snippets are known count less than those whose whole body is.
SNIPPET_WEIGHT = 0.3
PAGE_WEIGHT = 100.0
# What pages of a corpus weigh more or less than others: excerpts and pages respelled are many for what they teach, the
# news of many countries and the odd pages of Readability's tests are few for theirs.
CORPUS_WEIGHTS: Mapping[str, float] = {
    EXCERPTS: 0.3,
    CARDS: 0.3,
    UNSPACED: 0.5,
    "fundus-dev": 2.0,
    "readability-dev": 2.5,
}
# Pages of other kinds are fewer and harder than articles, which have a forest of their own besides.
OTHER_WEIGHT = 2.5
ARTICLE_FOREST: Mapping[str, Any] = {"trees": 180, "depth": 6, "rate": 0.13}
OTHER_FOREST: Mapping[str, Any] = {"trees": 220, "depth": 6, "rate": 0.12}
# Few pages and many features: trees that each see a share of them are better calibrated, and many of them steadier.
KIND_FOREST: Mapping[str, Any] = {"trees": 200, "depth": 4, "rate": 0.06, "seen": 0.1}
# What an article counts where kinds are learned: made ones and those of one corpus of short news are many, and alike.
KIND_WEIGHTS: Mapping[str, float] = {EXCERPTS: 0.3, CARDS: 0.3, UNSPACED: 0.3, "daniel-dev": 0.5}
# What the network's first weights and the order of its pages are drawn with, and how often it sees each page.
SEED, EPOCHS = 0, 12

Excluded = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Weights of path and lexical tokens."""

    path: TokenWeights
    lexical: TokenWeights


LEARNED: Sequence[Excluded] = ((), *((fold,) for fold in range(FOLDS)))
CROSSED: Sequence[Excluded] = (*LEARNED, *combinations(range(FOLDS), 2))


TokenFits = Mapping[Excluded, TokenPair]
"""Fits by the folds that they have not seen."""


def folds_of(samples: Sequence[Sample]) -> list[int]:
    """The fold of each sample; all pages of a domain are in one."""
    domains = sorted({sample.domain for sample in samples})
    order = np.random.default_rng(0).permutation(len(domains))
    fold = {domain: int(place) % FOLDS for domain, place in zip(domains, order, strict=True)}
    return [fold[sample.domain] for sample in samples]


def fit_all_tokens(
    samples: Sequence[Sample], folds: Sequence[int], wanted: Sequence[Excluded] = CROSSED, workers: int = 2
) -> TokenFits:
    """Token weights without some folds.

    Args:
        samples: The pages.
        folds: The fold of each.
        wanted: The folds to leave out of each fit: `LEARNED` is what learning needs, `CROSSED` what cross-validation
            needs as well.
        workers: Processes.
    """
    check_learnable(sample.gold.corpus for sample in samples)
    data = (path_data(samples, folds), lexical_data(samples, folds))
    with ProcessPoolExecutor(workers, initializer=share, initargs=(data,)) as pool:
        return dict(zip(wanted, pool.map(fit_both, wanted), strict=True))


SHARED: dict[str, tuple[TokenData, TokenData]] = {}


def share(data: tuple[TokenData, TokenData]) -> None:
    """Keep the data in a worker: it is too large to be sent with every job."""
    SHARED["data"] = data


def fit_both(without: Excluded) -> TokenPair:
    """Both kinds of weights, from all but some folds."""
    path, lexical = SHARED["data"]
    return TokenPair(fit_tokens(path, without), fit_tokens(lexical, without))


def features_of(sample: Sample, tokens: TokenPair) -> Features:
    """The features of a page with given token weights; the same steps as `cleanpage.features.read.read_features`."""
    columns = dict(zip(sample.names, sample.static, strict=True))
    near, parent, far = (part_sums(sample.paths, tokens.path, part) for part in range(3))
    lexical = part_sums([(row,) for row in sample.lexical], tokens.lexical, 0)
    columns |= path_columns(near, parent, far, lexical)
    columns |= derived_features(sample.layout, columns)
    return Features(tuple(columns), np.array(list(columns.values()), dtype=np.float32))


def part_sums(rows: Sequence[tuple[Tokens, ...]], weights: TokenWeights, part: int) -> Array:
    """Sum of the weights of one part of every row."""
    table, sums = weights.table, {}
    for row in rows:
        if row[part] not in sums:
            sums[row[part]] = sum(table[token][part] for token in row[part] if token in table)
    return np.array([sums[row[part]] for row in rows], dtype=np.float32)


def table_of(
    samples: Sequence[Sample], folds: Sequence[int], fits: TokenFits, held_out: int | None, workers: int = 2
) -> list[Features]:
    """Features of all pages with token weights that know neither their own fold nor the one held out."""
    outside = () if held_out is None else (held_out,)
    jobs = [(sample, fits[tuple(sorted({fold, *outside}))]) for sample, fold in zip(samples, folds, strict=True)]
    with ProcessPoolExecutor(workers, initializer=share_jobs, initargs=(jobs,)) as pool:
        return list(pool.map(features_by_number, range(len(jobs)), chunksize=16))


JOBS: list[tuple[Sample, TokenPair]] = []


def share_jobs(jobs: Sequence[tuple[Sample, TokenPair]]) -> None:
    """Keep samples in a worker, which inherits them."""
    JOBS[:] = jobs


def features_by_number(number: int) -> Features:
    """Features of one of the shared samples."""
    return features_of(*JOBS[number])


def learn_parts(samples: Sequence[Sample], features: Sequence[Features]) -> dict[str, dict[str, Any]]:
    """The forests and the network, from samples with their features.

    Raises:
        CorpusError: One of the samples is of a corpus that is only measured.
    """
    check_learnable(sample.gold.corpus for sample in samples)
    # CatBoost's threads leave the interpreter to the network meanwhile.
    with ThreadPoolExecutor(1) as beside:
        network = beside.submit(learn_network, samples, features)
        return {**learn_forests(samples, features), "network": network.result()}


def learn_network(samples: Sequence[Sample], features: Sequence[Features]) -> dict[str, Any]:
    """The network, from samples with their features."""
    lessons = [
        Lesson(found.values, sample.words, np.nan_to_num(sample.labels), weights)
        for sample, found in zip(samples, features, strict=True)
        if (weights := block_weights(sample)).any()
    ]
    standard = standard_of(lessons)
    return network_data(standard, learn_weights(lessons, standard, SEED, EPOCHS))


def learn_forests(samples: Sequence[Sample], features: Sequence[Features]) -> dict[str, dict[str, Any]]:
    """The three forests, from samples with their features."""
    every = list(zip(samples, features, strict=True))
    articles = [(sample, found) for sample, found in every if sample.is_article]
    bodies = [
        (sample, found) for sample, found in every if sample.gold.body is not None and sample.gold.kind != UNKNOWN
    ]
    vectors = np.array([found.means() for _, found in bodies])
    kinds = np.array([float(sample.is_article) for sample, _ in bodies])
    counts = np.array([KIND_WEIGHTS.get(sample.gold.corpus, 1.0) for sample, _ in bodies])
    return {
        "kind": grow(vectors, kinds, balanced(kinds, counts), **KIND_FOREST),
        "article": grow(*rows_of(articles), **ARTICLE_FOREST),
        "other": grow(*rows_of(every), **OTHER_FOREST),
    }


def balanced(labels: Array, counts: Array) -> Array:
    """Weights that give both classes the same sum, each row of a class by what it counts."""
    sums = np.where(labels > 0, counts[labels > 0].sum(), counts[labels <= 0].sum())
    weights: Array = counts * len(labels) / (2 * sums)
    return weights


def rows_of(pages: Sequence[tuple[Sample, Features]]) -> tuple[Array, Array, Array]:
    """Rows, labels and weights of the labelled blocks of pages."""
    rows, labels, weights = zip(*page_rows(pages), strict=True)
    return np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)


def page_rows(pages: Sequence[tuple[Sample, Features]]) -> Iterator[tuple[Array, Array, Array]]:
    """The same for each page."""
    draw = np.random.default_rng(0)
    for sample, features in pages:
        weights = block_weights(sample)
        rows = np.flatnonzero(weights)
        if not len(rows):
            continue
        larger = 1.0
        if len(rows) > MAX_ROWS:
            larger = len(rows) / MAX_ROWS
            rows = np.sort(draw.choice(rows, MAX_ROWS, replace=False))
        yield features.values[:, rows].T, sample.labels[rows], weights[rows] * larger


def block_weights(sample: Sample) -> Array:
    """What each block of a page weighs in learning: nothing where it has no label."""
    weights = np.where(np.isnan(sample.labels), 0.0, (sample.words + 0.5) ** WORDS_POWER)
    found: Array = weights * (page_weight(sample) / max(weights.sum(), 1e-9))
    return found


def page_weight(sample: Sample) -> float:
    """What all blocks of a page together weigh."""
    weight = PAGE_WEIGHT * CORPUS_WEIGHTS.get(sample.gold.corpus, 1.0)
    if not sample.is_article:
        weight *= OTHER_WEIGHT
    return weight if sample.gold.body is not None else weight * SNIPPET_WEIGHT
