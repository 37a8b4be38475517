"""Claims of JSON-LD: the node that is about this page, among all that its scripts hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cleanpage.metadata.claims import Claim, Source, folded, text_claim
from cleanpage.metadata.json_reader import read_json
from cleanpage.metadata.names import author_claim
from cleanpage.metadata.survey import Survey
from cleanpage.metadata.titles import same_words

__all__ = ["json_ld_claims"]

MAX_NODES = 5_000
MAX_DEPTH = 12
MAX_ITEMS = 100
DESCENDED = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate", "@included")
"""Properties whose nodes may be about the page itself; what hangs on others is about something else."""
OTHER_CONTENT = frozenset(
    "product recipe event qapage question howto course dataset softwareapplication webapplication book movie "
    "videoobject podcastepisode audioobject review creativework musicalbum imagegallery apartmentcomplex "
    "singlefamilyresidence learningresource productgroup individualproduct".split()
)
PAGES = frozenset(
    "webpage itempage collectionpage aboutpage contactpage profilepage medicalwebpage searchresultspage checkoutpage "
    "realestatelisting website".split()
)
ORGANIZATIONS = frozenset("organization newsmediaorganization corporation".split())


@dataclass(frozen=True, slots=True)
class Node:
    """A node of JSON-LD and the path to it."""

    data: dict[str, Any]
    path: str
    types: frozenset[str]
    """Lower-cased, without namespace."""
    names: tuple[str, ...]
    """The types as they stand, without namespace."""

    @property
    def is_article(self) -> bool:
        """Whether it is an article or a posting."""
        return any(t.endswith(("article", "posting")) or t in ("report", "scholarlyarticle", "blog post") for t in self.types)


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
    for node in nodes:
        for name in node.names:
            yield Claim("page_type", name, name, Source.JSON_LD if node is main else Source.JSON_LD_PAGE, f"{node.path}.@type")
    if main:
        yield from node_claims(main, Source.JSON_LD if main.is_article else Source.JSON_LD_PAGE, index, survey)
    for node in nodes:
        if node is not main and node.types & PAGES:
            yield from page_claims(node, index, survey)
        elif node is not main and node.types & ORGANIZATIONS:
            yield from text_claim("site_name", text_of(node.data.get("name")), Source.JSON_LD_PAGE, f"{node.path}.name")


class Index:
    """Nodes by `@id`, gathered when the first reference is followed."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self.roots = roots
        self.nodes: dict[str, dict[str, Any]] | None = None

    def resolve(self, value: Any) -> Any:
        """`value`, or the node it refers to if it is a mere reference. References are followed one step: no cycles."""
        if not isinstance(value, dict) or "name" in value or not isinstance(value.get("@id"), str):
            return value
        if self.nodes is None:
            self.nodes = self.gathered()
        return self.nodes.get(value["@id"], value)

    def gathered(self) -> dict[str, dict[str, Any]]:
        """All nodes with an `@id` and a name, the first of each."""
        found: dict[str, dict[str, Any]] = {}
        stack = [(root, 0) for root in reversed(self.roots)]
        seen = 0
        while stack and seen < MAX_NODES:
            value, depth = stack.pop()
            seen += 1
            if isinstance(value, dict):
                identifier = value.get("@id")
                if isinstance(identifier, str) and "name" in value:
                    found.setdefault(identifier, value)
                children: Any = value.values()
            else:
                children = value
            if depth < MAX_DEPTH:
                stack += [(child, depth + 1) for child in children if isinstance(child, (dict, list))]
        return found


def nodes_of(roots: Sequence[tuple[str, Any]]) -> list[Node]:
    """All nodes that may be about the page, in document order."""
    found: list[Node] = []
    stack = [(path, data, 0) for path, data in reversed(roots)]
    while stack and len(found) < MAX_NODES:
        path, value, depth = stack.pop()
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, list):
            stack += [(f"{path}[{at}]", item, depth + 1) for at, item in reversed(list(enumerate(value[:MAX_ITEMS])))]
        elif isinstance(value, dict):
            names = types_of(value)
            found += [Node(value, path, frozenset(map(str.lower, names)), names)] if names else []
            stack += [(f"{path}.{key}", value[key], depth + 1) for key in reversed(DESCENDED) if isinstance(value.get(key), (dict, list))]
    return found


def types_of(data: dict[str, Any]) -> tuple[str, ...]:
    """The types of a node, without namespace."""
    types = data.get("@type")
    return tuple(
        name.rsplit("/", 1)[-1].rsplit("#", 1)[-1].removeprefix("schema:").strip()[:100]
        for name in (types if isinstance(types, list) else [types])[:MAX_ITEMS]
        if isinstance(name, str) and name.strip()
    )


def main_node(nodes: Sequence[Node], survey: Survey) -> Node | None:
    """The node about the page: an article before other content, one that names the page's URL or heading before others."""
    candidates = [node for node in nodes if node.is_article or node.types & OTHER_CONTENT]
    if not candidates:
        return None
    addresses = own_addresses(survey)
    headings = [survey.page.text_of(element) for element in survey.headings[:3]] + [survey.page.title or ""]
    return max(candidates, key=lambda node: node_rank(node, addresses, headings))


def node_rank(node: Node, addresses: frozenset[str], headings: Sequence[str]) -> tuple[bool, int, int]:
    """What makes a node more likely to be about the page than another."""
    urls = [url_of(node.data.get(key)) for key in ("url", "@id", "mainEntityOfPage")]
    named = any(bare(url) in addresses for url in urls if url)
    title = text_of(node.data.get("headline")) or text_of(node.data.get("name")) or ""
    shown = bool(title) and any(same_words(title, heading) for heading in headings)
    return node.is_article, 2 * shown + named, len(node.data)


def own_addresses(survey: Survey) -> frozenset[str]:
    """The URLs that the page has for itself, without scheme and query."""
    page = survey.page
    canonical = [page.attributes[e].get("href") for e in survey.links.get("canonical", ())]
    return frozenset(bare(url) for url in (page.url, *canonical, *(m.content for m in survey.metas if m.key == "og:url")) if url)


def bare(url: str) -> str:
    """A URL without scheme, query and trailing slash, for comparison."""
    return url.split("#")[0].split("?")[0].removeprefix("https:").removeprefix("http:").rstrip("/").lower()


def url_of(value: Any) -> str | None:
    """The URL of a node, or the URL itself."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id") or value.get("contentUrl")
    return value if isinstance(value, str) else None


def text_of(value: Any) -> str | None:
    """The text of a property that may be a list or a language-tagged value."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) else None


TEXTS = {
    "headline": ("headline", "name"),
    "alternative_headline": ("alternativeHeadline", "alternateName"),
    "description": ("description", "abstract"),
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "updated": ("dateModified",),
    "section": ("articleSection",),
    "language": ("inLanguage",),
    "article_body": ("articleBody", "text"),
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
        if isinstance(publisher, dict):
            yield from text_claim("site_name", text_of(publisher.get("name")), source, f"{node.path}.{key}.name")
    yield from image_claims(node, source, index, survey)
    free = node.data.get("isAccessibleForFree")
    known = {"true": True, "1": True, "false": False, "0": False}.get(str(free).strip().lower())
    if known is not None:
        yield Claim("is_accessible_for_free", known, str(free), source, f"{node.path}.isAccessibleForFree")


def page_claims(node: Node, index: Index, survey: Survey) -> Iterator[Claim]:
    """Claims of a node of the page as such, or of the site."""
    if "website" in node.types:
        yield from text_claim("site_name", text_of(node.data.get("name")), Source.JSON_LD_PAGE, f"{node.path}.name")
        return
    yield from text_claims(node, Source.JSON_LD_PAGE, PAGE_FIELDS)
    yield from author_claims(node, Source.JSON_LD_PAGE, index, survey)


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
        people = []
        for item in (value if isinstance(value, list) else [value])[:MAX_ITEMS]:
            people += person(index.resolve(item))
        claims = list(author_claim(people, source, f"{node.path}.{key}", survey.absolute))
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


def image_claims(node: Node, source: Source, index: Index, survey: Survey) -> Iterator[Claim]:
    """The claim of the first image, and what is known of it."""
    for key in ("image", "thumbnailUrl"):
        image = index.resolve(first(node.data.get(key)))
        url = survey.absolute(url_of(image))
        if not url:
            continue
        yield Claim("main_image", url, url_of(image) or "", source, f"{node.path}.{key}")
        if isinstance(image, dict):
            yield from text_claim("main_image_caption", text_of(image.get("caption")), source, f"{node.path}.{key}.caption")
            credit = text_of(image.get("creditText")) or text_of(image.get("author"))
            yield from text_claim("main_image_credit", credit, source, f"{node.path}.{key}.creditText")
        return
