"""Features of the tags around a block."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from cleanpage.models.arrays import Columns, Flags, Indices, flags, numbers
from cleanpage.page.page import Page
from cleanpage.rules.tags import HEADING_LEVELS, Context

__all__ = ["context_features"]

CONTEXTS = {name.lower(): bit for name, bit in vars(Context).items() if name.isupper()}
BITS = np.array(list(CONTEXTS.values()))
HOLDERS = ("p", "li", "div", "td", "dd", "section")
LEAVES = ("a", "span", "strong", "em")
HOLDER_ROWS, LEAF_ROWS = ({tag: row for row, tag in enumerate(tags)} for tags in (HOLDERS, LEAVES))


def context_features(page: Page) -> Columns:
    """Bits of the context, tags of the elements that hold the block, depth."""
    tags, contexts = page.tags, page.contexts
    found = np.array([contexts[leaf] for leaf in page.leaves])
    columns = named("in_", CONTEXTS, (found & BITS[:, None]) != 0)
    holders = [tags[element] for element in page.elements]
    columns |= named("is_", HOLDERS, rows_of(HOLDER_ROWS, holders))
    columns |= named("leaf_", LEAVES, rows_of(LEAF_ROWS, [tags[element] for element in page.leaves]))
    columns["heading_level"] = numbers([HEADING_LEVELS.get(tag, 0) for tag in holders])
    columns["depth"] = numbers(depths_of(page)[np.array(page.elements)])
    return columns


def named(prefix: str, names: Iterable[str], rows: Flags) -> Columns:
    """Columns from the rows of a table."""
    return {prefix + name: row for name, row in zip(names, flags(rows), strict=True)}


def rows_of(rows: Mapping[str, int], tags: Sequence[str]) -> Flags:
    """For each known tag a row that tells where it stands."""
    places = np.array([rows.get(tag, -1) for tag in tags])
    found: Flags = places == np.arange(len(rows))[:, None]
    return found


def depths_of(page: Page) -> Indices:
    """The number of ancestors of each element: of the elements before it, those that have not ended."""
    count = len(page.ends)
    return np.arange(count) - np.cumsum(np.bincount(page.ends, minlength=count + 1))[:count]
