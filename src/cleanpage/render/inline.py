"""What renderers share: the inline spans of a text as a tree, and the URLs that may be rendered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from cleanpage.article import Span, SpanKind

__all__ = ["SPAN_TAGS", "Node", "anchor", "safe_tex", "safe_url", "tree", "verbatim"]

SPAN_TAGS = {
    SpanKind.EMPHASIS: "em",
    SpanKind.STRONG: "strong",
    SpanKind.CODE: "code",
    SpanKind.SUBSCRIPT: "sub",
    SpanKind.SUPERSCRIPT: "sup",
    SpanKind.DELETION: "del",
}
"""The HTML elements of spans that need no attributes."""

SCHEME = re.compile(r"([^/?#:]*):")
"""What stands before a colon: a scheme, or what may pass for one, since no relative URL begins so (RFC 3986, 4.2)."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

DROPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]+|[\x00-\x20]+$")
"""What browsers drop from a URL before they read its scheme (WHATWG URL standard, basic URL parser)."""
NOT_IN_ANCHORS = re.compile(r"[^\w-]+")
COMMENT = re.compile(r"(?<!\\)%.*")
RISKY_TEX = re.compile(r"\\\s*(?:href|url|html\w*|class|cssId|style|includegraphics|input|include|def|let|require)\b")
"""Commands with which a script that sets LaTeX would load, link or redefine something."""
NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\"<>\\^`{|}]")


@dataclass(slots=True)
class Node:
    """A span with the spans that lie within it."""

    span: Span | None
    """The span; None for the text as a whole."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    url: str | None = None
    """Of a link: its URL, as it may be rendered."""
    children: list["Node"] = field(default_factory=list)
    """The spans within, in order, which do not overlap."""


def tree(text: str, spans: Sequence[Span]) -> Node:
    """The spans of a text as a tree.

    White space at the edges of a span is left outside it, spans that lie outside the text or cross another are cut to
    fit. A span within one of its own kind (a link within a link) is left out, since no format has a meaning for it,
    and so are links whose URL may not be rendered.
    """
    root = Node(None, 0, len(text))
    path = [root]
    for span in ordered(spans) if len(spans) > 1 else spans:
        while span.start >= path[-1].end and len(path) > 1:
            path.pop()
        start, end = max(span.start, path[-1].start), min(span.end, path[-1].end)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        url = safe_url(span.url) if span.kind is SpanKind.LINK else None
        if start >= end or (url is None and span.kind is SpanKind.LINK) or is_within_its_kind(span, path):
            continue
        node = Node(span, start, end, url)
        path[-1].children.append(node)
        path.append(node)
    return root


def is_within_its_kind(span: Span, path: Sequence[Node]) -> bool:
    """Whether one of the spans around a span is of the same kind."""
    return len(path) > 1 and any(node.span is not None and node.span.kind is span.kind for node in path)


def ordered(spans: Sequence[Span]) -> list[Span]:
    """Spans by their start, outer ones first."""
    return sorted(spans, key=lambda span: (span.start, -span.end))


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
    return CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def safe_url(url: str | None) -> str | None:
    """`url` if it only leads somewhere (web, mail, telephone, relative), unusable characters percent-encoded."""
    if url and url.startswith(("https://", "http://")) and not NOT_IN_URLS.search(url):
        return url
    cleaned = DROPPED.sub("", url or "")
    scheme = SCHEME.match(cleaned)
    if not cleaned or (scheme and scheme[1].lower() not in SCHEMES):
        return None
    return NOT_IN_URLS.sub(lambda character: quote(character[0]), cleaned)
