"""Articles rendered, parsed and read again: the same blocks, spans and text come back."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleanpage.article import (
    Article,
    Block,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Figure,
    Footnote,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Math,
    Paragraph,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
)
from cleanpage.article.blocks import inlines
from cleanpage.assembly.structure import build_blocks
from cleanpage.images.figures import read_figures
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.render import to_html, to_json, to_markdown
from cleanpage.source import markdown as markdown_source
from tests.article_strategies import article, bodies

BASE = "https://example.org/"
WORDS = ("x", "ferry", "*", "_a_", "<b>", "&amp;", "$5", "1.", "##", "|", "`", "é", "港", "[1]", "a*b", "\\", "~~", "!")
PLAIN = [SpanKind.STRONG, SpanKind.EMPHASIS, SpanKind.CODE, SpanKind.SUBSCRIPT, SpanKind.SUPERSCRIPT, SpanKind.LINK]

lines = st.lists(st.sampled_from(WORDS), max_size=5).map(lambda words: " ".join(("Sails", *words, "on")))


@st.composite
def inline(draw: st.DrawFn) -> dict[str, Any]:
    """A line, perhaps with one span over whole words of it."""
    text = draw(lines)
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == " ")]
    ends = [*(at for at, letter in enumerate(text) if letter == " "), len(text)]
    first = draw(st.integers(0, len(starts) - 1))
    last = draw(st.integers(first, len(ends) - 1))
    kind = draw(st.sampled_from(PLAIN))
    url = f"{BASE}x" if kind is SpanKind.LINK else None
    span = Span(kind=kind, start=starts[first], end=ends[last], url=url)
    return {"text": text, "spans": (span,) if draw(st.booleans()) else ()}


paragraphs = inline().map(lambda values: Paragraph(**values))
rows = st.lists(st.lists(inline(), min_size=2, max_size=2), min_size=2, max_size=3)
images = st.builds(Image, url=st.just(f"{BASE}boat.jpg"), alt=st.none() | lines, caption=lines)
leaves: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    st.builds(lambda values, level: Heading(**values, level=level), inline(), st.integers(1, 6)),
    st.builds(
        Code, text=st.lists(lines, min_size=1, max_size=3).map("\n  ".join), language=st.sampled_from(("py", None))
    ),
)
dividers: st.SearchStrategy[Block] = st.just(Divider())
tables = rows.map(
    lambda found: Table(
        rows=tuple(tuple(TableCell(**values, header=number == 0) for values in row) for number, row in enumerate(found))
    )
)


def holders(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Lists and quotations."""
    items = st.builds(
        lambda values, blocks: ListItem(**values, blocks=tuple(blocks)), inline(), st.lists(inner, max_size=2)
    )
    return st.one_of(
        st.builds(
            List,
            ordered=st.booleans(),
            start=st.just(1),
            listItems=st.lists(items, min_size=1, max_size=3).map(tuple),
        ),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: Quote(blocks=tuple(blocks))),
    )


common = st.recursive(leaves, holders, max_leaves=4)
more = st.one_of(
    st.builds(Figure, image=images),
    lines.map(
        lambda text: DefinitionList(
            definitions=(Definition(terms=(Inline(text=text),), blocks=(Paragraph(text=text),)),)
        )
    ),
    st.builds(lambda values, text: Quote(blocks=(Paragraph(**values),), citation=Inline(text=text)), inline(), lines),
)


def documents(*kinds: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    """Bodies under a heading, so that no bold line is taken for one; two lists or dividers in a row are parted."""
    return st.lists(st.one_of(*kinds), min_size=1, max_size=4).map(
        lambda found: (Heading(text="Head", level=2), *parted(found), Paragraph(text="Last"))
    )


def parted(blocks: list[Block]) -> list[Block]:
    result: list[Block] = []
    for block in blocks:
        if result and isinstance(block, List | Divider) and type(block) is type(result[-1]):
            result.append(Paragraph(text="Between"))
        result.append(block)
    return result


def read(html: str) -> tuple[Block, ...]:
    """The blocks of a page of which everything but captions is body."""
    page = read_blocks(parse(html, BASE))
    figures = read_figures(page, BASE)
    captions = {block for figure in figures for block in figure.caption_blocks}
    kept = [block for block in range(len(page.texts)) if block not in captions]
    return build_blocks(page, kept, [(figure.element, figure.image) for figure in figures], BASE)


def unplaced(value: Any) -> Any:
    """A dump without the places in the source."""
    if isinstance(value, dict):
        return {name: unplaced(part) for name, part in value.items() if name != "path"}
    return [unplaced(part) for part in value] if isinstance(value, list | tuple) else value


def dumped(blocks: tuple[Block, ...]) -> Any:
    return unplaced([block.model_dump() for block in blocks])


@given(documents(common, dividers, tables, more))
def test_html_gives_back_the_blocks(body: tuple[Block, ...]) -> None:
    assert dumped(read(to_html(article(*body)))) == dumped(body)


@given(documents(common, dividers, tables))
def test_markdown_gives_back_the_blocks(body: tuple[Block, ...]) -> None:
    html = markdown_source.to_html(to_markdown(article(*body)))
    assert dumped(read(html)) == dumped(body)


@given(bodies)
def test_json_gives_back_the_article(body: tuple[Block, ...]) -> None:
    page = article(*body)
    assert Article.model_validate_json(page.model_dump_json()) == page
    assert Article.model_validate_json(to_json(page, by_alias=True)) == page
    assert json.loads(to_json(page))["article_body"] == page.text


def test_what_is_read_is_valid() -> None:
    html = (
        "<p>A claim<sup><a href='#n1'>1</a></sup>, <b>bold</b> <math><mi>x</mi></math>.</p><hr>"
        "<iframe src='https://e.example/embed/1'></iframe><dl><dt>a<dd>b</dl><ol><li id=n1>Note</ol><p>End.</p>"
    )
    body = read(html)
    page = article(*body)
    assert [block.type for block in body] == [
        "paragraph", "divider", "embed", "definition_list", "footnote", "paragraph",
    ]  # fmt: skip
    assert Article.model_validate_json(page.model_dump_json()) == page


def test_notes_and_formulas_come_back_from_html() -> None:
    spans = (
        Span(kind=SpanKind.SUPERSCRIPT, start=7, end=8),
        Span(kind=SpanKind.NOTE, start=7, end=8, note="n1"),
    )
    body = (Paragraph(text="A claim1.", spans=spans), Footnote(id="n1", label="1", blocks=(Paragraph(text="Why."),)))
    page = article(*body, Math(text="x^2", latex=True))
    assert '<a href="#fn-n1" role="doc-noteref">1</a>' in to_html(page)
    assert '<aside id="fn-n1" role="doc-footnote">' in to_html(page)
    paragraph, note, formula = read(to_html(page))
    assert isinstance(note, Footnote)
    assert (note.label, note.text) == ("1", "Why.")
    assert [span.kind for inline in inlines(paragraph) for span in inline.spans] == ["superscript", "note"]
    assert isinstance(formula, Math)
    assert (formula.text, formula.latex) == ("x^2", True)
