"""Claims of what may be read and used: the paywall and the licence, as JSON-LD states them."""

from collections.abc import Iterator
from typing import Any

from cleanpage.metadata.claims import Claim, Source, folded, text_claim
from cleanpage.metadata.element_index import Survey
from cleanpage.metadata.sources.json_nodes import MAX_ITEMS, Index, Node, text_of, url_of

__all__ = ["access_claims", "licence_claims"]

FREE = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
"""What pages write for schema.org's booleans; also as the URL of one, as in `https://schema.org/False`."""
MAX_SELECTOR = 500


def access_claims(node: Node, source: Source) -> Iterator[Claim]:
    """Whether the article can be read for free, and the CSS selector of what can not."""
    own = free(node.data.get("isAccessibleForFree"))
    if own is not None:
        raw = str(node.data["isAccessibleForFree"])
        yield Claim("is_accessible_for_free", own, raw, source, f"{node.path}.isAccessibleForFree")
    parts = node.data.get("hasPart")
    listed = (parts if isinstance(parts, list) else [parts])[:MAX_ITEMS]
    closed = [part for part in listed if isinstance(part, dict) and free(part.get("isAccessibleForFree")) is False]
    if closed and own is None:
        yield Claim("is_accessible_for_free", False, "False", source, f"{node.path}.hasPart.isAccessibleForFree")
    selectors = dict.fromkeys(selector for part in closed for selector in selectors_of(part.get("cssSelector")))
    yield from text_claim(
        "paywall_selector", ", ".join(selectors)[:MAX_SELECTOR], source, f"{node.path}.hasPart.cssSelector"
    )


def free(value: Any) -> bool | None:
    """The boolean that a page means."""
    return FREE.get(folded(str(value)).lower().rstrip("/").rsplit("/", 1)[-1])


def selectors_of(value: Any) -> list[str]:
    """The selectors of a property that is one or a list of them."""
    texts = (value if isinstance(value, list) else [value])[:MAX_ITEMS]
    return [folded(text) for text in texts if isinstance(text, str) and text.strip()]


def licence_claims(node: Node, source: Source, index: Index, survey: Survey) -> Iterator[Claim]:
    """The URL of the licence, or its name where it has none."""
    value = index.resolve(node.data.get("license"))
    named = text_of(value)
    url = survey.absolute(url_of(value)) if is_address(url_of(value)) else None
    yield from text_claim("license", url or named, source, f"{node.path}.license")


def is_address(text: str | None) -> bool:
    """Whether a text is a URL, and not the name of a licence."""
    return bool(text) and " " not in str(text).strip() and any(sign in str(text) for sign in "/#")
