"""Dates that readers see around the main heading: `time` elements, marked elements, and lines that say "published"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from cleanpage.metadata.calendars import ascii_digits
from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.date_words import find_dates
from cleanpage.metadata.layout import BLOCKS_AFTER, BLOCKS_BEFORE, NEXT_TO, Layout
from cleanpage.rules.phrases import OTHER_DATE_WORDS, PUBLISHED_WORDS, UPDATED_WORDS, Phrases

__all__ = ["date_claims", "label_of"]

MAX_LINE = 200
"""Characters of a line that may be the one with the date."""
MAX_LABEL = 40
"""Characters before a date in which the word stands that says what it is the date of."""
MAX_BARE = 60
"""Characters of a line with a date that says nothing of what it is the date of."""
MAX_BESIDE = 120
"""The same right beside the heading."""
MAX_DATE_ALONE = 30
"""Characters of a line that is a date and little else."""
MAX_DATELINE = 40
"""Characters of a paragraph that begins with its date."""
MAX_CANDIDATES = 60
MAX_SEARCHED = 3_000
"""Blocks of the whole page that are searched where there is no date near the heading."""


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
        yield from labelled_dates(layout, text, default, source, element)


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
    if not before and block > 0 and len(page.texts[block - 1]) <= MAX_LABEL and not DIGIT.search(page.texts[block - 1]):
        before = page.texts[block - 1]
    first = DIGIT.search(text)
    return label_of(before) or label_of(text[: first.start()] if first else text)


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
            yield from labelled_dates(layout, text, bare, Source.NEAR, page.leaves[block])


def far_claims(layout: Layout) -> Iterator[Claim]:
    """Claims of lines anywhere on the page that say what their date is, and of the one bare date that there is."""
    page = layout.page
    bare: dict[str, int] = {}
    labelled = False
    for block, text in enumerate(page.texts[:MAX_SEARCHED]):
        if len(text) > MAX_LINE or not holds_year(text) or block == layout.anchor:
            continue
        before = page.texts[block - 1] if block and len(text) <= MAX_DATE_ALONE else ""
        label = label_of(text) or (label_of(before) if len(before) <= MAX_LABEL and not DIGIT.search(before) else None)
        if (label or len(text) <= MAX_DATE_ALONE) and not layout.is_foreign(page.leaves[block]):
            if label:
                labelled = True
                default = None if label_of(text) else label
                yield from labelled_dates(layout, text, default, Source.VISIBLE, page.leaves[block])
            elif any(find_dates(text, layout.hints)):
                bare.setdefault(text, page.leaves[block])
    if len(bare) == 1 and not labelled:
        for text, element in bare.items():
            yield from labelled_dates(layout, text, "published", Source.NEAR, element)
    dated = [element for element in layout.survey.times[:MAX_SEARCHED] if page.attributes[element].get("datetime")]
    times = [element for element in dated if not layout.is_foreign(element)]
    if len({page.attributes[element].get("datetime") for element in times}) == 1:
        yield from claims_of_element(layout, times[0], Source.NEAR)


def dateline_claims(layout: Layout) -> Iterator[Claim]:
    """The claim of the first paragraph under the heading that begins with a date: "Lisbon, 3 May 2024. …"."""
    page = layout.page
    under = range(layout.anchor + 1, min(layout.anchor + 1 + NEXT_TO, len(page.texts)))
    for block in under:
        text = page.texts[block]
        if len(text) > MAX_LINE and holds_year(text[:MAX_DATELINE]) and not layout.is_foreign(page.leaves[block]):
            yield from labelled_dates(layout, text[:MAX_DATELINE], "published", Source.NEAR, page.leaves[block])
            return


def labelled_dates(layout: Layout, text: str, default: str | None, source: Source, element: int) -> Iterator[Claim]:
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
