"""Bylines that readers see around the main heading."""

import re
from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.date_words import find_dates
from cleanpage.metadata.layout import NEXT_TO, Layout
from cleanpage.metadata.names import BYLINE, author_claim, names_in

__all__ = ["byline_claims", "byline_of"]

MAX_LINE = 300
MAX_NAMED = 150
"""Characters of an element that is marked as the author's name."""
MAX_GAP = 14
"""Elements between the names of two co-authors."""
MAX_MARKED = 6
"""Marked authors near the heading above which the page is a list of stories."""
LINE_BEFORE, LINE_AFTER = 8, 14
"""Blocks around the heading in which a line may begin with a mere "by"."""
MAX_SEARCHED = 3_000
"""Blocks of the page in which "written by" is sought."""
END = re.compile(r"\s*[|•·⋅\n]\s*|\s+[–—-]+\s+")


def byline_claims(layout: Layout) -> Iterator[Claim]:
    """Claims of the marked authors and of the line that begins like a byline."""
    links = [element for element in layout.survey.author_links if is_candidate(layout, element)]
    yield from marked_claims(layout, group(layout, links), "a[rel=author]")
    marked = innermost(layout, [element for element in layout.survey.cues["author"] if is_candidate(layout, element)])
    named = [element for element in marked if names_in(layout.text(element))]
    yield from marked_claims(layout, group(layout, named), None)
    yield from line_claims(layout)


def is_candidate(layout: Layout, element: int) -> bool:
    """Whether `element` may show the name of an author of this page."""
    page = layout.page
    if not layout.is_near(element) or page.tags[element] in ("html", "body", "input", "img", "script"):
        return False
    return 2 <= len(page.text_of(element)) <= MAX_NAMED and element != layout.heading and not layout.is_foreign(element)


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
    page = layout.page
    people = [(layout.text(element), link_of(layout, element)) for element in elements]
    path = path or layout.path(elements[0])
    yield from author_claim(people, Source.MARKED, path, layout.survey.absolute, tuple(elements))
    block = layout.block_of(elements[0])
    line = page.texts[block]
    if len(line) <= MAX_LINE and all(layout.block_of(element) == block for element in elements):
        yield from text_claim("byline", byline_of(layout, line), Source.MARKED, path, (page.leaves[block],))


def link_of(layout: Layout, element: int) -> str | None:
    """The URL of the link that `element` is, stands in or holds."""
    page = layout.page
    inside = range(element, min(page.ends[element], element + 20))
    around = (element, page.parents[element])
    return next((page.attributes[e].get("href") for e in (*around, *inside) if e >= 0 and page.tags[e] == "a"), None)


def byline_of(layout: Layout, line: str) -> str:
    """The byline in its line, without the date and whatever follows a bar."""
    match = END.search(line, 3)
    line = line[: match.start()] if match else line
    found = next(iter(find_dates(line, layout.hints)), None)
    if found and found.start > 3:
        line = line[: found.start]
    return line.rstrip(" ,;-–—").strip()


def line_claims(layout: Layout) -> Iterator[Claim]:
    """The claim of the first line near the heading that begins like a byline and goes on with names.

    Where there is none near it, a line anywhere that says "written by" or "author:" will do.
    """
    texts, anchor = layout.page.texts, layout.anchor
    near = (*range(anchor, min(anchor + LINE_AFTER, len(texts))), *range(anchor - 1, max(0, anchor - LINE_BEFORE) - 1, -1))
    for block in near:
        claims = line_claim(layout, block, strong=False)
        if claims:
            yield from claims
            return
    for block in range(min(len(texts), MAX_SEARCHED)):
        if len(texts[block]) <= MAX_NAMED and (claims := line_claim(layout, block, strong=True)):
            yield from claims
            return


def line_claim(layout: Layout, block: int, strong: bool) -> list[Claim]:
    """The claims of one block, if it is a byline."""
    page = layout.page
    text = page.texts[block]
    match = BYLINE.match(text) if len(text) <= MAX_LINE else None
    if not match or block == layout.anchor or (strong and not is_strong(match[0])) or layout.is_foreign(page.leaves[block]):
        return []
    byline = byline_of(layout, text)
    names = names_in(byline)
    if not names or sum(map(len, names)) * 2 < len(byline) - match.end():
        return []
    element = page.leaves[block]
    links = [(text[span.start : span.end].casefold(), page.attributes[span.element].get("href")) for span in page.spans[block] if span.kind == "link"]
    people = [(name, next((url for label, url in links if name.casefold() in label), None)) for name in names]
    return [
        *author_claim(people, Source.VISIBLE, "byline", layout.survey.absolute, (element,)),
        *text_claim("byline", byline, Source.VISIBLE, "byline", (element,)),
    ]


def is_strong(words: str) -> bool:
    """Whether the words before the names can be nothing but those of a byline: "Written by", "Autor:"."""
    return ":" in words or "：" in words or len(words.split()) > 1
