"""A network that is learned, and the same in production."""

import numpy as np
import pytest

from cleanpage.models.arrays import Array
from cleanpage.models.network import read_network, squeezed

pytest.importorskip("autograd", reason="training needs autograd, of the train extra")

from benchmarks.training import networks
from benchmarks.training.networks import (
    BATCH,
    GAP,
    MAX_BLOCKS,
    RATE,
    RISE,
    Lesson,
    batches,
    first_weights,
    learn_weights,
    loss,
    network_data,
    pack,
    rate_at,
    standard_of,
)

NAMES = ("words", "links", "place")


def lesson(blocks: int, seed: int) -> Lesson:
    """A page whose body is what stands beside a block of many words."""
    draw = np.random.default_rng(seed)
    words = draw.integers(1, 30, blocks).astype(np.float32)
    labels = np.zeros(blocks, dtype=np.float32)
    labels[1:] = words[:-1] > 15
    values = np.stack([words, draw.normal(size=blocks), np.arange(blocks) / blocks]).astype(np.float32)
    return Lesson(values, words, labels, np.full(blocks, 1 / blocks, dtype=np.float32))


LESSONS = [lesson(20 + seed, seed) for seed in range(30)]
STANDARD = standard_of(LESSONS)


def test_the_network_of_production_is_the_one_that_learns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "HIDDEN_LEFT_OUT", 0)
    monkeypatch.setattr(networks, "FEATURES_LEFT_OUT", 0)
    draw = np.random.default_rng(3)
    weights = first_weights(len(NAMES), draw)
    found = read_network(network_data(STANDARD, weights), NAMES)
    expected = float(loss(weights, pack(LESSONS[:4], STANDARD, draw), draw))
    sums = 0.0
    for page in LESSONS[:4]:
        odds = found.predict(page.values)
        sums += float((page.weights * (np.logaddexp(0, odds) - page.labels * odds)).sum())
    assert sums / 4 == pytest.approx(expected, abs=1e-3)


def test_what_stands_beside_a_block_is_learned() -> None:
    weights = learn_weights(LESSONS, STANDARD, seed=0, epochs=200)
    found = read_network(network_data(STANDARD, weights), NAMES)
    for page in LESSONS:
        assert ((found.predict(page.values) > 0) == (page.labels > 0)).mean() > 0.9


def test_one_seed_gives_one_network() -> None:
    first, same, other = (learn_weights(LESSONS, STANDARD, seed, epochs=1) for seed in (1, 1, 2))
    assert all(np.array_equal(first[name], same[name]) for name in first)
    assert not np.array_equal(first["inputs"], other["inputs"])


def test_pages_do_not_see_each_other() -> None:
    draw = np.random.default_rng(0)
    batch = pack(LESSONS[:3], STANDARD, draw)
    empty = batch.filled[:, 0] == 0
    assert empty.sum() == 3 * GAP
    assert not batch.rows[empty].any()
    assert not batch.weights[empty].any()
    assert batch.pages.sum(axis=1).tolist() == [20, 21, 22]
    assert batch.by_words.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_every_page_is_in_one_batch() -> None:
    pages = [lesson(blocks, blocks) for blocks in (3, MAX_BLOCKS, 2 * MAX_BLOCKS, 700, 5, 800, 30)]
    found = list(batches(pages, np.random.default_rng(0)))
    sizes = sorted(len(page.words) for batch in found for page in batch)
    assert sizes == [3, 5, 30, *[MAX_BLOCKS] * 4]
    assert all(sum(len(page.words) for page in batch) >= BATCH for batch in found[:-1])


def test_the_rate_rises_and_falls_once() -> None:
    rates = [rate_at(step / 100) for step in range(101)]
    top = rates.index(max(rates))
    assert top == round(100 * RISE)
    assert rates[top] == pytest.approx(RATE)
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert rates[-1] == pytest.approx(0)


def test_standard_features_have_mean_0_and_deviation_1() -> None:
    center, scale = STANDARD
    rows: Array = np.concatenate([page.values for page in LESSONS], axis=1)
    standard = (squeezed(rows).T - center) / scale
    assert standard.mean(axis=0) == pytest.approx([0, 0, 0], abs=1e-4)
    assert standard.std(axis=0) == pytest.approx([1, 1, 1], abs=0.01)
