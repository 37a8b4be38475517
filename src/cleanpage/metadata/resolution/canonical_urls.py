"""Whether a URL that a page names as its own is that of another page."""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cleanpage.rules.signs import TRACKING_PARAMETERS

__all__ = ["is_of_another_page", "is_of_first_page", "plain", "slug_words"]

WORD = re.compile(r"[^\W\d_]{4,}")
NUMBER = re.compile(r"\d{3,}")
HOST_KIND = re.compile(r"^(?:www|m|mobile|amp)\.")
MIN_SHARED = 2
"""Words of the title in a page's URL from which its other URLs must share one, too."""
MAX_URL = 2_000
SLUG_WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"\.\w{2,5}$")


def parts_of(url: str | None) -> SplitResult | None:
    """The parts of a URL; None where it is none."""
    try:
        parts = urlsplit((url or "")[:MAX_URL])
        return parts if parts.hostname else None
    except ValueError:
        return None


def slug_words(url: str | None) -> frozenset[str]:
    """Words of the part of a URL's path that is most like a title, the last of those that hyphens part; else no words.

    They are in lower case and without marks on their letters, as `plain` has them.
    """
    parts = parts_of(url)
    names = unquote(parts.path).split("/") if parts else ()
    hyphens = [name.count("-") + name.count("_") for name in names]
    if not any(hyphens):
        return frozenset()
    last = next((name for name in reversed(names) if name), "")
    slug = last if "-" in last or "_" in last else names[hyphens.index(max(hyphens))]
    return frozenset(SLUG_WORD.findall(plain(ENDING.sub("", slug))))


def is_of_first_page(url: str) -> bool:
    """Whether a URL is that of the first page of a site: no path, and no query that could name another page."""
    parts = parts_of(url)
    if parts is None or parts.path not in ("", "/"):
        return False
    return all(name.startswith(TRACKING_PARAMETERS) for name, _ in parse_qsl(parts.query, keep_blank_values=True))


def is_of_another_page(url: str, own: str | None, titles: Sequence[str]) -> bool:
    """Whether `url` cannot be that of the page at `own`.

    It is when its host has no domain, as on a developer's machine. It is as well when it is on the page's own host,
    the page's URL has words of its title, as URLs of stories do, and this one has none of them, nor a number that might
    stand for the page: the front page of the section, a search, another story. Where nothing can be said, the page's
    word is taken.

    Args:
        url: A URL that the page names as its own.
        own: The URL that the page was fetched from, if known.
        titles: Titles of the page.
    """
    there, here = parts_of(url), parts_of(own)
    if there is None:
        return True
    if "." not in (there.hostname or "") and ":" not in (there.hostname or ""):
        return here is not None and here.hostname != there.hostname
    if here is None or here.path == there.path or site_of(here) != site_of(there):
        return False
    known = set(WORD.findall(plain(" ".join(titles)))) & set(WORD.findall(plain(unquote(here.path))))
    if len(known) < MIN_SHARED or NUMBER.search(f"{there.path}?{there.query}"):
        return False
    path = plain(unquote(there.path))
    return not any(word in path for word in known)


def site_of(parts: SplitResult) -> str:
    """The host, without the name by which its pages for phones go."""
    return HOST_KIND.sub("", parts.hostname or "")


def plain(text: str) -> str:
    """`text` in lower case, without marks on its letters."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
