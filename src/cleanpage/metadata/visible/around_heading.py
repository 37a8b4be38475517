"""Claims of what readers see: headline, standfirst, section, byline and dates around the main heading."""

import re
from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.layout import NEXT_TO, Layout
from cleanpage.metadata.visible.bylines import byline_claims
from cleanpage.metadata.visible.near_dates import date_claims
from cleanpage.rules.agencies import NEWS_AGENCIES

__all__ = ["dateline_of", "visible_claims"]

MIN_STANDFIRST, MAX_STANDFIRST = 20, 600
"""Characters of a standfirst."""
MAX_SECTION = 40
SECTION_AFTER = 3
"""Blocks after the heading up to which the label of the section stands."""


def visible_claims(layout: Layout, known: frozenset[str]) -> Iterator[Claim]:
    """All claims of the visible page.

    Args:
        layout: The page.
        known: Fields that other sources have given.
    """
    heading = layout.heading
    if heading >= 0:
        text = layout.text(heading)
        yield from text_claim("headline", text, Source.HEADING, layout.path(heading), (heading,))
    yield from section_claims(layout)
    dates = [*date_claims(layout, "published" in known)]
    dated = bool(dates) or not known.isdisjoint(("published", "updated"))
    credits = [*byline_claims(layout, "authors" in known, dated), *dates]
    yield from credits
    if heading >= 0:
        yield from standfirst_claims(layout, credits)


def standfirst_claims(layout: Layout, credits: Sequence[Claim]) -> Iterator[Claim]:
    """The line under the heading: marked as such, a lesser heading, or a paragraph before byline and dates."""
    page = layout.page
    for element in layout.near.cues["standfirst"]:
        if not -1 <= layout.distance(element) <= NEXT_TO:
            continue
        text = layout.text(element)
        if is_standfirst(text) and not layout.is_foreign(element):
            yield from summary_claims(text, Source.MARKED, layout.path(element), element)
            return
    under = page.block_ends[layout.heading]
    if under >= len(page.texts) or not is_standfirst(page.texts[under]):
        return
    element = page.elements[under]
    if page.tags[element] in ("h2", "h3"):
        yield from summary_claims(page.texts[under], Source.HEADING, "heading under the headline", element)
        return
    starts = [page.block_starts[element] for claim in credits for element in claim.elements]
    if any(under < start <= under + NEXT_TO for start in starts) and under not in starts:
        yield from summary_claims(page.texts[under], Source.NEAR, "paragraph under the headline", element)


def is_standfirst(text: str) -> bool:
    """Whether a text has the length of a standfirst."""
    return MIN_STANDFIRST <= len(text) <= MAX_STANDFIRST


def summary_claims(text: str, source: Source, path: str, element: int) -> Iterator[Claim]:
    """A standfirst is the subtitle, and the description of a page that gives no other."""
    yield from text_claim("alternative_headline", text, source, path, (element,))
    yield from text_claim("description", text, source, path, (element,))


def section_claims(layout: Layout) -> Iterator[Claim]:
    """The label over the heading that names the section."""
    page = layout.page
    for element in layout.near.cues["section"]:
        if layout.distance(element) > SECTION_AFTER:
            return
        text = layout.text(element)
        if 1 < len(text) <= MAX_SECTION and page.block_ends[element] - page.block_starts[element] <= 1:
            yield from text_claim("section", text, Source.MARKED, layout.path(element), (element,))
            return


DATELINE = re.compile(
    r"\s*+(?P<place>[^\W\d_][^()\n—–]{1,60}?)\s*+(?:\((?P<agency>[^()]{2,40})\)\s*+)?(?P<dash>—|–|--|-(?=\s)|:(?=\s))\s*\S"
)
DATE_PART = re.compile(r"^\S{3,12}\.?\s+\d{1,2}\.?$|^\d{1,2}\.?\s+\S{3,12}\.?$|^\d{1,2}[./]\d{1,2}\.?$")


def dateline_of(first_paragraph_text: str) -> str | None:
    """The place at the head of a first paragraph: `WASHINGTON — …`, `LISBON (Reuters) - …`, `BERLIN, June 3 (dpa) - …`.

    A place in capitals needs no more than a dash; one in mixed case needs an agency in parentheses.
    """
    match = DATELINE.match(first_paragraph_text[:160])
    if not match or (match["dash"] == ":" and not match["agency"]):
        return None
    parts = [part.strip() for part in match["place"].split(",")]
    parts = [part for part in parts if not DATE_PART.match(part)]
    place = ", ".join(parts)
    if not parts or len(parts) > 3 or len(place) > 50 or place.casefold() in NEWS_AGENCIES:
        return None
    shouted = parts[0].upper() == parts[0] and parts[0].lower() != parts[0].upper() and len(parts[0]) > 2
    signed = bool(match["agency"]) and is_agency(match["agency"]) and parts[0][:1].isupper()
    return place if (shouted and len(parts[0].split()) <= 4) or signed else None


def is_agency(text: str) -> bool:
    """Whether one of the words in parentheses is a news agency."""
    return any(word.strip(".") in NEWS_AGENCIES for word in re.split(r"[\s/,]+", text.casefold()))
