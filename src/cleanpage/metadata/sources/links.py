"""Claims of what the links of a page are for: tags, the licence, the page made for printing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import MAX_RAW, Claim, Source
from cleanpage.metadata.layout import Layout
from cleanpage.rules.tags import Context

__all__ = ["anchor_claims"]

COMMONS = "creativecommons.org"
UNTOLD = frozenset(("nofollow", "noopener", "noreferrer", "noopener noreferrer", "noreferrer noopener", "external", ""))
"""Relations of most links, which say nothing of what they lead to."""
CREATIVE_COMMONS = re.compile(
    r"(?:https?:)?//(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/[a-z]", re.IGNORECASE
)
PRINT = re.compile(
    r"(?:[/?&=]|[_.-](?=print\w*+(?:[/?&=.]|$)))print(?:er|able|version|view|[-_]?friendly)?(?:[/?&=_.-]|$)",
    re.IGNORECASE,
)
"""A part of a path or query that is for printing; the end of one, where hyphens part its words."""
PRINT_CUE = re.compile(r"(?:^|[\s_-])print", re.IGNORECASE)
NUMBER = re.compile(r"\d{3,}")
BLOCKS_BEFORE = 10
"""Blocks before the main heading from which on links are looked at; above it are the menus."""
MAX_TAGS = 30
"""Links to tags above which a page is a cloud of them."""
MAX_LABEL = 40
"""Characters of a link that says that it is for printing."""
MIN_DIGITS = 5
"""Digits of a part of a URL that stands for a page, and not for a year or a section."""
MAX_TAG = 60
"""Characters of a tag."""


def anchor_claims(layout: Layout) -> Iterator[Claim]:
    """Claims of the links by the main heading and below: by their relation, then by their URL."""
    page, attributes = layout.page, layout.page.attributes
    related, told = [], []
    for element in positions(page.tags, "a", bisect_left(page.block_starts, layout.anchor - BLOCKS_BEFORE)):
        own = attributes[element]
        if "rel" in own:
            related.append(element)
        href = own.get("href")
        if href and ("print" in href or COMMONS in href):
            told.append((element, href))
    yield from related_claims(layout, related)
    for element, href in told:
        if COMMONS in href and CREATIVE_COMMONS.match(href):
            yield from licence_claims(layout, element, href, Source.VISIBLE)
        elif PRINT.search(href) and is_print_link(layout, element, href):
            yield from url_claims(layout, "print_url", element, href, Source.MARKED)


def positions(tags: Sequence[str], tag: str, start: int) -> Iterator[int]:
    """Where `tag` stands among `tags` from `start` on: several times faster than looking at each."""
    at = start - 1
    try:
        while True:
            at = tags.index(tag, at + 1)
            yield at
    except ValueError:
        return


def related_claims(layout: Layout, elements: Sequence[int]) -> Iterator[Claim]:
    """Claims of links whose relation says what they lead to."""
    tags: list[int] = []
    for element in elements:
        own = layout.page.attributes[element]
        said = own["rel"] or ""
        if said in UNTOLD:
            continue
        relations = said.lower().split()
        if "license" in relations:
            yield from licence_claims(layout, element, own.get("href") or "", Source.MARKED)
        elif "tag" in relations and "category" not in relations:
            tags.append(element)
    yield from tag_claims(layout, tags)


def licence_claims(layout: Layout, element: int, href: str, source: Source) -> Iterator[Claim]:
    """The claim of a link to a licence: not that of a picture, nor of another story."""
    page = layout.page
    in_figure = any(page.tags[above] in ("figure", "figcaption") for above in page.ancestors(element)[:8])
    in_footer = bool(page.contexts[element] & Context.FOOTER)
    if not in_figure and (in_footer or (source is Source.MARKED and not layout.is_foreign(element))):
        yield from url_claims(layout, "license", element, href, source)


def is_print_link(layout: Layout, element: int, href: str) -> bool:
    """Whether a link says by class, title or words that it is for printing, and by its URL that it is of the page."""
    if not shares_address(href, layout.page.url):
        return False
    own = layout.page.attributes[element]
    said = " ".join(filter(None, (own.get("class"), own.get("title"), own.get("rel"), own.get("id"))))
    text = layout.text(element)
    return bool(PRINT_CUE.search(said) or (len(text) <= MAX_LABEL and PRINT_CUE.match(text)))


def shares_address(href: str, own: str | None) -> bool:
    """Whether a URL has the last part of the page's own, or a number of it."""
    address = (own or "").partition("?")
    stem = address[0].rstrip("/").rpartition("/")[2].partition(".")[0]
    if len(stem) < 3 or (stem.isdecimal() and len(stem) < MIN_DIGITS):
        stem = "\n"  # in no URL
    return bool(address[2] or stem.strip()) and (
        stem in href or any(number in href for number in NUMBER.findall(stem + address[2]))
    )


def url_claims(layout: Layout, field: str, element: int, href: str, source: Source) -> Iterator[Claim]:
    """The claim of a link that is a field's value."""
    if url := layout.survey.absolute(href):
        yield Claim(field, url, href[:MAX_RAW], source, layout.path(element), (element,))


def tag_claims(layout: Layout, elements: list[int]) -> Iterator[Claim]:
    """The claim of links to tags: those in the heading's own `article`, where it stands in one."""
    page = layout.page
    if layout.heading >= 0:
        around = (e for e in page.ancestors(layout.heading) if page.tags[e] == "article")
        scope = next(around, 0)
        elements = [element for element in elements if scope <= element < page.ends[scope]]
    if len(elements) > MAX_TAGS:
        return
    own = [element for element in elements if not layout.asides.hold(element)]
    texts = [layout.text(element).lstrip("#").strip(" ,") for element in own]
    keywords = tuple(dict.fromkeys(text for text in texts if 1 < len(text) <= MAX_TAG))
    if keywords:
        yield Claim("keywords", keywords, ", ".join(keywords), Source.MARKED, layout.path(own[0]), tuple(own))
