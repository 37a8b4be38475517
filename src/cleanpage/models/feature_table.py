"""The table that models read: one row a block of the page, one column a feature."""

from dataclasses import dataclass

from cleanpage.models.arrays import Array

__all__ = ["Features"]


@dataclass(frozen=True, slots=True)
class Features:
    """Rows of numbers, one a block of the page."""

    names: tuple[str, ...]
    """Names of the columns."""
    values: Array
    """Shape (features, blocks): a column of the table is contiguous."""

    def column(self, name: str) -> Array:
        """The values of one feature, one a block."""
        column: Array = self.values[self.names.index(name)]
        return column
