"""The table of features."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.models.feature_table import Features, no_features


def features_of(words: list[float], links: list[float]) -> Features:
    return Features(("words", "links"), np.array([words, links], dtype=np.float32))


def test_the_page_is_the_mean_of_its_blocks_by_words() -> None:
    features = features_of([1, 3], [4, 0])
    assert features.means().tolist() == [(1 * 1 + 3 * 3) / 4, (4 * 1 + 0 * 3) / 4]
    assert features.means(np.array([1])).tolist() == [1]


@given(st.lists(st.floats(1, 1000, width=32), min_size=1, max_size=8))
def test_a_mean_lies_within_its_blocks(words: list[float]) -> None:
    mean = features_of(words, [float(n) for n in range(len(words))]).means()[1]
    assert -1e-3 <= mean <= len(words) - 1 + 1e-3


@pytest.mark.parametrize("blocks", [0, 3])
def test_columns_that_were_not_computed_are_zeros(blocks: int) -> None:
    assert no_features(blocks).column("words").tolist() == [0] * blocks


def test_an_unknown_column() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        features_of([1], [1]).column("commas")
