"""Redirects by `<meta http-equiv=refresh>`."""

import re

from cleanpage.page.page import Page
from cleanpage.rules.tags import Context

__all__ = ["read_refresh", "refresh_target"]

MAX_ELEMENTS = 200
"""Elements at the head of a page that may redirect it."""
MAX_SECONDS = 5
"""Longest delay of a redirect. A page that waits longer is meant to be read, or to be loaded again."""
MAX_TARGET = 200
SPACE = r"[\t\n\f\r ]*+"
REFRESH = re.compile(
    rf"{SPACE}(?=[0-9.])(?P<seconds>[0-9]*+)[0-9.]*+(?=[;,\t\n\f\r ]){SPACE}[;,]?{SPACE}"
    rf"(?:url{SPACE}={SPACE})?+(?P<quote>['\"]?+)(?P<url>.*)",
    re.IGNORECASE | re.DOTALL,
)


def read_refresh(content: str) -> tuple[float, str] | None:
    """Delay in whole seconds and URL of the `content` of a refresh; None if it is invalid or names no URL.

    Follows the HTML Standard, "shared declarative refresh steps", which drops the fraction of the delay.
    """
    match = REFRESH.match(content)
    if match is None:
        return None
    url = match["url"].partition(match["quote"])[0] if match["quote"] else match["url"]
    return (float(match["seconds"] or 0), url.strip()) if url.strip() else None


def refresh_target(page: Page) -> str | None:
    """The URL to which a page sends its reader at once, with scripts on; None if it does not."""
    for element, tag in enumerate(page.tags[:MAX_ELEMENTS]):
        attributes = page.attributes[element]
        if tag != "meta" or (attributes.get("http-equiv") or "").lower() != "refresh":
            continue
        found = read_refresh(attributes.get("content") or "")
        if found and found[0] <= MAX_SECONDS and not page.contexts[element] & Context.NOSCRIPT:
            return found[1][:MAX_TARGET]
    return None
