"""What the tags around a block say."""

import numpy as np

from cleanpage.arrays import Columns, flags, numbers
from cleanpage.page import Page
from cleanpage.rules.tags import HEADING_LEVELS, Context

__all__ = ["context_features"]

CONTEXTS = {name.lower(): bit for name, bit in vars(Context).items() if name.isupper()}
HOLDERS = ("p", "li", "div", "td", "dd", "section")
LEAVES = ("a", "span", "strong", "em")


def context_features(page: Page) -> Columns:
    """Bits of the context, tags of the elements that hold the block, depth."""
    contexts = np.array([page.contexts[leaf] for leaf in page.leaves], dtype=np.int64)
    columns = {f"in_{name}": flags((contexts & bit) != 0) for name, bit in CONTEXTS.items()}
    holders = [page.tags[element] for element in page.elements]
    leaves = [page.tags[element] for element in page.leaves]
    columns |= {f"is_{tag}": flags([holder == tag for holder in holders]) for tag in HOLDERS}
    columns |= {f"leaf_{tag}": flags([leaf == tag for leaf in leaves]) for tag in LEAVES}
    columns["heading_level"] = numbers([HEADING_LEVELS.get(tag, 0) for tag in holders])
    depths: list[int] = []
    for parent in page.parents:
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    columns["depth"] = numbers([depths[element] for element in page.elements])
    return columns
