"""Absolute URLs, by RFC 3986."""

import re
from urllib.parse import urljoin, urlsplit

__all__ = ["absolute_url"]

# What a reader can follow. Everything else (`javascript:`, `data:`, `blob:` …) is no link.
SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp", "file"))
# Most links of most pages: nothing in them to resolve, and no brackets that would have to be an IPv6 address.
PLAIN = re.compile(r"https?://[^\s/?#\[\]\\][^\s\[\]\\]*")
# Browsers strip control characters and spaces around a URL, drop line breaks and tabs within it, and encode the spaces
# left (WHATWG URL Standard, section 4.4).
CONTROL_AND_SPACE = "".join(map(chr, range(33)))
WITHIN = {9: None, 10: None, 13: None, 32: "%20"}


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
