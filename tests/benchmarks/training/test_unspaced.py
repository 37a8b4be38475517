"""Pages respelled in a script without spaces."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.pages import Page as GoldPage
from benchmarks.training.unspaced import SHARE, is_drawn, respelled
from tests.features.small import page_of

HTML = (
    "<!DOCTYPE html><title>The ferry</title><script>if (a < b) { the.ferry() }</script><!-- the ferry -->"
    '<p class="story" title="the ferry">The ferry, they said, sails at 9.30 &amp; 21 o’clock. <b>Don’t</b> miss it!</p>'
    "<p>the ferry</p>"
)
MARKUP = re.compile(r"<script>.*?</script>|<!--.*?-->|<[^>]*>")


def gold_of(name: str, **truth: object) -> GoldPage:
    gold = GoldPage(id=name, corpus="y", path=Path("x"), body="Known.")
    return replace(gold, **truth)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pages() -> list[str]:
    """The page under several names."""
    return [respelled(HTML, str(number)) for number in range(20)]


def test_a_share_of_the_articles_is_drawn() -> None:
    drawn = [is_drawn(gold_of(str(number))) for number in range(200)]
    assert 0.5 * SHARE < sum(drawn) / 200 < 1.5 * SHARE
    assert drawn == [is_drawn(gold_of(str(number))) for number in range(200)]


def test_other_pages_are_left_alone() -> None:
    assert not any(is_drawn(gold_of(str(number), kind="product")) for number in range(50))
    assert not any(is_drawn(gold_of(str(number), body=None)) for number in range(50))


def test_markup_and_what_is_no_text_stay(pages: list[str]) -> None:
    assert {tuple(MARKUP.findall(html)) for html in pages} == {tuple(MARKUP.findall(HTML))}


def test_texts_are_in_characters_without_spaces(pages: list[str]) -> None:
    for html in pages:
        text = page_of(html).texts[0]
        assert re.fullmatch(r"[一-鿿]+、[一-鿿]+、[一-鿿]+9·30 & 21[一-鿿]+。[一-鿿]+！", text)
        assert 20 < len(text) < 40


def test_a_word_is_spelled_alike_on_a_page_and_otherwise_on_another(pages: list[str]) -> None:
    ferries = [page_of(html) for html in pages]
    assert all(page.texts[0].startswith(page.texts[1]) and page.title == page.texts[1] for page in ferries)
    assert len({page.texts[1] for page in ferries}) == len(pages)


def test_the_same_page_is_respelled_in_the_same_way(pages: list[str]) -> None:
    assert pages == [respelled(HTML, str(number)) for number in range(20)]
