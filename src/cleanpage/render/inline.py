"""Shared by renderers: the inline spans of a text as a tree, and the URLs that may be rendered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from cleanpage.article import Span, SpanKind

__all__ = ["SPAN_TAGS", "Node", "anchor", "has_any", "safe_tex", "safe_url", "tree", "verbatim"]

SPAN_TAGS = {
    SpanKind.EMPHASIS: "em",
    SpanKind.STRONG: "strong",
    SpanKind.CODE: "code",
    SpanKind.SUBSCRIPT: "sub",
    SpanKind.SUPERSCRIPT: "sup",
    SpanKind.DELETION: "del",
}
"""The HTML elements of spans that need no attributes."""

LINK = SpanKind.LINK  # asked of every span: to take a member from its enumeration is slower than all else that is asked

SCHEME = re.compile(r"([^/?#:]*):")
"""What stands before a colon: a scheme, or what may pass for one, since no relative URL begins so (RFC 3986, 4.2)."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ASCII_CONTROL = bytes(code for code in range(128) if CONTROL.match(chr(code)))

DROPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]+|[\x00-\x20]+$")
"""What browsers drop from a URL before they read its scheme (WHATWG URL standard, basic URL parser)."""
NOT_IN_ANCHORS = re.compile(r"[^\w-]+")
COMMENT = re.compile(r"(?<!\\)%.*")
RISKY_TEX = re.compile(r"\\\s*(?:href|url|html\w*|class|cssId|style|includegraphics|input|include|def|let|require)\b")
"""Commands with which a script that sets LaTeX would load, link or redefine something."""
NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\"<>\\^`{|}]")
NOT_IN_ASCII_URLS = bytes(code for code in range(128) if NOT_IN_URLS.match(chr(code)))


@dataclass(slots=True)
class Node:
    """A span with the spans that lie within it."""

    span: Span | None
    """The span; None for the text as a whole."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    url: str | None
    """Of a link: its URL, as it may be rendered."""
    children: list["Node"]
    """The spans within, in order, which do not overlap."""


def tree(text: str, spans: Sequence[Span]) -> Node:
    """The spans of a text as a tree.

    White space at the edges of a span is left outside it, spans that lie outside the text or cross another are cut to
    fit. A span within one of its own kind (a link within a link) is left out, since no format has a meaning for it,
    and so are links whose URL may not be rendered.
    """
    root = parent = Node(None, 0, len(text), None, [])
    path = [root]
    for span in ordered(spans) if len(spans) > 1 else spans:
        start, end = span.start, span.end
        while start >= parent.end and parent is not root:
            path.pop()
            parent = path[-1]
        if start < parent.start or end > parent.end:
            start, end = max(start, parent.start), min(end, parent.end)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        is_link = span.kind is LINK
        url = safe_url(span.url) if is_link else None
        if start >= end or (is_link and url is None) or (parent is not root and is_within_its_kind(span, path)):
            continue
        node = Node(span, start, end, url, [])
        parent.children.append(node)
        path.append(node)
        parent = node
    return root


def is_within_its_kind(span: Span, path: Sequence[Node]) -> bool:
    """Whether one of the spans around a span is of the same kind."""
    return any(node.span is not None and node.span.kind is span.kind for node in path)


def ordered(spans: Sequence[Span]) -> list[Span]:
    """Spans by their start, outer ones first."""
    return sorted(spans, key=lambda span: (span.start, -span.end))


def has_any(text: str, characters: bytes) -> bool:
    """Whether `text` holds any of some characters of ASCII; told four times as fast as by a pattern."""
    source = text.encode("utf-8", "replace")
    return len(source.translate(None, characters)) < len(source)


def anchor(note: str) -> str:
    """The name of a footnote as letters, digits, hyphens and underscores."""
    return NOT_IN_ANCHORS.sub("-", note)


def safe_tex(text: str) -> str | None:
    """LaTeX on one line, without comments; None if a script that sets it might do more than that."""
    lines = (COMMENT.sub("", line) for line in text.split("\n"))
    folded = " ".join(" ".join(lines).split()).rstrip("\\").rstrip()
    return folded if folded and not RISKY_TEX.search(folded) else None


def verbatim(text: str) -> str:
    """`text` with its line breaks as newlines, and without the control characters that would steer a terminal."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() and not has_any(text, ASCII_CONTROL) else CONTROL.sub(" ", text)


def safe_url(url: str | None) -> str | None:
    """`url` if it only leads somewhere (web, mail, telephone, relative), unusable characters percent-encoded."""
    if url and url.isascii() and url.startswith(("https://", "http://")) and not has_any(url, NOT_IN_ASCII_URLS):
        return url
    cleaned = DROPPED.sub("", url or "")
    scheme = SCHEME.match(cleaned)
    if not cleaned or (scheme and scheme[1].lower() not in SCHEMES):
        return None
    return NOT_IN_URLS.sub(lambda character: quote(character[0]), cleaned)
