"""Claims of JSON-LD: the node that is about this page, among all that its scripts hold."""

from collections.abc import Iterator, Sequence
from typing import Any

from cleanpage.metadata.claims import Claim, Source, folded, text_claim
from cleanpage.metadata.element_index import Survey
from cleanpage.metadata.names import author_claim
from cleanpage.metadata.sources.breadcrumbs import json_crumbs
from cleanpage.metadata.sources.json_ld_rights import access_claims, licence_claims
from cleanpage.metadata.sources.json_nodes import MAX_ITEMS, Index, Node, main_node, nodes_of, text_of, types_of, url_of
from cleanpage.metadata.sources.json_reader import read_json
from cleanpage.rules.page_types import AUTHOR_BODY_TYPES, ORGANIZATION_TYPES, PAGE_TYPES

__all__ = ["json_ld_claims"]


def json_ld_claims(survey: Survey) -> Iterator[Claim]:
    """Claims of the node about the page, then those of the page's and the site's own nodes."""
    roots = [
        (f"$script[{number}]", data)
        for number, (element, text) in enumerate(survey.page.scripts.items())
        if "ld" in (survey.page.attributes[element].get("type") or "").lower()
        for data in read_json(text)
    ]
    nodes = nodes_of(roots)
    if not nodes:
        return
    index = Index([data for _, data in roots])
    main = main_node(nodes, survey)
    for node in nodes[:MAX_ITEMS]:
        for name in node.names:
            yield Claim(
                "page_type", name, name, Source.JSON_LD if node is main else Source.JSON_LD_PAGE, f"{node.path}.@type"
            )
    if main:
        yield from node_claims(main, Source.JSON_LD if main.is_article else Source.JSON_LD_PAGE, index, survey)
    for node in nodes:
        if node is not main and node.types & PAGE_TYPES:
            yield from page_claims(node, index, survey)
        elif "breadcrumblist" in node.types:
            yield from json_crumbs(node, index, survey)
        elif node is not main and node.types & ORGANIZATION_TYPES:
            yield from text_claim("site_name", text_of(node.data.get("name")), Source.JSON_LD_PAGE, f"{node.path}.name")


TEXTS = {
    "headline": ("headline", "name"),
    "alternative_headline": ("alternativeHeadline", "alternateName"),
    "description": ("description", "abstract"),
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "updated": ("dateModified",),
    "section": ("articleSection",),
    "language": ("inLanguage",),
}
"""Field to properties, the first that is there wins."""
PAGE_FIELDS = ("headline", "description", "published", "updated", "language")


def node_claims(node: Node, source: Source, index: Index, survey: Survey) -> Iterator[Claim]:
    """All claims of the node about the page."""
    yield from text_claims(node, source, tuple(TEXTS))
    yield from author_claims(node, source, index, survey)
    yield from keyword_claims(node, source)
    for key in ("publisher", "isPartOf", "sourceOrganization"):
        publisher = index.resolve(first(node.data.get(key)))
        # An article is part of its page as often as of its site.
        if isinstance(publisher, dict) and not any(
            name.lower() in PAGE_TYPES - {"website"} for name in types_of(publisher)
        ):
            yield from text_claim("site_name", text_of(publisher.get("name")), source, f"{node.path}.{key}.name")
    yield from image_claims(node, source, index, survey)
    yield from access_claims(node, source)
    yield from licence_claims(node, source, index, survey)
    yield from body_claims(node, source)


def body_claims(node: Node, source: Source) -> Iterator[Claim]:
    """The claim of the body. What stands there is kept whole: its line breaks part paragraphs."""
    for key in ("articleBody", "text"):
        text = text_of(node.data.get(key))
        if text and text.strip():
            body = unescaped(text)
            yield Claim("article_body", folded(body), body, source, f"{node.path}.{key}")
            return


def page_claims(node: Node, index: Index, survey: Survey) -> Iterator[Claim]:
    """Claims of a node of the page as such, or of the site."""
    if "website" in node.types:
        yield from text_claim("site_name", text_of(node.data.get("name")), Source.JSON_LD_PAGE, f"{node.path}.name")
        return
    yield from text_claims(node, Source.JSON_LD_PAGE, PAGE_FIELDS)
    yield from author_claims(node, Source.JSON_LD_PAGE, index, survey)
    yield from access_claims(node, Source.JSON_LD_PAGE)
    yield from licence_claims(node, Source.JSON_LD_PAGE, index, survey)


def text_claims(node: Node, source: Source, fields: Sequence[str]) -> Iterator[Claim]:
    """Claims of the properties that are texts."""
    for field in fields:
        for key in TEXTS[field]:
            text = text_of(node.data.get(key))
            if text and text.strip():
                yield from text_claim(field, unescaped(text), source, f"{node.path}.{key}")
                break


def unescaped(text: str) -> str:
    """`text` without HTML's character references, which have no meaning in JSON but are there."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def first(value: Any) -> Any:
    """The first item of a list, or the value itself."""
    return (value[0] if value else None) if isinstance(value, list) else value


def author_claims(node: Node, source: Source, index: Index, survey: Survey) -> Iterator[Claim]:
    """The claim of `author`, else of `creator`: texts, people, bodies and references, alone or in lists."""
    for key in ("author", "creator"):
        value = node.data.get(key)
        items = [index.resolve(item) for item in (value if isinstance(value, list) else [value])[:MAX_ITEMS]]
        people = [each for item in items for each in person(item)]
        types = {name.lower() for item in items if isinstance(item, dict) for name in types_of(item)}
        note = "person" if "person" in types else "body" if types & AUTHOR_BODY_TYPES else ""
        claims = list(author_claim(people, source, f"{node.path}.{key}", survey.absolute, note=note))
        if claims:
            yield from claims
            return


def person(item: Any) -> list[tuple[str, str | None]]:
    """Texts and URLs of one item of `author`."""
    if isinstance(item, str):
        return [(item, None)]
    if not isinstance(item, dict):
        return []
    names = item.get("name")
    url = url_of(item.get("url")) or url_of(item.get("sameAs")) or None
    texts = [name for name in (names if isinstance(names, list) else [names])[:MAX_ITEMS] if isinstance(name, str)]
    if not texts and isinstance(item.get("givenName"), str) and isinstance(item.get("familyName"), str):
        texts = [f"{item['givenName']} {item['familyName']}"]
    return [(text, url if len(texts) == 1 else None) for text in texts]


def keyword_claims(node: Node, source: Source) -> Iterator[Claim]:
    """The claim of `keywords`: a list, or one text with commas."""
    value = node.data.get("keywords")
    items = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    texts = [text_of(item) for item in items[:500]]
    keywords = tuple(dict.fromkeys(unescaped(folded(text)) for text in texts if text and text.strip()))
    if keywords:
        yield Claim("keywords", keywords, folded(str(value)), source, f"{node.path}.keywords")


def picture_of(value: Any) -> str | None:
    """The URL of an image, or the URL itself: an `@id` is none that shows a picture."""
    if isinstance(value, dict):
        value = first(value.get("url")) or first(value.get("contentUrl"))
    return value if isinstance(value, str) else None


def image_claims(node: Node, source: Source, index: Index, survey: Survey) -> Iterator[Claim]:
    """The claim of the first image, and what is known of it."""
    for key in ("image", "thumbnailUrl"):
        inline = first(node.data.get(key))
        image = index.resolve(inline)
        raw = picture_of(image)
        url = survey.absolute(raw)
        if not url:
            continue
        yield Claim("main_image", url, raw or "", source, f"{node.path}.{key}")
        if isinstance(image, dict) and image is inline:  # of other nodes, the captions are mostly names of files
            yield from text_claim(
                "main_image_caption", text_of(image.get("caption")), source, f"{node.path}.{key}.caption"
            )
            credit = text_of(image.get("creditText")) or text_of(image.get("author"))
            yield from text_claim("main_image_credit", credit, source, f"{node.path}.{key}.creditText")
        return
