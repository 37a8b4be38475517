"""The founding page: a news story saved as Markdown with raw HTML left in it, and its twin written for this project.

The founding page lies beside the repository, in `../shared/seeds`, and is not ours to copy; where it is missing, its
twin `founding-traps` stands in: every assertion below is made on both.

What is true of the body is read from the page itself by `story_of`, a reader of twenty lines that knows this one form
(paragraphs of Markdown between the raw tags of `articleBody`) and shares no code with cleanpage.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import cleanpage
from cleanpage import Article, Author, Image, Link
from cleanpage.article import Paragraph, Precision
from tests.fixture_cases import FIXTURES

SEED = Path(__file__).parents[2] / "shared" / "seeds" / "news-article.md"

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")

BOILERPLATE = (
    "Advertisement",
    "Continue reading",
    "Supported by",
    "Credit...",
    "Sections",
    "SEARCH",
    "Skip to",
    "Published ",
    "Updated ",
    "Site Index",
    "Site Information Navigation",
    "Contact Us",
    "Terms of",
    "Subscriptions",
    "©",
)


@dataclass(frozen=True, slots=True)
class FoundingPage:
    """A page of this form and what is true of it."""

    path: Path
    headline: str
    description: str
    section: str
    dateline: str
    byline: str
    authors: tuple[tuple[str, str], ...]
    published: str
    updated: str
    images: tuple[tuple[str, str], ...]
    """The end of each caption, and the credit."""
    paragraphs: int
    words: int
    links: int
    first: str
    last: str


FOUNDING_PAGE = FoundingPage(
    path=SEED,
    headline="Russia Secretly Offered Afghan Militants Bounties to Kill U.S. Troops, Intelligence Says",
    description="The Trump administration has been deliberating",
    section="Politics",
    dateline="WASHINGTON",
    byline="By Charlie Savage, Eric Schmitt and Michael Schwirtz",
    authors=(
        ("Charlie Savage", "https://www.nytimes.com/by/charlie-savage"),
        ("Eric Schmitt", "https://www.nytimes.com/by/eric-schmitt"),
        ("Michael Schwirtz", "https://www.nytimes.com/by/michael-schwirtz"),
    ),
    published="2020-06-26",
    updated="2020-07-29",
    images=(
        ("intelligence officials found.", "Jim Huylebroek for The New York Times"),
        ("2016 election.", "Kirill Kallinikov/Host Photo Agency, via Getty Images"),
    ),
    paragraphs=32,
    words=1482,
    links=16,
    first="WASHINGTON — American intelligence officials",
    last="Mujib Mashal contributed reporting from Kabul, Afghanistan.",
)

TWIN = FoundingPage(
    path=FIXTURES / "founding-traps" / "page.md",
    headline="Portugal’s Ports Switched Off Their Scanners at Night for Years, Auditors Say",
    description="The Finance Ministry has known since autumn",
    section="Europe",
    dateline="LISBON",
    byline="By Helena Vasques, Tomas Aldridge and Ingrid Sollund",
    authors=(
        ("Helena Vasques", "https://www.meridian-ledger.example/by/helena-vasques"),
        ("Tomas Aldridge", "https://www.meridian-ledger.example/by/tomas-aldridge"),
        ("Ingrid Sollund", "https://www.meridian-ledger.example/by/ingrid-sollund"),
    ),
    published="2021-03-03",
    updated="2021-03-09",
    images=(
        ("auditors found.", "Duarte Mexia for The Meridian Ledger"),
        ("2019 inspections.", "Rui Salgado/Costa Press Agency, via Lusoimagem"),
    ),
    paragraphs=32,
    words=1310,
    links=16,
    first="LISBON — Customs scanners at Portugal’s two largest ports",
    last="Lena Østby contributed reporting from Brussels.",
)


@pytest.fixture(params=[pytest.param(FOUNDING_PAGE, id="seed"), pytest.param(TWIN, id="founding-traps")])
def page(request: pytest.FixtureRequest) -> FoundingPage:
    page: FoundingPage = request.param
    if page is FOUNDING_PAGE and not page.path.exists():
        pytest.skip(f"{page.path} is kept outside the repository; founding-traps makes the same assertions")
    return page


@pytest.fixture
def article(page: FoundingPage) -> Article:
    return extracted(page)


@cache
def extracted(page: FoundingPage) -> Article:
    return cleanpage.extract(page.path.read_bytes())


def story_of(page: FoundingPage) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each paragraph of the story, with the URL and text of its links."""
    source = page.path.read_text(encoding="utf-8")
    body = source[source.index('name="articleBody"') : source.index('id="bottom-')]
    chunks = [" ".join(chunk.split()) for chunk in body.split("\n\n")[1:]]
    prose = [chunk for chunk in chunks if not chunk.startswith(("<", "!["))]
    return [
        (_LINK.sub(r"\1", chunk).replace("*", ""), [(url, text) for text, url in _LINK.findall(chunk)])
        for chunk in prose
    ]


def test_headline(page: FoundingPage, article: Article) -> None:
    assert article.headline == page.headline


def test_description(page: FoundingPage, article: Article) -> None:
    assert (article.description or "").startswith(page.description)


def test_section(page: FoundingPage, article: Article) -> None:
    assert article.section == page.section


def test_dateline(page: FoundingPage, article: Article) -> None:
    assert article.dateline == page.dateline


def test_byline(page: FoundingPage, article: Article) -> None:
    assert article.byline == page.byline


def test_authors(page: FoundingPage, article: Article) -> None:
    assert article.authors == tuple(Author(name=name, url=url) for name, url in page.authors)


def test_dates_are_of_day_precision(page: FoundingPage, article: Article) -> None:
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.iso, article.published.precision) == (page.published, Precision.DAY)
    assert (article.updated.iso, article.updated.precision) == (page.updated, Precision.DAY)
    assert article.published.datetime is article.updated.datetime is None


def test_paragraphs_are_those_of_the_story(page: FoundingPage, article: Article) -> None:
    assert list(article.paragraphs) == [text for text, _ in story_of(page)]


def test_paragraphs_are_as_many_as_the_issue_counts(page: FoundingPage, article: Article) -> None:
    assert len(article.paragraphs) == page.paragraphs
    assert sum(len(text.split()) for text in article.paragraphs) == page.words
    assert article.word_count == page.words


def test_first_and_last_paragraph(page: FoundingPage, article: Article) -> None:
    assert article.paragraphs[0].startswith(page.first)
    assert article.paragraphs[-1] == page.last


def test_no_boilerplate_in_the_text(page: FoundingPage, article: Article) -> None:
    captions_and_credits = [ending for image in page.images for ending in image]
    assert [words for words in (*BOILERPLATE, *captions_and_credits) if words in article.text] == []


def test_images_have_caption_and_credit_apart(page: FoundingPage, article: Article) -> None:
    def ending(image: Image, caption: str) -> str:
        return (image.caption or "")[-len(caption) :]

    assert len(article.images) == len(page.images)
    pairs = zip(article.images, page.images, strict=True)
    assert [(ending(image, caption), image.credit) for image, (caption, _) in pairs] == list(page.images)
    assert len(article.captions) == len(page.images)
    assert [caption for caption in article.captions if "Credit" in caption or "<" in caption] == []


def test_links_stand_in_their_paragraphs(page: FoundingPage, article: Article) -> None:
    def paragraph(link: Link) -> str:
        block = article.body[link.block]
        assert isinstance(block, Paragraph)
        return block.text

    found = [(link.url, link.text, paragraph(link)) for link in article.links]
    assert len(found) == page.links
    assert found == [(url, text, paragraph) for paragraph, links in story_of(page) for url, text in links]
