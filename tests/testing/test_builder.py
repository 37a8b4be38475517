"""Built pages: the article within chosen clutter."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanpage
from cleanpage.testing import CLUTTER, build_page
from cleanpage.testing.builder import STORY
from cleanpage.testing.texts import compare_texts

subsets = st.lists(st.sampled_from(sorted(CLUTTER)), unique=True)


@given(subsets, st.booleans())
def test_the_article_is_in_it_and_the_clutter_asked_for(clutter: Sequence[str], json_ld: bool) -> None:
    page = build_page(clutter=clutter, json_ld=json_ld)
    for name, piece in CLUTTER.items():
        assert (piece.html in page.text) is (name in clutter)
    assert all(paragraph in page.text for paragraph in STORY["paragraphs"])
    assert ("ld+json" in page.text) is json_ld
    assert build_page(clutter=clutter, json_ld=json_ld) == page


def test_it_is_extracted() -> None:
    page = build_page()
    article = cleanpage.extract(page)
    assert article.url == page.url
    assert compare_texts(page.article["paragraphs"], article.text).f1 > 0.9


def test_fields_of_ones_own() -> None:
    page = build_page(
        headline="<Ham> & eggs",
        authors=[],
        paragraphs=["A </p> in it"],
        published=None,
        updated="2024-01-01",
        language="fr",
    )
    assert '<h1 class="story-headline">&lt;Ham&gt; &amp; eggs</h1>' in page.text
    assert "<p>A &lt;/p&gt; in it</p>" in page.text
    assert '<p class="byline">' not in page.text
    assert '<time datetime="2024-01-01">' in page.text
    assert page.text.count("<script") == page.text.count("</script>") == 1
    assert page.article["authors"] == ()


def test_an_article_goes_round() -> None:
    first = cleanpage.extract(build_page(headline="Ebb and flow", authors=("Ann Berger",)))
    again = build_page(first)
    assert again.article["headline"] == "Ebb and flow"
    assert again.article["authors"] == ("Ann Berger",)
    assert build_page(first, headline="Flood").article["headline"] == "Flood"


def test_wrong_names() -> None:
    with pytest.raises(ValueError, match="clutter 'advert': choose of consent, nav"):
        build_page(clutter=["advert"])
    with pytest.raises(ValueError, match="field 'title': choose of headline"):
        build_page(title="x")
