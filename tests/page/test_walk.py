"""The walker: from a document to the arrays of a page."""

import re
import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.limits import Watch
from cleanpage.options import Options
from cleanpage.page.dom import parse
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks
from cleanpage.rules.tags import Context

CASES = re.compile(r"^## ([^\n]+)\n```html\n(.*?)```\n```blocks\n(.*?)```$", re.DOTALL | re.MULTILINE)
GALLERY = (Path(__file__).parents[1] / "cases" / "blocks.md").read_text(encoding="utf-8")


def page_of(html: str, **options: int) -> Page:
    return read_blocks(parse(html), Watch(Options(**options)))  # type: ignore[arg-type]  # names of limits


def marked(page: Page, block: int) -> str:
    """The text of a block with its spans as tags; fails if spans cross or are empty."""
    text, edges = page.texts[block], []
    open_until: list[int] = []
    for span in page.spans[block]:
        assert 0 <= span.start < span.end <= len(text)
        while open_until and open_until[-1] <= span.start:
            open_until.pop()
        assert not open_until or span.end <= open_until[-1], "spans cross"
        open_until.append(span.end)
    for order, span in enumerate(page.spans[block]):
        edges.append((span.end, 0, -order, f"</{span.kind}>"))
        edges.append((span.start, 1, order, f"<{span.kind}>"))
    for position, _, _, tag in sorted(edges, reverse=True):
        text = text[:position] + tag + text[position:]
    return text.replace("\n", "⏎")


def drawn(page: Page) -> list[str]:
    """The blocks of a page as `cases/blocks.md` writes them."""
    lines = []
    for block, (holder, leaf) in enumerate(zip(page.elements, page.leaves, strict=True)):
        place = page.tags[holder] + (f"/{page.tags[leaf]}" if leaf != holder else "")
        lines.append(f"{place}: {marked(page, block)}")
    return lines


@pytest.mark.parametrize(("html", "blocks"), [pytest.param(h, b, id=title) for title, h, b in CASES.findall(GALLERY)])
def test_gallery(html: str, blocks: str) -> None:
    assert drawn(page_of(html)) == blocks.splitlines()


def test_gallery_is_read_whole() -> None:
    assert len(CASES.findall(GALLERY)) == GALLERY.count("\n## ") > 20


@pytest.mark.parametrize(
    ("html", "context"),
    [
        ("<nav><p>x</nav>", Context.NAV),
        ("<div role='Navigation'>x</div>", Context.NAV),
        ("<header>x</header>", Context.HEADER),
        ("<footer><div><p>x</footer>", Context.FOOTER),
        ("<div role=contentinfo>x</div>", Context.FOOTER),
        ("<aside>x</aside>", Context.ASIDE),
        ("<form>x</form>", Context.FORM),
        ("<article>x</article>", Context.ARTICLE),
        ("<main>x</main>", Context.MAIN),
        ("<figure><figcaption>x</figure>", Context.FIGURE | Context.CAPTION),
        ("<blockquote>x</blockquote>", Context.QUOTE),
        ("<ul><li>x</ul>", Context.LIST),
        ("<dl><dd>x</dl>", Context.DEFINITIONS),
        ("<table><td>x</table>", Context.TABLE),
        ("<pre>x</pre>", Context.PRE),
        ("<h3>x</h3>", Context.HEADING),
        ("<p><a href=/>x</a></p>", Context.LINK),
        ("<button>x</button>", Context.BUTTON),
        ("<dialog open>x</dialog>", Context.DIALOG),
        ("<body><noscript><p>x</noscript>", Context.NOSCRIPT),
        ("<details>x</details>", Context.DETAILS),
        ("<address>x</address>", Context.ADDRESS),
        ("<p hidden>x", Context.HIDDEN),
        ("<div style='color: red; visibility:hidden'><p>x</div>", Context.HIDDEN),
    ],
)
def test_context(html: str, context: int) -> None:
    page = page_of(html)
    assert page.texts == ["x"]
    assert page.contexts[page.leaves[0]] == context


@pytest.mark.parametrize(
    "html", ["<p hidden=until-found>x", "<p style='display:block'>x", "<p><a name=b>x</a>", "<p>x"]
)
def test_no_context(html: str) -> None:
    page = page_of(html)
    assert page.contexts[page.leaves[0]] == 0


def test_title_and_data_islands() -> None:
    page = page_of(
        "<title> A\n boat </title><title>second</title><script type='application/LD+json '>{\"a\": 1}</script>"
        "<script type=application/json>[]</script><script>code()</script><svg><title>third</title></svg>"
    )
    assert page.title == "A boat"
    assert list(page.scripts.values()) == ['{"a": 1}', "[]"]
    assert all(page.tags[element] == "script" for element in page.scripts)
    assert page.texts == []


def test_title_in_the_body_is_no_text() -> None:
    page = page_of("<body><p>a</p><title>T</title><p>b</p>")
    assert (page.title, page.texts) == ("T", ["a", "b"])


def test_images_are_placed_among_the_blocks() -> None:
    page = page_of("<p>one<img src=a><p>two<amp-img src=b></amp-img><p>three")
    assert [page.tags[element] for element in page.images] == ["img", "amp-img"]
    places = [
        *((page.first_elements[block], text) for block, text in enumerate(page.texts)),
        *((i, "*") for i in page.images),
    ]
    assert [what for _, what in sorted(places)] == ["one", "*", "two", "*", "three"]


def test_linked_characters_are_counted() -> None:
    page = page_of("<p>see <a href=/>the <b>boat</b></a> now")
    assert page.texts == ["see the boat now"]
    assert 7 <= page.linked_chars[0] <= 8


def test_subtree_ranges() -> None:
    page = page_of("<div id=a><p>one<b>two</b></p><p>three</p></div><p>four</p>")
    (div,) = (e for e, attributes in enumerate(page.attributes) if attributes.get("id") == "a")
    assert page.tags[div : page.ends[div]] == ["div", "p", "b", "p"]
    assert page.texts[page.block_starts[div] : page.block_ends[div]] == ["onetwo", "three"]
    assert page.text_of(div) == "onetwo three"
    assert [page.tags[e] for e in page.ancestors(div)] == ["body", "html"]


@pytest.mark.parametrize("tag", ["span", "kbd", "sub"])
def test_depth_of_inline_elements_is_without_limit(tag: str) -> None:
    depth = 20_000
    page = page_of("<p>" + f"<{tag}>a " * depth + "</p>" + "<p>end")
    assert page.texts == [" ".join("a" * depth), "end"]
    assert max(map(len, page.spans)) < 100


def test_depth_of_blocks_is_without_limit() -> None:
    depth = 3_000
    page = page_of("<div>a" * depth + "</div>" * depth + "<p>end</p>")
    assert page.texts == ["a"] * depth + ["end"]


def test_spans_stay_linear_where_deep_spans_hold_many_blocks() -> None:
    page = page_of("<sub>" * 2_000 + "<div>x</div>" * 2_000)
    assert len(page.texts) == 2_000
    assert sum(map(len, page.spans)) <= 20 * 2_000


def test_the_walk_stops_at_the_limit_of_nodes() -> None:
    page = page_of("<p>a</p>" * 100, max_nodes=50)
    assert page.truncated
    assert page.nodes == 51
    assert 0 < len(page.texts) < 100
    assert all(end > element for element, end in enumerate(page.ends)), "open elements are closed"
    assert not page_of("<p>a</p>").truncated


def test_comments_and_instructions_are_no_elements() -> None:
    page = page_of("<p>a<!-- b --> c<?php d ?></p><!-- e --><?php f ?><?xml g?><p>h</p>")
    assert (page.tags, page.texts) == (["html", "head", "body", "p", "p"], ["a c", "h"])


@pytest.mark.parametrize("html", ["", " ", "<", "<!doctype html>", "<html>", "<!-- a -->", "</p>", "\0"])
def test_nothing(html: str) -> None:
    page = page_of(html)
    assert [text for text in page.texts if text.isalnum()] == []


@pytest.mark.parametrize(
    "unit",
    [
        "<p>word <b>word</b> <a href=/>link</a><br></p>",
        "<div class=a><span>x</span></div>",
        "<br>x",
        "<b>x",
        "<table><tr><td>x</table>",
        "<pre>a\n\n</pre>",
        " \n\t ",
        "<!-- -->",
        "<img src=a>",
        "<script type=application/json>{}</script>",
    ],
)
def test_growth(unit: str) -> None:
    """Twice the input takes at most 2.2 times the nodes, the calls, and the cells of the arrays."""

    def size(count: int) -> tuple[int, int, int]:
        document, calls = parse(unit * count), 0

        def called(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        sys.setprofile(called)
        try:
            page = read_blocks(document)
        finally:
            sys.setprofile(None)
        cells = len(page.tags) + len(page.pieces) + sum(map(len, page.texts)) + sum(map(len, page.spans))
        return page.nodes + 10, calls, cells + 10

    for small, large in zip(size(400), size(800), strict=True):
        assert large <= 2.2 * small


INLINE = ("b", "a href=/", "span", "sub", "code")
BLOCK = ("div", "section", "blockquote", "article", "ul", "li", "h2")
SPACE = st.sampled_from(["", "", " ", "\n ", "\xa0"])
WORD = st.tuples(SPACE, st.sampled_from(["a", "boat", "é", "水", "x-y", "&amp;"]), SPACE).map("".join)


def wrap(tag: str, inside: list[str]) -> str:
    return f"<{tag}>{''.join(inside)}</{tag.split()[0]}>"


inline = st.recursive(
    WORD | st.just("<br>") | SPACE,
    lambda inner: st.builds(wrap, st.sampled_from(INLINE), st.lists(inner, max_size=3)),
    max_leaves=6,
)
trees = st.recursive(
    inline,
    lambda inner: st.builds(wrap, st.sampled_from(BLOCK), st.lists(inner, max_size=4)),
    max_leaves=15,
)


def words_on_the_page(html: str) -> list[str]:
    """The words as a browser shows them: a block border and a line break part words, an inline element does not."""
    parted = re.sub(rf"</?(?:{'|'.join(BLOCK)}|br)>", " ", html)
    return re.sub(r"<[^>]*>", "", parted).replace("&amp;", "&").split()


@given(st.lists(trees, max_size=5).map("".join))
def test_words_are_neither_glued_nor_split_nor_lost(html: str) -> None:
    page = page_of(f"<body>{html}</body>")
    assert " ".join(page.texts).split() == words_on_the_page(html)
    assert page.text_of(0).split() == words_on_the_page(html)


@given(st.lists(trees, max_size=5).map("".join))
def test_ranges_nest_and_spans_do_not_cross(html: str) -> None:
    page = page_of(html)
    for element, parent in enumerate(page.parents):
        assert element < page.ends[element] <= len(page.tags)
        if parent >= 0:
            assert parent < element
            assert page.ends[element] <= page.ends[parent]
            assert page.block_starts[parent] <= page.block_starts[element] <= page.block_ends[element]
            assert page.block_ends[element] <= page.block_ends[parent]
            assert page.piece_starts[parent] <= page.piece_starts[element]
            assert page.piece_ends[element] <= page.piece_ends[parent]
    for block, text in enumerate(page.texts):
        assert text.strip(" \n") == text != ""
        assert 0 <= page.linked_chars[block] <= len(text)
        for span in page.spans[block]:
            part = text[span.start : span.end]
            assert part.strip() == part != ""
        marked(page, block)
    assert page.first_elements == sorted(page.first_elements)


def test_class_names_have_a_list_of_their_own() -> None:
    page = page_of("<body class='a B'><p>text<p class>more<br id=x class=c>")
    assert list(page.classes) == [attributes.get("class") for attributes in page.attributes]
    assert "a B" in page.classes


def test_identifiers_are_those_of_the_elements_that_have_one() -> None:
    page = page_of('<p id="a B">1</p><p id>2</p><p id="">3</p><p class=c>4</p><p id=d>5</p>')
    named = [(page.texts[page.block_starts[element]], name) for element, name in page.identifiers.items()]
    assert named == [("1", "a B"), ("5", "d")]
