"""Dates that readers see around the main heading: `time` elements, marked elements, and lines that say "published"."""

from collections.abc import Iterator
from itertools import islice

from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.layout import BLOCKS_AFTER, BLOCKS_BEFORE, NEXT_TO, Layout
from cleanpage.metadata.visible.date_lines import (
    MAX_DATE_ALONE,
    MAX_LINE,
    claims_of_element,
    claims_of_line,
    holds_year,
)
from cleanpage.metadata.visible.far_dates import dateline_claims, far_claims

__all__ = ["date_claims"]

MAX_BARE = 60
"""Characters of a line with a date that says nothing of what it is the date of."""
MAX_BESIDE = 120
"""The same right beside the heading."""
MAX_CANDIDATES = 60


def date_claims(layout: Layout, known: bool) -> Iterator[Claim]:
    """Claims of the dates near the main heading, and where there are none, of others that say what they are.

    Args:
        layout: The page.
        known: Whether other sources have given a date, so that none far away is looked for.
    """
    seen: set[int] = set()
    near = [*element_claims(layout, seen), *line_claims(layout, seen)]
    if not near and not known:
        near = [*far_claims(layout)] or [*dateline_claims(layout)]
    yield from near


def element_claims(layout: Layout, seen: set[int]) -> Iterator[Claim]:
    """Claims of `time` elements and of elements marked as dates; `seen` collects the blocks that they stand in."""
    for source, elements in ((Source.TIME, layout.survey.times), (Source.MARKED, layout.near.cues["date"])):
        own = (element for element in elements if layout.is_near(element) and not layout.is_foreign(element))
        for element in islice(own, MAX_CANDIDATES):
            block = layout.block_of(element)
            if block in seen or (block == layout.anchor and len(layout.text(element)) > MAX_DATE_ALONE):
                continue
            claims = list(claims_of_element(layout, element, source))
            if claims:
                seen.add(block)
            yield from claims


def line_claims(layout: Layout, seen: set[int]) -> Iterator[Claim]:
    """Claims of lines near the heading that hold a date and little else, or say what it is the date of."""
    page = layout.page
    first, last = max(0, layout.anchor - BLOCKS_BEFORE), layout.anchor + BLOCKS_AFTER
    for block in range(first, min(last, len(page.texts))):
        text = page.texts[block]
        if block == layout.anchor:
            text = text.partition("\n")[2]
        if block in seen or len(text) > MAX_LINE or not holds_year(text):
            continue
        if not layout.is_foreign(page.leaves[block]):
            beside = -NEXT_TO <= block - layout.anchor <= NEXT_TO
            bare = "published" if len(text) <= (MAX_BESIDE if beside else MAX_BARE) else None
            yield from claims_of_line(layout, text, bare, Source.NEAR, page.leaves[block])
