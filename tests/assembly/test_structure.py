"""Blocks put back into lists, quotes, tables and code."""

from typing import TypeVar

import pytest

from cleanpage.article import Block, Code, Figure, Heading, Image, List, Paragraph, Quote, SpanKind, Table
from cleanpage.assembly.code import without_line_numbers
from cleanpage.assembly.structure import build_blocks
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

BASE = "https://example.org/a/"
B = TypeVar("B")


def built(html: str) -> tuple[Block, ...]:
    """The blocks of a snippet, all of it kept, its images included."""
    page = read_blocks(parse(f"<body>{html}</body>"))
    images = [(element, Image(url=page.attributes[element].get("src") or "")) for element in page.images]
    return build_blocks(page, range(len(page.texts)), images, BASE)


def only(kind: type[B], html: str) -> B:
    (block,) = built(html)
    assert isinstance(block, kind)
    return block


def outline(block: Block) -> object:
    """A list as nested Python lists: text of an item, then what is nested in it."""
    if isinstance(block, List):
        return [(item.text, *map(outline, item.blocks)) for item in block.list_items]
    return f"{block.type}: {block.text}"


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ul><li>a<li>b</ul>", [("a",), ("b",)]),
        ("<ul><li><p>a</p><p>b</p></ul>", [("a", "paragraph: b")]),
        ("<ul><li>a<ul><li>b<ul><li>c</ul><li>d</ul><li>e</ul>", [("a", [("b", [("c",)]), ("d",)]), ("e",)]),
        ("<ul>stray<li>a</li>more</ul>", [("stray",), ("a",), ("more",)]),
        ("<ul><li>a</li><ul><li>b</ul><li>c</ul>", [("a", [("b",)]), ("c",)]),
        ("<ul><ul><li>a</ul></ul>", [("", [("a",)])]),
        ("<ul><li><h3>a</h3>b</ul>", [("a", "paragraph: b")]),
        ("<ul><li><blockquote>a</blockquote></ul>", [("", "quote: a")]),
        ("<ul><li><pre>a</pre>b</ul>", [("", "code: a", "paragraph: b")]),
    ],
)
def test_lists(html: str, items: object) -> None:
    assert outline(only(List, html)) == items


@pytest.mark.parametrize(
    ("start", "number"),
    [("3", 3), (" 3 ", 3), ("-2", -2), ("+4", 4), ("0", 0), ("x", 1), ("", 1), ("9" * 20, 1), ("+-1", 1), ("２", 1)],
)
def test_start_of_a_list(start: str, number: int) -> None:
    block = only(List, f'<ol start="{start}"><li>a</ol>')
    assert (block.ordered, block.start) == (True, number)


def test_two_lists_are_two() -> None:
    assert [outline(block) for block in built("<ul><li>a</ul><ul><li>b</ul>")] == [[("a",)], [("b",)]]


def test_an_item_outside_any_list_is_a_paragraph() -> None:
    assert only(Paragraph, "<li>a").text == "a"


def test_headings() -> None:
    assert [(b.level, b.text) for b in built("<h1>a</h1><h2>b</h2><h6>c</h6>") if isinstance(b, Heading)] == [
        (1, "a"),
        (2, "b"),
        (6, "c"),
    ]


def test_quotes() -> None:
    quote = only(Quote, "<blockquote cite='../b'><p>a<p>b<blockquote>c</blockquote></blockquote>")
    assert quote.cite == "https://example.org/b"
    assert [outline(block) for block in quote.blocks] == ["paragraph: a", "paragraph: b", "quote: c"]
    assert only(Quote, "<blockquote cite='javascript:x'>a</blockquote>").cite is None


def test_spans() -> None:
    block = only(
        Paragraph, "<p>a <a href='b' title='t' rel='nofollow ugc'><em>link</em></a> <a href='javascript:x'>c</a>"
    )
    link, emphasis = block.spans
    assert (link.kind, link.url, link.title, link.rel) == (SpanKind.LINK, BASE + "b", "t", ("nofollow", "ugc"))
    assert (emphasis.kind, emphasis.url) == (SpanKind.EMPHASIS, None)
    assert block.text[link.start : link.end] == block.text[emphasis.start : emphasis.end] == "link"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<pre>\n  a\n\n\tb\n</pre>", "  a\n\n\tb"),
        ("<pre><code><span>a</span>\n<span> b</span></code></pre>", "a\n b"),
        ("<pre><div>a</div><div>  b</div></pre>", "a\n  b"),
        ("<pre><div>a</div><div></div><div> </div><div>b</div></pre>", "a\n\n\nb"),
        ("<pre><div>a</div><div><br></div><div>b</div></pre>", "a\n\nb"),
        ("<pre>a<br>b<br><br>c</pre>", "a\nb\n\nc"),
        ("<pre><ul><li>a<li>b</ul>c</pre>", "a\nb\nc"),
        ("<pre><table><tr><td>1<td>a<tr><td>2<td>b</table></pre>", "a\nb"),
    ],
)
def test_code(html: str, text: str) -> None:
    assert only(Code, html).text == text


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<pre class='x language-python'>a</pre>", "python"),
        ("<pre><code class=lang-js>a</code></pre>", "js"),
        ("<pre><div><code class='language-c++'>a</code></div></pre>", "c++"),
        ("<div class='highlight highlight-source-shell'><pre>a</pre></div>", "shell"),
        ("<div class='highlight-ruby notranslate'><div class=highlight><pre>a</pre></div></div>", "ruby"),
        ("<div class=highlight-default><pre>a</pre></div>", None),
        ("<pre data-lang=go>a</pre>", "go"),
        ("<div data-language=' rust '><pre>a</pre></div>", "rust"),
        ("<article class=lang-en><pre>a</pre></article>", None),
        ("<div class=lang-en><div><div><pre>a</pre></div></div></div>", None),
        ("<pre class=language->a</pre>", None),
        ("<pre>a</pre>", None),
    ],
)
def test_language_of_code(html: str, language: str | None) -> None:
    assert only(Code, html).language == language


def test_table() -> None:
    table = only(
        Table,
        "<table><caption>Boats</caption><thead><tr><th>name<th colspan=2>size</thead><tbody><tr><td><a href=x>A</a><td>"
        "<td>2</tr><tr><td rowspan=2><p>B</p><p>C</p><td>3<td>4</tbody></table>",
    )
    assert table.caption == "Boats"
    assert rows(table) == [["name", "size"], ["A", "", "2"], ["B\nC", "3", "4"]]
    assert [cell.header for cell in table.rows[0]] == [True, True]
    assert (table.rows[0][1].colspan, table.rows[2][0].rowspan) == (2, 2)
    assert table.rows[1][0].spans[0].url == BASE + "x"


def test_spans_in_the_second_block_of_a_cell() -> None:
    table = only(Table, "<table><tr><td>a<td>b<tr><td><p>one</p><p>two <b>three</b></p><td>c</table>")
    (cell, _) = table.rows[1]
    assert cell.text == "one\ntwo three"
    assert cell.text[cell.spans[0].start : cell.spans[0].end] == "three"


@pytest.mark.parametrize(
    ("value", "colspan", "rowspan"),
    [("2", 2, 2), ("0", 1, 1), ("-3", 1, 1), ("x", 1, 1), ("9" * 16, 1000, 65534), ("٣", 1, 1), ("1.5", 1, 1)],
)
def test_spans_of_cells_are_clamped(value: str, colspan: int, rowspan: int) -> None:
    table = only(Table, f"<table><tr><td colspan='{value}' rowspan='{value}'>a<td>b<tr><td>c<td>d</table>")
    cell = table.rows[0][0]
    assert (cell.colspan, cell.rowspan) == (colspan, rowspan)


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a<td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><table><tr><td>a</table><td>b<tr><td>c<td>d</table>",
        "<table><tr><td><pre>a</pre><td>b<tr><td>c<td>d</table>",
        "<table><tr><td><ul><li>a</ul><td>b<tr><td>c<td>d</table>",
    ],
)
def test_tables_of_layout_are_unwrapped(html: str) -> None:
    blocks = built(html)
    assert not any(isinstance(block, Table) for block in blocks)
    assert "".join(block.text for block in blocks) in ("ab", "abcd")


def test_a_table_with_header_cells_may_hold_lists_and_images() -> None:
    table = only(Table, "<table><tr><th>a<th>b<tr><td><ul><li>c<li>d</ul><td>e<img src=x></table>")
    assert rows(table) == [["a", "b"], ["c\nd", "e"]]


def test_images_stand_in_their_places() -> None:
    blocks = built("<p>a</p><img src=x><p>b</p><ul><li>c<img src=y></ul>")
    assert [block.type for block in blocks] == ["paragraph", "figure", "paragraph", "list"]
    assert isinstance(blocks[1], Figure)
    assert isinstance(blocks[3], List)
    assert [block.type for block in blocks[3].list_items[0].blocks] == ["figure"]


def test_deep_nesting_is_folded_and_nothing_lost() -> None:
    depth = 2_000
    (block,) = built("<ul><li>x" * depth)
    assert block.text.split() == ["x"] * depth


def test_deep_paths_are_walked_once() -> None:
    blocks = built("<span>" * 5_000 + "<p>x</p>" * 5_000)
    assert len(blocks) == 5_000


def test_a_table_of_layout_without_a_block_has_no_line_numbers() -> None:
    assert list(without_line_numbers([])) == []
