"""Claims of microdata (`itemprop`) and RDFa (`property`) on the elements of the page."""

from collections.abc import Iterator, Mapping

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.names import author_claim
from cleanpage.rules.page_types import CONTENT_PARTS, NO_CONTENT_PARTS

__all__ = ["microdata_claims"]

PROPERTIES: Mapping[str, str] = {
    "headline": "headline",
    "name": "headline",
    "title": "headline",
    "alternativeheadline": "alternative_headline",
    "description": "description",
    "datepublished": "published",
    "published-date": "published",
    "datecreated": "published",
    "created": "published",
    "issued": "published",
    "datemodified": "updated",
    "modified": "updated",
    "articlesection": "section",
    "author": "authors",
    "creator": "authors",
}
"""Last part of a property's name to field."""
MAX_AUTHOR, MAX_VALUE = 150, 1_000
MAX_SCOPES = 100
"""Ancestors among which the item of a property is sought."""
OWN_SCOPE = frozenset({"name", "title", "description", "created"})
"""Properties that mean something only inside a typed item that is the page's content."""


def microdata_claims(layout: Layout) -> Iterator[Claim]:
    """Claims of properties of the page's own item, in document order."""
    survey = layout.survey
    scopes: dict[int, bool] = {}
    authors: list[tuple[str, str | None]] = []
    author_elements: list[int] = []
    for element, names in layout.near.properties:
        for name in names.lower().split():
            key = name.rsplit(":", 1)[-1].rsplit("/", 1)[-1]
            field = PROPERTIES.get(key)
            if not field or layout.is_foreign(element) or not in_content(layout, element, key, scopes):
                continue
            if field == "authors":
                authors += people(layout, element)
                author_elements.append(element)
                continue
            raw = value_of(layout, element)
            yield from text_claim(field, raw, Source.MICRODATA, layout.path(element), (element,))
    if authors:
        paths = layout.path(author_elements[0])
        yield from author_claim(authors, Source.MICRODATA, paths, survey.absolute, tuple(author_elements))


def in_content(layout: Layout, element: int, key: str, scopes: dict[int, bool]) -> bool:
    """Whether the item that `element` is a property of is the page's content."""
    attributes, parents = layout.page.attributes, layout.page.parents
    scope = parents[element]
    for _ in range(MAX_SCOPES):
        if scope < 0 or "itemscope" in attributes[scope] or "typeof" in attributes[scope]:
            break
        scope = parents[scope]
    if scope < 0:
        return key not in OWN_SCOPE
    if scope not in scopes:
        kind = (attributes[scope].get("itemtype") or attributes[scope].get("typeof") or "").lower()
        kind = kind.rstrip("/").rsplit("/", 1)[-1]
        scopes[scope] = not any(part in kind for part in NO_CONTENT_PARTS) and any(
            part in kind for part in CONTENT_PARTS
        )
        if kind == "" and key not in OWN_SCOPE:
            return True
    return scopes[scope] and layout.is_own_item(scope)


def value_of(layout: Layout, element: int) -> str:
    """The value of a property, by the rules of microdata."""
    attributes = layout.page.attributes[element]
    for name in ("content", "datetime"):
        if value := attributes.get(name):
            return value
    return layout.text(element)[:MAX_VALUE]


def people(layout: Layout, element: int) -> list[tuple[str, str | None]]:
    """Text and URL of an author property: its `name` inside, or its own text."""
    page = layout.page
    url = page.attributes[element].get("href")
    inside = range(element + 1, min(page.ends[element], element + 200))
    url = url or next((page.attributes[e].get("href") for e in inside if page.tags[e] == "a"), None)
    names = [
        e
        for e in inside
        if "name" in (page.attributes[e].get("itemprop") or page.attributes[e].get("property") or "").lower().split(":")
    ]
    texts = [value_of(layout, e) for e in names] or [
        page.attributes[element].get("content") or layout.lines(element)[:MAX_VALUE]
    ]
    return [(text, url if len(texts) == 1 else None) for text in texts if len(text) <= MAX_AUTHOR]
