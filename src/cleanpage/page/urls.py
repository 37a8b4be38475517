"""Absolute URLs, by RFC 3986."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urljoin, urlsplit

__all__ = ["absolute_url", "host_of", "target_of"]

# What a reader can follow. Everything else (`javascript:`, `data:`, `blob:` …) is no link.
SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp", "file"))
# Most links of most pages: nothing in them to resolve, and no brackets that would have to be an IPv6 address.
PLAIN = re.compile(r"https?://[^\s/?#\[\]\\][^\s\[\]\\]*")
# What needs no more than the origin of the base before it: no dots to remove, nothing empty that would be dropped.
SEGMENT = r"[^\s./;?#\[\]\\][^\s;?#\[\]\\/]*"
ROOTED = re.compile(rf"/(?:{SEGMENT}(?:/{SEGMENT})*/?)?(?:\?[^\s#\[\]\\]+)?")
# The host of most URLs: no user, no port, no brackets.
HOST = re.compile(r"https?://(?:www\.)?([A-Za-z0-9.-]+)(?=[/?#]|\Z)")
# Browsers strip control characters and spaces around a URL, drop line breaks and tabs within it, and encode the spaces
# left (WHATWG URL Standard, section 4.4).
CONTROL_AND_SPACE = "".join(map(chr, range(33)))
ESCAPES = {9: None, 10: None, 13: None, 32: "%20"}
# A link whose path ends like this, and whose query names an address, only counts the reader on the way there.
REDIRECT = re.compile(
    r"(?:^|[/_.-])(?:away|click|exit|go|goto|jump|l|leave|link|out|outgoing|redir|redirect|r|url)(?:\.[a-z]{2,4})?/?$",
    re.IGNORECASE,
)
TARGETS = frozenset("dest destination goto href link out q redirect redirect_url redirect_uri target to u url".split())
INNER = re.compile(r"=https?(?:%3a|:)", re.IGNORECASE)


def absolute_url(reference: str | None, base: str | None) -> str | None:
    """Resolve `reference` against `base` (RFC 3986, section 5.2); None where nothing can be followed.

    A relative reference on a page of unknown URL stays relative. An empty reference, which would be the page itself, is
    no link.
    """
    if not reference:
        return None
    if PLAIN.fullmatch(reference):
        return reference
    if base and ROOTED.fullmatch(reference) and (origin := origin_of(base)):
        return origin + reference
    reference = reference.strip(CONTROL_AND_SPACE).strip().translate(ESCAPES)
    if not reference:
        return None
    try:
        url = urljoin(base, reference) if base else reference
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if scheme in SCHEMES or (not scheme and not base) else None


# A bounded memo of a pure function, asked once for each link of a page.
@lru_cache(maxsize=256)
def origin_of(base: str) -> str:
    """Scheme and authority of an absolute URL; empty for any that is not of the web."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""


def target_of(url: str | None) -> str | None:
    """Where a link leads that goes by way of a page which only counts its readers.

    `/out?url=https%3A%2F%2Fa.example` gives `https://a.example`; any other URL is returned as it is.
    """
    if url is None or "=" not in url or not INNER.search(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not REDIRECT.search(parts.path):
        return url
    for name, value in parse_qsl(parts.query):
        if name.lower() in TARGETS and PLAIN.fullmatch(value):
            return value
    return url


def host_of(url: str) -> str:
    """The host of an absolute URL, without `www.`; empty where it has none."""
    if found := HOST.match(url):
        return found[1].lower()
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
