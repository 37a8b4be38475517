"""What the docs take from the code."""

from cleanpage import Article
from cleanpage.rules.trust import TABLE
from docs.hooks import SOURCES_MARK, on_page_markdown, sources_table

ELSEWHERE = {"outcome", "confidence", "comments", "url", "dateline", "body", "images", "links"}
"""Fields that are not resolved from claims; `docs/article.md` says where they come from."""


def test_the_table_of_sources_holds_every_field() -> None:
    lines = list(sources_table())
    named = {line.split("`")[1] for line in lines[2 : lines.index("")]}
    assert named >= Article.model_fields.keys() - ELSEWHERE
    assert named == {row.field for row in TABLE}


def test_the_table_stands_where_a_page_has_its_mark() -> None:
    assert on_page_markdown("plain") == "plain"
    page = on_page_markdown(f"before\n{SOURCES_MARK}\nafter")
    assert "| `breadcrumbs` | any | json-ld-page, microdata, marked |" in page
    assert SOURCES_MARK not in page
