"""What the tags around a block say."""

import pytest

from cleanpage.features.context import CONTEXTS, context_features
from cleanpage.rules.tags import Context
from tests.features.small import page_of, rounded


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>a", set()),
        ("<nav><ul><li>a</ul></nav>", {"in_nav", "in_list"}),
        ("<div role=navigation>a</div>", {"in_nav"}),
        ("<main><article><p>a</article></main>", {"in_main", "in_article"}),
        ("<figure><figcaption>a</figcaption></figure>", {"in_figure", "in_caption"}),
        ("<footer><address>a</address></footer>", {"in_footer", "in_address"}),
        ("<p><a href=/x>a</a>", {"in_link"}),
        # A link over part of a block says nothing of the whole.
        ("<p>a <a href=/x>b</a>", set()),
        ("<h2>a</h2>", {"in_heading"}),
        ("<blockquote><pre>a</pre></blockquote>", {"in_quote", "in_pre"}),
        ("<p style='display:none'>a", {"in_hidden"}),
    ],
)
def test_context(html: str, names: set[str]) -> None:
    columns = context_features(page_of(html))
    assert {name for name in columns if name.startswith("in_") and columns[name][0]} == names


def test_every_bit_of_the_context_has_a_column() -> None:
    bits = {name for name in vars(Context) if name.isupper()}
    assert len(bits) > 20
    assert {name.upper() for name in CONTEXTS} == bits
    assert {f"in_{name}" for name in CONTEXTS} <= set(context_features(page_of("<p>a")))


def test_holders_leaves_headings_and_depth() -> None:
    page = page_of("<body><div>a<p><span>b</span></p><p>c <em>d</em></p><h3><a href=/x>e</a></h3><ul><li>f</ul></div>")
    assert list(page.texts) == ["a", "b", "c d", "e", "f"]
    columns = context_features(page)
    found = {name: rounded(columns, name) for name in columns if not name.startswith("in_")}
    assert {name: values for name, values in found.items() if any(values)} == {
        "is_div": [1, 0, 0, 0, 0],
        "is_p": [0, 1, 1, 0, 0],
        "is_li": [0, 0, 0, 0, 1],
        "leaf_span": [0, 1, 0, 0, 0],
        "leaf_a": [0, 0, 0, 1, 0],
        "heading_level": [0, 0, 0, 3, 0],
        # Of the element that holds the block: html 0, body 1, div 2.
        "depth": [2, 3, 3, 3, 4],
    }
