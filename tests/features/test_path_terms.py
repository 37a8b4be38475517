"""The path features, token by token."""

import pytest
from hypothesis import given, settings

from cleanpage.features.path_terms import path_terms
from cleanpage.features.read import read_features
from cleanpage.models.weights import load_model
from tests.features.small import SOUP, page_of


@pytest.mark.fuzz
@settings(max_examples=60)
@given(SOUP)
def test_terms_add_up_to_the_feature(html: str) -> None:
    page = page_of(html)
    features = read_features(page)
    for block in range(len(page.texts)):
        terms = path_terms(page, block)
        assert sum(term.weight for term in terms) == pytest.approx(features.column("path")[block], abs=1e-4)
        leaf = page.leaves[block]
        assert {term.element for term in terms} <= {leaf, *page.ancestors(leaf)}


def test_a_token_of_nested_wrappers_counts_once() -> None:
    token = next(token for token, (_, _, far) in load_model().path.items() if token[0] == "." and far)
    wrapper = f"<div class='{token[1:]}'>"
    page = page_of(f"{wrapper}{wrapper}<div><div><p>Some words of a reader.</p></div></div></div></div>")
    terms = [term for term in path_terms(page, 0) if term.token == token]
    assert len(terms) == 1
    assert terms[0].element == page.tags.index("div")
