"""Text shares and densities of the containers around a block, from the nearest to the root."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from cleanpage.models.arrays import Array, Columns, Indices, flags, running_sum
from cleanpage.page.page import Page

__all__ = ["Containers", "container_features", "container_path_features", "containers_of"]

# How many ever larger containers around a block are looked at.
LEVELS = 4
# The best container is the smallest element with this share of the page's prose.
BEST_SHARES = (0.5, 0.8)
COUNTED_TAGS = {
    "images": ("img", "picture", "svg"),
    "inputs": ("input", "button", "select", "textarea"),
    "anchors": ("a",),
    "items": ("li",),
    "headings": ("h2", "h3", "h4"),
    "times": ("time",),
}
TAG_ROWS = {tag: row for row, tags in enumerate(COUNTED_TAGS.values()) for tag in tags}


@dataclass(frozen=True, slots=True)
class Containers:
    """The ranges of the containers of every block."""

    starts: Indices
    """Shape (elements,): first block of each element."""
    ends: Indices
    """Shape (elements,): block after the last of each element."""
    levels: tuple[Indices, ...]
    """For each level, shape (blocks,): the container of each block."""

    def range(self, level: int) -> tuple[Indices, Indices]:
        """First block and block after the last of each block's container, shape (blocks,) both."""
        element = self.levels[level]
        return self.starts[element], self.ends[element]


def containers_of(page: Page) -> Containers:
    """The containers of every block."""
    starts, ends = np.array(page.block_starts), np.array(page.block_ends)
    return Containers(starts, ends, tuple(containers(page, starts, ends)))


def container_features(page: Page, layout: Containers, columns: Columns) -> Columns:
    """Of each level: share of the page's prose, link density, prose share, size, elements, siblings alike."""
    words, prose = columns["words"], columns["words"] * columns["long"]
    sums = running_sum(np.array([words, words * columns["link_density"], prose, columns["is_p"]]))
    # From here on a row is a level, a column a block.
    elements = np.array(layout.levels)
    starts, ends = layout.starts[elements], layout.ends[elements]
    blocks = ends - starts
    size = np.maximum(blocks, 1)
    own_words, own_linked, own_prose, own_paragraphs = sums[:, ends] - sums[:, starts]
    inside = np.maximum(own_words, 1.0)
    rows = {
        "share": own_prose / max(sums[2, -1], 1.0),
        "linked": own_linked / inside,
        "prose": own_prose / inside,
        "blocks": blocks,
        "mean_words": inside / size,
        "paragraphs": own_paragraphs / size,
        "place": (np.arange(len(words)) - starts) / size,
        "alike": siblings_alike(page, elements),
        **{name: count / size for name, count in tag_counts(page, elements).items()},
    }
    result = {f"{name}_{level}": row[level] for level in range(len(elements)) for name, row in rows.items()}
    return result | best_features(page, layout, sums[2])


def tag_counts(page: Page, elements: Indices) -> dict[str, Indices]:
    """How many elements of each of `COUNTED_TAGS` stand in or are the elements at hand, in their shape."""
    row_of, others = TAG_ROWS.get, len(COUNTED_TAGS)
    marks = np.zeros((others + 1, len(page.tags) + 1), dtype=np.int64)
    marks[[row_of(tag, others) for tag in page.tags], np.arange(1, len(page.tags) + 1)] = 1
    sums = np.cumsum(marks[:others], axis=1)
    counts = sums[:, np.array(page.ends)[elements]] - sums[:, elements]
    return dict(zip(COUNTED_TAGS, counts, strict=True))


def container_path_features(layout: Containers, columns: Columns) -> Columns:
    """Mean of the path weights inside the container of each level."""
    sums = running_sum(columns["path"])
    result: Columns = {}
    for level in range(len(layout.levels)):
        start, end = layout.range(level)
        result[f"mean_path_{level}"] = (sums[end] - sums[start]) / np.maximum(end - start, 1)
    return result


def containers(page: Page, starts: Indices, ends: Indices) -> list[Indices]:
    """For each level, the outermost element of each block that holds no more blocks than the level asks for.

    Level 1 is the block's own element with all wrappers around it; each further level is the next element up that
    holds more blocks, with its wrappers: wrappers without text of their own must not count as levels.
    """
    parents = np.array(page.parents)
    wraps = (starts[parents] == starts) & (ends[parents] == ends) & (parents >= 0)
    tops = np.where(wraps, parents, np.arange(len(parents)))
    # Twice as far up each time, until nothing is further up.
    while (higher := tops[tops]).tobytes() != tops.tobytes():
        tops = higher
    up = tops[np.maximum(parents, 0)]
    levels = [tops[np.array(page.elements)]]
    for _ in range(LEVELS - 1):
        levels.append(up[levels[-1]])
    return levels


def siblings_alike(page: Page, elements: Indices) -> Indices:
    """Number of siblings with the same tag and class, itself included: cards, comments and teasers come in rows.

    Args:
        page: The page.
        elements: The elements at hand, in any shape; that of the answer.
    """
    distinct, places = np.unique(elements, return_inverse=True)
    parents = np.array(page.parents)
    # The root's parent, -1, has the last place.
    asked = np.zeros(len(parents) + 1, dtype=bool)
    asked[parents[distinct]] = True
    children: list[int] = np.flatnonzero(asked[parents]).tolist()
    tags, classes, parent_of = page.tags, page.classes, page.parents
    keys = {child: (parent_of[child], tags[child], classes[child]) for child in children}
    counts = Counter(keys.values())
    alike = [counts[keys[element]] for element in distinct.tolist()]
    return np.array(alike)[places].reshape(elements.shape)


def best_features(page: Page, layout: Containers, prose_sums: Array) -> Columns:
    """Where the block stands towards the smallest elements that hold most of the page's prose."""
    starts, ends = layout.starts, layout.ends
    index = np.arange(len(page.texts))
    mass = prose_sums[ends] - prose_sums[starts]
    sizes = ends - starts
    result: Columns = {}
    for share in BEST_SHARES:
        fitting = np.flatnonzero(mass >= share * prose_sums[-1])
        best = fitting[np.argmin(sizes[fitting])]
        side = np.where(index < starts[best], -1.0, np.where(index >= ends[best], 1.0, 0.0))
        result[f"side_{round(share * 100)}"] = side
        result[f"inside_{round(share * 100)}"] = flags(side == 0)
        result[f"best_size_{round(share * 100)}"] = np.full(len(index), sizes[best] / len(index))
    return result
