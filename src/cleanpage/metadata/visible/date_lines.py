"""Dates in lines and elements that readers see, each for the field that the words before it name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.dates.calendars import ascii_digits
from cleanpage.metadata.dates.words import find_dates
from cleanpage.metadata.layout import Layout
from cleanpage.rules.phrases import OTHER_DATE_WORDS, PUBLISHED_WORDS, UPDATED_WORDS, Phrases

__all__ = [
    "MAX_DATE_ALONE",
    "MAX_LINE",
    "claims_of_element",
    "claims_of_line",
    "holds_year",
    "label_before",
    "label_of",
]

MAX_LINE = 200
"""Characters of a line that may be the one with the date."""
MAX_LABEL = 40
"""Characters before a date in which the word stands that says what it is the date of."""
MAX_DATE_ALONE = 30
"""Characters of a line that is a date and little else."""


def phrases_of(rows: Iterable[Phrases]) -> tuple[str, ...]:
    """All phrases of all languages."""
    return tuple({phrase for row in rows for phrase in row.words})


PUBLISHED = phrases_of(PUBLISHED_WORDS)
UPDATED = phrases_of(UPDATED_WORDS)
OTHER = phrases_of(OTHER_DATE_WORDS)
SHORTEST_LABEL = min(map(len, (*PUBLISHED, *UPDATED, *OTHER)))
FIRST_CJK = "⺀"
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?:1[39]|14|20|25)\d\d|\d[./-]\d\d?[./-]\d\d(?!\d)|\d年|元年|[ก-๙]\.?\s?\d\d(?!\d)")


def holds_year(text: str) -> bool:
    """Whether there may be a date with its year in `text`."""
    return bool(DIGIT.search(text)) and bool(YEAR.search(ascii_digits(text)))


def label_of(text: str) -> str | None:
    """`updated`, `published` or `other` by the last word of `text` that says so; None where none does."""
    return label_of_tail(text[-MAX_LABEL:].casefold())


@lru_cache(maxsize=1_024)
def label_of_tail(tail: str) -> str | None:
    """The same of a text in lower case."""
    if len(tail) < SHORTEST_LABEL:
        return None
    ends = {"updated": last_end(tail, UPDATED), "published": last_end(tail, PUBLISHED), "other": last_end(tail, OTHER)}
    label = max(ends, key=ends.__getitem__)
    return label if ends[label] >= 0 else None


def last_end(text: str, phrases: Iterable[str]) -> int:
    """Where the last of `phrases` in `text` ends; -1 where none is there. In scripts with spaces whole words count."""
    last = -1
    for phrase in phrases:
        if phrase in text:
            start = text.rfind(phrase)
            end = start + len(phrase)
            if end > last and (
                phrase[0] >= FIRST_CJK
                or not (text[end : end + 1].isalpha() or text[max(start - 1, 0) : start].isalpha())
            ):
                last = end
    return last


def claims_of_element(layout: Layout, element: int, source: Source) -> Iterator[Claim]:
    """Claims of one element that shows dates."""
    page = layout.page
    machine = page.attributes[element].get("datetime")
    if machine and DIGIT.search(machine):
        label = label_of_element(layout, element) or "published"
        if label == "other":
            return
        yield from text_claim(label, machine, source, layout.path(element), (element,))
        return
    several = page.block_ends[element] - page.block_starts[element] > 1
    text = "" if several else layout.text(element)
    if len(text) <= MAX_LINE and holds_year(text):
        default = label_of_element(layout, element) or "published"
        yield from claims_of_line(layout, text, default, source, element)


def label_of_element(layout: Layout, element: int) -> str | None:
    """What the class of an element, or the words before it, say of its date."""
    page = layout.page
    attributes = page.attributes[element]
    own = " ".join(filter(None, (attributes.get(name) for name in ("class", "id", "itemprop", "data-testid")))).lower()
    if "publi" in own or "pubdate" in attributes:
        return "published"
    if "modif" in own or "update" in own:
        return "updated"
    block, text = layout.block_of(element), layout.text(element)
    line = page.texts[block] if block >= 0 else ""
    at = line.find(text) if text else -1
    before = line[: max(at, 0)]
    first = DIGIT.search(text)
    label = label_of(before) if before else label_before(layout, block)
    return label or label_of(text[: first.start()] if first else text)


def label_before(layout: Layout, block: int) -> str | None:
    """What a short line before a block says of the date in it."""
    line = layout.page.texts[block - 1] if block > 0 else ""
    return label_of(line) if len(line) <= MAX_LABEL and not DIGIT.search(line) else None


def claims_of_line(layout: Layout, text: str, default: str | None, source: Source, element: int) -> Iterator[Claim]:
    """Claims of all dates in `text`, each for the field that the words before it name, else for the `default` one.

    A line that names the field speaks for itself: its source is `Source.VISIBLE`, unless it is marked besides.
    """
    end = 0
    field = None
    for found in find_dates(text, layout.hints):
        label = label_of(text[end : found.start])
        field = label or (default if end == 0 else field)
        end = found.end
        if field and field != "other":
            kind = Source.VISIBLE if label and source is Source.NEAR else source
            yield Claim(field, found.timestamp, found.timestamp.raw, kind, layout.path(element), (element,))
