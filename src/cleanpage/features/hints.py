"""What is known of a page before its blocks are scored, and the features made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np

from cleanpage.models.arrays import Columns
from cleanpage.page.page import Page

__all__ = ["NO_HINTS", "PageHints", "hint_features"]

# Side matter is no feature: what few of its elements there are, nothing can be learned of.
ROLES = ("headline", "summary", "byline", "date", "caption")
TYPES = {
    "article": ("article", "newsarticle", "blogposting", "reportagenewsarticle", "liveblogposting", "techarticle"),
    "og_article": ("og:article",),
    "og_website": ("og:website",),
    "product": ("product", "productgroup", "og:product", "og:product.group", "og:product.item"),
    "forum": ("discussionforumposting", "qapage", "question"),
    "list": ("itemlist", "collectionpage", "searchresultspage"),
    "service": ("service", "localbusiness", "organization", "softwareapplication"),
}


@dataclass(frozen=True, slots=True)
class PageHints:
    """What scoring and selection need to know of a page besides its blocks; made once, before scoring."""

    roles: Mapping[int, str] = field(default_factory=dict)
    """Blocks with a role of their own: headline, byline, date, summary, caption, box of facts, comment."""
    types: frozenset[str] = frozenset()
    """What the page calls itself: types of JSON-LD, and of Open Graph with the prefix `og:`; lower case."""
    body: str = ""
    """The body that its JSON-LD states, if any."""
    body_path: str = ""
    """Where in the JSON-LD that body stands."""
    description: str = ""
    """The description that it gives of itself."""
    names: tuple[str, ...] = ()
    """Names of its authors, lower case."""
    quotes: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """Blocks that may be pull quotes, each with the blocks whose words it repeats."""


NO_HINTS = PageHints()


def hint_features(page: Page, hints: PageHints) -> Columns:
    """Roles of the blocks, types of the page, shape of its URL."""
    count = len(page.texts)
    columns: Columns = {f"role_{role}": np.zeros(count) for role in ROLES}
    for block, role in hints.roles.items():
        if role in ROLES:
            columns[f"role_{role}"][block] = 1
    for name, types in TYPES.items():
        columns[f"type_{name}"] = np.full(count, float(not hints.types.isdisjoint(types)))
    return columns | {name: np.full(count, float(value)) for name, value in url_shape(page.url).items()}


def url_shape(url: str | None) -> dict[str, int]:
    """Depth, hyphens and digits of the path: articles have long slugs and numbers, section fronts have neither."""
    path = urlsplit(url).path.strip("/") if url else ""
    last = path.rpartition("/")[2]
    return {
        "url_depth": path.count("/") + bool(path) if url else -1,
        "url_hyphens": last.count("-") + last.count("_"),
        "url_digits": sum(map(str.isdigit, path)),
    }
