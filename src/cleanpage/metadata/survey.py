"""The one pass over a page's elements that collects what all readers of metadata need."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import urljoin

from cleanpage.page import Attributes, Page
from cleanpage.rules.tags import Context

__all__ = ["Meta", "Survey", "survey_of"]

MAX_METAS = 2_000
MAX_ELEMENTS = 50_000
"""Elements of a kind that are looked at; a page with more of them is an attack or a dump."""

CUES: Mapping[str, tuple[str, ...]] = {
    "author": ("author", "byline", "writer", "contributor", "creator", "reporter", "autor", "auteur", "verfasser", "redacteur",
               "journalist", "posted-by", "postedby", "username", "user-name", "poster", "signature", "vcard"),
    "date": ("date", "time", "timestamp", "pubdate", "publish", "posted", "datum", "fecha", "created", "updated",
             "modified", "byline", "meta"),
    "aside": ("comment", "related", "recommend", "popular", "trending", "newsletter", "promo", "teaser", "most-read",
              "mostread", "read-more", "readmore", "carousel", "disqus", "more-from", "morefrom", "sidebar"),
    "section": ("section-label", "kicker", "category", "breadcrumb"),
    "standfirst": ("standfirst", "subtitle", "subheadline", "sub-headline", "dek", "lede", "subhead", "article-intro",
                   "article__intro", "chapo", "sottotitolo", "bajada", "entradilla", "sub-title", "deck"),
}
"""Parts of class names and identifiers, by what they say of an element. Scanned for in all of a page's class names at
once, so that a further word costs microseconds."""

HEAD_TAGS = frozenset(("meta", "link", "base"))
META_KEYS = ("property", "name", "itemprop", "http-equiv")
PROPERTY_KEYS = ("itemprop", "property")
NAMING_KEYS = ("class", "id", "data-testid")

SHORT_CUES = frozenset({"time", "meta", "dek", "date", "promo", "poster", "signature", "sidebar", "teaser"})
"""Cues that are also parts of unrelated words: the character before and after must be no letter."""


@dataclass(frozen=True, slots=True)
class Meta:
    """A `meta` element with a key and a content."""

    key: str
    """Lower-cased `property`, `name`, `itemprop` or `http-equiv`."""
    content: str
    element: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What the readers look at, as lists of element indices in document order."""

    page: Page
    base_url: str | None
    """What relative URLs are resolved against: `<base href>`, or the page's own URL."""
    metas: Sequence[Meta]
    links: Mapping[str, Sequence[int]]
    """`link` elements by lower-cased relation."""
    headings: Sequence[int]
    """`h1` elements, hidden ones last."""
    times: Sequence[int]
    """`time` elements and those with a `datetime` attribute."""
    properties: Sequence[tuple[int, str]]
    """Elements of the body with `itemprop` or `property`, and its value."""
    author_links: Sequence[int]
    """`a` elements with `rel=author`."""
    cues: Mapping[str, Sequence[int]]
    """Elements whose class or identifier holds a cue, by the keys of `CUES`."""
    root: Attributes

    def absolute(self, url: str | None) -> str | None:
        """`url` as an absolute http(s) URL by RFC 3986, or None."""
        if not url or not (url := url.strip()) or len(url) > 8_000:
            return None
        try:
            joined = urljoin(self.base_url or "", url)
        except ValueError:
            return None
        return joined if joined.startswith(("http://", "https://")) else None


def survey_of(page: Page) -> Survey:
    """Look at every element of `page` once."""
    seen = Pass()
    for element, (tag, attributes) in enumerate(zip(page.tags, page.attributes, strict=True)):
        if attributes:
            if tag in HEAD_TAGS:
                seen.head(element, tag, attributes)
            else:
                seen.body(element, tag, attributes)
        elif tag == "h1":
            seen.headings.append(element)
        elif tag == "time":
            seen.times.append(element)
    hidden = [e for e in seen.headings if page.contexts[e] & Context.HIDDEN]
    return Survey(
        page=page,
        base_url=base_url(page.url, seen.base),
        metas=seen.metas,
        links=seen.links,
        headings=[e for e in seen.headings if e not in hidden] + hidden,
        times=seen.times,
        properties=seen.properties,
        author_links=seen.author_links,
        cues=cues_of(seen.classes),
        root=page.attributes[0] if page.attributes else {},
    )


class Pass:
    """The lists of one pass; used once."""

    def __init__(self) -> None:
        self.metas: list[Meta] = []
        self.links: dict[str, list[int]] = {}
        self.headings: list[int] = []
        self.times: list[int] = []
        self.properties: list[tuple[int, str]] = []
        self.author_links: list[int] = []
        self.classes: dict[str, list[int]] = {}
        self.base: str | None = None

    def head(self, element: int, tag: str, attributes: Attributes) -> None:
        """Put an element of the head where it belongs."""
        if tag == "meta":
            self.meta(element, attributes)
        elif tag == "link":
            for relation in (attributes.get("rel") or "").lower().split():
                self.links.setdefault(relation, []).append(element)
        else:
            self.base = self.base or attributes.get("href")

    def meta(self, element: int, attributes: Attributes) -> None:
        """Keep a `meta` element under each of its keys."""
        content = attributes.get("content") or attributes.get("value")
        if not content or len(self.metas) >= MAX_METAS:
            return
        for name in META_KEYS:
            if key := attributes.get(name):
                self.metas.append(Meta(key.strip().lower(), content, element))

    def body(self, element: int, tag: str, attributes: Attributes) -> None:
        """Keep an element of the body that may show metadata. Called for most elements of a page."""
        if tag == "h1":
            self.headings.append(element)
        elif tag == "time" or "datetime" in attributes:
            self.times.append(element)
        elif tag == "a" and "rel" in attributes and "author" in (attributes["rel"] or "").lower().split():
            self.author_links.append(element)
        for name in PROPERTY_KEYS:
            if name in attributes and (value := attributes[name]):
                self.properties.append((element, value))
        for name in NAMING_KEYS:
            if name in attributes and (value := attributes[name]):
                if value in self.classes:
                    self.classes[value].append(element)
                else:
                    self.classes[value] = [element]


def base_url(url: str | None, base: str | None) -> str | None:
    """The base URL of a page, by the HTML Standard: `<base href>` against the page's own URL."""
    if not base:
        return url
    try:
        return urljoin(url or "", base.strip())
    except ValueError:
        return url


def cues_of(classes: Mapping[str, Sequence[int]]) -> Mapping[str, Sequence[int]]:
    """Elements by cue: one scan of all class names together for each cue word."""
    elements = list(classes.values())
    names = "\n".join(classes)
    lowered = names.lower()
    if len(lowered) != len(names):  # a letter whose lower case is longer: offsets would be void
        names = names.encode("ascii", "replace").decode()
        lowered = names.lower()
    starts = list(accumulate((len(name) + 1 for name in classes), initial=0))
    found: dict[str, list[int]] = {}
    for kind, words in CUES.items():
        named = {bisect_right(starts, at) - 1 for word in words for at in occurrences(names, lowered, word)}
        found[kind] = sorted({element for index in named for element in elements[index]})
    return found


def occurrences(names: str, lowered: str, word: str) -> list[int]:
    """Offsets of `word`; of a short cue only those that are whole parts of a name."""
    found = []
    at = lowered.find(word)
    while at >= 0 and len(found) < MAX_ELEMENTS:
        if word not in SHORT_CUES or whole_part(names, at, at + len(word)):
            found.append(at)
        at = lowered.find(word, at + len(word))
    return found


def whole_part(names: str, start: int, end: int) -> bool:
    """Whether `names[start:end]` is a part of its own, as in `post-date`, `post_date` or `postDate`."""
    before, after = names[max(start - 1, 0) : start], names[end : end + 1]
    return (not before.isalpha() or (before.islower() and names[start].isupper())) and (
        not after.isalpha() or after.isupper()
    )
