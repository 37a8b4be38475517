"""Names that stand by the main heading and say nothing of what they are: "Ann Lee", "Ann Lee · 3 May 2024"."""

import re
from collections.abc import Iterator

from cleanpage.images.caption_elements import is_mark
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.names import NAME_LIKE, SPECIAL, author_claim
from cleanpage.metadata.titles import simplified
from cleanpage.page.page import Page
from cleanpage.rules.phrases import TEAM_WORDS
from cleanpage.rules.tags import Context

__all__ = ["near_name_claims"]

BLOCKS_OVER, BLOCKS_UNDER = 2, 5
"""Blocks around the main heading in which a bare name may stand."""
MAX_LINE = 120
MAX_CLAIMS = 2
HANDLE = re.compile(r"(?<![^\s,(|·•])@\w{3,}")
"""The name of a user."""
MAX_REST = 25
"""Characters after a name that may be those of a role."""
MIN_PROSE, MAX_SEARCHED = 80, 2_000
"""Characters of a text that may tell of somebody, and blocks that are looked at."""
MAX_CLASSES = 300
"""Characters of the classes of an element that are looked at."""
DIGIT = re.compile(r"\d")
OTHER_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6", "li"))
"""Elements that hold the names of sections and things: of 48 bare names in such, in our corpora, none is an author."""
# A run of white space is tried from its start alone: otherwise a long one costs quadratic time.
PARTS = re.compile(r"(?<!\s)\s*[|•·⋅∙/]\s*|(?<!\s)\s+[–—-]+\s+|\n|,\s+|[|•·⋅∙/]\s*")


def near_name_claims(layout: Layout, dated: bool) -> Iterator[Claim]:
    """Claims of the first lines around the heading that begin with what looks like the names of people.

    Args:
        layout: The page.
        dated: Whether the page has a date, so that it may be of an author who is not called one. Where it has none,
            a name counts that stands beside its handle alone: "Ann Lee, @annlee".
    """
    page, anchor = layout.page, layout.anchor
    found = 0
    under = range(anchor + 1, min(anchor + 1 + BLOCKS_UNDER, len(page.texts)))
    for block in (*under, *range(anchor - 1, max(anchor - BLOCKS_OVER, 0) - 1, -1)):
        text, leaf = page.texts[block], page.leaves[block]
        if len(text) > MAX_LINE or not text[:1].isupper() or page.tags[page.elements[block]] in OTHER_TAGS:
            continue
        if not dated and not HANDLE.search(text):
            continue
        people = names_at_start(layout.parted(leaf) if "\n" not in text else text)
        if not people or layout.is_foreign(leaf) or is_section(layout, leaf) or is_heading(layout, people):
            continue
        if is_caption(page, leaf) or goes_on(text, people[-1]) or is_told_of(page, block, people[0]):
            continue
        url = next((page.attributes[e].get("href") for e in (leaf, page.parents[leaf]) if page.tags[e] == "a"), None)
        pairs = [(name, url if len(people) == 1 else None) for name in people]
        yield from author_claim(pairs, Source.NEAR, "line by the heading", layout.survey.absolute, (leaf,))
        found += 1
        if found == MAX_CLAIMS:
            return


def names_at_start(line: str) -> list[str]:
    """The parts of a line before the first that is no name."""
    names = []
    for part in PARTS.split(line):
        if not looks_like_name(part):
            break
        names.append(part)
    return names


def looks_like_name(text: str) -> bool:
    """Whether a text has the form of a name, that of a person or of a team: "Ann Lee", "The Harbour Team"."""
    if not NAME_LIKE.fullmatch(text) or not all(word[0].isupper() for word in text.split()):
        return False
    words = text.lower().split()
    own = words[words[0] == "the" : -1] if words[-1] in TEAM_WORDS else words
    return bool(own) and SPECIAL.isdisjoint(own)


def is_section(layout: Layout, leaf: int) -> bool:
    """Whether a class says that an element, or the one around it, shows the section of the site."""
    labels = layout.near.cues["section"]
    return leaf in labels or layout.page.parents[leaf] in labels


def is_caption(page: Page, leaf: int) -> bool:
    """Whether a line stands under a picture, by its place or its classes."""
    in_figure = page.contexts[leaf] & (Context.FIGURE | Context.CAPTION)
    return bool(in_figure) or is_mark((page.classes[leaf] or "")[:MAX_CLASSES])


def goes_on(text: str, name: str) -> bool:
    """Whether a line says more than the names, a role and a date: it tells of whom it names, or credits a picture."""
    rest = text[text.find(name) + len(name) :]
    return "©" in rest or (len(rest) > MAX_REST and not DIGIT.search(rest))


def is_told_of(page: Page, block: int, name: str) -> bool:
    """Whether a longer text names somebody in its midst; what an author is said to be begins with the name."""
    return any(
        name in text and not text.startswith(name)
        for other, text in enumerate(page.texts[:MAX_SEARCHED])
        if len(text) > MIN_PROSE and other != block
    )


def is_heading(layout: Layout, names: list[str]) -> bool:
    """Whether the names are the words of the main heading once more."""
    heading = simplified(layout.text(layout.heading)) if layout.heading >= 0 else ""
    return any(simplified(name) in heading for name in names)
