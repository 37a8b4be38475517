"""From HTML to `Metadata`: the head, marked elements, what is visible, and how it is resolved."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleanpage.metadata.claims import Source
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.read import read_claims, read_metadata, resolve_metadata
from cleanpage.metadata.visible.around_heading import dateline_of
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from tests.metadata.conftest import page_of, sure

Reader = Callable[..., Metadata]

TEXT = "<p>Six metres are missing, and on Monday the ferry came back to fill them for a while.</p>" * 3


def names(metadata: Metadata) -> list[str]:
    return [author.name for author in metadata.authors]


def test_meta_elements(read: Reader) -> None:
    metadata = read(
        """<html lang="en" dir="ltr"><head><base href="https://cdn.example/a/"><title>A bridge too short | Post</title>
        <link rel="canonical" href="https://news.example/own"><link rel="amphtml" href="amp.html">
        <meta property="og:title" content="A bridge too short"><meta name="author" content="Mira Holm">
        <meta property="og:site_name" content="The Harbour Post"><meta property="og:type" content="article">
        <meta property="article:published_time" content="2020-06-26T09:30:00Z">
        <meta property="article:modified_time" content="2020-06-27T09:30:00Z">
        <meta property="article:section" content="Coast"><meta property="article:tag" content="bridges">
        <meta property="article:tag" content="ferries"><meta property="og:image" content="b.jpg">
        <meta property="og:image:alt" content="A gap"><meta name="description" content="Six metres.">
        <meta property="article:content_tier" content="locked"><meta name="twitter:creator" content="@mira">
        </head><body></body></html>"""
    )
    assert metadata.headline == "A bridge too short"
    assert names(metadata) == ["Mira Holm"]
    assert metadata.site_name == "The Harbour Post"
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26T09:30:00+00:00"
    assert metadata.updated is not None
    assert metadata.updated.iso == "2020-06-27T09:30:00+00:00"
    assert (metadata.section, metadata.keywords) == ("Coast", ("bridges", "ferries"))
    assert metadata.main_image == "https://cdn.example/a/b.jpg"
    assert metadata.main_image_alt == "A gap"
    assert metadata.description == "Six metres."
    assert metadata.is_accessible_for_free is False
    assert (metadata.language, metadata.direction) == ("en", "ltr")
    assert metadata.canonical_url == "https://news.example/own"
    assert metadata.base_url == "https://cdn.example/a/"
    assert metadata.page_types == {"og:article"}


def test_other_vocabularies(read: Reader) -> None:
    metadata = read(
        """<meta name="citation_title" content="On bridges"><meta name="citation_author" content="Holm, Mira">
        <meta name="citation_author" content="Lind, Tove"><meta name="dc.date.issued" content="2020-06-26">
        <meta name="keywords" content="a, b"><meta name="twitter:label1" content="Time to read">
        <meta name="twitter:data1" content="3 minutes"><meta name="twitter:label2" content="Published on">
        <meta name="twitter:data2" content="June 26, 2020"><meta property="article:content_tier" content="?">
        <meta name="twitter:label3" content="By"><meta property="og:url" content="javascript:1">"""
    )
    assert names(metadata) == ["Mira Holm", "Tove Lind"]
    assert metadata.keywords == ("a", "b")
    assert metadata.is_accessible_for_free is None
    assert metadata.canonical_url is None
    assert metadata.evidence["published"].winner.source is Source.DUBLIN_CORE


def test_microdata(read: Reader) -> None:
    metadata = read(
        f"""<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">A bridge too short</h1>
        <div itemprop="author" itemscope itemtype="https://schema.org/Person">
        <a href="/by/mira"><span itemprop="name">Mira Holm</span></a></div>
        <time itemprop="datePublished" datetime="2020-06-26T09:30">Friday</time>
        <span itemprop="dateModified" content="2020-06-28"></span>{TEXT}
        <div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Nobody Else</b></div></article>"""
    )
    assert [(author.name, author.url) for author in metadata.authors] == [("Mira Holm", "https://news.example/by/mira")]
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26T09:30"
    assert metadata.updated is not None
    assert metadata.updated.iso == "2020-06-28"


def test_what_the_page_shows(read: Reader) -> None:
    metadata = read(
        f"""<html lang="en"><body><nav><a href="/">Home</a></nav><div class="kicker">Coast</div>
        <h1>A bridge too short</h1>
        <p>Six metres are missing, and nobody in the harbour office can say where they went.</p>
        <p>By <a href="/by/mira">Mira Holm</a> and <a href="/by/tove">Tove Lind</a></p>
        <p>Published June 26, 2020Updated July 29, 2020</p>{TEXT}
        <footer>© 2024 Posted 1 May 2024</footer></body></html>""",
        url="https://news.example/own",
    )
    assert metadata.headline == "A bridge too short"
    assert metadata.section == "Coast"
    assert metadata.byline == "By Mira Holm and Tove Lind"
    assert [(author.name, author.url) for author in metadata.authors] == [
        ("Mira Holm", "https://news.example/by/mira"),
        ("Tove Lind", "https://news.example/by/tove"),
    ]
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26"
    assert metadata.updated is not None
    assert metadata.updated.iso == "2020-07-29"
    assert metadata.alternative_headline == metadata.description
    assert (metadata.description or "").startswith("Six metres are missing, and nobody")
    assert set(metadata.elements) == {"headline", "alternative_headline", "byline", "published", "updated"}


def test_blocks_that_show_metadata_and_nothing_else(read: Reader) -> None:
    html = """<h1>A bridge too short</h1>
    <div><i class='author'>Mira Holm</i> <b class='date'>June 26, 2020</b> 3 Comments</div>
    <p>Long before <span class='date'>June 25, 2020</span> the ferry had stopped, and nobody in town would say why it
    had, or when it would come back, or who had asked for the bridge that had taken its place and its trade.</p>"""
    metadata = read(html + TEXT)
    assert metadata.blocks == {"headline": (0,), "byline": (1,), "published": (1,)}
    html = "<table><tr><td>A bridge too short to cross<br>By Mira Holm<br>Published: June 26, 2020<br><br>"
    metadata = read(f"<title>A bridge too short to cross</title>{html}{'Six metres are missing. ' * 40}</table>")
    assert names(metadata) == ["Mira Holm"]
    assert metadata.published is not None
    assert metadata.blocks == {"byline": (0,), "published": (0,)}


def test_published_never_falls_back_to_updated(read: Reader) -> None:
    metadata = read(f"<h1>A bridge too short</h1><p>Updated July 29, 2020</p>{TEXT}")
    assert metadata.published is None
    assert metadata.updated is not None


@pytest.mark.parametrize(
    "html",
    [
        "<span class='author'>Mira Holm</span>",
        "<a rel='author' href='/m'>Mira Holm</a>",
        "<div id='byLine'>Mira Holm</div>",
        "<p>Written by: Mira Holm</p>",
        "<p>by Mira Holm</p>",
        "<div class='author-box'><p class='author-name'>Mira Holm</p><p class='author-title'>Staff Writer</p></div>",
    ],
)
def test_marked_and_written_authors(read: Reader, html: str) -> None:
    assert names(read(f"<article><h1>A bridge too short</h1>{html}{TEXT}</article>")) == ["Mira Holm"]


def test_a_byline_far_from_the_heading_is_believed_of_what_looks_like_an_article(read: Reader) -> None:
    page = f"<article><h1>A bridge too short</h1>{TEXT * 10}<p>Written by Mira Holm</p></article>"
    page_claims = read_claims(page_of(page))
    assert names(resolve_metadata(page_claims, looks_like_article=True)) == ["Mira Holm"]
    assert names(resolve_metadata(page_claims, looks_like_article=False)) == []
    assert sure(read(page), "authors") < sure(read(page.replace(TEXT * 10, TEXT)), "authors")
    confirmed = f'<meta name="citation_author" content="Holm, Mira">{page}'
    claimed = [claim for claim in read(confirmed).claims if claim.field == "authors"]
    assert names(read(confirmed)) == ["Mira Holm"], claimed


@pytest.mark.parametrize(
    "html",
    [
        "<p>By the harbour we met on a cold day and spoke of bridges</p>",
        "<nav><span class='author'>Mira Holm</span></nav>",
        "<footer><p>By Mira Holm</p></footer>",
        TEXT * 10 + "<div class='comments'><span class='author'>Mira Holm</span><p>Written by Mira Holm</p></div>",
        TEXT * 10 + "<div><span class='author'>Mira Holm</span></div>",
        TEXT * 6 + "".join(f"<div><a class='author'>Mira Holm{letter}</a></div>" for letter in "abcdefgh"),
    ],
)
def test_authors_of_other_things(read: Reader, html: str) -> None:
    assert names(read(f"<h1>A bridge too short</h1>{html}{TEXT}")) == []


def test_co_authors_marked_one_by_one(read: Reader) -> None:
    html = "<ul><li><b class='author'>Mira Holm</b></li><li><b class='author'>Tove Lind</b></li></ul>"
    assert names(read(f"<h1>A bridge too short</h1>{html}{TEXT}")) == ["Mira Holm", "Tove Lind"]


@pytest.mark.parametrize(
    ("html", "iso"),
    [
        ("<time datetime='2020-06-26'>Friday</time>", "2020-06-26"),
        ("<time>26 June 2020</time>", "2020-06-26"),
        ("<span class='pub-date'>June 26, 2020</span>", "2020-06-26"),
        ("<p>June 26, 2020 · 3 min read</p>", "2020-06-26"),
        ("<p><span>Published:</span></p><p><time datetime='2020-06-26'></time></p>", "2020-06-26"),
        (TEXT * 12 + "<p>First published: 26 June 2020</p>", "2020-06-26"),
        (TEXT * 12 + "<time datetime='2020-06-26'>then</time>", "2020-06-26"),
        ("<p>The war of June 26, 1920 was long</p>", None),
        ("<p class='date'>no date here</p>", None),
        ("<div class='related'><time datetime='2020-06-26'>x</time></div>" * 20, None),
        (TEXT * 12 + "<time datetime='2020-06-26'>a</time><time datetime='2020-06-27'>b</time>", None),
        (TEXT * 12 + "<p>June 26, 2020. Updated: June 29, 2020</p>", "2020-06-26"),
        (TEXT * 12 + "<p>June 26, 2020 was when the list was updated</p>", None),
    ],
)
def test_visible_dates(read: Reader, html: str, iso: str | None) -> None:
    metadata = read(
        f"<html lang='en'><h1>A bridge too short</h1><p>Lead.</p>{html}{TEXT}</html>", url="https://news.example/own"
    )
    if "related" in html:
        html = TEXT * 4 + html
        metadata = read(f"<html lang='en'><h1>A bridge too short</h1>{html}</html>", url="https://news.example/own")
    assert (metadata.published.iso if metadata.published else None) == iso


@pytest.mark.parametrize(
    ("html", "iso"),
    [
        ("<div class='related'><h4>Published</h4><p>June 26, 2020</p></div>", "2020-06-26"),
        ("<div class='related'><p>Published June 26, 2020</p></div>", "2020-06-26"),
        ("<div class='related'><p>June 26, 2020</p></div>", None),
        ("<div class='related'><p>Published June 26, 2020</p><p>Published June 27, 2020</p></div>", None),
        ("<footer><p>Ashford</p><time datetime='2020-06-26'>June 26, 2020</time> by Mira Holm</footer>", "2020-06-26"),
        ("<footer><p>June 26, 2020</p></footer>", "2020-06-26"),
        ("</article><footer><p>June 26, 2020</p></footer>", None),
    ],
)
def test_dates_beside_and_under_the_article_where_there_is_no_other(read: Reader, html: str, iso: str | None) -> None:
    metadata = read(f"<html lang='en'><article><h1>A bridge too short</h1>{TEXT * 12}{html}</article></html>")
    assert (metadata.published.iso if metadata.published else None) == iso


def test_a_paragraph_that_begins_with_a_date_dates_a_page_that_says_nothing_else(read: Reader) -> None:
    metadata = read(
        f"<h1>A bridge too short</h1><p>Lisbon, (12 November 2021). {'Six metres are missing. ' * 12}</p>", None
    )
    assert metadata.published is not None
    assert metadata.published.date.isoformat() == "2021-11-12"


def test_dates_are_sought_above_the_text_of_a_page_without_a_heading(read: Reader) -> None:
    menu = "".join(f"<p>Entry {number} of the menu</p>" for number in range(60))
    event = "<p class='event'>The yard opens its gates on 3 May 2019</p>"
    prose = f"<p>{'Six metres are missing between the two halves of the bridge. ' * 4}</p>"
    metadata = read(
        f"<html lang='en'>{menu}<p>Cooper, 26 June 2020, 22:30 (read 1599 times)</p>{prose * 3}{event}</html>"
    )
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26T22:30"


@pytest.mark.parametrize(
    ("heading", "iso"),
    [
        ("<span class='date'>26.06.2020</span> A bridge too short", "2020-06-26"),
        ("A bridge too short", None),
        ("<span class='date-and-place'>The flood of 26.06.2020 took the bridge of Ashford</span>", None),
    ],
)
def test_a_date_marked_in_the_heading(read: Reader, heading: str, iso: str | None) -> None:
    metadata = read(f"<html lang='de'><h1>{heading}</h1>{TEXT}</html>")
    assert (metadata.published.iso if metadata.published else None) == iso


def test_written_by_far_from_the_heading(read: Reader) -> None:
    metadata = read(f"<html><h1>A bridge too short</h1>{TEXT * 12}<p>Written by Mira Holm</p></html>")
    assert any(claim.field == "authors" and claim.source is Source.VISIBLE for claim in metadata.claims)


def test_the_same_day_far_below_takes_nothing_from_what_the_head_says(read: Reader) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-06-26"}</script>'
        '<meta property="article:published_time" content="2020-06-26">'
    )
    days = "".join(f"<p>{month} 26, 2020</p>" for month in ("June", "May", "April"))
    alone = read(f"<html lang='en'>{head}<p>June 25, 2020</p><h1>A bridge too short</h1>{TEXT}</html>")
    repeated = read(
        f"<html lang='en'>{head}<p>June 25, 2020</p><h1>A bridge too short</h1>{TEXT * 4}{days}{TEXT}</html>"
    )
    for metadata in (alone, repeated):
        assert metadata.published is not None
        assert metadata.published.iso == "2020-06-26"
    assert sure(repeated, "published") > 0.9 * sure(alone, "published")


def test_updated_by_class(read: Reader) -> None:
    metadata = read(f"<h1>A bridge too short</h1><time class='updated' datetime='2020-06-26'></time>{TEXT}")
    assert metadata.published is None
    assert metadata.updated is not None


def test_order_of_numbers_follows_language_and_place(read: Reader) -> None:
    html = "<html lang='{}'><h1>A bridge too short</h1><time>6/7/2020</time></html>"
    for language, url, month in (
        ("en-US", "https://a.example/x", 6),
        ("en", "https://a.example/x", 6),
        ("en", "https://a.uk/x", 7),
        ("en-GB", "https://a.example/x", 7),
        ("fr", "https://a.example/x", 7),
        ("", "https://a.example/x", 6),
    ):
        published = read(html.format(language), url=url).published
        assert published is not None
        assert published.date.month == month, language


def test_the_day_in_the_url_is_a_witness(read: Reader) -> None:
    metadata = read("<h1>A bridge too short</h1>", url="https://news.example/2020/06/26/bridge")
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26"
    assert metadata.evidence["published"].winner.source is Source.URL


def test_the_heading_that_the_head_repeats_is_the_headline(read: Reader) -> None:
    headings = "<h1>The Harbour Post</h1><h1 hidden>x y</h1><h1>A bridge too short</h1>"
    assert read(f"<title>A bridge too short - Post</title>{headings}").headline == "A bridge too short"
    html = "<title>A bridge too short</title><h1>Post</h1><div class='t'>A bridge too short</div>"
    metadata = read(html + TEXT)
    assert metadata.headline == "A bridge too short"
    assert metadata.evidence["headline"].winner.path in ("div.t", "title")


def test_losers_and_confidence(read: Reader) -> None:
    head = "<meta property='og:type' content='article'><meta name='author' content='Mira Holm'>"
    alone = read(head)
    agreed = read(f"{head}<meta name='parsely-author' content='Mira Holm'>")
    assert sure(agreed, "authors") > sure(alone, "authors")
    metadata = read(
        """<meta property="article:published_time" content="2020-06-26T09:30:00Z">
        <meta name="date" content="1850-01-01"><meta property="og:published_time" content="2020-06-27">"""
    )
    evidence = metadata.evidence["published"]
    assert evidence.winner.path == "article:published_time"
    assert {claim.path for claim in evidence.losers} == {"date", "og:published_time"}
    assert 0 < sure(metadata, "published") < 1


def test_a_site_is_no_author_beside_a_person(read: Reader) -> None:
    html = """<meta property='og:site_name' content='The Harbour Post'>
    <meta name='author' content='The Harbour Post, Mira Holm'><h1>A bridge too short</h1><p>By Mira Holm</p>"""
    assert names(read(html + TEXT)) == ["Mira Holm"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("WASHINGTON — American officials said", "WASHINGTON"),
        ("LISBON (Reuters) - Scanners were", "LISBON"),
        ("Lisbon (Reuters) - Scanners were", "Lisbon"),
        ("BERLIN, June 3 (dpa) - Die", "BERLIN"),
        ("Berlin (dpa/AFP) – Die", "Berlin"),
        ("PARIS, France – The", "PARIS, France"),
        ("KYIV: The", None),
        ("The bridge — long and old — fell", None),
        ("Lisbon - the city", None),
        ("AFP — The", None),
        ("", None),
        ("NO ONE IN THIS WHOLE TOWN — knew", None),
        ("Lisbon (a city) - the", None),
        ("June 3 (dpa) - Die", None),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    assert dateline_of(text) == dateline


CODE = """
import sys
from cleanpage.page.walk import read_blocks
from cleanpage.page.dom import parse
from cleanpage.metadata.read import read_metadata

page = "<meta name='date' content='2020-06-26'><h1>A bridge too short</h1><p>Updated yesterday at 9</p>"
assert read_metadata(read_blocks(parse(page))).published
assert not {"dateparser", "json_repair"} & set(sys.modules)
"""


@pytest.mark.slow
def test_no_date_library_for_machine_readable_dates() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)


def test_a_change_comes_after_publication(read: Reader) -> None:
    metadata = read(
        """<meta property="article:published_time" content="2020-06-26">
        <meta property="article:modified_time" content="2020-06-25">"""
    )
    assert metadata.published is not None
    assert metadata.updated is None


def test_another_page_is_not_canonical(read: Reader) -> None:
    html = "<link rel='canonical' href='https://news.example/'><meta property='og:url' content='/own?a=1'>"
    assert read(html, url="https://news.example/own").canonical_url == "https://news.example/own?a=1"
    assert read(html, url="https://news.example/").canonical_url == "https://news.example/"
    assert read("<link rel='canonical' href='https://[bad'>").canonical_url is None


@pytest.mark.parametrize(
    ("html", "language", "direction"),
    [
        ("<html lang='ar'>", "ar", "rtl"),
        ("<html lang='ar' dir='ltr'>", "ar", "ltr"),
        ("<html><body dir='RTL'>", None, "rtl"),
        ("<html lang='en_US'>", "en-US", "ltr"),
        ("<html lang='english!'><meta property='og:locale' content='de_DE'>", "de-DE", "ltr"),
        ("<html>", None, "ltr"),
    ],
)
def test_language_and_direction(read: Reader, html: str, language: str | None, direction: str) -> None:
    metadata = read(html)
    assert (metadata.language, metadata.direction) == (language, direction)


def test_bombs(read: Reader) -> None:
    read("<meta name='author' content='" + "a, " * 100_000 + "'>")
    read("<meta property='og:title' content='x | y'>" * 50_000)
    read("<div class='author'>" * 3_000 + "Mira Holm" + TEXT)
    read("<div itemprop='author' class='date'>" * 3_000 + "June 26, 2020")
    read("<p class='" + "date author " * 50_000 + "'>June 26, 2020")
    read("<h1>" + "long " * 50_000 + "</h1><p>By " + "Mira Holm and " * 20_000)
    assert read("").headline is None
    assert read("<title>x</title>", url=None).headline == "x"
    assert read("<base href='//['><a rel=author href='//['>Mira Holm</a>", url="https://[bad").base_url is not None


PIECES = st.sampled_from(
    """<h1>|</h1>|<p>|</p>|<div class='author byline'>|</div>|<time datetime='|'>|<article itemscope>|</span>|By |
    Mira Holm| and |June 26, 2020|Updated |2020-06-26T09:30Z|<span itemprop='author name'>
    |<script type='application/ld+json'>|</script>
    |{"@type": "NewsArticle", "author": [|{"name": "Mira"}|]}|<meta name='author' content='|<title>|</title>
    |<meta property='article:published_time' content='|<aside class='related'>|</aside>|<html lang='th'>
    |<link rel='canonical' href='|\x00|İ|令和|&amp;|&#124;""".split("|")
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=60), st.none() | st.text(max_size=30))
def test_nothing_raises(pieces: list[str], url: str | None) -> None:
    page = read_blocks(parse("".join(pieces), url))
    metadata = read_metadata(page)
    for author in metadata.authors:
        assert author.name.strip()
        assert author.url is None or author.url.startswith("http")
    for field, evidence in metadata.evidence.items():
        assert (evidence.confidence is not None) == (field in {"headline", "authors", "published"})
        assert 0 <= (evidence.confidence or 0) <= 1
    for elements in metadata.elements.values():
        assert all(0 <= element < len(page.tags) for element in elements)
    assert read_metadata(page) == metadata
