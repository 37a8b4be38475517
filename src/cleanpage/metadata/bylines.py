"""Bylines that readers see around the main heading."""

import re
from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.date_words import find_dates
from cleanpage.metadata.layout import NEXT_TO, Layout
from cleanpage.metadata.names import BYLINE, BYLINE_PHRASES, LABELS, alternatives, author_claim, names_in
from cleanpage.metadata.near_names import near_name_claims
from cleanpage.rules.tags import Context

__all__ = ["byline_claims", "is_byline"]

MAX_LINE = 300
MAX_NAMED = 150
"""Characters of an element that is marked as the author's name."""
MAX_CLASS = 500
"""Characters of a class that are looked at."""
MAX_AROUND = 5
"""Elements around a name in which its byline is sought."""
MAX_GAP = 14
"""Elements between the names of two co-authors."""
MAX_MARKED = 6
"""Marked authors near the heading above which the page is a list of stories."""
LINE_BEFORE, LINE_AFTER = 8, 14
"""Blocks around the heading in which a line may begin with a mere "by"."""
MAX_SEARCHED = 3_000
"""Blocks of the page in which "written by" is sought."""
NO_BYLINE = frozenset(("body", "html", "img", "input", "script"))
"""Tags of elements that show no author, whatever their class."""
END = re.compile(r"(?<!\s)\s*[|•·⋅∙\n]\s*|(?<!\s)\s+[–—-]+\s+|[|•·⋅∙\n]\s*")
DIGIT = re.compile(r"\d")
SIGNS = frozenset("|•·⋅∙–—-\n")
"""Every match of `END` holds one of these."""
WITHIN_WORDS = (" by ", " von ", " par ", " por ", " door ")
WITHIN = re.compile(
    r"(?:\d|\bago|\bposted|\bpublished|\bsubmitted|\bstarted|\bupdated|\bread|uhr|[ap]m)[.,:)]*\s+(?=(?:by|von|par|por|door)\s)",
    re.IGNORECASE,
)
"""What stands before a byline that does not begin its line: a date, a time of reading, a verb."""
AFTER_NAME = re.compile(r"[,;]| \(| (?:" + alternatives(sorted(LABELS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
"""What stands after the first name of a byline with little else but names: what the author does, or a date's label."""
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
    if dated and not (links or named or lines):
        yield from near_name_claims(layout)


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


def linked_names(layout: Layout, block: int, names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Names with the URLs of the links that they stand in."""
    page = layout.page
    text = page.texts[block]
    links = [
        (text[span.start : span.end].casefold(), page.attributes[span.element].get("href"))
        for span in page.spans[block]
        if span.kind == "link"
    ]
    return [(name, next((url for label, url in links if name.casefold() in label), None)) for name in names]


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


def line_claims(layout: Layout, known: bool) -> Iterator[Claim]:
    """The claim of the first line near the heading that begins like a byline and goes on with names.

    Where there is none near it, a line anywhere that says "written by" or "author:" will do.
    """
    texts, anchor = layout.page.texts, layout.anchor
    near = (
        *range(anchor, min(anchor + LINE_AFTER, len(texts))),
        *range(anchor - 1, max(0, anchor - LINE_BEFORE) - 1, -1),
    )
    for block in near:
        claims = line_claim(layout, block, strong=False)
        if claims:
            yield from claims
            return
    for block in () if known else strong_blocks(texts[:MAX_SEARCHED]):
        if claims := line_claim(layout, block, strong=True):
            yield from claims
            return


def strong_blocks(texts: Sequence[str]) -> list[int]:
    """The short blocks that may say "written by" or "author:": a few string searches over all, for speed."""
    short = [block for block, text in enumerate(texts) if len(text) <= MAX_NAMED]
    whole = "\n".join([texts[block] for block in short]).lower()
    phrases = [phrase for phrase in BYLINE_PHRASES if phrase in whole]
    return [
        block
        for block in short
        if ":" in (text := texts[block])
        or "：" in text
        or (phrases and any(phrase in text.lower() for phrase in phrases))
    ]


def line_claim(layout: Layout, block: int, strong: bool) -> list[Claim]:
    """The claims of one block, if one of its lines is or holds a byline."""
    page = layout.page
    text = page.texts[block]
    if len(text) > MAX_LINE or not may_hold_byline(text):
        return []
    leaf = page.leaves[block]
    for number, line in enumerate(layout.parted(leaf).split("\n") if "\n" not in text else text.split("\n")):
        if block == layout.anchor and number == 0:
            continue
        for start in starts_of(line):
            match = BYLINE.match(line, start)
            if not match or (strong and not is_strong(match[0])):
                continue
            if layout.is_foreign(leaf):
                return []
            byline = byline_of(layout, line[start:])
            if is_byline(byline):
                people = linked_names(layout, block, [name for name in names_in(byline) if is_shown_name(name)])
                return [
                    *author_claim(people, Source.VISIBLE, "byline", layout.survey.absolute, (leaf,)),
                    *text_claim("byline", byline, Source.VISIBLE, "byline", (leaf,)),
                ]
    return []


def may_hold_byline(text: str) -> bool:
    """Whether it is worth looking closer: the text begins with words of a byline, or is a line with figures in it."""
    return bool(BYLINE.match(text)) or is_dated(text)


def is_dated(text: str) -> bool:
    """Whether a text may be a line with a date, beside which a byline stands."""
    return len(text) <= MAX_NAMED and DIGIT.search(text) is not None


def starts_of(line: str) -> list[int]:
    """Where a byline may begin in a line: at its start; in one with a date, after a sign that parts it, or a verb."""
    if not is_dated(line):
        return [0]
    starts = [0] if SIGNS.isdisjoint(line) else [0, *(match.end() for match in END.finditer(line))]
    lowered = line.lower()
    if any(word in lowered for word in WITHIN_WORDS):
        starts += [match.end() for match in WITHIN.finditer(line)]
    return starts


def is_shown_name(name: str) -> bool:
    """Whether a name may follow a mere "by": one word in lower case is a word like any other."""
    return " " in name or not name[:1].islower()


def is_byline(text: str) -> bool:
    """Whether a text is the words of a byline and names, and little else but what the first of them does."""
    match = BYLINE.match(text)
    if match is None:
        return False
    names = names_in(text)
    if sum(map(len, names)) * 2 >= max(1, len(text) - match.end()):
        return True
    rest = text[match.end() :]
    if not names or " " not in names[0] or len(rest) > MAX_NAMED or not rest.startswith(names[0]):
        return False
    return AFTER_NAME.match(rest, len(names[0])) is not None


def is_strong(words: str) -> bool:
    """Whether the words before the names can be nothing but those of a byline: "Written by", "Autor:"."""
    return ":" in words or "：" in words or len(words.split()) > 1
