"""Shares and densities of the ever larger containers around a block."""

from dataclasses import dataclass

import numpy as np

from cleanpage.arrays import Array, Columns, Indices, flags, running_sum
from cleanpage.page import Page

__all__ = ["Layout", "container_features", "container_path_features", "layout_of"]

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


@dataclass(frozen=True, slots=True)
class Layout:
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


def layout_of(page: Page) -> Layout:
    """The containers of every block."""
    starts, ends = np.array(page.block_starts), np.array(page.block_ends)
    return Layout(starts, ends, tuple(containers(page, starts, ends)))


def container_features(page: Page, layout: Layout, columns: Columns) -> Columns:
    """Of each level: share of the page's prose, link density, prose share, size, elements, siblings alike."""
    words, prose = columns["words"], columns["words"] * columns["long"]
    sums = {
        "words": running_sum(words),
        "linked": running_sum(words * columns["link_density"]),
        "prose": running_sum(prose),
        "paragraphs": running_sum(columns["is_p"]),
    }
    tags = {name: running_sum(flags([tag in kinds for tag in page.tags])) for name, kinds in COUNTED_TAGS.items()}
    alike, lasts = siblings_alike(page), np.array(page.ends)
    total = max(sums["prose"][-1], 1.0)
    result: Columns = {}
    for level, element in enumerate(layout.levels):
        start, end = layout.range(level)
        size = np.maximum(end - start, 1)
        inside = np.maximum(sums["words"][end] - sums["words"][start], 1.0)
        own_prose = sums["prose"][end] - sums["prose"][start]
        result[f"share_{level}"] = own_prose / total
        result[f"linked_{level}"] = (sums["linked"][end] - sums["linked"][start]) / inside
        result[f"prose_{level}"] = own_prose / inside
        result[f"blocks_{level}"] = (end - start).astype(np.float64)
        result[f"mean_words_{level}"] = inside / size
        result[f"paragraphs_{level}"] = (sums["paragraphs"][end] - sums["paragraphs"][start]) / size
        result[f"place_{level}"] = (np.arange(len(words)) - start) / size
        result[f"alike_{level}"] = alike[element]
        for name, tag_sums in tags.items():
            result[f"{name}_{level}"] = (tag_sums[lasts[element]] - tag_sums[element]) / size
    return result | best_features(page, layout, sums["prose"])


def container_path_features(layout: Layout, columns: Columns) -> Columns:
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
    outermost: list[int] = []
    for element, (parent, wrapped) in enumerate(zip(page.parents, wraps.tolist(), strict=True)):
        outermost.append(outermost[parent] if wrapped else element)
    tops = np.array(outermost)
    up = tops[np.maximum(parents, 0)]
    levels = [tops[np.array(page.elements)]]
    for _ in range(LEVELS - 1):
        levels.append(up[levels[-1]])
    return levels


def siblings_alike(page: Page) -> Array:
    """Number of siblings with the same tag and class, of every element: cards, comments and teasers come in rows."""
    counts: dict[tuple[int, str, str | None], int] = {}
    keys = []
    for parent, tag, attributes in zip(page.parents, page.tags, page.attributes, strict=True):
        key = (parent, tag, attributes.get("class") if attributes else None)
        counts[key] = counts.get(key, 0) + 1
        keys.append(key)
    return np.array([counts[key] for key in keys], dtype=np.float32)


def best_features(page: Page, layout: Layout, prose_sums: Array) -> Columns:
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
