"""Renders an article with the names and formats of Zyte's article schema."""

from typing import Any

from cleanpage.article import Article, Author, Breadcrumb, Timestamp
from cleanpage.render.html import blocks_html

__all__ = ["to_zyte"]


def to_zyte(article: Article) -> dict[str, Any]:
    """The article as an item of Zyte's article schema, as `zyte_common_items.Article.from_dict` reads it.

    What the article does not have is left out; so is `url`, which the schema requires, where the URL of the page is not
    known. Dates are in the one format that the schema has: a date without a time gets midnight, a month its first day.
    Other than in Zyte's own items, `datePublished` is never taken from `dateModified`.
    """
    published, updated = article.published, article.updated
    data: dict[str, Any] = {
        "url": article.url or article.canonical_url,
        "canonicalUrl": article.canonical_url,
        "headline": article.headline,
        "datePublished": moment(published) if published else None,
        "datePublishedRaw": published.raw if published else None,
        "dateModified": moment(updated) if updated else None,
        "dateModifiedRaw": updated.raw if updated else None,
        "authors": [author_item(author, article.byline) for author in article.authors],
        "breadcrumbs": [breadcrumb_item(step) for step in article.breadcrumbs],
        "inLanguage": (article.language or "").partition("-")[0].lower(),
        "mainImage": {"url": article.main_image.url} if article.main_image else None,
        "images": [{"url": image.url} for image in article.images],
        "description": article.description,
        "articleBody": article.text,
        "articleBodyHtml": f"<article>\n{blocks_html(article.body)}\n</article>" if article.body else None,
    }
    return {name: value for name, value in data.items() if value}


def moment(stamp: Timestamp) -> str:
    """`YYYY-MM-DDThh:mm:ss`, with `Z` or the offset where the page gives one."""
    if stamp.datetime is None:
        return f"{stamp.date.isoformat()}T00:00:00"
    return stamp.datetime.isoformat(timespec="seconds").replace("+00:00", "Z")


def author_item(author: Author, byline: str | None) -> dict[str, str]:
    """A name, the text that it stands in, and the URL."""
    raw = byline if byline and author.name.casefold() in byline.casefold() else author.name
    return {"name": author.name, "nameRaw": raw, **({"url": author.url} if author.url else {})}


def breadcrumb_item(step: Breadcrumb) -> dict[str, str]:
    """A name and a URL."""
    return {"name": step.name, **({"url": step.url} if step.url else {})}
