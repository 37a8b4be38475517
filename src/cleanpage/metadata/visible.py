"""Claims of what readers see: headline, standfirst, section, byline and dates around the main heading."""

import re
from collections.abc import Iterator

from cleanpage.metadata.bylines import byline_claims
from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.visible_dates import date_claims
from cleanpage.rules.phrases import AGENCIES

__all__ = ["dateline_of", "visible_claims"]

MIN_STANDFIRST, MAX_STANDFIRST = 20, 600
MAX_SECTION = 40


def visible_claims(layout: Layout) -> Iterator[Claim]:
    """All claims of the visible page."""
    yield from heading_claims(layout)
    yield from section_claims(layout)
    yield from byline_claims(layout)
    yield from date_claims(layout)


def heading_claims(layout: Layout) -> Iterator[Claim]:
    """The main heading, and the line under it."""
    page, heading = layout.page, layout.heading
    if heading < 0:
        return
    yield from text_claim("headline", page.text_of(heading), Source.HEADING, layout.path(heading), (heading,))
    for element in layout.survey.cues["standfirst"]:
        text = page.text_of(element)
        if MIN_STANDFIRST <= len(text) <= MAX_STANDFIRST and -1 <= layout.distance(element) <= 6 and not layout.is_foreign(element):
            yield from text_claim("alternative_headline", text, Source.MARKED, layout.path(element), (element,))
            return
    under = page.block_ends[heading]
    if under < len(page.texts) and page.tags[page.elements[under]] in ("h2", "h3"):
        text = page.texts[under]
        if MIN_STANDFIRST <= len(text) <= MAX_STANDFIRST:
            yield from text_claim("alternative_headline", text, Source.HEADING, "heading under h1", (page.elements[under],))


def section_claims(layout: Layout) -> Iterator[Claim]:
    """The label over the heading that names the section."""
    page = layout.page
    for element in layout.survey.cues["section"]:
        text = page.text_of(element)
        if 1 < len(text) <= MAX_SECTION and -30 <= layout.distance(element) <= 3 and "breadcrumb" not in layout.path(element):
            yield from text_claim("section", text, Source.MARKED, layout.path(element), (element,))
            return


PLACE = r"[^\W\d_][\w.'’\- ]*"
DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][^()\n—–]{1,60}?)\s*(?:\((?P<agency>[^()]{2,40})\))?\s*(?P<dash>—|–|--|-(?=\s)|:(?=\s))\s*\S"
)
DATE_PART = re.compile(r"^\S{3,12}\.?\s+\d{1,2}\.?$|^\d{1,2}\.?\s+\S{3,12}\.?$|^\d{1,2}[./]\d{1,2}\.?$")


def dateline_of(first_paragraph_text: str) -> str | None:
    """The place at the head of a first paragraph: `WASHINGTON — …`, `LISBON (Reuters) - …`, `BERLIN, June 3 (dpa) - …`.

    A place in capitals needs no more than a dash; one in mixed case needs an agency in parentheses.
    """
    match = DATELINE.match(first_paragraph_text[:160])
    if not match or match["dash"] == ":" and not match["agency"]:
        return None
    parts = [part.strip() for part in match["place"].split(",")]
    parts = [part for part in parts if not DATE_PART.match(part)]
    place = ", ".join(parts)
    if not parts or len(parts) > 3 or len(place) > 50 or place.casefold() in AGENCIES:
        return None
    shouted = parts[0].upper() == parts[0] and parts[0].lower() != parts[0].upper() and len(parts[0]) > 2
    signed = bool(match["agency"]) and is_agency(match["agency"]) and parts[0][:1].isupper()
    return place if (shouted and len(parts[0].split()) <= 4) or signed else None


def is_agency(text: str) -> bool:
    """Whether one of the words in parentheses is a news agency."""
    return any(word.strip(".") in AGENCIES for word in re.split(r"[\s/,]+", text.casefold()))
