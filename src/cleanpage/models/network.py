"""A small neural network over the blocks of a page, evaluated by numpy.

Each block is a column of features, standardised. A first layer makes some dozens of numbers of each; their means over
the page are fed back to every block; then residual layers look at ever farther neighbours (dilated convolutions: van
den Oord et al., "WaveNet: A Generative Model for Raw Audio", 2016; over the blocks of web pages: Vogels et al.,
"Web2Text: Deep Structured Boilerplate Removal", ECIR 2018). Trees see one block at a time and the
network sees the page, so that they err on different blocks. `benchmarks/training/networks.py` learns it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cleanpage.models.arrays import Array

__all__ = [
    "DILATIONS",
    "MOST",
    "WEIGHT_UNIT",
    "Layer",
    "Network",
    "limits_of",
    "read_network",
    "shapes_of",
    "squeezed",
]

# Weights are whole numbers in the file: units of a ten-thousandth.
WEIGHT_UNIT = 10_000.0
# How far the middle of each layer looks, in blocks to both sides. No sum of a way there and a way back is zero, so that
# a block has an effect on itself by way of nothing but itself and the page.
DILATIONS = (1, 2, 4)
# Features further than this from their mean, in standard deviations, are no further than this.
MOST = 4.0
# OpenBLAS would start threads for products of more multiplications than this, which takes longer than the product, and
# keeps processors from those who run a worker on each.
MOST_MULTIPLIED = 262_144
# Blocks that are looked at at a time: bounds the memory.
MAX_BLOCKS = 4_096
# The bit of a float of 32 bits that is its sign.
SIGN = np.uint32(1 << 31)


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """What a residual layer adds to the hidden numbers of each block."""

    dilation: int
    """How far to both sides the layer looks, in blocks."""
    inner: Array
    """Shape (3 * width, width): weights of the block before, the block itself and the block after."""
    inner_bias: Array
    """Shape (width, 1)."""
    outer: Array
    """Shape (width, width)."""
    outer_bias: Array
    """Shape (width, 1)."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The weights of the network, and what is computed with them.

    What is known of blocks has a column a block, as features have: numpy does most to numbers that lie side by side.
    """

    words: int
    """Which feature holds the words of a block: blocks count by them in the mean of a page."""
    center: Array
    """Shape (features, 1): mean of each squeezed feature."""
    least: Array
    """Shape (features, 1): the squeezed feature is taken for no less."""
    most: Array
    """Shape (features, 1): the squeezed feature is taken for no more."""
    inputs: Array
    """Shape (width, features): weights of the squeezed features."""
    inputs_bias: Array
    """Shape (width, 1)."""
    page: Array
    """Shape (width, 2 * width): what the means over words and over blocks add to every block."""
    page_bias: Array
    """Shape (width, 1)."""
    layers: tuple[Layer, ...]
    output: Array
    """Shape (1, width)."""
    bias: float

    def predict(self, values: Array) -> Array:
        """Log odds of each block; `values` has shape (features, blocks) and holds all blocks of a page, in order."""
        count = values.shape[1]
        if count <= MAX_BLOCKS:
            found = self.first(self.bounded(values))
            return self.odds(self.steps(found, self.page_part([found], values))[0])
        page, odds = self.page_of(values), []
        for start in range(0, count, MAX_BLOCKS):
            window, chosen = around(slice(start, start + MAX_BLOCKS), count)
            hidden, _ = self.steps(self.first(self.bounded(values[:, window])), page)
            odds.append(self.odds(hidden)[chosen])
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
        inputs = self.bounded(values[:, window])
        found = self.first(inputs)
        hidden, insides = self.steps(found, self.page_of(values) if page is None else page)
        change = np.broadcast_to(self.output.T, hidden.shape)
        for layer, inside in zip(reversed(self.layers), reversed(insides), strict=True):
            within = (layer.outer.T @ change) * (inside > 0)
            change = change + np.split(layer.inner, 3)[1].T @ within
        gradient = self.inputs.T @ (change * (found > 0))
        own = (gradient * (inputs - self.center))[:, chosen]
        return own, self.odds(hidden)[chosen] - own.sum(axis=0) - self.start()

    def start(self) -> float:
        """The log odds of a block of which nothing is known."""
        return self.bias

    def bounded(self, values: Array) -> Array:
        """The features as the network reads them."""
        found = squeezed(values)
        np.maximum(found, self.least, out=found)
        return np.minimum(found, self.most, out=found)

    def first(self, inputs: Array) -> Array:
        """Hidden numbers of each block before it knows of others, shape (width, blocks)."""
        found = product(self.inputs, inputs)
        found += self.inputs_bias
        return rectified(found)

    def page_of(self, values: Array) -> Array:
        """What the page adds to each of its blocks, shape (width, 1)."""
        parts = (values[:, start : start + MAX_BLOCKS] for start in range(0, values.shape[1], MAX_BLOCKS))
        return self.page_part((self.first(self.bounded(part)) for part in parts), values)

    def page_part(self, found: Iterable[Array], values: Array) -> Array:
        """The same from the hidden numbers of `first`, of `MAX_BLOCKS` blocks at a time."""
        words = values[self.words] + np.float32(0.5)
        by_words = by_blocks = 0.0
        for start, hidden in zip(range(0, len(words), MAX_BLOCKS), found, strict=True):
            by_words = by_words + hidden @ words[start : start + MAX_BLOCKS]
            by_blocks = by_blocks + hidden.sum(axis=1)
        means = np.concatenate([by_words / words.sum(), by_blocks / np.float32(len(words))])
        added: Array = self.page @ means[:, None] + self.page_bias
        return added

    def steps(self, found: Array, page: Array) -> tuple[Array, list[Array]]:
        """Hidden numbers after all layers, and the inside of each layer."""
        hidden = found + page
        insides = []
        for layer in self.layers:
            inside = with_neighbours(product(layer.inner, hidden), layer.dilation)
            inside += layer.inner_bias
            hidden += product(layer.outer, rectified(inside))
            hidden += layer.outer_bias
            insides.append(inside)
        return hidden, insides

    def odds(self, hidden: Array) -> Array:
        """Log odds of each block."""
        found: Array = (self.output @ hidden)[0] + self.bias
        return found


def around(blocks: slice, count: int) -> tuple[slice, slice]:
    """All blocks that the layers see from some of the `count` of a page, and where among them those are."""
    start, end, _ = blocks.indices(count)
    low, high = max(0, start - sum(DILATIONS)), min(count, end + sum(DILATIONS))
    return slice(low, high), slice(start - low, end - low)


def squeezed(values: Array) -> Array:
    """Roots of features, with their sign: counts of words reach thousands, shares stay below one.

    Logarithms do as well, and take five times as long; so does `numpy.copysign`.
    """
    found: Array = np.abs(values)
    np.sqrt(found, out=found)
    bits = found.view(np.uint32)
    bits |= values.view(np.uint32) & SIGN
    return found


def limits_of(center: Array, scale: Array) -> tuple[Array, Array]:
    """The least and the most that squeezed features are taken for, from their means and standard deviations."""
    return center - np.float32(MOST) * scale, center + np.float32(MOST) * scale


def rectified(values: Array) -> Array:
    """Zero where a value is less (in place)."""
    return np.maximum(values, 0, out=values)


def product(weights: Array, columns: Array) -> Array:
    """`weights @ columns`, some columns at a time."""
    count = columns.shape[1]
    found = np.empty((len(weights), count), dtype=np.float32)
    step = max(1, MOST_MULTIPLIED // weights.size)
    for start in range(0, count, step):
        part = np.s_[:, start : start + step]
        np.matmul(weights, columns[part], out=found[part])
    return found


def with_neighbours(shares: Array, dilation: int) -> Array:
    """For each block, the sum of what the block before it, itself and the one after say of it; nothing beyond the ends.

    Args:
        shares: Shape (3 * width, blocks): what a block says of the one after it, of itself and of the one
            before; its middle is overwritten.
        dilation: How many blocks further the block before and the block after are.
    """
    after, found, before = np.split(shares, 3)
    found[:, dilation:] += after[:, :-dilation]
    found[:, :-dilation] += before[:, dilation:]
    return found


def shapes_of(features: int, width: int) -> dict[str, tuple[int, int]]:
    """Shapes of the weights by name; each has a bias of shape (width,) besides."""
    shapes = {"inputs": (features, width), "page": (2 * width, width)}
    for place in range(len(DILATIONS)):
        shapes |= {f"inner_{place}": (width, 3 * width), f"outer_{place}": (width, width)}
    return shapes


def read_network(data: Mapping[str, Any], features: tuple[str, ...]) -> Network:
    """A network from its part of the weights' file.

    Args:
        data: `center`, `scale` and `weights`: these by name, in units of `WEIGHT_UNIT`.
        features: Names of the features.

    Raises:
        KeyError: A part is missing.
        ValueError: The parts do not fit each other or the features.
    """
    weights = arrays_of(data["weights"], len(features))
    center, scale = (np.array(data[name], dtype=np.float32)[:, None] for name in ("center", "scale"))
    if not len(center) == len(scale) == len(features) or not (scale > 0).all():
        raise ValueError(f"a network with {len(scale)} scales, not all above zero, for {len(features)} features")
    least, most = limits_of(center, scale)
    # The inputs less their centers and over their scales: weights over scales, and a bias that is less by the centers.
    inputs = rows_of(weights["inputs"]) / scale[:, 0]
    return Network(
        words=features.index("words"),
        center=center,
        least=least,
        most=most,
        inputs=inputs,
        inputs_bias=column_of(weights["inputs_bias"]) - inputs @ center,
        page=rows_of(weights["page"]),
        page_bias=column_of(weights["page_bias"]),
        layers=tuple(
            Layer(
                dilation=dilation,
                inner=rows_of(weights[f"inner_{place}"]),
                inner_bias=column_of(weights[f"inner_{place}_bias"]),
                outer=rows_of(weights[f"outer_{place}"]),
                outer_bias=column_of(weights[f"outer_{place}_bias"]),
            )
            for place, dilation in enumerate(DILATIONS)
        ),
        output=weights["output"][None],
        bias=float(weights["output_bias"]),
    )


def rows_of(columns: Array) -> Array:
    """Weights with a row for each number that comes out; the file has a column for it."""
    return np.ascontiguousarray(columns.T)


def column_of(bias: Array) -> Array:
    """Biases as a column, to be added to every block."""
    return bias[:, None]


def arrays_of(data: Mapping[str, Any], features: int) -> dict[str, Array]:
    """The weights by name, their shapes checked."""
    found = {name: np.array(weights, dtype=np.float32) / np.float32(WEIGHT_UNIT) for name, weights in data.items()}
    width = len(found["output"])
    for name, shape in shapes_of(features, width).items():
        if found[name].shape != shape or found[f"{name}_bias"].shape != (width,):
            raise ValueError(f"{name} of the network has shape {found[name].shape}, not {shape}")
    return found
