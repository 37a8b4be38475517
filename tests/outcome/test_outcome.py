"""What a page turned out to be."""

import pytest

import cleanpage
from cleanpage import Options, OutcomeKind
from cleanpage.article.fields import CONTENT_KINDS
from tests.fixture_cases import FixtureCase, fixture_cases
from tests.odd_pages import ODD_PAGES, OddPage
from tests.small_pages import ARTICLE, CONSENT, TEASERS

LINKS = "".join(f"<li><a href=/{n}>Number {n} of a long list of places to go to</a></li>" for n in range(40))


def outcome_of(page: bytes | str, options: Options | None = None) -> OutcomeKind:
    outcome = cleanpage.extract(page, url="https://example.org/a", options=options).outcome
    assert outcome.reason
    assert outcome.has_article is (outcome.kind in CONTENT_KINDS)
    return outcome.kind


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        pytest.param(ARTICLE, OutcomeKind.ARTICLE, id="article"),
        pytest.param(ARTICLE + CONSENT, OutcomeKind.ARTICLE, id="article with consent banner"),
        pytest.param(ARTICLE + f"<aside>{TEASERS}</aside>", OutcomeKind.ARTICLE, id="article with teasers"),
        pytest.param("<title>News</title><main>" + TEASERS + "</main>", OutcomeKind.INDEX_PAGE, id="section front"),
        pytest.param(f"<ul>{LINKS}</ul>", OutcomeKind.INDEX_PAGE, id="list of links"),
        pytest.param(
            '<script type=application/ld+json>{"@context":"https://schema.org","@type":"CollectionPage"}</script>'
            + TEASERS,
            OutcomeKind.INDEX_PAGE,
            id="says it is a collection",
        ),
        pytest.param(f"<title>A</title>{CONSENT}", OutcomeKind.CONSENT_WALL, id="consent wall"),
        pytest.param(
            "<div id=root></div><noscript>Turn JavaScript on.</noscript><script src=a></script>",
            OutcomeKind.JAVASCRIPT_SHELL,
            id="shell",
        ),
        pytest.param(
            "<div id=__next>Loading</div><script></script>", OutcomeKind.JAVASCRIPT_SHELL, id="shell, loading"
        ),
        pytest.param("", OutcomeKind.EMPTY, id="empty"),
        pytest.param("<nav><a href=/>Home</a></nav>", OutcomeKind.EMPTY, id="navigation alone"),
        pytest.param("<div id=root></div>", OutcomeKind.EMPTY, id="no scripts, no shell"),
        pytest.param(b"%PDF-1.4\n\x00\x01\x02" * 99, OutcomeKind.NOT_HTML, id="binary"),
    ],
)
def test_kinds(page: bytes | str, kind: OutcomeKind) -> None:
    assert outcome_of(page) is kind


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:type content=article>",
        "<meta property=og:type content=video.other>",
        '<script type=application/ld+json>{"@context":"https://schema.org","@type":"NewsArticle"}</script>',
        '<script type=application/ld+json>{"@context":"https://schema.org","@type":"Product","name":"Boat"}</script>',
        "<meta property=article:published_time content=2024-05-06>",
    ],
)
def test_a_page_about_one_thing_is_no_index(head: str) -> None:
    assert outcome_of(head + TEASERS) is not OutcomeKind.INDEX_PAGE


@pytest.mark.parametrize("options", [Options(max_nodes=15), Options(max_bytes=900)])
def test_limits(options: Options) -> None:
    article = cleanpage.extract(ARTICLE, options=options)
    assert article.outcome.kind is OutcomeKind.LIMIT_HIT
    assert ("max_nodes" if options.max_nodes == 15 else "max_bytes") in article.outcome.reason
    assert outcome_of(ARTICLE) is OutcomeKind.ARTICLE


def test_deep_pages_with_consent_classes_are_walked_once() -> None:
    assert outcome_of("<span class=cookie>" * 5_000 + "<p>x</p>" * 3_000) is not None


@pytest.mark.parametrize("odd", [pytest.param(odd, id=f"{odd.kind}: {odd.name}") for odd in ODD_PAGES])
def test_odd_pages(odd: OddPage) -> None:
    outcome = cleanpage.extract(odd.page, url=odd.url, options=odd.options).outcome
    assert outcome.kind is odd.kind, outcome.reason
    assert outcome.reason
    assert (odd.kind is OutcomeKind.NOT_HTML) or outcome.signals


def test_the_written_pages_are_many_and_of_every_kind_but_one() -> None:
    assert len(ODD_PAGES) >= 60
    assert {odd.kind for odd in ODD_PAGES} == set(OutcomeKind) - {OutcomeKind.LISTING}


def test_signals_are_numbers_of_the_page() -> None:
    article = cleanpage.extract(ARTICLE)
    signals = {signal.name: signal.value for signal in article.outcome.signals}
    assert signals["body_words"] == article.word_count
    assert signals["words"] >= signals["body_words"]
    kinds = [value for name, value in signals.items() if name.startswith("kind_")]
    assert sum(kinds) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("case", list(fixture_cases()), ids=lambda case: case.name)
def test_the_reason_counts_words_as_the_article_does(case: FixtureCase) -> None:
    article = cleanpage.extract(case.page.read_bytes())
    if article.outcome.has_article:
        assert article.outcome.reason.startswith(f"a body of {article.word_count} words, ")
