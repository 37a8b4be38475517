"""Why a check failed."""

import pytest

import cleanpage
from cleanpage.explain.analysis import Analysis
from cleanpage.testing import build_page
from cleanpage.testing.causes import causes_of
from cleanpage.testing.comparison import Difference

PAGE = build_page()
OLD = cleanpage.analyze(PAGE)
NEW = cleanpage.analyze(
    PAGE.text.replace('<p class="byline">', '<div class="writers">')
    .replace("story-body", "content")
    .replace("Sign up to our newsletter", "Sign up to our letter"),
    url=PAGE.url,
)
FIRST, LAST = PAGE.article["paragraphs"][0], PAGE.article["paragraphs"][-1]
CONSENT = "We and our 87 partners use cookies to measure audiences and to show personalised advertising."
NOWHERE = "Nothing of all these words was ever written anywhere upon it."


def lost(*texts: str) -> Difference:
    return Difference("lost", lost=texts)


def test_what_became_of_paragraphs() -> None:
    kept, dropped, gone = causes_of("text", [], Difference("", lost=(FIRST, CONSENT), added=(NOWHERE,)), OLD)
    assert kept.startswith("why: 'The new bridge over the harbour will open next Fr…' was kept: body, score ")
    assert kept.endswith(", at article.story > div.story-body > p")
    assert dropped.startswith(
        "why: 'We and our 87 partners use cookies to measure aud…' was dropped: boilerplate, score 0."
    )
    assert dropped.endswith(", at body > div#cookie-consent.consent-banner > p")
    assert gone == "why: 'Nothing of all these words was ever written anywh…' is not on the page"


def test_explained_with_features() -> None:
    lines = causes_of("text", [], lost(CONSENT), OLD, explain=True)
    (block,) = [at for at, text in enumerate(OLD.page.texts) if text.startswith(CONSENT)]
    terms = OLD.contributions(block)
    assert len(lines) == 7
    for line in lines[1:]:
        value, name = line.split()
        assert float(value) == pytest.approx(terms[name], abs=0.005)


def test_where_paragraphs_stand_that_a_scraper_lost() -> None:
    assert causes_of("text", [], lost(FIRST, LAST), NEW, OLD, own=False) == (
        "why: 'The new bridge over the harbour will open next Fr…' and 1 more: at article.story > div.content > p",
        "     before: at article.story > div.story-body > p",
    )
    assert causes_of("text", [], lost(NOWHERE), NEW, own=False) == (
        "why: 'Nothing of all these words was ever written anywh…': not on the page",
    )
    assert causes_of("text", [], lost(FIRST), OLD, OLD, own=False) == (
        "why: 'The new bridge over the harbour will open next Fr…': at article.story > div.story-body > p",
    )


def test_where_values_stand() -> None:
    expected = [{"name": "Mara Lindgren"}, {"name": "Tomas Okoye"}]
    lines = causes_of("authors", expected, lost("Tomas Okoye"), NEW, OLD, own=False)
    assert lines == (
        "why: 'Tomas Okoye': at article.story > header > div.writers",
        "     before: at article.story > header > p.byline",
    )


def test_where_a_wrong_value_was_read() -> None:
    lines = causes_of("headline", "Another", Difference(""), OLD)
    assert lines[0].startswith("why: 'Harbour bridge to open a week early' was read from ")
    assert lines[1] == "why: 'Another': not on the page"


@pytest.mark.parametrize("analysis", [OLD, NEW])
def test_dates_are_found_as_the_page_spells_them(analysis: Analysis) -> None:
    page = cleanpage.analyze(PAGE.text.replace(">2024-03-08T07:15:00+01:00<", ">March 8, 2024<"), url=PAGE.url)
    (line,) = causes_of("published", "2024-03-08T06:15:00Z", Difference(""), page, analysis, own=False)[:1]
    assert "in json-ld $script[0].datePublished" in line


def test_urls_are_found_in_attributes() -> None:
    (line,) = causes_of("link", "https://ads.example/c?id=71", Difference(""), OLD, own=False)
    assert line == "why: 'https://ads.example/c?id=71': at div.story-body > div#ad-inline-1.ad-slot > iframe [src]"


def test_values_without_text() -> None:
    assert causes_of("price", 12, Difference(""), OLD, own=False) == ()
    assert causes_of("keywords", ["x"], lost("x"), OLD) == ("why: 'x': not on the page",)
