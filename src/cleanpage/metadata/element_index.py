"""The one pass over all of a page's elements, for the readers of metadata that look everywhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple
from urllib.parse import urljoin

from cleanpage.page.page import Attributes, Page
from cleanpage.page.urls import absolute_url
from cleanpage.rules.tags import Context

__all__ = ["Meta", "Survey", "survey_of"]

MAX_METAS = 2_000
MAX_URL = 8_000
WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
META_KEYS = ("property", "name", "itemprop", "http-equiv")
READ_TAGS = frozenset(("meta", "link", "base", "h1", "time"))

COMMON = frozenset(("alternate", "canonical", "dns-prefetch", "icon", "preconnect", "preload", "stylesheet"))
"""Relations of `link` elements as they mostly stand."""


class Meta(NamedTuple):
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
    """`time` elements."""
    root: Attributes

    def absolute(self, url: str | None) -> str | None:
        """`url` as an absolute http(s) URL by RFC 3986, or None."""
        if not url or len(url) > MAX_URL:
            return None
        joined = absolute_url(url, self.base_url)
        return joined if joined and WEB.match(joined) else None


def survey_of(page: Page) -> Survey:
    """Look at the elements of `page` whose tags say something."""
    seen = Pass()
    attributes = page.attributes
    tags = page.tags
    for element in compress(range(len(tags)), map(READ_TAGS.__contains__, tags)):
        if tags[element] == "meta":
            seen.meta(element, attributes[element])
        else:
            seen.read(element, tags[element], attributes[element])
    hidden = [e for e in seen.headings if page.contexts[e] & Context.HIDDEN]
    return Survey(
        page=page,
        base_url=base_url(page.url, seen.base),
        metas=seen.metas,
        links=seen.links,
        headings=[e for e in seen.headings if not page.contexts[e] & Context.HIDDEN] + hidden,
        times=seen.times,
        root=attributes[0] if attributes else {},
    )


class Pass:
    """The lists of one pass; used once."""

    def __init__(self) -> None:
        self.metas: list[Meta] = []
        self.links: dict[str, list[int]] = {}
        self.headings: list[int] = []
        self.times: list[int] = []
        self.base: str | None = None

    def read(self, element: int, tag: str, attributes: Attributes) -> None:
        """Put an element whose tag says something where it belongs."""
        if tag == "link":
            relation = attributes.get("rel") or ""
            for each in (relation,) if relation in COMMON else relation.lower().split():
                self.links.setdefault(each, []).append(element)
        elif tag == "base":
            self.base = self.base or attributes.get("href")
        else:
            (self.headings if tag == "h1" else self.times).append(element)

    def meta(self, element: int, attributes: Attributes) -> None:
        """Keep a `meta` element under each of its keys."""
        content = attributes.get("content") or attributes.get("value")
        if not content or len(self.metas) >= MAX_METAS:
            return
        for name in META_KEYS:
            if key := attributes.get(name):
                self.metas.append(Meta(key.strip().lower(), content, element))


def base_url(url: str | None, base: str | None) -> str | None:
    """The base URL of a page, by the HTML Standard: `<base href>` against the page's own URL."""
    if not base:
        return url
    try:
        return urljoin(url or "", base.strip())
    except ValueError:
        return url
