"""Assertions on articles."""

import itertools
from pathlib import Path

import pytest

import cleanpage
from cleanpage import Article
from cleanpage.article import Image, Outcome, OutcomeKind, Paragraph
from cleanpage.testing import (
    SavedPage,
    Tolerance,
    assert_article,
    assert_deterministic,
    assert_links_absolute,
    assert_no_boilerplate,
    assertions,
    build_page,
)
from cleanpage.testing.comparison import shown

PAGE = build_page(clutter=("consent", "nav", "footer"))
ARTICLE = cleanpage.extract(PAGE)


def test_an_article_as_expected(page: SavedPage) -> None:
    assert_article(ARTICLE, page)
    assert_article(ARTICLE, page.expected_file)
    assert_article(ARTICLE, {"headline": ARTICLE.headline, "text": ARTICLE.text})


def test_every_difference_is_told(page: SavedPage) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_article({"headline": "Other", "text": "Other words altogether here."}, page, fields=("headline", "text"))
    lines = str(caught.value).splitlines()
    assert lines[0] == "headline: expected 'Harbour bridge to open a week early', found 'Other'"
    assert lines[1] == "text: F1 0.000 is below 0.98: 5 paragraphs lost, 1 added, 0 changed"
    assert lines[2] == "unexpected_text: 1 paragraphs that are not expected, 4 words"
    assert lines[3].startswith("  text: lost: 'The new bridge")


def test_tolerances(page: SavedPage) -> None:
    item = {"published": "2024-03-08T07:15:10+01:00", "text": ARTICLE.text.rpartition("\n\n")[0]}
    assert_article(
        item, page, fields=("published", "text"), min_f1=0.9, tolerances={"published": Tolerance(seconds=10)}
    )


def test_nothing_to_compare(page: SavedPage) -> None:
    with pytest.raises(ValueError, match="nothing is compared"):
        assert_article(ARTICLE, page, fields=("price",))
    with pytest.raises(TypeError, match="give an Article"):
        assert_article("text", page)


def test_no_boilerplate() -> None:
    assert_no_boilerplate(ARTICLE)
    assert_no_boilerplate("Subscribers rose to nine thousand.\n\nThe newsletters of old were printed.")
    long = "The river rose and rose again, " * 9
    with pytest.raises(AssertionError) as caught:
        assert_no_boilerplate({"body": f"Sign up to our letter\n\n{long}\n\n{long}\n\n広告の後に続きます"})
    assert str(caught.value).splitlines()[1:3] == [
        "'Sign up to our letter' begins as sign_up does",
        f"{shown(long)} stands twice",
    ]
    assert "advert" in str(caught.value).splitlines()[3]
    assert_no_boilerplate("Donate blood, the hospital asks.", allowed=("Donate blood",))


def test_boilerplate_needs_a_text() -> None:
    with pytest.raises(TypeError, match="dict has no text"):
        assert_no_boilerplate({"headline": "x"})


def test_absolute_links() -> None:
    assert_links_absolute(ARTICLE)
    outcome = Outcome(kind=OutcomeKind.ARTICLE, reason="test")
    article = Article(outcome=outcome, main_image=Image(url="/a.jpg"), images=(Image(url="https://x.example/b.jpg"),))
    with pytest.raises(AssertionError, match=r"image: /a\.jpg$"):
        assert_links_absolute(article)


def test_determinism(monkeypatch: pytest.MonkeyPatch) -> None:
    assert assert_deterministic(PAGE) == ARTICLE
    assert assert_deterministic(PAGE.body, url=PAGE.url, times=1) == ARTICLE
    counter = itertools.count()

    def unsteady(*_: object, **__: object) -> Article:
        return ARTICLE.model_copy(update={"headline": str(next(counter))})

    monkeypatch.setattr(assertions, "extract", unsteady)
    with pytest.raises(AssertionError, match="not the same each time: headline"):
        assert_deterministic(PAGE)

    def other_spans(*_: object, **__: object) -> Article:
        return ARTICLE.model_copy(update={"body": (*ARTICLE.body[:-1], Paragraph(text=str(next(counter))))})

    monkeypatch.setattr(assertions, "extract", other_spans)
    with pytest.raises(AssertionError, match="not the same each time: "):
        assert_deterministic(PAGE)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(cleanpage.CleanpageError, match="is missing"):
        assert_article(ARTICLE, tmp_path / "expected.json")
