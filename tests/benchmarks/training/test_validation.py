"""Cross-validated figures, on generated pages."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.training.samples import Sample
from cleanpage.models.feature_table import Features
from cleanpage.models.weights import read_model
from cleanpage.selection.scores import Scores
from tests.features.small import constant, network

pytest.importorskip("catboost", reason="training needs CatBoost, of the bench extra")
pytest.importorskip("sklearn", reason="training needs scikit-learn, of the bench extra")

from benchmarks.training import learning, validation
from benchmarks.training.learning import FOLDS, TokenFits, TokenPair, fit_both, folds_of, share
from benchmarks.training.token_weights import TokenWeights, lexical_data, path_data

NOTHING = TokenPair(TokenWeights({}), TokenWeights({}))


@pytest.fixture(autouse=True)
def small_forests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forests that grow in no time."""
    for name in ("ARTICLE_FOREST", "OTHER_FOREST"):
        monkeypatch.setattr(learning, name, {"trees": 20, "depth": 3, "rate": 0.3})
    monkeypatch.setattr(learning, "KIND_FOREST", {"trees": 10, "depth": 2, "rate": 0.3})


@pytest.fixture(scope="module")
def fits(samples: list[Sample]) -> TokenFits:
    """Token weights, fitted in this process."""
    folds = folds_of(samples)
    share((path_data(samples, folds), lexical_data(samples, folds)))
    wanted = [(), *((fold,) for fold in range(FOLDS))]
    pairs = [(low, high) for low in range(FOLDS) for high in range(low + 1, FOLDS)]
    return {without: fit_both(without) for without in [*wanted, *pairs]}


def test_a_model_has_what_its_file_needs() -> None:
    pair = TokenPair(TokenWeights({"<p": (1.0, 2.0, 3.0)}), TokenWeights({"menu": (-1.0,)}))
    parts = {**dict.fromkeys(("kind", "article", "other"), constant(0.5)), "network": network(1)}
    model = read_model(validation.model_data(pair, ("words",), parts))
    assert model.path == {"<p": (1, 2, 3)}
    assert model.lexical == {"menu": -1}
    assert model.features == ("words",)
    assert model.kind.bias == 0.5


def test_generated_pages_are_learned(samples: list[Sample], fits: TokenFits) -> None:
    folds = folds_of(samples)
    results = validation.out_of_fold(samples, folds, fits)
    assert [len(scores.probabilities) for _, scores in results] == [len(sample.texts) for sample in samples]
    found = validation.figures(samples, validation.texts_of(samples, results))
    assert found["wcxb-dev"]["f1"] > 0.95
    assert found["trafilatura-dev"]["snippet_f1"] > 0.95
    assert {"wcxb-dev/article", "wcxb-dev/listing", "fundus-dev/article"} <= set(found)
    assert validation.kind_f1(samples, results) == 1


def test_two_runs_give_the_same(samples: list[Sample], fits: TokenFits) -> None:
    folds = folds_of(samples)
    first, second = (validation.out_of_fold(samples, folds, fits) for _ in range(2))
    for (features, scores), (others, again) in zip(first, second, strict=True):
        assert features.values.tobytes() == others.values.tobytes()
        assert scores.probabilities.tobytes() == again.probabilities.tobytes()


def test_no_model_sees_the_fold_that_it_is_measured_on(samples: list[Sample], monkeypatch: pytest.MonkeyPatch) -> None:
    folds = folds_of(samples)
    fold_of = {sample.gold.id: fold for sample, fold in zip(samples, folds, strict=True)}
    seen: list[set[int]] = []

    def learn_parts(pages: list[Sample], features: list[Features]) -> dict[str, object]:
        assert len(pages) == len(features)
        seen.append({fold_of[sample.gold.id] for sample in pages})
        forests = dict.fromkeys(("kind", "article", "other"), constant(0))
        return {**forests, "network": network(len(features[0].names))}

    monkeypatch.setattr(validation, "learn_parts", learn_parts)
    pairs = [tuple(sorted({low, high})) for low in range(FOLDS) for high in range(FOLDS)]
    validation.out_of_fold(samples, folds, dict.fromkeys(pairs, NOTHING))
    assert seen == [set(range(FOLDS)) - {fold} for fold in range(FOLDS)]


def results_of(samples: list[Sample], article: float) -> list[tuple[Features, Scores]]:
    """Results that are sure of the gold body."""
    features = [learning.features_of(sample, NOTHING) for sample in samples]
    return [
        (found, Scores(np.where(sample.labels > 0.5, 0.999, 0.001), article))
        for sample, found in zip(samples, features, strict=True)
    ]


def test_the_texts_are_those_that_production_would_take(samples: list[Sample]) -> None:
    bodies = [sample for sample in samples if sample.gold.body is not None and sample.is_article]
    texts = validation.texts_of(bodies, results_of(bodies, 1.0))
    assert [text.split("\n\n") for text in texts] == [(sample.gold.text_of_body or "").split("\n") for sample in bodies]
    figures = validation.figures(bodies, texts)
    assert figures["wcxb-dev"]["f1"] == figures["fundus-dev/article"]["f1"] == 1
    assert validation.figures(bodies, [""] * len(bodies))["wcxb-dev"]["f1"] == 0


def test_pages_without_a_block_count(samples: list[Sample]) -> None:
    bodies = [sample for sample in samples if sample.gold.body is not None and sample.is_article]
    texts = validation.texts_of(bodies, results_of(bodies, 1.0))
    ours = [sample.gold for sample in bodies if sample.gold.corpus == "wcxb-dev"]
    found = validation.figures(bodies, texts, ours)
    assert found["wcxb-dev"]["f1"] == 0.5
    assert found["fundus-dev"]["f1"] == 1


def test_f1_of_kinds(samples: list[Sample]) -> None:
    bodies = [sample for sample in samples if sample.gold.body is not None]
    articles = sum(sample.is_article for sample in bodies)
    # All are called articles: precision is their share, recall 1; the other side has nothing.
    expected = 2 * articles / (len(bodies) + articles) / 2
    assert validation.kind_f1(samples, results_of(samples, 1.0)) == pytest.approx(expected)
    right = [
        (features, replace(scores, article=float(sample.is_article)))
        for sample, (features, scores) in zip(samples, results_of(samples, 0.5), strict=True)
    ]
    assert validation.kind_f1(samples, right) == 1
