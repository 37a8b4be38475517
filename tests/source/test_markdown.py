"""Markdown with HTML in it: told from HTML, and rendered so that its tags enclose what they stand around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleanpage.source.markdown import looks_like_markdown, to_html

PAGE = """<div id="app">

<div class="top" data-role="banner" data-aria-label="Site head">

[Skip to
content](#main)

</div>

  -\x20
  -\x20
   \x20
    <div class="stamp">
   \x20
    Published May 4, 2021Updated May 6,
    2021
   \x20
    </div>

  -\x20
   \x20
    <div class="tools">
   \x20
      -\x20
      -\x20
       \x20
        <div class="empty">
       \x20
        </div>
   \x20
    </div>

<div itemprop="articleBody">

The *first* paragraph has a [link over
two lines](https://example.org/a?b=1&c=2 "A title
over two lines").

![<span data-aria-hidden="true">A bridge over the
river.</span><span itemprop="copyrightHolder"><span>Credit...</span><span>A.
Person</span></span>](https://example.org/bridge.jpg?a=1&b=2)

The second paragraph.

</div>

[![A.
Person](https://example.org/face.png
"A. Person")](https://example.org/by/a)

<!-- end list -->

  - [One](/one)
  - [Two
    more](/two)

</div>
"""


def parsed(markdown: str) -> LexborNode:
    body = LexborHTMLParser(to_html(markdown)).body
    assert body is not None
    return body


def one(node: LexborNode, selector: str) -> LexborNode:
    found = node.css(selector)
    assert len(found) == 1, [match.html for match in found]
    return found[0]


def folded(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_tags_enclose_what_they_stand_around() -> None:
    body = one(parsed(PAGE), "#app > [itemprop=articleBody]")
    assert [folded(p) for p in body.css("p")] == [
        "The first paragraph has a link over two lines.",
        "The second paragraph.",
    ]
    assert folded(one(body, "p > em")) == "first"
    link = one(body, "p > a")
    assert (link.attributes["href"], link.attributes["title"]) == (
        "https://example.org/a?b=1&c=2",
        "A title\nover two lines",
    )


def test_an_alternative_text_with_elements_is_a_caption() -> None:
    figure = one(parsed(PAGE), "[itemprop=articleBody] > figure")
    image = one(figure, "img")
    assert image.attributes == {"src": "https://example.org/bridge.jpg?a=1&b=2", "alt": ""}
    assert folded(one(figure, "figcaption > span[aria-hidden]")) == "A bridge over the river."
    assert [folded(span) for span in figure.css("[itemprop=copyrightHolder] > span")] == ["Credit...", "A. Person"]


def test_tags_within_list_items_are_no_code() -> None:
    body = parsed(PAGE)
    assert folded(one(body, "ul > li > div.stamp > p")) == "Published May 4, 2021Updated May 6, 2021"
    assert len(body.css("ul > li > div.tools > ul > li > div.empty")) == 1
    assert not body.css("pre, code")
    assert [folded(a) for a in body.css("#app > ul > li > a")] == ["One", "Two more"]


def test_renamed_attributes_have_their_names_again() -> None:
    top = one(parsed(PAGE), "div.top")
    assert top.attributes == {"class": "top", "role": "banner", "aria-label": "Site head"}


def test_a_linked_image_keeps_its_link() -> None:
    image = one(parsed(PAGE), "a[href='https://example.org/by/a'] > img")
    assert (image.attributes["alt"], image.attributes["title"]) == ("A.\nPerson", "A. Person")


def test_attributes_in_the_text_of_a_page_stay() -> None:
    assert folded(parsed('<div>\n\nWrite data-role="x" here.\n\n</div>')) == 'Write data-role="x" here.'


def test_indented_code_stays_code_where_tags_are_not_indented() -> None:
    markdown = "<div>\n\nText:\n\n    if a:\n        b\n\n</div>\n\n    <div>an example</div>\n"
    assert one(parsed("Text:\n\n    <div>\n    </div>\n"), "pre").text() == "<div>\n</div>\n"
    assert one(parsed(markdown.rpartition("\n\n")[0]), "pre").text() == "if a:\n    b\n"


def test_tags_in_a_fence_stay_code() -> None:
    markdown = "<div>\n\n```html\n    <div>\n-\n\n    <p>\n```\n\n</div>\n"
    assert one(parsed(markdown), "div > pre > code").text() == "    <div>\n-\n\n    <p>\n"


def test_a_captioned_image_beside_text_and_one_within_a_link() -> None:
    body = parsed(
        "Before ![<span>a *b*</span>](x.png) after\n\n[![<span>c</span>](y.png)](/z)\n\n![H<sub>2</sub>O](w.png)"
    )
    assert folded(body).startswith("Before a b after c")
    assert one(body, "div > figure em").text() == "b"
    assert one(body, "a[href='/z'] > figure > figcaption").text() == "c"
    assert one(body, "p > img").attributes["alt"] == "H2O"


def test_unsafe_links_are_left_to_the_walker() -> None:
    assert folded(parsed("[Share](javascript:share\\(\\)) it")) == "Share it"


def test_tables() -> None:
    body = parsed("| a | b |\n|---|---|\n| c | d |\n")
    assert [cell.text() for cell in body.css("td")] == ["c", "d"]


def test_front_matter_becomes_metadata() -> None:
    markdown = """---
title: "A <title>"
author:
  - A. Person
  - 'B. Person'
date: 2021-05-04
tags: [one, "two"]
nested:
  key: value
text: |
  more
---

# Head
"""
    html = LexborHTMLParser(to_html(markdown))
    assert [(node.attributes["name"], node.attributes["content"]) for node in html.css("head > meta")] == [
        ("author", "A. Person"),
        ("author", "B. Person"),
        ("date", "2021-05-04"),
        ("tags", "one"),
        ("tags", "two"),
    ]
    assert [node.text() for node in html.css("head > title, body > h1")] == ["A <title>", "Head"]
    assert html.body is not None
    assert folded(html.body) == "Head"


@pytest.mark.parametrize(
    "markdown",
    [
        "[" * 20_000,
        "![" * 20_000,
        "![<span>" * 5_000,
        "![" * 1_000 + "a" + "](b)" * 1_000,
        "*a **b " * 5_000,
        "<" * 20_000,
        "<!-- " * 10_000,
        "-\n\n" * 10_000,
        "---\n" * 10_000,
        "&" * 20_000,
    ],
    ids=lambda markdown: markdown[:8],
)
def test_hostile_markdown_is_rendered_in_time(markdown: str) -> None:
    looks_like_markdown(markdown)
    assert to_html(markdown)


@pytest.mark.parametrize("prefix", ["> ", "- ", "1. ", "> - "])
def test_no_depth_loses_text(prefix: str) -> None:
    assert "the deepest words" in to_html(prefix * 1_000 + "the deepest words\n\nand more")


@given(st.text(alphabet="<>div/p-*[]()!`#\n \\&;:a=\"'", max_size=200))
def test_nothing_raises(text: str) -> None:
    looks_like_markdown(text)
    to_html(text)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "# Title\n\nText",
        "One paragraph.\n\nAnother, with nothing else.",
        "<div>\n\nText with *emphasis* and [a link](b).\n\n</div>",
        "Use `<p>` here:\n\n- a\n- b\n\n[link](target)\n",
        "Text\n\n```html\n<p>a</p>\n<p>b</p>\n```\n",
        "---\ntitle: A title\n---\n<p>Text</p>",
        "<!-- a comment -->\n\n## Head\n\nText",
        "<h1>Title</h1>\n\nText with **bold** and [a](b) and [c](d).\n\n- e\n- f\n",
    ],
)
def test_markdown_looks_like_markdown(text: str) -> None:
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "A single line.",
        "<p>Text</p>",
        "Hello <b>there</b>",
        "<!-- # no heading -->\n<!doctype html><p>- text",
        "<!DOCTYPE html>\n# Not a heading\n\n- no list",
        "\ufeff<html>\n# Not a heading",
        "<article><h1>Title</h1>\n<p>One _two_ [three](four)</p></article>",
        "<ul>\n<li>- a</li>\n<li>- b</li>\n</ul>",
        "<pre>\n# comment\n- item\n</pre><p>a</p><p>b</p>",
        '{"a": 1,\n\n "b": "# c"}',
    ],
)
def test_html_does_not(text: str) -> None:
    assert not looks_like_markdown(text)
