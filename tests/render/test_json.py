"""JSON."""

import json

import pytest
from hypothesis import given

from cleanpage import extract
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


@pytest.mark.parametrize("by_alias", [True, False])
def test_evidence_comes_back_as_well(by_alias: bool) -> None:
    page = extract("<title>A bridge too short</title><meta name=author content='Mira Holm'><h1>A bridge too short</h1>")
    assert page.evidence
    assert "evidence" not in json.loads(to_json(page))
    written = to_json(page, evidence=True, by_alias=by_alias)
    assert json.loads(written)["evidence"]["authors"]["path"] == "author"
    again = Article.model_validate_json(written)
    assert again == page
    assert again.evidence == page.evidence
    assert "\n" not in to_json(page, evidence=True, indent=None)
