"""Types of arrays, and the arithmetic that several steps share."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "SUREST",
    "Array",
    "Columns",
    "Flags",
    "Indices",
    "flags",
    "log_odds",
    "logistic",
    "numbers",
    "running_sum",
    "shifted",
]

Array = NDArray[np.floating]
Flags = NDArray[np.bool_]
Indices = NDArray[np.int64]
Columns = dict[str, Array]

SUREST = 1e-6
"""Probabilities are no surer than this where their log odds count: else one model could silence another."""


def numbers(values: "Sequence[int] | Sequence[float] | NDArray[np.generic]") -> Array:
    """A column of numbers."""
    return np.array(values, dtype=np.float32)


def flags(values: "list[bool] | Flags") -> Array:
    """A column of ones and zeros."""
    return np.asarray(values, dtype=np.float32)


def logistic(odds: Array) -> Array:
    """Probabilities of log odds."""
    return 1.0 / (1.0 + np.exp(-odds))


def log_odds(probabilities: Array, surest: float = SUREST) -> Array:
    """Log odds of probabilities, where none is surer than `surest` (near 0) or 1 - `surest`."""
    bounded = np.clip(probabilities, surest, 1 - surest)
    odds: Array = np.log(bounded / (1 - bounded))
    return odds


def running_sum(values: Array) -> Array:
    """Sums of the first 0, 1, 2 … values along the last axis: the sum of a range is a difference of two."""
    sums = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=sums[..., 1:])
    return sums


def shifted(values: Array, by: int) -> Array:
    """The value of the block `by` places further on, along the last axis; zero beyond the ends."""
    result = np.zeros_like(values)
    if by > 0:
        result[..., :-by] = values[..., by:]
    else:
        result[..., -by:] = values[..., :by]
    return result
