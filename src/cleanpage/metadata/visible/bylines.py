"""Bylines that readers see around the main heading: elements that are marked as one, and lines that read as one."""

import re
from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.layout import NEXT_TO, Layout
from cleanpage.metadata.names import BYLINE, author_claim, names_in
from cleanpage.metadata.visible.bare_names import near_name_claims
from cleanpage.metadata.visible.byline_lines import MAX_LINE, MAX_NAMED, byline_of, is_byline, line_claims, linked_names
from cleanpage.rules.tags import Context

__all__ = ["byline_claims"]

MAX_CLASS = 500
"""Characters of a class that are looked at."""
MAX_AROUND = 5
"""Elements around a name in which its byline is sought."""
MAX_GAP = 14
"""Elements between the names of two co-authors."""
MAX_MARKED = 6
"""Marked authors near the heading above which the page is a list of stories."""
NO_BYLINE = frozenset(("body", "html", "img", "input", "script"))
"""Tags of elements that show no author, whatever their class."""
BOX = re.compile(
    r"(?:author|writer|byline)(?:[-_ ]?(?:box|card|info|bio|profile|details))?[-_ ]{0,2}name", re.IGNORECASE
)
"""Classes of the author's name in a box about the author."""
ABOUT_AUTHOR = re.compile(
    r"(?:author|byline|writer)[^ ]{0,20}(?:bio|categor|descri|job|position|role|title)", re.IGNORECASE
)
"""Classes of elements that say something of an author other than the name."""


def byline_claims(layout: Layout, known: bool, dated: bool) -> Iterator[Claim]:
    """Claims of the marked authors and of the line that begins like a byline.

    Args:
        layout: The page.
        known: Whether other sources have given authors, so that none far from the heading are looked for.
        dated: Whether the page has a date, so that it may be of an author who is not called one.
    """
    links = [element for element in layout.near.author_links if is_candidate(layout, element)]
    yield from marked_claims(layout, group(layout, links), "a[rel=author]")
    marked = innermost(
        layout,
        [element for element in layout.near.cues["author"] if is_candidate(layout, element)],
    )
    named = [element for element in marked if names_in(layout.lines(element))]
    yield from marked_claims(layout, group(layout, named), None)
    lines = [*line_claims(layout, known or bool(links or named))]
    yield from lines
    if links or named or lines:
        return
    boxes = [] if known else [*box_claims(layout)]
    yield from boxes
    if not boxes:
        yield from near_name_claims(layout, dated)


def box_claims(layout: Layout) -> Iterator[Claim]:
    """The claim of the name in the box about the author, wherever it stands, if no other box names another."""
    page = layout.page
    classes = {name for name in {*page.classes} if name and BOX.search(name, 0, MAX_CLASS)}
    named = [element for element, name in enumerate(page.classes) if name in classes] if classes else []
    boxes = [element for element in innermost(layout, named) if is_candidate(layout, element)]
    if len({layout.text(element) for element in boxes}) == 1:
        yield from marked_claims(layout, boxes[:1], None)


def is_candidate(layout: Layout, element: int) -> bool:
    """Whether `element`, which is near the heading, may show the name of an author of this page."""
    page = layout.page
    if page.tags[element] in NO_BYLINE or page.contexts[element] & Context.FIGURE or element == layout.heading:
        return False
    if ABOUT_AUTHOR.search(page.attributes[element].get("class") or "", 0, MAX_CLASS):
        return False
    return 2 <= len(layout.text(element)) <= MAX_NAMED and not layout.is_foreign(element)


def innermost(layout: Layout, elements: Sequence[int]) -> list[int]:
    """The elements that hold no other of `elements`."""
    ends = layout.page.ends
    return [e for e, after in zip(elements, (*elements[1:], -1), strict=False) if not e < after < ends[e]]


def group(layout: Layout, elements: Sequence[int]) -> list[int]:
    """The first of `elements` after the heading, or else the last before it, and the co-authors beside it."""
    page = layout.page
    after = [element for element in elements if element > layout.heading]
    if not elements or (len(elements) > MAX_MARKED and layout.distance((after or elements)[0]) > NEXT_TO):
        return []
    start = after[0] if after else elements[-1]
    grouped = [start]
    for element in after[1:]:
        same = page.attributes[element].get("class") == page.attributes[start].get("class")
        if not same or element - page.ends[grouped[-1]] > MAX_GAP:
            break
        grouped.append(element)
    return grouped


def marked_claims(layout: Layout, elements: Sequence[int], path: str | None) -> Iterator[Claim]:
    """Claims of elements that are marked as authors, and of the byline that they stand in."""
    if not elements:
        return
    path = path or layout.path(elements[0])
    people = [(layout.lines(element), link_of(layout, element)) for element in elements]
    block = layout.block_of(elements[0])
    if all(layout.block_of(element) == block for element in elements):
        byline, element = byline_around(layout, elements, block)
        yield from text_claim("byline", byline, Source.MARKED, path, (element,))
        names = names_in(byline)
        if len(names) > len(elements) and BYLINE.match(byline):
            people = linked_names(layout, block, names)
    yield from author_claim(people, Source.MARKED, path, layout.survey.absolute, tuple(elements))


def byline_around(layout: Layout, elements: Sequence[int], block: int) -> tuple[str, int]:
    """The byline that marked names stand in, and the element that shows it.

    That is the innermost element around them that begins like a byline, else their line if there is little else on it,
    else the names alone.
    """
    page = layout.page
    line = page.texts[block]
    around = elements[0]
    for _ in range(MAX_AROUND):
        text = byline_of(layout, layout.text(around))
        if page.ends[around] > elements[-1] and BYLINE.match(text) and is_byline(text):
            return text, around
        around = page.parents[around]
        if around < 0 or page.block_ends[around] - page.block_starts[around] > 1:
            break
    byline = byline_of(layout, line)
    names = [layout.text(element) for element in elements]
    if len(line) <= MAX_LINE and sum(map(len, names)) * 2 >= len(byline):
        return byline, page.leaves[block]
    return ", ".join(names), elements[0]


def link_of(layout: Layout, element: int) -> str | None:
    """The URL of the link that `element` is, stands in or holds."""
    page = layout.page
    inside = range(element, min(page.ends[element], element + 20))
    around = (element, page.parents[element])
    return next((page.attributes[e].get("href") for e in (*around, *inside) if e >= 0 and page.tags[e] == "a"), None)
