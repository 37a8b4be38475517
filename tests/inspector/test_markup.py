"""The page's markup, made inert and marked with its blocks."""

import re

import pytest
from hypothesis import given, settings

import cleanpage
from cleanpage.inspector.markup import inert_fragment, page_markup
from cleanpage.limits import Watch
from cleanpage.options import Options
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from tests.features.small import SOUP
from tests.fixture_cases import FixtureCase, fixture_cases
from tests.inspector.xss import XSS_PAGES

# What may not be in inert markup, whatever the page: elements that run or load, handlers, addresses.
ACTIVE = re.compile(
    r"<(?!/?(?:abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|dfn"
    r"|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hgroup|hr|i|ins|kbd|li|main|mark|menu|nav|ol|p|pre|q|rp|rt"
    r"|ruby|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr)\b)"
)
ATTRIBUTES = frozenset(
    "align class colspan data-b data-button data-hidden data-link data-media data-style dir id lang reversed rowspan "
    "start title type valign".split()
)


def marks_of(count: int) -> list[str]:
    return [f' data-b="{block}"' for block in range(count)]


def marked_texts(markup: str, count: int) -> list[str]:
    """Text that each block is shown with, without white space."""
    texts = [""] * count
    stack: list[tuple[int, int]] = []
    for node in parse(f"<body>{markup}").nodes():
        parent = node.parent
        while stack and parent is not None and stack[-1][0] != parent.mem_id:
            stack.pop()
        if node.tag == "-text" and stack and stack[-1][1] >= 0:
            texts[stack[-1][1]] += "".join((node.text_content or "").split())
        elif node.tag and node.tag[0] != "-":
            own = (node.attributes or {}).get("data-b")
            stack.append((node.mem_id, int(own) if own else stack[-1][1] if stack else -1))
    return texts


def assert_inert(markup: str) -> None:
    assert not ACTIVE.search(markup), ACTIVE.search(markup)
    for node in parse(f"<body>{markup}").nodes():
        if node.tag and node.tag[0] != "-":
            assert set(node.attributes or {}) <= ATTRIBUTES


@pytest.mark.fuzz
@settings(max_examples=300)
@given(SOUP)
def test_every_block_of_any_page_is_marked_whole(html: str) -> None:
    page = read_blocks(parse(html))
    markup = page_markup(page, html, marks_of(len(page.texts)))
    assert_inert(markup.body)
    shown = marked_texts(markup.body, len(page.texts))
    assert [text.strip("¶#§🔗∞") for text in shown] == ["".join(text.split()).strip("¶#§🔗∞") for text in page.texts]


@pytest.mark.parametrize("case", list(fixture_cases()), ids=lambda case: case.name)
def test_every_block_of_a_fixture_shows_its_text(case: FixtureCase) -> None:
    analysis = cleanpage.analyze(case.page.read_bytes(), url=case.url)
    page = analysis.page
    markup = page_markup(page, analysis.source.html, marks_of(len(page.texts)))
    assert_inert(markup.body)
    shown = marked_texts(markup.body, len(page.texts))
    wrong = [b for b, text in enumerate(page.texts) if shown[b] != "".join(text.split())]
    # the sign of a permalink is on the page and not in the block
    assert [b for b in wrong if shown[b].strip("¶#§🔗∞") != "".join(page.texts[b].split())] == []


@pytest.mark.parametrize("html", XSS_PAGES)
def test_nothing_of_a_hostile_page_is_left(html: str) -> None:
    analysis = cleanpage.analyze(html)
    markup = page_markup(analysis.page, analysis.source.html, marks_of(len(analysis.page.texts)))
    assert_inert(markup.body)
    assert all("</" not in style and "url(" not in style.lower() for style in markup.styles)
    assert "<" not in markup.body_attributes


def test_text_between_elements_is_wrapped() -> None:
    html = "<div>One<br><br>two <b>bold</b><p>three</p>four</div>"
    page = read_blocks(parse(html))
    body = page_markup(page, html, marks_of(4)).body
    assert body == (
        '<div><span data-b="0">One</span><br><br><span data-b="1">two </span><b><span data-b="1">bold</span></b>'
        '<p data-b="2">three</p><span data-b="3">four</span></div>'
    )


def test_a_permalink_does_not_shift_what_follows() -> None:
    html = '<h2>Ferries <a href="#f">#</a></h2><p># of boats</p><p>Nine</p>'
    page = read_blocks(parse(html))
    body = page_markup(page, html, marks_of(3)).body
    assert body.count("data-b=") == 3
    assert '<p data-b="1"># of boats</p><p data-b="2">Nine</p>' in body


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><p><noscript><b>x</b></noscript>One block, with <i>words</i></p>",
        "<p><table></table>A table in a paragraph, as pages without a doctype have it</p>",
        "<p><object><div>An object</div></object> and text after it</p>",
        "<p><button><p>In a button</p></button> and after it</p>",
        "<a>One<a>two</a></a><table>out<tr><td>in</table>",
    ],
)
def test_what_is_read_back_is_what_was_written(html: str) -> None:
    page = read_blocks(parse(html))
    shown = marked_texts(page_markup(page, html, marks_of(len(page.texts))).body, len(page.texts))
    assert shown == ["".join(text.split()) for text in page.texts]


def test_media_are_named_and_not_loaded() -> None:
    body = page_markup(
        page := read_blocks(parse(html := '<p>Text<img src="https://x.example/a.png" alt="A &quot;boat&quot;"></p>')),
        html,
        marks_of(len(page.texts)),
    ).body
    assert body == (
        '<p data-b="0">Text<span data-media="image: A &quot;boat&quot;" '
        'title="https://x.example/a.png A &quot;boat&quot;"></span></p>'
    )


def test_styles_are_kept_apart() -> None:
    html = '<html lang=de><style>p{color:red;background:url(x.png)}</style><body class=x><p style="color:red">A</p>'
    markup = page_markup(read_blocks(parse(html)), html, marks_of(1))
    assert markup.styles == ("p{color:red;background:cp-left-out(x.png)}",)
    assert markup.body == '<p data-style="color:red" data-b="0">A</p>'
    assert markup.body_attributes == ' lang="de" class="x"'


def test_a_page_cut_short_is_shown_as_far_as_it_was_read() -> None:
    html = "<p>One</p><p>Two</p><p>Three</p>"
    page = read_blocks(parse(html), Watch(Options(max_nodes=5)))
    assert page.truncated
    body = page_markup(page, html, marks_of(len(page.texts))).body
    assert "One" in body
    assert "Three" not in body


def test_links_of_an_article() -> None:
    html = (
        '<p><a href="https://x.example/?a=1&amp;b=2">web</a> <a href="javascript:alert(1)">no</a> <a name=n>x</a></p>'
    )
    assert inert_fragment(html) == (
        '<p><a rel="noopener noreferrer" target="_blank" href="https://x.example/?a=1&amp;b=2">web</a> '
        '<span data-link title="javascript:alert(1)">no</span> <span>x</span></p>'
    )
