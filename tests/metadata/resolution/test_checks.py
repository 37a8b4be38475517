"""What is done to claims before they vote, and what speaks for and against them."""

import datetime as dt

import pytest

from cleanpage.metadata.claims import Source
from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import layout_of
from cleanpage.metadata.resolution.date_checks import moments
from cleanpage.metadata.titles import EDGES, SiteNames, first_part, is_tail, site_names
from tests.metadata.conftest import Reader, ballots, page_of

TEXT = "<p>The bridge over the river was built in nineteen hundred and four, and it has been too short ever since.</p>"


def test_the_heading_is_not_the_name_of_the_site_where_the_title_begins_elsewhere(read: Reader) -> None:
    html = (
        "<title>A bridge too short - The Daily Harbour</title><h1>The Daily Harbour</h1>"
        f"<article><h2>A bridge too short</h2>{TEXT}</article>"
    )
    assert read(html).headline == "A bridge too short"


def test_a_page_without_h1_has_the_lesser_heading_that_is_like_its_title(read: Reader) -> None:
    html = f"<title>Why the bridge is too short</title><h2>The bridge is too short: why</h2><h3>Other</h3>{TEXT}"
    metadata = read(html)
    assert [claim.raw for claim in metadata.claims if claim.source is Source.HEADING and claim.field == "headline"] == [
        "The bridge is too short: why"
    ]


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("A bridge - The Harbour", "A bridge"),
        ("A bridge: too short", "A bridge: too short"),
        ("Bridges | Rivers | Harbour", "Bridges"),
        ("橋が短い_社会_港日報", "橋が短い"),
        ("snake_case", "snake_case"),
    ],
)
def test_first_part(title: str, part: str) -> None:
    assert first_part(title) == part


def test_is_tail() -> None:
    assert is_tail("The Harbour", "A bridge | The Harbour")
    assert not is_tail("A bridge", "A bridge | The Harbour")
    assert not is_tail("too short", "A bridge: too short")
    assert not is_tail("", "A bridge | The Harbour")


def test_what_stands_first_is_the_site_only_if_it_is_called_so() -> None:
    site = site_names(["Harbour"], "https://www.harbour.example/a", [])
    assert isinstance(site, SiteNames)
    assert site.is_called("Harbour")
    assert not site.is_called("Harbour bridges of the north")
    assert not site.is_called("")


def test_signs_around_a_title_are_no_part_of_it(read: Reader) -> None:
    assert read(f"<h1>A bridge too short ¶</h1>{TEXT}").headline == "A bridge too short"
    assert "»" not in EDGES


def test_authors_get_the_page_that_another_source_has_for_them(read: Reader) -> None:
    html = (
        '<script type="application/ld+json">'
        '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Mira Holm"}}</script>'
        f"<h1>A bridge too short</h1><a rel='author' href='/m'>Mira Holm</a>{TEXT}"
    )
    metadata = read(html)
    assert metadata.evidence["authors"].winner.source is Source.JSON_LD
    assert [author.url for author in metadata.authors] == ["https://news.example/m"]


@pytest.mark.parametrize(
    ("shown", "head", "expected"),
    [
        ("09.10.2024", "2024-09-10T08:00:00Z", {dt.date(2024, 9, 10)}),
        ("09.10.2024", "2024-10-09T08:00:00Z", {dt.date(2024, 10, 9)}),
        ("09.10.2024", "2024-12-24T08:00:00Z", {dt.date(2024, 10, 9), dt.date(2024, 12, 24)}),
        ("25.10.2024", "2024-12-24T08:00:00Z", {dt.date(2024, 10, 25), dt.date(2024, 12, 24)}),
    ],
)
def test_day_and_month_in_figures_stand_as_the_other_claims_have_them(
    read: Reader, shown: str, head: str, expected: set[dt.date]
) -> None:
    html = (
        f'<meta property="article:published_time" content="{head}"><h1>A bridge too short</h1>'
        f"<p class='date'>{shown}</p>{TEXT}"
    )
    claims = [claim for claim in read(html).claims if claim.field == "published"]
    found = moments(claims, layout_of(survey_of(page_of(html))))
    assert {getattr(ballot.claim.value, "date", None) for ballot in found} == expected


@pytest.mark.parametrize("label", ["Joined", "Member since", "Mitglied seit", "Inscrit le"])
def test_dates_of_readers_are_not_those_of_the_page(read: Reader, label: str) -> None:
    assert read(f"<h1>A bridge too short</h1><p>{label}: March 3, 2019</p>{TEXT}").published is None


def test_the_one_date_far_away_is_that_of_the_page(read: Reader) -> None:
    far = f"<h1>A bridge too short</h1>{TEXT * 60}<p>March 3, 2019</p>"
    metadata = read(far)
    assert metadata.published is not None
    assert metadata.published.iso == "2019-03-03"
    assert read(f"{far}<p>April 3, 2019</p>").published is None, "of two nobody knows which"
    labelled = read(f"{far}<p>Published</p><p>April 3, 2019</p>").published
    assert labelled is not None
    assert labelled.iso == "2019-04-03"


def test_the_moment_of_publication_is_the_exact_one(read: Reader) -> None:
    html = (
        '<script type="application/ld+json">'
        '{"@type": "NewsArticle", "datePublished": "2024-03-03T12:31:54+01:00"}</script>'
        f"<h1>A bridge too short</h1><time datetime='2024-03-03T00:00:00+01:00'>3 March 2024</time>{TEXT}"
    )
    published = read(html).published
    assert published is not None
    assert published.iso == "2024-03-03T12:31:54+01:00"


# --- names of sections

BYLINED = f'<article><h1>A bridge too short</h1><p class="author">{{}}</p>{TEXT}</article>'
SECTION = '<meta property="article:section" content="Culture Council">'
CRUMBS = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
    '{"@type": "ListItem", "position": 1, "name": "Harbour Times", "item": "/"},'
    '{"@type": "ListItem", "position": 2, "name": "Culture Council", "item": "/culture"}]}</script>'
)


@pytest.mark.parametrize("head", [SECTION, CRUMBS])
@pytest.mark.parametrize("name", ["Culture Council", "CULTURE COUNCIL"])
def test_the_name_of_a_section_is_no_author(read: Reader, head: str, name: str) -> None:
    assert [author.name for author in read(BYLINED.format(name)).authors] == ["Culture Council"]
    assert read(head + BYLINED.format(name)).authors == ()
    assert read(f"{SECTION}<meta name=author content='Mara Lindgren'>{BYLINED.format(name)}").authors[0].name == (
        "Mara Lindgren"
    )


def test_of_several_names_only_that_of_the_section_goes(read: Reader) -> None:
    authors = read(SECTION + BYLINED.format("Mara Lindgren, Culture Council")).authors
    assert [author.name for author in authors] == ["Mara Lindgren"]


def test_a_site_in_the_breadcrumbs_may_be_an_author(read: Reader) -> None:
    head = f'<meta property="og:site_name" content="Harbour Times">{CRUMBS}<meta name=author content="Harbour Times">'
    assert [author.name for author in read(head + BYLINED.format("Harbour Times")).authors] == ["Harbour Times"]


# --- signatures


@pytest.mark.parametrize(
    ("byline", "signed"),
    [
        ("<p class=author>Mira Holm</p>", True),
        ("<p>By Mira Holm</p>", True),
        (f"{TEXT * 12}<p>Written by Mira Holm</p>", False),
        ("<p>Mira Holm</p><p>March 5, 2024</p>", True),
        ("<p>Mira Bridge</p><p>March 5, 2024</p>", False),
        ("<p class=author>Harbour Desk</p>", False),
        ("", False),
    ],
)
def test_a_person_who_signs_speaks_against_the_site_as_the_author(byline: str, signed: bool) -> None:
    head = '<meta property="og:site_name" content="Harbour Times"><meta name=author content="Harbour Times">'
    authors = ballots(f"{head}<article><h1>A bridge too short</h1>{byline}{TEXT}</article>", "authors")
    assert ("beside a signature" in authors[0].signs) == signed
    assert not any("beside a signature" in own.signs for own in authors if own.claim.raw == "Mira Holm")


@pytest.mark.parametrize(("url", "authors"), [("https://n.example/?p=123", 1), ("https://n.example/", 0)])
def test_a_page_that_a_query_names_is_not_the_first_of_its_site(read: Reader, url: str, authors: int) -> None:
    html = f"<meta name=author content='Ann Lee'><title>A bridge too short</title><h1>A bridge too short</h1>{TEXT}"
    assert len(read(html, url).authors) == authors


def test_the_first_page_of_a_site_is_not_the_canonical_url_of_a_page_that_a_query_names(read: Reader) -> None:
    html = f"<link rel=canonical href=https://n.example/><h1>A bridge too short</h1>{TEXT}"
    assert read(html, "https://n.example/?p=123").canonical_url is None
    assert read(html, "https://n.example/?utm_source=feed").canonical_url == "https://n.example/"
