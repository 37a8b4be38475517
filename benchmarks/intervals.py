"""Figures with 95 % intervals, by bootstrap over pages.

A figure is a function of a sum of rows, one row a page, so a resample of pages is a weighted sum: one matrix product.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "Interval", "Row", "bootstrap", "difference"]

Row = tuple[float, ...]
Floats = NDArray[np.float64]

RESAMPLES = 1000
SEED = 20_240_601


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure with its 95 % bootstrap interval over pages."""

    value: float
    low: float
    high: float
    pages: int


def resampled_sums(rows: Floats) -> Floats:
    """Sums of rows over `RESAMPLES` samples of the pages with replacement; the same at every call."""
    pages = len(rows)
    counts = np.random.default_rng(SEED).multinomial(pages, np.full(pages, 1 / pages), size=RESAMPLES)
    product: Floats = counts @ rows
    return product


def bootstrap(rows: Sequence[Row], finish: Callable[[Floats], Floats]) -> Interval:
    """A figure and its 95 % interval, from rows of at least one page."""
    table = np.asarray(rows, dtype=np.float64)
    low, high = np.quantile(finish(resampled_sums(table)), (0.025, 0.975))
    return Interval(value=float(finish(table.sum(axis=0))), low=float(low), high=float(high), pages=len(table))


def difference(rows: Sequence[Row], others: Sequence[Row], finish: Callable[[Floats], Floats]) -> Interval:
    """`rows` minus `others` on the same pages in the same order, each resample taken of both (paired bootstrap).

    Raises:
        ValueError: The two are not of the same pages.
    """
    table, other = np.asarray(rows, dtype=np.float64), np.asarray(others, dtype=np.float64)
    if table.shape != other.shape:
        raise ValueError(f"a paired difference needs the same pages: {len(table)} rows against {len(other)}")
    low, high = np.quantile(finish(resampled_sums(table)) - finish(resampled_sums(other)), (0.025, 0.975))
    value = finish(table.sum(axis=0)) - finish(other.sum(axis=0))
    return Interval(value=float(value), low=float(low), high=float(high), pages=len(table))
