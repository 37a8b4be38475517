"""Sums of learned weights along the path of a block, and over its words."""

from collections.abc import Callable

import pytest

from cleanpage.features.paths import learned_features, link_target
from cleanpage.models.weights import Model
from tests.features.small import SENTENCE, model_of, page_of, rounded

Use = Callable[[Model], None]


def test_weights_near_of_the_parent_and_far(use_model: Use) -> None:
    use_model(
        model_of(
            path={
                "<p": [1, 10, 100],
                ".story": [2, 20, 200],
                "#main": [3, 30, 300],
                "~main": [0.5, 5, 50],
                "<body": [7, 70, 700],
            }
        )
    )
    page = page_of("<body><div id=main><div class=story><p>a</p></div><p>b</p>c</div></body>")
    assert list(page.texts) == ["a", "b", "c"]
    found = learned_features(page)
    assert rounded(found, "path_near") == [1, 1, 3.5]
    assert rounded(found, "path_parent") == [20, 35, 70]
    # Of `a` all above `.story`: #main ~main and body. Of `b` body. Of `c` nothing above body.
    assert rounded(found, "path_far") == [1050, 700, 0]
    assert rounded(found, "path") == [1071, 736, 73.5]


def test_a_token_of_several_elements_far_up_counts_once(use_model: Use) -> None:
    use_model(model_of(path={".card": [0, 0, 1], ".deck": [0, 0, 10]}))
    page = page_of(
        "<div class=card><div class='card deck'><div class=card><div class=card><p>a</p></div></div></div></div>"
        "<div class=card><div class=card><p>b</p></div></div><p>c</p>"
    )
    assert rounded(learned_features(page), "path_far") == [11, 1, 0]


def test_the_path_begins_at_the_innermost_element(use_model: Use) -> None:
    use_model(model_of(path={".label": [1, 0, 0], "<p": [0, 2, 0]}))
    found = learned_features(page_of("<p><span class=label>a</span></p><p>b <span class=label>c</span></p>"))
    assert rounded(found, "path_near") == [1, 0]
    assert rounded(found, "path_parent") == [2, 0]


def test_weights_of_words_and_of_where_they_lead(use_model: Use) -> None:
    use_model(model_of(lexical={"read": 1, "read more": 2, "=read more": 4, "/tag": 8, "/abs": 16, "=0000": 32}))
    page = page_of(
        "<p><a href='https://example.org/tag/x'>Read more</a><p>Read more<p>2024"
        f"<p>Read this first <a href=/tag>x</a><p>Read {SENTENCE * 2}"
    )
    assert rounded(learned_features(page), "lexical") == [31, 7, 32, 1, 0]


@pytest.mark.parametrize(
    ("html", "target"),
    [
        ("<p><a href=/x>All of it</a>", "/x"),
        ("<p>By <a href=/x>Most of it</a>", "/x"),
        ("<p>Most of it is <a href=/x>none</a>", None),
        ("<p><a href=/x>first</a> <a href=/y>second</a>", "/x"),
        ("<p>none", None),
        ("<p><b>bold</b>", None),
    ],
)
def test_where_a_block_leads(html: str, target: str | None) -> None:
    assert link_target(page_of(html), 0) == target


def test_an_unknown_page_has_no_weights(use_model: Use) -> None:
    use_model(model_of())
    found = learned_features(page_of(f"<div class=story><p>{SENTENCE}</p><p>Menu</p></div>"))
    assert {name: rounded(found, name) for name in found} == {name: [0, 0] for name in found}
