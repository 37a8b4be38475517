"""Where on the page a block stands."""

import pytest

from cleanpage.features.position import position_features
from cleanpage.features.text import text_features
from cleanpage.models.arrays import Columns
from tests.features.small import SENTENCE, page_of, rounded

WORDS = SENTENCE.count(" ") + 1


def features_of(html: str) -> Columns:
    page = page_of(html)
    return position_features(page, text_features(page))


def test_columns_of_a_small_page() -> None:
    found = features_of(f"<a href=/>Home</a><h1>Fares</h1><p>{SENTENCE}<p>{SENTENCE}")
    total, prose = 2 * WORDS + 2, 2 * WORDS
    assert {name: rounded(found, name) for name in found} == {
        "position": [0, 0.25, 0.5, 0.75],
        "blocks_left": [4, 3, 2, 1],
        "prose_before": [0, 0, 0, 0.5],
        "prose_after": [1, 1, 0.5, 0],
        "prose_words_before": [0, 0, 0, WORDS],
        "prose_words_after": [prose, prose, WORDS, 0],
        "after_heading": [-1, 0, 1, 2],
        "page_blocks": [4] * 4,
        "page_prose": [prose] * 4,
        "page_longest": [WORDS] * 4,
        "page_linked": [round(1 / total, 4)] * 4,
        "page_prose_share": [round(prose / total, 4)] * 4,
    }


@pytest.mark.parametrize(
    ("html", "after"),
    [
        pytest.param("<p>a<p>b", [-60, -60], id="none"),
        pytest.param(f"<h1>Site</h1><h1>Fares</h1><p>{SENTENCE}", [-1, 0, 1], id="the last before the prose"),
        pytest.param(f"<h1>Fares</h1><p>{SENTENCE}<h1>More</h1>", [0, 1, 2], id="not one behind the prose"),
        pytest.param(f"<p>{SENTENCE}<h1>More</h1>", [-1, 0], id="the first, where all are behind"),
        pytest.param("<p>a" * 60 + "<h1>b</h1>" + "<p>c" * 250, [*[-50] * 11, *range(-49, 201), *[200] * 50], id="far"),
    ],
)
def test_distance_from_the_main_heading(html: str, after: list[int]) -> None:
    assert rounded(features_of(html), "after_heading") == after


def test_a_page_without_prose() -> None:
    found = features_of("<p>a<p>b")
    assert rounded(found, "prose_before") == [0, 0]
    assert rounded(found, "prose_after") == [1, 1]
    assert rounded(found, "page_prose_share") == [0, 0]
