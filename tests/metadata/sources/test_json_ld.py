import json
from collections.abc import Callable
from typing import Any

import pytest

from cleanpage.metadata.claims import Source
from cleanpage.metadata.metadata import Metadata

Reader = Callable[..., Metadata]


def page(*data: Any, head: str = "", body: str = "<h1>A bridge too short</h1>") -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in data)
    return f"<html><head>{head}{scripts}</head><body>{body}</body></html>"


ARTICLE = {"@type": "NewsArticle", "headline": "A bridge too short", "datePublished": "2020-06-26T09:30:00+02:00"}


def names(metadata: Metadata) -> list[str]:
    return [author.name for author in metadata.authors]


def test_an_article_with_everything(read: Reader) -> None:
    metadata = read(
        page(
            {
                **ARTICLE,
                "@context": "https://schema.org",
                "alternativeHeadline": "What the ferry leaves",
                "description": "Six metres are missing &amp; nobody knows why.",
                "dateModified": "2020-06-27",
                "author": [{"@type": "Person", "name": "Mira Holm", "url": "/by/mira"}, "Tove Lind"],
                "publisher": {"@type": "Organization", "name": "The Harbour Post"},
                "articleSection": ["Coast", "Home"],
                "keywords": "bridges, ferries,,bridges",
                "inLanguage": "en-GB",
                "isAccessibleForFree": "False",
                "image": {"url": "/a.jpg", "caption": "The gap.", "creditText": "Ida Berg"},
                "articleBody": "Six metres are missing.",
            }
        )
    )
    assert metadata.headline == "A bridge too short"
    assert metadata.alternative_headline == "What the ferry leaves"
    assert metadata.description == "Six metres are missing & nobody knows why."
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26T09:30:00+02:00"
    assert metadata.updated is not None
    assert metadata.updated.iso == "2020-06-27"
    assert [(author.name, author.url) for author in metadata.authors] == [
        ("Mira Holm", "https://news.example/by/mira"),
        ("Tove Lind", None),
    ]
    assert metadata.site_name == "The Harbour Post"
    assert metadata.section == "Coast"
    assert metadata.keywords == ("bridges", "ferries")
    assert metadata.language == "en-GB"
    assert metadata.is_accessible_for_free is False
    assert metadata.main_image == "https://news.example/a.jpg"
    assert metadata.main_image_caption == "The gap."
    assert metadata.main_image_credit == "Ida Berg"
    assert metadata.page_types == {"newsarticle"}
    body = next(claim for claim in metadata.claims if claim.field == "article_body")
    assert (body.value, body.source, body.path) == ("Six metres are missing.", Source.JSON_LD, "$script[0].articleBody")


@pytest.mark.parametrize(
    "author",
    [
        "Mira Holm",
        ["Mira Holm"],
        {"name": "Mira Holm"},
        {"@type": "Person", "name": ["Mira Holm"]},
        {"@type": "Person", "givenName": "Mira", "familyName": "Holm"},
        [{"@id": "#mira"}],
    ],
)
def test_authors_in_all_forms(read: Reader, author: Any) -> None:
    people = {"@graph": [{"@type": "Person", "@id": "#mira", "name": "Mira Holm"}]}
    assert names(read(page({**ARTICLE, "author": author}, people))) == ["Mira Holm"]


@pytest.mark.parametrize("author", [None, 7, {}, [], {"@id": "#nobody"}, {"name": None}, [[["Mira Holm"]]]])
def test_no_author(read: Reader, author: Any) -> None:
    assert names(read(page({**ARTICLE, "author": author}))) == []


def test_creator_stands_in_for_author(read: Reader) -> None:
    assert names(read(page({**ARTICLE, "creator": "Mira Holm"}))) == ["Mira Holm"]


def test_references_may_go_round_in_circles(read: Reader) -> None:
    circle = {"@type": "NewsArticle", "@id": "#a", "author": {"@id": "#a"}, "mainEntity": {"@id": "#a"}}
    assert names(read(page(circle))) == []


def test_of_several_articles_the_one_about_the_page(read: Reader) -> None:
    other = {"@type": "NewsArticle", "headline": "Another story altogether", "datePublished": "2019-01-01", "url": "/x"}
    metadata = read(page([other, {"@graph": [ARTICLE]}, other]))
    assert metadata.published is not None
    assert metadata.published.date.year == 2020


def test_the_url_tells_which_article_is_meant(read: Reader) -> None:
    first = {"@type": "Article", "datePublished": "2019-01-01", "url": "https://news.example/other"}
    second = {
        "@type": "Article",
        "datePublished": "2020-06-26",
        "mainEntityOfPage": {"@id": "https://news.example/own/"},
    }
    metadata = read(page(first, second, body=""), url="http://news.example/own?x=1#y")
    assert metadata.published is not None
    assert metadata.published.iso == "2020-06-26"


def test_the_page_and_its_site(read: Reader) -> None:
    metadata = read(
        page(
            {
                "@type": "WebPage",
                "name": "Bridges of the coast",
                "datePublished": "2020-06-26",
                "author": {"name": "Mira Holm"},
            },
            {"@type": "WebSite", "name": "The Harbour Post"},
            {"@type": "Organization", "name": "Harbour Press"},
            body="",
        )
    )
    assert metadata.headline == "Bridges of the coast"
    assert metadata.site_name == "The Harbour Post"
    assert {claim.source for claim in metadata.claims if claim.field == "headline"} == {Source.JSON_LD_PAGE}


def test_a_product_is_no_article(read: Reader) -> None:
    metadata = read(
        page({"@type": ["Product", 3], "name": "A very long rope", "keywords": [{"name": "rope"}], "image": ["/r.png"]})
    )
    assert metadata.page_types == {"product"}
    assert metadata.keywords == ("rope",)
    assert metadata.main_image == "https://news.example/r.png"


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        7,
        "text",
        None,
        {"@type": 7},
        {"@type": []},
        {"@type": "Article", "headline": {"@value": "A bridge"}, "image": [], "publisher": [], "keywords": 7},
        {"@type": "Article", "headline": 7, "image": {"url": "//["}, "publisher": {"name": {}}, "keywords": [None, ""]},
        {"@graph": {"@graph": {"@graph": "x"}}},
    ],
)
def test_odd_data_is_passed_over(read: Reader, data: Any) -> None:
    assert read(page(data)).headline in ("A bridge too short", "A bridge", "7")


def test_depth_and_breadth_are_bounded(read: Reader) -> None:
    deep: Any = ARTICLE
    for _ in range(400):
        deep = {"@graph": [deep]}
    assert read(page(deep)).published is None
    assert read(page([ARTICLE] * 3_000)).published is not None


def test_other_scripts_are_not_read(read: Reader) -> None:
    html = f'<script type="application/json">{json.dumps(ARTICLE)}</script><script>{json.dumps(ARTICLE)}</script>'
    assert read(html).published is None


@pytest.mark.parametrize(
    "media_type", ["application/ld+json; charset=utf-8", " Application/LD+JSON ;charset=UTF-8", "application/ld+json;"]
)
def test_a_media_type_with_parameters(read: Reader, media_type: str) -> None:
    metadata = read(f'<script type="{media_type}">{json.dumps(ARTICLE)}</script><h1>Another heading</h1>')
    assert metadata.evidence["published"].winner.source is Source.JSON_LD


@pytest.mark.parametrize("media_type", ["text/javascript; application/ld+json", "application/ld+jsonp", "", ";"])
def test_a_script_of_another_media_type_is_code(read: Reader, media_type: str) -> None:
    metadata = read(f'<script type="{media_type}">{json.dumps(ARTICLE)}</script><h1>Another heading</h1>')
    assert metadata.published is None
