"""Features of the position of a block, and of the page as a whole."""

import numpy as np

from cleanpage.models.arrays import Array, Columns, running_sum
from cleanpage.page.page import Page

__all__ = ["position_features"]

# The main heading is looked for in the part of the page before this share of its prose.
HEADING_SHARE = 0.5


def position_features(page: Page, columns: Columns) -> Columns:
    """Position by blocks, by prose, and from the main heading; sums over the page."""
    count = len(page.texts)
    index = np.arange(count, dtype=np.float64)
    prose = columns["words"] * columns["long"]
    sums = running_sum(prose)
    total = max(sums[-1], 1.0)
    first = main_heading(page, sums)
    linked = float((columns["words"] * columns["link_density"]).sum() / columns["words"].sum())
    return {
        "position": index / count,
        "blocks_left": count - index,
        "prose_before": sums[:-1] / total,
        "prose_after": 1.0 - sums[1:] / total,
        "prose_words_before": sums[:-1],
        "prose_words_after": sums[-1] - sums[1:],
        "after_heading": np.clip(index - first, -50, 200) if first >= 0 else np.full(count, -60.0),
        "page_blocks": np.full(count, float(count)),
        "page_prose": np.full(count, sums[-1]),
        "page_longest": np.full(count, prose.max()),
        "page_linked": np.full(count, linked),
        "page_prose_share": np.full(count, sums[-1] / columns["words"].sum()),
    }


def main_heading(page: Page, prose: Array) -> int:
    """Index of the block in the last `h1` before most of the prose; -1 where there is no `h1`."""
    found = [block for block, element in enumerate(page.elements) if page.tags[element] == "h1"]
    before = [block for block in found if prose[block] <= HEADING_SHARE * prose[-1]]
    return before[-1] if before else found[0] if found else -1
