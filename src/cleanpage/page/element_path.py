"""Writes elements as CSS selectors and texts on one line, for people to read."""

from cleanpage.page.page import Page
from cleanpage.rules.scripts import GRAPHEME

__all__ = ["cut", "place", "printable", "selector"]

SHOWN_LEVELS = 3
"""Elements named for a place, the innermost last."""


def place(page: Page, element: int) -> str:
    """The element and those around it, as in `main > div#story > p`."""
    path = [element, *page.ancestors(element)[: SHOWN_LEVELS - 1]]
    return " > ".join(selector(page, e) for e in reversed(path) if e >= 0)


def selector(page: Page, element: int) -> str:
    """Tag, identifier and first class of an element."""
    attributes = page.attributes[element]
    identifier = (attributes.get("id") or "").split()[:1]
    classes = (attributes.get("class") or "").split()[:1]
    parts = [page.tags[element], *(f"#{name}" for name in identifier), *(f".{name}" for name in classes)]
    return printable("".join(parts))


def cut(text: str, length: int) -> str:
    """`text` in no more than `length` characters, an ellipsis at the end where it is cut; no grapheme is split."""
    if len(text) <= length:
        return text
    import regex  # takes 20 ms, and `place` and `printable` do without

    end = 0
    for grapheme in regex.finditer(GRAPHEME, text):
        if grapheme.end() >= length:
            break
        end = grapheme.end()
    return f"{text[:end].rstrip()}…"


def printable(text: str) -> str:
    """`text` on one line, without the control characters that would steer a terminal."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())
