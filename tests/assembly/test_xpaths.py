"""XPaths of elements."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from cleanpage.assembly.xpaths import MAX_PATH, Paths
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

parts = st.sampled_from(
    ("<div>", "</div>", "<p>a</p>", "<ul><li>b<li>c</ul>", "<b>d</b>", "<section>", "</section>", "e")
)


@given(st.lists(parts, max_size=15).map("".join))
def test_paths_lead_to_their_elements(html: str) -> None:
    page = read_blocks(parse(f"<!doctype html><html><head></head><body>{html}</body></html>"))
    paths = Paths(page)
    tree: Any = lxml_html.document_fromstring(parse(f"<body>{html}").parser.html or "")
    found = {element: tree.xpath(path) for element in range(len(page.tags)) if (path := paths.path(element))}
    assert all(len(nodes) == 1 for nodes in found.values())
    assert [nodes[0].tag for nodes in found.values()] == list(page.tags)
    assert len({id(nodes[0]) for nodes in found.values()}) == len(page.tags)


def test_there_are_none_as_deep_as_their_length_would_cost() -> None:
    page = read_blocks(parse("<body>" + "<div>" * 5_000 + "<p>x"))
    paths = Paths(page)
    found = [paths.path(element) for element in range(len(page.tags))]
    assert found[:3] == ["/html", "/html/head", "/html/body"]
    assert found[-1] is None
    assert sum(len(path or "") for path in found) < MAX_PATH * MAX_PATH
