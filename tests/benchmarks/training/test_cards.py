"""Pages with cards of other stories."""

from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from benchmarks.pages import Page as GoldPage
from benchmarks.training import cards, reading
from benchmarks.training.cards import CARDS, with_cards
from benchmarks.training.samples import labels_of
from cleanpage.models.arrays import Array
from cleanpage.page.page import Page
from tests.benchmarks.training.mini import sentence
from tests.features.small import page_of

PARAGRAPHS = tuple(f"{sentence(Random(2 * n))} {sentence(Random(2 * n + 1))}" for n in range(24))
GOLD = GoldPage(id="x", corpus="wcxb-dev", path=Path("x"), headline="Night ferry <returns>", body="\n".join(PARAGRAPHS))


@pytest.fixture(autouse=True)
def every_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "SHARE", 1)


def whole() -> tuple[Page, Array]:
    """A page of paragraphs, all of them body."""
    page = page_of("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    return page, np.ones(len(page.texts), dtype=np.float32)


@pytest.mark.parametrize("number", range(8))
def test_paragraphs_are_body_and_cards_are_not(number: int) -> None:
    made = with_cards(replace(GOLD, id=f"page {number}"), *whole())
    assert made is not None
    gold, content = made
    page = reading.page_of(gold, content)
    labels = labels_of(gold, page.texts)
    body = [text for text, label in zip(page.texts, labels, strict=True) if label == 1]
    assert body == (gold.body or "").split("\n") == list(PARAGRAPHS[: len(body)])
    others = [text for text, label in zip(page.texts, labels, strict=True) if label < 1]
    assert len(others) >= 2
    assert not set(others) & set(PARAGRAPHS)
    assert (gold.corpus, gold.url) == (CARDS, None)


def test_the_same_page_is_made_in_the_same_way() -> None:
    assert with_cards(GOLD, *whole()) == with_cards(GOLD, *whole())


@pytest.mark.parametrize("change", [{"kind": "listing"}, {"body": None}, {"body": ""}])
def test_only_articles_with_a_body(change: dict[str, str | None]) -> None:
    assert with_cards(replace(GOLD, **change), *whole()) is None  # type: ignore[arg-type]


def test_an_article_without_paragraphs_to_spare() -> None:
    page, labels = whole()
    labels[1:] = 0
    assert with_cards(GOLD, page, labels) is None


def test_most_articles_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "SHARE", 0.25)
    made = [with_cards(replace(GOLD, id=f"page {number}"), *whole()) for number in range(60)]
    assert 5 < sum(page is not None for page in made) < 30
