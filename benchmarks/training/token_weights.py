"""Weights of tokens, by logistic regression over blocks: the class heuristic, learned."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.training.samples import Sample, Tokens
from cleanpage.models.arrays import Array

__all__ = ["TokenData", "TokenWeights", "fit_tokens", "lexical_data", "path_data"]

Item = TypeVar("Item")

# A token must stand on pages of this many domains: what one publisher calls its columns is no knowledge.
PATH_DOMAINS, LEXICAL_DOMAINS = 5, 8
# Inverse strength of the L2 penalty, found by cross-validation among .01, .05 and .2 (and .02 to .2 for texts).
PATH_PENALTY, LEXICAL_PENALTY = 0.012, 0.05
ITERATIONS, TOLERANCE = 50, 1e-3
# The file keeps weights to two decimals, and tokens of which any weight is at least this.
PATH_LEAST, LEXICAL_LEAST = 0.04, 0.12
DECIMALS = 2


@dataclass(frozen=True, slots=True, eq=False)
class TokenData:
    """Rows of tokens with labels; a row has one group of columns for each part."""

    vocabulary: Mapping[str, int]
    parts: int
    matrix: sparse.csr_matrix
    labels: Array
    weights: Array
    folds: Array
    penalty: float
    least: float


@dataclass(frozen=True, slots=True)
class TokenWeights:
    """Learned weights, rounded as the file has them: for each token one number a part."""

    table: Mapping[str, tuple[float, ...]]


def path_data(samples: Sequence[Sample], folds: Sequence[int]) -> TokenData:
    """Blocks of one page with the same path are one row: they are alike to the model."""
    vocabulary = read_vocabulary(samples, lambda sample: sample.paths, PATH_DOMAINS)
    rows: list[Sequence[Tokens]] = []
    labels, weights, row_folds = [], [], []
    for sample, fold in zip(samples, folds, strict=True):
        sums: dict[tuple[Tokens, ...], list[float]] = {}
        for path, words, label in known(sample, sample.paths):
            row = sums.setdefault(path, [0.0, 0.0])
            weight = words**0.5 + 0.3
            row[0] += weight
            row[1] += weight * label
        total = sum(weight for weight, _ in sums.values())
        for row_path, (weight, positive) in sums.items():
            rows.append(row_path)
            labels.append(positive / weight)
            weights.append(weight / total)
            row_folds.append(fold)
    return build(vocabulary, rows, labels, weights, row_folds, (PATH_PENALTY, PATH_LEAST))


def lexical_data(samples: Sequence[Sample], folds: Sequence[int]) -> TokenData:
    """Short blocks and links, a row each."""
    vocabulary = read_vocabulary(samples, lambda sample: ((tokens,) for tokens in sample.lexical), LEXICAL_DOMAINS)
    rows: list[Sequence[Tokens]] = []
    labels, weights, row_folds = [], [], []
    for sample, fold in zip(samples, folds, strict=True):
        found = [(tokens, label) for tokens, _, label in known(sample, sample.lexical) if tokens]
        for tokens, label in found:
            rows.append((tokens,))
            labels.append(label)
            weights.append(len(found) ** -0.5)
            row_folds.append(fold)
    return build(vocabulary, rows, labels, weights, row_folds, (LEXICAL_PENALTY, LEXICAL_LEAST))


def known(sample: Sample, items: Iterable[Item]) -> Iterator[tuple[Item, float, float]]:
    """The items of blocks with a label, with their words and labels."""
    for item, words, label in zip(items, sample.words.tolist(), sample.labels.tolist(), strict=True):
        if label == label:  # not NaN
            yield item, words, label


def read_vocabulary(
    samples: Sequence[Sample], rows: Callable[[Sample], Iterable[Sequence[Tokens]]], domains: int
) -> dict[str, int]:
    """Tokens that stand on pages of enough domains, numbered in their own order."""
    seen: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for token in {token for row in rows(sample) for tokens in row for token in tokens}:
            seen[token].add(sample.domain)
    return {token: n for n, token in enumerate(sorted(t for t, found in seen.items() if len(found) >= domains))}


def build(
    vocabulary: Mapping[str, int],
    rows: Sequence[Sequence[Tokens]],
    labels: Sequence[float],
    weights: Sequence[float],
    folds: Sequence[int],
    settings: tuple[float, float],
) -> TokenData:
    """The rows as a sparse matrix."""
    scaled = np.array(weights) / np.mean(weights)
    matrix = token_matrix(rows, vocabulary)
    return TokenData(vocabulary, len(rows[0]), matrix, np.array(labels), scaled, np.array(folds), *settings)


def token_matrix(rows: Sequence[Sequence[Tokens]], vocabulary: Mapping[str, int]) -> sparse.csr_matrix:
    """Counts of tokens; the columns of a row's second part come after all columns of the first, and so on."""
    columns: list[int] = []
    ends = [0]
    for row in rows:
        for part, tokens in enumerate(row):
            offset = part * len(vocabulary)
            columns.extend(vocabulary[token] + offset for token in tokens if token in vocabulary)
        ends.append(len(columns))
    shape = (len(rows), len(rows[0]) * len(vocabulary))
    data = (np.ones(len(columns), dtype=np.float32), np.array(columns, dtype=np.int32), np.array(ends, dtype=np.int64))
    return sparse.csr_matrix(data, shape=shape)


def fit_tokens(data: TokenData, without: Iterable[int] = ()) -> TokenWeights:
    """Learn from all rows outside some folds: logistic regression with soft labels."""
    rows = np.flatnonzero(~np.isin(data.folds, list(without)))
    matrix, labels, weights = data.matrix[rows], data.labels[rows], data.weights[rows]
    point = minimize(
        loss_of(matrix, labels, weights, data.penalty),
        np.zeros(matrix.shape[1] + 1),
        jac=True,
        method="L-BFGS-B",
        # Cut off on purpose: weights that are kept to two decimals need no more.
        options={"maxiter": ITERATIONS, "gtol": TOLERANCE},
    ).x
    found = np.round(point[:-1].reshape(data.parts, -1), DECIMALS)
    strong = np.abs(found).max(axis=0) >= data.least
    return TokenWeights({token: tuple(found[:, n].tolist()) for token, n in data.vocabulary.items() if strong[n]})


def loss_of(
    matrix: sparse.csr_matrix, labels: Array, weights: Array, penalty: float
) -> Callable[[Array], tuple[float, Array]]:
    """Mean cross-entropy with its gradient, as a function of the weights of all columns and the bias, in that order.

    Args:
        matrix: Rows of tokens.
        labels: Shares from 0 to 1, one a row.
        weights: What each row counts.
        penalty: Inverse strength of the L2 penalty.
    """
    columns = matrix.T.tocsr()
    total = weights.sum()
    pull = 1 / (penalty * total)

    def loss(point: Array) -> tuple[float, Array]:
        inner = point[:-1]
        odds = matrix @ inner + point[-1]
        errors = weights * (expit(odds) - labels) / total
        value = weights @ (np.logaddexp(0, odds) - labels * odds) / total + pull * (inner @ inner) / 2
        return float(value), np.append(columns @ errors + pull * inner, errors.sum())

    return loss
