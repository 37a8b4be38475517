"""A small neural network over the blocks of a page, evaluated by numpy.

Each block is a row of features, standardised. A first layer makes some dozens of numbers of each; their means over the
page are fed back to every block; then residual layers look at ever farther neighbours (dilated convolutions: van den
Oord et al., "WaveNet: A Generative Model for Raw Audio", 2016; over the blocks of web pages: Vogels et al., "Web2Text:
Deep Structured Boilerplate Removal", ECIR 2018). Trees see one block at a time and the network sees the page, so that
they err on different blocks. `benchmarks/training/networks.py` learns it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cleanpage.arrays import Array

__all__ = [
    "DILATIONS",
    "MOST",
    "WEIGHT_UNIT",
    "Layer",
    "Network",
    "read_network",
    "shapes_of",
    "squeezed",
    "standardised",
]

# Weights are whole numbers in the file: units of a ten-thousandth.
WEIGHT_UNIT = 10_000.0
# How far the middle of each layer looks, in blocks to both sides. No sum of a way there and a way back is zero, so that
# a block has an effect on itself by way of nothing but itself and the page.
DILATIONS = (1, 2, 4)
# Features further than this from their mean, in standard deviations, are no further than this.
MOST = 4.0
# Rows that are multiplied at a time. OpenBLAS would start threads for larger products, which takes longer than the
# product, and keeps processors from those who run a worker on each.
ROWS = 32
# Blocks that are looked at at a time, a multiple of `ROWS`: bounds the memory.
MAX_BLOCKS = 4_096


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """What a residual layer adds to the hidden numbers of each block; the first axis runs over members."""

    dilation: int
    """How far to both sides the layer looks, in blocks."""
    inner: Array
    """Shape (members, 1, width, 3 * width): weights of the block before, the block itself and the block after."""
    inner_bias: Array
    """Shape (members, 1, width)."""
    outer: Array
    """Shape (members, 1, width, width)."""
    outer_bias: Array
    """Shape (members, 1, width)."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Several networks of one shape, its members, whose mean counts."""

    words: int
    """Which feature holds the words of a block: blocks count by them in the mean of a page."""
    center: Array
    """Shape (features, 1): mean of each squeezed feature."""
    scale: Array
    """Shape (features, 1): its standard deviation."""
    inputs: Array
    """Shape (members, 1, features, width)."""
    inputs_bias: Array
    """Shape (members, 1, width)."""
    page: Array
    """Shape (members, 2 * width, width): what the means over words and over blocks add to every block."""
    page_bias: Array
    """Shape (members, 1, width)."""
    layers: tuple[Layer, ...]
    output: Array
    """Shape (members, width)."""
    bias: float

    def predict(self, values: Array) -> Array:
        """Log odds of each block; `values` has shape (features, blocks) and holds all blocks of a page, in order."""
        count = values.shape[1]
        if count <= MAX_BLOCKS:
            found = self.first(self.standard(values))
            return self.odds(self.steps(found, self.page_part([found], values), count)[0], count)
        page, odds = self.page_of(values), []
        for start in range(0, count, MAX_BLOCKS):
            window, chosen = around(slice(start, start + MAX_BLOCKS), count)
            found = self.first(self.standard(values[:, window]))
            hidden, _ = self.steps(found, page, window.stop - window.start)
            odds.append(self.odds(hidden, window.stop - window.start)[chosen])
        return np.concatenate(odds)

    def contributions(self, values: Array, blocks: slice, page: Array | None = None) -> tuple[Array, Array]:
        """What each feature of some blocks adds to their log odds, and what their surroundings and the page add.

        Between its kinks the network is linear, so that the gradient times the features, and what remains, add up to
        the prediction (Ancona et al., "Towards better understanding of gradient-based attribution methods for deep
        neural networks", ICLR 2018, 2.2).

        Args:
            values: Shape (features, blocks), of the whole page.
            blocks: Which of them.
            page: What `page_of` says of the values, where it is known already.

        Returns:
            Shapes (features, chosen blocks) and (chosen blocks,). With `start()` they add up to `predict(values)`.
        """
        window, chosen = around(blocks, values.shape[1])
        count = window.stop - window.start
        rows = self.standard(values[:, window])
        found = self.first(rows)
        hidden, insides = self.steps(found, self.page_of(values) if page is None else page, count)
        change = np.broadcast_to(self.output[:, None], hidden.shape)
        for layer, inside in zip(reversed(self.layers), reversed(insides), strict=True):
            width = change.shape[2]
            within = (change @ layer.outer[:, 0].swapaxes(1, 2)) * (inside > 0)
            change = change + within @ layer.inner[:, 0, :, width : 2 * width].swapaxes(1, 2)
        gradient = ((change * (found > 0)) @ self.inputs[:, 0].swapaxes(1, 2)).mean(axis=0)
        own = (gradient * rows)[chosen].T
        return own, self.odds(hidden, count)[chosen] - own.sum(axis=0) - self.start()

    def start(self) -> float:
        """The log odds of a block of which nothing is known."""
        return self.bias

    def standard(self, values: Array) -> Array:
        """The features as the network reads them, a row a block, with empty rows up to a multiple of `ROWS`."""
        count = values.shape[1]
        rows = np.zeros((-(-count // ROWS) * ROWS, len(values)), dtype=np.float32)
        standardised(values, self.center, self.scale, out=rows[:count].T)
        return rows

    def first(self, rows: Array) -> Array:
        """Hidden numbers of each row before it knows of others, shape (members, rows, width)."""
        return rectified(product(rows[None], self.inputs) + self.inputs_bias)

    def page_of(self, values: Array) -> Array:
        """What the page adds to each of its blocks, shape (members, 1, width)."""
        parts = (values[:, start : start + MAX_BLOCKS] for start in range(0, values.shape[1], MAX_BLOCKS))
        return self.page_part((self.first(self.standard(part)) for part in parts), values)

    def page_part(self, found: Iterable[Array], values: Array) -> Array:
        """The same from the hidden numbers of `first`, of `MAX_BLOCKS` blocks at a time."""
        words = values[self.words] + np.float32(0.5)
        by_words = by_blocks = 0.0
        for start, hidden in zip(range(0, len(words), MAX_BLOCKS), found, strict=True):
            part = words[start : start + MAX_BLOCKS]
            by_words = by_words + part @ hidden[:, : len(part)]
            by_blocks = by_blocks + hidden[:, : len(part)].sum(axis=1)
        means = np.concatenate([by_words / words.sum(), by_blocks / np.float32(len(words))], axis=1)
        added: Array = means[:, None] @ self.page + self.page_bias
        return added

    def steps(self, found: Array, page: Array, count: int) -> tuple[Array, list[Array]]:
        """Hidden numbers after all layers, and the inside of each layer."""
        hidden = found + page
        hidden[:, count:] = 0
        insides = []
        for layer in self.layers:
            inside = rectified(with_neighbours(product(hidden, layer.inner), layer.dilation) + layer.inner_bias)
            hidden += product(inside, layer.outer)
            hidden += layer.outer_bias
            hidden[:, count:] = 0
            insides.append(inside)
        return hidden, insides

    def odds(self, hidden: Array, count: int) -> Array:
        """Log odds of the first `count` rows: the mean of all members."""
        found: Array = (hidden[:, :count] @ self.output[:, :, None])[:, :, 0].mean(axis=0) + self.bias
        return found


def around(blocks: slice, count: int) -> tuple[slice, slice]:
    """All blocks that the layers see from some of the `count` of a page, and where among them those are."""
    start, end, _ = blocks.indices(count)
    low, high = max(0, start - sum(DILATIONS)), min(count, end + sum(DILATIONS))
    return slice(low, high), slice(start - low, end - low)


def squeezed(values: Array) -> Array:
    """Roots of features, with their sign: counts of words reach thousands, shares stay below one.

    Logarithms do as well, and take five times as long.
    """
    found: Array = np.copysign(np.sqrt(np.abs(values)), values)
    return found


def standardised(values: Array, center: Array, scale: Array, out: Array | None = None) -> Array:
    """Squeezed features in standard deviations from their means; all shapes (features, blocks) or (features, 1)."""
    found: Array = np.clip((squeezed(values) - center) / scale, -MOST, MOST, out=out)
    return found


def rectified(values: Array) -> Array:
    """Zero where a value is less (in place)."""
    return np.maximum(values, 0, out=values)


def product(rows: Array, weights: Array) -> Array:
    """Each row times the weights of each member, `ROWS` at a time; shape (members, rows, columns of the weights)."""
    members, count, size = rows.shape
    found: Array = np.matmul(rows.reshape(members, -1, ROWS, size), weights).reshape(len(weights), count, -1)
    return found


def with_neighbours(shares: Array, dilation: int) -> Array:
    """For each row, the sum of what the row before it, itself and the row after it say of it; nothing beyond the ends.

    Args:
        shares: Shape (members, rows, 3 * width): what a row says of the row after it, of itself and of the row before.
        dilation: How many rows further the row before and the row after are.
    """
    width = shares.shape[2] // 3
    found = shares[:, :, width : 2 * width].copy()
    found[:, dilation:] += shares[:, :-dilation, :width]
    found[:, :-dilation] += shares[:, dilation:, 2 * width :]
    return found


def shapes_of(features: int, width: int) -> dict[str, tuple[int, int]]:
    """Shapes of the weights of one member by name; each has a bias of shape (width,) besides."""
    shapes = {"inputs": (features, width), "page": (2 * width, width)}
    for place in range(len(DILATIONS)):
        shapes |= {f"inner_{place}": (width, 3 * width), f"outer_{place}": (width, width)}
    return shapes


def read_network(data: Mapping[str, Any], features: tuple[str, ...]) -> Network:
    """A network from its part of the weights' file.

    Args:
        data: `center`, `scale` and `members`: of each the weights by name, in units of `WEIGHT_UNIT`.
        features: Names of the features.

    Raises:
        KeyError: A part is missing.
        ValueError: The parts do not fit each other or the features.
    """
    members = [arrays_of(member, len(features)) for member in data["members"]]
    if not members:
        raise ValueError("a network without members")
    together = {name: np.stack([member[name] for member in members]) for name in members[0]}
    scale = np.array(data["scale"], dtype=np.float32)
    if scale.shape != (len(features),) or len(data["center"]) != len(features) or not (scale > 0).all():
        raise ValueError(f"a network with {len(scale)} scales, not all above zero, for {len(features)} features")
    return Network(
        words=features.index("words"),
        center=np.array(data["center"], dtype=np.float32)[:, None],
        scale=scale[:, None],
        inputs=together["inputs"][:, None],
        inputs_bias=together["inputs_bias"][:, None],
        page=together["page"],
        page_bias=together["page_bias"][:, None],
        layers=tuple(
            Layer(
                dilation=dilation,
                inner=together[f"inner_{place}"][:, None],
                inner_bias=together[f"inner_{place}_bias"][:, None],
                outer=together[f"outer_{place}"][:, None],
                outer_bias=together[f"outer_{place}_bias"][:, None],
            )
            for place, dilation in enumerate(DILATIONS)
        ),
        output=together["output"],
        bias=float(together["output_bias"].mean()),
    )


def arrays_of(member: Mapping[str, Any], features: int) -> dict[str, Array]:
    """The weights of one member by name, their shapes checked."""
    found = {name: np.array(weights, dtype=np.float32) / np.float32(WEIGHT_UNIT) for name, weights in member.items()}
    width = len(found["output"])
    for name, shape in shapes_of(features, width).items():
        if found[name].shape != shape or found[f"{name}_bias"].shape != (width,):
            raise ValueError(f"{name} of the network has shape {found[name].shape}, not {shape}")
    return found
