"""The main heading of a page."""

from cleanpage.metadata.claims import folded
from cleanpage.metadata.element_index import Survey
from cleanpage.metadata.titles import first_part, is_tail, same_words, simplified, words_of
from cleanpage.page.page import Page
from cleanpage.rules.tags import Context

__all__ = ["FOREIGN", "main_heading"]

FOREIGN = Context.NAV | Context.FOOTER | Context.DIALOG | Context.FORM | Context.BUTTON | Context.HIDDEN
"""Places that hold nothing of the page's own story."""
MAX_HEADING, MAX_HEADINGS = 400, 20
LESSER = frozenset(("h2", "h3"))
"""Headings that may be the main one of a page without `h1`."""
MIN_REPEATED, MAX_SEARCHED = 12, 2_000
"""Characters of a title that may be sought among the blocks, and blocks among which it is."""
MIN_PROSE = 150
"""Characters of a text that is one of an article."""


def main_heading(survey: Survey) -> tuple[int, int]:
    """Element and block of the heading of the page.

    It is the `h1` that the head of the page repeats, else another block so repeated, else the first `h1`. An `h1` that
    ends the titles of the head, or is the name of the site, is that of the site if the beginning of a title stands
    elsewhere. The element is -1 where there is none, or where the block holds more than the heading; without any, the
    block is the first long text.
    """
    page = survey.page
    titles = head_titles(survey)
    texts = {element: page.text_of(element) for element in survey.headings[:MAX_HEADINGS]}
    texts = {element: text for element, text in texts.items() if 1 < len(text) <= MAX_HEADING}
    repeated = [element for element, text in texts.items() if any(same_words(text, title) for title in titles)]
    wholes = {simplified(title) for title in titles}
    own = [
        element
        for element in repeated
        if simplified(texts[element]) in wholes or not any(is_tail(texts[element], title) for title in titles)
    ]
    if own:
        longest = max(len(texts[element]) for element in own)
        element = next(element for element in own if len(texts[element]) * 2 > longest)
        return element, page.block_starts[element]
    block = repeated_block(page, titles, parts=bool(repeated) or not texts)
    if block < 0 and not texts:
        block = similar_block(page, titles)
    if block >= 0:
        return (-1 if "\n" in page.texts[block] else page.elements[block]), block
    outside = [element for element in texts if not page.contexts[element] & (FOREIGN | Context.HEADER)]
    element = (repeated or outside or list(texts) or [-1])[0]
    return element, page.block_starts[element] if element >= 0 else first_prose(page)


def first_prose(page: Page) -> int:
    """The first long text that is no link, above which a heading would stand; 0 where there is none."""
    for block, text in enumerate(page.texts[:MAX_SEARCHED]):
        long = len(text) > MIN_PROSE and 2 * page.linked_chars[block] < len(text)
        if long and not page.contexts[page.elements[block]] & FOREIGN:
            return block
    return 0


def head_titles(survey: Survey) -> list[str]:
    """The titles that the head of the page gives it."""
    titles = [meta.content for meta in survey.metas if meta.key in ("og:title", "twitter:title", "title")]
    return [folded(title) for title in [*titles, survey.page.title or ""] if title]


def repeated_block(page: Page, titles: list[str], parts: bool) -> int:
    """The first block whose first line is one of the titles; -1 where there is none.

    Args:
        page: The page.
        titles: The titles that its head gives it.
        parts: Whether, where no line is a whole title, one that is what stands before a title's first sign will do.
    """
    whole = {simplified(title) for title in titles if len(title) > MIN_REPEATED}
    firsts = {simplified(part) for title in titles if parts and len(part := first_part(title)) > MIN_REPEATED}
    for wanted in (whole, firsts - whole):
        for block, text in enumerate(page.texts[:MAX_SEARCHED] if wanted else ()):
            line = text.partition("\n")[0]
            known = MIN_REPEATED < len(line) <= MAX_HEADING and simplified(line) in wanted
            if known and not page.contexts[page.elements[block]] & (FOREIGN | Context.LINK):
                return block
    return -1


def similar_block(page: Page, titles: list[str]) -> int:
    """The first lesser heading that shares half of its words with one of the titles; -1 where there is none."""
    known = [words_of(title) for title in titles]
    for block, text in enumerate(page.texts[:MAX_SEARCHED]):
        if page.tags[page.elements[block]] not in LESSER or not MIN_REPEATED < len(text) <= MAX_HEADING:
            continue
        words = words_of(text)
        alike = any(2 * len(words & title) >= max(len(words), len(title)) for title in known)
        if alike and not page.contexts[page.elements[block]] & (FOREIGN | Context.LINK):
            return block
    return -1
