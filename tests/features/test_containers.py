"""Shares and densities of the containers around a block."""

import numpy as np
import pytest

from cleanpage.features.containers import (
    COUNTED_TAGS,
    LEVELS,
    Containers,
    container_features,
    container_path_features,
    containers_of,
    siblings_alike,
)
from cleanpage.features.context import context_features
from cleanpage.features.text import text_features
from cleanpage.page.page import Page
from tests.features.small import SENTENCE, columns_of, page_of, rounded

PAGE = (
    "<body>"
    "<nav><ul><li><a href=/a>Home</a></li><li><a href=/b>News</a></li></ul></nav>"
    f"<article><div class=inner><p>{SENTENCE}</p><h2>Fares</h2><p>{SENTENCE}</p></div></article>"
    f"<aside><p>{SENTENCE}</p></aside>"
    "</body>"
)


def container_tags(page: Page, block: int) -> list[str]:
    """Tags of the containers of a block, the nearest first."""
    return [str(page.tags[level[block]]) for level in containers_of(page).levels]


def features_of(html: str) -> dict[str, list[float]]:
    page = page_of(html)
    columns = text_features(page) | context_features(page)
    found = container_features(page, containers_of(page), columns)
    return {name: rounded(found, name) for name in found}


def test_the_containers_of_a_block() -> None:
    page = page_of(PAGE)
    assert list(page.texts) == ["Home", "News", SENTENCE, "Fares", SENTENCE, SENTENCE]
    # `html` wraps `body`, `nav` its list, `article` its `div`, `aside` its paragraph: none of them is a further level.
    assert container_tags(page, 0) == ["li", "nav", "html", "html"]
    assert container_tags(page, 3) == ["h2", "article", "html", "html"]
    assert container_tags(page, 5) == ["aside", "html", "html", "html"]


def test_wrappers_do_not_count_as_levels() -> None:
    bare = page_of(f"<div><p>a</p><p>b</p></div><p>{SENTENCE}</p>")
    wrapped = page_of(f"<div><div><section><p>a</p><div><p>b</p></div></section></div></div><p>{SENTENCE}</p>")
    for page in (bare, wrapped):
        layout = containers_of(page)
        ranges = [[tuple(map(int, edge)) for edge in zip(*layout.range(level), strict=True)] for level in range(LEVELS)]
        assert ranges == [
            [(0, 1), (1, 2), (2, 3)],
            [(0, 2), (0, 2), (0, 3)],
            [(0, 3), (0, 3), (0, 3)],
            [(0, 3), (0, 3), (0, 3)],
        ]


def test_each_level_holds_more_blocks_than_the_one_before_until_the_root() -> None:
    layout = containers_of(page_of(PAGE))
    for level in range(1, LEVELS):
        low, high = layout.range(level)
        inner_low, inner_high = layout.range(level - 1)
        assert (low <= inner_low).all()
        assert (high >= inner_high).all()
        grown = (high - low) > (inner_high - inner_low)
        assert (grown | (layout.levels[level - 1] == 0)).all()


def test_columns_of_a_level() -> None:
    found = features_of(PAGE)
    # Level 1: nav, nav, article, article, article, the page. Words 1, 1, 21, 1, 21, 21; prose in the sentences.
    words = SENTENCE.count(" ") + 1
    page_words, article_words = 3 * words + 3, 2 * words + 1
    prose = round(2 * words / article_words, 4)
    assert found["share_1"] == [0, 0, 0.6667, 0.6667, 0.6667, 1]
    assert found["linked_1"] == [1, 1, 0, 0, 0, round(2 / page_words, 4)]
    assert found["prose_1"] == [0, 0, prose, prose, prose, round(3 * words / page_words, 4)]
    assert found["blocks_1"] == [2, 2, 3, 3, 3, 6]
    assert found["mean_words_1"] == [1, 1, *[round(article_words / 3, 4)] * 3, round(page_words / 6, 4)]
    assert found["paragraphs_1"] == [0, 0, 0.6667, 0.6667, 0.6667, 0.5]
    assert found["place_1"] == [0, 0.5, 0, 0.3333, 0.6667, round(5 / 6, 4)]
    assert found["anchors_1"] == [1, 1, 0, 0, 0, round(2 / 6, 4)]
    assert found["items_1"] == [1, 1, 0, 0, 0, round(2 / 6, 4)]
    assert found["headings_1"] == [0, 0, 0.3333, 0.3333, 0.3333, round(1 / 6, 4)]
    assert found["alike_0"] == [2, 2, 2, 1, 2, 1]


def test_tags_are_counted_within_the_container_alone() -> None:
    found = features_of("<div><img src=/x><p>a</p><p>b</p></div><div><input><p>c</p><p>d</p></div>")
    assert found["images_1"] == [0.5, 0.5, 0, 0]
    assert found["inputs_1"] == [0, 0, 0.5, 0.5]
    assert found["images_0"] == [0, 0, 0, 0]


def test_a_page_without_any_tag_that_is_counted() -> None:
    found = features_of("<p>a<p>b")
    assert [found[f"{name}_{level}"] for name in COUNTED_TAGS for level in range(LEVELS)] == [[0, 0]] * 24


def test_the_smallest_element_with_most_prose() -> None:
    found = features_of(PAGE)
    # The article has two of three sentences: enough for a half, not for four fifths.
    assert found["side_50"] == [-1, -1, 0, 0, 0, 1]
    assert found["inside_50"] == [0, 0, 1, 1, 1, 0]
    assert found["best_size_50"] == [0.5] * 6
    assert found["side_80"] == [0] * 6
    assert found["inside_80"] == [1] * 6
    assert found["best_size_80"] == [1] * 6


def test_siblings_alike_have_tag_class_and_parent_in_common() -> None:
    page = page_of("<div><p class=x>a</p><p class=x>b</p><p>c</p><h2 class=x>d</h2></div><p class=x>e</p>")
    assert siblings_alike(page, np.array([page.elements, [page.parents[1]] * 5])).tolist() == [[2, 2, 1, 1, 1], [1] * 5]


def test_mean_path_of_a_level() -> None:
    layout = Containers(np.array([0, 0]), np.array([3, 2]), (np.array([1, 1, 0]),))
    found = container_path_features(layout, columns_of(path=[1, 2, 6]))
    assert rounded(found, "mean_path_0") == [1.5, 1.5, 3]


@pytest.mark.parametrize("html", ["<p>a", "<a href=/x>a</a>", "<ul><li>a</ul>"])
def test_pages_without_prose(html: str) -> None:
    found = features_of(html)
    assert found["share_0"] == [0]
    assert found["side_50"] in ([0], [-1], [1])
