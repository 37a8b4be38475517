"""Probabilities of blocks, and what made them so."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from cleanpage.features.read import read_features
from cleanpage.models.feature_table import Features, no_features
from cleanpage.models.forest import Forest
from cleanpage.models.weights import Model
from cleanpage.selection.scores import (
    NETWORK_SHARE,
    SURE,
    SURROUNDINGS,
    UNLIKELY,
    contribution_tables,
    contributions,
    forests_of,
    score_blocks,
    term_names,
)
from tests.features.small import SENTENCE, SOUP, constant, forest, model_of, network, page_of


def features_of(words: list[float], links: list[float]) -> Features:
    return Features(("words", "links"), np.array([words, links], dtype=np.float32))


def model(**parts: Any) -> Model:
    return model_of(features=["words", "links"], **parts)


def logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def beside_network(probability: float) -> float:
    """What the forests say, drawn to nothing known: the networks of these tests have nothing to say."""
    odds = math.log(probability / (1 - probability))
    return logistic((1 - NETWORK_SHARE) * odds)


def mean_of(trees: Forest) -> float:
    """Sum of the means of all trees: what they say before anything is asked."""
    return float(trees.leaves.mean(axis=1).sum())


def test_a_page_without_blocks() -> None:
    scores = score_blocks(no_features(0))
    assert scores.probabilities.shape == (0,)
    assert scores.article == 0


def test_the_kind_is_told_from_the_page_and_not_from_a_block() -> None:
    # Links are 4 in one block, but 1 in the mean.
    kind = forest(([1], [2.0], [3000, -3000]))
    assert score_blocks(features_of([1, 3], [4, 0]), model(kind=kind)).article == pytest.approx(logistic(3))


def test_on_other_pages_the_forest_for_all_speaks_alone() -> None:
    weights = model(kind=constant(-9), article=constant(5), other=forest(([0], [2.0], [-1000, 1000])))
    scores = score_blocks(features_of([1, 3], [0, 0]), weights)
    assert scores.article < UNLIKELY
    assert scores.probabilities.tolist() == pytest.approx([beside_network(logistic(-1)), beside_network(logistic(1))])


def test_on_what_may_be_an_article_both_forests_speak() -> None:
    weights = model(kind=constant(1), article=constant(2), other=constant(-3))
    scores = score_blocks(features_of([1, 3], [0, 0]), weights)
    share = logistic(1) / 2
    expected = beside_network(share * logistic(2) + (1 - share) * logistic(-3))
    assert scores.article == pytest.approx(logistic(1))
    assert scores.probabilities.tolist() == pytest.approx([expected, expected])


@pytest.mark.parametrize(
    ("article", "other", "own"),
    [
        (0, 1, 0),
        (UNLIKELY, 1, 0),
        (0.04, 0.98, 0.02),
        (0.5, 0.75, 0.25),
        (SURE - 0.1, 0.6, 0.4),
        (SURE, 0, 1),
        (1, 0, 1),
    ],
)
def test_shares_of_the_forests(article: float, other: float, own: float) -> None:
    weights = model()
    expected = [(share, forest) for share, forest in ((other, weights.other), (own, weights.article)) if share]
    found = forests_of(article, weights)
    assert [forest for _, forest in found] == [forest for _, forest in expected]
    assert [share for share, _ in found] == pytest.approx([share for share, _ in expected])


def test_on_sure_articles_the_forest_for_articles_speaks_alone() -> None:
    weights = model(kind=constant(9), article=constant(2), other=constant(-3))
    scores = score_blocks(features_of([1, 3], [0, 0]), weights)
    assert scores.article > SURE
    assert scores.probabilities.tolist() == pytest.approx([beside_network(logistic(2))] * 2)


@pytest.mark.parametrize("kind", [-9, 0, 9])
def test_contributions_are_the_difference_of_log_odds(kind: float) -> None:
    weights = model(
        kind=constant(kind),
        article=forest(([0, 1], [2.0, 0.5], [-500, 200, 700, 1500]), ([1, 1], [0.5, 3.0], [1, 20, 300, 4000])),
        other=forest(([1, 0], [0.5, 2.0], [-900, 100, 50, 2500]), bias=0.5),
    )
    features = features_of([1, 3, 9], [0, 1, 4])
    scores = score_blocks(features, weights)
    for block in range(3):
        expected = (1 - NETWORK_SHARE) * sum(
            part * (float(trees.predict(features.values[:, [block]])[0]) - trees.bias - mean_of(trees))
            for part, trees in forests_of(scores.article, weights)
        )
        found = contributions(features, scores, block, weights)
        assert sum(found.values()) == pytest.approx(expected, abs=1e-5)
        sizes = [abs(value) for value in found.values()]
        assert sizes == sorted(sizes, reverse=True)
        assert set(found) <= {"words", "links"}


def test_features_that_add_nothing_are_left_out() -> None:
    weights = model(kind=constant(-9), other=forest(([0], [2.0], [-1000, 1000])))
    features = features_of([1, 3], [0, 0])
    scores = score_blocks(features, weights)
    assert contributions(features, scores, 0, weights) == {"words": pytest.approx(NETWORK_SHARE - 1)}
    assert contributions(features, scores, 1, weights) == {"words": pytest.approx(1 - NETWORK_SHARE)}


def test_forest_and_network_are_averaged_in_log_odds() -> None:
    weights = model(kind=constant(-9), other=constant(2), network=network(2, output_bias=-30_000))
    scores = score_blocks(features_of([1, 3], [0, 0]), weights)
    expected = logistic((1 - NETWORK_SHARE) * 2 + NETWORK_SHARE * -3)
    assert scores.probabilities.tolist() == pytest.approx([expected, expected])


@pytest.mark.parametrize("odds", [-30, 30])
def test_the_surest_forest_does_not_silence_the_network(odds: float) -> None:
    weights = model(kind=constant(-9), other=constant(odds), network=network(2, output_bias=-40_000 if odds > 0 else 0))
    probability = score_blocks(features_of([1], [0]), weights).probabilities[0]
    assert 0 < probability < 1


def test_contributions_of_one_block_are_those_of_the_table() -> None:
    features = read_features(page_of(f"<nav><a href=/x>Home</a></nav>{f'<p>{SENTENCE}' * 40}"))
    scores = score_blocks(features)
    names = term_names(features)
    for blocks, table in contribution_tables(features, scores):
        for block in (0, 1, 20, 40):
            found = contributions(features, scores, block)
            column = dict(zip(names, table[:, block - blocks.start].tolist(), strict=True))
            assert {name: column[name] for name in found} == pytest.approx(found, abs=1e-4)


def test_contributions_of_the_shipped_model() -> None:
    features = read_features(page_of(f"<nav><a href=/x>Home</a></nav><article><p>{SENTENCE}<p>{SENTENCE}</article>"))
    found = contributions(features, score_blocks(features), 1)
    assert found
    assert set(found) <= {*features.names, SURROUNDINGS}


@pytest.mark.fuzz
@settings(max_examples=40)
@given(SOUP)
def test_probabilities_lie_between_0_and_1(html: str) -> None:
    features = read_features(page_of(html))
    scores = score_blocks(features)
    assert scores.probabilities.shape == features.values.shape[1:]
    assert ((scores.probabilities >= 0) & (scores.probabilities <= 1)).all()
    assert 0 <= scores.article <= 1
