"""The spider, field by field."""

from typing import Any

import pytest

from cleanpage.pytest_plugin.regression import ArticleRegression
from cleanpage.testing import SavedPage

FIELDS = ("headline", "authors", "published", "section", "text")


@pytest.mark.page("pages/*")
@pytest.mark.parametrize("field", FIELDS)
def test_story(
    saved_page: SavedPage,
    field: str,
    crawl: dict[str, tuple[dict[str, Any], SavedPage]],
    article_regression: ArticleRegression,
) -> None:
    """The field that the spider yields is the one expected of the saved page."""
    story, seen = crawl[saved_page.name]
    article_regression.check(story, page=saved_page, seen=seen, fields=[field])
