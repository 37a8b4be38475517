"""Markdown, read back by a CommonMark parser."""

import datetime as dt
import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cleanpage.article import (
    Author,
    Block,
    Code,
    Embed,
    EmbedKind,
    Figure,
    Footnote,
    Heading,
    Image,
    List,
    ListItem,
    Math,
    Paragraph,
    Precision,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
    Timestamp,
)
from cleanpage.render.html import to_html
from cleanpage.render.inline import SPAN_ELEMENTS as ELEMENTS
from cleanpage.render.inline import safe_url, tree, verbatim
from cleanpage.render.markdown import to_markdown
from tests.article_strategies import article, bodies, paragraphs, shown, simple_bodies, skeleton, texts, words

TAGS = {tag: kind for kind, tag in ELEMENTS.items()}
PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
OURS = re.compile(r"</?(?:em|strong|code|sub|sup|del)>")
KINDS = {"em": SpanKind.EMPHASIS, "strong": SpanKind.STRONG, "link": SpanKind.LINK}


def inline_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.type != "image":
            yield from inline_tokens(token.children or [])


def text_of(markdown: str) -> str:
    """The text that a parser sees; HTML elements must be those that the renderer writes on purpose."""
    parts: list[str] = []
    for token in inline_tokens(PARSER.parse(markdown)):
        if token.type == "html_inline":
            assert OURS.fullmatch(token.content), token
        elif token.type in ("text", "code_inline", "fence"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak", "paragraph_close", "heading_close", "th_close", "td_close"):
            parts.append("\n")
        else:
            assert token.type not in ("html_block", "code_block", "s_open"), token
    return "".join(parts)


def letters(text: str) -> str:
    """`text` without white space and the parentheses that a credit is put in."""
    return "".join(words(text)).replace("(", "").replace(")", "")


@given(bodies)
def test_a_parser_gives_back_the_text(body: tuple[Block, ...]) -> None:
    assert letters(text_of(to_markdown(article(*body)))) == letters(" ".join(shown(body)))


def marked(tokens: list[Token]) -> list[tuple[str, frozenset[SpanKind]]]:
    """Each letter that a parser sees, with the kinds of span that it lies in."""
    found: list[tuple[str, frozenset[SpanKind]]] = []
    path: list[SpanKind] = []
    for token in inline_tokens(tokens):
        tag = OURS.fullmatch(token.content) if token.type == "html_inline" else None
        kind = TAGS.get(token.content.strip("</>")) if tag else KINDS.get(token.type.rsplit("_", 1)[0])
        if kind is not None and (token.nesting == 1 or (tag and "/" not in token.content)):
            path.append(kind)
        elif kind is not None and token.type != "code_inline":
            assert path.pop() is kind
        content = token.content if token.type in ("text", "code_inline") else ""
        kinds = frozenset((*path, SpanKind.CODE)) if token.type == "code_inline" else frozenset(path)
        found += [(letter, kinds) for word in words(content) for letter in word]
    return [(letter, without_inner(kinds)) for letter, kinds in found]


def without_inner(kinds: frozenset[SpanKind]) -> frozenset[SpanKind]:
    """Code holds nothing but links in Markdown."""
    return kinds & {SpanKind.CODE, SpanKind.LINK} if SpanKind.CODE in kinds else kinds


def expected_marks(paragraph: Paragraph) -> list[tuple[str, frozenset[SpanKind]]]:
    """Each letter of a paragraph with the kinds of span that it lies in."""
    kinds = [frozenset[SpanKind]()] * len(paragraph.text)
    pending = [tree(paragraph.text, paragraph.spans)]
    while pending:
        node = pending.pop()
        pending += node.children
        if node.span and (node.span.kind is not SpanKind.LINK or safe_url(node.span.url)):
            for at in range(node.start, node.end):
                kinds[at] |= {node.span.kind}
    return [(letter, without_inner(kind)) for letter, kind in zip(paragraph.text, kinds, strict=True) if words(letter)]


@given(paragraphs)
@example(Paragraph(text="a*b", spans=(Span(kind=SpanKind.EMPHASIS, start=0, end=2),)))
@example(Paragraph(text="wow! here", spans=(Span(kind=SpanKind.LINK, start=4, end=9, url="https://x.org"),)))
def test_a_paragraph_keeps_its_words_and_spans(paragraph: Paragraph) -> None:
    tokens = PARSER.parse(to_markdown(article(paragraph)))
    assert words(text_of(to_markdown(article(paragraph)))) == words(paragraph.text)
    assert marked(tokens) == expected_marks(paragraph)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@given(simple_bodies)
def test_a_parser_gives_back_the_blocks(body: tuple[Block, ...]) -> None:
    assert skeleton(PARSER.render(to_markdown(article(*body)))) == skeleton(to_html(article(*body)))


@given(texts)
def test_code_is_verbatim(text: str) -> None:
    code = Code(text=f"  first\n\n{text}\n\tlast", language="c++")
    body = (Quote(blocks=(List(list_items=(ListItem(text="item", blocks=(code,)),)),)),)
    fences = [token for token in PARSER.parse(to_markdown(article(*body))) if token.type == "fence"]
    kept = verbatim(code.text)
    assert [(fence.content, fence.info) for fence in fences] == [(f"{kept}\n", "c++")]


@given(texts, texts)
def test_front_matter_is_json_strings_that_yaml_reads(headline: str, name: str) -> None:
    page = article(headline=f"x{headline}").model_copy(update={"authors": (Author(name=f"y{name}"),)})
    first, title, author, last = to_markdown(page, front_matter=True).rstrip("\n").split("\n")
    assert (first, last) == ("---", "---")
    assert json.loads(title.removeprefix("title: ")) == f"x{headline}"
    assert json.loads(author.removeprefix("author: ")) == [f"y{name}"]


ITEMS = (ListItem(text="One"), ListItem(text="Two"))
SUB = List(list_items=(ListItem(text="sub"),))
LINKED = Span(kind=SpanKind.LINK, start=0, end=4, url="https://example.org/a_(b)", title='A "title"')
IMAGE = Image(url="https://example.org/i.jpg", alt="An [image]", caption="What it shows.", credit="A. Person")


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (Paragraph(text="1. No list, 2 * 3 < 7 & snake_case"), "1\\. No list, 2 \\* 3 \\< 7 & snake_case"),
        (Paragraph(text="A line\n- another"), "A line\\\n\\- another"),
        (Paragraph(text="Link.", spans=(LINKED,)), r'[Link](https://example.org/a_\(b\) "A \"title\"").'),
        (Paragraph(text="ab", spans=(Span(kind=SpanKind.STRONG, start=1, end=2),)), "a**b**"),
        (Paragraph(text='a"b"', spans=(Span(kind=SpanKind.STRONG, start=1, end=4),)), 'a<strong>"b"</strong>'),
        (Paragraph(text="x `y`", spans=(Span(kind=SpanKind.CODE, start=2, end=5),)), "x `` `y` ``"),
        (Heading(text="C#", level=2), "## C\\#"),
        (List(list_items=ITEMS), "- One\n- Two"),
        (
            List(list_items=(ListItem(text="One", blocks=(Paragraph(text="More"),)), ITEMS[1])),
            "- One\n\n  More\n\n- Two",
        ),
        (Quote(blocks=(Paragraph(text="Said."), SUB)), "> Said.\n>\n> - sub"),
        (Code(text="a ``` b\n", language="py thon"), "````python\na ``` b\n````"),
        (Figure(image=IMAGE), "![An \\[image\\]](https://example.org/i.jpg)\\\n*What it shows.* (A. Person)"),
    ],
)
def test_blocks(block: Block, markdown: str) -> None:
    assert to_markdown(article(block)) == f"{markdown}\n"


def test_table() -> None:
    head = (TableCell(text="a|b", header=True), TableCell(text="c", header=True), TableCell(text="d", header=True))
    rows = (head, (TableCell(text="tall", rowspan=2), TableCell(text="wide", colspan=2)), (TableCell(text="e"),))
    lines = ("| a\\|b | c | d |", "| --- | --- | --- |", "| tall | wide |  |", "|  | e |  |")
    assert to_markdown(article(Table(rows=rows))) == "\n".join(lines) + "\n"


def test_table_without_a_head() -> None:
    rows = ((TableCell(text="a"), TableCell(text="b")),)
    assert to_markdown(article(Table(rows=rows))) == "|  |  |\n| --- | --- |\n| a | b |\n"


def test_a_table_that_asks_for_a_huge_grid_gets_its_cells() -> None:
    cell = TableCell(text="x", colspan=1000, rowspan=65534)
    assert len(to_markdown(article(Table(rows=((cell,) * 50,) * 50)))) < 20_000


def test_lists_in_a_row_stay_two() -> None:
    assert to_markdown(article(List(list_items=ITEMS), SUB)) == "- One\n- Two\n\n+ sub\n"


def test_headline_byline_and_date_come_first() -> None:
    day = Timestamp(raw="June 26, 2020", precision=Precision.DAY, date=dt.date(2020, 6, 26))
    page = article(Paragraph(text="Text."), headline="A *head*", byline="By A. Person")
    page = page.model_copy(update={"published": day})
    assert to_markdown(page) == "# A \\*head\\*\n\nBy A. Person\\\n2020-06-26\n\nText.\n"


def test_an_empty_article_is_an_empty_string() -> None:
    assert to_markdown(article()) == ""


def formula(text: str) -> Paragraph:
    return Paragraph(text=text, spans=(Span(kind=SpanKind.MATH, start=0, end=len(text), latex=True),))


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (formula("E=mc^2"), "$E=mc^2$"),
        (formula("a_1 * b_2 < c"), "$a_1 * b_2 < c$"),
        (formula("a<b>c</b>"), "$a< b>c< /b>$"),
        (formula("[a](javascript:x)"), "$[a] (javascript:x)$"),
        (formula("\\text{$x$}"), "`\\text{$x$}`"),
        (formula("\\href{javascript:x}{y}"), "`\\href{javascript:x}{y}`"),
        (formula("x % why\n+ y\\"), "$x + y$"),
        (Math(text="1. x * y"), "1\\. x \\* y"),
        (Paragraph(text="From $5 to $6"), "From \\$5 to \\$6"),
        (Paragraph(text="For $5"), "For $5"),
        (
            Paragraph(text="So1.", spans=(Span(kind=SpanKind.NOTE, start=2, end=3, note="a b"),)),
            "So[^a-b].",
        ),
        (
            Footnote(id="a b", blocks=(Paragraph(text="Why."), List(list_items=ITEMS))),
            "[^a-b]: Why.\n\n    - One\n    - Two",
        ),
        (Embed(kind=EmbedKind.VIDEO, url="https://v.example/1", title="A [b]"), "[A \\[b\\]](https://v.example/1)"),
    ],
)
def test_blocks_beyond_commonmark(block: Block, markdown: str) -> None:
    assert to_markdown(article(block)) == f"{markdown}\n"
