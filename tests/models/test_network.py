"""The network over the blocks of a page: what it computes, what it says of that, and its file."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.models.arrays import Array
from cleanpage.models.network import DILATIONS, MAX_BLOCKS, MOST, MOST_MULTIPLIED, Network, read_network, squeezed
from cleanpage.models.weights import load_model
from tests.features.small import network

NETWORK = load_model().network
FEATURES = load_model().features
REACH = sum(DILATIONS)
# As many blocks as go through the first layer at a time.
STEP = MOST_MULTIPLIED // NETWORK.inputs.size


def values_of(blocks: int, seed: int = 0) -> Array:
    """Features of a page as wild as any."""
    draw = np.random.default_rng(seed)
    return (draw.normal(0, 2, (len(FEATURES), blocks)) ** 3).astype(np.float32)


def small(**parts: Any) -> Network:
    """A network of two features, and two hidden numbers."""
    return read_network(network(2, **parts), ("words", "links"))


def roots(values: Array) -> Array:
    """Roots with their sign, in double precision."""
    found: Array = np.sign(values) * np.sqrt(np.abs(values.astype(float)))
    return found


def by_hand(net: Network, values: Array) -> list[float]:
    """The log odds of a page, block by block, in double precision."""
    bounded = np.clip(roots(values), net.least, net.most).T
    words = values[net.words] + 0.5
    hidden = np.maximum(bounded @ net.inputs.astype(float).T + net.inputs_bias[:, 0], 0)
    means = np.concatenate([words @ hidden / words.sum(), hidden.mean(axis=0)])
    hidden = hidden + net.page @ means + net.page_bias[:, 0]
    for layer in net.layers:
        none = np.zeros(hidden.shape[1])
        rows = []
        for block in range(len(hidden)):
            before, after = block - layer.dilation, block + layer.dilation
            around = [hidden[before] if before >= 0 else none, hidden[block]]
            around.append(hidden[after] if after < len(hidden) else none)
            said = sum(part @ row for row, part in zip(around, np.split(layer.inner, 3), strict=True))
            inside = np.maximum(said + layer.inner_bias[:, 0], 0)
            rows.append(hidden[block] + layer.outer @ inside + layer.outer_bias[:, 0])
        hidden = np.array(rows)
    odds: list[float] = (hidden @ net.output[0] + net.bias).tolist()
    return odds


@pytest.mark.parametrize("blocks", [1, 2, 5, STEP - 1, STEP, STEP + 1, 100])
def test_prediction_is_that_of_plain_loops(blocks: int) -> None:
    values = values_of(blocks, seed=blocks)
    assert NETWORK.predict(values).tolist() == pytest.approx(by_hand(NETWORK, values), rel=1e-3, abs=1e-3)


@given(st.integers(1, 80), st.integers(0, 79), st.integers(1, 20), st.integers(0, 9))
def test_contributions_add_up_to_the_prediction(blocks: int, start: int, count: int, seed: int) -> None:
    values, chosen = values_of(blocks, seed), slice(start % blocks, start % blocks + count)
    own, around = NETWORK.contributions(values, chosen)
    assert own.shape == (len(FEATURES), len(around))
    expected = NETWORK.predict(values)[chosen]
    assert own.sum(axis=0) + around + NETWORK.start() == pytest.approx(expected, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("blocks", [MAX_BLOCKS, MAX_BLOCKS + 1, 2 * MAX_BLOCKS + 50])
def test_long_pages_are_read_in_parts_and_give_the_same(blocks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    values = values_of(blocks)
    found = NETWORK.predict(values)
    own, around = NETWORK.contributions(values, slice(blocks - 20, blocks))
    monkeypatch.setattr("cleanpage.models.network.MAX_BLOCKS", 10 * MAX_BLOCKS)
    whole = NETWORK.predict(values)
    assert found.tolist() == pytest.approx(whole.tolist(), abs=1e-3)
    assert (own.sum(axis=0) + around + NETWORK.start()).tolist() == pytest.approx(whole[-20:].tolist(), abs=1e-3)


def test_own_contributions_are_what_a_small_change_does() -> None:
    # Without the means of the page, a block acts on itself by way of itself alone.
    values = values_of(40) / 10
    alone = replace(NETWORK, page=NETWORK.page * 0)
    own, _ = alone.contributions(values, slice(20, 21))
    before = by_hand(alone, values)[20]
    scale = (alone.most - alone.center) / MOST
    standards = ((roots(values) - alone.center) / scale)[:, 20]
    within = np.flatnonzero(np.abs(standards) < MOST - 0.1)  # beyond, a change does nothing
    for feature in within[np.argsort(-np.abs(own[within, 0]))][:10]:
        moved, standard, step = values.astype(np.float64), standards[feature], 1e-4
        target = (standard + step) * scale[feature, 0] + alone.center[feature, 0]
        moved[feature, 20] = np.copysign(target**2, target)
        slope = (by_hand(alone, moved)[20] - before) / step
        assert slope * standard == pytest.approx(own[feature, 0], rel=0.02, abs=1e-3)


def test_blocks_far_off_act_by_way_of_the_page_alone() -> None:
    alone = replace(NETWORK, page=NETWORK.page * 0)
    values = values_of(60)
    changed = values.copy()
    changed[:, 30] = values_of(1, seed=9)[:, 0]
    moved = np.flatnonzero(np.abs(alone.predict(values) - alone.predict(changed)) > 1e-6)
    assert 30 in moved
    assert moved.min() >= 30 - REACH
    assert moved.max() <= 30 + REACH


def test_no_way_back_to_a_block_but_by_itself() -> None:
    ways = product(*((-dilation, 0, dilation) for dilation in DILATIONS))
    assert [way for way in ways if sum(way) == 0] == [(0,) * len(DILATIONS)]


def test_large_values_are_drawn_in() -> None:
    assert squeezed(np.array([-9.0, 0, 0.25], dtype=np.float32)).tolist() == [-3, 0, 0.5]


@pytest.mark.parametrize("part", ["inputs", "page_bias", "inner_2", "outer_0", "output_bias"])
def test_a_missing_part_is_named(part: str) -> None:
    data = network(2)
    del data["weights"][part]
    with pytest.raises(KeyError, match=part):
        read_network(data, ("words", "links"))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"inputs": [[0, 0]]}, id="a feature too few"),
        pytest.param({"inputs_bias": [0]}, id="a bias too few"),
        pytest.param({"inner_1": [[0] * 5] * 2}, id="a neighbour too few"),
        pytest.param({"outer_1": [[0], [0]]}, id="a narrow layer"),
        pytest.param({"page": [[0, 0], [0]]}, id="rows of different length"),
    ],
)
def test_a_network_of_wrong_shape_is_refused(damage: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        small(**damage)


@pytest.mark.parametrize("scale", [[1.0], [1.0, 0.0]])
def test_scales_that_do_not_fit_are_refused(scale: list[float]) -> None:
    with pytest.raises(ValueError, match="scales"):
        read_network(network(2) | {"scale": scale}, ("words", "links"))
