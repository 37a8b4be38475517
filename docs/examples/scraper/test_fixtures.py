"""Each fixture of the plugin at work; docs/testing.md shows these tests."""

from collections.abc import Callable
from urllib.request import urlopen

import pytest

from cleanpage import Article
from cleanpage.pytest_plugin.extractor import Extractor
from cleanpage.pytest_plugin.regression import ArticleRegression
from cleanpage.testing import (
    BuiltPage,
    HostilePage,
    PageServer,
    SavedPage,
    assert_article,
    assert_deterministic,
    assert_links_absolute,
    assert_no_boilerplate,
)


# --8<-- [start:cleanpage]
def test_extractor(cleanpage: Extractor, page_html: Callable[[str], SavedPage]) -> None:
    """Extract a saved page; nothing in this test can reach the network."""
    page = page_html("ferry-bell")
    assert page.body.startswith(b"<!doctype html>")

    article = cleanpage.extract(page)  # its URL and content type come with it
    assert article.url == page.url
    assert [author.name for author in article.authors] == ["Ilse Haddad"]


# --8<-- [end:cleanpage]
# --8<-- [start:article]
@pytest.mark.page("pages/*")
def test_every_article(article: Article) -> None:
    """Hold every saved page to what all of them must be."""
    assert article.outcome.has_article
    assert_no_boilerplate(article)
    assert_links_absolute(article)


# --8<-- [end:article]
# --8<-- [start:page_field]
@pytest.mark.page("pages/ferry-bell")
def test_each_field(saved_page: SavedPage, page_field: str, article: Article) -> None:
    """One test for each field that is expected of each page, as in `test_each_field[ferry-bell-headline]`."""
    if page_field not in saved_page.meta.xfail:
        assert_article(article, saved_page, fields=(page_field,))


# --8<-- [end:page_field]
# --8<-- [start:article_regression]
def test_own_scraper(article_regression: ArticleRegression, page_html: Callable[[str], SavedPage]) -> None:
    """Compare what a scraper of one's own yields, here a dict, with what is expected of a saved page."""
    item = {"title": "Ferry captains ask for a bell that can be heard in fog", "writer": "ilse haddad"}
    page = page_html("ferry-bell")
    article_regression.check(item, page=page, fields={"title": "headline", "writer": "authors"})


def test_own_snapshot(article_regression: ArticleRegression) -> None:
    """Compare it with what it yielded before: `test_fixtures/test_own_snapshot.expected.json`."""
    article_regression.check({"price": 12.5, "colour": "green", "seen": "2024-03-08"})


# --8<-- [end:article_regression]
# --8<-- [start:page_builder]
@pytest.mark.parametrize("clutter", [["nav"], ["ads", "newsletter"], ["consent", "related", "comments"]], ids="-".join)
def test_clutter(cleanpage: Extractor, page_builder: Callable[..., BuiltPage], clutter: list[str]) -> None:
    """Put an article into chosen boilerplate, and see whether it comes out whole."""
    page = page_builder(headline="Ebb and flow", authors=["Mara Lindgren"], clutter=clutter)
    article = cleanpage.extract(page)
    assert article.headline == "Ebb and flow"
    assert_article(article, {"text": list(page.article["paragraphs"])}, min_f1=0.95)


# --8<-- [end:page_builder]
# --8<-- [start:hostile_page]
def test_hostile(hostile_page: HostilePage) -> None:
    """Run once for each page that breaks scrapers: it must not crash, hang, or differ from run to run."""
    assert_deterministic(hostile_page, times=2)


# --8<-- [end:hostile_page]
# --8<-- [start:serve_pages]
def test_served(serve_pages: Callable[..., PageServer], page_html: Callable[[str], SavedPage]) -> None:
    """Fetch a saved page from a local server, under the path of its own URL and with its own headers."""
    page = page_html("ferry-bell")
    server = serve_pages("pages/*")
    assert server.url_of(page) == f"{server.url}/harbour/ferry-bell.html"
    with urlopen(server.url_of(page)) as response:
        assert response.read() == page.body
    assert server.requests == ["/harbour/ferry-bell.html"]


# --8<-- [end:serve_pages]
