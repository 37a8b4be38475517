"""The table that models read: one row a block of the page, one column a feature."""

from dataclasses import dataclass

import numpy as np

from cleanpage.models.arrays import Array, Indices

__all__ = ["Features", "no_features"]

EVERY = slice(None)


@dataclass(frozen=True, slots=True)
class Features:
    """Rows of numbers, one a block of the page."""

    names: tuple[str, ...]
    """Names of the columns."""
    values: Array
    """Shape (features, blocks): a column of the table is contiguous."""

    def column(self, name: str) -> Array:
        """The values of one feature, one a block; zeros where no features were computed."""
        if not self.names:
            return np.zeros(self.values.shape[1], dtype=np.float32)
        column: Array = self.values[self.names.index(name)]
        return column

    def means(self, rows: Indices | slice = EVERY) -> Array:
        """The page as one row: means of some features over its blocks, weighted by words; shape (rows,)."""
        words = self.column("words")
        means: Array = (self.values[rows] @ words) / words.sum()
        return means


def no_features(blocks: int) -> Features:
    """The table of a page for which no features were computed."""
    return Features((), np.zeros((0, blocks), dtype=np.float32))
