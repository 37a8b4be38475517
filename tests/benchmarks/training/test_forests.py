"""Forests grown by CatBoost, in the form that production evaluates."""

from typing import Any

import numpy as np
import pytest

from cleanpage.models.arrays import Array
from cleanpage.models.forest import LEAF_UNIT, read_forest

pytest.importorskip("catboost", reason="training needs CatBoost, of the bench extra")

from benchmarks.training import forests

TREES = 20


def rows_and_labels() -> tuple[Array, Array]:
    """Rows whose label is a share that hangs on two of four features."""
    rows = np.random.default_rng(0).normal(size=(300, 4)).astype(np.float32)
    return rows, np.clip(0.5 + rows[:, 0] * 0.4 - (rows[:, 2] > 0) * 0.3, 0, 1)


def test_the_export_predicts_as_catboost_does(monkeypatch: pytest.MonkeyPatch) -> None:
    catboost: Any = pytest.importorskip("catboost")
    models: list[Any] = []

    def kept(**settings: Any) -> Any:
        models.append(catboost.CatBoostClassifier(**settings))
        return models[-1]

    monkeypatch.setattr(forests, "CatBoostClassifier", kept)
    rows, labels = rows_and_labels()
    data = forests.grow(rows, labels, np.ones(len(rows)), trees=TREES, depth=4, rate=0.2)
    found = read_forest(data, rows.shape[1]).predict(rows.T)
    expected = models[0].predict(rows, prediction_type="RawFormulaVal")
    # Leaves are kept in thousandths.
    assert found.tolist() == pytest.approx(expected.tolist(), abs=TREES * 0.5 / LEAF_UNIT + 1e-4)
    assert np.ptp(found) > 1


def test_the_forest_learns() -> None:
    rows, labels = rows_and_labels()
    forest = read_forest(forests.grow(rows, labels, np.ones(len(rows)), trees=TREES, depth=4, rate=0.2), rows.shape[1])
    probabilities = 1 / (1 + np.exp(-forest.predict(rows.T)))
    assert np.abs(probabilities - labels).mean() < 0.1
    assert np.corrcoef(probabilities, labels)[0, 1] > 0.9


def test_weights_count() -> None:
    rows = np.zeros((4, 1), dtype=np.float32)
    rows[2:] = 1
    labels = np.array([0.0, 1, 0, 1])
    low = forests.grow(rows, labels, np.array([9.0, 1, 1, 9]), trees=5, depth=1, rate=0.5)
    odds = read_forest(low, 1).predict(np.array([[0, 1]], dtype=np.float32))
    assert odds[0] < 0 < odds[1]


def test_two_forests_are_the_same() -> None:
    rows, labels = rows_and_labels()
    first, second = (forests.grow(rows, labels, np.ones(len(rows)), trees=TREES, depth=4, rate=0.2) for _ in range(2))
    assert first == second


def test_trees_that_stopped_early_ask_nothing_further() -> None:
    def tree(splits: list[tuple[int, float]], leaves: list[float]) -> dict[str, Any]:
        asked = [{"float_feature_index": feature, "border": border} for feature, border in splits]
        return {"splits": asked, "leaf_values": leaves}

    model = {
        "oblivious_trees": [tree([(0, 0.5), (1, 2.5)], [1, 2, 3, 4]), tree([(1, 0.5)], [10, 20])],
        "scale_and_bias": [0.5, [0.25]],
    }
    data = forests.forest_data(model)
    values = np.array([[0, 1, 0, 1], [0, 0, 9, 9]], dtype=np.float32)
    assert read_forest(data, 2).predict(values).tolist() == [5.75, 6.25, 11.75, 12.25]


@pytest.mark.parametrize(
    ("border", "rounded"), [(0.5, 0.5), (1 / 3, 0.333333), (123456.789, 123457.0), (-0.00001234567, -0.0000123457)]
)
def test_borders_to_six_digits(border: float, rounded: float) -> None:
    assert forests.rounded(border) == rounded
