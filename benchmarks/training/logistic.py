"""Logistic models as `cleanpage.models.logistic` reads them: fitted, cross-validated by domain, written."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from cleanpage.models.arrays import Array
from cleanpage.models.logistic import MOST

__all__ = ["fit", "out_of_fold"]

DIGITS = 5


def standardised(values: Array, center: Array, scale: Array) -> Array:
    """Values as the model sees them."""
    standard: Array = np.clip((values - center) / scale, -MOST, MOST)
    return standard


def fit(
    values: Array, labels: Sequence[str], *, strength: float, balanced: bool, counts: Array | None = None
) -> dict[str, Any]:
    """Center, scale, weights and bias of a multinomial logistic regression.

    Args:
        values: Shape (rows, numbers).
        labels: One a row.
        strength: Inverse of the strength of the L2 penalty.
        balanced: Whether every class weighs the same, however rare it is.
        counts: What each row counts; by default all the same.
    """
    from sklearn.linear_model import LogisticRegression

    center, scale = values.mean(axis=0), values.std(axis=0) + 1e-6
    weights = np.ones(len(labels)) if counts is None else counts
    if balanced:
        sums = {label: weights[np.array(labels) == label].sum() for label in set(labels)}
        weights = weights * len(labels) / len(sums) / np.array([sums[label] for label in labels])
    found = LogisticRegression(C=strength, max_iter=1_000)
    found.fit(standardised(values, center, scale), labels, sample_weight=weights)
    slopes, bias = found.coef_, found.intercept_
    if len(found.classes_) == 2:  # scikit-learn gives the second class alone
        slopes, bias = np.vstack((-slopes, slopes)) / 2, np.concatenate((-bias, bias)) / 2
    return {
        "classes": found.classes_.tolist(),
        "center": np.round(center, DIGITS).tolist(),
        "scale": np.round(np.maximum(scale, 10**-DIGITS), DIGITS).tolist(),
        "weights": np.round(slopes, DIGITS).tolist(),
        "bias": np.round(bias, DIGITS).tolist(),
    }


def out_of_fold(
    values: Array,
    labels: Sequence[str],
    folds: Sequence[int],
    *,
    strength: float,
    balanced: bool,
    counts: Array | None = None,
    seen_as: Array | None = None,
) -> tuple[tuple[str, ...], Array]:
    """Classes, and the probabilities of each row by a model that has not seen its fold; shape (rows, classes).

    Args:
        values: Shape (rows, numbers).
        labels: One a row.
        folds: The fold of each row.
        strength: As for `fit`.
        balanced: As for `fit`.
        counts: As for `fit`.
        seen_as: What is learned from in place of the values.
    """
    learned = values if seen_as is None else seen_as
    fold, given = np.array(folds), np.array(labels)
    classes = tuple(sorted(set(labels)))
    found = np.zeros((len(labels), len(classes)))
    for held_out in sorted(set(folds)):
        seen = fold != held_out
        part = None if counts is None else counts[seen]
        model = fit(learned[seen], given[seen].tolist(), strength=strength, balanced=balanced, counts=part)
        if tuple(model["classes"]) != classes:
            raise ValueError(f"without fold {held_out}, there are no pages of some of {classes}")
        standard = standardised(values[~seen], np.array(model["center"]), np.array(model["scale"]))
        odds = standard @ np.array(model["weights"]).T + np.array(model["bias"])
        shares = np.exp(odds - odds.max(axis=1, keepdims=True))
        found[~seen] = shares / shares.sum(axis=1, keepdims=True)
    return classes, found
