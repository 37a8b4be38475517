"""Renders an article as JSON-LD with the vocabulary of schema.org."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from cleanpage.article import Article, Author, Image
from cleanpage.rules.name_words import AGENCIES, NEWSROOM_WORDS

__all__ = ["ArticleType", "to_schema_org"]

ArticleType = Literal["NewsArticle", "Article", "BlogPosting"]


def to_schema_org(article: Article, *, article_type: ArticleType = "NewsArticle") -> dict[str, Any]:
    """The article as JSON-LD with the vocabulary of schema.org: plain data for `json.dumps`.

    What the article does not have is left out. Dates are in ISO 8601, to the page's own precision. Authors that are
    news agencies, newsrooms or the site itself are of the type `Organization`, all others of the type `Person`.

    Args:
        article: The article.
        article_type: Its `@type`. `dateline` is a property of `NewsArticle` alone.
    """
    address = article.canonical_url or article.url
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": article_type,
        "url": address,
        "mainEntityOfPage": page_node(article, address),
        "headline": article.headline,
        "alternativeHeadline": article.alternative_headline,
        "description": article.description,
        "author": [author_node(author, article.site_name) for author in article.authors],
        "datePublished": article.date_published,
        "dateModified": article.date_modified,
        "dateline": article.dateline if article_type == "NewsArticle" else None,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "image": [image_node(image) for image in images_of(article)],
        "publisher": node("Organization", name=article.site_name) if article.site_name else None,
        "inLanguage": article.language,
        "isAccessibleForFree": article.is_accessible_for_free,
        "hasPart": paywalled_part(article),
        "license": article.license,
        "wordCount": article.word_count,
        "timeRequired": f"PT{article.reading_minutes}M" if article.reading_minutes else None,
        "articleBody": article.text,
    }
    return {name: value for name, value in data.items() if is_said(value)}


def is_said(value: object) -> bool:
    """Whether a value says anything; False and 0 do."""
    return value not in (None, "", []) and value != {}


def node(kind: str, **properties: Any) -> dict[str, Any]:
    """A node of that type with the properties that have a value."""
    return {"@type": kind, **{name: value for name, value in properties.items() if is_said(value)}}


def page_node(article: Article, address: str | None) -> Mapping[str, Any] | None:
    """The page that the article is on, with its breadcrumbs."""
    steps = [
        node("ListItem", position=position, name=step.name, item=step.url)
        for position, step in enumerate(article.breadcrumbs, 1)
    ]
    way = node("BreadcrumbList", itemListElement=steps) if steps else None
    page = node("WebPage", breadcrumb=way)
    if address:
        page["@id"] = address
    return page if len(page) > 1 else None


def author_node(author: Author, site_name: str | None) -> Mapping[str, Any]:
    """A person, or a body that signs like one."""
    words = author.name.casefold().replace(",", " ").split()
    is_body = author.name == site_name or any(word in AGENCIES or word in NEWSROOM_WORDS for word in words)
    return node("Organization" if is_body else "Person", name=author.name, url=author.url)


def images_of(article: Article) -> Iterator[Image]:
    """The main image, then the others."""
    if article.main_image:
        yield article.main_image
    yield from (image for image in article.images if not article.main_image or image.url != article.main_image.url)


def image_node(image: Image) -> Mapping[str, Any]:
    """An image with what is said of it; its alternative text is its `name`."""
    return node("ImageObject", url=image.url, caption=image.caption, creditText=image.credit, name=image.alt)


def paywalled_part(article: Article) -> Mapping[str, Any] | None:
    """What stands behind the paywall, as search engines want it marked."""
    if not article.paywall_selector:
        return None
    return node("WebPageElement", isAccessibleForFree=False, cssSelector=article.paywall_selector)
