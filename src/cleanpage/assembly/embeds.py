"""Reads embedded media of the body: videos, audio, frames and posts."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from cleanpage.article.blocks import Embed, EmbedKind
from cleanpage.assembly.containers import Item, tagged
from cleanpage.page.page import Attributes, Page
from cleanpage.page.tokens import words_of
from cleanpage.page.urls import absolute_url
from cleanpage.rules.embeds import (
    AUDIO_WORDS,
    EMBED_TAGS,
    HOST_PREFIXES,
    LAZY_SOURCES,
    NO_EMBED_WORDS,
    POST_LINKS,
    POST_WORDS,
    VIDEO_WORDS,
)
from cleanpage.rules.tags import Context

__all__ = ["post_url", "provider_of", "read_embeds"]

OUTSIDE = Context.NAV | Context.FOOTER | Context.DIALOG | Context.HIDDEN | Context.FORM
# A frame declared smaller than this, in CSS pixels, is there for its script.
MIN_SIZE = 40
WORD = re.compile(r"[a-z]+")
MEDIA = {"video": EmbedKind.VIDEO, "audio": EmbedKind.AUDIO}
MAX_EMBED_LEVELS = 3
# An `object` may hold a picture.
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
MAX_URL = 500


def read_embeds(page: Page, kept: Sequence[int], present: set[str], base: str | None) -> Iterator[tuple[int, Item]]:
    """What is embedded between the first and the last block of the body, with the element it stands at."""
    if not kept:
        return
    first, last = page.first_elements[kept[0]], page.first_elements[kept[-1]]
    seen: set[str] = set()
    for element in sorted(e for tag in EMBED_TAGS & present for e in tagged(page, tag, first, last)):
        if (embed := read_embed(page, element, base)) and embed.url not in seen:
            seen.add(embed.url)
            yield element, embed


def read_embed(page: Page, element: int, base: str | None) -> Embed | None:
    """What an element embeds; None for adverts, trackers and what has no address."""
    attributes = page.attributes[element]
    if page.contexts[element] & OUTSIDE or is_small(attributes):
        return None
    sources = (*map(attributes.get, LAZY_SOURCES), page.sources.get(element))
    url = next(filter(None, (absolute_url(source, base) for source in sources)), None)
    if url is None or not url.startswith(("https://", "http://", "/")) or url.partition("?")[0].endswith(PICTURES):
        return None
    if is_frame_of_page(page, element, url):
        return None
    title = " ".join((attributes.get("title") or attributes.get("aria-label") or "").split())
    kind = MEDIA.get(page.tags[element].removeprefix("amp-")) or kind_of_frame(url, title, attributes)
    return Embed(kind=kind, url=url, provider=provider_of(url, page.url), title=title or None)


def is_small(attributes: Attributes) -> bool:
    """Whether the declared size is that of a tracker."""
    for name in ("width", "height"):
        size = (attributes.get(name) or "").removesuffix("px")
        if size.isascii() and size.isdigit() and len(size) < 6 and int(size) < MIN_SIZE:
            return True
    return False


def is_frame_of_page(page: Page, element: int, url: str) -> bool:
    """Whether names say that what is embedded is an advert, a tracker or a form of the page itself."""
    words = {*WORD.findall(urlsplit(url[:MAX_URL]).path.lower())}
    for _ in range(MAX_EMBED_LEVELS):
        attributes = page.attributes[element]
        words |= words_of(attributes.get("class")) | words_of(attributes.get("id"))
        element = page.parents[element]
        if element < 0 or page.tags[element] in ("body", "main", "article"):
            break
    return not words.isdisjoint(NO_EMBED_WORDS)


def kind_of_frame(url: str, title: str, attributes: Attributes) -> EmbedKind:
    """What a frame most probably shows, by the words of its address and title, and what it is allowed to do."""
    allowed = set((attributes.get("allow") or "").replace(";", " ").split())
    words = {*WORD.findall(url[:MAX_URL].lower()), *WORD.findall(title.lower()), *allowed}
    if not words.isdisjoint(AUDIO_WORDS):
        return EmbedKind.AUDIO
    player = "allowfullscreen" in attributes and not words.isdisjoint(("embed", "player"))
    return EmbedKind.VIDEO if player or not words.isdisjoint(VIDEO_WORDS) else EmbedKind.FRAME


def provider_of(url: str, page_url: str | None) -> str | None:
    """The host that something is embedded from, without `www` and the like; None if it is the page's own."""
    try:
        host = urlsplit(url).hostname or ""
        own = urlsplit(page_url or "").hostname
    except ValueError:
        return None
    if not host or host == own:
        return None
    first, _, rest = host.partition(".")
    return rest if first in HOST_PREFIXES and "." in rest else host


def post_url(page: Page, element: int, base: str | None) -> str | None:
    """The URL of the post that a block quotation is; None if it is no post."""
    attributes = page.attributes[element]
    if words_of(attributes.get("class")).isdisjoint(POST_WORDS):
        return None
    named = [value for name, value in attributes.items() if name in POST_LINKS or name.endswith("-permalink")]
    links = [
        page.attributes[inner].get("href")
        for inner in range(element, page.ends[element])
        if page.tags[inner] == "a" and page.attributes[inner].get("href")
    ]
    for reference in (*named, *reversed(links)):
        url = absolute_url(reference, base)
        if url and url.startswith(("https://", "http://")) and provider_of(url, page.url):
            return url
    return None
