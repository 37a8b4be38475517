"""The article with every kind of block, in every format: `full_article/` holds what each renderer makes of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import pytest

from cleanpage import Article, Block, Paragraph, SpanKind, to_html, to_markdown, to_tei, to_text
from cleanpage.article.blocks import Placed, inlines
from tests.full_article import BLOCKS, FULL_ARTICLE, full_article

FOLDER = Path(__file__).parent / "full_article"


@pytest.mark.parametrize(
    ("name", "render"), [("html", to_html), ("md", to_markdown), ("txt", to_text), ("xml", to_tei)]
)
def test_rendering(name: str, render: Callable[[Article], str]) -> None:
    assert render(FULL_ARTICLE) == (FOLDER / f"article.{name}").read_text(encoding="utf-8")


def test_every_kind_of_block_and_span_is_there() -> None:
    union = get_args(Block)[0]
    assert {type(block) for block in BLOCKS.values()} == set(get_args(union))
    assert {span.kind for inline in inlines(BLOCKS["spans"]) for span in inline.spans} == set(SpanKind)


class Poem(Placed):
    """A kind of block that no renderer knows."""

    type: Literal["poem"] = "poem"
    text: str


class Box(Placed):
    """Another, which holds blocks."""

    type: Literal["box"] = "box"
    text: str = ""
    blocks: tuple[Block, ...] = (Paragraph(text="Roses are red."),)


@pytest.mark.parametrize("block", [Poem(text="Roses are red."), Box()], ids=lambda block: block.type)
@pytest.mark.parametrize(
    ("render", "shown"),
    [
        (to_html, "<p>Roses are red.</p>"),
        (to_markdown, "Roses are red.\n"),
        (to_tei, "<p>Roses are red.</p>"),
    ],
)
def test_kinds_of_blocks_that_a_renderer_does_not_know(
    block: Block, render: Callable[[Article], str], shown: str
) -> None:
    assert shown in render(Article.model_construct(outcome=FULL_ARTICLE.outcome, body=(block,)))


def test_every_field_has_a_value() -> None:
    assert FULL_ARTICLE.model_fields_set == set(Article.model_fields) - {"direction"}


def test_texts_and_urls_can_be_changed() -> None:
    changed = full_article("Words", "https://other.example/")
    assert set(changed.text.split()) == {"Words"}
    assert "e.example" not in changed.model_dump_json().replace("other.example", "")
