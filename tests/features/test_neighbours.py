"""What stands around a block, and under which heading."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.features.neighbours import (
    FAR,
    WINDOW,
    distance_back,
    last_before,
    neighbour_features,
    neighbour_path_features,
    window_mean,
)
from cleanpage.models.arrays import Columns, shifted
from tests.features.small import columns_of, rounded

VALUES = st.lists(st.integers(-20, 20), min_size=1, max_size=15)


def columns(words: list[float], links: list[float], headings: list[float]) -> Columns:
    long = [float(count >= 15) for count in words]
    nothing = [0] * len(words)
    return columns_of(
        words=words, link_density=links, long=long, heading_level=headings, cue_related=nothing, cue_sign_up=nothing
    )


def test_columns_of_five_blocks() -> None:
    found = neighbour_features(columns([20, 2, 30, 4, 6], [0, 1, 0, 0, 0.5], [0, 2, 0, 0, 0]))
    assert rounded(found, "words_-2") == [0, 0, 20, 2, 30]
    assert rounded(found, "words_-1") == [0, 20, 2, 30, 4]
    assert rounded(found, "words_+1") == [2, 30, 4, 6, 0]
    assert rounded(found, "words_+2") == [30, 4, 6, 0, 0]
    assert rounded(found, "link_density_+1") == [1, 0, 0, 0.5, 0]
    assert rounded(found, "long_-1") == [0, 1, 0, 1, 0]
    assert rounded(found, "heading_level_-1") == [0, 0, 2, 0, 0]
    # Means over the others: all of five blocks lie within the window.
    assert rounded(found, "prose_around") == [7.5, 12.5, 5, 12.5, 12.5]
    assert rounded(found, "linked_around") == [
        pytest.approx(value, abs=1e-4) for value in (1.25 / 11.5, 0.75 / 16, 1.25 / 9, 1.25 / 15.5, 0.5 / 15)
    ]
    assert rounded(found, "since_long") == [FAR, 1, 2, 1, 2]
    assert rounded(found, "until_long") == [2, 1, FAR, FAR, FAR]
    assert rounded(found, "under_heading") == [FAR, 0, 1, 2, 3]
    assert rounded(found, "under_level") == [0, 2, 2, 2, 2]
    assert rounded(found, "under_linked") == [0, 1, 1, 1, 1]


def test_columns_of_one_block() -> None:
    found = neighbour_features(columns([20], [0], [1]))
    assert {name: rounded(found, name)[0] for name in found if name.startswith("words")} == dict.fromkeys(
        ("words_-2", "words_-1", "words_+1", "words_+2"), 0
    )
    assert rounded(found, "prose_around") == [0]
    assert rounded(found, "since_long") == [FAR]
    assert rounded(found, "under_heading") == [0]


def test_learned_weights_around() -> None:
    found = neighbour_path_features(columns_of(path=[1, 2, 4], lexical=[3, -3, 6], heading_level=[0, 3, 0]))
    assert rounded(found, "path_-1") == [0, 1, 2]
    assert rounded(found, "lexical_+2") == [6, 0, 0]
    assert rounded(found, "path_around") == [3, 2.5, 1.5]
    assert rounded(found, "lexical_around") == [1.5, 4.5, 0]
    assert rounded(found, "under_path") == [0, 2, 2]
    assert rounded(found, "under_lexical") == [0, -3, -3]


@given(VALUES)
def test_window_mean_is_that_of_a_loop(values: list[int]) -> None:
    expected = []
    for place in range(len(values)):
        others = values[max(0, place - WINDOW) : place] + values[place + 1 : place + WINDOW + 1]
        expected.append(sum(others) / max(1, len(others)))
    assert window_mean(np.array(values, dtype=np.float64)).tolist() == pytest.approx(expected)


@given(st.lists(st.booleans(), min_size=1, max_size=FAR + 20))
def test_distances_are_those_of_a_loop(marked: list[bool]) -> None:
    before = [max((place for place in range(at + 1) if marked[place]), default=-1) for at in range(len(marked))]
    back = [min([FAR, *(at - place for place in range(at) if marked[place])]) for at in range(len(marked))]
    assert last_before(np.array(marked)).tolist() == before
    assert distance_back(np.array(marked)).tolist() == back


@given(VALUES, st.sampled_from([-2, -1, 1, 2]))
def test_values_further_on(values: list[int], by: int) -> None:
    expected = [values[at + by] if 0 <= at + by < len(values) else 0 for at in range(len(values))]
    assert shifted(np.array(values, dtype=np.float64), by).tolist() == expected
