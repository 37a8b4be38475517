"""Short pages made of real ones."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.pages import Page as GoldPage
from benchmarks.training.excerpts import EXCERPTS, SHARE, excerpt
from tests.features.small import page_of

HTML = (
    "<nav><a href=/x>Home</a></nav><div class=story><h2>At <b>sea</b></h2><p>The ferry & the pier.</p>"
    "<section>It sails at nine.</section></div><footer><p>Imprint</p></footer>"
)
LABELS = np.array([0, 1, 1, 1, 0.01])


def gold_of(name: str, **truth: object) -> GoldPage:
    gold = GoldPage(id=name, corpus="y", path=Path("x"), headline="Ferry <late>", body="Known.")
    return replace(gold, **truth)  # type: ignore[arg-type]


def excerpts() -> Iterator[tuple[GoldPage, str]]:
    for number in range(200):
        if found := excerpt(gold_of(str(number)), page_of(HTML), LABELS):
            yield found[0], found[1].decode()


def test_a_share_of_the_articles_is_cut_down() -> None:
    assert 0.7 * SHARE < len(list(excerpts())) / 200 < 1.3 * SHARE


def test_the_same_page_is_cut_in_the_same_way() -> None:
    assert list(excerpts()) == list(excerpts())


def test_what_is_true_of_an_excerpt() -> None:
    for gold, html in excerpts():
        page = page_of(html)
        assert gold.corpus == EXCERPTS
        assert gold.body
        assert set(gold.body.split("\n")) <= set(page.texts)
        assert "Ferry <late>" in page.texts


def test_some_have_all_of_the_body_and_some_have_boilerplate_around() -> None:
    found = [(gold.body, html) for gold, html in excerpts()]
    start = "At sea\nThe ferry & the pier."
    assert {body for body, _ in found} == {start, f"{start}\nIt sails at nine."}
    assert {"Home" in html for _, html in found} == {True, False}
    assert all(('<a href="/">Home</a>' in html) == ("<p>Imprint</p>" in html) for _, html in found)
    assert any(
        "<h2>At sea</h2>\n<p>The ferry &amp; the pier.</p>\n<p>It sails at nine.</p>" in html for _, html in found
    )


def test_other_pages_are_left_alone() -> None:
    for number in range(20):
        assert excerpt(gold_of(str(number), kind="forum"), page_of(HTML), LABELS) is None
        assert excerpt(gold_of(str(number), body=""), page_of(HTML), LABELS) is None
        assert excerpt(gold_of(str(number)), page_of(HTML), np.zeros(5)) is None
