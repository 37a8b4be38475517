"""The table of features as a whole."""

import sys
from collections.abc import Callable
from types import FrameType

import numpy as np
import pytest
from hypothesis import given, settings

from cleanpage.features import paths
from cleanpage.features.hints import PageHints
from cleanpage.features.read import read_features
from cleanpage.models.feature_table import Features
from cleanpage.models.token_weights import NameWeights
from cleanpage.models.weights import Model
from tests.features.small import SENTENCE, SOUP, model_of, page_of


def test_a_page_without_blocks() -> None:
    features = read_features(page_of("<img src=/x>"))
    assert features.names == ()
    assert features.values.shape == (0, 0)


def test_a_row_a_feature_and_a_column_a_block() -> None:
    features = read_features(page_of(f"<h1>Fares</h1><p>{SENTENCE}"))
    assert features.values.shape == (len(features.names), 2)
    assert features.values.dtype == np.float32
    assert len(set(features.names)) == len(features.names)
    assert features.column("words").tolist() == [1, SENTENCE.count(" ") + 1]
    assert features.values[features.names.index("words")].flags["C_CONTIGUOUS"]


def test_an_unknown_feature() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        Features(("words",), np.zeros((1, 1), dtype=np.float32)).column("colour")


def test_hints_enter() -> None:
    page = page_of(f"<h1>Fares</h1><p>{SENTENCE}")
    assert read_features(page).column("role_headline").tolist() == [0, 0]
    assert read_features(page, PageHints({0: "headline"})).column("role_headline").tolist() == [1, 0]


def test_weights_of_the_model_enter(use_model: Callable[[Model], None]) -> None:
    page = page_of("<p>a<h2>b</h2>")
    use_model(model_of(path={"<p": [2, 0, 0]}, lexical={"b": 3}))
    features = read_features(page)
    assert features.column("path").tolist() == [2, 0]
    assert features.column("mean_path_1").tolist() == [1, 1]
    assert features.column("lexical_+1").tolist() == [3, 0]
    assert features.column("under_lexical").tolist() == [0, 3]


@pytest.mark.fuzz
@settings(max_examples=150)
@given(SOUP)
def test_all_values_are_finite_and_the_same_each_time(html: str) -> None:
    page = page_of(html, "https://example.org/a-b/1")
    features = read_features(page)
    assert np.isfinite(features.values).all()
    assert features.values.shape[1] == len(page.texts)
    paths.element_weights.cache_clear()
    again = read_features(page_of(html, "https://example.org/a-b/1"))
    assert again.names == features.names
    assert again.values.tobytes() == features.values.tobytes()


def test_shares_lie_between_0_and_1() -> None:
    page = page_of(
        f"<nav><ul><li><a href=/a>Home</a><li><a href=/b>News</a></ul></nav><article><h1>Fares</h1><p>{SENTENCE}"
        f"<p>{SENTENCE}<table><tr><td>a<td>b</table></article><footer>© 2024</footer>"
    )
    features = read_features(page)
    prefixes = (
        "share_",
        "linked_",
        "prose_",
        "place_",
        "paragraphs_",
        "position",
        "link_density",
        "in_",
        "is_",
        "page_linked",
    )
    for name in features.names:
        if name.startswith(prefixes) and "words" not in name and name != "prose_around":
            column = features.column(name)
            assert ((column >= -1e-6) & (column <= 1 + 1e-6)).all(), name


def test_work_grows_with_the_page() -> None:
    """Twice the input takes at most 2.2 times the calls, and no array has more rows than blocks."""

    def size(count: int) -> tuple[int, int]:
        page, calls = page_of(f"<div class=card><h2>a</h2><p>{SENTENCE}</p><a href=/b>read more</a></div>" * count), 0

        def called(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        sys.setprofile(called)
        try:
            features = read_features(page)
        finally:
            sys.setprofile(None)
        return calls, features.values.size

    read_features(page_of("<p>a"))
    (calls, cells), (more_calls, more_cells) = size(200), size(400)
    assert calls > 2_000
    assert more_calls <= 2.2 * calls
    assert more_cells == 2 * cells


def test_names_are_weighed_once_an_element(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    known = paths.element_weights

    def watched(tag: str, *names: str | None) -> NameWeights:
        asked.append(tag)
        return known(tag, *names)

    monkeypatch.setattr(paths, "element_weights", watched)
    read_features(page_of("<div class=card><h2>a</h2><p>b</p></div>" * 50))
    assert sorted(set(asked)) == ["body", "div", "h2", "html", "p"]
    assert len(asked) == 2 + 3 * 50
