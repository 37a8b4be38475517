"""Features of neighbouring blocks, and of the heading above a block."""

import numpy as np

from cleanpage.models.arrays import Array, Columns, Flags, Indices, running_sum, shifted

__all__ = ["neighbour_features", "neighbour_path_features"]

# Blocks on each side.
WINDOW = 4
# A heading further back than this, in blocks, says nothing of a block.
FAR = 60


def neighbour_features(columns: Columns) -> Columns:
    """Values of the blocks before and after, means over a window, distances to prose and to the last heading."""
    result = neighbours(columns, ("words", "link_density", "long", "heading_level", "cue_related", "cue_sign_up"))
    prose = columns["words"] * columns["long"]
    linked = columns["words"] * columns["link_density"]
    result["prose_around"] = window_mean(prose)
    result["linked_around"] = window_mean(linked) / (window_mean(columns["words"]) + 1)
    result["since_long"] = distance_back(columns["long"] > 0)
    result["until_long"] = distance_back(columns["long"][::-1] > 0)[::-1]
    return result | heading_features(columns)


def neighbour_path_features(columns: Columns) -> Columns:
    """Learned weights of the blocks around, and of the heading that a block stands under."""
    last = last_before(columns["heading_level"] > 0)
    result = neighbours(columns, ("path", "lexical"))
    result["path_around"] = window_mean(columns["path"])
    result["lexical_around"] = window_mean(columns["lexical"])
    for name in ("path", "lexical"):
        result[f"under_{name}"] = np.where(last >= 0, columns[name][last], 0)
    return result


def neighbours(columns: Columns, names: tuple[str, ...]) -> Columns:
    """Values of the two blocks on each side."""
    table = np.array([columns[name] for name in names])
    moved = {f"{by:+d}": shifted(table, by) for by in (-2, -1, 1, 2)}
    return {f"{name}_{by}": rows[row] for row, name in enumerate(names) for by, rows in moved.items()}


def window_mean(values: Array) -> Array:
    """Mean over the blocks within the window, the block itself left out."""
    sums = running_sum(values)
    index = np.arange(len(values))
    low, high = np.maximum(index - WINDOW, 0), np.minimum(index + WINDOW + 1, len(values))
    means: Array = (sums[high] - sums[low] - values) / np.maximum(high - low - 1, 1)
    return means


def last_before(marked: Flags) -> Indices:
    """Index of the last marked block at or before each block; -1 where there is none."""
    index = np.arange(len(marked))
    return np.maximum.accumulate(np.where(marked, index, -1))


def distance_back(marked: Flags) -> Array:
    """Number of blocks since the last marked one, itself left out, at most `FAR`."""
    last = np.concatenate(([-FAR], last_before(marked)[:-1]))
    distance = np.arange(len(marked)) - np.where(last < 0, -FAR, last)
    return np.minimum(distance, FAR).astype(np.float64)


def heading_features(columns: Columns) -> Columns:
    """The heading that a block stands under: how far back, of what level, and what it says."""
    last = last_before(columns["heading_level"] > 0)
    there = last >= 0
    return {
        "under_heading": np.where(there, np.minimum(np.arange(len(last)) - last, FAR), FAR).astype(np.float64),
        "under_level": np.where(there, columns["heading_level"][last], 0),
        "under_linked": np.where(there, columns["link_density"][last], 0),
    }
