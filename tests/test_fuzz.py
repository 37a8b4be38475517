"""Any tree of HTML, in any state of repair: an article that can be rendered, written and read back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleanpage
from cleanpage import Article, Options, to_html, to_json, to_markdown, to_text
from cleanpage.options import COUNTS
from cleanpage.page.dom import parse

TAGS = st.sampled_from(
    "a article aside b blockquote br code dd div dl dt em figcaption figure footer form h1 h2 h6 hr i img li main math "
    "nav noscript ol option p pre script section select span style sub sup svg table tbody td template textarea th "
    "time title tr ul".split()
)
NAMES = st.sampled_from(
    "class id href src alt title datetime rel role style hidden colspan itemprop lang start".split()
)
VALUES = st.sampled_from(
    [
        "",
        "caption",
        "byline author",
        "/a",
        "//x",
        "http://[",
        "javascript:x",
        "2024-05-06T07:08",
        "9e15",
        "-1",
        "display:none",
    ]
) | st.text(max_size=12)
TEXTS = st.sampled_from(
    [
        "The path was closed after the flood, said the town.",
        "By Ann Lee",
        "Photo: Bo",
        "6 May 2024",
        "\u202e",
        "\0",
        "水",
    ]
) | st.text(max_size=30)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element with attributes, closed or not, around children."""

    def written(tag: str, attributes: dict[str, str], inside: list[str], closed: bool) -> str:
        head = "".join(f' {name}="{value}"' for name, value in attributes.items())
        return f"<{tag}{head}>{''.join(inside)}{f'</{tag}>' if closed else ''}"

    attributes = st.dictionaries(NAMES, VALUES, max_size=3)
    return st.builds(written, TAGS, attributes, st.lists(children, max_size=4), st.booleans())


PAGES = st.recursive(TEXTS, element, max_leaves=25)


@pytest.mark.fuzz
@settings(max_examples=150, deadline=None)
@given(PAGES, st.integers(0, 400))
def test_any_tree_whole_or_cut_off(page: str, cut: int) -> None:
    for html in (page, page[:cut]):
        article = cleanpage.extract(html, url="https://example.org/a")
        assert Article.model_validate_json(to_json(article)) == article
        assert all(0 <= link.block < len(article.body) for link in article.links)
        assert 0 <= article.confidence <= 1
        to_text(article)
        to_markdown(article)
        rendered = parse(to_html(article))
        assert not {node.tag for node in rendered.nodes()} & {"script", "style", "iframe", "object", "form"}


@pytest.mark.fuzz
@settings(max_examples=60, deadline=None)
@given(
    PAGES,
    st.sampled_from(COUNTS),
    st.integers(1, 40),
)
def test_any_tree_within_any_limit(page: str, limit: str, value: int) -> None:
    article = cleanpage.extract(page, options=Options(**{limit: value}))  # type: ignore[arg-type]  # of counts
    assert set(article.outcome.limits) <= {limit}
    assert Article.model_validate_json(to_json(article)) == article


@pytest.mark.parametrize("start", "<ul><li> <blockquote> <table><tr><td> <ol><li><blockquote> <dl><dd>".split())
def test_a_body_nested_deeper_than_json_may_be(start: str) -> None:
    places = "harbour market school bridge library".split()
    page = "".join(
        f"{start}<p>The {places[n % 5]} number {n} was closed after the storm, and the council said that the repairs "
        f"of number {n} would take until the autumn.</p>"
        for n in range(200)
    )
    article = cleanpage.extract(f"<article>{page}")
    assert "number 199 would take" in article.text
    assert Article.model_validate_json(to_json(article)) == article
    for render in (to_html, to_markdown, to_text):
        assert "number 199" in render(article)
