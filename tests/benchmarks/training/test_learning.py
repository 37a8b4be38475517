"""From samples to forests, with what each may see."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from benchmarks.training.samples import Sample
from cleanpage.features.hints import PageHints
from cleanpage.features.read import read_features
from cleanpage.models.arrays import Array
from cleanpage.models.feature_table import Features
from cleanpage.models.forest import read_forest
from cleanpage.models.weights import Model
from tests.benchmarks.training import mini
from tests.features.small import model_of, page_of

pytest.importorskip("catboost", reason="training needs CatBoost, of the bench extra")
pytest.importorskip("sklearn", reason="training needs scikit-learn, of the bench extra")

from benchmarks.training import learning
from benchmarks.training.learning import FOLDS, TokenFits, TokenPair, features_of, fit_all_tokens, folds_of, table_of
from benchmarks.training.token_weights import TokenWeights

PATH = {
    ".story": (0.0, 1.5, 0.25),
    "~story": (0.25, 0.5, 0.0),
    "<p": (0.5, 0.0, 0.0),
    "<body": (0.0, -1.0, 2.0),
    ".wrap": (0.0, 0.0, 0.75),
}
LEXICAL = {"home": 0.5, "=home": -2.0, "read more": -1.5, "/news": -0.25}


def pair_of(path: Mapping[str, tuple[float, ...]], lexical: Mapping[str, float] | None = None) -> TokenPair:
    return TokenPair(TokenWeights(path), TokenWeights({token: (weight,) for token, weight in (lexical or {}).items()}))


def test_no_domain_is_in_two_folds(samples: list[Sample]) -> None:
    folds: dict[str, set[int]] = {}
    for sample, fold in zip(samples, folds_of(samples), strict=True):
        folds.setdefault(sample.domain, set()).add(fold)
    assert len(folds) == len(mini.SUFFIXES) >= 10
    assert all(len(found) == 1 for found in folds.values())
    assert set.union(*folds.values()) == set(range(FOLDS))


def test_folds_do_not_hang_on_the_order_of_pages(samples: list[Sample]) -> None:
    assert folds_of(samples[::-1]) == folds_of(samples)[::-1]


def test_learning_sees_the_features_of_production(samples: list[Sample], use_model: Callable[[Model], None]) -> None:
    use_model(model_of(path=PATH, lexical=LEXICAL))
    for sample in samples[:6]:
        found = features_of(sample, pair_of(PATH, LEXICAL))
        page = page_of(sample.gold.html.decode(), sample.gold.url)
        known = read_features(page, PageHints(sample.roles))
        assert found.names == known.names
        assert np.ptp(known.column("path")) > 0
        assert known.column("lexical").any()
        for name in found.names:
            if not name.startswith("type_"):
                assert found.column(name).tolist() == pytest.approx(known.column(name).tolist(), abs=1e-4), name


def test_token_weights_know_neither_the_page_nor_the_fold_held_out(samples: list[Sample]) -> None:
    folds = folds_of(samples)
    excluded = [(), *((fold,) for fold in range(FOLDS)), *combinations(range(FOLDS), 2)]
    fits: TokenFits = {
        without: pair_of({"<html": (0.0, 0.0, float(number))}) for number, without in enumerate(excluded, 1)
    }
    for held_out in (None, 2):
        for features, fold in zip(table_of(samples, folds, fits, held_out), folds, strict=True):
            without = tuple(sorted({fold} if held_out is None else {fold, held_out}))
            assert features.column("path_far").max() == excluded.index(without) + 1


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_all_fits_that_are_needed(samples: list[Sample]) -> None:
    fits = fit_all_tokens(samples, folds_of(samples), workers=1)
    assert len(fits) == 1 + FOLDS + FOLDS * (FOLDS - 1) // 2
    assert all(pair.path.table for pair in fits.values())
    assert len({tuple(sorted(pair.path.table.items())) for pair in fits.values()}) > FOLDS


def test_both_kinds_of_pages_weigh_the_same() -> None:
    labels, counts = np.array([1.0, 1, 1, 0]), np.array([1.0, 1, 0.5, 1])
    weights = learning.balanced(labels, counts)
    assert weights[labels > 0].sum() == pytest.approx(weights[labels == 0].sum())
    assert weights[0] == 2 * weights[2]
    assert weights.sum() == pytest.approx(4)


def with_features(sample: Sample) -> tuple[Sample, Features]:
    return sample, features_of(sample, pair_of(PATH))


def test_rows_of_labelled_blocks(samples: list[Sample]) -> None:
    body = next(sample for sample in samples if sample.gold.body is not None)
    snippets = next(sample for sample in samples if sample.gold.body is None)
    rows, labels, weights = learning.rows_of([with_features(body), with_features(snippets)])
    known = ~np.isnan(snippets.labels)
    assert 0 < known.sum() < len(known)
    assert len(rows) == len(labels) == len(weights) == len(body.texts) + known.sum()
    assert not np.isnan(labels).any()
    assert weights[: len(body.texts)].sum() == pytest.approx(learning.page_weight(body))
    assert weights[len(body.texts) :].sum() == pytest.approx(learning.page_weight(snippets))
    assert rows[0].tolist() == with_features(body)[1].values[:, 0].tolist()


def test_pages_without_labels_have_no_rows(samples: list[Sample]) -> None:
    unknown = replace(samples[0], labels=np.full(len(samples[0].texts), np.nan))
    rows, _, _ = learning.rows_of([with_features(unknown), with_features(samples[1])])
    assert len(rows) == len(samples[1].texts)


def test_long_pages_are_sampled_and_weigh_the_same(samples: list[Sample], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "MAX_ROWS", 6)
    pages = [with_features(sample) for sample in samples if sample.gold.body is not None]
    rows, _, weights = learning.rows_of(pages)
    assert len(rows) == 6 * len(pages)
    # A sample stands for all: the sum holds in the mean.
    assert weights.sum() == pytest.approx(sum(learning.page_weight(sample) for sample, _ in pages), rel=0.1)


def test_what_a_page_weighs(samples: list[Sample]) -> None:
    article = next(sample for sample in samples if sample.is_article and sample.gold.body is not None)
    other = next(sample for sample in samples if not sample.is_article and sample.gold.body is not None)
    snippets = next(sample for sample in samples if sample.is_article and sample.gold.body is None)
    assert learning.page_weight(article) == 100
    assert learning.page_weight(other) == 250
    assert learning.page_weight(snippets) == pytest.approx(30)


def test_the_three_forests_learn_from_their_own_pages(samples: list[Sample], monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def grow(rows: Array, labels: Array, weights: Array, **settings: Any) -> dict[str, Any]:
        assert len(rows) == len(labels) == len(weights)
        calls.append(len(rows))
        return settings

    monkeypatch.setattr(learning, "grow", grow)
    forests = learning.learn_forests(*zip(*map(with_features, samples), strict=True))
    settings = (learning.KIND_FOREST, learning.ARTICLE_FOREST, learning.OTHER_FOREST)
    assert forests == dict(zip(("kind", "article", "other"), settings, strict=True))
    labelled = [int((~np.isnan(sample.labels)).sum()) for sample in samples]
    articles = [count for sample, count in zip(samples, labelled, strict=True) if sample.is_article]
    bodies = [sample for sample in samples if sample.gold.body is not None]
    assert calls == [len(bodies), sum(articles), sum(labelled)]


def test_the_kind_of_a_page_is_learned(samples: list[Sample], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARTICLE_FOREST", "OTHER_FOREST"):
        monkeypatch.setattr(learning, name, {"trees": 2, "depth": 2, "rate": 0.1})
    monkeypatch.setattr(learning, "KIND_FOREST", {"trees": 20, "depth": 2, "rate": 0.3})
    pages = [with_features(sample) for sample in samples]
    kind = read_forest(learning.learn_forests(*zip(*pages, strict=True))["kind"], len(pages[0][1].names))
    for sample, features in pages:
        odds = kind.predict(features.means()[:, None])[0]
        assert (odds > 0) == sample.is_article
