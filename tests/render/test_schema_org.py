"""JSON-LD with the vocabulary of schema.org."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest

import cleanpage
from cleanpage import Article, Image, Outcome, OutcomeKind
from cleanpage.render.schema_org import to_schema_org
from tests.fixture_cases import fixture_case, fixture_cases
from tests.full_article import FULL_ARTICLE

# The properties of each type, and of the types above it, that schema.org (release 29) defines and we use.
THING = "alternateName description identifier image mainEntityOfPage name sameAs url"
WORK = (
    f"{THING} abstract alternativeHeadline author creditText dateModified datePublished hasPart headline inLanguage "
    "isAccessibleForFree keywords license publisher thumbnailUrl timeRequired"
)
PROPERTIES = {
    "Article": f"{WORK} articleBody articleSection wordCount",
    "BlogPosting": f"{WORK} articleBody articleSection wordCount",
    "NewsArticle": f"{WORK} articleBody articleSection wordCount dateline",
    "WebPage": f"{WORK} breadcrumb",
    "WebPageElement": f"{WORK} cssSelector xpath",
    "BreadcrumbList": f"{THING} itemListElement itemListOrder numberOfItems",
    "ListItem": f"{THING} item position",
    "ImageObject": f"{WORK} caption contentUrl",
    "Person": f"{THING} familyName givenName jobTitle",
    "Organization": f"{THING} logo",
}
OUTCOME = Outcome(kind=OutcomeKind.ARTICLE, reason="test")


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All nodes with a type in JSON-LD."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes(one)


def assert_valid(data: dict[str, Any]) -> None:
    assert data["@context"] == "https://schema.org"
    assert json.loads(json.dumps(data)) == data
    for node in nodes(data):
        known = set(PROPERTIES[node["@type"]].split()) | {"@type", "@id"}
        assert node.keys() - known - {"@context"} == set()
        assert [name for name, value in node.items() if value in (None, "", [], {})] == []
    for name in ("datePublished", "dateModified"):
        if len(data.get(name, "")) > 7:
            dt.datetime.fromisoformat(data[name])


def test_everything() -> None:
    data = to_schema_org(FULL_ARTICLE)
    assert_valid(data)
    assert data["@type"] == "NewsArticle"
    assert data["url"] == "https://e.example/story"
    assert (data["datePublished"], data["dateModified"]) == ("2020-06-26T12:00:00+00:00", "2020-06")
    assert [(author["@type"], author["name"]) for author in data["author"]] == [
        ("Person", "Mira Holm"),
        ("Organization", "Reuters"),
        ("Organization", "The Post"),
    ]
    assert data["mainEntityOfPage"] == {
        "@type": "WebPage",
        "@id": "https://e.example/story",
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://e.example/"},
                {"@type": "ListItem", "position": 2, "name": "Coast"},
            ],
        },
    }
    assert data["isAccessibleForFree"] is False
    assert data["hasPart"] == {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".locked"}
    assert [image["url"][-8:] for image in data["image"]] == ["boat.jpg", "pier.jpg"]
    assert data["image"][0]["creditText"] == "Ida Berg"
    assert (data["wordCount"], data["timeRequired"], data["dateline"]) == (FULL_ARTICLE.word_count, "PT1M", "LISBON")


def test_other_types() -> None:
    data = to_schema_org(FULL_ARTICLE, article_type="BlogPosting")
    assert_valid(data)
    assert "dateline" not in data


def test_what_is_not_known_is_left_out() -> None:
    data = to_schema_org(Article(outcome=OUTCOME))
    assert data == {"@context": "https://schema.org", "@type": "NewsArticle", "wordCount": 0}
    only_image = Article(outcome=OUTCOME, images=(Image(url="https://e.example/2.jpg"),))
    assert to_schema_org(only_image)["image"] == [{"@type": "ImageObject", "url": "https://e.example/2.jpg"}]


@pytest.mark.parametrize("name", [case.name for case in fixture_cases()])
def test_fixtures(name: str) -> None:
    case = fixture_case(name)
    assert_valid(to_schema_org(cleanpage.extract(case.page.read_bytes(), url=case.url)))


def test_what_was_written_is_read_again() -> None:
    """Our own JSON-LD, put on a page, gives the same metadata."""
    script = f'<script type="application/ld+json">{json.dumps(to_schema_org(FULL_ARTICLE))}</script>'
    again = cleanpage.extract(f"<title>x</title>{script}", url="https://e.example/story")
    for field in ("headline", "alternative_headline", "section", "keywords", "breadcrumbs", "license", "language"):
        assert getattr(again, field) == getattr(FULL_ARTICLE, field), field
    assert (again.paywall_selector, again.is_accessible_for_free) == (".locked", False)
    assert again.date_published == FULL_ARTICLE.date_published
