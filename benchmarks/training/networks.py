"""The network of `cleanpage.models.network`, learned by stochastic gradient descent over whole pages.

The derivatives are autograd's. The steps are AdamW's (Loshchilov and Hutter, "Decoupled Weight Decay Regularization",
ICLR 2019) at a rate that rises and falls once (Smith and Topin, "Super-Convergence", 2018).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import autograd
import autograd.numpy
import numpy as np
from threadpoolctl import threadpool_limits

from cleanpage.models.arrays import Array
from cleanpage.models.network import DILATIONS, WEIGHT_UNIT, limits_of, shapes_of, squeezed

__all__ = ["Lesson", "learn_weights", "network_data", "standard_of"]

# autograd makes its functions when it is imported, out of sight of type checkers.
anp: Any = autograd.numpy
grad: Any = autograd.grad

WIDTH = 24
# A batch is as many whole pages as have this many blocks, or one.
BATCH = 1_500
# Of a longer page, this many blocks in a row are learned from at a time.
MAX_BLOCKS = 600
RATE = 0.0015
# Share of all steps in which the rate rises from a 25th of `RATE`; from then on it falls to nothing.
RISE = 0.15
DECAY = 0.02
MOST_GRADIENT = 1.0
# Share of the features, and of the hidden numbers, that are left out at each step.
FEATURES_LEFT_OUT, HIDDEN_LEFT_OUT = 0.1, 0.15
MOMENTS = (0.9, 0.999)
TINY = 1e-8
# Rows of each page that center and scale are taken from.
ROWS_OF_PAGE = 60
# Between two pages of a batch are so many empty rows that none sees the other.
GAP = sum(DILATIONS)

Weights = dict[str, Array]


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A page to learn from. All arrays run over its blocks."""

    values: Array
    """Shape (features, blocks)."""
    words: Array
    labels: Array
    """Shares from 0 to 1; of those that weigh nothing, whatever."""
    weights: Array


def standard_of(lessons: Sequence[Lesson]) -> tuple[Array, Array]:
    """Mean and standard deviation of each squeezed feature over rows of all pages."""
    rows = [lesson.values[:, :: -(-lesson.values.shape[1] // ROWS_OF_PAGE)] for lesson in lessons]
    every = squeezed(np.concatenate(rows, axis=1))
    return every.mean(axis=1), every.std(axis=1) + np.float32(1e-3)


def network_data(standard: tuple[Array, Array], weights: Weights) -> dict[str, Any]:
    """The network as `models/weights.json` has it."""
    center, scale = (np.round(part.astype(np.float64), 6).tolist() for part in standard)
    whole = {name: np.rint(part * WEIGHT_UNIT).astype(int).tolist() for name, part in weights.items()}
    return {"center": center, "scale": scale, "weights": whole}


def learn_weights(lessons: Sequence[Lesson], standard: tuple[Array, Array], seed: int, epochs: int) -> Weights:
    """The weights of a network: of the same pages in the same order, always the same.

    Args:
        lessons: The pages.
        standard: What `standard_of` says of them.
        seed: What the first weights and the order of the pages are drawn with.
        epochs: How often every page is learned from.
    """
    draw = np.random.default_rng(seed)
    weights = first_weights(len(lessons[0].values), draw)
    moments = {name: (np.zeros_like(part), np.zeros_like(part)) for name, part in weights.items()}
    # Products of this size are faster without threads, and sums do not depend on their number.
    with threadpool_limits(1, user_api="blas"):
        plan = [batch for _ in range(epochs) for batch in batches(lessons, draw)]
        for step, batch in enumerate(plan):
            gradient = slope(weights, pack(batch, standard, draw), draw)
            improve(weights, gradient, moments, rate_at(step / len(plan)), step + 1)
    return weights


def first_weights(features: int, draw: np.random.Generator) -> Weights:
    """Weights to start from: even between ± 1 / √(numbers added up), as PyTorch has them."""
    weights: Weights = {}
    for name, shape in shapes_of(features, WIDTH).items():
        most = 1 / math.sqrt(math.prod(shape) / WIDTH)
        weights[name] = draw.uniform(-most, most, shape).astype(np.float32)
        weights[f"{name}_bias"] = draw.uniform(-most, most, WIDTH).astype(np.float32)
    most = 1 / math.sqrt(WIDTH)
    weights["output"] = draw.uniform(-most, most, WIDTH).astype(np.float32)
    weights["output_bias"] = np.zeros((), dtype=np.float32)
    return weights


def batches(lessons: Sequence[Lesson], draw: np.random.Generator) -> Iterator[list[Lesson]]:
    """All pages in a new order, as many at a time as have about `BATCH` blocks; of long ones a part."""
    batch: list[Lesson] = []
    for place in draw.permutation(len(lessons)).tolist():
        batch.append(part_of(lessons[place], draw))
        if sum(len(lesson.words) for lesson in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def part_of(lesson: Lesson, draw: np.random.Generator) -> Lesson:
    """The page, or `MAX_BLOCKS` in a row of it."""
    count = len(lesson.words)
    if count <= MAX_BLOCKS:
        return lesson
    start = int(draw.integers(count - MAX_BLOCKS + 1))
    part = slice(start, start + MAX_BLOCKS)
    return Lesson(lesson.values[:, part], lesson.words[part], lesson.labels[part], lesson.weights[part])


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some pages, one below the other with empty rows between them."""

    rows: Array
    """Shape (rows, features)."""
    labels: Array
    weights: Array
    filled: Array
    """Shape (rows, 1): zero for empty rows."""
    pages: Array
    """Shape (pages, rows): one where the row is of the page."""
    by_words: Array
    """The same, but each row by its words, and the sum of a page one."""


def pack(lessons: Sequence[Lesson], standard: tuple[Array, Array], draw: np.random.Generator) -> Batch:
    """The pages as one table, some of its features left out."""
    center, scale = (part[:, None] for part in standard)
    starts = np.cumsum([0, *(len(lesson.words) + GAP for lesson in lessons)])
    rows = np.zeros((starts[-1], len(center)), dtype=np.float32)
    labels, weights = np.zeros(starts[-1], dtype=np.float32), np.zeros(starts[-1], dtype=np.float32)
    pages = np.zeros((len(lessons), starts[-1]), dtype=np.float32)
    by_words = np.zeros_like(pages)
    for place, (lesson, start) in enumerate(zip(lessons, starts.tolist(), strict=False)):
        span = slice(start, start + len(lesson.words))
        bounded = np.clip(squeezed(lesson.values), *limits_of(center, scale))
        rows[span] = ((bounded - center) / scale).T
        labels[span], weights[span] = lesson.labels, lesson.weights
        pages[place, span] = 1
        by_words[place, span] = (lesson.words + 0.5) / (lesson.words + 0.5).sum()
    rows *= left_out(rows.shape, FEATURES_LEFT_OUT, draw)
    return Batch(rows, labels, weights / weights.sum(), pages.sum(axis=0)[:, None], pages, by_words)


def left_out(shape: tuple[int, ...], share: float, draw: np.random.Generator) -> Array:
    """Zeros at random places, and elsewhere what keeps the sum as it was (dropout)."""
    kept: Array = (draw.random(shape, dtype=np.float32) >= share) / np.float32(1 - share)
    return kept


def loss(weights: Weights, batch: Batch, draw: np.random.Generator) -> Any:
    """Mean cross-entropy of the blocks of a batch, by their weights."""

    def dropped(hidden: Any) -> Any:
        return hidden * left_out(hidden.shape, HIDDEN_LEFT_OUT, draw)

    hidden = rectified(batch.rows @ weights["inputs"] + weights["inputs_bias"])
    means = batch.pages / batch.pages.sum(axis=1, keepdims=True)
    page = anp.concatenate([batch.by_words @ hidden, means @ hidden], axis=1) @ weights["page"] + weights["page_bias"]
    hidden = dropped(hidden + batch.pages.T @ page) * batch.filled
    for place, dilation in enumerate(DILATIONS):
        none = np.zeros((dilation, WIDTH), dtype=np.float32)
        before, itself, after = anp.split(hidden @ weights[f"inner_{place}"], 3, axis=1)
        shifted = anp.concatenate([none, before[:-dilation]]) + anp.concatenate([after[dilation:], none])
        inside = rectified(itself + shifted + weights[f"inner_{place}_bias"])
        hidden = hidden + dropped(inside @ weights[f"outer_{place}"] + weights[f"outer_{place}_bias"]) * batch.filled
    odds = hidden @ weights["output"] + weights["output_bias"]
    return anp.sum(batch.weights * (anp.logaddexp(np.float32(0), odds) - batch.labels * odds))


slope = grad(loss)


def rectified(values: Any) -> Any:
    """Zero where a value is less; autograd has a slower way for `maximum`."""
    return values * (values > 0)


def rate_at(done: float) -> float:
    """The rate when this share of the steps is done: half a cosine up, half a cosine down."""
    if done < RISE:
        low, high, way = RATE / 25, RATE, done / RISE
    else:
        low, high, way = RATE, 0.0, (done - RISE) / (1 - RISE)
    return low + (high - low) * (1 - math.cos(math.pi * way)) / 2


def improve(
    weights: Weights, gradient: Mapping[str, Array], moments: Mapping[str, tuple[Array, Array]], rate: float, step: int
) -> None:
    """One step of AdamW, in place."""
    size = math.sqrt(sum(float((part**2).sum()) for part in gradient.values()))
    shrink = np.float32(min(1.0, MOST_GRADIENT / (size + 1e-6)))
    first, second = MOMENTS
    for name, weight in weights.items():
        change = gradient[name] * shrink
        mean, square = moments[name]
        mean += np.float32(1 - first) * (change - mean)
        square += np.float32(1 - second) * (change**2 - square)
        root = np.sqrt(square / (1 - second**step)) + TINY
        weight *= np.float32(1 - rate * DECAY)
        weight -= (rate / (1 - first**step)) * mean / root
