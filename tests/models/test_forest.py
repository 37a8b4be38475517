"""The learned model: evaluation of its trees, and the file it comes from."""

import copy
import datetime as dt
import json
import re
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.features.read import read_features
from cleanpage.models.forest import LEAF_UNIT, MAX_ROWS, Forest, read_forest
from cleanpage.models.weights import load_model, read_model
from tests.features.small import SENTENCE, constant, forest, model_data, page_of

# Whole numbers and halves, so that values often equal borders, and nothing is lost in single precision.
HALVES = st.integers(-6, 6).map(lambda number: number / 2)


@st.composite
def forests(draw: st.DrawFn) -> tuple[dict[str, Any], list[list[float]]]:
    """A forest as the file has it, and rows of values."""
    depth, count = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    tree = st.tuples(
        st.lists(st.integers(0, count - 1), min_size=depth, max_size=depth),
        st.lists(HALVES, min_size=depth, max_size=depth),
        st.lists(st.integers(-3000, 3000), min_size=2**depth, max_size=2**depth),
    )
    data = forest(*draw(st.lists(tree, min_size=1, max_size=5)), bias=draw(HALVES))
    rows = draw(st.lists(st.lists(HALVES, min_size=count, max_size=count), min_size=1, max_size=5))
    return data, rows


def by_hand(data: dict[str, Any], row: list[float]) -> float:
    """The log odds of one row, one tree and one level after the other."""
    odds = data["bias"]
    for features, borders, leaves in zip(data["features"], data["borders"], data["leaves"], strict=True):
        leaf = 0
        for level, (feature, border) in enumerate(zip(features, borders, strict=True)):
            if row[feature] > border:
                leaf += 2**level
        odds += leaves[leaf] / LEAF_UNIT
    return float(odds)


@given(forests())
def test_prediction_is_that_of_plain_python(case: tuple[dict[str, Any], list[list[float]]]) -> None:
    data, rows = case
    values = np.array(rows, dtype=np.float32).T
    found = read_forest(data, len(values)).predict(values)
    assert found.shape == (len(rows),)
    assert found.tolist() == pytest.approx([by_hand(data, row) for row in rows], abs=1e-5)


@pytest.mark.parametrize("rows", [MAX_ROWS, MAX_ROWS + 1, 3 * MAX_ROWS + 1])
def test_many_rows_are_predicted_as_few_are(rows: int) -> None:
    forest = load_model().article
    count = int(forest.features.max()) + 1
    values = np.random.default_rng(0).normal(0, 3, (count, rows)).astype(np.float32)
    halves = (values[:, : rows // 2], values[:, rows // 2 :])
    assert forest.predict(values).tolist() == [odds for half in halves for odds in forest.predict(half).tolist()]


@given(forests())
def test_contributions_add_up_to_the_prediction(case: tuple[dict[str, Any], list[list[float]]]) -> None:
    data, rows = case
    trees = read_forest(data, len(rows[0]))
    means = sum(sum(leaves) / len(leaves) / LEAF_UNIT for leaves in data["leaves"])
    asked = {feature for features in data["features"] for feature in features}
    table = trees.contributions(np.array(rows, dtype=np.float32).T)
    for sums, row in zip(table.T, rows, strict=True):
        assert sums.sum() == pytest.approx(by_hand(data, row) - data["bias"] - means, abs=1e-5)
        assert all(n in asked for n in np.flatnonzero(sums))


def test_the_answer_of_a_level_is_the_bit_of_its_number() -> None:
    trees = read_forest(forest(([0, 1], [0.5, 0.5], [0, 1000, 2000, 4000])), 2)
    values = np.array([[0, 1, 0, 1], [0, 0, 1, 1]], dtype=np.float32)
    assert trees.predict(values).tolist() == [0, 1, 2, 4]


def test_a_value_at_its_border_is_not_above_it() -> None:
    trees = read_forest(forest(([0], [0.5], [0, 1000])), 1)
    assert trees.predict(np.array([[0.5, 0.50001]], dtype=np.float32)).tolist() == [0, 1]


def test_contributions_of_one_tree() -> None:
    # Mean of all leaves 2; both answers yes. Last level first: from 2 to the mean of 4 and 4; then nothing changes.
    trees = read_forest(forest(([0, 1], [0.5, 0.5], [0, 0, 4000, 4000])), 2)
    assert trees.contributions(np.array([[1], [1]], dtype=np.float32)).tolist() == [[0], [2]]


@pytest.mark.parametrize("part", ["path", "lexical", "features", "kind", "article", "other", "network"])
def test_a_missing_part_is_named(part: str) -> None:
    data = model_data()
    del data[part]
    with pytest.raises(KeyError, match=part):
        read_model(data)


@pytest.mark.parametrize("part", ["bias", "features", "borders", "leaves"])
def test_a_missing_part_of_a_forest_is_named(part: str) -> None:
    damaged = constant(0.0)
    del damaged[part]
    with pytest.raises(KeyError, match=part):
        read_model(model_data(article=damaged))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"leaves": [[0, 0, 0]]}, id="a leaf too many"),
        pytest.param({"leaves": [[0, 0], [0, 0]]}, id="leaves of a tree too many"),
        pytest.param({"leaves": [[0, 0], [0]]}, id="leaves of different number"),
        pytest.param({"leaves": [0, 0]}, id="flat leaves"),
        pytest.param({"borders": [[0.0, 0.0]]}, id="a border too many"),
        pytest.param({"borders": [["high"]]}, id="a border in words"),
        pytest.param({"features": [], "borders": [], "leaves": []}, id="no trees"),
        pytest.param({"features": [[]], "borders": [[]], "leaves": [[0]]}, id="no levels"),
        pytest.param({"features": [[1]]}, id="a feature that is not named"),
        pytest.param({"features": [[-1]]}, id="a negative feature"),
    ],
)
def test_a_forest_of_wrong_shape_is_refused(damage: dict[str, Any]) -> None:
    read_model(model_data(other=constant(0.0)))
    with pytest.raises(ValueError, match=r"."):
        read_model(model_data(other=constant(0.0) | damage))


@pytest.mark.parametrize("row", [[1.0, 2.0], [1.0, 2.0, 3.0, 4.0]])
def test_a_token_without_three_weights_is_refused(row: list[float]) -> None:
    with pytest.raises(ValueError, match="unpack"):
        read_model(model_data(path={"<p": row}))


@pytest.fixture(scope="module")
def shipped() -> dict[str, Any]:
    """The content of the file that comes with the package."""
    data: dict[str, Any] = json.loads(files("cleanpage.models").joinpath("weights.json").read_text(encoding="utf-8"))
    return data


def test_the_shipped_features_are_those_of_a_page_in_order() -> None:
    assert load_model().features == read_features(page_of(f"<p>{SENTENCE}</p>")).names


def test_the_shipped_file_says_where_it_comes_from(shipped: dict[str, Any]) -> None:
    trained = shipped["trained"]
    assert trained["by"] == "python -m benchmarks.train"
    assert dt.date.fromisoformat(trained["date"]) >= dt.date(2024, 1, 1)
    assert trained["pages"] > 1_000
    assert len(trained["corpora"]) >= 3
    assert all(re.fullmatch(r"[0-9a-f]{64}", corpus["digest"]) for corpus in trained["corpora"].values())
    assert all(corpus["licence"] for corpus in trained["corpora"].values())
    assert "cross_validated" in trained


def test_the_shipped_weights_are_finite_and_of_known_kinds(shipped: dict[str, Any]) -> None:
    model = read_model(shipped)
    assert {token[0] for token in model.path} <= set("<.~#@%")
    assert np.isfinite(list(model.path.values())).all()
    assert np.isfinite(list(model.lexical.values())).all()
    for trees in (model.kind, model.article, model.other):
        assert np.isfinite(trees.leaves).all()
        assert np.ptp(trees.leaves) > 0


def test_the_shipped_model_is_read_once() -> None:
    assert load_model() is load_model()


def test_damage_of_the_shipped_file_does_not_pass(shipped: dict[str, Any]) -> None:
    damaged = copy.deepcopy(shipped)
    damaged["other"]["leaves"][7].pop()
    with pytest.raises(ValueError, match=r"."):
        read_model(damaged)
    damaged["other"] = shipped["other"]
    assert isinstance(read_model(damaged).other, Forest)
