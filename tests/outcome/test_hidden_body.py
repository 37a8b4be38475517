"""Bodies that only the JSON-LD or the scripts of a page hold."""

import json

import pytest

from cleanpage import Article, LimitExceeded, Options, OutcomeKind, extract
from cleanpage.article.blocks import blocks_text

FIRST = "The ferry across the estuary will run again from Monday, after a winter in the yard. " * 2
SECOND = "Tickets cost as much as last year, said the harbour master, and bicycles travel free of charge."
SHELL = "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
SHOWN = f"<article><h1>Ferry</h1>{'<p>It was a long winter, and the engine came apart twice.</p>' * 4}</article>"


def page_of(stated: str, shown: str, kind: str = "NewsArticle") -> Article:
    """What is made of a page that shows one thing and states another."""
    data = json.dumps({"@context": "https://schema.org", "@type": kind, "headline": "Ferry", "articleBody": stated})
    script = f'<script type="application/ld+json">{data}</script>'
    return extract(f"<html><head><title>Ferry</title>{script}</head><body>{shown}</body></html>")


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(f"{FIRST}\n\n  {SECOND}\n", id="lines"),
        pytest.param(f"<p>{FIRST}</p><p>{SECOND}</p>", id="markup"),
    ],
)
def test_the_body_of_a_page_that_shows_none(stated: str) -> None:
    article = page_of(stated, SHELL)
    assert [block.type for block in article.body] == ["paragraph", "paragraph"]
    assert blocks_text(article.body) == f"{FIRST.strip()}\n\n{SECOND}"
    assert article.outcome.kind is OutcomeKind.ARTICLE
    assert article.outcome.reason.endswith("the body is what $script[0].articleBody of its JSON-LD says")


@pytest.mark.parametrize(
    ("stated", "shown", "kind"),
    [
        pytest.param(FIRST, SHOWN, "NewsArticle", id="the page shows a body"),
        pytest.param("Ferries, news and tides.", SHELL, "NewsArticle", id="a note"),
        pytest.param(FIRST, SHELL, "WebSite", id="no article"),
        pytest.param(FIRST, "<h1>404 Not Found</h1><p>The page was not found.</p>", "NewsArticle", id="an error page"),
    ],
)
def test_what_a_page_states_is_left_where_it_is(stated: str, shown: str, kind: str) -> None:
    article = page_of(stated, shown, kind)
    assert FIRST.strip() not in article.text
    assert "JSON-LD" not in article.outcome.reason


STATE = {
    "lines": json.dumps({"props": {"post": {"title": "Ferry", "text": f"{FIRST}\n{SECOND}"}}}),
    "markup": json.dumps({"id": 7, "html": f"<p>{FIRST}</p><p>{SECOND}</p>", "ad": "x" * 5_000}),
    "strings in strings": json.dumps(["1:" + json.dumps({"body": f"<p>{FIRST}</p><p>{SECOND}</p>"})]),
}


@pytest.mark.parametrize("state", [pytest.param(state, id=name) for name, state in STATE.items()])
def test_the_body_in_the_scripts_of_a_page_that_shows_none(state: str) -> None:
    scripts = f"<script>var a='\"';\nwindow.__STATE__={state};</script><script>go();</script>"
    article = extract(f"<html><head><title>Ferry</title></head><body>{SHELL}{scripts}</body></html>")
    assert blocks_text(article.body) == f"{FIRST.strip()}\n\n{SECOND}"
    assert article.outcome.kind is OutcomeKind.ARTICLE
    assert article.outcome.reason.endswith("the body is what a string in its scripts says")
    assert article.confidence == 0


def test_a_product_stays_a_product() -> None:
    data = '<script type="application/ld+json">{"@type": "Product", "name": "Ferry"}</script>'
    article = extract(f"<html><head>{data}</head><body>{SHELL}<script>x={STATE['lines']}</script></body></html>")
    assert article.outcome.kind is OutcomeKind.PRODUCT


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(f"x={json.dumps('a{color:red} ' * 100)}", id="style"),
        pytest.param(f"x={json.dumps('It sails.')}", id="a note"),
        pytest.param(f'x="{FIRST}', id="a string without end"),
        pytest.param(f'x="\\x3c{FIRST}"', id="a string that JSON does not know"),
        pytest.param('"\\"' * 100_000, id="quotes"),
    ],
)
def test_code_is_no_body(code: str) -> None:
    article = extract(f"<html><body>{SHELL}<script>{code}</script></body></html>")
    assert article.body == ()
    assert article.outcome.kind is OutcomeKind.JAVASCRIPT_SHELL


def test_the_limits_of_the_page_hold_for_markup_in_its_strings() -> None:
    deep = "<div>" * 30_000 + f"<p>{FIRST}</p><p>{SECOND}</p>"
    page = f"<html><body>{SHELL}<script>x={json.dumps(deep)}</script></body></html>"
    article = extract(page)
    assert blocks_text(article.body) == f"{FIRST.strip()}\n\n{SECOND}"
    assert article.outcome.limits == ("max_depth",)
    with pytest.raises(LimitExceeded):
        extract(page, options=Options(strict=True))


def test_what_the_options_leave_out_is_not_sought_in_scripts() -> None:
    page = f"<html><body><main>{SHOWN}</main><script>x={STATE['lines']}</script></body></html>"
    article = extract(page, options=Options(drop=("main",)))
    assert article.body == ()
    assert article.outcome.kind is OutcomeKind.EMPTY
