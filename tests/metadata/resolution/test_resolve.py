"""What the page's kind does to its evidence, once its blocks have told it."""

import dataclasses
import itertools

import pytest

from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import layout_of
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.read import claims_of, read_claims, read_metadata, resolve_metadata
from cleanpage.metadata.resolution.checks import check_context
from cleanpage.metadata.resolution.resolve import resolve
from cleanpage.metadata.resolution.votes import NO_ARTICLE, Tally, count_votes
from tests.metadata.conftest import page_of, sure

HEADS = {
    "nobody": "",
    "meta": '<meta name="author" content="Mira Holm">',
    "maker": '<meta name="author" content="Brass Lantern Works">',
    "json-ld": '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "Person", "name": '
    '"Tove Lind"}}</script>',
}
BODIES = {
    "no byline": "<h1>A lamp for the harbour</h1><p>It shines for nine hours.</p>",
    "byline": "<h1>A lamp for the harbour</h1><p class=byline>By <a rel=author href=/mira>Mira Holm</a></p>"
    "<p>It shines.</p>",
    "review": "<h1>A lamp for the harbour</h1><p>It shines.</p><div class=review><b class=author>Ivo Marsh</b> Good."
    "</div>",
}
URLS = ("https://lamps.example/lamp", "https://lamps.example/")
PAGES = [(head + body, url) for head, body, url in itertools.product(HEADS.values(), BODIES.values(), URLS)]


def resolved(html: str, url: str, looks_like_article: bool) -> Metadata:
    """The metadata of a page of a kind."""
    return resolve_metadata(read_claims(page_of(html, url)), looks_like_article=looks_like_article)


def counted_at_once(html: str, url: str) -> Tally | None:
    """The votes for authors, had it been known from the start that the page is no article."""
    layout = layout_of(survey_of(page_of(html, url)))
    claims = claims_of(layout)
    context = check_context(claims, layout)
    return count_votes(claims, dataclasses.replace(context, signs=(*context.signs, NO_ARTICLE))).get("authors")


@pytest.mark.parametrize(("html", "url"), PAGES)
def test_what_page_kind_says_counts_like_other_signs(html: str, url: str) -> None:
    found, tally = resolved(html, url, looks_like_article=False), counted_at_once(html, url)
    assert ("authors" in found.evidence) == (tally is not None)
    if tally:
        assert found.evidence["authors"].winner == tally.leader
        assert found.evidence["authors"].doubts == (*tally.doubts, NO_ARTICLE)
        at_once = resolve({"authors": tally}, looks_like_article=True)["authors"]
        assert sure(found, "authors") == at_once.confidence


def test_the_pages_above_are_of_all_kinds() -> None:
    found = {tuple("authors" in resolved(*page, looks).evidence for looks in (True, False)) for page in PAGES}
    assert found == {(True, True), (True, False), (False, False)}


@pytest.mark.parametrize("looks", [False, True])
def test_who_is_named_in_passing_is_the_author_of_articles_alone(looks: bool) -> None:
    claimed = read_claims(page_of(HEADS["maker"] + BODIES["no byline"], URLS[0]))
    assert [author.name for author in claimed.authors] == ["Brass Lantern Works"]
    found = resolve_metadata(claimed, looks_like_article=looks)
    assert found.authors == (claimed.authors if looks else ())
    assert ("authors" in found.evidence) == looks
    others = {field: tally.leader for field, tally in claimed.votes.items() if field != "authors"}
    assert others == {field: one.winner for field, one in found.evidence.items() if field != "authors"}


def test_a_byline_makes_an_author_on_any_page() -> None:
    page = (HEADS["meta"] + BODIES["byline"], URLS[0])
    article, other = (resolved(*page, looks) for looks in (True, False))
    assert article.authors == other.authors
    assert sure(other, "authors") < sure(article, "authors")


# --- sources in order


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ('<meta name="section" content="Sea"><meta property="article:section" content="Harbour">', "Harbour"),
        (
            '<meta property="article:section" content="Harbour"><meta property="og:section" content="Sea">'
            '<meta name="section" content="Sea">',
            "Sea",
        ),
        (
            '<meta property="article:section" content="http://sea.example/"><meta name="section" content="Sea">',
            "Sea",
        ),
    ],
)
def test_the_first_source_wins_unless_it_says_two_things_or_nothing(head: str, section: str) -> None:
    evidence = read_metadata(page_of(head)).evidence["section"]
    assert evidence.winner.value == section
    assert evidence.confidence is None
    assert len(evidence.losers) == head.count("<meta") - 1


def test_a_day_of_change_is_given_as_exactly_as_anywhere() -> None:
    head = (
        '<meta property="article:modified_time" content="2020-06-26"><meta name="lastmod" content="2020-06-26T09:30Z">'
    )
    evidence = read_metadata(page_of(head)).evidence["updated"]
    assert evidence.winner.source == "meta"
    assert [claim.source for claim in evidence.losers] == ["open-graph"]
