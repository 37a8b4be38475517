"""Bodies that only the JSON-LD of a page holds."""

import json

import pytest

from cleanpage import Article, LimitExceeded, Options, OutcomeKind, extract
from cleanpage.article.blocks import blocks_text

FIRST = "The ferry across the estuary will run again from Monday, after a winter in the yard. " * 3
SECOND = "Tickets cost as much as last year, said the harbour master, and bicycles travel free of charge."
SHELL = "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
SHOWN = f"<article><h1>Ferry</h1>{'<p>It was a long winter, and the engine came apart twice.</p>' * 4}</article>"


def page_of(stated: str, shown: str, kind: str = "NewsArticle", options: Options | None = None) -> Article:
    """What is made of a page that shows one thing and states another."""
    data = json.dumps({"@context": "https://schema.org", "@type": kind, "headline": "Ferry", "articleBody": stated})
    script = f'<script type="application/ld+json">{data}</script>'
    return extract(f"<html><head><title>Ferry</title>{script}</head><body>{shown}</body></html>", options=options)


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


def test_a_product_stays_a_product() -> None:
    product = '<script type="application/ld+json">{"@type": "Product", "name": "Ferry"}</script>'
    assert page_of(FIRST, SHELL + product).outcome.kind is OutcomeKind.PRODUCT


def test_no_other_text_in_scripts_is_a_body() -> None:
    state = json.dumps({"next": {"title": "Ferry", "text": f"<p>{FIRST}</p><p>{SECOND}</p>"}})
    article = extract(f"<title>Weather</title>{SHELL}<script>window.__STATE__={state};</script>")
    assert article.body == ()
    assert article.outcome.kind is OutcomeKind.JAVASCRIPT_SHELL


def test_the_story_that_another_node_states_is_no_body() -> None:
    """Of two articles in the JSON-LD, only the one with the page's headline is about it."""
    nodes = [
        {"@type": "NewsArticle", "headline": "Ferry", "articleBody": FIRST},
        {"@type": "NewsArticle", "headline": "Weather in the hills", "articleBody": f"{SECOND} " * 9},
    ]
    data = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    article = extract(f"<title>Ferry</title>{data}{SHELL}")
    assert article.text == FIRST.strip()


@pytest.mark.parametrize(
    ("head", "headline", "kept"),
    [
        pytest.param("<title>Weather in the hills</title>", "", False, id="the page is about something else"),
        pytest.param("<title>Ferries sail again</title>", "", True, id="a word in common"),
        pytest.param("<title>渡船再び運航</title>", "", False, id="another script"),
        pytest.param("", "", True, id="no headline"),
        pytest.param("<title>The Harbour Post</title>", "Sailings resume", True, id="the headline of the node"),
    ],
)
def test_the_headline_supports_the_body(head: str, headline: str, kept: bool) -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": FIRST} | ({"headline": headline} if headline else {}))
    article = extract(f'{head}<script type="application/ld+json">{data}</script>{SHELL}')
    assert article.text == (FIRST.strip() if kept else "")


def test_the_limits_of_the_page_hold_for_markup_in_the_stated_body() -> None:
    deep = "<div>" * 30_000 + f"<p>{FIRST}</p><p>{SECOND}</p>"
    article = page_of(deep, SHELL)
    assert blocks_text(article.body) == f"{FIRST.strip()}\n\n{SECOND}"
    assert article.outcome.kind is OutcomeKind.ARTICLE
    assert article.outcome.limits == ("max_depth",)
    assert article.confidence == 0
    with pytest.raises(LimitExceeded):
        page_of(deep, SHELL, options=Options(strict=True))


@pytest.mark.parametrize("options", [Options(drop="noscript"), Options(drop=".ad"), Options(keep="#nothing")])
def test_options_that_leave_a_page_empty_leave_it_its_stated_body(options: Options) -> None:
    article = page_of(FIRST, f"{SHELL}<div class=ad>Ad</div>", options=options)
    assert article.text == FIRST.strip()


def test_the_element_that_an_option_names_is_the_body_even_if_it_is_empty() -> None:
    article = page_of(FIRST, SHELL, options=Options(body="#root"))
    assert article.body == ()
    elsewhere = page_of(FIRST, SHELL, options=Options(body="#nothing"))
    assert elsewhere.text == FIRST.strip()
    assert elsewhere.outcome.reason.endswith("Options.body='#nothing' matches nothing")


def test_a_page_that_shows_a_body_gets_no_other() -> None:
    article = page_of(FIRST, f"<div class=ad>Ad</div>{SHOWN}", options=Options(drop=".ad"))
    assert FIRST.strip() not in article.text
