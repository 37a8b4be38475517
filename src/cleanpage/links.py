"""Absolute URLs, by RFC 3986."""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

__all__ = ["absolute_url", "is_internal", "target_of"]

# What a reader can follow. Everything else (`javascript:`, `data:`, `blob:` …) is no link.
SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp", "file"))
# Most links of most pages: nothing in them to resolve, and no brackets that would have to be an IPv6 address.
PLAIN = re.compile(r"https?://[^\s/?#\[\]\\][^\s\[\]\\]*")
# Browsers strip control characters and spaces around a URL, drop line breaks and tabs within it, and encode the spaces
# left (WHATWG URL Standard, section 4.4).
CONTROL_AND_SPACE = "".join(map(chr, range(33)))
WITHIN = {9: None, 10: None, 13: None, 32: "%20"}
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
    reference = reference.strip(CONTROL_AND_SPACE).strip().translate(WITHIN)
    if not reference:
        return None
    try:
        url = urljoin(base, reference) if base else reference
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if scheme in SCHEMES or (not scheme and not base) else None


def target_of(url: str | None) -> str | None:
    """Where a link leads that goes by way of a page which only counts its readers.

    `/out?url=https%3A%2F%2Fa.example` gives `https://a.example`; any other URL is returned as it is.
    """
    if url is None or not INNER.search(url):
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


def is_internal(url: str, page_url: str | None) -> bool | None:
    """Whether a link leads to the host of the page, with or without `www.`; None where that is not known."""
    if not page_url:
        return None
    try:
        host, own = urlsplit(url).hostname, urlsplit(page_url).hostname
    except ValueError:
        return False
    return (host or "").removeprefix("www.") == (own or "").removeprefix("www.")
