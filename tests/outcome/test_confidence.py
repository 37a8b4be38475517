"""Confidence: a probability, low where the steps before were in doubt, nothing where there is no body."""

from dataclasses import replace

import numpy as np
import pytest

import cleanpage
from cleanpage import Options
from cleanpage.models.logistic import load_logistic, read_logistic
from cleanpage.outcome import confidence
from cleanpage.outcome.confidence import CUT_SHORT, confidence_of, confidence_signals, overlap
from cleanpage.selection.scores import Scores
from cleanpage.selection.verdicts import Cause, Choice
from tests.odd_pages import ODD_PAGES, OddPage
from tests.small_pages import ARTICLE


def told(probability: float | None = None, article: float = 0.99, page: str = ARTICLE) -> float:
    """The confidence of a page, with the same score for all of its blocks, if given one."""
    found = cleanpage.analyze(page)
    scores = Scores(np.full(len(found.verdicts), probability), article) if probability else found.scores
    return confidence_of(replace(found.verdicts, scores=scores), found.metadata)


def test_a_plain_article_can_be_relied_on() -> None:
    assert cleanpage.extract(ARTICLE).confidence > 0.5
    assert cleanpage.extract(ARTICLE).confidence == told()


def test_doubtful_scores_lower_it() -> None:
    assert told(0.99) > told(0.8) > told(0.4)


@pytest.mark.parametrize("odd", [odd for odd in ODD_PAGES if odd.kind in ("empty", "not_html", "error_page")])
def test_pages_without_content_have_none(odd: OddPage) -> None:
    assert cleanpage.extract(odd.page).confidence == 0.0


def test_a_page_cut_short_has_no_more_than_half() -> None:
    article = cleanpage.extract(ARTICLE, options=Options(max_blocks=4))
    assert 0 < article.confidence <= CUT_SHORT


def test_nothing_kept_is_nothing_to_rely_on() -> None:
    found = cleanpage.analyze(ARTICLE)
    nothing = Choice([False] * len(found.verdicts), Cause.SCORE)
    assert confidence_of(replace(found.verdicts, choice=nothing), found.metadata) == 0


def test_signals_are_those_of_the_model() -> None:
    found = cleanpage.analyze(ARTICLE)
    signals = confidence_signals(found.verdicts, found.metadata)
    assert tuple(signals) == load_logistic("confidence").names
    assert all(np.isfinite(value) for value in signals.values())


def test_the_body_that_a_page_claims_is_compared() -> None:
    head = '{"@context":"https://schema.org","@type":"Article","articleBody":"%s"}'
    data = f"<script type=application/ld+json>{head}</script>"
    body = cleanpage.extract(ARTICLE).text.replace("\n", " ")
    for claim, low, high in ((body, 0.9, 1.0), ("Nothing of the kind", 0.0, 0.2)):
        found = cleanpage.analyze(data % claim + ARTICLE)
        signals = confidence_signals(found.verdicts, found.metadata)
        assert signals["claims_body"] == 1
        assert low <= signals["agrees_with_claim"] <= high
    assert overlap("", "") == 0
    assert overlap("a b", "b a") == 1


def test_parts_of_a_model_that_do_not_fit_are_refused() -> None:
    parts = {"center": [0], "scale": [1], "weights": [[1], [-1]], "bias": [0]}
    data = {"names": ["a"], "classes": ["right", "wrong"], **parts}
    with pytest.raises(ValueError, match="1 numbers"):
        read_logistic(data)
    model = read_logistic(data | {"bias": [0, 0]})
    assert model.probabilities(np.array([0.0])) == {"right": 0.5, "wrong": 0.5}
    assert model.probabilities(np.array([1e9]))["right"] == pytest.approx(1 / (1 + np.exp(-8)))
    assert confidence.RIGHT in load_logistic("confidence").classes
