"""What the page's kind does to its evidence, once its blocks have told it."""

import dataclasses
import itertools

import pytest

from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import layout_of
from cleanpage.metadata.read import claims_of, read_metadata, reconsidered
from cleanpage.metadata.resolution.checks import check_context
from cleanpage.metadata.resolution.resolve import NO_ARTICLE, FieldEvidence, on_no_article, resolve
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


def counted_late(html: str, url: str) -> dict[str, FieldEvidence]:
    """The evidence of a page that turns out to be no article."""
    return on_no_article(read_metadata(page_of(html, url)).evidence)


def counted_at_once(html: str, url: str) -> dict[str, FieldEvidence]:
    """The same, had it been known from the start."""
    layout = layout_of(survey_of(page_of(html, url)))
    claims = claims_of(layout)
    context = check_context(claims, layout)
    return resolve(claims, dataclasses.replace(context, signs=(*context.signs, NO_ARTICLE)))


@pytest.mark.parametrize(("html", "url"), PAGES)
def test_votes_that_are_counted_late_count_the_same(html: str, url: str) -> None:
    late, at_once = counted_late(html, url).get("authors"), counted_at_once(html, url).get("authors")
    assert (late is None) == (at_once is None)
    if late and at_once:
        assert late.winner == at_once.winner
        assert late.confidence == pytest.approx(at_once.confidence, abs=1e-3)
        assert late.lead == pytest.approx(at_once.lead)
        assert late.doubts == (*at_once.doubts, NO_ARTICLE)


def test_the_pages_above_are_of_all_kinds() -> None:
    before = ["authors" in read_metadata(page_of(*page)).evidence for page in PAGES]
    after = ["authors" in counted_late(*page) for page in PAGES]
    found = set(zip(before, after, strict=True))
    assert found == {(True, True), (True, False), (False, False)}


@pytest.mark.parametrize("looks", [False, True])
def test_who_is_named_in_passing_is_the_author_of_articles_alone(looks: bool) -> None:
    before = read_metadata(page_of(HEADS["maker"] + BODIES["no byline"], URLS[0]))
    assert [author.name for author in before.authors] == ["Brass Lantern Works"]
    after = reconsidered(before, looks_like_article=looks)
    assert after.authors == (before.authors if looks else ())
    assert ("authors" in after.evidence) == looks
    assert {**after.evidence, "authors": None} == {**before.evidence, "authors": None}


def test_a_byline_makes_an_author_on_any_page() -> None:
    before = read_metadata(page_of(HEADS["meta"] + BODIES["byline"], URLS[0]))
    after = reconsidered(before, looks_like_article=False)
    assert after.authors == before.authors
    assert sure(after, "authors") < sure(before, "authors")


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
