"""The guard before the parser: hostile pages become harmless, all others stay as they are."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleanpage import Options
from cleanpage.limits import Watch
from cleanpage.page.dom import parse
from cleanpage.page.guard import guarded
from cleanpage.page.open_elements import BLOCKS, FORMATTING
from cleanpage.page.trimming import Trimmer
from cleanpage.rules.tags import BLOCK_TAGS

COUNT = 30_000


def attributes(count: int, value: str = "") -> str:
    return " ".join(f"a{number}{value}" for number in range(count))


HOSTILE = {
    "nested blocks": "<div>" * COUNT + "x",
    "nested in step": "<div><span>" * COUNT + "x" + "</span></div>" * COUNT,
    "nested lists": "<ul><li>" * COUNT,
    "nested tables": "<table><tr><td>" * COUNT,
    "nested quotes": "<blockquote>x" * COUNT,
    "nested forms": "<form><div>" * COUNT,
    "nested anchors": "<a href=/x><div>" * COUNT,
    "nested buttons": "<button><p>" * COUNT,
    "nested templates": "<template><div>" * COUNT,
    "nested drawings": "<svg><g>" * COUNT,
    "nested formulas": "<math><mi><p>" * COUNT,
    "nested optgroups": "<optgroup>" * COUNT,
    "end tags in attributes": '<div title="</p></p></p>">' * COUNT,
    "attributes": f"<p {attributes(COUNT, '=1')}>x</p>",
    "attributes without values": f"<p {attributes(COUNT)}>x</p>",
    "attributes without spaces": "<p " + "".join(f"a{n}='1'" for n in range(COUNT)) + ">x</p>",
    "attributes with tags in them": "<p " + attributes(50_000, "='<b>'") + ">x</p>",
    "attributes of a script": f"<script {attributes(COUNT)}></script>",
    "attributes without an end": f"<p {attributes(COUNT)}",
    "open formatting": "<p>" + "".join(f"<b id={n}>" for n in range(2_000)) + "</p>" + "<p>x</p>" * 2_000,
    "open formatting in step": "".join(f"<font size={n}><p>" for n in range(COUNT)),
    "options": "<select>" + "<option>x" * COUNT,
    "attributes that hide tags of a small page": "<p " + attributes(25_000, "='<>'") + ">x</p>",
    "attributes that hide tags now and then": "<p "
    + " ".join(f"a{n}" if n % 900 else f"a{n}='<>'" for n in range(25_000))
    + ">x</p>",
    "end tags without effect": "<span><p></span></p>" * COUNT,
    "formatting across blocks": "<b><div></b>" * COUNT,
    "links across blocks": "<a><div></a>" * COUNT,
    "forms across blocks": "<form><div></form>" * COUNT,
    "scopes across blocks": "<div><object></div></object>" * COUNT,
    "items across sections": "<li><section>" * COUNT,
    "terms across sections": "<dd><section>" * COUNT,
    "rows across templates": "<table><tr><template>" * COUNT,
    "annotations across blocks": "<ruby><rt><div></ruby>" * COUNT,
    "cells outside of tables": "<span><td>" * COUNT,
    "terms in items": "<li><dt>" * COUNT,
    "options across elements": "<g><option>" * COUNT,
    "rows of drawings": "<svg>" + "<tr>" * COUNT + "</x>" * COUNT,
    "blocks after drawings": "<svg><div/>" * COUNT,
    "elements after drawings": "<svg><div>" + "<g/>" * COUNT,
    "blocks in drawings": "<svg><foreignObject><div/>" * COUNT,
    "blocks in titles of drawings": "<svg><title>" + "<div>" * COUNT,
    "elements in styles of drawings": "<svg><style>" + "<g>" * COUNT,
    "blocks after titles in lists": "<select><title></select>" + "<div>" * COUNT,
    "end tags in declarations": "<div><!x</div>" * COUNT,
    "end tags in instructions": "<div><?x</div>" * COUNT,
    "end tags in nameless end tags": "<div></ </div>" * COUNT,
    "end tags in character data": "<div><svg><![CDATA[</svg></div>]]></svg>" * COUNT,
    "formatting across scopes": "".join(f"<div><b id={n}></div><object></b></object>" for n in range(2_000))
    + "<p>x" * 2_000,
}


def measured(source: bytes) -> tuple[int, int, int]:
    """Nodes, depth and most attributes of an element, as the parser sees them."""
    nodes = depth = most = 0
    depths: dict[int, int] = {}
    root = parse(source).root
    assert root is not None
    for node in root.traverse(include_text=True):
        nodes += 1
        parent = node.parent
        depths[node.mem_id] = level = depths.get(parent.mem_id, 0) + 1 if parent else 0
        depth, most = max(depth, level), max(most, len(node.attributes or ()))
    return nodes, depth, most


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in HOSTILE.items()])
def test_hostile_pages_become_harmless(page: str) -> None:
    watch = Watch()
    nodes, depth, most = measured(guarded(page, watch))
    assert nodes <= 8 * COUNT + 1_000
    assert depth <= 1.5 * watch.options.max_depth  # the parser opens a `tbody` of its own
    assert most <= watch.options.max_attributes


ORDINARY = {
    "nothing": "",
    "a tag": "<p>",
    "cut off": "<p class='a",
    "unclosed": "<p>a<p>b<ul><li>c<li>d<table><tr><td>e<td>f<tr><td>g</table></ul><dl><dt>h<dd>i<dt>j</dl>" * 600,
    "self-closing": "<svg>" + "<path d='m0'/>" * 900 + "</svg><br/><img src=x />" * 900,
    "scripts with tags in them": "<script>for (a='<div>';a<b;) '<p ' + '<div>'</script>" * 900,
    "comments with tags in them": "<!-- <div> --><!----><!--><div></div>" * 900,
    "titles with tags in them": "<title><div><div></title><textarea><p></textarea>" * 900,
    "upper case": "<DIV CLASS=a><B>x</B></DIV>" * 900,
    "a long value": f"<img src='data:image/png;base64,{'A' * 100_000}'>",
    "bare signs": "a < b, <3, <- and & <>" * 900,
    "formatting": "<p><b>a</b> <i>b</i> <font size=1>c</font></p>" * 900,
    "lists to choose from": ("<select>" + "<option value=1>a</option>" * 200 + "</select>") * 10,
    "other scripts": "<p title='水'>水</p>" * 900,
}


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in ORDINARY.items()])
def test_ordinary_pages_stay_as_they_are(page: str) -> None:
    watch = Watch()
    source = page.encode()
    assert guarded(page, watch) == Trimmer(source, watch).trimmed() == source
    assert watch.hit == []


@pytest.mark.parametrize("tag", sorted(FORMATTING))
def test_unclosed_formatting_without_attributes_is_opened_thrice(tag: bytes) -> None:
    page = f"<p><{tag.decode()}></p></q>" * 4_000  # what balances the tags closes nothing
    watch = Watch()
    assert guarded(page, watch) == page.encode()
    root = LexborHTMLParser(page).root
    assert root is not None
    # The three before it, and its own.
    assert sum(node.tag == tag.decode() for node in root.traverse()) <= 4 * 4_000


def test_what_is_left_keeps_texts_apart_and_in_order() -> None:
    page = "".join(f"<div>{n}<span>a</span>" for n in range(30)) + "".join(f"</div>{n}" for n in range(30))
    watch = Watch(Options(max_depth=10))
    left = guarded(page, watch).decode()
    assert watch.hit == ["max_depth"]
    assert left.count("<div>") == left.count("</div>") == 10
    assert left.count("<p>") == 2 * (30 - 10)
    assert re.sub("<.*?>", "", left) == re.sub("<.*?>", "", page)


def test_attributes_that_are_left_are_the_first_ones() -> None:
    watch = Watch(Options(max_attributes=3, max_attribute=20))
    page = f"<p a=1 b='{'x' * 30}' c=\"3\" d e>x</p>" + "<p>" * 9
    assert guarded(page, watch) == b'<p a=1 c="3" d>x</p>' + b"<p>" * 9
    assert watch.hit == ["max_attribute", "max_attributes"]


def test_what_is_text_in_html_alone_is_left_out_of_drawings_and_lists() -> None:
    page = "<svg><style>a</style></svg><select><title>b</title></select><title>c</title>" + "<div>" * 9
    left = Trimmer(page.encode(), Watch()).trimmed()
    assert left == b"<svg></style></svg><select></title></select><title>c</title>" + b"<div>" * 9


def test_lone_surrogates_and_nul_have_an_encoding() -> None:
    assert guarded("a\ud800b\0", Watch()) == b"a?b\0"


PARTS = st.sampled_from(
    "<div> </div> <b> </b> <p/a=1/b='2'/c> <li> </li> <ul> </ul> <td> <table> </table> <select> <option> <svg> <g/> "
    "<!-- --> < > ' \" = 7".split()  # no letter: with `<` before it, that would be a tag
)


@settings(max_examples=200)
@given(st.lists(PARTS, max_size=60).map("".join), st.integers(1, 6), st.integers(1, 4))
def test_whatever_the_page_its_text_stays(page: str, depth: int, most: int) -> None:
    watch = Watch(Options(max_depth=depth, max_attributes=most))
    left = Trimmer(page.encode(), watch).trimmed()
    assert left == page.encode() or watch.hit
    assert Trimmer(left, Watch(Options(max_depth=depth, max_attributes=most))).trimmed().count(b"7") == page.count("7")
    assert len(left) <= len(page) + 3 * page.count("<")


def test_every_pattern_for_tags_knows_the_block_level_ones() -> None:
    assert {tag.decode() for tag in BLOCKS} == BLOCK_TAGS
