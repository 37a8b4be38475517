"""JSON."""

import json

from hypothesis import given

from cleanpage.article import Article, Block, Paragraph
from cleanpage.render.json import to_json
from tests.article_strategies import article, bodies


@given(bodies)
def test_an_article_comes_back_as_it_was(body: tuple[Block, ...]) -> None:
    page = article(*body, headline="Headline")
    assert Article.model_validate_json(to_json(page)) == page
    assert Article.model_validate_json(to_json(page, by_alias=True)) == page


def test_keys_and_layout() -> None:
    page = article(Paragraph(text="Zwölf Wörter"), headline="Überschrift")
    assert '\n  "headline": "Überschrift",\n' in to_json(page)
    assert "\n" not in to_json(page, indent=None)
    assert json.loads(to_json(page))["word_count"] == 2
    assert json.loads(to_json(page, by_alias=True))["wordCount"] == 2
